"""A template read and checked from end to end: all that is wrong with it, or its parts ready to compile."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.word.attributes import marked, take_attributes
from svcdocs.word.blocks import Host, host
from svcdocs.word.breaks import check_breaks, mark_sections
from svcdocs.word.cleaning import clean, clean_settings, unfinished
from svcdocs.word.columns import share_widths
from svcdocs.word.contents import Contents, find_contents, take_out
from svcdocs.word.faults import Place, TemplateFault
from svcdocs.word.guards import add_guards
from svcdocs.word.ids import Ids, renumber
from svcdocs.word.kept import mark_rows
from svcdocs.word.names import PPR, TEXT_BOX, Element, P, child_value, nearest, whole
from svcdocs.word.nesting import check_nesting
from svcdocs.word.numbering import Counters, NumberingPart
from svcdocs.word.package import CONTENT_TYPES_PART, Package, to_bytes
from svcdocs.word.properties import clean_app, core_texts, custom_texts, unprinted
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.structure import take_apart
from svcdocs.word.styles import Styles
from svcdocs.word.survey import survey
from svcdocs.word.tags import Tag

_PART_KINDS: Final = ("header", "footer", "footnotes", "endnotes")
_NOT_READ: Final = ("word/charts/", "word/diagrams/")
_ADDED: Final = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


@dataclass(slots=True)
class Checked:
    """A template that has been read. It can be compiled when ``faults`` is empty."""

    name: str
    package: Package
    styles: Styles
    numbering: NumberingPart
    counters: Counters
    numbering_name: str
    faults: list[TemplateFault] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    hosts: list[Host] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    core: Mapping[str, str] = field(default_factory=dict)
    custom: Mapping[str, str] = field(default_factory=dict)
    app: dict[str, str] = field(default_factory=dict)
    """docProps/app.xml, where there is a tag in it."""
    properties: Sheet | None = None


def check_template(data: bytes, context: type, name: str) -> Checked:
    """Read a template and check it against its context.

    Raises:
        UnusableFile: it cannot be read at all.
    """
    package = Package.read(data, name)
    main = package.main
    roots = {main: package.main_root()}
    for kind in _PART_KINDS:
        roots |= {part: package.xml(part) for part in package.linked(main, kind)}
    checked = _with_styles(package, main, name)
    for part, root in roots.items():
        label = "body" if part == main else _label(part)
        checked.sheets[part] = _check_part(checked, root, label, context)
    for part, content in package.parts.items():
        if part.startswith(_NOT_READ) and (b"{{" in content or b"{%" in content):
            message = "holds a tag in a chart or diagram, where it is not read."
            checked.faults.append(TemplateFault(Place(name, posixpath.basename(part)), message))
    package.xml(CONTENT_TYPES_PART)
    for part in list(package.parts):
        for link in package.links(part):
            if link.external and any(sign in link.target for sign in ("{{", "{%", "%7B%7B", "%7b%7b")):
                message = f"the address of a link, {link.target}, holds a tag, where it is not read."
                checked.faults.append(TemplateFault(Place(name, "links"), message, "Print the address as text."))
    _check_properties(checked, context)
    _tidy(checked, main)
    return checked


def _with_styles(package: Package, main: str, name: str) -> Checked:
    styles_part = next(iter(package.linked(main, "styles")), None)
    numbering_part = next(iter(package.linked(main, "numbering")), "")
    root = package.xml(numbering_part) if numbering_part else etree.fromstring(_ADDED)
    return Checked(
        name,
        package,
        Styles(package.xml(styles_part) if styles_part else None),
        NumberingPart(root),
        Counters(root),
        numbering_part,
    )


def _check_part(checked: Checked, root: Element, label: str, context: type) -> Sheet:
    clean(root)
    sheet = Sheet(root, label, survey(root, checked.styles, checked.name, label))
    for element, message, hint in unfinished(root):
        sheet.report(element, message, hint)
    if label == "body":
        _take_contents(checked, sheet)
    take_attributes(sheet)
    take_apart(sheet)
    around = check_nesting(sheet, context)
    check_breaks(sheet)
    renumber(sheet, around, checked.ids)
    if label == "body":
        _mark_headings(checked, sheet)
    add_guards(sheet)
    mark_sections(sheet)
    mark_rows(sheet)
    share_widths(sheet)
    _find_hosts(checked, sheet)
    checked.faults += sheet.faults()
    return sheet


def _take_contents(checked: Checked, sheet: Sheet) -> None:
    while (found := find_contents(sheet.root)) is not None:
        paragraphs, code = found
        first = paragraphs[0] if paragraphs else next(sheet.root.iter(P))
        if not paragraphs:
            hint = "Delete the contents and insert them again (References > Table of contents)."
            sheet.report(first, "the contents field has no end.", hint)
            return
        mark = sheet.mark(Step("contents", {"index": str(len(checked.contents))}))
        contents, missing = take_out(paragraphs, code, checked.styles, mark)
        checked.contents.append(contents)
        for lack in missing:
            sheet.report(first, f"the contents field {lack}", "Add it to the template.")


def _mark_headings(checked: Checked, sheet: Sheet) -> None:
    for paragraph in list(sheet.root.iter(P)):
        level = checked.styles.level_of(paragraph)
        if not level or nearest(paragraph, TEXT_BOX) is not None:
            continue
        properties = paragraph.find(PPR)
        style_num, style_level = checked.styles.numbering(checked.styles.of(paragraph))
        num = child_value(properties, "numPr/numId") or style_num
        ilvl = child_value(properties, "numPr/ilvl") or str(style_level)
        data = {"level": str(level), "num": "" if num == "0" else num, "ilvl": str(whole(ilvl))}
        begin, end = sheet.mark(Step("heading", data)), sheet.mark(Step("heading_end"))
        if properties is None:
            paragraph.insert(0, begin)
        else:
            properties.addnext(begin)
        paragraph.append(end)


def _find_hosts(checked: Checked, sheet: Sheet) -> None:
    """Find the styles for every block text of a part; the same paragraph looks need finding once."""
    told: set[str] = set()
    for tag in sheet.steps:
        if not (isinstance(tag, Tag) and tag.sign == "{{" and tag.level == "p"):
            continue
        spot = sheet.spots[tag.paragraph]
        found, missing = host(
            tag.extra.get("pPr", ""), tag.looks, tag.extra.get("style", ""), checked.styles, checked.counters,
            under=spot.under, in_table=bool(spot.place.table or spot.place.text_box or sheet.part != "body"),
        )  # fmt: skip
        for lack in missing:
            if lack not in told:
                told.add(lack)
                sheet.fault(tag, lack, "Add it to the template (Home > Styles > New style).")
        if found not in checked.hosts:
            checked.hosts.append(found)
        tag.extra["host"] = str(checked.hosts.index(found))


def _check_properties(checked: Checked, context: type) -> None:
    """Check the tags in docProps; what a document has there is written anew from texts."""
    package = checked.package
    core = next(iter(package.linked("", "core-properties")), None)
    custom = next(iter(package.linked("", "custom-properties")), None)
    root = etree.Element("properties")
    sheet = Sheet(root, "properties", {})
    place = Place(checked.name, "properties")
    for lost in unprinted(package.xml(core) if core else None):
        message = f"holds a tag in the property “{lost}”, which no document has."
        checked.faults.append(TemplateFault(place, message, "Print it as title, subject, keywords or comments."))
    texts = {}
    for kind, found in (
        ("core", core_texts(package.xml(core) if core else None)),
        ("custom", custom_texts(package.xml(custom) if custom else None)),
    ):
        texts[kind] = {name: marked(sheet, root, text, place) for name, text in found.items()}
    for step in sheet.steps:
        if isinstance(step, Tag):
            step.extra["as"] = "plain"  # escaped when the properties are written
    in_app = _take_statistics(checked, sheet, place)
    # The walk sees the tags where it looks for all others: in attributes.
    for number, text in enumerate([*texts["core"].values(), *texts["custom"].values(), *in_app]):
        etree.SubElement(root, f"p{number}").set("text", text)
    check_nesting(sheet, context)
    checked.faults += sheet.faults()
    checked.core, checked.custom, checked.properties = texts["core"], texts["custom"], sheet


def _take_statistics(checked: Checked, sheet: Sheet, place: Place) -> list[str]:
    """Clean docProps/app.xml, and put marks in the place of its tags; hands back the texts that hold one."""
    found: list[str] = []
    for part in checked.package.linked("", "extended-properties"):
        root = checked.package.xml(part)
        clean_app(root)
        for element in root.iter(etree.Element):
            if element.text and "{" in element.text:
                element.text = marked(sheet, sheet.root, element.text, place)
                found.append(element.text)
        checked.package.put(part, to_bytes(root))
        if found:
            checked.app[part] = to_bytes(root).decode()
    return found


def _tidy(checked: Checked, main: str) -> None:
    """Write anew what is the same in every document, and drop the picture of the template's first page."""
    package = checked.package
    for settings in package.linked(main, "settings"):
        root = package.xml(settings)
        clean_settings(root)
        package.put(settings, to_bytes(root))
        package.drop_links(settings, "attachedTemplate")
    package.drop_links("", "thumbnail")


def unusable(name: str, error: UnusableFile) -> TemplateFault:
    """A file that cannot be read at all, as the one fault it has."""
    return TemplateFault(Place(name, "file"), error.message, error.hint)


def _label(part: str) -> str:
    file = posixpath.basename(part)
    return f"{file.rstrip('.xml0123456789')} ({file})"
