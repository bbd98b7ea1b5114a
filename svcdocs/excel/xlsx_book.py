"""The usual kind of workbook (.xlsx, .xlsm, their templates, the strict form): its package in, its cells out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import CellBook, State, whole_number
from svcdocs.excel.health import Health
from svcdocs.excel.package import BadPartError, Link, Package, UnsafePartError
from svcdocs.excel.properties import read_properties
from svcdocs.excel.sheet_cells import RunMaker, SheetCells
from svcdocs.excel.sheet_xml import utf8
from svcdocs.excel.strings import StoredText, shared_strings
from svcdocs.excel.styles import CellStyle, read_styles
from svcdocs.excel.xlsx_sheet import read_sheet

MAX_SHEETS = 250

_SHEET_STATES: dict[str, State] = {"hidden": "hidden", "veryHidden": "veryHidden"}
_TRUE = frozenset({"1", "true", "on"})
_DAMAGED = "Open it in Excel, let Excel repair it, save it and send it again."
_MACROS = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet"})


class _Tab(NamedTuple):
    name: str
    state: State
    part: str


class _Workbook(NamedTuple):
    """What the workbook part says: its tabs in order, defined names, and which epoch its dates count from."""

    part: str
    tabs: tuple[_Tab, ...]
    names: dict[str, str]
    from_1904: bool
    links: dict[str, Link]


def read_xlsx(package: Package, run: RunMaker, health: Health) -> CellBook:
    """The worksheets of a workbook; ``run`` makes a stretch of rich text, ``health`` takes what is to be said.

    Raises UnusableFile where nothing of it can be read.
    """
    try:
        workbook = _workbook(package, health)
        strings, styles = _strings(package, workbook), _styles(package, workbook, health)
        cells = SheetCells(strings, styles, health, run, from_1904=workbook.from_1904)
        sheets = tuple(
            read_sheet(package, tab.part, cells, health, name=tab.name, state=tab.state) for tab in workbook.tabs
        )
    except BadPartError as error:
        raise _refusal(package, error) from error
    if len(health.unreadable) == len(sheets):
        raise _refusal(package, BadPartError(next(iter(health.unreadable.values()))))
    core, properties, remarks = read_properties(package)
    for remark in remarks:
        health.remark(remark)
    return CellBook(sheets, properties, workbook.names, core, tuple(health.remarks), tuple(health.lost))


def _refusal(package: Package, error: BadPartError) -> UnusableFile:
    if isinstance(error, UnsafePartError):
        message = f"{package.name} is made as no program makes a workbook ({error})."
        return UnusableFile(message, "Do not open it; ask who sent it.", "file-unsafe")
    return UnusableFile(f"{package.name} is damaged ({error}).", _DAMAGED, "file-damaged")


def _workbook(package: Package, health: Health) -> _Workbook:
    part = _main_part(package, health)
    root = package.xml(part)
    links = package.links(part)
    if etree.QName(root).localname != "workbook":
        raise UnusableFile(
            f"{package.name} is not an Excel workbook.", "Send the .xlsx workbook itself.", "file-not-a-workbook"
        )
    tabs = tuple(_tabs(root, links, health))
    if not tabs or len(tabs) > MAX_SHEETS:
        message = f"{package.name} holds {len(tabs)} sheets that can be read."
        raise UnusableFile(message, _DAMAGED, "file-damaged")
    if any(link.kind in _MACROS for link in links.values()):
        health.remark("it holds macros, which were not run and not read")
    settings = next(_named(root, "workbookPr"), None)
    from_1904 = settings is not None and settings.get("date1904") in _TRUE
    titles = [item.get("name", "") for group in _named(root, "sheets") for item in group]
    return _Workbook(part, tabs, _defined_names(root, titles), from_1904, links)


def _main_part(package: Package, health: Health) -> str:
    """The part that lists the sheets; where what leads to it is damaged, the one in which every program keeps it."""
    usual = "xl/workbook.xml"
    try:
        main = [link.target for link in package.links("").values() if link.kind == "officeDocument"]
    except UnsafePartError:
        raise
    except BadPartError as error:
        if not package.has(usual):
            raise
        health.remark(f"{error}, so the sheets were looked for where they usually are")
        return usual
    return next((target for target in main if package.has(target)), usual)


def _tabs(root: etree._Element, links: dict[str, Link], health: Health) -> Iterator[_Tab]:
    """The worksheets in the order of their tabs; sheets that are one chart hold no cells and are left out."""
    for item in (item for group in _named(root, "sheets") for item in group):
        identity = next((value for key, value in item.attrib.items() if str(key).endswith("}id")), "")
        link, name = links.get(str(identity)), item.get("name", "")
        if link is not None and link.kind == "worksheet":
            yield _Tab(name, _SHEET_STATES.get(item.get("state", ""), "visible"), link.target)
        elif link is None:
            health.lose("the sheet is missing from the file", name)


def _defined_names(root: etree._Element, titles: Sequence[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for item in (item for group in _named(root, "definedNames") for item in group):
        owner = item.get("localSheetId", "")
        prefix = f"{titles[number]}!" if (number := whole_number(owner)) is not None and number < len(titles) else ""
        names[prefix + item.get("name", "")] = item.text or ""
    return names


def _strings(package: Package, workbook: _Workbook) -> list[StoredText]:
    part = _linked(workbook, "sharedStrings")
    if not package.has(part):
        return []
    try:
        data = package.read(part)
        return shared_strings(data, utf8(data), part)
    except UnsafePartError:
        raise
    except BadPartError as error:
        raise BadPartError(f"the table of its texts cannot be read: {error}") from error


def _styles(package: Package, workbook: _Workbook, health: Health) -> list[CellStyle]:
    """The styles; without them every number is shown in the General way, dates as well, which is worth telling."""
    part = _linked(workbook, "styles")
    if not package.has(part) and not any(link.kind == "styles" for link in workbook.links.values()):
        return []
    try:
        return read_styles(package.xml(part))
    except UnsafePartError:
        raise
    except BadPartError as error:
        health.lose(f"{error}, so that dates came as numbers, and bold and italic are gone")
        return []


def _linked(workbook: _Workbook, kind: str) -> str:
    stated = next((link.target for link in workbook.links.values() if link.kind == kind), None)
    return stated or posixpath.join(posixpath.dirname(workbook.part), f"{kind}.xml")


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in root if etree.QName(child).localname == name)
