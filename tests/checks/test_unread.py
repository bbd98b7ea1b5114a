"""A damage is told where it is, and nothing that refers to it is told to be wrong: from the cells to the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from svcdocs.checks.run import checked
from svcdocs.excel.cells import Cell
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.gaps import Gap
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL as STARTED
from tests.workbook.damages import FILLED
from tests.workbook.editing import Desk

COUNCIL = Framework.model_validate(
    STARTED.model_dump()
    | {"people": [{"name": "Tom Fell", "post": "Housing Options Manager"}, {"name": "Joan Ashdown", "post": "Manager"}]}
)
FINAL = Framework.model_validate(COUNCIL.model_dump() | {"about": COUNCIL.about.model_dump() | {"stage": "Final"}})
ISSUED = read_book(write_workbook(layout_of(COUNCIL, whole_service(COUNCIL, "Housing")), [FILLED]))


def said(
    damage: Callable[[Desk], None], council: Framework = COUNCIL, missing: Iterable[Assignment] = ()
) -> list[Finding]:
    """The findings of a workbook beyond those of one without damage: of reading first, then of the rules."""

    def all_of(desk: Desk) -> list[Finding]:
        reading = read_workbook(desk.book, "team.xlsx", layout_of(council, whole_service(council, "Housing")))
        cycle = link(council, [assemble("Housing", [reading])], missing=missing, gaps=reading.gaps)
        return [*reading.findings, *checked(cycle).findings]

    damaged = Desk(ISSUED)
    before = {(each.code, each.message) for each in all_of(damaged)}
    damage(damaged)
    return [each for each in all_of(damaged) if (each.code, each.message) not in before]


def codes(findings: Iterable[Finding]) -> dict[str, int]:
    return dict(Counter(finding.code for finding in findings))


@pytest.mark.parametrize("heading", ["Lead", "How we will know", "Finish by", "For"])
def test_a_deleted_column_is_told_once_and_blocks_the_final_plan(heading: str) -> None:
    for council in (COUNCIL, FINAL):
        (finding,) = said(lambda desk: desk.delete_column("Actions", heading), council)
        assert finding.code == "column-missing"
        assert finding.blocks == council.is_final


def test_all_years_deleted_are_told_once_a_year_and_not_once_a_row() -> None:
    def delete(desk: Desk) -> None:
        desk.delete_column("Indicators", "Target 2027/28")
        desk.delete_column("Indicators", "Target 2028/29")

    assert codes(said(delete)) == {"column-missing": 2}


def test_a_deleted_sheet_of_objectives_makes_one_finding_of_all_that_refers_to_it() -> None:
    findings = said(lambda desk: desk.delete("Objectives"))
    assert codes(findings) == {"sheet-missing": 1, "ref-unknown": 1}
    assert findings[-1].message == (
        "'HC1' and 'HC2' cannot be looked up, since the sheet on which they belong could not be read."
    )
    assert findings[-1].blocks


def test_deleted_actions_do_not_make_objectives_look_empty() -> None:
    assert codes(said(lambda desk: desk.delete("Actions"))) == {"sheet-missing": 1}


def test_references_into_a_workbook_that_has_not_come_back_are_not_told() -> None:
    head = Assignment("Head of Housing", ("Housing",), ("objectives",))
    findings = said(lambda desk: desk.put_rows("Objectives", {4: desk.rows("Objectives")[4]}), missing=[head])
    assert "ref-unknown" not in codes(findings)


@pytest.mark.parametrize("kind", ["error", "uncalculated"])
def test_a_broken_reference_is_told_and_what_names_it_is_not(kind: str) -> None:
    broken = Cell("#REF!", (), "error") if kind == "error" else Cell("", (), "uncalculated", formula="A5+1")
    findings = said(lambda desk: desk.set("Objectives", "A6", broken))
    assert list(codes(findings)) == ["cell-error" if kind == "error" else "formula-not-calculated"]


def test_a_reference_unlike_the_broken_one_is_still_told_to_lead_nowhere() -> None:
    def damage(desk: Desk) -> None:
        desk.set("Objectives", "A6", Cell("#REF!", (), "error"))
        desk.set("Actions", "C8", "77/X/9")

    assert codes(said(damage))["ref-unknown"] == 1


def test_a_reference_that_does_not_fit_in_at_the_broken_place_is_still_told() -> None:
    def damage(desk: Desk, serves: str) -> None:
        desk.set("Objectives", "A6", Cell("#REF!", (), "error"))  # HC1, above HC2
        desk.set("Actions", "C8", serves)

    assert codes(said(lambda desk: damage(desk, "HC9")))["ref-unknown"] == 1
    assert "ref-unknown" not in codes(said(lambda desk: damage(desk, "HC1")))


def test_a_broken_cell_keeps_the_rest_of_its_row_and_is_the_only_thing_told_of_it() -> None:
    for cell in ("C6", "F6", "G6", "I6"):
        findings = said(lambda desk, cell=cell: desk.set("Actions", cell, Cell("#N/A", (), "error")), FINAL)  # type: ignore[misc]
        assert codes(findings) == {"cell-error": 1}, cell


def test_a_deleted_sheet_of_text_is_one_finding_for_all_its_sections() -> None:
    council = FINAL
    findings = said(lambda desk: desk.delete("Text"), council)
    assert codes(findings)["sheet-missing"] == 1
    assert codes(findings)["section-empty"] == 1
    assert findings[-1].blocks or any(finding.blocks for finding in findings)


def test_texts_without_their_column_of_sections_are_told_once() -> None:
    assert codes(said(lambda desk: desk.delete_column("Text", "Section"))) == {"section-unknown": 1}


def test_a_gap_is_about_a_field_its_years_and_its_parts() -> None:
    gap = Gap("indicators", "targets 2027/28")
    assert gap.is_of("targets")
    assert gap.is_of("targets 2027/28")
    assert not gap.is_of("target")
    assert Gap("money", services=("Housing",)).concerns("Housing")
    assert not Gap("money", services=("Housing",)).concerns("Parks")
