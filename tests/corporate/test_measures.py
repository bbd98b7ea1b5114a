"""What each indicator measures, what nothing measures, and what the actions for an aim say of money."""

from __future__ import annotations

import copy
from typing import Any

from svcdocs.corporate.consolidation import consolidate
from svcdocs.model.corporate_view import CorporateView
from tests.corporate import small


def view(**homes: Any) -> CorporateView:
    return consolidate(small.cycle(small.STREETS, {**copy.deepcopy(small.HOMES), **homes}))


def indicators(*named: str, **fields: Any) -> list[dict[str, Any]]:
    return [{"ref": f"M{n}", "name": "x", "objective": objective, **fields} for n, objective in enumerate(named)]


def measuring(found: CorporateView, ref: str) -> list[str]:
    actions = (one for aim in found.aims for one in aim.council_actions if one.priority.ref.text == ref)
    return [measure.indicator.ref.text for one in actions for measure in one.measures]


def test_an_indicator_measures_what_the_objective_or_action_or_priority_it_names_leads_to() -> None:
    found = view(indicators=indicators("H1", "H1.1", "A1", "A2(i)", "B"))
    assert measuring(found, "A1") == ["M0", "M1", "M2"]
    assert measuring(found, "A2") == ["M3"]
    assert [len(aim.measures) for aim in found.aims] == [4, 1, 0]
    assert found.loose_measures == ()


def test_an_action_that_names_an_indicator_is_measured_by_it() -> None:
    actions = [{"ref": "H9", "title": "x", "serves": "B1", "indicators": "M0"}]
    assert measuring(view(indicators=indicators(""), actions=actions), "B1") == ["M0"]


def test_an_indicator_that_nothing_names_and_that_names_nothing_measures_nothing() -> None:
    found = view(indicators=indicators("", "Q7", "H2"))
    assert [one.indicator.ref.text for one in found.loose_measures] == ["M0", "M1"]


def test_what_the_council_shares_out_measures_what_the_council_says_and_a_bare_supporting_objective_is_none() -> None:
    rows = [{"ref": "SX1", "name": "x"}, {"supporting_objective": "Tidy", "objective": ""}]
    assert view(indicators=rows).loose_measures == ()


def test_council_actions_in_force_that_nothing_measures_are_told() -> None:
    assert [one.ref.text for one in view(indicators=indicators("H1", "B2")).unmeasured] == ["A2", "B1", "Z9"]
    assert [one.ref.text for one in view(indicators=indicators("A2(ii)", "B1", "Z9")).unmeasured] == ["A1"]


def test_what_actions_need_is_told_the_highest_sum_first_and_what_is_left_out_says_nothing() -> None:
    said = ["None", "£5,000", "£720,000, of which £540,000 from the grant", "Half a post", "Leave out", ""]
    actions = [{"ref": f"H9.{n}", "title": "x", "serves": "B1", "resources": text} for n, text in enumerate(said)]
    bids = [{"ref": "B7", "what": "x", "serves": "H9.0"}, {"ref": "B8", "what": "y", "serves": "H2"}]
    resources = consolidate(small.cycle({"service": "Homes", "actions": actions, "bids": bids})).aims[1].resources
    assert (resources.nothing, resources.unsaid) == (1, 2)
    assert [one.record.ref.text for one in resources.asking] == ["H9.2", "H9.1", "H9.3"]
    assert [bid.ref.text for _, bid in resources.bids] == ["B7"]
