from __future__ import annotations

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, PLAN, changed, found, place


def test_an_action_whose_words_give_an_earlier_end_than_its_column_is_told_at_the_column() -> None:
    (finding,) = found(**changed("actions", title="Open a shelter by 31 May 2027"))
    assert (finding.code, finding.field) == ("end-differs", "Finish by")
    assert finding.message == (
        "Action HC1.1 'Open a shelter by 31 May 2027' says in its words that it ends by 31 May 2027, "
        "and here by March 2028."
    )


@pytest.mark.parametrize(
    "title",
    [
        "Open a shelter by March 2028",
        "Open a shelter by June 2028",
        "Plan by May 2027 and build by March 2028",
        "Open a shelter near the market",
        "Move the depot by Station Road",
    ],
)
def test_ends_that_agree_or_cannot_be_compared_are_left_alone(title: str) -> None:
    assert found(**changed("actions", title=title)) == []


def council(finish: str) -> list[Finding]:
    priorities = [
        {"level": "Aim", "ref": "A", "text": "Homes for all"},
        {"level": "Council action", "ref": "A1", "text": "Build 150 homes by March 2028", "under": "A"},
    ]
    row = {"ref": "A1", "title": "Build", "finish": finish, "lead": "Tom Fell", "outcome": "150 homes"}
    told = found(of={"priorities": priorities}, council_actions=[row], actions=PLAN["actions"])
    return [one for one in told if one.code == "end-after-priority"]


def test_a_row_that_ends_after_the_day_the_council_adopted_is_told() -> None:
    (finding,) = council("April 2028")
    assert place(finding).startswith("Council_actions")
    assert "'Build 150 homes by March 2028' is to be done by 31 March 2028" in finding.message
    assert council("31 March 2028") == []
    assert council("Ongoing") == []


def headed(text: str) -> list[str]:
    told = found(passages=[{"section": "About our service", "text": text}])
    return [one.message for one in told if one.code == "heading-of-another-year"]


def test_a_heading_of_another_year_is_told_with_the_right_one() -> None:
    assert headed("Achievements in 2025/26") == ["'Achievements in 2025/26' names 2025/26, and last year is 2026/27."]
    assert headed("Our priorities for 2026/27") == [
        "'Our priorities for 2026/27' names 2026/27, and the plans begin with 2027/28."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Achievements in 2026/27",
        "Our priorities for 2027/28",
        "Achievements in 2025/26 were praised by the auditors.",
        "In 2025/26 we answered 80% of calls",
        "What we did to 2030",
    ],
)
def test_a_year_in_a_sentence_or_the_right_one_is_left_alone(text: str) -> None:
    assert headed(text) == []


def test_a_section_headed_with_the_year_of_an_earlier_plan_is_told_in_the_framework() -> None:
    rows = [*FRAMEWORK["sections"], {"key": "Past", "heading": "What we did in 2024/25", "required": "Never"}]
    (finding,) = found(of={"sections": rows})
    assert (finding.code, place(finding)) == ("heading-of-another-year", "Sections B9")


def test_a_version_date_of_an_earlier_year_is_told_to_the_officer() -> None:
    about = FRAMEWORK["about"]
    (finding,) = found(of={"about": about | {"version_date": "12 January 2026"}})
    assert (finding.code, finding.audience, finding.field) == ("version-date-old", "officer", "Version date")
    assert found(of={"about": about | {"version_date": "12 January 2027"}}) == []
