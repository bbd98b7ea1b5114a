from __future__ import annotations

from svcdocs.workbook.also_called import COLUMNS, SHEETS
from svcdocs.workbook.declaration import columns_of
from svcdocs.workbook.headings import fold
from svcdocs.workbook.service_book import SERVICE_BOOK


def test_no_other_name_of_a_sheet_is_that_of_another() -> None:
    names = [fold(name) for sheet in SERVICE_BOOK.sheets for name in (sheet.name, *SHEETS.get(sheet.holds, ()))]
    assert len(names) == len(set(names))


def test_other_names_are_of_columns_that_there_are_and_none_is_the_heading_or_name_of_another_of_its_sheet() -> None:
    for holds, others in COLUMNS.items():
        columns = columns_of(SERVICE_BOOK.sheet(holds), {})
        assert others.keys() <= {column.ask.field for column in columns}
        titles = {fold(column.title) for column in columns}
        called = [fold(name) for names in others.values() for name in names]
        assert len(called) == len(set(called)), holds
        own = {fold(column.title) for column in columns if column.ask.field in others}
        assert not set(called) & (titles - own), holds
