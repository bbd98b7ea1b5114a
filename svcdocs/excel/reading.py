"""Reads a workbook from outside: a file or its bytes in, plain cells as a person sees them out."""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import MAX_COLUMN, CellBook, CellSheet, State, place
from svcdocs.excel.notes import read_notes
from svcdocs.excel.package import BadPartError, Limits, Link, Package, open_package
from svcdocs.excel.sheet_cells import SheetCells
from svcdocs.excel.sheet_xml import read_sheet_xml, utf8
from svcdocs.excel.strings import StoredText, shared_strings
from svcdocs.excel.styles import CellStyle, read_styles

T = TypeVar("T")

MAX_SHEETS = 250

_SHEET_STATES: dict[str, State] = {"hidden": "hidden", "veryHidden": "veryHidden"}
_TRUE = frozenset({"1", "true", "on"})
_DAMAGED = "Open it in Excel, let Excel repair it, save it and send it again."


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


def read_book(source: Path | bytes, name: str = "", limits: Limits = Limits()) -> CellBook:  # noqa: B008 (immutable)
    """Reads every worksheet of an .xlsx or .xlsm workbook.

    ``source`` is the file or its bytes; ``name`` is what messages call it, else the file's own name; ``limits`` is what
    it may be at most. Numbers and dates come as their number format shows them. Raises UnusableFile for what cannot be
    read at all; smaller damage is told in the book's remarks.
    """
    with _no_collection():
        return _read(open_package(source, name, limits))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds Python's search for cyclic garbage: it would walk the growing cells again and again, and they have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(package: Package) -> CellBook:
    remarks: dict[str, None] = {}
    try:
        workbook = _workbook(package)
        strings, styles = _strings(package, workbook), _styles(package, workbook, remarks)
        cells = SheetCells(strings, styles, from_1904=workbook.from_1904)
        sheets = tuple(_sheet(package, tab, cells, remarks) for tab in workbook.tabs)
    except BadPartError as error:
        raise UnusableFile(f"{package.name} is damaged ({error}).", _DAMAGED) from error
    nothing: dict[str, str] = {}
    core = _optional(package, "docProps/core.xml", _core, nothing, remarks)
    properties = _optional(package, "docProps/custom.xml", _custom, nothing, remarks)
    return CellBook(sheets, properties, workbook.names, core, (*remarks, *cells.remarks))


def _workbook(package: Package) -> _Workbook:
    main = (link.target for link in package.links("").values() if link.kind == "officeDocument")
    part = next(main, "xl/workbook.xml")
    root = package.xml(part)
    links = package.links(part)
    if etree.QName(root).localname != "workbook":
        raise UnusableFile(f"{package.name} is not an Excel workbook.", "Send the .xlsx workbook itself.")
    tabs = tuple(_tabs(root, links))
    if not tabs or len(tabs) > MAX_SHEETS:
        raise UnusableFile(f"{package.name} holds {len(tabs)} sheets that can be read.", _DAMAGED)
    settings = next(_named(root, "workbookPr"), None)
    from_1904 = settings is not None and settings.get("date1904") in _TRUE
    titles = [item.get("name", "") for group in _named(root, "sheets") for item in group]
    return _Workbook(part, tabs, _defined_names(root, titles), from_1904, links)


def _tabs(root: etree._Element, links: dict[str, Link]) -> Iterator[_Tab]:
    """The worksheets in the order of their tabs; sheets that are one chart hold no cells and are left out."""
    for item in (item for group in _named(root, "sheets") for item in group):
        identity = next((value for key, value in item.attrib.items() if str(key).endswith("}id")), "")
        link = links.get(str(identity))
        if link is not None and link.kind == "worksheet":
            yield _Tab(item.get("name", ""), _SHEET_STATES.get(item.get("state", ""), "visible"), link.target)


