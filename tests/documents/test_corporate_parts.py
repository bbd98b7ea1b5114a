"""Parts of the corporate plan on their own: milestones, approvals, the picture of the thread, the risks told once."""

from __future__ import annotations

from typing import Any

from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word import Chart, Diagram
from tests.corporate import small


def context(*plans: dict[str, Any], **framework: Any) -> CorporatePlanContext:
    council = Framework.model_validate({**small.FRAMEWORK, **framework})
    cycle = link(council, [ServicePlan.model_validate(plan) for plan in plans or (small.HOMES, small.STREETS)])
    return corporate_plan_context(cycle, consolidate(cycle), draft=True)


def test_dates_before_the_version_are_left_out_only_where_there_are_more_than_a_page_of_dates() -> None:
    calendar = [{"when": f"{day} December 2026", "what": f"Meeting {day}"} for day in range(1, 21)]
    few = context(calendar=calendar[:3]).milestones
    assert (len(few.rows), few.note) == (4, "")
    late = [{"when": f"{day} March 2027", "what": f"Meeting {day}"} for day in range(1, 6)]
    many = context(calendar=[*calendar, *late]).milestones
    assert [row.what for row in many.rows][:1] == ["Meeting 1"]
    assert [row.when for row in many.rows][:1] == ["1 March 2027"]
    assert many.note == "Dates of the planning round before 4 January 2027 are left out: 20."


def test_headline_actions_of_one_day_that_end_in_the_first_year_stand_in_one_row() -> None:
    row = {"serves": "A", "headline": "Yes", "finish": "May 2027"}
    actions = [{**row, "title": "One"}, {**row, "title": "Two"}, {**row, "title": "Later", "finish": "May 2028"}]
    rows = context({"service": "Homes", "actions": actions}, calendar=[]).milestones.rows
    assert [(one.when, one.what, one.who) for one in rows] == [
        ("May 2027", "Headline action ends: One; Two", "Homes"),
    ]


SIGNED = {
    "service": "corporate plan",
    "role": "Scrutiny",
    "status": "Endorsed",
    "when": "19 January 2027",
    "minute": "7",
}


def test_the_bodies_that_approve_the_plan_stand_with_status_date_and_minute() -> None:
    rows = context(
        signatures=[
            SIGNED,
            {"service": "Corporate plan", "role": "Council", "subject_to": "small amendments"},
            {"service": "Homes", "role": "Cabinet", "status": "Approved"},
            {"role": "Audit", "status": "Approved"},
        ],
        calendar=[{"when": "March 2027", "what": "Council adopts the corporate plan", "who": "Council"}],
    ).approvals
    assert [(row.body, row.status, row.date, row.minute) for row in rows] == [
        ("Scrutiny", "Endorsed", "19 January 2027", "7"),
        ("Council", "Not yet given. Subject to: small amendments", "March 2027", "–"),
    ]


def test_without_rows_for_the_plan_the_calendar_says_who_deals_with_it() -> None:
    calendar = [
        {"when": "March 2027", "what": "Adopts the corporate plan", "who": "Council"},
        {"when": "May 2027", "what": "Service plans are signed", "who": "Cabinet"},
    ]
    rows = context(calendar=calendar).approvals
    assert [(row.body, row.status, row.date) for row in rows] == [
        ("Council", "Adopts the corporate plan", "March 2027")
    ]
    assert context(calendar=[]).approvals == ()


def test_the_picture_of_the_thread_has_a_box_for_each_aim_and_council_action_in_force_and_says_so_in_words() -> None:
    drawn = context().thread.drawn
    assert drawn is not None
    assert isinstance(drawn.picture, Diagram)
    names = [box.lines[0] for box in drawn.picture.boxes]
    assert names == ["Aim A", "A1", "A2", "Aim B", "B1", "No aim", "Z9"]
    assert "Aim A: A1, Services: 1, Actions: 2, Indicators: 0 · A2, Services: 2," in drawn.picture.description
    for box in drawn.picture.boxes:
        assert box.x + box.width <= drawn.picture.width + 0.01
        assert box.y + box.height <= drawn.picture.height


