from __future__ import annotations

import copy
import itertools
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from svcdocs import shipped
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.model.assignments import assignments_of
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word import Properties, Template
from svcdocs.word.hanging import label_width
from svcdocs.word.outline import outline as word_outline
from tests.corporate import small
from tests.documents import samples
from tests.documents.corporate_outline import opened, outline, section

HERE = Path(__file__).parent
SIDES = 142
"""What a cell keeps free to the left and right of its text, in twentieths of a point."""
TEMPLATE = Template.compile(shipped.doc_template("corporate-plan"), CorporatePlanContext)


def document(cycle: Cycle, *, draft: bool = True) -> bytes:
    context = corporate_plan_context(cycle, consolidate(cycle), draft=draft)
    return TEMPLATE.render(context, Properties(title=context.document_title))


def changed(framework: dict[str, Any], *plans: dict[str, Any]) -> Cycle:
    merged = {**small.FRAMEWORK, **framework}
    return link(Framework.model_validate(merged), [ServicePlan.model_validate(plan) for plan in plans])


def with_action(**fields: Any) -> Cycle:
    plan = copy.deepcopy(small.HOMES)
    plan["actions"].append({"ref": "H9.9", "title": "Extra", "serves": "A1", **fields})
    return small.cycle(small.STREETS, plan)


PLAN = document(small.cycle())
TEXT = outline(PLAN)


def test_the_plan_of_a_small_council_reads_as_accepted() -> None:
    samples.agrees(TEXT, HERE / "corporate-plan.sample.txt")


def shares(text: str, priority: str) -> list[str]:
    """The rows of the tables of contributions about one council action."""
    return [line for line in text.split("\n") if re.match(rf"\| {re.escape(priority)} \| (Homes|Streets) \|", line)]


def test_every_contribution_stands_once_beside_its_council_action_with_its_service() -> None:
    for aim in consolidate(small.cycle()).aims:
        for action in aim.council_actions:
            rows = shares(TEXT, action.priority.ref.text)
            published = [one for one in action.contributions if one.record.ref.text != "S1.3"]
            assert [row.split(" | ")[1] for row in rows] == list(dict.fromkeys(one.service for one in published))
            for one in published:
                row = next(row for row in rows if row.split(" | ")[1] == one.service)
                assert len(re.findall(rf"(?<![\w.]){one.record.ref.text}(?![\w.])", row.split(" | ", 2)[2])) == 1, row


def test_objectives_stand_by_their_references_beside_their_council_action() -> None:
    (row,) = shares(TEXT, "A1")
    assert row == "| A1 | Homes | A1 Buy the mill site – also H1.1; objectives: H1, H1a | June 2027 |"


def test_what_a_service_does_for_a_council_action_is_told_by_its_foremost_action() -> None:
    plain = {"ref": "H9.7", "title": "Plain", "serves": "B1"}
    marked = {"ref": "H9.8", "title": "Marked", "serves": "B1", "headline": "Yes", "finish": "May 2028"}
    bare = {"title": "Bare", "serves": "B1", "finish": "June 2028"}
    own = {"ref": "B1", "title": "Own", "serves": "B1"}
    for rows, told in (
        ([plain, bare], "H9.7 Plain – other actions: 1 | June 2028"),
        ([plain, marked, bare], "H9.8 Marked – also H9.7; other actions: 1 | June 2028"),
        ([plain, marked, own], "B1 Own – also H9.8, H9.7 | May 2028"),
    ):
        text = outline(document(small.cycle(small.STREETS, {"service": "Homes", "actions": rows})))
        assert f"| B1 | Homes | {told} |" in text
    objective = {"text": "Tidy", "serves": "B1"}
    text = outline(document(small.cycle({"service": "Homes", "objectives": [objective]})))
    assert "| B1 | Homes | objectives without a reference: 1 | Not given |" in text
    assert "No action is planned for this yet." in text


def test_an_awaited_return_is_told_with_its_deadline() -> None:
    sentence = "Return awaited from Customers, due 22 January 2027."
    panels = [p.text for p in opened(PLAN).paragraphs if p.style is not None and p.style.name == "Owed"]
    assert sentence in panels
    assert sentence not in outline(
        document(changed({"services": small.FRAMEWORK["services"][:-1]}, small.HOMES, small.STREETS))
    )


def test_services_without_money_are_named_and_in_no_sum() -> None:
    finance = section(TEXT, "Finance")
    assert "Not given by: Streets, Customers. Their figures are in no sum." in finance
    assert "| Streets | Not given | Not given |" in finance
    assert "| Sum of 1 of 3 services | 100,000.30 | 40,000 |" in finance


