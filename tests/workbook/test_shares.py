"""What a contributor says, apart from its workbook, and back: nothing is lost on the way."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from svcdocs.comparison.shares import changes_in
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.model.finance import Finance
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.leftovers import Leftovers
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.shares import share_in, workbook_of
from svcdocs.workbook.writer import write_workbook
from tests import plans
from tests.cycles import MANY_HANDS, framework, plan, returned


@settings(max_examples=10, deadline=None)
@given(plans.plans())
def test_a_workbook_made_anew_says_the_same(whole: ServicePlan) -> None:
    layout = layout_of(plans.COUNCIL, assignments_of(plans.COUNCIL)[0])
    reading = read_workbook(read_book(write_workbook(layout, [whole], issued=())), "it", layout)
    share = share_in(reading)
    made = read_workbook(read_book(workbook_of(share, layout, reading.identity, Leftovers())), "it", layout)
    assert changes_in(share, share_in(made)) == ()
    assert made.identity == reading.identity


@pytest.mark.parametrize("service", ["Parks", "Homes"])
def test_a_workbook_about_several_services_keeps_what_it_says_of_each(service: str) -> None:
    council = framework(
        **MANY_HANDS | {"contributors": [{"who": "Finance", "services": "Parks", "sheets": "Money\nRisks"}]}
    )
    stated = Finance.model_validate({"contributor": "Finance", "statement": {"unit": "£000"}})
    given_of = plan("Parks", declarations=[], passages=[], objectives=[], actions=[], risks=[{"cause": "Late rain"}])
    book = load_workbook(BytesIO(returned(council, "Finance", given_of, finance=stated)))
    book["Risks"]["A6"] = service  # of Homes nobody has asked for anything
    content = BytesIO()
    book.save(content)
    whose = next(one for one in assignments_of(council) if one.contributor == "Finance")
    layout = layout_of(council, whose)
    reading = read_workbook(read_book(content.getvalue()), "it", layout)
    again = workbook_of(share_in(reading), layout, reading.identity, Leftovers())
    made = read_workbook(read_book(again), "it", layout)
    assert reading.plans[service]["risks"]
    assert (made.plans, made.finance) == (reading.plans, reading.finance)
