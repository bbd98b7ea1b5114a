"""What a team keeps beside what is asked goes along when its workbook is made anew; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from svcdocs.excel.reading import read_book
from svcdocs.workbook.leftovers import KEPT, Leftovers, leftovers, together, without_column
from svcdocs.workbook.shares import share_in, workbook_of
from tests.cycles import framework
from tests.returns import filled, said_in

ACTIONS = [
    {"ref": "P1", "title": "Mow", "steps": [{"text": "Buy"}, {"text": "Cut"}]},
    {"ref": "P2", "title": "Sow", "group": "Meadows"},
    {"ref": "P3", "title": "Hoe", "group": "Meadows"},
]
COUNCIL = framework()


def changed(change: Callable[[Workbook], None], **parts: Any) -> bytes:
    """A filled workbook in which somebody has typed something more."""
    book = load_workbook(BytesIO(filled(actions=ACTIONS, **parts)))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def left(content: bytes) -> Leftovers:
    from svcdocs.model.assignments import assignments_of
    from svcdocs.workbook.layout import layout_of

    whose = next(one for one in assignments_of(COUNCIL) if one.contributor == "Parks")
    return leftovers(read_book(content), said_in(content), layout_of(COUNCIL, whose))


def anew(content: bytes) -> bytes:
    """The workbook made anew from what is read of it."""
    from svcdocs.model.assignments import assignments_of
    from svcdocs.workbook.layout import layout_of

    reading = said_in(content)
    whose = next(one for one in assignments_of(COUNCIL) if one.contributor == "Parks")
    return workbook_of(share_in(reading), layout_of(COUNCIL, whose), reading.identity, left(content))


def column(content: bytes, sheet: str, title: str) -> list[str]:
    """What stands in a column from its heading down."""
    rows = list(load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))
    head = next(row for row in rows if title in row)
    return [str(row[head.index(title)] or "") for row in rows[rows.index(head) + 2 :]]


def kept(content: bytes) -> list[tuple[str, ...]]:
    found = load_workbook(BytesIO(content))
    if KEPT not in found.sheetnames:
        return []
    rows = list(found[KEPT].iter_rows(min_row=6, max_col=3, values_only=True))
    return [tuple(str(cell or "") for cell in row) for row in rows if any(row)]


def private_column(book: Workbook) -> None:
    sheet = book["Actions"]
    place = sheet.max_column + 2
    sheet.cell(4, place, "# Who asked")
    sheet.cell(6, place, "Tom")
    sheet.cell(7, place, "and Ann")
    sheet.cell(9, place, "Joan")


def test_a_workbook_with_nothing_else_in_it_leaves_nothing() -> None:
    parts: dict[str, Any] = {"swot": [{"heading": "Strengths", "text": "Staff"}], "partners": [{"name": "Friends"}]}
    assert left(filled(actions=ACTIONS, **parts)) == Leftovers()


def test_a_private_column_goes_along_with_its_records() -> None:
    content = anew(changed(private_column))
    assert column(content, "Actions", "# Who asked")[:4] == ["Tom\nand Ann", "", "", "Joan"]
    assert said_in(content).plans == said_in(changed(private_column)).plans
    assert column(anew(content), "Actions", "# Who asked")[:4] == ["Tom\nand Ann", "", "", "Joan"]
    assert kept(content) == []


def test_a_column_nobody_asked_for_becomes_a_private_one() -> None:
    def priority(book: Workbook) -> None:
        sheet = book["Actions"]
        place = sheet.max_column + 1
        sheet.cell(4, place, "Priority")
        sheet.cell(8, place, "High")

    assert column(anew(changed(priority)), "Actions", "# Priority")[:3] == ["", "", "High"]


def test_what_stands_beside_no_record_is_kept_with_its_place() -> None:
    def notes(book: Workbook) -> None:
        sheet = book.create_sheet("# Notes")
        sheet["B2"] = "Ask Finance"
        book.create_sheet("Sums")["A1"] = "12 + 30"
        book["Risks"]["AZ4"] = "# Seen"
        book["Risks"]["AZ9"] = "yes"
        book["Actions"]["B6"].comment = Comment("Is this right?", "Ann")
        book["SWOT"]["J8"] = "an aside"

    content = anew(changed(notes, swot=[{"heading": "Strengths", "text": "Staff"}]))
    expected = {
        ("# Notes B2", "", "Ask Finance"),
        ("Sums A1", "", "12 + 30"),
        ("Risks AZ4", "", "# Seen"),
        ("Risks AZ9", "", "yes"),
        ("SWOT J8", "", "an aside"),
    }
    assert expected <= set(kept(content))
    assert any(row[:2] == ("Actions B6", "Comment") and "Is this right?" in row[2] for row in kept(content))
    assert set(kept(anew(content))) == set(kept(content)), "as they are, however often"


def test_a_year_that_a_sheet_has_no_column_for_any_more_becomes_a_private_column() -> None:
    content = filled(indicators=[{"ref": "I1", "name": "Swings", "targets": {"2027/28": "12", "2028/29": "14"}}])
    from svcdocs.model.assignments import assignments_of
    from svcdocs.workbook.layout import layout_of

    about = {"council": "Saltmarsh Borough Council", "first_year": "2028/29", "years": "2", "version": "Draft 1"}
    later = framework(about=about)
    whose = next(one for one in assignments_of(later) if one.contributor == "Parks")
    layout, reading = layout_of(later, whose), said_in(content)
    made = workbook_of(share_in(reading), layout, reading.identity, Leftovers())
    assert column(made, "Indicators", "# Target 2027/28")[:1] == ["12"]
    assert column(made, "Indicators", "Target 2028/29")[:1] == ["14"]


def test_leftovers_of_several_copies_are_told_once() -> None:
    one, other = left(changed(private_column)), Leftovers(rest=(("Sums A1", "", "12"), ("Sums A1", "", "12")))
    assert together(one, other, other).rest == (("Sums A1", "", "12"),)
    assert without_column({}, None).rest == ()  # type: ignore[arg-type]
