from __future__ import annotations

from decimal import Decimal
from typing import Any

from svcdocs.corporate.workforce import workforce_of
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
