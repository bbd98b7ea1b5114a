from __future__ import annotations

from typing import Any

from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.workbook.contents import blanks, not_read, records_of, sheet_counts
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.service_book import ACTIONS, MONEY
from tests.cycles import framework
from tests.returns import filled, said_in

WORDS = {"words": [{"term": "action", "singular": "task", "plural": "tasks"}]}
ACTION = {"title": "Mow", "steps": [{"text": "Buy"}, {"text": "Cut"}]}


def layout(**council: Any) -> Layout:
    made = framework(**council)
    return layout_of(made, next(one for one in assignments_of(made) if one.contributor == "Parks"))


def test_records_are_counted_sheet_by_sheet_with_their_steps() -> None:
    entries = [{"heading": "Strengths", "text": word} for word in ("Staff", "Trees")]
    content = filled(actions=[ACTION], risks=[{"cause": "Rust"}, {"cause": "Rain"}], swot=entries)
    assert [str(each) for each in sheet_counts(said_in(content), layout())] == [
        "Actions: 1 action, 2 steps",
        "Risks: 2 risks",
        "SWOT: 2 entries",
    ]


def test_records_are_counted_in_the_councils_words() -> None:
    content = filled(council=WORDS, actions=[ACTION, {"title": "Sow"}])
    (count,) = sheet_counts(said_in(content, council=framework(**WORDS)), layout(**WORDS))
    assert str(count) == "Tasks: 2 tasks, 2 steps"


def test_a_sheet_that_says_nothing_is_blank_and_so_is_a_section() -> None:
    passages = [{"section": "About our service", "text": "We mow."}]
    told = list(blanks(said_in(filled(actions=[ACTION], passages=passages)), layout()))
    assert "Actions" not in told
    assert "Risks" in told
    (text,) = (line for line in told if line.startswith("Text"))
    assert "Customers" in text
    assert "About our service" not in text


def test_records_are_those_of_all_services() -> None:
    council = {"contributors": [{"who": "Finance", "sheets": "Money"}]}
    content = filled("Finance", council=council, money=[{"heading": "Seed", "kind": "Spend"}])
    reading = said_in(content, "Finance", framework(**council))
    assert len(records_of(reading, MONEY)) == 1
    assert records_of(reading, ACTIONS) == ()


def test_a_workbook_with_nothing_beside_leaves_nothing_unread() -> None:
    content = filled(actions=[ACTION])
    assert list(not_read(read_book(content), said_in(content))) == []
