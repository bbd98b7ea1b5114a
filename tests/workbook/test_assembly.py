from __future__ import annotations

from svcdocs.model.assignments import Assignment, contributors_to
from svcdocs.model.finance import ControlTotal, Finance, StatedColumn, Statement
from svcdocs.model.service_plan import Action, Declaration, MoneyLine, Passage, Post, Risk, ServicePlan
from svcdocs.workbook.assembly import assemble, finance_of, share_of
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import Reading
from tests.plans import MANY_HANDS


def reading(file: str, *causes: str, central: bool = False, finance: Finance | None = None) -> Reading:
    whose = Assignment(file, ("Housing",), (), central=central)
    plans = {"Housing": {"risks": tuple(Risk(cause=cause) for cause in causes)}}
    return Reading(file, Identity(), whose, plans, Declaration(contributor=file), finance)


def test_lists_go_one_after_another_and_each_workbook_declares_for_itself() -> None:
    plan = assemble("Housing", [reading("a", "Flood"), reading("b", "Fire", "Theft")])
    assert [risk.cause.plain for risk in plan.risks] == ["Flood", "Fire", "Theft"]
    assert [row.contributor for row in plan.declarations] == ["a", "b"]


def test_a_central_workbook_that_gives_a_plan_nothing_declares_nothing_of_it() -> None:
    plan = assemble("Housing", [reading("a"), reading("b", central=True), reading("c", "Fire", central=True)])
    assert [row.contributor for row in plan.declarations] == ["a", "c"]


def test_a_plan_without_workbooks_is_blank_and_equal_to_one_made_by_hand() -> None:
    assert assemble("Housing", []) == ServicePlan(service="Housing")


def test_the_first_finance_workbook_states_and_all_give_columns_and_totals() -> None:
    one = Finance(contributor="Finance", statement=Statement(unit="£"), columns=(StatedColumn(heading="a"),))
    two = Finance(contributor="Pensions", statement=Statement(unit="£000"), totals=(ControlTotal(kind="Spend"),))
    both = finance_of([reading("a"), reading("b", finance=one), reading("c", finance=two)])
    assert (both.contributor, both.statement.unit) == ("Finance", "£")
    assert (len(both.columns), len(both.totals)) == (1, 1)
    assert finance_of([reading("a")]) == Finance()


def homes(plan: ServicePlan) -> dict[str, list[str]]:
    """The fields of a plan by the contributor into whose workbook their records go."""
    whose = contributors_to(MANY_HANDS, plan.service)
    shares = {one.contributor: share_of(plan, one, MANY_HANDS) for one in whose}
    return {
        name: [part for part in ServicePlan.model_fields if part != "service" and getattr(share, part)]
        for name, share in shares.items()
    }


def test_what_is_a_teams_goes_to_the_team_and_what_is_nobodys_to_the_lead() -> None:
    for team, home in (("Repairs", "Housing – Repairs"), ("rough sleeping", "Housing – Homelessness")):
        assert homes(ServicePlan(service="Housing", actions=(Action(team=team),)))[home] == ["actions"]
    for team in ("", "Sweeping"):
        assert homes(ServicePlan(service="Housing", actions=(Action(team=team),)))["Housing"] == ["actions"]


def test_what_a_central_contributor_was_asked_for_goes_there() -> None:
    plan = ServicePlan(
        service="Housing",
        money=(MoneyLine(heading="Pay"),),
        posts=(Post(title="Fitter"),),
        passages=(Passage(section="Workforce", text="Few"), Passage(section="nowhere", text="Lost")),
    )
    found = {name: parts for name, parts in homes(plan).items() if parts}
    assert found == {"Housing": ["passages"], "Finance": ["money"], "HR": ["passages", "posts"]}


def test_a_part_that_only_teams_were_asked_for_goes_to_the_lead_where_it_is_no_teams() -> None:
    services = (*({"service": "Parks"}, {"service": "Parks", "team": "Mowing"}),)
    council = MANY_HANDS.model_validate(
        {"services": services, "contributors": [{"who": "Each team", "sheets": "Money"}, {"who": "Head of service"}]}
    )
    plan = ServicePlan(service="Parks", money=(MoneyLine(heading="Seed"), MoneyLine(heading="Pay", team="Mowing")))
    shares = [share_of(plan, one, council) for one in contributors_to(council, "Parks")]
    assert [[row.heading for row in share.money] for share in shares] == [["Seed"], ["Pay"]]


def test_a_declaration_goes_to_whoever_made_it_and_that_of_nobody_here_to_the_lead() -> None:
    made = tuple(Declaration(contributor=name, ready="Yes") for name in ("housing – repairs", "Somebody else"))
    found = homes(ServicePlan(service="Housing", declarations=made))
    assert {name for name, parts in found.items() if parts} == {"Housing", "Housing – Repairs"}
