from __future__ import annotations

import pytest

from svcdocs.model.receipts import without_meaning
from svcdocs.model.resources import MoneyLine, Post
from svcdocs.model.service_plan import Action, Indicator


def test_what_says_no_date_figure_or_sum_is_named_by_its_field() -> None:
    action = Action.model_validate({"finish": "soon", "steps": [{"text": "Buy", "by": "31st September 2027"}]})
    assert [each[1:] for each in without_meaning(action)] == [("by", "31st September 2027"), ("finish", "soon")]
    indicator = Indicator.model_validate({"targets": {"2027/28": "12", "2028/29": "as good as may be"}})
    assert [each[1:] for each in without_meaning(indicator)] == [("targets 2028/29", "as good as may be")]
    assert [each[1:] for each in without_meaning(Post.model_validate({"fte": "three and a half"}))] == [
        ("fte", "three and a half")
    ]
    line = MoneyLine.model_validate({"figures": {"2027/28": "ask Finance", "2028/29": "£12,000"}})
    assert [each[1:] for each in without_meaning(line)] == [("figures 2027/28", "ask Finance")]


@pytest.mark.parametrize("finish", ["", "May 2027", "Ongoing", "See Actions", "TBC", "N/A", "May 2027\nJune 2027"])
def test_what_can_be_read_is_not_named(finish: str) -> None:
    assert list(without_meaning(Action.model_validate({"title": "soon", "finish": finish}))) == []
