from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document

from svcdocs.comparison.printed import changed_parts

Row = tuple[str, ...]
Part = tuple[str, Sequence[str | Row]]


def printed(*parts: Part, foot: str = "Draft 1") -> bytes:
    """A document with a heading for each part, paragraphs, and a table for its rows."""
    document = Document()
    document.sections[0].footer.paragraphs[0].text = foot
    for heading, lines in parts:
        if heading:
            document.add_heading(heading, level=1 if not heading.startswith("-") else 2)
        rows = [line for line in lines if isinstance(line, tuple)]
        for line in lines:
            if isinstance(line, str):
                document.add_paragraph(line)
        if rows:
            table = document.add_table(0, len(rows[0]))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


MONEY: Part = ("Money", ["As at 12 February 2027.", ("Employees", "100", "£1,200"), ("Vans", "20", "30")])
ABOUT: Part = ("About us", ["We house people.", "We have 3 teams."])


def told(before: bytes, after: bytes) -> list[str]:
    return [str(one) for one in changed_parts(before, after)]


def test_documents_that_say_the_same_differ_nowhere() -> None:
    assert told(printed(ABOUT, MONEY), printed(ABOUT, MONEY)) == []


def test_figures_and_dates_are_counted_under_their_heading_and_nowhere_else() -> None:
    new: Part = ("Money", ["As at 5 March 2027.", ("Employees", "90", "£1,300"), ("Vans", "20", "30")])
    assert told(printed(ABOUT, MONEY), printed(ABOUT, new)) == ["Money: 2 figures, 1 date"]


def test_lines_that_come_go_or_are_worded_otherwise_are_counted_as_lines() -> None:
    new: Part = ("About us", ["We house everybody.", "We have 4 teams.", "And more."])
    assert told(printed(ABOUT, MONEY), printed(new, MONEY)) == ["About us: 1 figure, 2 lines"]


def test_a_heading_that_is_new_or_gone_is_told_and_one_with_another_date_is_the_same() -> None:
    old: list[Part] = [("Finance", []), ("-As at 12 February 2027", [("Staff", "1")]), ("Old", ["x"])]
    new: list[Part] = [("Finance", []), ("-As at 5 March 2027", [("Staff", "2")]), ("New", ["x"])]
    assert told(printed(*old), printed(*new)) == [
        "Finance: -As at 5 March 2027: 1 figure, 1 date",
        "New: new",
        "Old: no longer there",
    ]


def test_another_order_and_the_foot_of_the_pages_are_told() -> None:
    swapped: Part = ("About us", ["We have 3 teams.", "We house people."])
    assert told(printed(ABOUT), printed(swapped, foot="Draft 2")) == [
        "Cover, head and foot of the pages: 1 figure",
        "About us: in another order",
    ]