def test_more_aims_than_fit_have_no_picture_and_a_long_wording_is_cut_behind_a_word() -> None:
    aims = [{"level": "Aim", "ref": f"A{n}", "text": "word " * 40} for n in range(6)]
    actions = [{"level": "Council action", "ref": f"C{n}", "text": "x", "under": f"A{n}"} for n in range(6)]
    assert context(priorities=[*aims, *actions]).thread.drawn is None
    drawn = context(priorities=[*aims[:3], *actions[:3]]).thread.drawn
    assert drawn is not None
    assert isinstance(drawn.picture, Diagram)
    heads = [box.lines[1] for box in drawn.picture.boxes if box.strong]
    assert all(head.endswith("word…") and len(head) < 100 for head in heads)
    assert context(priorities=aims[:2]).thread.drawn is None


def test_a_council_with_more_aims_than_columns_has_no_matrix() -> None:
    aims = [{"level": "Aim", "ref": f"A{n}", "text": "x"} for n in range(11)]
    assert context(priorities=aims).thread.coverage.rows == ()
    assert len(context(priorities=aims[:9]).thread.coverage.rows) == 2


def test_the_bars_of_the_scorecard_are_told_in_words_as_well() -> None:
    drawn = context().scorecard.drawn
    assert drawn is not None
    assert isinstance(drawn.picture, Chart)
    assert "Homes: At target 0, Short of target 1, Cannot be compared 0" in drawn.picture.description
    assert context(small.HOMES).scorecard.drawn is None


def test_a_risk_of_two_services_names_both_and_what_each_does_about_it() -> None:
    risk = {"cause": "Rising prices of building land and labour", "likelihood": "4", "impact": "4"}
    homes = {"service": "Homes", "risks": [{**risk, "ref": "R1", "controls": "A reserve", "owner": "HM"}]}
    streets = {"service": "Streets", "risks": [{**risk, "ref": "R2", "likelihood": "3", "controls": "A forum"}]}
    (row,) = context(homes, streets).risks.rows
    assert row.whose.plain == "Homes (R1)\nStreets (R2; score 12)\nOwner: Homes Manager; Not given"
    assert row.controls.plain == "Homes\nIn place: A reserve\nStreets\nIn place: A forum"
    same = {**streets, "risks": [{**streets["risks"][0], "controls": "A reserve"}]}  # type: ignore[dict-item]
    assert context(homes, same).risks.rows[0].controls.plain == "In place: A reserve"


def test_a_risk_that_may_not_be_published_stands_in_no_row_and_hides_no_other() -> None:
    risk = {"cause": "Rising prices of building land and labour", "likelihood": "4", "impact": "4"}
    homes = {"service": "Homes", "risks": [{**risk, "ref": "R1", "publish": "No"}]}
    streets = {"service": "Streets", "risks": [{**risk, "ref": "R2"}]}
    found = context(homes, streets)
    assert [row.services for row in found.risks.rows] == ["Streets (R2)"]
    assert found.unpublished.startswith("Rows not for publication: 1.")


def test_totals_that_agree_are_said_to_and_those_that_do_not_are_listed() -> None:
    lines = [
        {"heading": "Pay", "kind": "Spend", "figures": {"2026/27 budget": "5"}},
        {"heading": "Total", "kind": "Total", "figures": {"2026/27 budget": "5"}},
    ]
    posts = [{"team": "Building", "title": "Builder", "fte": "1"}, {"team": "Building", "fte": "1"}]
    found = context({"service": "Homes", "money": lines, "posts": posts})
    assert found.finance.agrees == "Every total that a service states agrees with the sum of its lines."
    assert found.workforce.agrees == "Every total that a team states is the sum of its posts."
    assert (context().finance.agrees, context().workforce.agrees) == ("", "")
