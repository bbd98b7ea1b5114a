from __future__ import annotations

from typing import Any

import pytest

from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents import moves
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.documents.service_plan import service_plan_context
from svcdocs.documents.setting import Setting, setting_of
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.shipped import doc_template
from svcdocs.word import Properties, Template
from tests.documents import samples

UNTIL, FROM = "30 September 2027", "1 October 2027"


def team(service: str, name: str, **changes: str) -> dict[str, str]:
    return {"service": service, "team": name, **changes}


ROWS: list[dict[str, Any]] = [
    {"service": "Homes"},
    {"service": "Culture"},
    {"service": "Water", "belongs_until": UNTIL},
    {"service": "Streets"},
    team("Homes", "Community", belongs_until=UNTIL),
    team("Culture", "Arts", also_called="Community", belongs_from=FROM),
    team("Culture", "Museum", belongs_until="March 2028"),
    team("Homes", "Museum", belongs_from="April 2028"),
    team("Homes", "Advice", belongs_until=UNTIL),
    team("Homes", "Help", belongs_until=UNTIL),
    team("Homes", "Information", also_called="Advice\nHelp", belongs_from=FROM),
    team("Homes", "Play", belongs_until="31 July 2028"),
    team("Streets", "Sport", also_called="Play", belongs_from="1 August 2028"),
    team("Culture", "Games", also_called="Play", belongs_from="1 August 2028"),
    team("Homes", "New", belongs_from="May 2027"),
    team("Homes", "Old", belongs_until="May 2028"),
    team("Homes", "Water", belongs_from=FROM),
    team("Homes", "Options"),
]


LEAVES = (
    "Community belongs to this service until 30 September 2027, then to Culture (as Arts), in whose plan its work "
    "stands."
)
JOINS = (
    "Museum belongs to this service from April 2028, until then to Culture. All its work in these years stands in "
    "this plan."
)


LEAVES = (
    "Community belongs to this service until 30 September 2027, then to Culture (as Arts), in whose plan its work "
    "stands."
)
JOINS = (
    "Museum belongs to this service from April 2028, until then to Culture. All its work in these years stands in "
    "this plan."
)


def setting(service: str, rows: list[dict[str, Any]] | None = None) -> Setting:
    framework = Framework.model_validate({**samples.FRAMEWORK, "services": ROWS if rows is None else rows})
    plan = ServicePlan(service=service)
    return setting_of(link(framework, [plan]), plan, {}, draft=True)


def told(service: str) -> list[str]:
    return [block.plain for part in moves.changes_part(setting(service)) for block in part.text.blocks]


@pytest.mark.parametrize(
    ("service", "name", "heading"),
    [
        ("Homes", "Options", "Options"),
        ("Homes", "Somebody", "Somebody"),
        ("Homes", "Community", "Community (until 30 September 2027)"),
        ("Homes", "museum", "museum (from April 2028; until then in Culture)"),
        ("Homes", "Information", "Information (from 1 October 2027; until then Advice and Help)"),
        ("Homes", "New", "New (from May 2027)"),
        ("Homes", "Water", "Water (from 1 October 2027; until then the service Water)"),
        ("Culture", "Arts", "Arts (from 1 October 2027; until then Community in Homes)"),
    ],
)
def test_a_team_that_comes_or_goes_says_so_in_its_heading(service: str, name: str, heading: str) -> None:
    assert moves.team_heading(name, setting(service)) == heading


def test_a_plan_tells_what_changes_in_its_service_in_order_of_date() -> None:
    assert told("Homes") == [
        "New is a new team of this service from May 2027.",
        "Water is a team of this service from 1 October 2027, until then the service Water.",
        LEAVES,
        "From 1 October 2027 the work of Advice and Help is done by Information.",
        JOINS,
        "Old is a team of this service until May 2028.",
        "Play belongs to this service until 31 July 2028, then to Streets (as Sport) and Culture (as Games).",
    ]
    assert told("Water") == []
    assert told("Streets") == ["Sport belongs to this service from 1 August 2028, until then to Homes (as Play)."]


