from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from svcdocs.excel.reading import read_book
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import read_framework, read_service_workbook
from svcdocs.workbook.writer import write_framework, write_service_workbook
from tests.plans import COUNCIL, everything, frameworks, plans

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
WHOSE = Identity(kind="service", service="Housing", contributor="Housing", cycle="Fenmoor 2027/28")


@SLOW
@given(plans())
def test_a_plan_written_into_a_workbook_is_read_back_equal_and_as_untouched(plan: ServicePlan) -> None:
    reading = read_service_workbook(read_book(write_service_workbook(plan, COUNCIL, WHOSE)), "h.xlsx", COUNCIL)
    assert assemble("Housing", [reading]) == plan
    assert reading.is_untouched


def test_every_awkward_value_in_every_column_is_read_back_equal() -> None:
    plan = everything()
    reading = read_service_workbook(read_book(write_service_workbook(plan, COUNCIL, WHOSE)), "h.xlsx", COUNCIL)
    for name in ServicePlan.model_fields:
        assert getattr(assemble("Housing", [reading]), name) == getattr(plan, name)


@SLOW
@given(frameworks())
def test_a_framework_written_into_a_workbook_is_read_back_equal(framework: Framework) -> None:
    content = write_framework(framework, Identity(kind="framework"))
    assert read_framework(read_book(content), "framework.xlsx")[0] == framework
