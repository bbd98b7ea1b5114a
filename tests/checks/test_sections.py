from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.assignments import assignments_of
from svcdocs.model.cycle import link
from tests.checks.councils import FRAMEWORK, PLAN, changed, found, framework, place, plan

ABOUT, DONE = PLAN["passages"]


def codes(**changes: Any) -> list[str]:
    return [finding.code for finding in found(**changes)]


@pytest.mark.parametrize(
    "section", ["About our service", "ABOUT OUR SERVICE", "Achievements", "achievements in 2026/27"]
)
def test_a_section_is_known_by_key_or_heading_whatever_its_case(section: str) -> None:
    assert codes(passages=[ABOUT, DONE, {"section": section, "text": "More"}]) == []


def test_a_text_of_no_section_is_reported_once_a_section_with_what_may_be_meant() -> None:
    lost = [{"section": "Achievments", "text": "One"}, {"section": "achievments", "text": "Two"}]
    (finding,) = found(passages=[ABOUT, DONE, *lost])
    assert (finding.code, place(finding)) == ("section-unknown", "Passages A8")
    assert finding.message == ("There is no section 'Achievments', so nobody can tell where to print this.")
    assert finding.hint.startswith("Did you mean 'Achievements'?")


def test_a_text_without_a_section_is_named_by_its_words() -> None:
    told = found(passages=[ABOUT, DONE, {"text": "Words"}, {"picture": "chart.png"}])
    assert [finding.message for finding in told] == [
        "'Words' names no section, so nobody can tell where to print it.",
        "This row names no section, so nobody can tell where to print it.",
    ]


def test_a_section_required_in_drafts_is_asked_for_under_its_printed_heading() -> None:
    (finding,) = found(passages=[ABOUT])
    assert (finding.code, place(finding), finding.audience) == ("section-empty", "Text", "service")
    assert finding.message == "The section 'Achievements in 2026/27' has no text."


def test_a_section_required_in_final_plans_is_asked_for_only_then() -> None:
    assert codes(passages=[DONE]) == []
    (finding,) = found(of={"stage": "Final"}, passages=[DONE])
    assert finding.message == "The section 'About our service' has no text."
    assert finding.blocks


@pytest.mark.parametrize(
    "more", [{"picture": "chart.png"}, {"text": "Words"}, {"owed_by": "Finance"}, {"kind": "to be added"}]
)
def test_words_a_picture_or_a_promise_fill_a_section(more: dict[str, str]) -> None:
    told = found(of={"stage": "Final"}, passages=[DONE, {"section": "About our service"} | more])
    assert "section-empty" not in {finding.code for finding in told}


def test_a_list_or_a_lead_in_or_a_part_with_text_fills_a_section() -> None:
    assert codes(of={"stage": "Final"}) == []  # its risks fill the section of risks
    assert codes(of={"stage": "Final"}, risks=[]) == ["section-empty"]
    sections = [
        {"key": "Context", "required": "Final"},
        {"key": "Partners", "under": "context", "required": "Never"},
        {"key": "Closing", "lead_in": "With thanks.", "required": "Final"},
    ]
    texts = [{"section": "Partners", "text": "Many"}]
    assert codes(of={"stage": "Final", "sections": sections}, passages=texts) == []
    assert codes(of={"stage": "Final", "sections": sections}, passages=[]) == ["section-empty"]


def test_a_list_fills_the_section_it_is_printed_in_whatever_that_is_called() -> None:
    sections = [{"key": "Context", "required": "Final"}, {"key": "Money", "required": "Final"}]
    lists = {"partners": [{"name": "The county"}], "money": [{"heading": "Pay", "kind": "Spend"}]}
    told = {"stage": "Final", "sections": sections}
    assert "section-empty" not in codes(of=told, passages=[], **lists)
    assert codes(of=told, passages=[]).count("section-empty") == 2


def test_a_section_longer_than_it_may_be_is_told_with_both_counts() -> None:
    long = [ABOUT, DONE | {"text": "one two three four\n- five six"}, DONE | {"text": "seven eight nine ten eleven"}]
    (finding,) = found(passages=long)
    assert (finding.code, place(finding)) == ("section-too-long", "Passages B7")
    assert finding.message == "The section 'Achievements in 2026/27' has 12 words, and 10 are allowed."


