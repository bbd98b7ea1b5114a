from __future__ import annotations

import random
from dataclasses import replace

import pytest

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import FIRST_ROW, HEADING_ROW
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Declaration, ListEntry, Passage, ServicePlan
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import Reading, read_framework, read_workbook
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL
from tests.workbook.sheets import said

BLANK = ServicePlan(service="Housing")


def whole(framework: Framework = COUNCIL) -> Layout:
    return layout_of(framework, whole_service(framework, "Housing"))


def written(plan: ServicePlan, framework: Framework = COUNCIL) -> CellBook:
    return read_book(write_workbook(whole(framework), [plan]))


def read(book: CellBook, framework: Framework = COUNCIL) -> Reading:
    return read_workbook(book, "h.xlsx", whole(framework))


def sheet(book: CellBook, name: str) -> CellSheet:
    found = book.sheet(name)
    assert found is not None
    return found


def headings(book: CellBook, name: str) -> list[str]:
    return [cell.text for cell in sheet(book, name).rows[HEADING_ROW].values()]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert write_workbook(whole(), [BLANK]) == write_workbook(whole())


def test_a_blank_workbook_reads_as_a_blank_plan_without_findings() -> None:
    reading = read(written(BLANK))
    assert assemble("Housing", [reading]).model_copy(update={"declarations": ()}) == BLANK
    assert reading.declaration == Declaration(contributor="Housing")
    assert reading.findings == ()
    assert reading.is_untouched
    assert (reading.identity.service, reading.identity.cycle) == ("Housing", "Fenmoor District Council 2027/28")


def test_a_framework_as_it_starts_reads_without_findings() -> None:
    content = write_framework(starter_framework(), Identity(kind="framework"))
    assert read_framework(read_book(content), "f.xlsx") == (starter_framework(), ())


def test_a_changed_cell_makes_a_workbook_touched() -> None:
    book = written(BLANK)
    sheets = []
    for tab in book.sheets:
        rows = dict(tab.rows)
        if tab.name == "Text":
            rows[FIRST_ROW] = {**rows[FIRST_ROW], 3: rows[FIRST_ROW][1]}
        sheets.append(replace(tab, rows=rows))
    assert not read(replace(book, sheets=tuple(sheets))).is_untouched


def test_a_workbook_filled_from_a_plan_of_another_year_is_untouched_when_it_comes_back() -> None:
    plan = ServicePlan.model_validate(
        {
            "service": "Housing",
            "indicators": [
                {"ref": " N1 ", "name": "Calls", "unit": "NUMBER", "targets": {"2019/20": "4", "2027/28": ""}}
            ],
            "passages": [{"section": "our customers", "text": "All of us"}, {"section": "Risks"}],
            "swot": [{"heading": "hopes", "text": "More"}, {"heading": "STRENGTHS", "text": "Staff"}],
        }
    )
    reading = read(written(plan))
    assert reading.is_untouched
    assert [passage.section for passage in assemble("Housing", [reading]).passages] == ["Customers"]


def test_entries_under_a_heading_the_framework_lacks_are_shown_in_a_column_of_their_own() -> None:
    book = written(ServicePlan(service="Housing", swot=(ListEntry(heading="Hopes", text="More homes"),)))
    assert headings(book, "SWOT")[-1] == "Hopes"
    findings = read(book).findings
    assert [finding.code for finding in findings] == ["column-unknown"]


def test_the_headings_of_lists_stand_in_the_councils_order_whatever_a_plan_says_under_them() -> None:
    plan = ServicePlan(service="Housing", swot=(ListEntry(heading="Threats", text="Rents"),))
    assert headings(written(plan), "SWOT") == headings(written(ServicePlan(service="Housing")), "SWOT")


def test_a_workbook_says_so_when_it_was_sent_out_with_something_else() -> None:
    now = ServicePlan(service="Housing", passages=(Passage(section="Risks", text="We reviewed them."),))
    content = write_workbook(whole(), [now], issued=[BLANK])
    assert not read(read_book(content)).is_untouched


def test_a_row_is_begun_for_each_section_in_its_place_with_its_question_once() -> None:
    texts = (Passage(section="Customers", text="All"), Passage(section="Customers", text="Most"), Passage(text="Lost"))
    rows = sheet(written(ServicePlan(service="Housing", passages=texts)), "Text").rows
    keys = [row[1].text for number, row in rows.items() if number >= FIRST_ROW and 1 in row]
    sections = [section.key for section in COUNCIL.sections_of("Housing")]
    place = sections.index("Customers")
    assert keys == [*sections[: place + 1], "Customers", *sections[place + 1 :], "-"]
    questions = [row[2].text for number, row in rows.items() if number >= FIRST_ROW and 2 in row]
    assert questions == [section.question for section in COUNCIL.sections_of("Housing")]


def test_a_council_without_drivers_has_no_sheet_of_drivers_and_nobody_misses_it() -> None:
    framework = COUNCIL.model_copy(update={"list_headings": ()})
    book = written(BLANK, framework)
    assert book.sheet("Drivers") is None
    assert read(book, framework).findings == ()


def test_headings_that_clash_do_not_stop_the_workbook_from_being_written() -> None:
    framework = Framework.model_validate(
        COUNCIL.model_dump()
        | {
            "money_columns": [{"heading": "Note"}, {"heading": "2027/28"}, {"heading": "2027/28 "}, {"heading": "*"}],
            "list_headings": [{"sheet": "SWOT", "heading": "Needs"}, {"sheet": "swot", "heading": "needs"}],
        }
    )
    book = written(BLANK, framework)
    assert headings(book, "Money").count("2027/28") == 1
    assert headings(book, "SWOT") == ["Needs"]


def test_the_columns_have_no_two_headings_alike() -> None:
    for tab in written(BLANK).sheets:
        if HEADING_ROW in tab.rows and tab.visible:
            titles = headings(CellBook((tab,)), tab.name)
            assert len(titles) == len(set(titles)), tab.name


@pytest.mark.parametrize("seed", range(3))
def test_rows_may_be_moved_about_where_each_stands_for_itself(seed: int) -> None:
    plan = ServicePlan.model_validate(
        {"service": "Housing", "risks": [{"ref": f"R{n}", "cause": f"Flood {n}", "impact": "2"} for n in range(9)]}
    )
    book = written(plan)
    rows = dict(sheet(book, "Risks").rows)
    numbers = [number for number in rows if number > HEADING_ROW]
    shuffled = random.Random(seed).sample(numbers, len(numbers))
    moved = {n: row for n, row in rows.items() if n <= HEADING_ROW}
    moved |= {to: rows[number] for number, to in zip(shuffled, numbers, strict=True)}
    tabs = tuple(replace(tab, rows=dict(sorted(moved.items()))) if tab.name == "Risks" else tab for tab in book.sheets)
    reading = read(replace(book, sheets=tabs))
    assert sorted(str(risk.ref) for risk in said(reading, "risks")) == [f"R{n}" for n in range(9)]
    assert reading.findings == ()
