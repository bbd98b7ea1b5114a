from __future__ import annotations

from svcdocs.word.by_heading import by_heading
from tests.comparison.test_printed import ABOUT, MONEY, printed


def test_paragraphs_and_rows_stand_under_their_heading_and_the_foot_under_none() -> None:
    assert [
        (one.heading, one.lines) for one in by_heading(printed(("", ["Cover"]), ABOUT, ("-Parts", ["x"]), MONEY))
    ] == [
        ("", ("Draft 1", "Cover")),
        ("About us", ("We house people.", "We have 3 teams.")),
        ("About us: -Parts", ("x",)),
        ("Money", ("As at 12 February 2027.", "Employees\t100\t£1,200", "Vans\t20\t30")),
    ]
