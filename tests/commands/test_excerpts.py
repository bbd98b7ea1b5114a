from __future__ import annotations

from pathlib import Path

from svcdocs.commands.excerpts import excerpts_of
from svcdocs.commands.intake import read_cycle
from svcdocs.excel.cells import Cell, CellSheet, place
from svcdocs.model.excerpts import ExcerptCell
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.workbook.placing import Heads
from tests.cycles import no_progress, plan, write_cycle

BOOK = "workbooks/parks.xlsx"


def sheet(**cells: str) -> CellSheet:
    """A sheet called Actions with texts at their cells."""
    rows: dict[int, dict[int, Cell]] = {}
    for name, text in sorted(cells.items(), key=lambda each: place(each[0]) or (0, 0)):
        row, column = place(name) or (0, 0)
        rows.setdefault(row, {})[column] = Cell(text)
    return CellSheet("Actions", rows=rows)


def about(cell: str, file: str = BOOK, name: str = "Actions") -> Finding:
    return Finding("code", Severity.NOTE, "message", "hint", where=CellRef(file, name, cell))


def shown(cell: str, page: CellSheet, heads: Heads | None = None) -> list[tuple[str, str, str]]:
    known = {BOOK: {"Actions": heads} if heads else {}}
    [excerpt] = excerpts_of([about(cell)], {BOOK: (page,)}, known).values()
    return [(each.column, each.heading, each.text) for each in excerpt.cells]


HEADS = Heads(2, 2, {1: "Ref", 2: "Action", 6: "Finish by"})


def test_an_excerpt_shows_the_start_of_the_row_the_cell_and_what_stands_beside_it() -> None:
    page = sheet(A6="P1", B6="Plant", C6="x", D6="y", E6="z", F6="31 June", G6="Tom", H6="more")
    assert shown("F6", page, HEADS) == [
        ("A", "Ref", "P1"),
        ("B", "Action", "Plant"),
        ("E", "", "z"),
        ("F", "Finish by", "31 June"),
        ("G", "", "Tom"),
    ]


def test_a_blank_cell_is_shown_blank_under_its_heading() -> None:
    assert shown("F6", sheet(A6="P1"), HEADS) == [("A", "Ref", "P1"), ("F", "Finish by", "")]
    assert shown("F9", sheet(A6="P1"), HEADS) == [("F", "Finish by", "")]


def test_a_heading_has_no_heading_over_it() -> None:
    assert shown("A2", sheet(A2="Reff"), HEADS) == [("A", "", "Reff")]


def test_long_texts_are_one_line_and_cut() -> None:
    [(_, _, text)] = shown("A6", sheet(A6="word\n" * 500))
    assert text.startswith("word word")
    assert (len(text), text[-1]) == (160, "…")


def test_no_excerpt_is_made_of_a_file_a_sheet_nobody_read_or_no_cell() -> None:
    findings = [
        about(""),
        about("F6", "other.xlsx"),
        about("F6", name="Elsewhere"),
        Finding("c", Severity.NOTE, "", ""),
    ]
    assert excerpts_of(findings, {BOOK: (sheet(A6="P1"),)}, {}) == {}


def test_headings_of_a_book_nobody_has_looked_through_stand_where_they_were_issued() -> None:
    page = sheet(A4="Level", B4="Ref", A6="Aim", B6="A")
    [excerpt] = excerpts_of([about("B6")], {BOOK: (page,)}, {}).values()
    assert excerpt.cells == (ExcerptCell("A", "Level", "Aim"), ExcerptCell("B", "Ref", "A"))


def test_every_cell_that_a_finding_about_a_workbook_or_the_framework_names_has_its_excerpt(tmp_path: Path) -> None:
    actions = [{"ref": "P1.1", "title": "Plant", "serves": "Z9", "finish": "31 June 2027"}]
    wrong = [{"level": "Council action", "ref": "A1", "under": "Z", "text": "Plant a thousand trees"}]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=actions)}, priorities=wrong)
    intake = read_cycle(project, no_progress)
    named = {one.where for one in intake.findings if one.where and one.where.cell}
    assert {one.file for one in named} == {BOOK, "framework.xlsx"}
    assert set(intake.excerpts) == named
    [where] = [one.where for one in intake.findings if one.code == "date-impossible" and one.where]
    marked = {each.column: each for each in intake.excerpts[where].cells}[intake.excerpts[where].marked]
    assert (marked.heading, marked.text) == ("Finish by", "31 June 2027")
    [where] = [one.where for one in intake.findings if one.code == "priority-under-unknown" and one.where]
    marked = {each.column: each for each in intake.excerpts[where].cells}[intake.excerpts[where].marked]
    assert (marked.heading, marked.text) == ("Under", "Z")