def test_what_is_still_owed_says_what_from_whom_and_by_when() -> None:
    owed = [ABOUT, DONE, {"section": "Risks", "text": "Figures", "owed_by": "Finance", "owed_on": "1 May 2027"}]
    (finding,) = found(passages=owed)
    assert (finding.code, place(finding), finding.audience) == ("still-owed", "Passages B8", "finance")
    assert finding.message == "'Figures' is still owed by Finance, due 1 May 2027."
    assert finding.hint == "Ask Finance for it, and put it in place of the promise."
    assert not finding.blocks
    assert [finding.blocks for finding in found(of={"stage": "Final"}, passages=owed)] == [True]


def test_a_promise_without_words_is_named_by_its_section() -> None:
    finding = found(passages=[ABOUT, DONE, {"section": "Risks", "kind": "To be added"}])[0]
    assert finding.message == "'Risks' is still owed."


def owed(*codes: str, **changes: Any) -> list[Any]:
    return [finding for finding in found(**changes) if finding.code in codes]


def test_a_figure_still_owed_is_told_at_its_cell_and_blocks_a_final_plan() -> None:
    targets = changed("indicators", targets={"2027/28": "4", "2028/29": "To be added by HR by 1 May 2027"})
    (finding,) = found(**targets)
    assert (finding.code, place(finding), finding.field) == ("still-owed", "Indicators F6", "Target 2028/29")
    assert finding.message == "Target 2028/29 of N1 is still owed by HR, due 1 May 2027."
    assert (finding.audience, finding.blocks, finding.service) == ("hr", False, "Housing")
    (finding,) = found(of={"stage": "Final"}, **targets)
    assert (finding.code, finding.blocks) == ("still-owed", True)


def test_a_date_of_a_step_still_owed_is_told_at_the_step() -> None:
    steps = [{"text": "Agree the brief (May 2027)"}, {"text": "Build", "by": "TBC by the landlord, May 2027"}]
    (finding,) = found(**changed("actions", steps=steps))
    assert (finding.code, place(finding)) == ("still-owed", "Actions E7")
    assert finding.message == "'Step by' of step 2 of HC1.1 is still owed by the landlord, due May 2027."


@pytest.mark.parametrize("field", ["lead", "finish", "serves", "outcome", "indicators"])
def test_a_cell_that_is_owed_is_not_reported_for_what_is_missing_in_it(field: str) -> None:
    told = found(**changed("actions", **{field: "To be added by HR by May 2027"}))
    assert {finding.code for finding in told} - {"objective-empty"} == {"still-owed"}


def test_the_councils_own_word_for_to_be_added_counts_in_every_rule() -> None:
    words = {"words": [{"term": "to be added", "singular": "To follow: {what}"}]}
    promise = "To follow by HR by May 2027"
    told = found(of=words, **changed("actions", lead=promise, finish=promise, indicators=promise))
    assert [finding.code for finding in told] == ["still-owed"] * 3
    assert "ref-unknown" in codes(**changed("actions", indicators=promise))


@pytest.mark.parametrize(
    ("who", "audience"),
    [
        ("Corporate finance", "finance"),
        ("HR", "hr"),
        ("Human Resources", "hr"),
        ("Thrift shop", "other"),
        ("", "other"),
    ],
)
def test_what_is_owed_is_for_whoever_owes_it(who: str, audience: str) -> None:
    promise = {"section": "Risks", "text": "Figures", "kind": "To be added", "owed_by": who}
    assert owed("still-owed", passages=[ABOUT, DONE, promise])[0].audience == audience


