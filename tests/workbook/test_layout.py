from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from svcdocs.excel.cells import CellBook
from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import FIRST_ROW, HEADING_ROW
from svcdocs.model.assignments import assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import read_framework, read_workbook
from svcdocs.workbook.writer import write_framework, write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL, MANY_HANDS, in_own_words
from tests.workbook.sheets import said


def layout(contributor: str, council: Framework = MANY_HANDS) -> Layout:
    return layout_of(council, next(one for one in assignments_of(council) if one.contributor == contributor))


def written(contributor: str, *plans: ServicePlan, council: Framework = MANY_HANDS) -> CellBook:
    return read_book(write_workbook(layout(contributor, council), plans))


def headings(book: CellBook, name: str) -> list[str]:
    sheet = book.sheet(name)
    assert sheet is not None
    return [cell.text for _, cell in sorted(sheet.rows[HEADING_ROW].items())]


def column(book: CellBook, name: str, number: int) -> list[str]:
    sheet = book.sheet(name)
    assert sheet is not None
    return [row[number].text for at, row in sheet.rows.items() if at >= FIRST_ROW and number in row]


def test_everyone_gets_the_sheets_they_were_asked_for_and_the_guide() -> None:
    def sheets(name: str) -> list[str]:
        return [sheet.name for sheet in written(name).sheets if sheet.visible]

    assert sheets("HR") == ["Guide", "Text", "SWOT", "Posts"]
    assert sheets("Finance") == [
        "Guide",
        "About the figures",
        "Text",
        "Money",
        "Columns of figures",
        "Control totals",
    ]
    assert sheets("Streets – Sweeping") == ["Guide", "Actions", "Text", "Partners"]


def test_a_workbook_about_several_services_begins_each_table_with_the_service() -> None:
    book = written("HR")
    assert headings(book, "Posts")[:2] == ["Service", "Team"]
    assert headings(book, "SWOT")[:2] == ["Service", "Strengths"]
    assert headings(book, "Text")[:3] == ["Service", "Section", "What to write"]
    assert column(book, "Text", 1) == ["Housing", "Streets"]
    assert column(book, "Text", 2) == ["Workforce", "Workforce"]
    assert book.names["own_services"]


def test_a_team_is_not_asked_which_team_it_is_unless_a_row_says_that_it_is_anothers() -> None:
    assert "Team" not in headings(written("Housing – Repairs"), "Actions")
    plan = ServicePlan.model_validate({"service": "Housing", "actions": [{"title": "Go", "team": "repairs"}]})
    book = written("Housing – Repairs", plan)
    assert "Team" in headings(book, "Actions")
    assert "Team" not in headings(book, "Risks")
    silent = ServicePlan.model_validate({"service": "Housing", "passages": [{"section": "Risks", "team": "Repairs"}]})
    assert "Team" in headings(written("Housing – Repairs", silent), "Text")


def test_the_text_sheet_starts_the_sections_asked_for_in_the_order_of_the_services_form() -> None:
    assert column(written("Streets – Sweeping"), "Text", 1) == ["Customers"]
    keys = column(written("Streets"), "Text", 1)
    assert "Customers" not in keys
    assert keys[-1] == "Risks"  # which the three-year form prints last
    questions = column(written("Streets"), "Text", 2)
    assert questions[-1] == "What may?"


def test_each_plan_has_columns_for_its_own_years_and_a_workbook_about_several_for_the_longest() -> None:
    def years(name: str) -> list[str]:
        return [title.removeprefix("Target ") for title in headings(written(name), "Indicators") if "Target " in title]

    assert years("Housing – Repairs") == ["2027/28", "2028/29"]
    assert years("Streets") == ["2027/28", "2028/29", "2029/30"]
    assert layout("HR").families["plan years"] == ("2027/28", "2028/29", "2029/30")


def test_the_columns_of_figures_are_begun_and_those_that_finance_has_dated_are_not_doubled() -> None:
    assert column(written("Finance"), "Columns of figures", 1) == ["2026/27 original", "2027/28 estimate"]


def test_what_a_contributor_was_not_asked_for_and_has_all_the_same_is_written() -> None:
    plan = ServicePlan.model_validate({"service": "Housing", "risks": [{"cause": "Flood"}]})
    assert "Risks" in [sheet.name for sheet in written("HR", plan).sheets]


