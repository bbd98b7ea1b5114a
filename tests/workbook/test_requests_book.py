"""The workbook of requests: what is written is read back, each answer at its own cell, whatever is typed into it."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import asked_of, requests_to
from svcdocs.model.base import Record
from svcdocs.model.requests import ANSWERS, Answer, Answered, Notice
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.project import file_name
from svcdocs.workbook.contents import sheet_counts
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.leftovers import Leftovers
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.shares import share_in, workbook_of
from svcdocs.workbook.writer import write_workbook
from tests.plans import COUNCIL, in_own_words
from tests.workbook.editing import Desk

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
LAYOUT = layout_of(COUNCIL, requests_to("Housing"))
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=20,
)
HOSTILE = ("=1+1", "+44 20", "-2", "@SUM(A1)", "{{ 7*7 }}", "{% for %}", "R&D < B", "March 10", "0001", "• a\n• b")
ROW = {
    "ref": "HO-r1",
    "asker": "Parks",
    "action": "PK1.1",
    "title": "Mend the paths",
    "what": "lists of estates",
    "by": "October 2028",
    "asked_on": "4 January 2027",
    "answer": "Other date",
    "new_date": "December 2028",
    "words": "After the count",
}


def read(content: bytes, layout: Layout = LAYOUT) -> Reading:
    return read_workbook(read_book(content, "r.xlsx"), "r.xlsx", layout)


def of_answers(*rows: dict[str, str], notices: list[dict[str, str]] | None = None) -> Answered:
    return Answered.model_validate({"answers": list(rows), "notices": notices or []})


@st.composite
def answered(draw: st.DrawFn) -> Answered:
    said = st.one_of(WORDS, st.sampled_from(HOSTILE), st.just(""))
    fields = [name for name in Answer.model_fields if name not in ("ref", "answer")]
    rows: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 4))):
        row = {name: draw(said) for name in fields}
        answer = draw(st.sampled_from((*ANSWERS, "")))
        rows.append({key: _alone(value) for key, value in row.items()} | {"ref": f"HO-r{number + 1}", "answer": answer})
    notices = [{"asker": "Parks", "what": _alone(draw(said))} for _ in range(draw(st.integers(0, 2)))]
    return Answered.model_validate({"answers": rows, "notices": notices})


def _alone(words: str) -> str:
    """Words as a cell gives them back: nothing that nobody sees around them."""
    return Answer.model_validate({"asker": words}).asker.strip(" \t\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff\r\n")


@SLOW
@given(answered())
def test_requests_and_answers_are_read_back_equal(said: Answered) -> None:
    content = write_workbook(LAYOUT, answered=said)
    reading = read(content)
    assert reading.answered == said
    assert reading.is_untouched
    assert not [finding for finding in reading.findings if finding.blocks]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_looks_like_a_formula_or_a_tag_is_text(hostile: str) -> None:
    row = ROW | dict.fromkeys(("asker", "title", "what", "words"), hostile)
    content = write_workbook(LAYOUT, answered=of_answers(row))
    assert read(content).answered == of_answers(row)
    page = openpyxl.load_workbook(io.BytesIO(content))["Requests"]
    typed = [cell for cells in page.iter_rows(min_row=6, max_col=10) for cell in cells if cell.value is not None]
    assert {cell.data_type for cell in typed} == {"s"}


def test_a_council_with_its_own_words_reads_what_it_wrote_and_ours() -> None:
    theirs = layout_of(in_own_words(COUNCIL), requests_to("Housing"))
    for written in (LAYOUT, theirs):
        reading = read(write_workbook(written, answered=of_answers(ROW)), theirs)
        assert (reading.answered, reading.findings) == (of_answers(ROW), ())


@pytest.mark.parametrize("field", list(Answer.model_fields))
def test_taking_out_a_cell_changes_that_field_alone(field: str) -> None:
    desk = Desk(read_book(write_workbook(LAYOUT, answered=of_answers(ROW, ROW | {"ref": "HO-r2"}))))
    before = read_workbook(desk.book, "r.xlsx", LAYOUT)
    assert before.answered is not None
    cell = before.answered.answers[0].cell(field)
    assert cell is not None
    desk.set(cell.sheet, cell.cell, "")
    after = read_workbook(desk.book, "r.xlsx", LAYOUT)
    assert after.answered == of_answers(
        {name: said for name, said in ROW.items() if name != field}, ROW | {"ref": "HO-r2"}
    )
    assert not after.is_untouched


def test_each_field_knows_its_cell() -> None:
    (row,) = (read(write_workbook(LAYOUT, answered=of_answers(ROW))).answered or Answered()).answers
    cells = [str(row.cell(name)) for name in ("ref", "answer", "new_date", "words")]
    assert cells == [f"r.xlsx 'Requests' {letter}6" for letter in "AHIJ"]


def test_an_answer_that_is_none_is_told_at_its_cell_and_kept() -> None:
    reading = read(write_workbook(LAYOUT, answered=of_answers(ROW | {"answer": "Acepted"})))
    (finding,) = reading.findings
    assert (finding.code, str(finding.where)) == ("choice-unknown", "r.xlsx 'Requests' H6")
    assert reading.answered is not None
    assert reading.answered.answers[0].answer == "Acepted"


def test_it_knows_whose_it_is() -> None:
    reading = read(write_workbook(LAYOUT, answered=of_answers(ROW)))
    identity = reading.identity
    assert (identity.kind, identity.contributor, identity.service) == ("requests", "Requests – Housing", "Housing")
    assert asked_of(identity.contributor) == "Housing"
    assert not reading.gives_to("Housing")


def test_notices_stand_on_a_sheet_only_where_there_are_any() -> None:
    notice: dict[str, str] = {"asker": "Parks", "what": "a day each"}
    bare, full = (write_workbook(LAYOUT, answered=of_answers(ROW, notices=some)) for some in ([], [notice]))
    assert [tab.name for tab in read_book(bare).sheets if tab.visible] == ["Guide", "Requests"]
    assert [tab.name for tab in read_book(full).sheets if tab.visible] == ["Guide", "Requests", "Notices"]
    assert read(full).answered == of_answers(ROW, notices=[notice])
    assert read(bare).findings == read(full).findings == ()


def test_a_receipt_counts_what_was_said() -> None:
    rows = [ROW, ROW | {"ref": "HO-r2", "answer": "Accepted"}, ROW | {"ref": "HO-r3", "answer": ""}]
    (count,) = sheet_counts(read(write_workbook(LAYOUT, answered=of_answers(*rows))), LAYOUT)
    assert str(count) == "Requests: 3 requests, 1 accepted, 1 other date, 1 not answered"


def test_a_workbook_made_anew_says_what_it_said() -> None:
    declared = Declaration(ready="Yes", contributor=LAYOUT.assignment.contributor)
    plan = ServicePlan(service="Housing", declarations=(declared,))
    reading = read(write_workbook(LAYOUT, [plan], answered=of_answers(ROW), issued=()))
    again = read(workbook_of(share_in(reading), LAYOUT, reading.identity, Leftovers()))
    assert (again.answered, again.declaration) == (of_answers(ROW), declared)
    assert not again.is_untouched


@pytest.mark.parametrize("name", ["A/B: Parks?", "CON", "Über & Söhne", "x" * 200, "…", "Parks.", "Ωμέγα", 'Q"uote*'])
def test_any_name_of_a_service_gives_a_file_that_windows_takes(name: str) -> None:
    made = file_name(requests_to(name).contributor)
    assert made
    assert len(made) <= 80
    assert not set(made) & set('<>:"/\\|?*. ')
    content = write_workbook(layout_of(COUNCIL, requests_to(name)), answered=of_answers(ROW))
    assert read(content, layout_of(COUNCIL, requests_to(name))).identity.service == name


def test_a_blank_one_says_nothing() -> None:
    reading = read(write_workbook(LAYOUT, identity=Identity(kind="requests")))
    assert (reading.answered, reading.findings) == (Answered(), ())


def test_its_records_are_rows_of_sheets() -> None:
    assert all(issubclass(kind, Record) for kind in (Answer, Notice))
