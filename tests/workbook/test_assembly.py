from __future__ import annotations

from svcdocs.model.service_plan import Declaration, Risk, ServicePlan
from svcdocs.model.text import paragraph
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import Reading


def reading(file: str, cause: str, checked_by: str) -> Reading:
    records = {"declaration": (Declaration(checked_by=checked_by),), "risks": (Risk(cause=paragraph(cause)),)}
    return Reading(file, Identity(), records)


def test_lists_go_one_after_another_and_single_answers_come_from_the_first_workbook() -> None:
    plan = assemble("Housing", [reading("a.xlsx", "Flood", "Tom"), reading("b.xlsx", "Fire", "Joan")])
    assert [risk.cause.plain for risk in plan.risks] == ["Flood", "Fire"]
    assert plan.declaration.checked_by == "Tom"


def test_a_plan_without_workbooks_is_blank_and_equal_to_one_made_by_hand() -> None:
    assert assemble("Housing", []) == ServicePlan(service="Housing")
