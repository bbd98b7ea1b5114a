from __future__ import annotations

import pytest

from svcdocs.excel.cells import Cell, Kind
from svcdocs.model.findings import CellRef, Severity
from svcdocs.workbook.declaration import columns_of
from svcdocs.workbook.service_book import ACTIONS, INDICATORS
from svcdocs.workbook.typed_values import as_meant, may_mean_more

FINISH, TITLE = (
    next(column for column in columns_of(ACTIONS, {}) if column.field == field) for field in ("finish", "title")
)
TARGET = next(column for column in columns_of(INDICATORS, {"plan years": ("2027/28",)}) if column.field == "targets")
HERE = CellRef("team.xlsx", "Actions", "F6")


def cell(text: str, kind: Kind = "text", value: float | None = None) -> Cell:
    return Cell(text, (), kind, value)


@pytest.mark.parametrize(
    ("typed", "read", "code"),
    [
        (cell("46112", "number", 46112.0), "31 March 2026", "date-number"),
        (cell("46112.5", "number", 46112.5), "31 March 2026", "date-number"),
        (cell("46112"), "46112", "date-number"),
        (cell("2028", "number", 2028.0), "2028", ""),
        (cell("31/03/2026 00:00", "date", 46112.0), "31/03/2026", ""),
        (cell("31/03/2026 14:30", "date", 46112.604), "31/03/2026 14:30", ""),
        (cell("3/31/2026", "date", 46112.0), "31 March 2026", "date-order"),
        (cell("4/5/2026", "date", 46117.0), "5 April 2026", "date-order"),
        (cell("05/04/2026", "date", 46117.0), "05/04/2026", ""),
        (cell("Mar-26", "date", 46112.0), "Mar-26", ""),
        (cell("2026-03-31 00:00:00"), "2026-03-31", ""),
        (cell("31/03/2026 12:00"), "31/03/2026 12:00", ""),
        (cell("March 2026"), "March 2026", ""),
    ],
)
def test_a_date_is_read_as_it_is_meant_where_that_is_sure(typed: Cell, read: str, code: str) -> None:
    meant, findings = as_meant(typed, FINISH, HERE, {}) if may_mean_more(typed, FINISH) else (typed, ())
    assert meant.text == read
    assert [finding.code for finding in findings] == ([code] if code else [])


def test_a_number_where_no_date_belongs_stays_as_it_is() -> None:
    assert as_meant(cell("46112", "number", 46112.0), TITLE, HERE, {}) == (cell("46112", "number", 46112.0), ())


@pytest.mark.parametrize(
    ("unit", "typed", "told"),
    [
        ("Percentage", cell("0.85", "number", 0.85), ["If 85% is meant, type 85%."]),
        ("% of tenants", cell("0.07", "number", 0.07), ["If 7% is meant, type 7%."]),
        ("Percentage", cell("85%", "number", 0.85), []),
        ("Percentage", cell("85", "number", 85.0), []),
        ("Days", cell("0.85", "number", 0.85), []),
        ("Percentage", cell("0.85"), []),
    ],
)
def test_a_part_of_one_under_per_cent_is_kept_and_told(unit: str, typed: Cell, told: list[str]) -> None:
    meant, findings = as_meant(typed, TARGET, HERE, {"unit": cell(unit)})
    assert meant == typed
    assert [finding.hint for finding in findings] == told


@pytest.mark.parametrize(
    ("key", "beside", "asks"),
    [
        ("targets 2027/28", "55 per cent", Severity.WARNING),
        ("results 2025/26", "38%", Severity.WARNING),
        ("baseline", "38", Severity.WARNING),
        ("results 2025/26", "0.38", Severity.NOTE),
        ("targets 2027/28", "66 of 100", Severity.NOTE),
        ("ref", "38", Severity.NOTE),
    ],
)
def test_a_part_of_one_is_asked_about_where_the_row_has_whole_per_cents(key: str, beside: str, asks: Severity) -> None:
    row = {"unit": cell("Percentage"), key: cell(beside)}
    _, (finding,) = as_meant(cell("0.66", "number", 0.66), TARGET, HERE, row)
    assert finding.severity is asks
    assert (beside in finding.message) == (asks is Severity.WARNING)
