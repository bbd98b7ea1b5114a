"""Whether a package holds together: parts, their types and the relationships between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.inspection.opened import MC, TYPES, Fault, Link, Opened, R, rels_of

_KINDS = {
    "officeDocument": "document.main+xml", "styles": "styles+xml", "settings": "settings+xml", "theme": "theme+xml",
    "numbering": "numbering+xml", "header": "header+xml", "footer": "footer+xml", "footnotes": "footnotes+xml",
    "comments": "comments+xml", "fontTable": "fontTable+xml", "image": "image/", "chart": "chart+xml",
    "core-properties": "core-properties+xml",
}  # fmt: skip
"""What the content type of a part has in it, by the relationship that leads to it."""
_ASKED = {
    "headerReference": "header", "footerReference": "footer", "hyperlink": "hyperlink", "blip": "image",
    "chart": "chart",
}  # fmt: skip
"""The relationship that an element must refer to."""
_BEGINNINGS = {"png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8", "gif": b"GIF8"}
_FORBIDDEN = re.compile(rb"&#(?:x0*(?:[0-8bcBC]|1[0-9a-fA-F]|[fF]{3}[eEfF])|0*(?:[0-8]|1[124-9]|2\d|3[01]));")


def parts(opened: Opened) -> Iterator[Fault]:
    """Each name once, each part XML that a strict reader takes, each picture what its name says."""
    for name, count in Counter(name.lower() for name in opened.names).items():
        if count > 1:
            yield Fault("part-twice", name)
        if "\\" in name or name.startswith("/") or ".." in name.split("/"):
            yield Fault("part-name", name)
    for name, content in opened.parts.items():
        if name.endswith((".xml", ".rels")):
            if b"<!DOCTYPE" in content[:2000]:
                yield Fault("document-type", name)
            if _FORBIDDEN.search(content):
                yield Fault("character-forbidden", name)
            elif opened.xml(name) is None:
                yield Fault("part-not-well-formed", name)
        beginning = _BEGINNINGS.get(name.rpartition(".")[2].lower())
        if beginning and not content.startswith(beginning):
            yield Fault("picture-damaged", name)


def content_types(opened: Opened) -> Iterator[Fault]:
    """Each part has one type, and the type it should have."""
    root = opened.xml(TYPES)
    if root is None:
        yield Fault("content-types-missing", TYPES)
        return
    said = [(one.get("PartName", "").lstrip("/") or f"*.{one.get('Extension', '')}", one) for one in root]
    yield from (Fault("content-type-twice", name) for name, n in Counter(name for name, _ in said).items() if n > 1)
    types = {name: one.get("ContentType", "") for name, one in said}
    for name in types:
        if not name.startswith("*.") and name not in opened.parts:
            yield Fault("content-type-of-nothing", name)
    for name in opened.parts:
        if name != TYPES and not types.get(name, types.get(f"*.{name.rpartition('.')[2]}", "")):
            yield Fault("content-type-missing", name)
    for part in ("", *opened.parts):
        for link in opened.links(part):
            kind = types.get(link.target, types.get(f"*.{link.target.rpartition('.')[2]}", ""))
            wanted = _KINDS.get(link.kind, "")
            if not link.external and link.target in opened.parts and wanted not in kind:
                yield Fault("content-type-wrong", link.target, kind)


def relationships(opened: Opened) -> Iterator[Fault]:
    """Each leads somewhere, each is found by what refers to it, and no part lies there unreached."""
    reached = {TYPES, "_rels/.rels"}
    for part in ("", *opened.parts):
        links = opened.links(part)
        reached |= {link.target for link in links} | {rels_of(part)}
        yield from (Fault("relationship-twice", part, i) for i, n in Counter(x.id for x in links).items() if n > 1)
        for link in links:
            if not link.external and link.target not in opened.parts:
                yield Fault("relationship-to-nothing", part, link.target)
            if link.external:
                yield from _outside(link, part)
        if part.endswith(".xml"):
            yield from _referred(opened, part)
    for name in opened.parts:
        if name.endswith(".rels") and name not in reached:
            yield Fault("relationships-of-nothing", name)
        elif not name.endswith(".rels") and name not in reached:
            yield Fault("part-unreached", name)


def ignorable(opened: Opened) -> Iterator[Fault]:
    """A prefix that is said to be ignorable is declared: Word opens no file where it is not."""
    for part, root in opened.texts.items():
        for element in root.iter(etree.Element):
            said = f"{element.get(f'{MC}Ignorable', '')} {element.get('Requires', '') if _is_choice(element) else ''}"
            yield from (
                Fault("prefix-undeclared", part, prefix) for prefix in said.split() if prefix not in element.nsmap
            )


def _is_choice(element: etree._Element) -> bool:
    return element.tag == f"{MC}Choice"


def _outside(link: Link, part: str) -> Iterator[Fault]:
    if not link.target.strip() or re.search(r"[\s<>\"{}|\\^`]", link.target):
        yield Fault("address-damaged", part, link.target)
    if link.kind != "hyperlink":
        yield Fault("content-from-outside", part, link.target)
    if re.match(r"(file:|javascript:|[A-Za-z]:\\|\\\\)", link.target, re.IGNORECASE):
        yield Fault("address-unsafe", part, link.target)


def _referred(opened: Opened, part: str) -> Iterator[Fault]:
    root = opened.xml(part)
    kinds = {link.id: link.kind for link in opened.links(part)}
    for element in [] if root is None else root.iter(etree.Element):
        for attribute, said in element.attrib.items():
            if not str(attribute).startswith(R) or not said:
                continue
            local = etree.QName(element).localname
            if str(said) not in kinds:
                yield Fault("relationship-missing", part, f"{local} {said!s}")
            elif _ASKED.get(local, kinds[str(said)]) != kinds[str(said)]:
                yield Fault("relationship-of-wrong-kind", part, f"{local} {said!s}")
