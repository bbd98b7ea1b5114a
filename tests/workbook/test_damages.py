"""The law of damaged returns: what is read after a damage is what was read before, but for what it took away."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcdocs.excel.cells import CellBook
from svcdocs.excel.reading import read_book
from svcdocs.model.findings import Finding
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL
from tests.workbook.damages import DAMAGES, FILLED, Damage
from tests.workbook.editing import Desk

LAYOUT = layout_of(COUNCIL, whole_service(COUNCIL, "Housing"))


@cache
def issued() -> CellBook:
    """The workbook as it lay on the team's desk, filled in and not damaged yet."""
    return read_book(write_workbook(LAYOUT, [FILLED]))


def after(*damages: Damage) -> tuple[ServicePlan, tuple[Finding, ...]]:
    """What is read once these have been done one after another."""
    desk = Desk(issued())
    for damage in damages:
        damage.do(desk)
    reading = read_workbook(desk.book, "team.xlsx", LAYOUT)
    return assemble("Housing", [reading]), reading.findings


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.where.cell if finding.where else "") for finding in findings]


def assert_said(plan: ServicePlan, expected: ServicePlan) -> None:
    for part in ServicePlan.model_fields:
        assert getattr(plan, part) == getattr(expected, part), part


def test_the_workbook_of_these_tests_is_read_back_and_nothing_is_told_of_it() -> None:
    plan, findings = after()
    assert_said(plan, FILLED)
    assert findings == ()


def test_there_are_sixty_damages_each_with_its_own_name() -> None:
    names = Counter(damage.name for damage in DAMAGES)
    assert max(names.values()) == 1
    assert len(names) >= 60


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_damage_takes_nothing_but_its_own_and_is_told_as_it_should_be(damage: Damage) -> None:
    plan, findings = after(damage)
    assert_said(plan, damage.leaves(FILLED))
    assert told(findings) == list(damage.told)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(DAMAGES), min_size=2, max_size=6, unique_by=lambda damage: damage.sheet))
def test_several_damages_at_once_take_no_more_than_each_of_them(damages: list[Damage]) -> None:
    plan, findings = after(*damages)
    expected = FILLED
    for damage in damages:
        expected = damage.leaves(expected)
    assert_said(plan, expected)
    assert Counter(code for code, _ in told(findings)) == Counter(code for each in damages for code, _ in each.told)
