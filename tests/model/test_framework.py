from __future__ import annotations

import pytest

from svcdocs.model.framework import Framework
from tests.plans import COUNCIL


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Risks", "Risks"),
        (" RISKS ", "Risks"),
        ("Our customers", "Customers"),
        ("Achievements in {last year}", "Achievements"),
        ("achievements in 2026/27", "Achievements"),
        ("Council actions for 2027/28", "Council actions"),
        ("SWOT", "SWOT"),
    ],
)
def test_a_section_is_found_by_key_or_heading(name: str, key: str) -> None:
    section = COUNCIL.section(name)
    assert section is not None
    assert section.key == key


@pytest.mark.parametrize("name", ["", "  ", "Appendix"])
def test_what_names_no_section_finds_none(name: str) -> None:
    assert COUNCIL.section(name) is None


def test_a_key_goes_before_a_heading() -> None:
    framework = Framework.model_validate(
        {"sections": [{"key": "a", "heading": "b"}, {"key": "b", "heading": "a"}, {"key": "", "heading": ""}]}
    )
    found = framework.section("B")
    assert found is not None
    assert found.heading == "a"


def test_a_heading_without_years_in_the_framework_keeps_no_braces() -> None:
    framework = Framework.model_validate({"sections": [{"key": "a", "heading": "Since {last year}, for {year}"}]})
    assert framework.heading_of(framework.sections[0]) == "Since , for "
    blank = Framework.model_validate({"sections": [{"key": "a"}]})
    assert blank.heading_of(blank.sections[0]) == "a"


def test_services_and_teams_are_told_apart() -> None:
    assert COUNCIL.service_names == ("Housing",)
    assert [row.team for row in COUNCIL.teams_of("Housing")] == ["Homelessness", "Repairs"]
    service = COUNCIL.service("Housing")
    assert service is not None
    assert service.team == ""
    assert COUNCIL.service("Streets") is None


def test_levels_and_stages_are_known_whatever_their_case() -> None:
    assert [str(row.ref) for row in COUNCIL.level("aim")] == ["A"]
    about = COUNCIL.about.model_copy(update={"stage": " FINAL "})
    assert COUNCIL.model_copy(update={"about": about}).is_final
    assert not COUNCIL.is_final
