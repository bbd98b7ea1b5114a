from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcdocs.model.assignments import PARTS, contributors_to
from svcdocs.model.findings import Finding, Severity
from tests.checks.councils import found, framework, place


def told(*rows: dict[str, Any], **of: Any) -> list[Finding]:
    """What is said of the sheet Who fills in what."""
    return [each for each in found(of={"contributors": rows} | of) if each.code.startswith("contributor-")]


def test_people_with_something_to_fill_in_are_told_nothing() -> None:
    rows = [
        {"who": "Head of service"},
        {"who": "each  team"},
        {"who": "Rough sleeping", "sheets": "risks"},
        {"who": "HR", "services": "homes", "sheets": "Posts\nText", "sections": "Achievements in {last year}"},
        {"who": "Finance", "sheets": "Money"},
    ]
    assert told(*rows) == []


def test_a_service_sheet_or_section_that_is_not_there_is_told_at_its_cell_with_what_may_be_meant() -> None:
    rows = [{"who": "HR", "services": "Housing\nHuosing", "sheets": "Post\nPosts", "sections": "Achievments"}]
    service, sheet, section = told(*rows)
    assert [place(each) for each in (service, sheet, section)] == [
        "Contributors B6",
        "Contributors C6",
        "Contributors D6",
    ]
    assert (
        service.message
        == "'Huosing' on the sheet 'Who fills in what' is not a service, so nobody is asked for it there."
    )
    assert sheet.hint.startswith("Did you mean 'Posts'?")
    assert section.hint.startswith("Did you mean 'Achievements'?")
    assert service.blocks


def test_somebody_outside_the_services_without_a_sheet_gets_no_workbook_and_that_is_told() -> None:
    (idle,) = told({"who": "Finance"})
    assert (idle.code, idle.severity) == ("contributor-without-part", Severity.WARNING)
    assert idle.message == "'Finance' on the sheet 'Who fills in what' has no sheet to fill in, so no workbook is made."


def test_a_name_that_is_nearly_a_teams_is_asked_about() -> None:
    (near,) = told({"who": "Homelesness", "sheets": "Risks"})
    assert (near.code, near.severity, near.hint) == (
        "contributor-like-team",
        Severity.NOTE,
        "Did you mean 'Homelessness'? Then correct it.",
    )
    assert [each.code for each in told({"who": "Head of sevice", "sheets": "Risks"})] == ["contributor-like-team"]


def test_two_from_outside_with_the_same_part_of_one_plan_are_told() -> None:
    (clash,) = told({"who": "HR", "sheets": "Posts"}, {"who": "Pay", "services": "Housing", "sheets": "Money\nPosts"})
    assert clash.message == "'HR' and 'Pay' are both asked for the sheet 'Posts' of 'Housing'."
    assert place(clash) == "Contributors C7"


def test_two_from_outside_may_share_the_sheet_of_text_but_no_section_of_it() -> None:
    one = {"who": "HR", "sheets": "Text", "sections": "Risks"}
    assert told(one, {"who": "Finance", "sheets": "Text", "sections": "Achievements"}) == []
    assert [each.code for each in told(one, {"who": "Finance", "sheets": "Text", "sections": "Risks"})] == [
        "contributor-clash"
    ]


def test_each_may_have_the_same_part_of_another_plan() -> None:
    services = [{"service": "Housing"}, {"service": "Streets"}]
    rows = [
        {"who": "HR", "services": "Housing", "sheets": "Posts"},
        {"who": "Pay", "services": "Streets", "sheets": "Posts"},
    ]
    assert told(*rows, services=services) == []


NAMES = st.sampled_from(["Head of service", "Each team", "Homelessness", "Repairs", "Housing", "Finance", "HR"])
SHEETS = st.lists(st.sampled_from(list(PARTS)), max_size=4).map("\n".join)
SECTIONS = st.lists(st.sampled_from(["About our service", "Risks"]), max_size=2).map("\n".join)
ROWS = st.fixed_dictionaries({"who": NAMES, "sheets": SHEETS, "sections": SECTIONS})


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ROWS, max_size=5))
def test_whoever_is_named_every_part_and_section_of_a_plan_is_somebodys(rows: list[dict[str, str]]) -> None:
    council = framework(contributors=rows)
    asked = contributors_to(council, "Housing")
    assert {part for one in asked for part in one.parts} == set(PARTS.values())
    written = {section for one in asked if "passages" in one.parts for section in one.sections}
    assert written == {row.key for row in council.sections}