def test_the_figures_are_those_of_the_plans() -> None:
    plans: list[dict[str, Any]] = [small.HOMES, small.STREETS]
    actions = sum(len(plan.get("actions", [])) + len(plan.get("council_actions", [])) for plan in plans)
    objectives = sum("under" not in row for plan in plans for row in plan["objectives"])
    indicators = sum(len(plan["indicators"]) for plan in plans)
    spend = sum(
        Decimal(row["figures"]["2027/28 estimate"].strip("£"))
        for row in small.HOMES["money"]
        if row["kind"].lower() == "spend" and "to" not in row["figures"]["2027/28 estimate"]
    )
    figures = section(TEXT, "The council in figures")
    assert f"| Actions | {actions} |" in figures
    assert f"| Objectives | {objectives} |" in figures
    assert f"| Indicators | {indicators} |" in figures
    assert f"| Spend, 2027/28 estimate | £{spend} | Sum of 1 of 3 services |" in figures
    assert "| Workforce (FTE) | 4.0 | Sum of 1 of 3 services, in full-time equivalents |" in figures


def test_those_who_lead_most_are_named_the_busiest_first_and_what_nobody_leads_is_counted() -> None:
    assert "Most actions are led by Tom Fell, Homes Manager (3); Jo Lane (2); Sweeping Supervisor (2)." in TEXT
    assert "Actions that nobody leads yet: 3." in TEXT


def test_where_the_actions_stand_is_told_once_any_of_them_says_so() -> None:
    key = [{"letter": "G", "label": "On track"}, {"letter": "R", "label": "Off track"}]
    rows = [{"ref": f"H{n}", "title": "x", "serves": "A", "status": letter} for n, letter in enumerate("RGR")]
    text = outline(document(changed({"status_key": key}, {"service": "Homes", "actions": [*rows, {"title": "y"}]})))
    assert "Where the actions stand: G · On track: 1; R · Off track: 2; not said: 1." in text
    assert "Where the actions stand" not in TEXT


def test_what_is_not_for_publication_is_counted_and_not_shown() -> None:
    assert "Insulate the depot" not in TEXT
    assert "Rows not for publication: 1." in TEXT


def test_figures_promised_for_later_are_told_where_they_are_missed() -> None:
    owed = {"section": "Finance", "text": "The budget", "owed_by": "Treasurer", "owed_on": "2 May 2027"}
    cycle = small.cycle(small.HOMES, {**small.STREETS, "passages": [owed]})
    sentence = "! Streets – to be added by Treasurer by 2 May 2027: The budget"
    assert sentence in section(outline(document(cycle)), "Finance").split("\n")


