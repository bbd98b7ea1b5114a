from __future__ import annotations

from svcdocs.model.base import Origin
from svcdocs.model.fingerprint import fingerprint_of
from svcdocs.model.service_plan import ServicePlan
from tests.cycles import plan


def test_plans_that_say_the_same_have_one_fingerprint_wherever_they_were_read() -> None:
    read = ServicePlan.model_validate_json(plan().model_dump_json())
    read.actions[0].at(Origin("workbooks/parks.xlsx", "Actions", 5))
    assert fingerprint_of(read) == fingerprint_of(plan())


def test_a_plan_that_says_something_else_has_another() -> None:
    assert fingerprint_of(plan(actions=[])) != fingerprint_of(plan())
