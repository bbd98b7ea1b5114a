from __future__ import annotations

from dataclasses import replace

import pytest

from svcdocs.excel.cells import CellBook
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.recognising import Candidate, recognise, stated_identity
from svcdocs.workbook.writer import write_workbook
from tests.plans import MANY_HANDS, in_own_words
from tests.workbook.damages import FILLED

EVERYBODY = assignments_of(MANY_HANDS)


def returned(contributor: str, plan: ServicePlan | None = None, council: Framework = MANY_HANDS) -> CellBook:
    """A workbook of which a program has dropped the properties."""
    whose = next(one for one in assignments_of(council) if one.contributor == contributor)
    plans = [plan] if plan else []
    return replace(read_book(write_workbook(layout_of(council, whose), plans)), properties={}, core={})


def without_guide(book: CellBook) -> CellBook:
    return replace(book, sheets=tuple(tab for tab in book.sheets if tab.name != "Guide"))


def candidates(council: Framework = MANY_HANDS, **earlier: ServicePlan) -> list[Candidate]:
    return [
        Candidate(layout_of(council, one), (earlier[one.contributor],) if one.contributor in earlier else ())
        for one in assignments_of(council)
    ]


@pytest.mark.parametrize("council", [MANY_HANDS, in_own_words(MANY_HANDS)], ids=["our words", "own words"])
@pytest.mark.parametrize("contributor", [one.contributor for one in EVERYBODY])
def test_each_workbook_is_known_by_what_its_guide_says(contributor: str, council: Framework) -> None:
    best = recognise(returned(contributor, council=council), candidates(council))[0]
    assert best.assignment.contributor == contributor
    assert best.is_sure
    assert best.reasons[0] == "its guide says so"


def test_the_guide_says_for_whom_and_for_which_cycle_the_workbook_is() -> None:
    stated = stated_identity(returned("Housing – Repairs"))
    assert (stated.contributor, stated.cycle) == ("Housing – Repairs", "Fenmoor District Council 2027/28")


def test_a_workbook_whose_guide_names_another_cycle_is_nobodys() -> None:
    other = MANY_HANDS.model_copy(update={"about": MANY_HANDS.about.model_copy(update={"first_year": "2026/27"})})
    assert recognise(returned("Finance"), candidates(other)) == ()


def test_a_workbook_without_its_guide_is_known_by_the_records_of_its_last_version() -> None:
    book = without_guide(returned("Streets", FILLED.model_copy(update={"service": "Streets"})))
    other = ServicePlan.model_validate({"service": "Parks", "risks": [{"cause": "Trees fall in a storm in summer"}]})
    best, *rest = recognise(book, candidates(Streets=FILLED, Parks=other))
    assert (best.assignment.contributor, best.is_sure) == ("Streets", True)
    assert best.reasons[0].endswith("texts are those of its last version")
    assert all(one.assignment.contributor != "Parks" for one in rest)


def test_a_workbook_that_names_a_team_and_nothing_else_may_be_that_teams_and_is_not_sure() -> None:
    plan = ServicePlan.model_validate({"service": "Housing", "posts": [{"team": "Repairs", "title": "Fitter"}]})
    best = recognise(without_guide(returned("Housing", plan)), candidates())[0]
    assert (best.assignment.team, best.is_sure, best.reasons) == ("Repairs", False, ("it names Repairs",))


def test_a_workbook_that_says_nothing_is_nobodys() -> None:
    assert recognise(CellBook(), candidates()) == ()