def late(*missing: str, **streets: Any) -> Cycle:
    """The small council with a Finance of its own, from whom some workbooks have not come back."""
    contributors = [
        {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"},
        {"who": "HR", "sheets": "Posts", "deadline": "1 February 2027"},
    ]
    council = Framework.model_validate({**small.FRAMEWORK, "contributors": contributors})
    plans = [ServicePlan.model_validate(plan) for plan in (small.HOMES, {**small.STREETS, "money": [], **streets})]
    return link(council, plans, None, [one for one in assignments_of(council) if one.contributor in missing])


def test_figures_of_a_workbook_that_has_not_come_back_are_told_where_they_are_missed() -> None:
    finance = section(outline(document(late("Finance"))), "Finance").split("\n")
    sentence = "! Streets – to be added by Finance by 21 February 2027: the figures"
    assert [line for line in finance if line.startswith("! Streets")] == [sentence]
    assert not [line for line in finance if line.startswith("! Homes")]  # which has figures of its own


def test_what_is_still_to_come_is_listed_by_who_owes_it_in_order_of_date() -> None:
    indicator = {"ref": "S1", "targets": {"2027/28": "To be added by HR by 5 January 2027"}}
    passages = [{"section": "Finance", "text": "the rents", "kind": "To be added"}]
    text = section(outline(document(late("Finance", indicators=[indicator], passages=passages))), "Still to come")
    rows = text.split("\n")
    assert "| HR | • Target 2027/28 of S1 (Streets), by 5 January 2027 |" in rows
    assert "| Nobody named | • The rents (Streets); no date given |" in rows
    assert [line.split(" |")[0] for line in rows if line.startswith("| ")][1:] == ["| HR", "| Nobody named"]
    rows = section(outline(document(late("Finance", "HR", posts=[]))), "Still to come").split("\n")
    assert [line.split(" |")[0] for line in rows if line.startswith("| ")][1:] == ["| HR", "| Finance"]
    assert "| Finance | • The figures (Streets), by 21 February 2027 |" in rows


def test_a_final_plan_and_one_to_which_nothing_is_owed_have_no_list_of_what_is_to_come() -> None:
    assert "Still to come" in outline(document(late("Finance")))
    assert "Still to come" not in outline(document(late("Finance"), draft=False))
    assert "Still to come" not in outline(document(late()))


def test_the_template_is_the_one_that_was_reviewed() -> None:
    template = shipped.doc_template("corporate-plan").read_bytes()
    samples.agrees(word_outline(template), HERE / "corporate-plan.template.txt")


def test_a_draft_says_so_and_a_final_plan_does_not() -> None:
    assert "= Corporate plan – draft" in TEXT
    assert "This is a draft." in TEXT
    final = document(changed({"about": {**small.FRAMEWORK["about"], "version": "Final"}}, small.HOMES), draft=False)
    assert "draft" not in outline(final).lower()


@pytest.mark.parametrize(
    ("years", "targets"),
    [
        ("1", "2027/28: 10"),
        ("2", "2027/28: 10\n2028/29: Set in March"),
        ("3", "2027/28: 10\n2028/29: Set in March\n2029/30: Not given"),
    ],
)
def test_a_measure_has_its_target_for_each_year_of_the_plan(years: str, targets: str) -> None:
    plan = copy.deepcopy(small.HOMES)
    plan["indicators"][0]["objective"] = "H1"
    text = outline(document(changed({"about": {**small.FRAMEWORK["about"], "years": years}}, plan)))
    row = f"| H-1 Homes built (Number; good is high) | Homes | 6 (2025/26)\nShort of target | {targets} |"
    assert row in section(text, "Aim A: Safe homes")
    assert row not in section(text, "Scorecard")


def test_savings_reserves_and_capital_have_columns_each_where_there_are_any() -> None:
    assert not {"Savings", "Reserves", "Capital"} & set(section(TEXT, "Finance").replace("|", " ").split())
    line = {"heading": "Fund", "kind": "Reserve", "figures": {"2026/27 budget": "-5"}}
    finance = section(
        outline(document(small.cycle({**small.HOMES, "money": [*small.HOMES["money"], line]}))), "Finance"
    )
    assert "| Service | Spending | Income | Reserves |" in finance
    assert "| Homes | 100,000.30 | 40,000 | −5 |" in finance


def test_a_finish_that_points_to_the_steps_is_the_end_of_the_last_of_them() -> None:
    steps = [{"text": "One", "by": "May 2028"}, {"text": "Two (June 2027)"}]
    text = outline(document(with_action(serves="B1", finish="See actions", steps=steps)))
    assert "| B1 | Homes | H9.9 Extra | May 2028 |" in text


@pytest.mark.parametrize(
    ("finish", "told"),
    [
        ("May 2027\nDecember 2028\nSeptember 2028 (the inspector sets it)", "December 2028"),
        ("1. May 2027\n2. From June 2027\n3. March 2029\n4. Ongoing", "March 2029"),
        ("Q4 2027/28\n30 March 2028", "Q4 2027/28"),
        ("Ongoing\nFrom April 2027\nFrom July 2027", "From July 2027"),
        ("Ongoing\nwhen we can", "Ongoing; when we can"),
        ("From April 2027", "From April 2027"),
    ],
)
def test_of_a_date_for_each_step_the_last_alone_says_by_when(finish: str, told: str) -> None:
    text = outline(document(with_action(serves="B1", finish=finish, headline="Yes", lead="Jo Lane")))
    assert f"| B1 | Homes | H9.9 Extra | {told} |" in text
    assert f"| Extra | Homes | {told} |" in text


@pytest.mark.parametrize(
    ("finish", "told"),
    [("June 2027", "Homes, by June 2027"), ("by June 2027", "Homes: by June 2027"), ("Ongoing", "Homes: Ongoing")],
)
def test_a_headline_action_that_serves_no_aim_names_service_and_date(finish: str, told: str) -> None:
    assert f"• Extra ({told})" in outline(document(with_action(serves="", finish=finish, headline="Yes")))


def test_an_action_for_a_part_of_a_council_action_says_for_which() -> None:
    assert shares(TEXT, "A2") == ["| A2 | Homes | H1.2 Insulate 40 roofs (for A2(i)) | Not given |"]


def test_abbreviations_of_posts_are_printed_in_full() -> None:
    risk = {"ref": "R9", "cause": "Snow", "corporate": "Yes", "owner": "HM", "likelihood": "4", "impact": "4"}
    assert "Homes (R9) / Owner: Homes Manager | Snow |" in outline(
        document(small.cycle({"service": "Homes", "risks": [risk]}))
    )


def test_what_people_typed_is_printed_as_they_typed_it() -> None:
    typed = 'R&D {{ 7*7 }} <b> "x" {% if %}'
    assert f"| B1 | Homes | H9.9 {typed} |" in outline(document(with_action(serves="B1", title=typed)))


def test_a_council_without_any_return_has_a_plan_all_the_same() -> None:
    text = outline(document(changed({"corporate_text": [], "calendar": []})))
    assert "| Services with a plan | 0 of 3 |" in text
    assert "! To be added: foreword." in text
    assert "Most actions" not in text


def test_tables_have_a_repeated_heading_row_and_no_empty_or_merged_cell() -> None:
    word = opened(PLAN)
    assert "(empty)" not in TEXT
    for table in word.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert not list(word.element.body.iter(qn("w:gridSpan"), qn("w:vMerge")))


def room_for(word: str) -> int:
    """The width of a word in bold table text, in twentieths of a point: Arial, and a tenth more for bold."""
    return (label_width(word, 20) - label_width("", 20)) * 11 // 10


@pytest.mark.parametrize("term", ["commitment", "undertaking", "council action"])
def test_no_word_of_a_tables_head_is_broken(term: str) -> None:
    words = [{"term": "council action", "singular": term, "plural": f"{term}s"}]
    for table in opened(document(changed({"words": words}, small.HOMES, small.STREETS))).tables:
        for cell in table.rows[0].cells:
            assert cell.width is not None
            for word in cell.text.split():
                assert room_for(word) <= cell.width.twips - SIDES, (word, cell.width.twips)


def test_the_table_of_services_makes_way_for_a_longer_word_still() -> None:
    fitted = [[cell.text for cell in table.rows[0].cells] for table in opened(PLAN).tables if table.autofit]
    assert [heads for heads in fitted if "Council actions served" in heads] == fitted
    assert len(fitted) == 1


def test_no_paragraph_is_empty_but_those_that_end_a_section() -> None:
    for cycle in (small.cycle(), late("Finance"), changed({"corporate_text": [], "calendar": []})):
        body = opened(document(cycle)).element.body
        bare = [p for p in body.iter(qn("w:p")) if not "".join(p.itertext()).strip()]
        assert [
            p for p in bare if p.find(f".//{qn('w:sectPr')}") is None and p.find(f".//{qn('w:drawing')}") is None
        ] == []


def test_draft_and_awaited_returns_are_told_on_the_cover() -> None:
    cover = TEXT.split("Contents\n")[0]
    assert "! This is a draft." in cover
    assert "! Return awaited from Customers, due 22 January 2027." in cover


def test_only_parts_that_fill_pages_begin_one_of_their_own() -> None:
    begin = [
        paragraph.text
        for paragraph in opened(PLAN).paragraphs
        if paragraph.style is not None and paragraph.style.name == "Part Heading"
    ]
    assert begin == ["Foreword"]


def test_a_reference_in_brackets_behind_a_title_is_not_said_twice() -> None:
    def row(**fields: str) -> str:
        text = outline(document(with_action(serves="B1", finish="May 2027", **fields)))
        return next(row.split(" | ")[2] for row in shares(text, "B1") if "| Homes |" in row)

    assert row(title="Extra (H 9.9)") == "H9.9 Extra"
    for title in ("Extra (H1.1)", "(H9.9)", "Extra (H9.9) more", "Extra (…)"):
        assert row(title=title) == f"H9.9 {title}"
    assert row(ref="", title="Extra (…)") == "Extra (…)"


def test_headings_step_down_one_level_at_a_time() -> None:
    levels = [len(line) - len(line.lstrip("#")) for line in TEXT.split("\n") if line.startswith("#")]
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in itertools.pairwise(levels))


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert document(small.cycle()) == PLAN


def test_a_number_in_front_of_an_approach_or_an_item_is_its_label() -> None:
    priorities = [
        {"level": "Aim", "ref": "A", "text": "Homes"},
        {"level": "Approach", "ref": "(1)", "under": "A", "text": "Listen"},
        {"level": "Approach", "ref": "A(ii)", "under": "A", "text": "Answer"},
        {"level": "Council action", "ref": "A1", "under": "A", "text": "Build"},
        {"level": "Item", "ref": "i)", "under": "A1", "text": "here"},
        {"level": "Item", "under": "A1", "text": "ii) there"},
    ]
    lines = word_outline(document(changed({"priorities": priorities}))).splitlines()
    assert [line for line in lines if line.endswith((") Listen", " Answer", " here", " there"))][:4] == [
        "[List Number] (1) Listen",
        "[List Bullet] • A(ii) Answer",
        "[List Number] i) here",
        "[List Number] ii) there",
    ]
