"""The properties of a document: the usual ones (title, creator) and its own, which hold whose workbook it is."""

from __future__ import annotations

from lxml import etree

from svcdocs.excel.package import BadPartError, Package

Texts = dict[str, str]


def read_properties(package: Package) -> tuple[Texts, Texts, tuple[str, ...]]:
    """The usual and the own properties of a workbook, and a remark for each part of them that cannot be read."""
    remarks: list[str] = []
    found = []
    for part, read in (("docProps/core.xml", _core), ("docProps/custom.xml", _custom)):
        try:
            found.append(read(package.xml(part)) if package.has(part) else {})
        except BadPartError as error:
            found.append({})
            remarks.append(f"{error}, and was left out")
    core, custom = found
    return core, custom, tuple(remarks)


def _core(root: etree._Element) -> Texts:
    return {etree.QName(item).localname: (item.text or "").strip() for item in root if (item.text or "").strip()}


def _custom(root: etree._Element) -> Texts:
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()) for item in root}
