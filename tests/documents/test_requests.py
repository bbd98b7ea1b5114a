"""What services ask of each other, as plans and the corporate plan print it."""

from __future__ import annotations

from typing import Any

import pytest

from svcdocs.commands.requesting import with_requests
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.corporate_plan import corporate_plan_context
from svcdocs.documents.requests import request_sections
from svcdocs.documents.sections import SectionContext
from svcdocs.documents.setting import setting_of
from svcdocs.documents.signers_page import signers_page
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import LAYOUTS
from svcdocs.model.given_refs import GivenRef
from tests.commands.asking import action
from tests.commands.test_requesting import back
from tests.cycles import framework, plan


def asked(*rows: dict[str, str], actions: list[dict[str, Any]] | None = None, **council: Any) -> Cycle:
    plans = [plan("Parks", actions=actions or [action()]), plan("Homes")]
    return with_requests(link(framework(**council), plans), [back(*rows)] if rows else [])


def setting(cycle: Cycle, service: str) -> Any:
    found = cycle.plan(service)
    assert found is not None
    return setting_of(cycle, found, {}, draft=True)


def sections(cycle: Cycle, service: str) -> list[SectionContext]:
    return list(request_sections(setting(cycle, service), numbered=True))


def table(section: SectionContext) -> list[list[str]]:
    """The cells of a section's table, its headings first."""
    (part,) = section.before
    assert part.table is not None
    head = [column.heading for column in part.table.columns]
    return [head, *([cell.text.plain for cell in line.cells] for line in part.table.lines)]


def test_the_plan_that_asks_says_whom_for_what_by_when_and_the_answer() -> None:
    (found,) = sections(asked({"answer": "Accepted", "words": "Gladly"}), "Parks")
    assert found.heading == "Help we need from other services"
    assert table(found) == [
        ["Of whom", "For which action", "What is needed", "Needed by", "Answer"],
        ["Homes", "P1.1 Improve the parks", "a list of estates", "March 2028", "Accepted: Gladly"],
    ]


def test_the_plan_that_is_asked_says_by_whom() -> None:
    (found,) = sections(asked({"answer": "Accepted"}), "Homes")
    assert found.heading == "What other services ask of us"
    assert table(found)[1] == ["Parks", "P1.1 Improve the parks", "a list of estates", "March 2028", "Accepted"]


def test_how_many_are_answered_is_said_above_the_table_while_any_is_not() -> None:
    def lead(*rows: dict[str, str]) -> str:
        (found,) = sections(asked(*rows), "Parks")
        return found.before[0].lead.plain

    assert lead({"answer": "Accepted"}) == "What our actions need of them, and their answers."
    assert lead({}) == "What our actions need of them, and their answers. Answered so far: 0 of 1."


def test_the_columns_of_requests_have_the_same_widths_whatever_stands_in_them() -> None:
    short, long = (sections(asked({"answer": "Declined", "words": said}), "Parks")[0] for said in ("No", "No " * 90))
    assert [part.table.columns for part in short.before if part.table] == [
        part.table.columns for part in long.before if part.table
    ]


def test_what_was_not_sent_out_is_printed_in_neither_and_no_heading_stands_over_nothing() -> None:
    assert sections(asked(), "Parks") == sections(asked(), "Homes") == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({}, "Not answered yet"),
        ({"answer": "Declined", "words": "We keep none"}, "Declined: We keep none"),
        ({"answer": "Other date", "new_date": "May 2028"}, "By May 2028"),
        ({"answer": "Other date"}, "Not by then"),
        ({"answer": "Question", "words": "Which?\nAll?"}, "Question: Which?\nAll?"),
        ({"answer": "Accepted", "what": "keys"}, "Has changed since it was answered"),
        ({"words": "{{ 7*7 }} {answer}"}, "Not answered yet: {{ 7*7 }} {answer}"),
    ],
)
def test_each_answer_is_said_in_words(said: dict[str, str], answer: str) -> None:
    (found,) = sections(asked(said), "Parks")
    assert table(found)[1][-1] == answer


def test_a_reference_that_was_given_to_an_action_is_not_printed() -> None:
    quiet = action(1, ref="", title="Mow less")
    cycle = link(framework(), [plan("Parks", actions=[quiet]), plan("Homes")])
    given = (GivenRef("PA-x1", "Parks", "actions", "Mow less", "2027-01-04"),)
    cycle = with_requests(cycle, [back({"action": "PA-x1", "title": "Mow less"})], given)
    (found,) = sections(cycle, "Parks")
    assert table(found)[1][1] == "Mow less"


def test_the_councils_own_words_stand_in_their_place() -> None:
    words = [
        {"term": "help needed heading", "singular": "Whom we need"},
        {"term": "request accepted", "singular": "Agreed"},
    ]
    (found,) = sections(asked({"answer": "Accepted"}, words=words), "Parks")
    assert (found.heading, table(found)[1][-1]) == ("Whom we need", "Agreed")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_form_of_plan_ends_its_narrative_with_them(layout: str) -> None:
    cycle = asked({"answer": "Declined"})
    parks = cycle.plan("Parks")
    assert parks is not None
    context = SERVICE_PLANS[layout][1](cycle, parks, draft=True)
    assert context.sections[-1].heading == "Help we need from other services"
    without = SERVICE_PLANS[layout][1](asked(), parks, draft=True)
    assert [one.heading for one in context.sections[:-1]] == [one.heading for one in without.sections]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ({}, True),
        ({"answer": "Accepted"}, False),
        ({"answer": "Declined"}, True),
        ({"answer": "Question", "words": "Which?"}, True),
        ({"answer": "Other date", "new_date": "May 2028"}, True),
        ({"answer": "Other date", "new_date": "May 2027"}, False),
        ({"answer": "Other date"}, True),
        ({"answer": "Accepted", "what": "keys"}, True),
    ],
)
def test_the_corporate_plan_prints_what_is_not_settled(said: dict[str, str], printed: bool) -> None:  # noqa: FBT001
    cycle = asked(said)
    rows = corporate_plan_context(cycle, consolidate(cycle), draft=True).requests
    assert bool(rows) is printed
    for row in rows:
        assert (row.asker.plain, row.asked, row.by) == ("Parks: P1.1 Improve the parks", "Homes", "March 2028")


def test_the_corporate_plan_prints_nothing_of_an_action_that_may_not_be_published() -> None:
    cycle = asked({}, actions=[action(publish="No")])
    assert corporate_plan_context(cycle, consolidate(cycle), draft=True).requests == ()


def test_those_who_sign_see_which_answers_are_owed_to_the_plan() -> None:
    page = signers_page(setting(asked({}), "Parks"))
    (owed,) = (item.text.plain for item in page if item.lead == "What is still owed to this plan:")
    assert owed == "• The answer to HO-r1, for P1.1 Improve the parks (Homes, 18 January 2027)"
    answered = signers_page(setting(asked({"answer": "Accepted"}), "Parks"))
    assert [item.text.plain for item in answered if item.lead == "What is still owed to this plan:"] == ["• Nothing."]


def test_a_request_that_says_only_whom_it_asks_says_so_in_the_corporate_plan() -> None:
    cycle = asked({"what": ""}, actions=[action(help_needed="Homes")])
    (row,) = corporate_plan_context(cycle, consolidate(cycle), draft=True).requests
    assert row.what.plain == "Not said"


def test_a_column_in_which_no_request_says_anything_is_left_out() -> None:
    (found,) = sections(asked({"what": ""}, actions=[action(help_needed="Homes")]), "Parks")
    assert "What is needed" not in table(found)[0]
