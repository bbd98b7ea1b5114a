"""What stays on one page with what stands behind it: leads of lists, and the rows at either end of a table."""

from __future__ import annotations

import re

import pytest

from svcdocs.word.kept import kept
from tests.word.building import contents, docx, p, part, row, table
from tests.word.contexts import Plan, render

HEAD = row("Name", "Note", header=True)
LOOPED = docx(table(HEAD, row("{%tr for n in names %}", ""), row("{{ n }}", "x"), row("{%tr endfor %}", "")))


def kept_rows(template: bytes, *names: str) -> str:
    """The first letters of the rows that are kept with the next."""
    rows = re.findall("<w:tr>.*?</w:tr>", part(render(template, Plan(names=names))))
    return "".join(re.sub("<[^>]*>", "", each)[:1] for each in rows if "<w:keepNext/>" in each)


@pytest.mark.parametrize(
    ("names", "expected"),
    [("", ""), ("a", ""), ("ab", "a"), ("abc", "ab"), ("abcd", "ac"), ("abcdefg", "af")],
)
def test_no_low_row_of_a_table_stands_alone_at_either_end(names: str, expected: str) -> None:
    assert kept_rows(LOOPED, *names) == expected


def test_a_high_row_may_stand_alone_and_so_may_what_stands_beside_it() -> None:
    high = "word " * 60
    assert kept_rows(LOOPED, "a", "b", "c", f"d {high}") == "a"
    assert kept_rows(LOOPED, f"a {high}", "b", "c", "d") == "c"
    assert kept_rows(LOOPED, "a", f"b {high}", "c", "d") == "c"


def test_a_table_whose_rows_stand_in_the_template_is_left_as_it_is() -> None:
    assert kept_rows(docx(table(HEAD, row("a", "x"), row("b", "x"), row("c", "x")))) == ""


def test_rows_around_another_table_are_left_as_they_are() -> None:
    cell = f"<w:tc><w:tcPr><w:tcW w:w='1200' w:type='dxa'/></w:tcPr>{table(row('in', ''))}<w:p/></w:tc>"
    outer = table(row("{%tr for n in names %}", ""), row("{{ n }}", cell), row("{%tr endfor %}", ""))
    assert kept_rows(docx(outer), "a", "b", "c") == ""


def test_contents_within_a_table_are_still_filled_in() -> None:
    cell = f"<w:tc><w:tcPr><w:tcW w:w='1200' w:type='dxa'/></w:tcPr>{contents()}</w:tc>"
    loop = (row("{%tr for n in names %}", ""), row("{{ n }}", "x"), row("{%tr endfor %}", ""))
    xml = part(render(docx(table(row(cell, ""), *loop), p("Found", style="Heading1")), Plan(names=("a", "b"))))
    in_table, below = xml.split("</w:tbl>")
    assert in_table.count(">Found<") == below.count(">Found<") == 1
    assert [in_table.count(f">{name}<") for name in "ab"] == [1, 1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<w:p><w:r/></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr><w:r/></w:p>"),
        ('<w:p w:x="1"><w:pPr><w:jc/></w:pPr></w:p>', '<w:p w:x="1"><w:pPr><w:keepNext/><w:jc/></w:pPr></w:p>'),
        (
            '<w:p><w:pPr><w:pStyle w:val="A"/><w:jc/></w:pPr></w:p>',
            '<w:p><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc/></w:pPr></w:p>',
        ),
        ("<w:p><w:pPr><w:keepNext/></w:pPr></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
        ("<w:p/><w:tcPr/>", "<w:p/><w:tcPr/>"),
        ("<w:p><w:pPr/></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
    ],
)
def test_a_paragraph_is_kept_with_the_next_once_where_word_wants_to_read_it(given: str, expected: str) -> None:
    assert kept(given) == expected
