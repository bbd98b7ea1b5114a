from __future__ import annotations

from typing import Any

from svcdocs.documents.sections import SectionContext
from svcdocs.model.text import Text
from tests.documents import samples


def _section(heading: str, plan: dict[str, Any], **options: Any) -> SectionContext:
    return next(section for section in samples.context(plan, **options).sections if section.heading == heading)


def _headings(plan: dict[str, Any], **options: Any) -> list[str]:
    return [section.heading for section in samples.context(plan, **options).sections]


def test_an_empty_section_vanishes_unless_it_is_asked_for_at_this_stage() -> None:
    assert "Our customers" not in _headings({})
    assert "Context" not in _headings({})
    assert _section("About our service", {}).not_given == "Not given"


def test_what_is_required_in_the_final_says_not_given_there() -> None:
    assert _section("Our customers", {}, draft=False).not_given == "Not given"


def test_a_section_with_a_part_that_is_filled_keeps_its_heading_and_does_not_say_not_given() -> None:
    section = _section("Context", {"drivers": [{"heading": "Economic", "text": "Prices"}]})
    assert section.is_empty
    assert section.not_given == ""


def test_a_blank_section_is_the_one_above() -> None:
    section = _section("Our customers", {"passages": [{"section": "customers", "text": "One"}, {"text": "Two"}]})
    assert [part.text.plain for part in section.before] == ["One\nTwo"]


def test_passages_of_a_team_stand_under_its_name_after_those_about_all() -> None:
    rows = [
        {"section": "Customers", "text": "Standards do", "team": "STANDARDS"},
        {"text": "Options do", "team": "housing options"},
    ]
    section = _section("Our customers", {"passages": [*rows, {"text": "All do"}]})
    assert [part.text.plain for part in section.before] == ["All do"]
    assert [(part.heading, part.level, part.text.plain) for part in section.teams] == [
        ("Options", 2, "Options do"),
        ("Standards", 2, "Standards do"),
    ]


def test_under_a_heading_of_its_own_a_section_is_told_in_the_order_written() -> None:
    rows = [
        {"section": "Customers", "text": "Help", "kind": "Heading"},
        {"text": "by one team", "team": "Options"},
        {"text": "by all"},
    ]
    section = _section("Our customers", {"passages": rows})
    assert [(part.heading, part.text.plain) for part in section.before] == [("Help", "by one team\nby all")]
    assert section.teams == ()


def test_a_passage_may_stand_behind_the_list_of_its_section() -> None:
    plan = {
        "passages": [{"section": "SWOT", "text": "So what", "place": "After"}],
        "swot": [{"heading": "Strengths", "text": "Staff"}],
    }
    section = _section("SWOT", plan)
    assert section.before == ()
    assert [part.text.plain for part in section.after] == ["So what"]


def test_nothing_is_lost_where_the_framework_has_no_section_for_it() -> None:
    plan = {"risks": [{"cause": "Rain"}], "passages": [{"section": "Weather", "text": "It rains"}]}
    found = samples.context(plan, sections=[])
    assert [(section.heading, section.is_empty) for section in found.sections] == [("Risks", False), ("Weather", False)]


def test_workforce_tells_each_team_with_its_full_time_equivalents_and_posts() -> None:
    section = _section(
        "Workforce",
        {
            "posts": samples.PLAN["posts"],
            "passages": [{"section": "Workforce", "team": "Options", "text": "We learn."}],
        },
    )
    assert [(part.heading, part.text.plain) for part in section.teams] == [
        ("Options – 3.6 FTE", "We learn."),
        ("", "• 1 × Options Manager (1 FTE)\n• 3 × Options Officer (2.6 FTE, vacant; one-year contract)"),
        ("Standards – 4.5 FTE", ""),
    ]


def test_years_in_headings_are_filled_in() -> None:
    assert "Achievements in 2026/27" in [section.heading for section in samples.context().sections]


def test_a_section_that_another_form_prints_is_left_out() -> None:
    sections = [
        {"key": "Customers", "heading": "Our customers", "forms": "service-plan-readable"},
        {"key": "Context", "heading": "Context", "forms": "Service-plan"},
    ]
    assert _headings({"passages": [{"section": "Context", "text": "x"}]}, sections=sections) == ["Context"]


def test_a_section_that_is_part_of_itself_is_a_main_section() -> None:
    sections = [{"key": "Context", "heading": "Context", "under": "Context"}]
    assert _headings({"passages": [{"section": "Context", "text": "x"}]}, sections=sections) == ["Context"]


def test_sections_that_are_parts_of_each_other_are_still_printed() -> None:
    sections = [{"key": "One", "heading": "One", "under": "Two"}, {"key": "Two", "heading": "Two", "under": "One"}]
    passages = [{"section": "One", "text": "x"}, {"section": "Two", "text": "y"}]
    assert sorted(_headings({"passages": passages}, sections=sections)) == ["One", "Two"]


def test_the_councils_lead_in_alone_does_not_fill_a_section() -> None:
    sections = [{"key": "Customers", "heading": "Our customers", "lead_in": "Customers matter."}]
    assert _headings({}, sections=sections) == []
    filled = _section("Our customers", {"passages": [{"section": "Customers", "text": "x"}]}, sections=sections)
    assert filled.lead_in == Text.model_validate("Customers matter.")
