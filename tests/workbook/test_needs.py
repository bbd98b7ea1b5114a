from __future__ import annotations

from typing import Any

import pytest

from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import HEADING_ROW, HELP_ROW
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.headings import NEEDS
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL


def needs(sheet: str, **records: Any) -> list[str]:
    """What the column Needs says of each row of a sheet that says anything."""
    plan = ServicePlan.model_validate({"service": "Housing"} | records)
    framework = COUNCIL.model_copy(update={"sections": ()})
    layout = layout_of(framework, whole_service(framework, "Housing"))
    tab = read_book(write_workbook(layout, [plan])).sheet(sheet)
    assert tab is not None
    column = next(place for place, cell in tab.rows[HEADING_ROW].items() if cell.text == NEEDS)
    return [
        cell.text if (cell := row.get(column)) is not None else ""
        for number, row in tab.rows.items()
        if number > HELP_ROW and len(row) > (column in row)
    ]


def test_a_row_that_has_begun_says_in_words_what_it_lacks() -> None:
    assert needs("Indicators", indicators=[{"ref": "N1", "name": "Calls", "unit": "Number"}]) == [
        "Is high or low good? What is the target? Who answers for it?"
    ]


def test_one_year_of_a_target_is_enough() -> None:
    row = {"ref": "N1", "name": "Calls", "unit": "Number", "good_is": "Low", "targets": {"2028/29": "4"}, "lead": "HOM"}
    assert needs("Indicators", indicators=[row]) == [""]


def test_a_row_that_goes_on_with_an_action_lacks_nothing() -> None:
    action = {"ref": "A1", "title": "Open", "steps": [{"text": "Plan"}, {"text": "Build"}]}
    first, second = needs("Actions", actions=[action])
    assert first.startswith("What is it for? By when? Who leads?")
    assert second == ""


@pytest.mark.parametrize("instead", [{"owed_by": "Finance"}, {"owed_on": "May 2027"}, {"picture": "chart.png"}])
def test_a_promise_or_a_picture_does_instead_of_words(instead: dict[str, str]) -> None:
    assert needs("Text", passages=[{"section": "Risks"} | instead]) == [""]
    assert needs("Text", passages=[{"section": "Risks", "team": "Repairs"}]) == ["What should stand here?"]
