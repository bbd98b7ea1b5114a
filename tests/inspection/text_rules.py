"""Whether the text is whole: cells, fields, sections, blanks that Word keeps, and nothing of the template left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.inspection.opened import XML_SPACE, Element, Fault, Opened, W, cells, excerpt, is_on, rows, value, within

_TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}")
_OBJECT = re.compile(r"<[\w.]+ object at 0x|<bound method|<built-in method|\[object Object\]|Undefined\b.*is undefined")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BROKEN = re.compile("â€[™œ“\u009d]|Ã[©¨¼¶¤]|Â[£ \u00a0]")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt")
_BLOCK_PARENTS = (f"{W}body", f"{W}tc", f"{W}hdr", f"{W}ftr", f"{W}txbxContent")


def tables(opened: Opened) -> Iterator[Fault]:
    """A cell ends with a paragraph, a row has cells, a table has rows and a grid of as many columns as it shows."""
    for part, root in opened.texts.items():
        yield from _cells(part, root)
        for table in root.iter(f"{W}tbl"):
            grid = table.find(f"{W}tblGrid")
            if grid is None:
                yield Fault("table-without-grid", part)
            if not rows(table):
                yield Fault("table-without-rows", part)
            for row in rows(table):
                if not cells(row):
                    yield Fault("row-without-cells", part)
                elif grid is not None and _columns(row) != len(grid.findall(f"{W}gridCol")):
                    yield Fault("columns-unlike-the-grid", part, excerpt(row))
            after = table.getnext()
            if after is not None and after.tag == f"{W}tbl":
                yield Fault("tables-run-together", part, excerpt(table))


def fields(opened: Opened) -> Iterator[Fault]:
    """Every field begins, parts code from result and ends, in this order, in the same part of the document."""
    for part, root in opened.texts.items():
        depth: list[bool] = []
        for sign in root.iter(f"{W}fldChar", f"{W}instrText"):
            kind = value(sign, "fldCharType")
            if sign.tag == f"{W}instrText":
                if not depth or depth[-1]:
                    yield Fault("field-code-outside", part, sign.text or "")
            elif kind == "begin":
                depth.append(False)
            elif not depth:
                yield Fault("field-never-begun", part)
            elif kind == "separate":
                if depth[-1]:
                    yield Fault("field-parted-twice", part)
                depth[-1] = True
            else:
                depth.pop()
        if depth:
            yield Fault("field-unended", part, str(len(depth)))


def sections(opened: Opened) -> Iterator[Fault]:
    """The text ends with a section; each has a page with margins, and one header and footer of a kind."""
    if not len(opened.body) or opened.body[-1].tag != f"{W}sectPr":
        yield Fault("section-missing", "text")
    for section in opened.body.iter(f"{W}sectPr"):
        if section.find(f"{W}pgSz") is None or section.find(f"{W}pgMar") is None:
            yield Fault("section-without-page", "text")
        for local in ("header", "footer"):
            kinds = [value(one, "type") for one in section.findall(f"{W}{local}Reference")]
            if len(kinds) > len(set(kinds)):
                yield Fault("section-with-two-of-a-kind", "text", local)
        if section.getparent() is not opened.body and within(section, f"{W}tc"):
            yield Fault("section-in-table", "text")
        size = section.find(f"{W}pgSz")
        wide = int(value(size, "w") or 0) > int(value(size, "h") or 0)
        if wide != (value(size, "orient") == "landscape"):
            yield Fault("section-turned", "text")


def nesting(opened: Opened) -> Iterator[Fault]:
    """Paragraphs stand where paragraphs may; what was deleted is told apart from what is there."""
    for part, root in opened.texts.items():
        for one in root.iter(f"{W}p"):
            parent = one.getparent()
            if parent is not None and parent.tag in (f"{W}p", f"{W}r", f"{W}tr", f"{W}tbl"):
                yield Fault("paragraph-misplaced", part, excerpt(one))
        for one in root.iter(f"{W}t"):
            if within(one, f"{W}del"):
                yield Fault("text-in-deletion", part, one.text or "")
            if len(one):
                yield Fault("text-with-elements", part)
        for one in root.iter(f"{W}r"):
            parent = one.getparent()
            if parent is not None and parent.tag in (*_BLOCK_PARENTS, f"{W}r"):
                yield Fault("run-misplaced", part, excerpt(one))


def characters(opened: Opened) -> Iterator[Fault]:
    """Blanks at the edges of a text are kept, and no text holds a sign that is not seen, or breaks a line itself."""
    for part, root in opened.texts.items():
        for one in root.iter(f"{W}t", f"{W}instrText"):
            said = one.text or ""
            if said != said.strip(" ") and one.get(XML_SPACE) != "preserve":
                yield Fault("blanks-lost", part, said[:40])
            if one.tag == f"{W}t" and re.search(r"[\n\t\r]", said):
                yield Fault("line-broken-in-text", part, said[:40])
            if _UNSEEN.search(said):
                yield Fault("control-character", part, said[:40])
            if "\ufffd" in said and "\ufffd" not in opened.said:
                yield Fault("character-lost", part, said[:40])
            # A letter that was typed may stand before a blank or a bracket of ours.
            if any(found.strip() not in opened.said for found in _BROKEN.findall(said)):
                yield Fault("letters-misread", part, said[:40])
    core = opened.xml("docProps/core.xml")
    for one in [] if core is None else core.iter("*"):
        if _UNSEEN.search(one.text or "") or (_TAG.search(one.text or "") and (one.text or "") not in opened.said):
            yield Fault("property-damaged", "properties", one.text or "")


def left_of_the_template(opened: Opened) -> Iterator[Fault]:
    """No tag is left, not even one whose letters stand in several runs, and no inside of the program is printed."""
    for part, root in opened.texts.items():
        for paragraph in root.iter(f"{W}p"):
            said = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
            if any(tag not in opened.said for tag in _TAG.findall(said)):
                yield Fault("tag-left", part, said[:60])
            if any(found not in opened.said for found in _OBJECT.findall(said)):
                yield Fault("inside-printed", part, said[:60])
            if re.fullmatch(r"\s*(nan|NaN|NaT|null|undefined)\s*", said) and said.strip() not in opened.said:
                yield Fault("inside-printed", part, said[:60])
            if re.match(r"Error! (Bookmark|Reference)", said) and said not in opened.said:
                yield Fault("field-broken", part, said[:60])


def settings(opened: Opened) -> Iterator[Fault]:
    """Nothing makes Word ask a question or fetch anything when it opens the document."""
    root = opened.linked("settings")
    if root is not None and is_on(root.find(f"{W}updateFields")):
        yield Fault("asks-when-opened", "settings")
    if root is not None and root.find(f"{W}attachedTemplate") is not None:
        yield Fault("template-attached", "settings")
    if root is not None and root.find(f"{W}mailMerge") is not None:
        yield Fault("mail-merge", "settings")


def _cells(part: str, root: Element) -> Iterator[Fault]:
    for cell in root.iter(f"{W}tc"):
        inside = [one for one in cell if one.tag in _BLOCKS]
        if not inside or inside[-1].tag != f"{W}p":
            yield Fault("cell-without-paragraph", part, excerpt(cell))


def _columns(row: Element) -> int:
    around = sum(int(value(row.find(f"{W}trPr/{W}{local}")) or 0) for local in ("gridBefore", "gridAfter"))
    return around + sum(int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in cells(row))
