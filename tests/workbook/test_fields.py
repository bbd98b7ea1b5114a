from __future__ import annotations

from svcdocs.excel.cells import Cell
from svcdocs.model.as_written import Owners, Ref, WrittenDate
from svcdocs.model.text import Run, Text, paragraph, parse
from svcdocs.workbook.fields import appended, content_of, value_of


def test_a_blank_cell_gives_the_blank_value_of_each_type() -> None:
    assert value_of(str, None) == ""
    assert value_of(Text, None) == Text()
    assert value_of(WrittenDate, None) == WrittenDate()


def test_what_is_unseen_around_a_value_goes_and_nothing_else_does() -> None:
    assert value_of(str, Cell(" \u200b\n a\u00a0 b \t\r\n")) == "a\u00a0 b"
    assert value_of(WrittenDate, Cell("\ufeff31 st  March 2028 ")) == WrittenDate(text="31 st  March 2028")


def test_bold_and_italic_of_a_whole_cell_and_of_its_parts_are_kept() -> None:
    assert value_of(Text, Cell("Now", bold=True)) == paragraph("Now", bold=True)
    runs = (Run(text="Now ", italic=True), Run(text="or never"))
    assert value_of(Text, Cell("Now or never", runs)) == parse(runs)


def test_only_marked_text_is_put_into_a_cell_as_runs() -> None:
    assert content_of(parse("a\n- b")) == "a\n• b"
    assert content_of(paragraph("Now", bold=True)) == (Run(text="Now", bold=True),)
    assert content_of(Owners(text="A/B")) == "A/B"


def test_a_value_that_goes_on_is_neither_lost_nor_doubled() -> None:
    assert appended("a", "a") == "a"
    assert appended("", "a") == "a"
    assert appended("a", "") == "a"
    assert appended("a", "b") == "a\nb"
    assert appended(Owners(text="a"), Owners(text="b")) == Owners(text="a\nb")
    assert appended(paragraph("a"), paragraph("b")) == parse("a\nb")


def test_dates_of_two_cells_are_two_values_and_references_may_be_one() -> None:
    dates = [value_of(WrittenDate, Cell("Q1 2027/28")) for _ in range(2)]
    assert dates[0] is not dates[1]
    assert value_of(Ref, Cell("A1")) == value_of(Ref, Cell(" A1 ")) == Ref(text="A1")
