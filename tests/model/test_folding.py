from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.folding import Elsewhere, cells_in_short, folded_findings


def told(
    cell: str, value: str = "x", hint: str = "Mend it.", field: str = "Finish by", file: str = "a.xlsx"
) -> Finding:
    message = f"There is no such date as '{value}'."
    where = CellRef(file, "Actions", cell) if cell else None
    return Finding("date-impossible", Severity.ERROR, message, hint, where=where, field=field)


def test_cells_under_one_another_are_a_range_and_others_stand_alone() -> None:
    assert cells_in_short(["F7", "F6", "H3", "F8", "F12", "A1", "H3"]) == "F6:F8, F12, H3, A1"
    assert cells_in_short([]) == ""


def test_a_finding_that_comes_again_shows_its_cells_and_what_differs_there() -> None:
    ones = [told("F6", "31st June"), told("F7", "30 Feb"), told("F8", "30 Feb"), told("F12", "31st June")]
    (fold,) = folded_findings(ones)
    assert fold.first is ones[0]
    assert fold.cells == "F6:F8, F12"
    assert fold.elsewhere == (Elsewhere("F7:F8", "'30 Feb'"), Elsewhere("F12"))
    assert [str(one) for one in fold.elsewhere] == ["F7:F8: '30 Feb'", "F12"]


def test_where_more_than_a_value_differs_the_whole_sentence_is_shown() -> None:
    other = Finding(
        "date-impossible",
        Severity.ERROR,
        "Quite another.",
        "Mend it.",
        where=CellRef("a.xlsx", "Actions", "F9"),
        field="Finish by",
    )
    (fold,) = folded_findings([told("F6"), told("F7", "y"), other])
    assert fold.elsewhere[-1] == Elsewhere("F9", "Quite another.")


def test_a_cell_that_has_the_same_several_times_is_named_once_with_how_often() -> None:
    (fold,) = folded_findings([told(cell) for cell in ("C20", "C21", "C21", "C25", "C26")])
    assert list(map(str, fold.elsewhere)) == ["C21 (twice), C25:C26"]
    (fold,) = folded_findings([told(cell) for cell in ("C21", "C21", "C25", "C25", "C25")])
    assert list(map(str, fold.elsewhere)) == ["C21 again, C25 (3 times)"]


def test_several_values_of_one_cell_stand_together_behind_it() -> None:
    ones = [told("C21", value) for value in ("31 June", "30 Feb", "32 May", "31 June")] + [told("C25", "30 Feb")]
    (fold,) = folded_findings(ones)
    assert list(map(str, fold.elsewhere)) == ["C21, C25: '30 Feb'", "C21: '32 May'", "C21 again"]
    (fold,) = folded_findings([told("C21", value) for value in ("SIRO", "IAO", "CGG")])
    assert list(map(str, fold.elsewhere)) == ["C21: 'IAO', 'CGG'"]


def test_few_that_differ_are_told_one_by_one_and_few_that_are_the_same_together() -> None:
    assert [fold.cells for fold in folded_findings([told("F6", "a"), told("F9", "b")])] == ["F6", "F9"]
    assert [fold.cells for fold in folded_findings([told("F6", "a"), told("F9", "a")])] == ["F6, F9"]


def test_another_remedy_column_or_file_is_another_matter() -> None:
    ones = [told("F6"), told("F7", hint="Else."), told("G6", field="Step by"), told("F6", file="b.xlsx"), told("")]
    assert len(folded_findings([*ones, told("")], least=2)) == 6


def test_a_fold_stands_where_its_first_finding_stood() -> None:
    first, second = told("F6", hint="A"), told("G6", hint="B")
    folds = folded_findings([first, second, told("F7", hint="A"), told("F8", hint="A")])
    assert [fold.first for fold in folds] == [first, second]


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 9), st.sampled_from("xyz"), st.sampled_from("hi"))))
def test_no_finding_is_lost_or_told_twice_by_folding(drawn: list[tuple[str, int, str, str]]) -> None:
    ones = [told(f"{column}{row}", value, hint) for column, row, value, hint in drawn]
    folds = folded_findings(ones)
    assert sorted(map(id, ones)) == sorted(id(one) for fold in folds for one in fold.findings)
