"""The column that says in words what a row still lacks: its formula, and the same answer worked out beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.excel.cells import column_letters
from svcdocs.excel.spec import CellValue, Need, TableSheet
from svcdocs.excel.values import is_blank


def needs_formula(sheet: TableSheet, row: int) -> str:
    """The formula for a row counted from 1: nothing for an empty row, else the words of every need that is not met."""
    # The ranges leave out the column the formula itself stands in.
    spans = [(0, sheet.needs_at - 1), (sheet.needs_at + 1, len(sheet.columns))]
    ranges = ",".join(
        f"{column_letters(first + 1)}{row}:{column_letters(last + 1)}{row}" for first, last in spans if first <= last
    )
    words = "&".join(f'IF({_unmet(sheet, need, row)},{_quoted(need.words + " ")},"")' for need in sheet.needs)
    return f'=IF(COUNTA({ranges})=0,"",TRIM({words}))'


def needs_words(sheet: TableSheet, row: Sequence[CellValue]) -> str:
    """What the formula says of a prefilled row, so that a file no program has calculated yet reads right."""
    values = [*row, *[""] * (len(sheet.columns) - len(row))]
    if not any(values):
        return ""
    unmet = " ".join(need.words for need in sheet.needs if _is_unmet(need, values))
    return " ".join(word for word in unmet.split(" ") if word)


def _is_unmet(need: Need, values: Sequence[CellValue]) -> bool:
    asked = not need.when or not all(is_blank(values[column]) for column in need.when)
    return asked and all(is_blank(values[column]) for column in need.columns)


def _unmet(sheet: TableSheet, need: Need, row: int) -> str:
    blank = _all_blank(sheet, need.columns, row)
    return f"AND(NOT({_all_blank(sheet, need.when, row)}),{blank})" if need.when else blank


def _all_blank(sheet: TableSheet, columns: Sequence[int], row: int) -> str:
    tests = ",".join(f'TRIM({column_letters(sheet.place(column) + 1)}{row})=""' for column in columns)
    return f"AND({tests})"


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
