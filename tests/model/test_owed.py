from __future__ import annotations

import json
from typing import Any

import pytest

from svcdocs.model.assignments import assignments_of
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Contributor, Framework
from svcdocs.model.owed import by_debtor, is_owed, owed_of
from svcdocs.model.service_plan import Passage, ServicePlan
from tests.comparison.last_years import SHELTER, TREES, said, since
from tests.comparison.last_years import plan as last_years_plan

TO_COME = "To be added"
COUNCIL = Framework.model_validate(
    {
        "services": [
            {"service": "Homes"},
            {"service": "Homes", "team": "Repairs", "also_called": "Mending", "deadline": "8 January 2027"},
        ],
        "contributors": [
            {"who": "Head of service"},
            {"who": "Each team", "sheets": "Actions\nRisks"},
            {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"},
        ],
        "about": {"first_year": "2027/28"},
        "sections": [
            {"key": "About"},
            {"key": "Remarks", "required": "Never"},
            {"key": "Risks"},
            {"key": "Financial resources", "heading": "Money in {year}"},
        ],
    }
)


def cycle(missing: tuple[str, ...] = (), **plan: Any) -> Cycle:
    absent = [one for one in assignments_of(COUNCIL) if one.contributor in missing]
    return link(COUNCIL, [ServicePlan.model_validate({"service": "Homes"} | plan)], None, absent)


def told(*missing: str, **plan: Any) -> list[tuple[str, str, str, str]]:
    return [(one.part, one.what, one.who, str(one.when)) for one in owed_of(cycle(missing, **plan))]


def test_words_are_owed_where_their_row_says_so() -> None:
    passage = {"section": "about", "text": "the chart", "owed_by": "HR", "owed_on": "1 March 2027"}
    (one,) = owed_of(cycle(passages=[passage, {"section": "About", "text": "There."}]))
    assert (one.part, one.section, one.what, one.who, str(one.when)) == (
        *("passages", "About", "the chart", "HR", "1 March 2027"),
    )


def test_words_are_owed_where_their_text_says_so_and_its_row_says_the_rest() -> None:
    typed = {"section": "About", "text": "To be added by Finance: the rents", "owed_on": "May 2027"}
    assert told(passages=[typed]) == [("passages", "the rents", "Finance", "May 2027")]
    assert told(passages=[typed | {"owed_by": "HR", "kind": "Bullet"}])[0][2] == "HR"


def test_words_without_a_section_are_owed_to_the_one_above() -> None:
    passages = [{"section": "financial resources", "text": "One."}, {"kind": "To be added"}]
    (one,) = owed_of(cycle(passages=passages))
    assert (one.section, one.what) == ("Financial resources", "Money in 2027/28")


def test_words_are_marked_as_owed_by_kind_debtor_or_date() -> None:
    for row in ({"kind": "TO BE  ADDED"}, {"owed_by": "HR"}, {"owed_on": "May"}, {"text": "To be added"}):
        assert is_owed(Passage.model_validate(row)), row
    for row in ({}, {"text": "TBC"}, {"text": "To be added\nby hand"}, {"owed_by": " "}, {"kind": "Paragraph"}):
        assert not is_owed(Passage.model_validate(row)), row
    assert is_owed(Passage(kind="I’w ychwanegu"), "I’w ychwanegu")


def test_the_councils_own_word_for_to_be_added_is_known() -> None:
    words = [{"term": "to be added", "singular": "Still to come: {what}"}]
    council = COUNCIL.model_copy(update={"words": Framework.model_validate({"words": words}).words})
    plan = ServicePlan.model_validate({"service": "Homes", "posts": [{"title": "Fitter", "fte": "still to come"}]})
    assert [one.what for one in owed_of(link(council, [plan]))] == ["'FTE' of Fitter"]
    assert owed_of(cycle(posts=[{"title": "Fitter", "fte": "still to come"}])) == ()


def test_a_figure_is_owed_where_its_cell_says_so_and_is_called_by_its_column_and_record() -> None:
    indicator = {"ref": "SX52", "targets": {"2027/28": "To be added by Performance by 5 March 2027", "2028/29": "TBC"}}
    (one,) = owed_of(cycle(indicators=[indicator]))
    assert (one.what, one.who, one.field) == ("Target 2027/28 of SX52", "Performance", "targets 2027/28")
    assert one.record is not None


@pytest.mark.parametrize(
    ("part", "row", "what"),
    [
        ("actions", {"ref": "H1", "finish": "P"}, "'Finish by' of H1"),
        ("actions", {"title": "Build", "lead": "P"}, "'Lead' of Build"),
        ("actions", {"ref": "H1", "steps": [{"text": "Ask"}, {"text": "Do", "by": "P"}]}, "'Step by' of step 2 of H1"),
        ("actions", {"ref": "H1", "steps": [{"text": "P"}]}, "'Step' of step 1 of H1"),
        ("council_actions", {"ref": "A1", "resources": "P"}, "'Extra resources' of A1"),
        ("indicators", {"name": "P"}, "'Indicator'"),
        ("indicators", {"ref": "I1", "baseline_note": "P"}, "'Baseline from' of I1"),
        ("money", {"heading": "Staff", "figures": {"2027/28 original": "P"}}, "2027/28 original of Staff"),
        ("posts", {"title": "Fitter", "fte": "P"}, "'FTE' of Fitter"),
        ("bids", {"what": "A van", "amounts": {"2027/28": "P"}}, "Asked for 2027/28 of A van"),
        ("swot", {"heading": "Threats", "text": "P"}, "Threats"),
        ("risks", {"cause": "Rents rise", "likelihood": "P"}, "'Likelihood' of Rents rise"),
    ],
)
def test_any_cell_of_a_table_may_be_owed(part: str, row: dict[str, Any], what: str) -> None:
    promised = json.loads(json.dumps(row).replace('"P"', '"TBC by the landlord, May 2027"'))
    assert told(**{part: [promised]}) == [(part, what, "the landlord", "May 2027")]


def test_what_a_cell_says_of_its_content_is_told_with_its_place() -> None:
    target = {"ref": "I1", "targets": {"2027/28": "To be added: survey result by HR by May 2027"}}
    assert told(indicators=[target]) == [("indicators", "Target 2027/28 of I1: survey result", "HR", "May 2027")]


def test_the_tables_of_a_workbook_that_has_not_come_back_are_owed_by_whom_it_was_asked_of() -> None:
    (one,) = owed_of(cycle(("Finance",)))
    assert (one.part, one.what, one.who) == ("money", "the figures of Money in 2027/28", "Finance")
    assert (str(one.when), one.record, one.asked) == ("21 February 2027", None, COUNCIL.contributors[2])


def test_the_tables_of_a_team_are_owed_although_others_have_written_theirs() -> None:
    actions = [{"ref": "H1", "team": "Options"}]
    assert told("Homes – Repairs", actions=actions) == [
        ("actions", "actions of Repairs", "Homes – Repairs", "8 January 2027"),
        ("risks", "risks of Repairs", "Homes – Repairs", "8 January 2027"),
    ]
    assert {one.asked.who for one in owed_of(cycle(("Homes – Repairs",))) if one.asked} == {"Each team"}


def test_nobody_owes_a_bid() -> None:
    row = {"who": "Investment", "sheets": "Bids\nPosts"}
    council = COUNCIL.model_copy(update={"contributors": (Contributor.model_validate(row),)})
    missing = [one for one in assignments_of(council) if one.contributor == "Investment"]
    owed = owed_of(link(council, [ServicePlan(service="Homes")], None, missing))
    assert [(one.part, one.what) for one in owed] == [("posts", "the posts")]


def test_the_head_owes_the_texts_that_nobody_has_written_but_none_that_may_be_blank() -> None:
    texts = [(one.section, one.what) for one in owed_of(cycle(("Homes",))) if one.part == "passages"]
    assert texts == [("About", "the text of About")]
    assert not [
        one for one in owed_of(cycle(("Homes",), passages=[{"section": "about", "text": "We."}])) if one.section
    ]


def test_what_somebody_else_has_given_is_not_owed() -> None:
    assert told("Finance", money=[{"heading": "Staff"}]) == []
    assert told("Homes – Repairs", actions=[{"team": "mending"}], risks=[{"team": "Repairs"}]) == []


@pytest.mark.parametrize("who", ["finance", "Finance team", ""])
def test_a_table_that_is_promised_in_words_is_owed_once(who: str) -> None:
    promise = {"section": "financial resources", "text": "the budget", "kind": "To be added", "owed_by": who}
    assert told("Finance", passages=[promise]) == [("passages", "the budget", who, "")]


def test_a_promise_of_somebody_else_does_not_stand_for_the_table() -> None:
    promise = {"section": "Financial resources", "text": "the chart", "owed_by": "HR"}
    assert [what for _, what, *_ in told("Finance", passages=[promise])] == [
        "the chart",
        "the figures of Money in 2027/28",
    ]


def test_a_cell_promised_by_a_team_stands_for_its_table() -> None:
    action = {"ref": "H1", "outcome": "To be added by Repairs by May 2027"}
    assert [part for part, *_ in told("Homes – Repairs", actions=[action])] == ["actions", "risks"]


def test_nothing_is_owed_to_a_plan_that_has_not_come_in() -> None:
    assert owed_of(link(COUNCIL, [], None, assignments_of(COUNCIL))) == ()


def test_debtors_stand_in_the_order_of_their_first_date_and_whoever_is_not_named_last() -> None:
    rows = [("a", "HR", ""), ("b", "", "1 May 2027"), ("c", "Finance", "3 May 2027"), ("d", "hr", "2 May 2027")]
    owed = owed_of(
        cycle(passages=[{"text": what, "kind": TO_COME, "owed_by": who, "owed_on": on} for what, who, on in rows])
    )
    listed = {who: [one.what for one in ones] for who, ones in by_debtor(owed).items()}
    assert list(listed.items()) == [("hr", ["d", "a"]), ("Finance", ["c"]), ("", ["b"])]


def test_a_service_owes_an_account_of_what_is_missing_of_last_year_once() -> None:
    def owed(*before: dict[str, Any], **now: Any) -> list[tuple[str, str, str]]:
        found = owed_of(since({"actions": list(before)}, last_years_plan(**now)))
        return [(one.service, one.who, one.what) for one in found]

    named = "what has become of HC1.1 Open a second emergency night shelter, which last year’s plan had"
    assert owed(SHELTER) == [("Housing", "Housing", named)]
    assert owed(SHELTER, TREES) == [
        ("Housing", "Housing", "what has become of 2 things that last year’s plan had"),
    ]
    assert owed(SHELTER, actions=[SHELTER]) == []
    assert owed(SHELTER, last_year=[said(SHELTER, "Done")]) == []
