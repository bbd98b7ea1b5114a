"""The law of the workbooks: what is written is read back equal, in any layout and in any council's words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcdocs.excel.cells import CellBook
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import PARTS, Assignment, assignments_of, contributors_to
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble, finance_of, share_of
from svcdocs.workbook.identity import LAYOUT, Identity
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import Reading, read_framework, read_workbook
from svcdocs.workbook.writer import write_framework, write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL, MANY_HANDS, everything, finances, frameworks, in_own_words, plans

SLOW = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
WHOLE = whole_service(COUNCIL, "Housing")
SERVICES = st.sampled_from(MANY_HANDS.service_names)
OURS, THEIRS = layout_of(COUNCIL, WHOLE), layout_of(in_own_words(COUNCIL), WHOLE)


def read_back(plan: ServicePlan, written: Layout, read: Layout) -> Reading:
    return read_workbook(read_book(write_workbook(written, [plan])), "h.xlsx", read)


@SLOW
@given(plans())
def test_a_plan_written_into_a_workbook_is_read_back_equal_and_as_untouched(plan: ServicePlan) -> None:
    reading = read_back(plan, OURS, OURS)
    assert assemble("Housing", [reading]) == plan
    assert reading.is_untouched


def test_every_awkward_value_in_every_column_is_read_back_equal() -> None:
    plan = everything()
    reading = read_back(plan, OURS, OURS)
    for name in ServicePlan.model_fields:
        assert getattr(assemble("Housing", [reading]), name) == getattr(plan, name)


@SLOW
@given(plans())
def test_a_council_with_its_own_word_for_everything_reads_back_what_it_wrote(plan: ServicePlan) -> None:
    reading = read_back(plan, THEIRS, THEIRS)
    assert assemble("Housing", [reading]) == plan
    assert reading.is_untouched


@pytest.mark.parametrize(("written", "read"), [(OURS, THEIRS)])
def test_a_workbook_in_our_words_reads_the_same_in_a_council_with_its_own(written: Layout, read: Layout) -> None:
    plan = everything()
    reading = read_back(plan, written, read)
    for name in ServicePlan.model_fields:
        assert getattr(assemble("Housing", [reading]), name) == getattr(plan, name)
    assert reading.is_untouched


@SLOW
@given(st.data())
def test_each_contributors_share_is_read_back_equal(data: st.DataObject) -> None:
    drawn = {name: data.draw(plans(MANY_HANDS, name, most=2), name) for name in MANY_HANDS.service_names}
    whose = data.draw(st.sampled_from(assignments_of(MANY_HANDS)))
    finance = data.draw(finances(MANY_HANDS, most=2)) if "money" in whose.parts and whose.central else Finance()
    shares = [share_of(drawn[name], whose, MANY_HANDS) for name in whose.services]
    layout = layout_of(MANY_HANDS, whose)
    reading = read_workbook(read_book(write_workbook(layout, shares, finance=finance)), "s.xlsx", layout)
    for share in shares:
        for part in PARTS.values():
            assert getattr(assemble(share.service, [reading]), part) == getattr(share, part), part
    assert finance_of([reading]) == finance
    assert reading.is_untouched


@SLOW
@given(st.data())
def test_the_shares_of_all_contributors_lose_nothing_and_double_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans(MANY_HANDS, data.draw(SERVICES)))
    shares = [share_of(plan, whose, MANY_HANDS) for whose in contributors_to(MANY_HANDS, plan.service)]
    for name in ("declarations", *PARTS.values()):
        together = [record for share in shares for record in getattr(share, name)]
        whole = list(getattr(plan, name))
        assert len(together) == len(whole), name
        assert all(any(record is one for one in whole) for record in together), name


@SLOW
@given(frameworks())
def test_a_framework_written_into_a_workbook_is_read_back_equal(framework: Framework) -> None:
    content = write_framework(framework, Identity(kind="framework"))
    assert read_framework(read_book(content), "framework.xlsx")[0] == framework


def test_every_word_of_a_framework_in_another_language_is_read_back() -> None:
    words = [{"term": "aim", "others": {"cy": "nod", "fr": "but"}, "others_plural": {"cy": "nodau"}}]
    framework = Framework.model_validate({"about": {"other_languages": "cy\nfr"}, "words": words})
    assert read_framework(read_book(write_framework(framework, Identity())), "f.xlsx") == (framework, ())


def blank(whose: Assignment, framework: Framework = MANY_HANDS) -> CellBook:
    return read_book(write_workbook(layout_of(framework, whose)))


@pytest.mark.parametrize("council", [MANY_HANDS, in_own_words(MANY_HANDS)], ids=["our words", "own words"])
@pytest.mark.parametrize("number", range(len(assignments_of(MANY_HANDS))))
def test_a_blank_workbook_says_nothing_and_is_told_nothing(number: int, council: Framework) -> None:
    whose = assignments_of(council)[number]
    reading = read_workbook(blank(whose, council), "b.xlsx", layout_of(council, whose))
    assert reading.findings == ()
    assert not any(records for plan in reading.plans.values() for records in plan.values())
    assert reading.is_untouched
    assert (reading.identity.contributor, reading.identity.layout) == (whose.contributor, LAYOUT)


def test_a_row_of_a_team_that_says_no_more_than_whose_it_is_is_read_back() -> None:
    whose = Assignment("Housing – Repairs", ("Housing",), ("partners",), team="Repairs")
    layout = layout_of(MANY_HANDS, whose)
    share = ServicePlan.model_validate({"service": "Housing", "partners": [{"team": "Repairs"}]})
    reading = read_workbook(read_book(write_workbook(layout, [share])), "s.xlsx", layout)
    assert assemble("Housing", [reading]).partners == share.partners
