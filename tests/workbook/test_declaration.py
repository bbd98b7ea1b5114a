from __future__ import annotations

import pytest

from svcdocs.model.service_plan import Action, Indicator
from svcdocs.model.text import Text
from svcdocs.workbook.choices import families_of, lists_for
from svcdocs.workbook.declaration import Sheet, columns_of, field_of
from svcdocs.workbook.finance_book import FINANCE_SHEETS
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.service_book import DECLARATION, INDICATORS, SERVICE_BOOK
from tests.plans import COUNCIL

SHEETS = (*SERVICE_BOOK.sheets, *FINANCE_SHEETS, *FRAMEWORK_BOOK.sheets)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.holds)
def test_every_field_of_a_record_has_a_column_and_every_column_a_field(sheet: Sheet) -> None:
    asked = {ask.field.split(".")[0] for ask in sheet.columns}
    # The heading of an entry in a list is the heading of its column.
    unasked = {"lists": {"heading"}}.get(sheet.shape, set()) | ({"contributor"} if sheet is DECLARATION else set())
    assert asked == set(sheet.record.model_fields) - unasked


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.holds)
def test_every_column_has_a_heading_and_a_line_of_help_that_ends_as_a_sentence(sheet: Sheet) -> None:
    for ask in sheet.columns:
        info = field_of(sheet.record, ask.field)
        assert info.title, ask.field
        assert info.description, ask.field
        assert info.description[-1] in ".…)", info.description


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.holds)
def test_every_list_and_family_named_is_there(sheet: Sheet) -> None:
    for ask in sheet.columns:
        assert not ask.choices or ask.choices in lists_for(COUNCIL), ask.choices
        assert not ask.family or ask.family in families_of(COUNCIL), ask.family


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.holds)
def test_an_example_of_a_strict_answer_is_one_of_the_answers(sheet: Sheet) -> None:
    for ask in sheet.columns:
        example = (field_of(sheet.record, ask.field).examples or [""])[0]
        assert not ask.strict or not example or example in lists_for(COUNCIL)[ask.choices]


def test_a_family_gives_a_column_for_each_member() -> None:
    titles = [column.title for column in columns_of(INDICATORS, families_of(COUNCIL)) if column.member]
    assert titles == ["Result 2024/25", "Result 2025/26", "Result 2026/27", "Target 2027/28", "Target 2028/29"]


def test_a_path_leads_into_the_parts_of_a_record() -> None:
    assert field_of(Action, "steps.text").title == "Step"
    assert field_of(Indicator, "name").annotation is Text


def test_a_sheet_is_found_by_what_it_holds() -> None:
    assert SERVICE_BOOK.sheet("indicators") is INDICATORS
    with pytest.raises(KeyError):
        SERVICE_BOOK.sheet("nothing")
