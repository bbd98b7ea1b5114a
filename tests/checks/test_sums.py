from __future__ import annotations

from decimal import Decimal

import pytest

from svcdocs.checks.run import checked
from svcdocs.checks.sums import may_be_rounded
from svcdocs.checks.sums import years_of_tables_that_do_not_follow as years_of_tables
from svcdocs.model.base import Origin
from svcdocs.model.service_plan import Passage, TableRow
from tests.checks.councils import PLAN, cycle, found, place


def told(*rows: str) -> list[tuple[str, str]]:
    """What is said of a table of the service's own, its cells apart by bars."""
    cells = [{"cells": [cell.strip() for cell in row.split("|")]} for row in rows]
    passages = [
        *PLAN["passages"],
        {"section": "Risks", "text": "Our table", "kind": "Table", "picture": "T", "rows": cells},
    ]
    made = cycle(passages=passages)
    for number, row in enumerate(made.plans[0].passages[-1].rows, 1):
        row.at(Origin("housing.xlsx", "T", number, {f"cells {n}": chr(64 + n) for n in range(1, 9)}))
    return [(finding.code, place(finding)) for finding in checked(made).findings]


def test_a_total_that_is_not_the_sum_of_its_rows_is_told_at_its_cell() -> None:
    assert told("Kind | 2027/28 count", "Vans | 4", "Lorries | 3", "Total | 8") == [("table-total-differs", "T B4")]
    assert told("Kind | Count | Cost", "Vans | 4 | £1,000", "Lorries | - | £2,500", "Grand total | 4 | £3,600") == [
        ("table-total-differs", "T C4")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Kind | Count", "Vans | 4", "Lorries | 3", "Total | 7"),
        ("Kind | Count", "Vans | 4", "Lorries | some", "Total | 9"),
        ("Kind | Average age", "Vans | 4", "Lorries | 3", "Total | 9"),
        ("Kind | Cost", "Spend | 9", "Less income | 3", "Total | 6"),
        ("Kind | £m", "Vans | 1.4", "Lorries | 1.4", "Buses | 1.4", "Total | 4.3"),
        ("Kind | Count", "A | 1", "B | 2", "Subtotal | 3", "C | 4", "D | 4", "Subtotal | 8", "Total | 11"),
        ("Kind | Count", "Total | 7"),
    ],
)
def test_totals_that_come_out_or_cannot_be_told_are_in_order(rows: tuple[str, ...]) -> None:
    assert told(*rows) == []


def test_rounding_is_allowed_as_far_as_it_goes() -> None:
    figures = [Decimal("2.25"), Decimal("2.25")]
    assert may_be_rounded(Decimal("4.5"), figures)
    assert not may_be_rounded(Decimal("4.6"), figures)
    assert not may_be_rounded(Decimal("3.5"), [Decimal(2), Decimal("0.5")])


def test_a_year_that_does_not_follow_is_told_at_its_column() -> None:
    assert told("Kind | 2025/26 | 2026/27 | 2028/29", "Vans | 4 | 5 | 6") == [("years-not-following", "T D1")]
    assert told("Kind | 2025/26 | 2027/28 | 2029/30", "Vans | 4 | 5 | 6") == []


def test_a_column_of_figures_headed_by_another_year_is_the_officers() -> None:
    (finding,) = found(of={"money_columns": [{"heading": "2027/28 original", "year": "2026/27"}]})
    assert (finding.code, finding.audience, place(finding)) == ("years-not-following", "officer", "Money_columns B6")
    assert found(of={"money_columns": [{"heading": "2027/28 original", "year": "FY28"}]}) == []


def test_a_table_without_rows_says_nothing() -> None:
    assert list(years_of_tables(cycle(passages=[Passage(rows=(TableRow(),))]))) == []
