from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.documents.parts import Part
from svcdocs.documents.sections import SectionContext
from svcdocs.model.text import Text, joined
from svcdocs.word.outline import outline
from tests.documents import samples


def _section(heading: str, plan: dict[str, Any], **options: Any) -> SectionContext:
    return next(section for section in samples.context(plan, **options).sections if section.heading == heading)


def _said(part: Part) -> str:
    """The words of a part, whether or not they lead in to a list."""
    return joined((part.lead, part.text)).plain


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
        ("STANDARDS", 2, "Standards do"),
        ("housing options", 2, "Options do"),
    ]


def test_a_team_is_called_what_its_sheet_calls_it_first_and_has_one_heading() -> None:
    rows = [
        {"section": "Workforce", "text": "We are few.", "team": "Standards"},
        {"text": "We learn.", "team": "Options"},
        {"text": "We travel.", "team": "Visitors"},
    ]
    posts = [{"team": "Housing options", "fte": "4.8"}, {"team": "Standards", "fte": "2"}]
    section = _section("Workforce", {"posts": posts, "passages": rows})
    assert [(part.heading, part.text.plain) for part in section.teams] == [
        ("Housing options – 4.8 FTE", "We learn."),
        ("Standards – 2 FTE", "We are few."),
        ("Visitors", "We travel."),
    ]


def test_under_a_heading_of_its_own_a_section_is_told_in_the_order_written_and_each_team_is_named() -> None:
    rows = [
        {"section": "Customers", "text": "Help", "kind": "Heading"},
        {"text": "by all"},
        {"text": "by one team", "team": "Options"},
        {"text": "by the same", "team": "housing options"},
        {"text": "by another", "team": "Standards"},
        {"text": "by all again"},
        {"text": "Advice", "kind": "Heading", "team": "Options"},
        {"text": "by those"},
        {"text": "by others", "team": "Standards"},
    ]
    section = _section("Our customers", {"passages": rows})
    assert [(part.heading, part.level, part.text.plain) for part in section.before] == [
        ("Help", 2, "by all"),
        ("Options", 3, "by one team\nby the same"),
        ("Standards", 3, "by another"),
        ("Service as a whole", 3, "by all again"),
        ("Advice (Options)", 2, "by those"),
        ("Standards", 3, "by others"),
    ]
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


def test_text_that_names_no_section_has_a_heading_all_the_same() -> None:
    section = _section("Other", {"passages": [{"text": "Nobody said where this belongs."}]})
    assert [part.text.plain for part in section.before] == ["Nobody said where this belongs."]


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
        ("", "• 1 x Options Manager (1.0 FTE)\n• 3 x Options Officer (2.60 FTE, Vacant; one-year contract)"),
        ("Standards – 4.5 FTE", ""),
    ]


