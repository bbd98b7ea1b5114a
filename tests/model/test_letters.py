from __future__ import annotations

import pytest

from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.letters import matters_of


def test_ten_matters_are_told_and_the_others_counted_by_sheet() -> None:
    sheets = ["Actions"] * 11 + ["Risks"] * 3
    ones = [
        Finding(f"c{n}", Severity.ERROR, f"M{n}.", "Do.", where=CellRef("a.xlsx", sheet, f"A{n}"))
        for n, sheet in enumerate(sheets)
    ]
    matters, rest = matters_of(ones, {CellRef("a.xlsx", "Actions", "A0"): "31st June"})
    assert [matter.message for matter in matters] == [f"M{n}." for n in range(10)]
    assert (matters[0].value, matters[1].value) == ("31st June", None)
    assert rest == (("Actions", 1), ("Risks", 3))


@pytest.mark.parametrize(("found", "told"), [(10, 10), (11, 11), (13, 13), (14, 10)])
def test_where_no_more_than_three_would_be_left_over_they_are_told_too(found: int, told: int) -> None:
    where = CellRef("a.xlsx", "Actions", "A6")
    matters, rest = matters_of([Finding(f"c{n}", Severity.ERROR, "M.", "Do.", where=where) for n in range(found)], {})
    assert (len(matters), sum(count for _, count in rest)) == (told, found - told)


def test_what_comes_again_in_many_cells_is_one_matter() -> None:
    ones = [
        Finding("c", Severity.ERROR, f"No '{n}'.", "Do.", where=CellRef("a.xlsx", "Actions", f"A{n}"))
        for n in range(6, 30)
    ]
    (matter,), rest = matters_of(ones, {})
    assert (matter.first, matter.cells, matter.count, rest) == ("A6", "A6:A29", 24, ())


def test_where_nothing_is_asked_more_is_told_since_no_letter_follows() -> None:
    def told(severity: Severity) -> int:
        first = Finding("c", severity, "First.", "Do.", where=CellRef("a.xlsx", "Text", "C1"))
        notes = [
            Finding(f"c{n}", Severity.NOTE, f"M{n}.", "Do.", where=CellRef("a.xlsx", "Text", f"C{n}"))
            for n in range(2, 42)
        ]
        return len(matters_of([first, *notes], {})[0])

    assert (told(Severity.WARNING), told(Severity.NOTE)) == (10, 30)
