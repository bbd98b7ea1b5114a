"""Whether space and pages are set by styles and sections, and nothing of the work on a document is left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.inspection.opened import Element, Fault, Opened, W, excerpt, is_on, text, value, within

_A4_A3 = ((11906, 16838), (16838, 23811))
_HOLDS = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "footnoteReference", "fldChar", "sectPr"))


def blank_paragraphs(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.2: space is set by styles. What must stand between two tables, or in a cell, is no layout."""
    for paragraph in opened.paragraphs:
        parent, before, after = paragraph.getparent(), paragraph.getprevious(), paragraph.getnext()
        if _says_something(paragraph) or (parent is not None and parent.tag == f"{W}tc"):
            continue
        is_first = before is None or before.tag != f"{W}tbl"
        is_between = not is_first and (after is None or after.tag in (f"{W}tbl", f"{W}sectPr"))
        is_last = after is not None and after.tag == f"{W}sectPr" and _takes_no_room(opened, paragraph)
        if not (is_between or is_last):
            yield Fault("blank-paragraph", _place(paragraph))


def layout_by_characters(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.2: no columns or distances made of blanks, tabs and line breaks."""
    for paragraph in opened.paragraphs:
        breaks = tabs = most_breaks = most_tabs = 0
        for sign in paragraph.iter(f"{W}br", f"{W}tab", f"{W}t"):
            if sign.getparent().tag != f"{W}r":  # type: ignore[union-attr]
                continue
            is_line = sign.tag == f"{W}br" and value(sign, "type") in ("", "textWrapping")
            said = sign.tag == f"{W}t" and bool((sign.text or "").strip())
            breaks, tabs = (breaks + is_line, tabs + (sign.tag == f"{W}tab")) if not said else (0, 0)
            most_breaks, most_tabs = max(breaks, most_breaks), max(tabs, most_tabs)
        if most_breaks > 1:
            yield Fault("breaks-as-layout", excerpt(paragraph))
        if most_tabs > 1:
            yield Fault("tabs-as-layout", excerpt(paragraph))
        plain = "".join(one.text or "" for one in paragraph.iter(f"{W}t") if not within(one, f"{W}drawing"))
        if re.search(r"[ \u00a0]{4,}", plain) and plain.strip():
            yield Fault("blanks-as-layout", excerpt(paragraph))


def pages(opened: Opened) -> Iterator[Fault]:
    """Pages of paper that there is, one column each, and none of them blank."""
    sections = list(opened.body.iter(f"{W}sectPr"))
    for section in sections:
        size = section.find(f"{W}pgSz")
        sides = sorted(int(value(size, side) or 0) for side in ("w", "h"))
        if not any(all(abs(a - b) <= 10 for a, b in zip(sides, paper, strict=True)) for paper in _A4_A3):
            yield Fault("page-size", "section", "×".join(map(str, sides)))
        if int(value(section.find(f"{W}cols"), "num") or 1) > 1:
            yield Fault("columns", "section")
    broken = True  # the document begins on a new page
    for block in opened.body:
        ends = block.find(f"{W}pPr/{W}sectPr")
        new = value(ends.find(f"{W}type")) != "continuous" if ends is not None else False
        page_break = any(value(one, "type") == "page" for one in block.iter(f"{W}br"))
        says = bool(text(block).strip()) or any(True for _ in block.iter(f"{W}drawing"))
        if not says and broken and (page_break or new):
            yield Fault("page-blank", _place(block))
        begins = block.tag == f"{W}p" and is_on(opened.paragraph_property(block, "pageBreakBefore"))
        if begins and not says:
            yield Fault("page-blank", _place(block))
        broken = page_break or new or (broken and not says)


def leftovers(opened: Opened) -> Iterator[Fault]:
    """Nothing of the work that is not for readers: comments, revisions, protection, hidden or moving text."""
    settings = opened.linked("settings")
    protection = None if settings is None else settings.find(f"{W}documentProtection")
    if protection is not None and value(protection, "enforcement") in ("1", "true", "on"):
        yield Fault("protected", "settings")
    if settings is not None and is_on(settings.find(f"{W}autoHyphenation")):
        yield Fault("hyphenated", "settings")
    for kind in ("ins", "del", "moveFrom", "moveTo"):
        yield from (Fault("revision-left", excerpt(one)) for one in opened.body.iter(f"{W}{kind}"))
    yield from (Fault("comment-left", "text") for _ in opened.body.iter(f"{W}commentReference"))
    yield from (Fault("hidden-text", excerpt(_run(one))) for one in opened.body.iter(f"{W}vanish") if is_on(one))
    yield from (Fault("moving-text", excerpt(_run(one))) for one in opened.body.iter(f"{W}effect"))


def _says_something(paragraph: Element) -> bool:
    if text(paragraph).strip() or any(True for _ in paragraph.iter(*_HOLDS)):
        return True
    return any(value(one, "type") in ("page", "column") for one in paragraph.iter(f"{W}br"))


def _takes_no_room(opened: Opened, paragraph: Element) -> bool:
    """Whether it is as low as Word's own last paragraph after a table can be made: no page is longer for it."""
    size = value(opened.style_property(opened.style_of(paragraph), "rPr/sz"))
    return size.isdigit() and int(size) <= 8


def _place(block: Element) -> str:
    before = block.getprevious()
    return "at the beginning" if before is None else f"after: {excerpt(before)}"


def _run(inside: Element) -> Element:
    return next(inside.iterancestors(f"{W}r", f"{W}p"))