def test_where_nothing_changes_nothing_is_said() -> None:
    still = setting("Homes", [{"service": "Homes"}, team("Homes", "Options")])
    assert moves.changes_part(still) == ()
    assert moves.corporate_changes(still) == ()
    assert moves.in_being(still) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"belongs_from": FROM}, "From 1 October 2027"),
        ({"belongs_until": UNTIL}, "Until 30 September 2027"),
        ({"belongs_from": "1 May 2027", "belongs_until": UNTIL}, "From 1 May 2027 until 30 September 2027"),
        ({"belongs_from": "1 April 2027", "belongs_until": "31 March 2029"}, ""),
    ],
)
def test_the_cover_of_a_service_that_begins_or_closes_says_when(days: dict[str, str], said: str) -> None:
    rows = [{"service": "Homes", **days}]
    assert moves.in_being(setting("Homes", rows)) == said
    context = samples.context(services=rows)
    assert context.in_being == said
    lines = [getattr(item, "text", "") for item in samples.body(samples.printed(context))]
    cover = lines[: lines.index("Contents")]
    below = cover[cover.index("2027/28 to 2028/29") + 1]
    assert below == (said or "Version")


def test_the_council_is_told_of_all_changes_in_order_of_date() -> None:
    assert list(moves.corporate_changes(setting(""))) == [
        "From May 2027 Homes has a new team, New.",
        "From 1 October 2027 the work of the service Water is done by Water in Homes.",
        "From 1 October 2027 the work of Community in Homes is done by Arts in Culture.",
        "From 1 October 2027 the work of Advice and Help in Homes is done by Information.",
        "From April 2028 Museum belongs to Homes, until then to Culture.",
        "Old is a team of Homes until May 2028.",
        "From 1 August 2028 the work of Play in Homes is done by Sport in Streets and Games in Culture.",
    ]
    rows = [{"service": "Coast", "belongs_from": FROM}, {"service": "Water", "belongs_until": "May 2028"}]
    assert list(moves.corporate_changes(setting("", rows))) == [
        "From 1 October 2027 there is a new service, Coast.",
        "Water is a service of the council until May 2028.",
    ]


def test_changes_stand_once_at_the_head_of_the_first_section_and_teams_under_their_dated_headings() -> None:
    posts = [{"team": "Museum", "title": "Keeper", "fte": "2"}]
    objectives = [{"text": "One", "team": "Museum"}, {"text": "Two", "team": "Options"}]
    passages = [{"section": "About our service", "text": "We find homes."}]
    plan = {"posts": posts, "objectives": objectives, "passages": passages}
    shown = samples.by_heading(samples.printed(samples.context(plan, services=ROWS)))
    first = shown["About our service"]
    assert first[1] == "While this plan runs, these things change:"
    assert first[-1] == "We find homes."
    assert sum(line == first[1] for lines in shown.values() for line in lines) == 1
    assert "Museum (from April 2028; until then in Culture) – 2 FTE" in shown
    assert "Museum (from April 2028; until then in Culture)" in shown


def test_a_plan_without_a_section_tells_its_changes_before_its_actions() -> None:
    framework = Framework.model_validate({**samples.FRAMEWORK, "services": ROWS, "sections": [], "priorities": []})
    plan = ServicePlan(service="Streets")
    context = service_plan_context(link(framework, [plan]), plan, draft=True)
    assert context.sections == ()
    assert [part.lead.plain for part in context.action_plan.before] == ["While this plan runs, these things change:"]


@pytest.mark.parametrize("rows", [ROWS, [{"service": "Homes"}]], ids=["changes", "none"])
def test_the_corporate_plan_has_a_part_on_changes_only_if_there_are_any(rows: list[dict[str, Any]]) -> None:
    cycle = link(Framework.model_validate({**samples.FRAMEWORK, "services": rows}), [])
    context = corporate_plan_context(cycle, consolidate(cycle), draft=True)
    template = Template.compile(doc_template("corporate-plan"), CorporatePlanContext)
    shown = samples.by_heading(template.render(context, Properties(title="x")))
    heading = "Changes to services in these years"
    assert shown.get(heading, [heading])[1:] == list(context.changes)
    assert (heading in shown) is bool(context.changes) is (rows is ROWS)
