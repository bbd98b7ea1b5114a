from __future__ import annotations

import re

import pytest

from svcdocs.model.base import Record
from svcdocs.model.words import DEFAULT
from svcdocs.workbook.choices import families_of
from svcdocs.workbook.declaration import ROUTE, Ask, Book, Routed, Sheet, columns_of, field_of
from svcdocs.workbook.finance_book import FINANCE_BOOK
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.reference import reference
from svcdocs.workbook.service_book import MONEY, SERVICE_BOOK
from svcdocs.workbook.where import FINANCE, FRAMEWORK, SERVICE
from tests.plans import COUNCIL

BOOKS = (SERVICE_BOOK, FINANCE_BOOK, FRAMEWORK_BOOK)


def part(text: str, sheet: Sheet) -> str:
    """The part of a reference that is about one sheet."""
    found = re.search(rf"^## {re.escape(sheet.name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, sheet.name
    return found[1]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.kind)
def test_every_column_of_every_sheet_stands_in_it_once_with_its_help(book: Book) -> None:
    text = reference(book, COUNCIL)
    for sheet in book.sheets:
        rows = [line for line in part(text, sheet).split("\n") if line.startswith("| ")][1:]
        asks: list[tuple[type[Record], Ask]] = [(sheet.record, ask) for ask in sheet.columns]
        if book is FINANCE_BOOK and sheet is MONEY:
            asks.insert(0, (Routed, ROUTE))
        for (record, ask), row in zip(asks, rows, strict=True):
            info = field_of(record, ask.field)
            title = (info.title or "").replace("{}", f"({ask.family})")
            assert row.startswith(f"| {title} | {info.description}"), ask.field


def test_answers_are_listed_and_told_from_suggestions() -> None:
    text = reference(SERVICE_BOOK, COUNCIL)
    assert "| Before, After (no others) |" in text
    assert "| High, Low, Within a range (or your own words) |" in text


def test_families_name_the_columns_they_stand_for() -> None:
    assert "One column each: 2027/28, 2028/29." in reference(SERVICE_BOOK, COUNCIL)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.kind)
def test_every_table_has_as_many_cells_in_each_row(book: Book) -> None:
    for block in re.findall(r"(?:^\|.*\n)+", reference(book, COUNCIL), re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().split("\n")}
        assert len(widths) == 1, block


@pytest.mark.parametrize(
    ("book", "where"), [(SERVICE_BOOK, SERVICE), (FINANCE_BOOK, FINANCE), (FRAMEWORK_BOOK, FRAMEWORK)]
)
def test_where_things_go_names_only_sheets_and_columns_that_are_there(
    book: Book, where: tuple[tuple[str, str], ...]
) -> None:
    families = families_of(COUNCIL)
    there = {column.title for sheet in book.sheets for column in columns_of(sheet, families)}
    there |= {sheet.name for sheet in book.sheets}
    named = [name for _, place in where for name in re.findall(r"\*([^*]+)\*", place)]
    assert len(named) > 12
    assert set(named) <= there


def test_it_says_truly_what_a_blank_prints() -> None:
    """The words are those the documents print: Not given, a dash, Not set."""
    for book in BOOKS:
        text = " ".join(reference(book, COUNCIL).split())
        assert "stays blank" not in text
        for word in (DEFAULT.not_given, DEFAULT.dash, DEFAULT.not_set):
            assert f"“{word}”" in text


@pytest.mark.parametrize(
    "said",
    [
        "Tables on landscape pages follow the narrative",
        "main sections are numbered, parts are not",
        "without a section for it, at the end",
        "a row with Bids under *Section*",
        "actions heading over their steps",
    ],
)
def test_the_framework_says_how_sections_are_printed(said: str) -> None:
    assert said in reference(FRAMEWORK_BOOK, COUNCIL)


@pytest.mark.parametrize(
    "said",
    ["such as `□`", "it is printed as typed", "Any other year may have a column of its own", "`Why this is right`"],
)
def test_the_service_says_what_strangers_asked(said: str) -> None:
    assert said in reference(SERVICE_BOOK, COUNCIL)
