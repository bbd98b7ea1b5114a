"""What Excel would refuse or silently change in a declared workbook, found before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.excel.cells import place
from svcdocs.excel.spec import (
    MAX_TEXT,
    BookSpec,
    CellValue,
    ColumnSpec,
    DataSheet,
    FieldSpec,
    FormSheet,
    GuideSheet,
    PlainSheet,
    Sheet,
    TableSheet,
)

_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_LIST_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}")
_LOOKS_LIKE_R1C1 = re.compile(r"(?i)[rc]([0-9].*)?")
MAX_SHEET_NAME = 31
MAX_PROMPT = 255
MAX_PROPERTY = 255
MAX_WORDS = 255
"""Characters of one piece of text inside a formula."""


def check(spec: BookSpec) -> None:
    """Raises ValueError with every breach, one a line, of what an .xlsx file can hold."""
    breaches = [*_names(spec), *_lists(spec), *_properties(spec)]
    for sheet in spec.sheets:
        breaches.extend(f"sheet {sheet.name!r}: {breach}" for breach in _sheet(sheet, spec))
    if breaches:
        raise ValueError("\n".join(breaches))


def plain_text(value: CellValue) -> str:
    """The characters of a prefilled value."""
    return value if isinstance(value, str) else "".join(run.text for run in value)


def text_breach(value: CellValue) -> str | None:
    """Why a value cannot stand in a cell; None where it can."""
    text = plain_text(value)
    units = len(text) + sum(1 for character in text if character > "\uffff")
    if units > MAX_TEXT:
        return f"{units:,} characters, but a cell holds {MAX_TEXT:,} ({text[:40]!r}…)"
    if any("\ud800" <= character <= "\udfff" for character in text):
        return f"half of a character in {text[:40]!r}"
    return None


def _names(spec: BookSpec) -> Iterator[str]:
    names = [sheet.name for sheet in spec.sheets] + ([spec.lists_sheet] if spec.lists else [])
    if not spec.sheets:
        yield "a workbook needs a sheet"
    for name in names:
        if not name.strip() or len(name) > MAX_SHEET_NAME or _FORBIDDEN_IN_SHEET_NAMES.search(name):
            yield f"{name!r} is no name for a sheet: 1 to {MAX_SHEET_NAME} characters, none of [ ] : * ? / \\"
        if name.startswith("'") or name.endswith("'") or name.casefold() == "history":
            yield f"{name!r} is no name for a sheet in Excel"
    folded = [name.casefold() for name in names]
    yield from (f"two sheets are named {name!r}" for name in names if folded.count(name.casefold()) > 1)


def _lists(spec: BookSpec) -> Iterator[str]:
    for name, values in spec.lists.items():
        if not _LIST_NAME.fullmatch(name) or place(name) or _LOOKS_LIKE_R1C1.fullmatch(name):
            yield f"{name!r} is no name for a list in Excel"
        yield from (f"list {name!r}: {breach}" for value in values if (breach := text_breach(value)))


def _properties(spec: BookSpec) -> Iterator[str]:
    for name, value in spec.properties.items():
        if not name or len(name) > MAX_PROPERTY or len(value) > MAX_PROPERTY:
            yield f"property {name!r} has more than {MAX_PROPERTY} characters"


def _sheet(sheet: Sheet, spec: BookSpec) -> Iterator[str]:
    if isinstance(sheet, TableSheet):
        yield from _table(sheet, spec)
        return
    if isinstance(sheet, PlainSheet | DataSheet):
        if isinstance(sheet, DataSheet):
            yield from _titles([column.title for column in sheet.columns])
        yield from (breach for row in sheet.rows for value in row if (breach := text_breach(value)))
        return
    fields = sheet.fields if isinstance(sheet, FormSheet) else sheet.answers
    for item in fields:
        yield from _entry(item.label, item, spec)
        if breach := text_breach(item.value):
            yield f"{item.label!r}: {breach}"
    if isinstance(sheet, GuideSheet):
        known = {other.name for other in spec.sheets}
        listed = (line.sheet for line in sheet.lines)
        yield from (f"it lists a sheet {name!r} that is not there" for name in listed if name not in known)


def _table(sheet: TableSheet, spec: BookSpec) -> Iterator[str]:
    titles = [column.title for column in sheet.columns] + ([sheet.needs_title] if sheet.needs else [])
    yield from _titles(titles)
    for column in sheet.columns:
        yield from _entry(column.title, column, spec)
    for need in sheet.needs:
        if not need.columns or any(not 0 <= column < len(sheet.columns) for column in (*need.columns, *need.when)):
            yield f"the need {need.words!r} names no column, or one that is not there"
        if len(need.words) >= MAX_WORDS:
            yield f"the words of a need have {len(need.words)} characters: {need.words[:40]!r}…"
    for number, row in enumerate(sheet.rows, 1):
        if len(row) > len(sheet.columns):
            yield f"row {number} of the data has {len(row)} values for {len(sheet.columns)} columns"
        yield from (f"row {number} of the data: {breach}" for value in row if (breach := text_breach(value)))


def _titles(titles: list[str]) -> Iterator[str]:
    if not titles:
        yield "it has no column"
    yield from (f"two columns are titled {title!r}" for title in sorted({t for t in titles if titles.count(t) > 1}))


def _entry(title: str, entry: ColumnSpec | FieldSpec, spec: BookSpec) -> Iterator[str]:
    if entry.choices and entry.choices not in spec.lists:
        yield f"{title!r} offers the list {entry.choices!r}, which is not there"
    if len(entry.prompt) > MAX_PROMPT:
        yield f"{title!r}: its prompt has {len(entry.prompt)} characters, at most {MAX_PROMPT} are shown"
