from __future__ import annotations

from svcdocs.commands.rules import catalogue
from svcdocs.model import addressed
from svcdocs.model.addressed import OFFICER, by_contributor, most_pressing_first
from svcdocs.model.findings import Audience, CellRef, Finding, Severity


def told(file: str, severity: Severity = Severity.WARNING, audience: Audience = "team") -> Finding:
    return Finding("some-code", severity, "What.", "Do.", audience, where=CellRef(file) if file else None)


OWNERS = {"workbooks/housing.xlsx": "Housing", "workbooks/finance.xlsx": "Finance"}


def test_everybody_hears_of_their_own_workbook_the_worst_first() -> None:
    soft, hard = told("workbooks/housing.xlsx"), told("workbooks/housing.xlsx", Severity.ERROR)
    money = told("workbooks/finance.xlsx", audience="finance")
    assert by_contributor([soft, money, hard], OWNERS) == {"Housing": (hard, soft), "Finance": (money,)}


def test_the_officer_hears_of_the_framework_and_of_what_is_for_the_officer_wherever_it_lies() -> None:
    ones = [told("framework.xlsx"), told("workbooks/housing.xlsx", audience="officer"), told("")]
    assert by_contributor(ones, OWNERS) == {OFFICER: tuple(ones)}


def placed(code: str, sheet: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, "What.", "Do.", where=CellRef("a.xlsx", sheet, "A1"))


def test_what_was_not_read_comes_first_then_what_others_wait_for_then_the_sheets_in_order() -> None:
    late, early = placed("date-impossible", "Risks"), placed("date-impossible", "Actions")
    ref, lost, note = (
        placed("ref-unknown", "Text"),
        placed("file-health", ""),
        placed("ref-twice", "Actions", Severity.NOTE),
    )
    ordered = most_pressing_first([note, late, early, ref, lost], ["Actions", "Risks", "Text"])
    assert ordered == (lost, ref, early, late, note)


def test_what_is_equally_pressing_keeps_its_order() -> None:
    ones = [placed("b", "Actions"), placed("a", "Actions"), placed("c", "Unknown"), placed("a", "Other")]
    assert most_pressing_first(ones, ["Actions"]) == tuple(ones)


def test_what_moves_rows_comes_after_all_else_that_is_asked_on_its_sheet() -> None:
    moving = Finding(
        "steps-and-dates", Severity.WARNING, "What.", "Do.", where=CellRef("a.xlsx", "Actions", "E3"), moves_rows=True
    )
    later, other = placed("a", "Actions", Severity.WARNING), placed("b", "Risks", Severity.WARNING)
    waited_for = placed("ref-twice", "Actions", Severity.WARNING)
    assert most_pressing_first([moving, later, other, waited_for], ["Actions", "Risks"]) == (
        waited_for,
        later,
        moving,
        other,
    )


def test_what_is_printed_wrong_comes_before_matters_of_form() -> None:
    form, wrong = placed("cells-merged", "Actions", Severity.NOTE), placed("text-cut-off", "Text", Severity.NOTE)
    assert most_pressing_first([form, wrong], ["Actions", "Text"]) == (wrong, form)


def test_what_is_shared_is_heard_by_whoever_wrote_it_and_by_the_officer() -> None:
    comment = Finding("comment", Severity.NOTE, "What.", "Do.", where=CellRef("workbooks/housing.xlsx"), shared=True)
    assert by_contributor([comment], OWNERS) == {"Housing": (comment,), OFFICER: (comment,)}


def test_every_code_that_comes_before_others_is_one_that_is_told() -> None:
    codes = {rule.code for family in catalogue() for rule in family.rules}
    assert {code for group in addressed._FIRST for code in group} <= codes