def own(**words: str) -> Framework:
    """The council with some words of its own."""
    rows = [{"term": term.replace("_", " "), "singular": word} for term, word in words.items()]
    return Framework.model_validate(MANY_HANDS.model_dump() | {"words": rows})


def test_sheets_headings_help_and_needs_are_in_the_councils_words() -> None:
    book = written("Housing – Repairs", council=in_own_words(MANY_HANDS))
    names = [sheet.name for sheet in book.sheets if sheet.visible]
    assert names == ["Guide", "Tasks", "Measures", "Threats", "Text", "Posts", "Bids"]
    assert headings(book, "Tasks")[:4] == ["Ref", "Task", "For", "Stage"]
    tasks = book.sheet("Tasks")
    assert tasks is not None
    assert "One row a stage: for the next stage of a task" in tasks.rows[2][1].text
    assert tasks.rows[HEADING_ROW + 1][3].text == "The goal or commitment it is for, by its reference or its wording."
    assert "Commitments" in column(book, "Text", 1)


@pytest.mark.parametrize(
    ("words", "sheets"),
    [
        ({"action": "risk"}, {"Actions", "Risks"}),  # would be the name of another sheet of ours
        ({"action": "thing", "risk": "thing"}, {"Actions", "Risks"}),  # would give two sheets one name
        ({"action": "a/b"}, {"Actions"}),  # Excel has no such names
        ({"action": "x" * 31}, {"Actions"}),  # which has 32 characters for several
        ({"action": "x" * 30}, {"X" + "x" * 29 + "s"}),
        ({"indicator": "list"}, {"Indicators"}),  # the sheet of lists has that name
        ({"risk": "#mine"}, {"Risks"}),  # would be somebody's own
    ],
)
def test_a_word_that_cannot_name_a_sheet_leaves_it_its_name(words: dict[str, str], sheets: set[str]) -> None:
    council = own(**words)
    book = written("Housing – Repairs", council=council)
    assert sheets <= {sheet.name for sheet in book.sheets}
    reading = read_workbook(book, "r.xlsx", layout("Housing – Repairs", council))
    assert (reading.findings, reading.is_untouched) == ((), True)


def test_a_word_that_would_give_two_columns_one_heading_leaves_them_theirs() -> None:
    book = written("Housing", council=own(objective="ref", indicator="measure", team="aims, as cited"))
    assert headings(book, "Refs")[:2] == ["Ref", "Objective"]
    assert {"Team", "Aims, as cited"} <= set(headings(book, "Refs"))


def test_an_answer_may_be_given_in_the_councils_words_or_in_ours() -> None:
    council = in_own_words(COUNCIL)
    whose = layout_of(council, whole_service(council, "Housing"))
    texts: dict[str, Any] = {"service": "Housing", "passages": [{"section": "Council actions", "text": "Ours"}]}
    book = read_book(write_workbook(whose, [ServicePlan.model_validate(texts)]))
    assert "Commitments" in column(book, "Text", 1)
    (passage,) = said(read_workbook(book, "h.xlsx", whose), "passages")
    assert passage.section == "Council actions"


def test_the_framework_takes_levels_and_sheets_in_the_councils_words_and_keeps_ours() -> None:
    council = Framework.model_validate(
        in_own_words(COUNCIL).model_dump()
        | {
            "priorities": [{"level": "Commitment", "ref": "A1"}, {"level": "ambition", "ref": "A"}, {"level": "aim"}],
            "contributors": [{"who": "Each squad", "sheets": "Commitments\nthreats\nPosts\nNothing"}],
        }
    )
    book = read_book(write_framework(council, Identity(kind="framework")))
    framework, findings = read_framework(book, "framework.xlsx")
    assert [row.level for row in framework.priorities] == ["Council action", "Aim", "Aim"]
    assert framework.contributors[0].who == "Each team"
    assert framework.contributors[0].sheets == "Council actions\nRisks\nPosts\nNothing"
    assert findings == ()


def test_excel_lets_a_level_in_the_councils_words_pass() -> None:
    book = load_workbook(io.BytesIO(write_framework(COUNCIL, Identity(kind="framework"))))
    styles = {str(rule.sqref)[0]: rule.errorStyle for rule in book["Priorities"].data_validations.dataValidation}
    assert styles["A"] == "warning"
    lists = [rule.errorStyle for rule in book["About"].data_validations.dataValidation if rule.type == "list"]
    assert sorted(lists, key=str) == [None, None, "warning"]  # a month may be in words of one's own; others are refused
