"""The draft report to Council: what can be worked out, what is to be written, and where approvals stand."""

from __future__ import annotations

import re
from typing import Any

from svcdocs.commands.beside_names import REPORT
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.beside import style_of
from svcdocs.documents.council_report import CouncilReportContext, council_report_context
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small
from tests.documents import besides
from tests.documents.corporate_outline import outline, section


def context(*, draft: bool = True, **framework: Any) -> CouncilReportContext:
    council = Framework.model_validate({**small.FRAMEWORK, **framework})
    cycle = link(council, [ServicePlan.model_validate(plan) for plan in (small.HOMES, small.STREETS)])
    return council_report_context(consolidate(cycle), style_of(cycle, {}, draft=draft), ("A paper (a.docx)",))


def test_the_resolution_is_the_councils_own_where_it_has_one() -> None:
    assert context().resolutions[0].startswith("That Council adopts the Corporate plan 2027/28 to 2028/29, as set out")
    words = [{"term": "report adopt", "singular": "RESOLVED: to adopt {title} for {period}."}]
    assert context(words=words).resolutions[0] == "RESOLVED: to adopt Corporate plan for 2027/28 to 2028/29."


def test_whatever_people_must_write_says_in_brackets_who_and_what() -> None:
    write = context().write
    said = [getattr(write, name) for name in write.__slots__]
    assert all(re.fullmatch(r"\[To be written by .+: .+\]", one) for one in said)
    words = [{"term": "report legal officer", "singular": "the Borough Solicitor"}]
    assert context(words=words).write.legal.startswith("[To be written by the Borough Solicitor: ")


def test_it_is_a_draft_also_where_the_plan_is_none_any_more() -> None:
    about = {**small.FRAMEWORK["about"], "version": "Final", "stage": "Final"}
    final = context(draft=False, about=about)
    assert final.title == "Report to Council: Corporate plan – draft"
    assert final.version == "Final, 4 January 2027"


def test_bodies_are_told_with_state_date_and_minute_and_people_are_counted() -> None:
    signatures = [
        {"service": "Homes", "role": "Tenants’ Panel", "status": "Endorsed", "minute": "TP/4"},
        {"role": "Cabinet", "when": "9 March 2027", "subject_to": "a lower rent"},
        {"role": "Holder", "name": "Cllr Ray", "status": "Approved"},
        {"role": "Holder", "name": "Cllr Moss", "status": "draft"},
        {"role": "Holder", "name": "Cllr Fenn"},
    ]
    told = context(signatures=signatures)
    assert [(row.body, row.plan, row.status, row.date, row.minute) for row in told.bodies] == [
        ("Cabinet", "All plans", "Subject to: a lower rent", "9 March 2027", "–"),
        ("Tenants’ Panel", "Homes", "Endorsed", "–", "TP/4"),
    ]
    assert told.signed == "Portfolio holders and managers have signed for 1 of 3 areas."
    assert context().bodies == ()


def test_what_has_changed_has_a_heading_only_where_there_is_something() -> None:
    assert context().has_changes
    priorities = [row for row in small.FRAMEWORK["priorities"] if "withdrawn_on" not in row]
    assert not context(priorities=priorities).has_changes
    cycle = link(Framework.model_validate({**small.FRAMEWORK, "priorities": priorities}), small.cycle().plans)
    assert "# What has changed" not in outline(besides.printed(cycle)["council-report.docx"])


def test_the_risks_with_the_highest_scores_are_named_and_those_not_for_publication_are_not() -> None:
    text = risks("4", "4", "4", "4", "4", "4", "3")
    assert "The plan names 6 corporate risks." in text
    assert named_in(text) == ["R1", "R3", "R4", "R5", "R6"]


def test_no_risk_is_left_out_that_scores_as_high_as_one_that_is_named() -> None:
    assert named_in(risks("4", "4", "4", "4", "4", "3", "3", "3", "2")) == ["R1", "R3", "R4", "R5", "R6", "R7", "R8"]


def risks(*impacts: str) -> str:
    """What the report says of risks with these impacts, of which the second is not for publication."""
    rows = [
        {"ref": f"R{n}", "cause": f"Cause {n}", "likelihood": "4", "impact": impact, "corporate": "Yes",
         "publish": "No" if n == 2 else ""}
        for n, impact in enumerate(impacts, 1)
    ]  # fmt: skip
    homes = ServicePlan.model_validate({**small.HOMES, "risks": rows})
    return section(outline(besides.printed(link(Framework.model_validate(small.FRAMEWORK), [homes]))[REPORT]), "Risk")


def named_in(text: str) -> list[str]:
    return [line.split(" | ")[0][2:] for line in text.split("\n") if line.startswith("| R")][1:]


def test_a_body_that_has_not_met_has_the_day_of_the_calendar_as_in_the_plan() -> None:
    told = context(
        signatures=[{"service": "Corporate plan", "role": "Council"}, {"service": "Homes", "role": "Council"}],
        calendar=[{"when": "9 March 2027", "what": "Council adopts the corporate plan", "who": "Council"}],
    )
    assert [(row.plan, row.status, row.date) for row in told.bodies] == [
        ("Corporate plan", "Not yet given", "9 March 2027"),
        ("Homes", "Not yet given", "–"),
    ]


def test_bids_are_counted_and_summed_by_year() -> None:
    bids = [{"what": "A van", "amounts": {"2027/28": "£24,000"}}, {"what": "A post", "amounts": {"2027/28": "£6,000"}}]
    homes = ServicePlan.model_validate({**small.HOMES, "bids": bids})
    cycle = link(Framework.model_validate(small.FRAMEWORK), [homes])
    text = outline(besides.printed(cycle)["council-report.docx"])
    assert "Bids for more: 2, which come to 2027/28: £30,000." in text


def test_what_actions_and_posts_ask_for_is_told_beside_the_bids_by_how_certain_it_is() -> None:
    actions = [
        {"ref": "H1.1", "title": "x", "resources": "£5,000 once, from the reserve"},
        {"ref": "H1.2", "title": "y", "resources": "£7 a year, if agreed"},
    ]
    homes = ServicePlan.model_validate({**small.HOMES, "actions": actions})
    text = outline(besides.printed(link(Framework.model_validate(small.FRAMEWORK), [homes]))[REPORT])
    told = "There already, or agreed: 1, No year given: £5,000; Asked for: 1; Hangs on a condition: 1, 2027/28: £7"
    assert f"All that is asked for, in bids, by actions and in posts: {told}" in text
