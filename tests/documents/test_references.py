from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.references import told, withdrawal
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Refs
from svcdocs.model.framework import Priority
from tests.documents import samples

PRIORITIES = [
    {"level": "Aim", "ref": "A", "text": "Homes for all"},
    {"level": "Council action", "ref": "A7", "text": "Sweep every road", "also_written": "B2\nSweep streets, and bins"},
    {"level": "Council action", "text": "Plant trees", "also_written": "Trees, mostly"},
]


def setting(**plan: Any) -> Setting:
    return samples.setting(plan, priorities=PRIORITIES)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("A7", "A7"),
        ("(a07); A", "(a07); A"),
        ("A7,\nA", "A7, A"),
        ("B2", "A7 (written as B2)"),
        ("A, b 2", "A, A7 (written as b 2)"),
        ("Sweep every road", "Sweep every road"),
        ("Sweep streets and bins\nA", "A7 (written as Sweep streets and bins), A"),
        ("Trees, mostly", "Plant trees (written as Trees, mostly)"),
        ("Q9", "Q9"),
        ("N/A", "N/A"),
        ("", ""),
    ],
)
def test_what_is_written_in_a_former_way_stands_behind_what_it_is_called_now(written: str, printed: str) -> None:
    assert told(Refs(text=written), setting()) == printed


def test_the_reference_a_reader_has_before_them_is_left_out() -> None:
    assert told(Refs(text="A7, HC1"), setting(), without="A7") == "HC1"
    assert told(Refs(text="A7"), setting(), without="A7") == ""


def test_every_list_of_references_is_printed_in_the_references_in_force() -> None:
    context = samples.context(
        {
            "objectives": [{"ref": "H1", "text": "Warm homes", "serves": "B2"}],
            "actions": [{"ref": "H1.1", "title": "Build", "serves": "B2"}],
            "indicators": [{"ref": "N1", "name": "Roads", "objective": "B2"}],
            "risks": [{"cause": "Rain", "serves": "B2"}],
            "bids": [{"ref": "X1", "what": "A broom", "serves": "B2"}],
        },
        priorities=PRIORITIES,
    )
    shown = "\n".join(line for lines in samples.by_heading(samples.printed(context)).values() for line in lines)
    for words in ("serves {}", "For {}", "Measures {}", "threatens {}"):
        assert words.format("A7 (written as B2)") in shown
    assert context.groups[0].rows[0].purpose == "For A7 (written as B2)"
    assert any(row.purpose == "For A7 (written as B2)" for section in context.sections for row in section.bids)


def test_a_withdrawn_priority_says_when_and_what_took_its_place() -> None:
    words = setting().words
    gone = {"withdrawn_on": "8 February 2027"}
    made = [Priority.model_validate(row) for row in ({}, gone, {**gone, "replaced_by": "A7"}, {"replaced_by": "A7"})]
    assert [withdrawal(row, words) for row in made] == [
        "",
        " (withdrawn on 8 February 2027)",
        " (withdrawn on 8 February 2027; replaced by A7)",
        "",
    ]