def test_what_is_said_of_a_team_as_a_whole_has_no_brackets_and_does_not_repeat_its_total() -> None:
    posts = [
        {"team": "Options", "fte": "58.0", "state": "HR to confirm", "reports_to": "Tom Fell", "note": "Advice"},
        {"team": "Standards", "number": "1x", "fte": "14.0", "state": "Subject to bid"},
        {"team": "Standards", "title": "Clerk", "fte": "0.50"},
    ]
    assert [(part.heading, part.text.plain) for part in _section("Workforce", {"posts": posts}).teams] == [
        ("Options – 58.0 FTE", "• HR to confirm, reports to Tom Fell; Advice"),
        ("Standards – 14.0 FTE", "• 1x (14.0 FTE, Subject to bid)\n• Clerk (0.50 FTE)"),
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


def test_a_number_typed_before_a_main_heading_is_not_printed_twice() -> None:
    headings = ["1. About us", "2) Context", "3 Risks", "7 days a week", "5.1 Money"]
    sections = [{"key": name, "heading": name} for name in headings]
    passages = [{"section": name, "text": "x"} for name in headings]
    shown = _headings(
        {"passages": passages}, sections=[*sections, {"key": "a", "heading": "2. Part", "under": "1. About us"}]
    )
    assert shown == ["About us", "Context", "Risks", "7 days a week", "5.1 Money"]


def test_a_part_of_the_action_plan_or_of_the_indicators_stands_with_it() -> None:
    sections = [
        {"key": "Action plan", "heading": "Our actions"},
        {"key": "Notes", "heading": "How to read it", "under": "Action plan"},
        {"key": "Empty", "heading": "Nothing", "under": "Action plan"},
        {"key": "Deep", "heading": "More", "under": "Notes"}, {"key": "Indicators", "heading": "Appendix"},
        {"key": "Local", "heading": "Local ones", "under": "Indicators", "lead_in": "Ours."},
        {"key": "Risks", "heading": "Risks"},
    ]  # fmt: skip
    texts = {"Action plan": "All of it.", "Notes": "Row by row.", "Deep": "Cell by cell.", "Local": "Five."}
    plan = {"passages": [{"section": name, "text": text} for name, text in texts.items()], "risks": [{"cause": "Rain"}]}
    context = samples.context(plan, sections=sections)
    assert [section.heading for section in context.sections] == ["Risks"]
    assert [(part.heading, part.level, part.text.plain) for part in context.action_plan.before] == [
        ("", 0, "All of it."), ("How to read it", 2, ""), ("", 0, "Row by row."),
        ("More", 3, ""), ("", 0, "Cell by cell."),
    ]  # fmt: skip
    assert [(part.heading, part.text.plain) for part in context.appendix.before] == [
        ("Local ones", "Ours."),
        ("", "Five."),
    ]


def test_a_heading_that_is_the_name_of_another_section_takes_nothing_from_it() -> None:
    sections = [
        {"key": "Objectives intro", "heading": "Service objectives"},
        {"key": "Service objectives", "heading": "Objectives by team", "under": "Objectives intro"},
        {"key": "Notes", "heading": "Notes", "under": "Service objectives"},
    ]
    passages = [{"section": "Objectives intro", "text": "We aim."}, {"section": "Service objectives", "text": "High."}]
    notes = {"section": "Notes", "text": "Read them."}
    plan = {"objectives": [{"text": "Less waste"}], "passages": [*passages, notes]}
    found = samples.context(plan, sections=sections).sections
    assert [(one.heading, one.level, [_said(part) for part in one.before]) for one in found] == [
        ("Service objectives", 1, ["We aim."]), ("Objectives by team", 2, ["High."]), ("Notes", 3, ["Read them."]),
    ]  # fmt: skip
    assert [len(one.lists) for one in found] == [0, 1, 0]


@given(st.data())
def test_every_section_has_its_own_words_and_lists_whatever_the_headings(data: st.DataObject) -> None:
    keys = [row["key"] for row in samples.FRAMEWORK["sections"] if row["key"] not in ("Action plan", "Indicators")]
    sections = [{"key": key, "heading": data.draw(st.sampled_from(keys))} for key in keys]
    passages = [{"section": key, "text": f"on {key}"} for key in keys]
    plan = {"passages": passages, "risks": [{"cause": "Rain"}], "objectives": [{"text": "Less waste"}]}
    found = samples.context(plan, sections=sections).sections
    assert [_said(one.before[0]) for one in found] == [f"on {key}" for key in keys]
    by_key = dict(zip(keys, found, strict=True))
    assert "Rain" in repr(by_key["Risks"].lists)
    assert "Less waste" in repr(by_key["Service objectives"].lists)


def _under(**parts: str) -> list[dict[str, Any]]:
    return [
        row | {"under": parts.get(row["key"].replace(" ", "_"), row.get("under", ""))}
        for row in samples.FRAMEWORK["sections"]
    ]


def test_a_table_with_pages_of_its_own_may_be_part_of_a_section_that_has_words() -> None:
    plan = {"passages": [{"section": "Achievements", "text": "Much"}], "indicators": [{"ref": "HI1", "name": "Fires"}]}
    found = samples.context(plan, sections=_under(Indicators="Achievements", Risks="Indicators", Action_plan="Risks"))
    assert "Achievements in 2026/27" in [one.heading for one in found.sections]
    assert (found.appendix.heading, found.appendix.before) == ("Local indicators", ())
    assert [row.name.plain for row in found.indicators] == ["HI1 – Fires"]


def test_a_section_that_has_nothing_but_a_table_with_pages_of_its_own_opens_these_pages() -> None:
    sections = [
        {"key": "Delivery", "heading": "Delivery", "required": "Draft", "lead_in": "How we do it."},
        {"key": "Tables", "heading": "Our tables", "under": "Delivery"},
        {"key": "Action plan", "heading": "Our actions", "under": "Tables", "lead_in": "All of them."},
        {"key": "Notes", "heading": "Notes", "under": "Action plan"},
    ]
    plan = {"actions": [{"title": "Dig"}], "passages": [{"section": "Notes", "text": "Read them."}]}
    found = samples.context(plan, sections=sections)
    assert found.sections == ()
    assert (found.action_plan.heading, found.action_plan.lead_in.plain) == ("Delivery", "How we do it.")
    assert [(part.heading, part.level, part.text.plain) for part in found.action_plan.before] == [
        ("Our tables", 2, ""), ("Our actions", 3, "All of them."), ("Notes", 3, ""), ("", 0, "Read them."),
    ]  # fmt: skip


def test_what_cannot_stand_on_the_pages_of_a_table_is_a_section_of_its_own() -> None:
    found = samples.context({"risks": [{"cause": "Rain"}]}, sections=_under(Risks="Action plan"))
    assert ("Risks", 1) in [(one.heading, one.level) for one in found.sections]


@given(st.data())
def test_nothing_is_lost_whatever_section_is_part_of_which(data: st.DataObject) -> None:
    keys = [row["key"] for row in samples.FRAMEWORK["sections"]]
    sections = [{"key": key, "heading": key, "under": data.draw(st.sampled_from(["", *keys]))} for key in keys]
    passages = [{"section": key, "text": f"words on {key}."} for key in keys]
    plan = {key: value for key, value in samples.PLAN.items() if key != "service"} | {"passages": passages}
    said = repr(samples.context(plan, sections=sections))
    for words in (*(f"words on {key}." for key in keys), "People sleeping rough", "Train staff", "Landlords leave"):
        assert words in said


def test_the_councils_lead_in_alone_does_not_fill_a_section() -> None:
    sections = [{"key": "Customers", "heading": "Our customers", "lead_in": "Customers matter."}]
    assert _headings({}, sections=sections) == []
    filled = _section("Our customers", {"passages": [{"section": "Customers", "text": "x"}]}, sections=sections)
    assert filled.lead_in == Text.model_validate("Customers matter.")


def test_the_words_before_a_list_or_the_posts_of_a_team_stay_with_it() -> None:
    passages = [
        {"section": "Risks", "text": "The risks are as follows:-"},
        {"section": "Workforce", "text": "The team consists of –", "team": "Options"},
    ]
    plan = {"risks": [{"cause": "Rain"}], "posts": [{"team": "Options", "title": "Clerk"}], "passages": passages}
    assert _section("Risks", plan).before[-1].lead.plain == "The risks are as follows:-"
    assert [part.lead.plain for part in _section("Workforce", plan).teams] == ["The team consists of –", ""]


def test_a_section_without_a_number_is_none_of_those_counted() -> None:
    sections = samples.FRAMEWORK["sections"]
    foreword = {"key": "Foreword", "heading": "1 Foreword", "numbered": "No", "forms": ""}
    council: dict[str, Any] = {
        "sections": [foreword, *sections, {"key": "Thanks", "heading": "Appendix A", "numbered": "no"}]
    }
    texts = [{"section": key, "text": "Words"} for key in ("Foreword", "About our service", "Thanks")]
    context = samples.context({"passages": texts}, **council)
    mains = [(one.heading, one.numbered) for one in context.sections if one.level == 1]
    assert mains[0] == ("1 Foreword", False)
    assert mains[1] == ("About our service", True)
    assert ("Appendix A", False) in mains
    printed = outline(samples.printed(context))
    assert "# 1 Foreword\n" in printed  # as it was typed: no number of ours before it
    assert "# 1 About our service\n" in printed
    assert "# Appendix A\n" in printed


def test_a_lead_in_at_the_end_of_a_text_is_kept_with_the_list_or_table_behind_it() -> None:
    lists: dict[str, dict[str, Any]] = {
        "Risks": {"risks": [{"cause": "Rain"}]},
        "Service objectives": {"objectives": [{"text": "Warm homes"}]},
        "Key partners": {"partners": [{"name": "Fen Homes"}]},
        "SWOT": {"swot": [{"heading": "Strengths", "text": "Staff"}]},
        "Financial resources": {"money": [{"heading": "Staff", "figures": {"2027/28 original": "4"}}]},
        "Workforce": {"posts": [{"title": "Clerk"}]},
    }
    for heading, rows in lists.items():
        text = {"section": heading, "text": "We are ready.\nThese are the main ones:"}
        section = _section(heading, rows | {"passages": [text]})
        assert [(part.lead.plain, part.text.plain) for part in section.before] == [
            ("", "We are ready."), ("These are the main ones:", ""),
        ]  # fmt: skip
        alone = _section(heading, {"passages": [text]})
        assert not any(part.lead for part in alone.before)


def test_a_lead_in_of_the_council_and_one_of_a_team_are_kept_with_what_they_announce() -> None:
    sections = [{"key": "Workforce", "heading": "Workforce", "lead_in": "Our people.\nThey are:"}]
    plan = {
        "posts": [{"team": "Options", "title": "Clerk"}],
        "passages": [{"section": "Workforce", "team": "Options", "text": "We have:"}],
    }
    section = _section("Workforce", plan, sections=sections)
    assert (section.lead_in.plain, [part.lead.plain for part in section.before]) == ("Our people.", ["They are:"])
    assert [(part.heading, part.lead.plain, part.text.plain) for part in section.teams] == [
        ("Options", "We have:", ""), ("", "", "• Clerk"),
    ]  # fmt: skip


def test_a_lead_in_above_a_table_with_pages_of_its_own_is_kept_with_it() -> None:
    plan = {"actions": [{"title": "Dig"}], "passages": [{"section": "Action plan", "text": "We shall do this:"}]}
    assert [part.lead.plain for part in samples.context(plan).action_plan.before] == ["We shall do this:"]


def test_a_row_without_the_name_of_a_section_is_a_heading_over_those_that_follow() -> None:
    over = [{"heading": name, "required": "Final"} for name in ("THE PLAN", "ALL BLANK", "THE REST", "NOTHING BELOW")]
    sections = [
        over[0], {"key": "About our service", "heading": "About us"}, over[1], {"key": "Customers"}, over[2],
        {"key": "Risks", "heading": "Risks"}, over[3],
    ]  # fmt: skip
    texts = [{"section": "About our service", "text": "Words"}, {"text": "the same"}]
    found = samples.context({"risks": [{"cause": "Rain"}], "passages": texts}, sections=sections).sections
    assert [(one.heading, one.numbered, one.is_empty) for one in found] == [
        ("THE PLAN", False, True), ("About us", True, False), ("THE REST", False, True), ("Risks", True, False),
    ]  # fmt: skip
    named = {"passages": [*texts, {"section": "THE PLAN", "text": "in no section"}]}
    assert [part.text.plain for part in _section("About us", named, sections=sections).before] == ["Words\nthe same"]
    assert samples.context(named, sections=sections).sections[-1].before[0].text.plain == "in no section"


def test_values_stand_behind_the_councils_words_over_them_and_before_what_the_service_says_of_them() -> None:
    rows = [{"section": "Values", "text": "We show them daily."}]
    sections = [{"key": "Values", "heading": "Our values", "lead_in": "Five hold for all."}]
    section = _section("Our values", {"passages": rows}, sections=sections)
    assert section.lead_in == Text()
    assert [(part.lead.plain, part.text.plain) for part in section.before] == [
        ("Five hold for all.", "• We listen"),
        ("", "We show them daily."),
    ]
    assert section.lists == ()


def test_values_that_the_services_own_words_lead_in_to_stand_behind_these() -> None:
    rows = [{"section": "Values", "text": "We show them daily:"}]
    sections = [{"key": "Values", "heading": "Our values", "lead_in": "Five hold for all."}]
    section = _section("Our values", {"passages": rows}, sections=sections)
    assert [part.text.plain for part in section.lists] == ["• We listen"]
    unsaid = _section("Our values", {"passages": rows}, sections=[{"key": "Values", "heading": "Our values"}])
    assert [part.text.plain for part in unsaid.lists] == ["• We listen"]


def test_a_line_or_two_over_a_list_stand_on_one_page_with_it() -> None:
    drivers = [{"heading": "Economic", "text": "Prices"}]

    def over_drivers(said: str) -> list[str]:
        plan = {"drivers": drivers, "passages": [{"section": "External drivers", "text": said}]}
        found = next(one for one in samples.context(plan).sections if one.lists)
        return [part.lead.plain for part in found.before]

    assert over_drivers("Reviewed in May.") == ["Reviewed in May."]
    assert over_drivers("Reviewed in May. " * 20) == [""]
    assert over_drivers("Reviewed.\nIn May.") == [""]
