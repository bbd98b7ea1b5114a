from __future__ import annotations

import pytest

from tests.checks.councils import cycle, place
from tests.checks.services import action, told


def rows(*leads: str) -> list[dict[str, object]]:
    return [action(ref=f"H{n}", title=f"Visit {n}", lead=lead) for n, lead in enumerate(leads)]


def test_a_post_written_in_three_ways_is_told_once_with_the_fullest() -> None:
    (finding,) = told("person-spelled", cycle(actions=rows("E&DO", "Equality and Diversity Officer", "E&D Officer")))
    assert (place(finding), finding.audience) == ("Actions I6", "service")
    assert all(f"'{name}'" in finding.message for name in ("E&DO", "Equality and Diversity Officer", "E&D Officer"))
    assert "Write 'Equality and Diversity Officer' in all of them" in finding.hint


@pytest.mark.parametrize(
    "leads",
    [
        ("Customer Service Project Officer", "Customer Services Project Officer"),
        ("Co-ordinator for Play", "Coordinator, Play"),
        ("CSPO", "Customer Service Project Officer"),
    ],
)
def test_small_differences_and_initials_are_seen(leads: tuple[str, str]) -> None:
    assert len(told("person-spelled", cycle(actions=rows(*leads)))) == 1


@pytest.mark.parametrize(
    "leads",
    [
        ("Parks Officer", "Play Officer"),
        ("Community Safety Officer", "Customer Service Officer", "CSO"),
        ("Jo March (until May)", "Jo March"),
        ("HOM", "Housing Options Manager"),
        ("Policy Officer", "Senior Policy Officer"),
    ],
)
def test_different_posts_remarks_and_what_the_council_knows_are_in_order(leads: tuple[str, ...]) -> None:
    assert told("person-spelled", cycle(actions=rows(*leads))) == []
