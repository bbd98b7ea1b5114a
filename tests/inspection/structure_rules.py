"""Whether a document can be heard in order: title, language, headings, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.inspection.opened import DC, Fault, Opened, W, excerpt, is_on, text, value, within

_NO_TITLE = re.compile(r"\.docx?$|^(word document|untitled|document\s*\d*|template)$", re.IGNORECASE)
_TYPED_BULLET = re.compile(r"\s*[•·▪◦‣○●*–—-][ \t\u00a0]+\S")
_TYPED_NUMBER = re.compile(r"\s*(\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]+\))[ \t\u00a0]+\S")
_MANY_HEADINGS = 12
_SHORT = 90


def title_and_language(opened: Opened) -> Iterator[Fault]:
    """WCAG 2.4.2 and 3.1.1: a title that tells documents apart, and one language throughout."""
    core = opened.xml("docProps/core.xml")
    title = (core.findtext(f"{DC}title") or "").strip() if core is not None else ""
    said = (core.findtext(f"{DC}language") or "").strip() if core is not None else ""
    if not title:
        yield Fault("title-missing", "properties")
    elif _NO_TITLE.search(title):
        yield Fault("title-says-nothing", "properties", title)
    styles = opened.linked("styles")
    default = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    spoken = value(opened.style_property(opened.default_styles.get("paragraph", ""), "rPr/lang")) or value(default)
    if not spoken:
        yield Fault("language-missing", "styles")
    if not said:
        yield Fault("language-missing", "properties")
    elif spoken and spoken.lower() != said.lower():
        yield Fault("language-differs", "styles", f"{spoken}, {said}")
    for run in opened.body.iter(f"{W}lang"):
        if value(run) and spoken and value(run).lower() != spoken.lower():
            yield Fault("language-differs", "text", value(run))


def headings(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.1 and 2.4.6: the first heading is of the first level, none is skipped, none is empty or only bold."""
    before, count = 0, 0
    for paragraph in opened.paragraphs:
        level = opened.level(paragraph)
        if not level:
            continue
        count += 1
        if not text(paragraph).strip():
            yield Fault("heading-empty", f"heading {count}")
        elif level > before + 1:
            yield Fault("heading-skips" if before else "heading-first", excerpt(paragraph), f"{before} to {level}")
        if within(paragraph, f"{W}tbl"):
            yield Fault("heading-in-table", excerpt(paragraph))
        before = level
    if not count:
        yield Fault("headings-none", "text")
    codes = "".join(one.text or "" for one in opened.body.iter(f"{W}instrText"))
    if count > _MANY_HEADINGS and "TOC" not in codes:
        yield Fault("contents-missing", "text", f"{count} headings")
    titles = [one for one in opened.paragraphs if opened.style_name(one).lower() == "title" and text(one).strip()]
    if len(titles) > 1:
        yield Fault("title-twice", excerpt(titles[1]))


def typed_headings(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.1: a short line of bold letters that stands alone is a heading to the eye only."""
    for paragraph in opened.paragraphs:
        said = text(paragraph).strip()
        if not 3 < len(said) < _SHORT or said[-1] in ".;:,?!" or opened.level(paragraph):
            continue
        listed = opened.paragraph_property(paragraph, "numPr") is not None
        if listed or within(paragraph, f"{W}tc") or opened.style_name(paragraph).lower() in ("title", "subtitle"):
            continue
        runs = [run for run in paragraph.iter(f"{W}r") if text(run).strip()]
        if all(is_on(run.find(f"{W}rPr/{W}b")) for run in runs):
            yield Fault("heading-typed", excerpt(paragraph))


def typed_lists(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.1: bullets and numbers are set by Word, so that a reader hears a list."""
    for paragraph in opened.paragraphs:
        said = text(paragraph)
        if opened.paragraph_property(paragraph, "numPr") is not None or opened.level(paragraph):
            continue
        if _TYPED_BULLET.match(said):
            yield Fault("bullet-typed", excerpt(paragraph))
        elif _TYPED_NUMBER.match(said) and not opened.style_name(paragraph).lower().startswith("toc"):
            yield Fault("number-typed", excerpt(paragraph))
