from __future__ import annotations

from dataclasses import replace

import pytest

from svcdocs.model.assignments import Assignment
from svcdocs.model.base import Origin
from svcdocs.model.continuity import Continuity, Fate, Heir, Past
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.publication import for_corporate_plan, internal_edition, is_published, public_cycle, public_edition
from svcdocs.model.requests import Request, Requests
from svcdocs.model.service_plan import Action, ServicePlan

HIDDEN = {"ref": "H2", "title": "Sell the depot", "publish": "No"}


def plan(**parts: object) -> ServicePlan:
    return ServicePlan.model_validate({"service": "Homes", **parts})


def shown(made: ServicePlan) -> ServicePlan:
    return public_cycle(link(Framework(), [made])).plans[0]


@pytest.mark.parametrize(
    ("said", "published"),
    [("No", False), (" NO ", False), ("n", False), ("false", False), ("Yes", True), ("", True), ("Not yet", True)],
)
def test_a_row_is_published_unless_it_says_no(said: str, published: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_published(Action(publish=said)) is published


def test_what_may_be_published_comes_out_as_it_went_in_and_where_it_was_read() -> None:
    made = plan(actions=[{"ref": "H1", "title": "Dig", "indicators": "I1,\nI2", "lead": "Tom Fell"}])
    origin = Origin("homes.xlsx", "Actions", 6)
    made.actions[0].at(origin)
    assert shown(made) == made
    assert shown(made).actions[0].origin == origin


def test_references_to_hidden_rows_are_left_out_of_the_cells_made_for_them_and_others_stay_as_typed() -> None:
    made = plan(
        actions=[
            HIDDEN,
            {"ref": "H3", "title": "Dig", "indicators": "I1,  I2", "risk": "R1"},
            {"ref": "H4", "title": "Fill", "indicators": "I2;\nI9", "risk": "Rain"},
        ],
        indicators=[{"ref": "I1", "name": "Sold", "publish": "No"}, {"ref": "I2", "name": "Dug", "objective": "H2"}],
        risks=[{"ref": "R1", "cause": "Nobody buys", "publish": "No"}, {"ref": "R2", "cause": "x", "serves": "h2, H3"}],
    )
    told = shown(made)
    assert [(row.indicators.text, row.risk.plain) for row in told.actions] == [("I2", ""), ("I2;\nI9", "Rain")]
    assert [row.objective.text for row in told.indicators] == [""]
    assert [row.serves.text for row in told.risks] == ["H3"]


def test_a_reference_that_is_also_that_of_a_row_for_everybody_stays() -> None:
    made = plan(actions=[HIDDEN, {"ref": "H2", "title": "Dig"}], risks=[{"cause": "x", "serves": "H2"}])
    assert [row.serves.text for row in shown(made).risks] == ["H2"]


def test_the_corporate_plan_keeps_the_rows_so_that_it_can_count_them() -> None:
    made = plan(actions=[HIDDEN], risks=[{"cause": "x", "serves": "H2"}])
    (kept,) = for_corporate_plan(link(Framework(), [made])).plans
    assert [row.ref.text for row in kept.actions] == ["H2"]
    assert kept.risks[0].serves.text == ""


def test_an_edition_counts_what_is_hidden_and_says_which_parts_hold_nothing_else() -> None:
    made = plan(actions=[HIDDEN], risks=[{"cause": "x"}, {"cause": "y", "publish": "No"}])
    edition = public_edition(made)
    assert (edition.is_public, edition.hidden, edition.emptied) == (True, 2, frozenset({"actions"}))
    inside = internal_edition(link(Framework(), [made]), made)
    assert (inside.is_internal, inside.hidden) == (True, 2)


def test_posts_stand_for_names_wherever_a_cell_or_the_framework_names_somebody() -> None:
    council = Framework.model_validate(
        {
            "about": {"named_grades": "Director"},
            "people": [{"name": "Tom Fell", "post": "Clerk", "grade": "Officer"}],
            "services": [{"service": "Homes", "manager": "Tom Fell", "portfolio": "Cllr Mir\nTom Fell"}],
            "signatures": [{"role": "Manager", "name": "Tom Fell", "counter_name": "Tom Fell", "deputy": "Tom Fell"}],
        }
    )
    made = plan(
        passages=[{"section": "About", "owed_by": "Tom Fell"}],
        actions=[{"title": "Dig", "lead": "Tom Fell", "also_leading": "Tom Fell"}],
        indicators=[
            {"name": "x", "lead": "Tom Fell", "responsible": "Tom Fell", "owner": "Tom Fell", "updater": "Tom Fell"}
        ],
        risks=[{"cause": "x", "owner": "Tom Fell"}],
        posts=[{"title": "Aide", "reports_to": "Tom Fell"}],
    )
    missing = [Assignment("Tom Fell", ("Homes",), ("money",))]
    cycle = public_cycle(link(council, [made], missing=missing))
    assert "Tom Fell" not in repr((cycle.framework, cycle.plans, cycle.missing))
    assert repr(cycle.plans).count("Clerk") >= 9


def test_a_plan_with_one_edition_is_not_called_internal() -> None:
    council = Framework.model_validate(
        {"about": {"named_grades": "Director"}, "people": [{"name": "Tom Fell", "post": "Clerk", "grade": "Officer"}]}
    )
    assert not internal_edition(link(council, [plan(actions=[{"title": "Dig"}])]), plan()).is_internal
    led = plan(actions=[{"title": "Dig", "lead": "Tom Fell"}])
    assert internal_edition(link(council, [led]), led).is_internal


def test_what_is_asked_for_a_hidden_action_and_what_became_of_one_is_not_for_the_public() -> None:
    made = plan(actions=[HIDDEN, {"ref": "H1", "title": "Dig", "help_needed": "Parks: a van"}])
    framework = Framework.model_validate({"services": [{"service": "Homes"}, {"service": "Parks"}]})
    cycle = link(framework, [made])
    open_, hidden = (
        Request(asker="Homes", asked="Parks", action=one.ref, what=one.title).for_action(one)
        for one in (made.actions[1], made.actions[0])
    )
    pasts = [Past("Homes", "Action", one, Fate.CARRIED, heirs=(Heir("Homes", one),)) for one in made.actions]
    known = replace(
        cycle,
        requests=Requests(asked=(open_, hidden)),
        last_year=Continuity("2026/27", tuple(pasts), new={"Homes": made.actions}),
    )
    told = public_cycle(known)
    assert [one.action.text for one in told.requests.asked] == ["H1"]
    assert told.requests.asked[0].of is told.plans[0].actions[0]
    assert told.last_year is not None
    assert [past.ref for past in told.last_year.pasts] == ["H1"]
    assert [row.ref.text for row in told.last_year.new["Homes"]] == ["H1"]
    whole = for_corporate_plan(known)
    assert [one.action.text for one in whole.requests.asked] == ["H1"]
    assert whole.last_year is known.last_year
