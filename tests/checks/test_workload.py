from __future__ import annotations

from tests.checks.councils import cycle, place
from tests.checks.services import action, told

BUSY = [action(ref=f"H{n}", title=f"Visit {n}", lead="HOM", finish="June 2027") for n in range(6)]


def test_six_things_due_from_one_person_in_a_month_are_told_once_to_the_service() -> None:
    (finding,) = told("person-overloaded", cycle(actions=BUSY))
    assert (place(finding), finding.audience) == ("Actions I6", "service")
    assert finding.message == "HOM has 6 things due in June 2027: H0, H1, H2, H3, H4, H5."


def test_a_person_is_one_by_name_post_and_abbreviation() -> None:
    names = ("HOM", "Tom Fell", "Housing Options Manager", "T Fell", "Tom Fell", "HOM")
    rows = [row | {"lead": name} for row, name in zip(BUSY, names, strict=True)]
    assert len(told("person-overloaded", cycle(actions=rows))) == 1


def test_an_action_counts_with_its_steps_and_not_beside_them() -> None:
    steps = [{"text": f"Visit {n}", "by": "June 2027"} for n in range(5)]
    assert told("person-overloaded", cycle(actions=[BUSY[0] | {"steps": steps}])) == []
    assert len(told("person-overloaded", cycle(actions=[BUSY[0] | {"steps": [*steps, steps[0]]}]))) == 1


def test_what_is_due_in_other_months_or_in_none_or_from_others_does_not_count() -> None:
    assert told("person-overloaded", cycle(actions=[*BUSY[:5], BUSY[5] | {"finish": "July 2027"}])) == []
    assert told("person-overloaded", cycle(actions=[*BUSY[:5], BUSY[5] | {"finish": "Q1 2027/28"}])) == []
    assert told("person-overloaded", cycle(actions=[*BUSY[:5], BUSY[5] | {"lead": "Joan Ashdown / HOM"}])) == []
    assert told("person-overloaded", cycle(actions=[row | {"lead": "N/A"} for row in BUSY])) == []


def test_the_council_says_how_much_is_too_much() -> None:
    strict = {"rules": [{"rule": "person-overloaded", "limit": "3"}, {"rule": "person-leads-many", "limit": "5"}]}
    assert len(told("person-overloaded", cycle(of=strict, actions=BUSY[:3]))) == 1
    (finding,) = told("person-leads-many", cycle(of=strict, actions=BUSY))
    assert (place(finding), finding.message) == ("Actions I6", "HOM leads 6 actions: H0, H1, H2, H3, H4, H5.")


def test_leading_twelve_actions_is_told_and_eleven_is_not() -> None:
    rows = [action(ref=f"H{n}", title=f"Visit {n}", finish="Ongoing") for n in range(12)]
    assert len(told("person-leads-many", cycle(actions=rows))) == 1
    assert told("person-leads-many", cycle(actions=rows[:11])) == []
