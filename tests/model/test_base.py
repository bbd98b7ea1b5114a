from __future__ import annotations

import pytest
from pydantic import ValidationError

from svcdocs.model.base import Origin
from svcdocs.model.findings import CellRef
from svcdocs.model.service_plan import Indicator, Risk

PLACE = Origin("a.xlsx", "Indicators", 7, {"ref": "A", "targets 2027/28": "F", "steps.text": "D", "lead": "H3"})


def test_an_origin_knows_the_cell_of_each_field() -> None:
    assert str(PLACE.cell("ref")) == "a.xlsx 'Indicators' A7"
    assert PLACE.cell("targets 2027/28").cell == "F7"


def test_a_field_that_stands_on_another_row_is_found_there() -> None:
    assert PLACE.cell("lead").cell == "H3"


@pytest.mark.parametrize(("name", "cell"), [("targets", "F7"), ("steps", "D7"), ("unit", "A7"), ("", "A7")])
def test_a_field_without_a_column_is_looked_for_where_it_belongs(name: str, cell: str) -> None:
    assert PLACE.cell(name).cell == cell


def test_an_origin_without_columns_is_the_first_cell_of_its_row() -> None:
    assert Origin("a.xlsx", "Risks", 9).cell("ref") == CellRef("a.xlsx", "Risks", "A9")


def test_an_origin_takes_no_part_in_equality_or_json() -> None:
    read, made = Risk(likelihood="3").at(Origin("a.xlsx", "Risks", 9)), Risk(likelihood="3")
    assert read == made
    assert read.model_dump_json() == made.model_dump_json()
    assert read.cell() is not None
    assert made.cell() is None


def test_records_of_two_kinds_are_never_equal() -> None:
    assert Risk() != Indicator()
    assert Risk(likelihood="3") != Risk(likelihood="4")


def test_a_record_knows_only_its_fields_and_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="likelyhood"):
        Risk.model_validate({"likelyhood": "3"})
    with pytest.raises(ValidationError, match="frozen"):
        Risk().likelihood = "3"  # type: ignore[misc]
