from __future__ import annotations

from svcdocs.corporate.consolidation import consolidate
from svcdocs.model.corporate_view import Awaited, ServiceCounts
from tests.corporate import small


def test_a_service_without_a_return_is_awaited_with_its_deadline() -> None:
    assert consolidate(small.cycle()).awaited == (Awaited("Customers", "22 January 2027"),)


def test_the_counts_are_those_of_the_plans() -> None:
    assert consolidate(small.cycle()).counts == (
        ServiceCounts("Homes", objectives=2, actions=5, headlines=3, indicators=2, risks=4, council_actions=2),
        ServiceCounts("Streets", objectives=1, actions=3, headlines=1, indicators=1, risks=1, council_actions=2),
    )


def test_a_supporting_objective_that_nothing_measures_yet_is_not_counted_as_an_indicator() -> None:
    row = {"supporting_objective": "Train advisers"}
    plan = {"service": "Homes", "indicators": [{"ref": "N1", "name": "Rough sleepers"}, row]}
    assert [one.indicators for one in consolidate(small.cycle(plan)).counts] == [1]


def test_an_empty_council_has_an_empty_view() -> None:
    view = consolidate(type(small.cycle())(small.cycle().framework.model_copy(update={"priorities": ()}), ()))
    assert (view.aims, view.leads, view.workforce.total, view.money.council) == ((), (), None, ())
    assert [one.service for one in view.awaited] == ["Homes", "Streets", "Customers"]


def test_a_withdrawn_council_action_is_not_counted_as_served() -> None:
    plan = {"service": "Homes", "actions": [{"ref": "1", "title": "Close it", "serves": "B2, A1"}]}
    assert [one.council_actions for one in consolidate(small.cycle(plan)).counts] == [1]
