from __future__ import annotations

from svcdocs.model.addressed import OFFICER, by_contributor
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