@pytest.mark.parametrize(
    ("row", "lacks", "cell"),
    [
        ({"kind": "To be added"}, "says neither from whom nor by when", "Passages F8"),
        ({"owed_by": "HR"}, "does not say by when", "Passages G8"),
        ({"owed_on": "1 May 2027"}, "does not say from whom", "Passages F8"),
    ],
)
def test_a_promise_that_does_not_say_from_whom_or_by_when_is_noted_in_drafts(
    row: dict[str, str], lacks: str, cell: str
) -> None:
    passages = [ABOUT, DONE, {"section": "Risks", "text": "Figures"} | row]
    (finding,) = owed("owed-unclear", passages=passages)
    assert (finding.message, place(finding)) == (f"'Figures' is promised, and {lacks}.", cell)
    assert owed("owed-unclear", of={"stage": "Final"}, passages=passages) == []


def test_a_cell_that_does_not_say_from_whom_or_by_when_is_told_how_to_write_it() -> None:
    (finding,) = owed("owed-unclear", **changed("risks", owner="TBC by HR"))
    assert finding.message == "'Owner' of R1 is promised, and does not say by when."
    assert finding.hint == "Write it as: To be added by Finance by 21 February 2027."


FINANCE = {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"}


def test_a_workbook_that_has_not_come_back_is_told_at_its_row_in_the_framework() -> None:
    (finding,) = late([FINANCE], "Finance")
    assert (finding.code, place(finding), finding.audience) == ("still-owed", "Contributors A6", "finance")
    assert finding.message == "Finance still owes the figures, due 21 February 2027: the workbook has not come back."
    assert (finding.service, finding.blocks) == ("Housing", False)
    assert [finding.blocks for finding in late([FINANCE], "Finance", stage="Final")] == [True]


def test_a_workbook_without_a_day_by_which_it_is_due_is_told_once_to_the_officer() -> None:
    row = {"who": "Finance", "sheets": "Money\nPartners"}
    told = late([row], "Finance")
    assert [finding.code for finding in told] == ["still-owed", "still-owed", "owed-unclear"]
    assert (told[2].audience, place(told[2]), told[2].service) == ("officer", "Contributors G6", "")
    assert told[2].message == "Nobody has said by when the workbook of Finance is due."


def test_an_empty_section_whose_table_or_text_is_owed_is_not_reported_as_empty() -> None:
    sections = [{"key": "Financial resources", "required": "Draft"}, {"key": "Value for money", "required": "Draft"}]
    assert [each.message for each in late([], "Finance", sections=sections)] == [
        "The section 'Financial resources' has no text.",
        "The section 'Value for money' has no text.",
    ]
    row = FINANCE | {"sheets": "Money\nText", "sections": "Value for money"}
    told = late([row], "Finance", sections=sections)
    assert {finding.code for finding in told} == {"still-owed"}


def late(contributors: list[dict[str, str]], who: str, **of: Any) -> list[Any]:
    """What the checks say where one contributor's workbook has not come back."""
    council = framework(contributors=contributors, **of)
    missing = [one for one in assignments_of(council) if one.contributor == who]
    told = checked(link(council, [plan(passages=[] if "sections" in of else PLAN["passages"])], None, missing)).findings
    return [finding for finding in told if finding.code in ("still-owed", "owed-unclear", "section-empty")]


def test_a_second_section_of_one_name_is_told_where_one_plan_would_have_both() -> None:
    rows = [
        {"key": "Context", "forms": "Current"},
        {"key": "Context", "forms": "Three-year"},
        {"key": "context", "heading": "More of it"},
    ]
    (finding,) = [one for one in found(of={"sections": rows}, passages=[]) if one.code == "section-twice"]
    assert finding.message == "'context' is the name of a section above as well, so nothing is printed in this one."
    assert (place(finding), finding.audience) == ("Sections A8", "officer")
    assert finding.hint == "Give it a name of its own under Section; its heading may stay."


def test_a_heading_over_several_sections_is_not_asked_for_words() -> None:
    rows = [{"heading": "THE PLAN", "required": "Draft"}, *FRAMEWORK["sections"]]
    assert "section-empty" not in {one.code for one in found(of={"sections": rows})}
    told = found(of={"sections": rows}, passages=[*PLAN["passages"], {"section": "The plan", "text": "x"}])
    assert [one.message for one in told if one.code == "section-unknown"] == [
        "There is no section 'The plan', so nobody can tell where to print this."
    ]
