from __future__ import annotations

import pytest

from svcdocs.model.cycle import link
from svcdocs.model.figures import sign_of
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework

COUNCIL = Framework.model_validate(
    {
        "about": {"money_unit": "£"},
        "money_columns": [{"heading": "2026/27 revised", "as_at": "1 May 2026"}, {"heading": "2027/28 estimate"}],
    }
)


def test_a_column_is_as_at_the_day_finance_states_and_else_as_the_framework_has_it() -> None:
    finance = Finance.model_validate({"columns": [{"heading": " 2027/28 Estimate", "as_at": "31 January 2027"}]})
    columns = link(COUNCIL, [], finance).money_columns
    assert [(column.heading, str(column.as_at)) for column in columns] == [
        ("2026/27 revised", "1 May 2026"),
        ("2027/28 estimate", "31 January 2027"),
    ]


def test_the_unit_is_that_of_finance_where_it_gives_one() -> None:
    finance = Finance.model_validate({"statement": {"unit": "£000"}})
    assert (link(COUNCIL, []).money_unit, link(COUNCIL, [], finance).money_unit) == ("£", "£000")


@pytest.mark.parametrize(
    ("contributor", "typed", "sign"),
    [
        ("Finance", "income and savings with a minus", "Income and savings with a minus"),
        ("Finance", "Without a sign", "Without a sign"),
        ("Finance", "whatever", ""),
        ("", "Without a sign", ""),
    ],
)
def test_a_sign_is_stated_only_where_a_finance_workbook_states_it(contributor: str, typed: str, sign: str) -> None:
    finance = Finance.model_validate({"contributor": contributor, "statement": {"sign": typed}})
    assert sign_of(link(COUNCIL, [], finance)) == sign
