from __future__ import annotations

import pytest

from tests.checks.councils import PLAN, changed, found, place


@pytest.mark.parametrize(
    "text",
    [
        "Improved customer experience",
        "Better partnership working",
        "Increased awareness of recycling",
        "Better homes for everyone",
    ],
)
def test_an_outcome_that_nobody_can_check_is_told_at_its_cell(text: str) -> None:
    (finding,) = found(**changed("actions", outcome=text, indicators=""))
    assert (finding.code, finding.field, finding.severity) == ("outcome-vague", "How we will know", "note")
    assert finding.message == f"Nobody can check '{text}': there is no figure, date or result in it."


@pytest.mark.parametrize(
    "text",
    [
        "Better scores in the survey",
        "Improved to 85%",
        "Improved, see N1",
        "Increased visits",
        "A strategy that Cabinet has adopted",
        "Stronger groups that rely less on the council, and neighbours who know whom to ask when they need a hand",
        "Residents sleep at home",
    ],
)
def test_an_outcome_with_a_figure_a_date_or_a_thing_to_be_seen_is_left_alone(text: str) -> None:
    assert found(**changed("actions", outcome=text, indicators="")) == []


def test_a_vague_outcome_with_an_indicator_beside_it_is_left_alone() -> None:
    assert found(**changed("actions", outcome="Better service")) == []


def test_an_outcome_that_says_its_action_again_is_told() -> None:
    (finding,) = found(**changed("actions", outcome="Open a  Shelter", indicators=""))
    assert finding.code == "outcome-vague"


OPEN = changed("actions", finish="Ongoing", steps=[], indicators="")


def test_an_objective_under_which_all_is_open_ended_is_told_at_the_objective() -> None:
    (finding,) = found(indicators=[], **OPEN)
    assert (finding.code, place(finding), finding.audience) == ("objective-untimed", "Objectives B6", "service")


def test_an_objective_with_an_end_a_target_or_a_year_in_it_is_left_alone() -> None:
    assert found(**OPEN) == []
    assert found(indicators=[], **changed("actions", finish="March 2028", steps=[], indicators="")) == []
    timed = [PLAN["objectives"][0] | {"text": "No one homeless by 2029"}]
    assert found(indicators=[], objectives=timed, **OPEN) == []