def _defined_names(root: etree._Element, titles: Sequence[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for item in (item for group in _named(root, "definedNames") for item in group):
        owner = item.get("localSheetId", "")
        prefix = f"{titles[int(owner)]}!" if owner.isdigit() and int(owner) < len(titles) else ""
        names[prefix + item.get("name", "")] = item.text or ""
    return names


def _strings(package: Package, workbook: _Workbook) -> list[StoredText]:
    part = _linked(workbook, "sharedStrings")
    if part is None or not package.has(part):
        return []
    data = package.read(part)
    return shared_strings(data, utf8(data), part)


def _styles(package: Package, workbook: _Workbook, remarks: dict[str, None]) -> list[CellStyle]:
    """The styles; without them every number is shown in the General way, dates as well, which is worth a remark."""
    part = _linked(workbook, "styles")
    if part is None:
        return []
    return _optional(package, part, read_styles, [], remarks)


def _linked(workbook: _Workbook, kind: str) -> str | None:
    stated = next((link.target for link in workbook.links.values() if link.kind == kind), None)
    return stated or posixpath.join(posixpath.dirname(workbook.part), f"{kind}.xml")


def _sheet(package: Package, tab: _Tab, cells: SheetCells, remarks: dict[str, None]) -> CellSheet:
    if not package.has(tab.part):
        remarks.setdefault(f"{tab.name}: the sheet is missing from the file")
        return CellSheet(tab.name, tab.state)
    root, space, tokens = read_sheet_xml(package.read(tab.part), tab.part)
    rows, hidden = cells.read(tokens, tab.name)
    last = max((max(row) for row in rows.values()), default=0)
    return CellSheet(
        name=tab.name,
        state=tab.state,
        rows=rows,
        merged=tuple(_merged(root, space)),
        hidden_rows=frozenset(hidden),
        hidden_columns=_hidden_columns(root, space, last),
        notes=_notes(package, tab, remarks),
    )


def _merged(root: etree._Element, space: str) -> Iterator[tuple[int, int, int, int]]:
    for item in root.iterfind(f"{space}mergeCells/{space}mergeCell"):
        first, _, last = item.get("ref", "").partition(":")
        start, end = place(first), place(last or first)
        if start and end and start != end:
            yield (*start, *end)


def _hidden_columns(root: etree._Element, space: str, last: int) -> frozenset[int]:
    """The hidden columns up to the last that holds anything: beyond it Excel often hides all of the rest."""
    spans = []
    for item in root.iterfind(f"{space}cols/{space}col"):
        start, end = item.get("min", ""), item.get("max", "")
        if item.get("hidden") in _TRUE and start.isdecimal() and end.isdecimal():
            spans.append((max(int(start), 1), min(int(end), last, MAX_COLUMN)))
    hidden: set[int] = set()
    reached = 0
    for start_at, end_at in sorted(spans):  # in order, so that spans laid over each other are gone through once
        hidden.update(range(max(start_at, reached + 1), end_at + 1))
        reached = max(reached, end_at)
    return frozenset(hidden)


def _notes(package: Package, tab: _Tab, remarks: dict[str, None]) -> dict[tuple[int, int], str]:
    try:
        return read_notes(package, package.links(tab.part))
    except BadPartError:
        remarks.setdefault(f"{tab.name}: its comments could not be read")
        return {}


def _core(root: etree._Element) -> dict[str, str]:
    return {etree.QName(item).localname: (item.text or "").strip() for item in root if (item.text or "").strip()}


def _custom(root: etree._Element) -> dict[str, str]:
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()) for item in root}


def _optional(
    package: Package, part: str, read: Callable[[etree._Element], T], otherwise: T, remarks: dict[str, None]
) -> T:
    """What a part holds that a workbook can do without; where it is damaged, a remark says so."""
    if not package.has(part):
        return otherwise
    try:
        return read(package.xml(part))
    except BadPartError as error:
        remarks.setdefault(f"{error}, and was left out")
        return otherwise


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in root if etree.QName(child).localname == name)
