"""OpenDocument spreadsheets (.ods): the package in, its cells as they were shown out.

LibreOffice keeps beside each value the text it showed for it, so dates and numbers need no number format here.
Source: OASIS OpenDocument 1.3, part 3, sections 9 (tables), 6 (text), 14 (notes) and 19 (attributes).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import CellBook
from svcdocs.excel.health import Health
from svcdocs.excel.kinds import SEND_AGAIN
from svcdocs.excel.ods_sheet import OdsSheet
from svcdocs.excel.ods_text import OFFICE, STYLE, TABLE, OdsText, read_marks
from svcdocs.excel.package import BadPartError, Package, UnsafePartError
from svcdocs.excel.sheet_cells import RunMaker

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


def read_ods(package: Package, run: RunMaker) -> CellBook:
    """The sheets of an OpenDocument spreadsheet; ``run`` makes a stretch of rich text. Raises UnusableFile."""
    try:
        root = package.xml("content.xml")
    except UnsafePartError as error:
        message = f"{package.name} is made as no program makes a workbook ({error})."
        raise UnusableFile(message, "Do not open it; ask who sent it.", "file-unsafe") from error
    except BadPartError as error:
        raise UnusableFile(f"{package.name} is damaged ({error}).", SEND_AGAIN, "file-damaged") from error
    tables = [table for book in root.iter(f"{OFFICE}spreadsheet") for table in book.iterchildren(f"{TABLE}table")]
    if not tables:
        message = f"{package.name} holds no sheets that can be read."
        raise UnusableFile(message, SEND_AGAIN, "file-damaged")
    health = Health()
    text = OdsText(read_marks(root), run)
    hidden = _hidden_styles(root)
    sheets = tuple(
        OdsSheet(text, health, table.get(f"{TABLE}name", "")).read(
            table, "hidden" if table.get(f"{TABLE}style-name") in hidden else "visible"
        )
        for table in tables
    )
    core, properties = _properties(package, health)
    return CellBook(sheets, properties, dict(_names(root)), core, tuple(health.remarks), tuple(health.lost))


def _hidden_styles(root: etree._Element) -> set[str]:
    """The styles of tables that are not shown."""
    return {
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        if any(child.get(f"{TABLE}display") == "false" for child in style)
    }


def _names(root: etree._Element) -> Iterator[tuple[str, str]]:
    for item in root.iter(f"{TABLE}named-range"):
        yield item.get(f"{TABLE}name", ""), item.get(f"{TABLE}cell-range-address", "")


def _properties(package: Package, health: Health) -> tuple[dict[str, str], dict[str, str]]:
    """The usual and the own properties of the document."""
    core: dict[str, str] = {}
    own: dict[str, str] = {}
    try:
        meta = package.xml("meta.xml") if package.has("meta.xml") else None
    except BadPartError as error:
        health.remark(f"{error}, and was left out")
        meta = None
    for item in meta.iter("{*}*") if meta is not None else ():
        words = (item.text or "").strip()
        if item.tag == f"{_META}user-defined":
            own[item.get(f"{_META}name", "")] = words
        elif words:
            core.setdefault(etree.QName(item).localname, words)
    return core, own
