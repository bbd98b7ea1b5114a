from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.assignments import PARTS, Assignment, assignments_of, contributors_to
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.service_book import SERVICE_BOOK

SERVICES: list[dict[str, Any]] = [
    {"service": "Homes", "also_called": "Housing", "contact": "Ann Hill", "deadline": "8 January 2027"},
    {"service": "Homes", "team": "Repairs", "also_called": "Mending", "contact": "Bo Reed"},
    {"service": "Homes", "team": "Options", "deadline": "1 January 2027"},
    {"service": "Streets"},
]
SECTIONS = [{"key": "About"}, {"key": "Money"}, {"key": "Tables", "forms": "Three-year"}]


def made(*contributors: dict[str, str], **changes: Any) -> dict[str, Assignment]:
    framework = Framework.model_validate(
        {"services": SERVICES, "sections": SECTIONS, "contributors": list(contributors)} | changes
    )
    return {one.contributor: one for one in assignments_of(framework)}


def test_each_service_has_one_workbook_with_everything_where_nobody_else_is_named() -> None:
    found = made()
    assert list(found) == ["Homes", "Streets"]
    homes = found["Homes"]
    assert homes.parts == tuple(PARTS.values())
    assert homes.sections == ("About", "Money")
    assert (homes.leads, homes.central, homes.service) == (True, False, "Homes")
    assert (homes.contact, str(homes.deadline)) == ("Ann Hill", "8 January 2027")


def test_anybody_who_is_neither_head_nor_team_has_one_workbook_about_all_services() -> None:
    found = made({"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"})
    finance = found["Finance"]
    assert (finance.central, finance.services, finance.parts) == (True, ("Homes", "Streets"), ("money",))
    assert "money" not in found["Homes"].parts
    assert str(finance.deadline) == "21 February 2027"


def test_a_central_contributor_may_be_about_some_services_only() -> None:
    found = made({"who": "HR", "sheets": "posts", "services": "housing"})
    assert found["HR"].services == ("Homes",)
    assert "posts" not in found["Homes"].parts
    assert "posts" in found["Streets"].parts


def test_several_rows_of_one_name_are_one_workbook() -> None:
    found = made(
        {"who": "Finance", "sheets": "Money", "services": "Homes"},
        {"who": "finance", "sheets": "Bids", "services": "Streets"},
    )
    assert found["Finance"].services == ("Homes", "Streets")
    assert found["Finance"].parts == ("bids", "money")


def test_several_rows_about_a_head_or_a_team_are_one_workbook_too() -> None:
    found = made(
        {"who": "Head of service", "services": "Homes"},
        {"who": "Homes", "sheets": "Actions"},
        {"who": "Each team", "sheets": "Risks"},
        {"who": "Mending", "sheets": "Money"},
    )
    assert list(found) == ["Homes", "Homes – Repairs", "Homes – Options", "Streets"]
    assert "actions" in found["Homes"].parts
    assert found["Homes – Repairs"].parts == ("risks", "money")
    assert found["Homes – Options"].parts == ("risks",)


def test_somebody_from_outside_asked_for_text_but_no_section_has_those_that_nobody_else_has() -> None:
    found = made(
        {"who": "Head of service", "sheets": "Text", "sections": "About"}, {"who": "Press office", "sheets": "Text"}
    )
    assert found["Press office"].sections == ("Money",)
    assert found["Homes"].sections == ("About",)


def test_the_head_of_a_service_has_what_its_teams_have_not() -> None:
    found = made(
        {"who": "Head of service", "services": "Homes"},
        {"who": "Each team", "services": "Homes", "sheets": "Actions\nRisks"},
    )
    assert list(found) == ["Homes", "Homes – Repairs", "Homes – Options", "Streets"]
    assert found["Homes – Repairs"].parts == ("actions", "risks")
    assert found["Homes"].parts == tuple(part for part in PARTS.values() if part not in ("actions", "risks"))
    assert [one.leads for one in found.values()] == [True, False, False, True]


