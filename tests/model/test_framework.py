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


FORMS = Framework.model_validate(
    {
        "about": {"first_year": "2027/28", "years": "2"},
        "services": [{"service": "Homes", "form": " three-YEAR", "years": "3"}, {"service": "Streets"}],
        "sections": [
            {"key": "About", "heading": "About us", "forms": "Current"},
            {"key": "About", "heading": "Key functions", "forms": "Three-year\nOther"},
            {"key": "Risks"},
        ],
    }
)


def test_a_service_is_printed_in_the_form_its_row_names_and_else_in_the_usual_one() -> None:
    assert (FORMS.form_of("Homes"), FORMS.form_of("Streets"), FORMS.form_of("Nobody")) == (
        *("Three-year", "Current", "Current"),
    )


def test_a_readable_plan_is_one_of_the_usual_form_printed_in_another_way() -> None:
    framework = Framework.model_validate(
        {"services": [{"service": "Homes", "form": "readable"}, {"service": "Streets"}]}
    )
    assert (framework.layout_of("Homes"), framework.form_of("Homes")) == ("Readable", "Current")
    assert framework.layout_of("Streets") == "Current"
    assert FORMS.layout_of("Homes") == "Three-year"


def test_the_sections_of_a_plan_are_those_of_its_form() -> None:
    assert [FORMS.heading_of(row) for row in FORMS.sections_of("Homes")] == ["Key functions", "Risks"]
    assert [FORMS.heading_of(row) for row in FORMS.sections_of("Streets")] == ["About us", "Risks"]
    assert len(FORMS.sections_of("")) == 3


def test_a_section_is_found_in_the_form_of_the_service() -> None:
    found = FORMS.section("about", "Homes")
    assert found is not None
    assert found.heading == "Key functions"


def test_a_plan_may_cover_another_number_of_years_than_the_others() -> None:
    assert FORMS.years_of("Homes") == ("2027/28", "2028/29", "2029/30")
    assert FORMS.years_of("Streets") == FORMS.plan_years == ("2027/28", "2028/29")
    assert FORMS.longest_years == FORMS.years_of("Homes")


def test_a_service_is_found_by_any_of_its_names_and_the_one_in_use_goes_first() -> None:
    rows = [
        {"service": "Coast", "also_called": "Water\nShore"},
        {"service": "Water", "also_called": "Drains"},
        {"service": "drains", "team": "Pumps"},
        {"service": "WATER", "team": "Pipes"},
        {"service": "Shore", "team": "Beach"},
    ]
    council = Framework.model_validate({"services": rows})
    assert [council.service_name(name) for name in ("coast", "Water", "shore ", "drains", " Fire ", "")] == [
        "Coast", "Water", "Coast", "Water", "Fire", "",
    ]  # fmt: skip
    assert council.service_called("Pumps") is None
    assert [row.team for row in council.teams_of("Water")] == ["Pumps", "Pipes"]
    assert [row.team for row in council.teams_of("Coast")] == ["Beach"]


def test_the_last_day_is_that_of_the_last_year_or_the_day_the_plans_end_on() -> None:
    def day(service: str = "", **about: str) -> str:
        services = [{"service": "Long", "years": "3"}]
        made = Framework.model_validate({"about": {"first_year": "2027/28", **about}, "services": services})
        return str(made.last_day_of(service))

    assert day() == "2028-03-31"
    assert day("Long") == "2030-03-31"
    assert day("Long", ends_on="31 October 2028") == "2028-10-31"
    assert day(years="2", ends_on="31 October 2030") == "2029-03-31"
    assert day(first_year="soon") == "None"
