from __future__ import annotations

from decimal import Decimal
from typing import Any

from svcdocs.corporate.workforce import workforce_of
from svcdocs.model.as_written import Number
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Post, ServicePlan
from tests.corporate import small


def test_tenths_add_up_exactly() -> None:
    homes = workforce_of(small.cycle()).services[0]
    assert homes.teams[0].fte == Decimal("3.3")
    assert 1.1 + 2.2 != 3.3  # what binary fractions would make of it
    assert homes.fte == Decimal("4.0")


def test_a_stated_team_total_counts_instead_of_its_posts_and_a_difference_is_kept() -> None:
    building, warmth = workforce_of(small.cycle()).services[0].teams
    assert (building.team, building.fte, building.unread) == ("Building", Decimal("3.3"), (("Helper", "some"),))
    assert (warmth.team, warmth.fte, warmth.differs) == ("Warmth", Decimal("0.7"), Decimal("0.5"))


def test_services_without_figures_are_named_and_not_counted_as_nothing() -> None:
    workforce = workforce_of(small.cycle())
    assert workforce.not_given == ("Streets", "Customers")
    assert workforce.total == Decimal("4.0")
    assert workforce_of(small.cycle(small.STREETS)).total is None


def test_vacant_and_uncertain_posts_are_told_apart() -> None:
    homes = workforce_of(small.cycle()).services[0]
    assert (homes.vacant, homes.uncertain) == (Decimal("2.2"), Decimal("0.5"))


def test_a_team_of_the_framework_without_posts_has_no_figure() -> None:
    plan: dict[str, Any] = {**small.HOMES, "posts": small.HOMES["posts"][:2]}
    teams = workforce_of(small.cycle(plan)).services[0].teams
    assert [(team.team, team.fte) for team in teams] == [("Building", Decimal("3.3")), ("Warmth", None)]


def test_a_team_that_moves_is_expected_to_have_posts_where_it_goes_to_alone() -> None:
    services = [
        {"service": "Homes"},
        {"service": "Homes", "team": "Warmth", "belongs_until": "30 September 2027"},
        {"service": "Streets"},
        {"service": "Streets", "team": "Warmth", "belongs_from": "1 October 2027"},
    ]
    council = Framework.model_validate({**small.FRAMEWORK, "services": services})
    plans = [ServicePlan.model_validate({**plan, "posts": []}) for plan in (small.HOMES, small.STREETS)]
    plans[0] = plans[0].model_copy(update={"posts": (Post(title="Clerk", fte=Number(text="1")),)})
    plans[1] = plans[1].model_copy(update={"posts": (Post(title="Sweeper", fte=Number(text="2")),)})
    homes, streets = workforce_of(link(council, plans)).services
    assert [team.team for team in homes.teams] == [""]
    assert [(team.team, team.fte) for team in streets.teams] == [("Warmth", None), ("", Decimal(2))]
