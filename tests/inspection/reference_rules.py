"""Whether what a document refers to is there: styles, lists, bookmarks, notes; and every id is there once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.inspection.opened import MC, W14, WP, Element, Fault, Opened, W, value, within

_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_LONGEST_NAME = 40


def styles(opened: Opened) -> Iterator[Fault]:
    """Every style that is used is defined once, is of the right kind, and stands on styles that are there."""
    root = opened.linked("styles")
    defined = [] if root is None else list(root.iter(f"{W}style"))
    yield from _twice("style-twice", "styles", (one.get(f"{W}styleId", "") for one in defined))
    for style in defined:
        for local in ("basedOn", "next", "link"):
            said = value(style.find(f"{W}{local}"))
            if said and said not in opened.styles:
                yield Fault("style-undefined", "styles", f"{style.get(f'{W}styleId')}: {local} {said}")
        if style not in opened.chain(value(style, "styleId"))[:1] or _goes_round(opened, style):
            yield Fault("style-goes-round", "styles", value(style, "styleId"))
    for part, text in opened.texts.items():
        for local, kind in _STYLED.items():
            for said in {value(one) for one in text.iter(f"{W}{local}")}:
                if said not in opened.styles:
                    yield Fault("style-undefined", part, said)
                elif opened.styles[said].get(f"{W}type") != kind:
                    yield Fault("style-of-wrong-kind", part, said)


def lists(opened: Opened) -> Iterator[Fault]:
    """Every list that is used is defined, and has a form."""
    root = opened.linked("numbering")
    forms = {one.get(f"{W}abstractNumId") for one in root.iter(f"{W}abstractNum")} if root is not None else set()
    defined = list(root.iter(f"{W}num")) if root is not None else []
    yield from _twice("list-twice", "numbering", (one.get(f"{W}numId", "") for one in defined))
    for one in defined:
        if value(one.find(f"{W}abstractNumId")) not in forms:
            yield Fault("list-without-form", "numbering", one.get(f"{W}numId", ""))
    known = {"0", *(one.get(f"{W}numId", "") for one in defined)}
    sheet = opened.linked("styles")
    for part, text in (opened.texts | ({"styles": sheet} if sheet is not None else {})).items():
        for said in {value(one) for one in text.iter(f"{W}numId")} - known:
            yield Fault("list-undefined", part, said)


def bookmarks(opened: Opened) -> Iterator[Fault]:
    """Every bookmark opens and closes once, under a name of its own that Word can hold; every link finds its own."""
    starts = [one for text in opened.texts.values() for one in text.iter(f"{W}bookmarkStart")]
    ends = Counter(value(one, "id") for text in opened.texts.values() for one in text.iter(f"{W}bookmarkEnd"))
    names = [value(one, "name") for one in starts]
    yield from _twice("bookmark-id-twice", "text", (value(one, "id") for one in starts))
    yield from _twice("bookmark-name-twice", "text", (name.lower() for name in names))
    for one in starts:
        if not ends[value(one, "id")]:
            yield Fault("bookmark-unclosed", "text", value(one, "name"))
    for said, count in (ends - Counter(value(one, "id") for one in starts)).items():
        yield Fault("bookmark-never-opened", "text", f"{said} {count}")
    for name in names:
        if len(name) > _LONGEST_NAME or not re.fullmatch(r"[^\W\d]\w*", name):
            yield Fault("bookmark-name", "text", name)
    yield from _to_bookmarks(opened, names)


def _to_bookmarks(opened: Opened, names: list[str]) -> Iterator[Fault]:
    for part, text in opened.texts.items():
        for link in text.iter(f"{W}hyperlink"):
            if value(link, "anchor") and value(link, "anchor") not in names:
                yield Fault("link-to-no-bookmark", part, value(link, "anchor"))
        for code in text.iter(f"{W}instrText"):
            referred = re.match(r"\s*(?:PAGEREF|REF)\s+(\S+)", code.text or "")
            if referred and referred.group(1) not in names:
                yield Fault("field-to-no-bookmark", part, referred.group(1))


def drawings_and_controls(opened: Opened) -> Iterator[Fault]:
    """Drawings, content controls and paragraphs have ids of their own."""
    seen = [(part, root) for part, root in opened.texts.items()]
    named = [one for _, root in seen for one in root.iter(f"{WP}docPr") if not within(one, f"{MC}Fallback")]
    yield from _twice("drawing-id-twice", "text", (one.get("id", "") for one in named))
    yield from (Fault("drawing-id", "text", one.get("id", "")) for one in named if not one.get("id", "").isdigit())
    controls = [one for _, root in seen for one in root.iter(f"{W}sdtPr")]
    yield from _twice("control-id-twice", "text", (value(one.find(f"{W}id")) for one in controls))
    for one in controls:
        if any(len(value(one.find(f"{W}{local}"))) > 64 for local in ("tag", "alias")):
            yield Fault("control-name-long", "text", value(one.find(f"{W}tag")))
    ids = [
        said
        for _, root in seen
        for one in root.iter(f"{W}p")
        if not within(one, f"{MC}Fallback") and (said := one.get(f"{W14}paraId", ""))
    ]
    yield from _twice("paragraph-id-twice", "text", ids)


def notes_and_comments(opened: Opened) -> Iterator[Fault]:
    """What refers to a note or a comment finds one, and each has an id of its own."""
    for local, kind in (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments")):
        root = opened.linked(kind)
        held = [] if root is None else [value(one, "id") for one in root.iter(f"{W}{local}")]
        yield from _twice(f"{local}-id-twice", kind, held)
        for text in opened.texts.values():
            for one in text.iter(f"{W}{local}Reference"):
                if value(one, "id") not in held:
                    yield Fault(f"{local}-missing", kind, value(one, "id"))


def _twice(rule: str, where: str, ids: Iterable[str]) -> Iterator[Fault]:
    yield from (Fault(rule, where, said) for said, count in Counter(ids).items() if said and count > 1)


def _goes_round(opened: Opened, style: Element) -> bool:
    return bool(
        (last := opened.chain(value(style, "styleId"))) and value(last[-1].find(f"{W}basedOn")) in opened.styles
    )
