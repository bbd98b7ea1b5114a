from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.base import Origin
from tests.checks.councils import PLAN, cycle

OF = {"money_columns": [{"heading": "2027/28", "year": "2027/28"}]}


def hint(text: str, file: str = "housing.xlsx", **more: Any) -> str:
    """What is advised where a table's total says 7,000 and its rows come to 8,000."""
    rows = [{"cells": cells} for cells in (["Unit", "2027/28"], ["A", "5,000"], ["B", "3,000"], ["Total", "7,000"])]
    passages = [
        *PLAN["passages"],
        {"section": "Risks", "text": text},
        {"section": "Risks", "text": "Costs of 8,000", "kind": "Table", "picture": "T", "rows": rows},
    ]
    made = cycle(of=OF, passages=passages, **more)
    for line in made.plans[0].money:
        line.at(Origin(file, "Money", 9, {"figures 2027/28": "F"}))
    (finding,) = [one for one in checked(made).findings if one.code == "table-total-differs"]
    return finding.hint


@pytest.mark.parametrize("figure", ["7,000", "£7,000", "-7,000"])
def test_where_the_total_stands_on_the_sheet_of_money_the_rows_are_looked_at_first(figure: str) -> None:
    money = [{"heading": "Net cost", "kind": "Spend", "figures": {"2027/28": figure}}]
    assert hint("We spend.", money=money) == (
        "The sheet Money, cell F9, has 7,000, the same as this total: so look at the rows first, then correct what is"
        " wrong."
    )
    assert hint("We spend.", "books/finance.xlsx", money=money).startswith("The sheet Money of finance.xlsx, cell F9, ")


def test_where_the_sum_of_the_rows_stands_in_a_text_the_total_is_looked_at_first() -> None:
    assert hint("We spend £8,000.") == (
        "The sheet Passages, cell B8, has 8,000, the same as the rows come to: so look at the total first."
    )


def test_where_neither_stands_elsewhere_nothing_is_said_of_either() -> None:
    assert hint("We spend 17,000 on 7,000.50 days.") == "Correct the total, or the row that is wrong."
