"""Sections with wide pages stand where the council has them: between its narrative, with no page left blank."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.documents.readable import ReadableContext, readable_context
from svcdocs.documents.service_plan import ServicePlanContext
from svcdocs.shipped import doc_template
from svcdocs.word import Template
from svcdocs.word.outline import outline
from tests.documents import samples, three_year_samples

ACTION_PLAN = {"key": "Action plan", "heading": "Our actions"}
INDICATORS = {"key": "Indicators", "heading": "Our measures"}
RISKS = {"key": "Risks", "heading": "Risks"}
ABOUT = {"key": "About our service", "heading": "About us"}
SWOT = "Strengths, weaknesses, opportunities and threats"
PLAN: dict[str, Any] = {
    "actions": [{"title": "Dig"}],
    "indicators": [{"name": "Holes dug", "unit": "number"}],
    "risks": [{"cause": "Rain"}],
    "passages": [{"section": "About our service", "text": "We dig."}],
}


def _context(sections: list[dict[str, Any]], plan: dict[str, Any] = PLAN) -> ServicePlanContext:
    return samples.context(plan, sections=sections)


def _stretches(context: ServicePlanContext) -> list[tuple[list[str], str]]:
    return [([section.heading for section in one.sections], one.wide) for one in context.stretches]


def _pages(context: ServicePlanContext) -> list[tuple[str, list[str]]]:
    """The sections of the document behind the contents: how their pages lie, and their main headings."""
    found = []
    for one in samples.opened(samples.printed(context)).sections:
        lies = "wide" if one.orientation == WD_ORIENT.LANDSCAPE else "upright"
        heads = [item for item in one.iter_inner_content() if not hasattr(item, "rows")]
        styles = ("Heading 1", "Part Heading")
        found.append((lies, [item.text for item in heads if item.style is not None and item.style.name in styles]))
    return found[2:]


def test_what_the_council_has_behind_its_action_plan_is_printed_behind_it() -> None:
    context = _context([ABOUT, ACTION_PLAN, RISKS, INDICATORS])
    assert _stretches(context) == [(["About us"], "action plan"), (["Risks"], "indicators")]
    assert _pages(context) == [
        ("upright", ["About us"]), ("wide", ["Our actions"]), ("upright", ["Risks"]), ("wide", ["Our measures"]),
    ]  # fmt: skip


@given(order=st.permutations([ABOUT, ACTION_PLAN, RISKS, INDICATORS, {"key": "SWOT", "heading": "SWOT"}]))
def test_whatever_the_order_each_section_is_printed_once_in_it(order: list[dict[str, Any]]) -> None:
    context = _context(order, PLAN | {"swot": [{"heading": "Strengths", "text": "Spades"}]})
    wide = {"action plan": context.action_plan.heading, "indicators": context.appendix.heading}
    shown = [[*(one.heading for one in stretch.sections), wide.get(stretch.wide, "")] for stretch in context.stretches]
    assert [head for heads in shown for head in heads if head] == [one["heading"] for one in order]
    assert [one.heading for one in context.sections] == [head for heads in shown for head in heads[:-1]]


def test_two_wide_sections_behind_each_other_have_no_upright_page_between_them() -> None:
    assert _pages(_context([ABOUT, INDICATORS, ACTION_PLAN, RISKS])) == [
        ("upright", ["About us"]), ("wide", ["Our measures"]), ("wide", ["Our actions"]), ("upright", ["Risks"]),
    ]  # fmt: skip


def test_a_wide_section_may_come_first() -> None:
    assert _pages(_context([ACTION_PLAN, ABOUT, RISKS, INDICATORS])) == [
        ("wide", ["Our actions"]), ("upright", ["About us", "Risks"]), ("wide", ["Our measures"]),
    ]  # fmt: skip


def test_a_wide_section_that_is_not_printed_parts_nothing() -> None:
    context = _context([ABOUT, INDICATORS, RISKS, ACTION_PLAN], PLAN | {"indicators": []})
    assert _stretches(context) == [(["About us", "Risks"], "action plan")]


def test_one_for_which_the_council_has_no_section_comes_last() -> None:
    assert _stretches(_context([ABOUT, RISKS])) == [(["About us", "Risks"], "action plan"), ([], "indicators")]


def test_words_for_which_the_council_has_no_section_stand_behind_its_last_words() -> None:
    plan = PLAN | {
        "passages": [{"section": "Odds", "text": "A word."}],
        "swot": [{"heading": "Strengths", "text": "x"}],
    }
    assert _stretches(_context([ABOUT, ACTION_PLAN, RISKS, INDICATORS], plan)) == [
        ([], "action plan"), (["Risks", SWOT, "Odds"], "indicators"),
    ]  # fmt: skip
    assert _stretches(_context([ACTION_PLAN, INDICATORS], plan))[0] == ([SWOT, "Risks", "Odds"], "action plan")


def test_one_that_is_a_part_of_a_section_comes_behind_all_of_that() -> None:
    sections = [ABOUT, ACTION_PLAN | {"under": "About our service"}, RISKS | {"under": "About our service"}, INDICATORS]
    assert _stretches(_context(sections)) == [(["About us", "Risks"], "action plan"), ([], "indicators")]


def test_a_heading_over_nothing_but_wide_sections_opens_their_pages() -> None:
    sections = [ABOUT, {"heading": "WHAT WE SHALL DO"}, ACTION_PLAN, INDICATORS, {"heading": "THE REST"}, RISKS]
    context = _context(sections)
    assert _stretches(context) == [
        (["About us"], "action plan"), ([], "indicators"), (["THE REST", "Risks"], ""),
    ]  # fmt: skip
    assert context.action_plan.heading == "WHAT WE SHALL DO"
    assert [part.heading for part in context.action_plan.before] == ["Our actions"]
    assert context.appendix.heading == "Our measures"


def test_a_heading_over_a_wide_section_without_anything_stands_over_what_follows() -> None:
    sections = [ABOUT, ACTION_PLAN, {"heading": "THE REST"}, INDICATORS, RISKS]
    context = _context(sections, PLAN | {"indicators": []})
    assert _stretches(context) == [(["About us"], "action plan"), (["THE REST", "Risks"], "")]


def test_a_wide_section_has_a_number_only_where_the_council_says_so() -> None:
    numbered = [ABOUT, ACTION_PLAN | {"numbered": "Yes", "heading": "2 Our actions"}, RISKS, INDICATORS]
    printed = outline(samples.printed(_context(numbered)))
    assert [line for line in printed.splitlines() if line.startswith("# ")][-4:] == [
        "# 1 About us", "# 2 Our actions", "# 3 Risks", "# Our measures",
    ]  # fmt: skip


def test_what_changes_in_the_service_stands_before_the_first_words_wherever_they_are() -> None:
    services = [{"service": "Homes"}, {"service": "Homes", "team": "Play", "belongs_until": "31 July 2028"}]
    context = samples.context(PLAN, sections=[ACTION_PLAN, ABOUT, RISKS, INDICATORS], services=services)
    assert "31 July 2028" in context.stretches[1].sections[0].before[0].text.plain


@pytest.mark.parametrize("sections", [[ABOUT, ACTION_PLAN, RISKS, INDICATORS], [ACTION_PLAN, INDICATORS, ABOUT, RISKS]])
def test_every_section_is_printed_once_in_the_councils_order_in_the_readable_plan_too(
    sections: list[dict[str, Any]],
) -> None:
    cycle, plan = samples.cycle_of({"service": "Homes"} | PLAN, {**samples.FRAMEWORK, "sections": sections})
    template = Template.compile(doc_template("service-plan-readable"), ReadableContext)
    printed = outline(template.render(readable_context(cycle, plan, draft=True))).splitlines()
    heads = [line.lstrip("# 0123456789") for line in printed if line.startswith("# ")]
    assert [head for head in heads if head in {one["heading"] for one in sections}] == [
        one["heading"] for one in sections
    ]


def test_the_plans_of_the_three_year_form_stand_in_the_councils_order_too() -> None:
    keys = ("Improvement plan", "About our service", "Operational plan", "Council actions plan")
    context = three_year_samples.context(sections=[{"key": key, "heading": key} for key in keys])
    named = [(len(one.sections) > 0, one.wide) for one in context.stretches]
    assert named[:3] == [(False, "improvement plan"), (True, "operational plan"), (False, "council actions plan")]
