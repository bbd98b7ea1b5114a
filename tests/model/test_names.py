from __future__ import annotations

from svcdocs.model.names import all_folded, folded, lines_of


def test_capitals_and_blanks_make_no_other_name() -> None:
    assert folded("  A\u00a0 b ") == "a b"
    assert all_folded(["Housing", " housing", "", "  "]) == {"housing"}


def test_the_shape_of_quotation_marks_and_dashes_and_what_nobody_sees_make_no_other_name() -> None:
    assert folded("Children’s “play” – parks") == folded('Children\'s "play" - parks')
    assert folded("Hous\u00ading\u200b") == "housing"


def test_the_names_in_a_cell_stand_one_a_line_each_once() -> None:
    assert lines_of(" Tom Fell \n\nIda Fell\nTom Fell") == ("Tom Fell", "Ida Fell")