def test_a_team_is_asked_for_what_teams_usually_write_where_nothing_is_said() -> None:
    parts = made({"who": "Each team"})["Homes – Options"].parts
    assert parts == ("actions", "indicators", "risks", "passages", "posts", "bids", "last_year")


def test_without_a_head_the_service_itself_has_what_is_left() -> None:
    found = made({"who": "Mending", "sheets": "Actions"})
    assert list(found) == ["Homes", "Homes – Repairs", "Streets"]
    assert found["Homes"].leads
    assert "actions" not in found["Homes"].parts
    assert found["Homes – Repairs"].contact == "Bo Reed"


def test_with_nothing_left_the_first_of_the_teams_leads() -> None:
    sheets = "\n".join(PARTS)
    found = made({"who": "Repairs", "sheets": sheets}, {"who": "Options", "sheets": "Actions"})
    assert [one.contributor for one in found.values() if one.leads] == ["Homes – Repairs", "Streets"]


def test_a_section_given_to_one_is_nobody_elses() -> None:
    found = made({"who": "Finance", "sheets": "Text", "sections": "money"}, {"who": "Each team", "services": "Homes"})
    assert found["Finance"].sections == ("Money",)
    assert found["Homes – Repairs"].sections == ("About",)
    assert found["Streets"].sections == ("About",)
    assert "passages" in found["Streets"].parts


def test_of_a_section_that_each_team_writes_a_part_of_the_head_writes_what_is_about_all() -> None:
    found = made(
        {"who": "Head of service", "services": "Homes"},
        {"who": "Each team", "services": "Homes", "sheets": "Text", "sections": "About"},
    )
    assert found["Homes – Repairs"].sections == ("About",)
    assert found["Homes"].sections == ("About", "Money")


def test_sections_are_those_of_the_form_of_the_service() -> None:
    services = [{"service": "Homes", "form": "Three-year"}]
    assert made(services=services)["Homes"].sections == ("About", "Money", "Tables")


@pytest.mark.parametrize(("team", "service"), [("", "8 January 2027"), ("2 May 2027", "2 May 2027")])
def test_a_team_without_a_date_of_its_own_returns_by_that_of_its_service(team: str, service: str) -> None:
    services = [SERVICES[0], {"service": "Homes", "team": "Repairs", "deadline": team}]
    assert str(made({"who": "Each team"}, services=services)["Homes – Repairs"].deadline) == service


def test_a_team_that_moves_has_its_workbook_where_it_moves_to() -> None:
    services = [
        {"service": "Homes"},
        {"service": "Homes", "team": "Options", "belongs_until": "30 September 2027"},
        {"service": "Streets"},
        {"service": "Streets", "team": "Options", "belongs_from": "1 October 2027"},
    ]
    found = made({"who": "Each team"}, services=services)
    assert [name for name in found if "Options" in name] == ["Streets – Options"]


def test_every_part_of_every_plan_is_asked_of_somebody() -> None:
    framework = Framework.model_validate(
        {
            "services": SERVICES,
            "sections": SECTIONS,
            "contributors": [
                {"who": "Each team", "services": "Homes"},
                {"who": "Finance", "sheets": "Money\nText", "sections": "Money"},
            ],
        }
    )
    for service in framework.service_names:
        given = contributors_to(framework, service)
        assert {part for one in given for part in one.parts} == set(PARTS.values())
        assert {key for one in given for key in one.sections} == {"About", "Money"}


def test_the_parts_are_the_sheets_of_the_workbook_and_fields_of_a_plan() -> None:
    assert {sheet.name: sheet.holds for sheet in SERVICE_BOOK.sheets if sheet.name != "Guide"} == PARTS
    assert set(PARTS.values()) == set(ServicePlan.model_fields) - {"service", "declarations"}
