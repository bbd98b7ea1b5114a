from __future__ import annotations

from svcdocs.corporate.leads import leads_of
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small


def test_everybody_who_leads_stands_once_however_written_sorted_by_name() -> None:
    index = [(lead.name, [(led.action.ref.text, led.also) for led in lead.actions]) for lead in leads_of(small.cycle())]
    assert index == [
        ("Jo Lane", [("A1", True), ("H1.2", False)]),
        ("Sweeping Supervisor", [("S1.1", False), ("S1.3", False)]),
        ("Tom Fell, Homes Manager", [("A1", False), ("H1.1", False), ("H1.2", False)]),
        ("", [("H2.1", False), ("H2.2", False), ("S1.2", False)]),
    ]


def test_every_action_of_every_service_is_in_the_index() -> None:
    cycle = small.cycle()
    indexed = {id(led.action) for lead in leads_of(cycle) for led in lead.actions}
    assert all(id(action) in indexed for plan in cycle.plans for action in plan.all_actions)


def test_a_spelling_that_fits_two_people_of_one_service_stands_as_written() -> None:
    framework = small.cycle().framework
    twin = framework.people[0].model_copy(update={"name": "Ida Fell"})
    cycle = small.cycle(small.HOMES)
    wider = type(cycle)(framework.model_copy(update={"people": (*framework.people, twin)}), cycle.plans)
    assert "HM" in [lead.name for lead in leads_of(wider)]


def test_somebody_who_works_in_a_service_does_so_by_any_of_its_names() -> None:
    people = [
        {"name": "Tom Fell", "abbreviation": "HM", "service": "Housing"},
        {"name": "Ida Fell", "abbreviation": "HM", "service": "Streets"},
    ]
    services = [{"service": "Homes", "also_called": "Housing"}, {"service": "Streets"}]
    framework = Framework.model_validate({"people": people, "services": services})
    plan = ServicePlan.model_validate({"service": "Homes", "actions": [{"lead": "HM"}]})
    assert [lead.name for lead in leads_of(link(framework, [plan]))] == ["Tom Fell"]
