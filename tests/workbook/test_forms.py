from __future__ import annotations

from dataclasses import replace

import pytest

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.model.findings import Finding
from svcdocs.model.framework import About, Framework
from svcdocs.model.service_plan import Declaration
from svcdocs.workbook.declaration import columns_of
from svcdocs.workbook.forms import read_form
from svcdocs.workbook.reader import read_framework
from svcdocs.workbook.service_book import DECLARATION
from tests.workbook.sheets import cells, read, tab, told


def about(table: str) -> tuple[About, list[Finding]]:
    sheet = CellSheet("About", rows=cells(table))
    framework, findings = read_framework(CellBook((sheet,)), "framework.xlsx")
    mine = [found for found in findings if found.code not in ("sheet-missing", "question-missing")]
    assert isinstance(framework, Framework)
    return framework.about, mine


def test_answers_are_found_wherever_their_questions_stand() -> None:
    answers, findings = about("| Stage | final |\n| Notes |\n\n| council: | Fenmoor |\n| FIRST YEAR | 2027/28 |")
    assert (answers.stage, answers.council, answers.first_year) == ("Final", "Fenmoor", "2027/28")
    assert str(answers.cell("first_year")) == "framework.xlsx 'About' B5"
    assert told(findings) == []


def test_of_a_question_that_stands_twice_the_first_answer_counts_and_the_second_is_reported() -> None:
    answers, findings = about("| Council | Fenmoor |\n| Stage | Final |\n| Stage | Draft |")
    assert answers.stage == "Final"
    assert told(findings) == [("question-twice", "B3")]


def test_a_blank_answer_is_the_usual_one() -> None:
    answers, _ = about("| Council | Fenmoor |\n| Stage | |\n| Title of a service plan | \u200b |")
    assert (answers.stage, answers.plan_title) == ("Draft", "Service plan")


def test_a_question_that_is_gone_is_reported() -> None:
    reading = read(tab("Guide", "| Ready to send | yes |\n| Checked by | Tom |\n| Checked on | 1 May 2027 |"))
    missing = [finding for finding in reading.findings if finding.code == "question-missing"]
    assert [finding.field for finding in missing] == ["Anything to tell us"]


def test_an_answer_that_is_not_offered_is_reported_at_its_cell() -> None:
    answers, findings = about("| Council | Fenmoor |\n| Stage | Finall |")
    assert answers.stage == "Finall"
    assert told(findings) == [("choice-unknown", "B2")]
    assert findings[0].hint == "Did you mean 'Final'? Then type that; otherwise choose one of: Draft, Final."


def test_errors_and_formulas_without_result_are_reported_at_their_cells() -> None:
    answers, findings = about("| Council | #REF! |\n| First year | uncalculated |\n| Version | external |")
    assert (answers.council, answers.first_year, answers.version) == ("", "", "12")
    assert told(findings) == [("cell-error", "B1"), ("formula-not-calculated", "B2"), ("formula-external", "B3")]


def test_an_answer_to_an_unknown_question_is_reported_with_what_may_be_meant() -> None:
    _, findings = about("| About | x |\n| Council | Fenmoor |\n| Yearly | 2027/28 |\n| # mine | 7 |\n| | 8 |")
    assert told(findings) == [("question-unknown", "B3"), ("question-unknown", "B5")]
    assert findings[1].message == "B5 stands beside none of the questions of the sheet 'About', so it is not read."


def test_a_question_with_a_slip_in_it_is_read_and_told_in_a_note() -> None:
    answers, findings = about("| Council | Fenmoor |\n| First yaer | 2027/28 |\n| Stge | Final |")
    assert (answers.first_year, answers.stage) == ("2027/28", "Final")
    assert [finding.message for finding in findings] == [
        "On the sheet 'About', 'First yaer' was read as 'First year' and 'Stge' as 'Stage'."
    ]


def test_an_answer_beside_its_cell_or_behind_its_question_is_read() -> None:
    guide = "| Ready to send: yes |\n| Checked by | | | Tom Fell |\n| Checked on | 1 May 2027 |"
    reading = read(tab("Guide", guide))
    said = reading.declaration
    assert (said.ready, said.checked_by) == ("Yes", "Tom Fell")
    assert [place for code, place in told(list(reading.findings)) if code == "read-as"] == ["D2"]


def test_a_line_of_help_is_no_answer_wherever_it_has_been_moved() -> None:
    answers, findings = about("| Council | | The council's full name, as it stands on a cover. For example: Fenmoor |")
    assert (answers.council, told(findings)) == ("", [])


def test_the_words_around_the_answers_of_a_guide_are_ours() -> None:
    guide = "| What this is | A workbook |\n| Ready to send | Yes |\n| Ask | Asha Verrall |"
    reading = read(tab("Guide", guide))
    assert reading.declaration.ready == "Yes"
    assert "question-unknown" not in {finding.code for finding in reading.findings}


@pytest.mark.parametrize("asked", ["Ready to go", "Ready to send"])
def test_a_question_is_known_in_the_councils_words_and_in_ours(asked: str) -> None:
    first, *others = columns_of(DECLARATION, {})
    columns = (replace(first, title="Ready to go"), *others)
    record, _ = read_form(DECLARATION, tab("Guide", f"| {asked} | Yes |"), columns, {}, "team.xlsx")
    assert isinstance(record, Declaration)
    assert record.ready == "Yes"
