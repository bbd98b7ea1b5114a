"""Workbooks of many hands: whose each is, how they make the plans, and what is told of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from svcdocs.commands.intake import Intake, read_cycle
from svcdocs.model.assignments import assignments_of
from svcdocs.model.finance import Finance
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.writer import write_workbook
from tests.cycles import MANY_HANDS, framework, no_progress, plan, returned, whole_service, workbook, write_returns

COUNCIL = framework(**MANY_HANDS)


def risks(service: str, *causes: str) -> ServicePlan:
    return ServicePlan.model_validate({"service": service, "risks": [{"cause": cause} for cause in causes]})


def money(service: str, *headings: str) -> ServicePlan:
    lines = [{"heading": heading, "kind": "Spend"} for heading in headings]
    return ServicePlan.model_validate({"service": service, "money": lines})


def read(folder: Path, returns: dict[str, bytes], council: Framework = COUNCIL) -> Intake:
    return read_cycle(write_returns(folder, council, returns), no_progress)


def told(intake: Intake, code: str) -> list[Finding]:
    return [finding for finding in intake.findings if finding.code == code]


def causes(intake: Intake, service: str = "Parks") -> list[str]:
    held = intake.cycle.plan(service)
    return [risk.cause.plain for risk in held.risks] if held else []


def test_a_plan_is_made_of_its_contributors_workbooks_in_the_frameworks_order(tmp_path: Path) -> None:
    statement = Finance.model_validate({"contributor": "Finance", "statement": {"unit": "£000"}})
    intake = read(
        tmp_path,
        {
            "a finance.xlsx": returned(
                COUNCIL, "Finance", money("Parks", "Seed"), money("Homes", "Bricks"), finance=statement
            ),
            "b play.xlsx": returned(COUNCIL, "Parks – Play", risks("Parks", "Rust")),
            "c trees.xlsx": returned(COUNCIL, "Parks – Trees", risks("Parks", "Storms")),
            "d parks.xlsx": returned(COUNCIL, "Parks", risks("Parks", "Drought")),
        },
    )
    assert causes(intake) == ["Drought", "Storms", "Rust"]
    parks = intake.cycle.plan("Parks")
    assert parks is not None
    assert [line.heading for line in parks.money] == ["Seed"]
    assert [row.contributor for row in parks.declarations] == ["Parks", "Parks – Trees", "Parks – Play", "Finance"]
    assert [risk.team for risk in parks.risks] == ["", "Trees", "Play"]
    assert intake.files["Parks"] == tuple(
        f"workbooks/{name}" for name in ("d parks.xlsx", "c trees.xlsx", "b play.xlsx", "a finance.xlsx")
    )
    assert (intake.cycle.finance.contributor, intake.cycle.money_unit) == ("Finance", "£000")
    assert [one.contributor for one in intake.cycle.missing] == ["Homes"]


def test_a_service_has_come_in_only_when_a_workbook_about_it_alone_has(tmp_path: Path) -> None:
    intake = read(tmp_path, {"finance.xlsx": returned(COUNCIL, "Finance", money("Parks", "Seed"))})
    assert intake.cycle.plans == ()
    assert intake.cycle.awaited == ("Parks", "Homes")
    intake = read(tmp_path, {"play.xlsx": returned(COUNCIL, "Parks – Play", risks("Parks", "Rust"))})
    assert [each.service for each in intake.cycle.plans] == ["Parks"]


def test_only_workbooks_that_give_a_plan_something_are_its_files(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        {
            "finance.xlsx": returned(COUNCIL, "Finance", money("Homes", "Bricks")),
            "parks.xlsx": returned(COUNCIL, "Parks", risks("Parks", "Drought")),
        },
    )
    assert intake.files == {"Parks": ("workbooks/parks.xlsx",)}


def test_a_workbook_nobody_has_touched_is_not_there_yet(tmp_path: Path) -> None:
    whose = next(one for one in assignments_of(COUNCIL) if one.contributor == "Finance")
    intake = read(tmp_path, {"finance.xlsx": write_workbook(layout_of(COUNCIL, whose))})
    assert intake.not_started == ("Finance",)
    assert [one.contributor for one in intake.cycle.missing][-1] == "Finance"
    (note,) = told(intake, "not-started")
    assert (note.message, note.service) == ("The workbook of Finance is as it was sent out.", "")


@pytest.mark.parametrize(
    ("name", "contributor"),
    [
        ("Finance March.xlsx", "Finance"),
        ("parks_v2.xlsx", "Parks"),
        ("Trees.xlsx", "Parks – Trees"),
        ("arboriculture (final).xlsx", "Parks – Trees"),
        ("play - parks.xlsx", "Parks – Play"),
        ("PARKS-TREES.xlsx", "Parks – Trees"),
    ],
)
def test_a_workbook_that_has_lost_its_identity_is_known_by_its_file_name(
    tmp_path: Path, name: str, contributor: str
) -> None:
    whose = next(one for one in assignments_of(COUNCIL) if one.contributor == contributor)
    content = write_workbook(layout_of(COUNCIL, whose), [risks("Parks", "Rain")], identity=Identity(), issued=())
    intake = read(tmp_path, {name: content})
    assert contributor not in [one.contributor for one in intake.cycle.missing]
    assert told(intake, "workbook-of-nobody") == []


@pytest.mark.parametrize("name", ["Return.xlsx", "parks and homes.xlsx", "trees, play.xlsx"])
def test_a_workbook_that_may_be_anybodys_is_nobodys(tmp_path: Path, name: str) -> None:
    content = write_workbook(layout_of(COUNCIL, whole_service(COUNCIL, "Parks")), identity=Identity())
    (nobodys,) = told(read(tmp_path, {name: content}), "workbook-of-nobody")
    assert nobodys.message == f"workbooks/{name} does not say whose it is, so it was not read."


def moved(*services: dict[str, Any]) -> Framework:
    """The council once its services have changed, after the workbooks went out."""
    return framework(**MANY_HANDS | {"services": list(services)})


def test_a_team_takes_its_workbook_along_into_another_service_and_under_another_name(tmp_path: Path) -> None:
    now = moved(
        {"service": "Parks"},
        {"service": "Homes"},
        {"service": "Homes", "team": "Woods", "also_called": "Trees"},
    )
    content = returned(COUNCIL, "Parks – Trees", risks("Parks", "Storms"))
    intake = read(tmp_path, {"return.xlsx": content}, now)
    assert causes(intake, "Homes") == ["Storms"]
    (homes,) = intake.cycle.plans
    assert homes.risks[0].team == "Woods"
    assert homes.declarations[0].contributor == "Homes – Woods"


def test_a_service_that_is_called_otherwise_by_now_keeps_its_workbooks(tmp_path: Path) -> None:
    now = moved(
        {"service": "Green spaces", "also_called": "Parks"},
        {"service": "Green spaces", "team": "Trees"},
        {"service": "Homes"},
    )
    returns = {
        "a.xlsx": returned(COUNCIL, "Parks", risks("Parks", "Drought")),
        "b.xlsx": returned(COUNCIL, "Parks – Trees", risks("Parks", "Storms")),
        "c.xlsx": returned(COUNCIL, "Finance", money("Parks", "Seed")),
    }
    intake = read(tmp_path, returns, now)
    assert causes(intake, "Green spaces") == ["Drought", "Storms"]
    assert [line.heading for plan in intake.cycle.plans for line in plan.money] == ["Seed"]


def test_a_workbook_about_a_whole_service_that_is_divided_by_now_is_read_as_it_was_and_comes_last(
    tmp_path: Path,
) -> None:
    parts = [{"who": "Each team", "sheets": "Actions\nRisks\nText\nObjectives\nCouncil actions"}]
    rest = [{"who": "Policy", "sheets": "Indicators\nSWOT\nDrivers\nPartners\nPosts\nBids"}]
    money_too = [{"who": "Finance", "sheets": "Money"}]
    now = framework(**MANY_HANDS | {"contributors": [*parts, *rest, *money_too]})
    assert next(one.contributor for one in assignments_of(now) if "Parks" in one.services) == "Parks – Trees"
    whole = plan("Parks", risks=[{"cause": "Drought"}], money=[{"heading": "Seed"}])
    returns = {
        "a.xlsx": workbook(whole, COUNCIL),
        "b.xlsx": returned(now, "Parks – Trees", risks("Parks", "Storms")),
    }
    intake = read(tmp_path, returns, now)
    assert causes(intake) == ["Storms", "Drought"]
    assert told(intake, "sheet-missing") == []
    (others,) = told(intake, "sheet-of-another")
    assert others.message.startswith("The sheet 'Money' is filled in from A6 on, but Finance fills it in for this plan")


def test_a_sheet_of_money_that_is_finances_to_fill_in_is_not_read_and_told_at_its_first_cell(tmp_path: Path) -> None:
    parks = write_workbook(
        layout_of(COUNCIL, whole_service(COUNCIL, "Parks")), [money("Parks", "Seed", "Hay")], issued=()
    )
    intake = read(tmp_path, {"parks.xlsx": parks})
    assert intake.cycle.plans[0].money == ()
    (others,) = told(intake, "sheet-of-another")
    assert str(others.where) == "workbooks/parks.xlsx 'Money' A6"
    assert (others.service, others.blocks) == ("Parks", False)
    assert others.hint.startswith("Put what you ask for on the sheet 'Bids', and tell Finance")


def test_two_returns_of_one_contributor_are_told_and_the_first_is_read(tmp_path: Path) -> None:
    returns = {
        "finance (2).xlsx": returned(COUNCIL, "Finance", money("Parks", "Hay")),
        "finance.xlsx": returned(COUNCIL, "Finance", money("Parks", "Seed")),
        "parks.xlsx": returned(COUNCIL, "Parks", risks("Parks", "Drought")),
    }
    intake = read(tmp_path, returns)
    (twin,) = told(intake, "workbook-twice")
    assert twin.message.startswith("workbooks/finance.xlsx and workbooks/finance (2).xlsx are two copies")
    assert [line.heading for line in intake.cycle.plans[0].money] == ["Hay"]


def test_what_two_contributors_give_is_told_with_both_files(tmp_path: Path) -> None:
    risk = ServicePlan.model_validate({"service": "Parks", "risks": [{"ref": "R1", "cause": "Drought"}]})
    returns = {"a.xlsx": returned(COUNCIL, "Parks", risk), "b.xlsx": returned(COUNCIL, "Parks – Play", risk)}
    (twice,) = told(read(tmp_path, returns), "ref-twice")
    assert "which stands in A6 of the sheet 'Risks' of 'workbooks/a.xlsx'" in twice.message
    assert str(twice.where) == "workbooks/b.xlsx 'Risks' A6"


def test_each_workbook_that_is_not_declared_ready_is_told_at_its_own_cell(tmp_path: Path) -> None:
    returns = {
        "a.xlsx": returned(COUNCIL, "Parks", risks("Parks", "Drought"), ready="No"),
        "b.xlsx": returned(COUNCIL, "Parks – Play", risks("Parks", "Rust")),
        "c.xlsx": returned(COUNCIL, "Homes", risks("Homes", "Fire")),
        "d.xlsx": returned(COUNCIL, "Finance", money("Parks", "Seed"), money("Homes", "Bricks"), ready=""),
    }
    found = told(read(tmp_path, returns), "not-ready")
    assert [(each.message, each.service) for each in found] == [
        ("The workbook of Parks does not say yet that it is ready.", "Parks"),
        ("The workbook of Finance does not say yet that it is ready.", ""),
    ]
    assert all(each.where and each.where.sheet == "Guide" and each.where.cell for each in found)


def test_findings_speak_in_the_councils_words_but_for_what_was_typed(tmp_path: Path) -> None:
    words = [{"term": "team", "singular": "squad", "plural": "squads"}, {"term": "action", "singular": "task"}]
    council = framework(**MANY_HANDS | {"words": words})
    odd = ServicePlan.model_validate({"service": "Parks", "risks": [{"cause": "Theft", "team": "The night team"}]})
    (found,) = told(read(tmp_path, {"a.xlsx": returned(council, "Parks", odd)}, council), "team-unknown")
    assert found.message == "'The night team' is not one of the squads of Parks."


def test_a_row_about_no_service_blocks_the_whole_and_no_one_service(tmp_path: Path) -> None:
    content = returned(COUNCIL, "Finance", money("Parks", "Seed"))
    elsewhere = moved({"service": "Greens"}, {"service": "Homes"})
    intake = read(tmp_path, {"finance.xlsx": content}, elsewhere)
    (lost,) = told(intake, "row-of-no-service")
    assert (str(lost.where), lost.service, lost.blocks) == ("workbooks/finance.xlsx 'Money' A6", "", True)
    assert intake.strays_block


def test_a_sheet_that_is_gone_is_known_to_the_rules_so_that_what_refers_to_it_is_told_once(tmp_path: Path) -> None:
    plan = ServicePlan.model_validate(
        {
            "service": "Parks",
            "objectives": [{"ref": "P1", "text": "Greener streets"}],
            "actions": [{"ref": f"P1.{number}", "title": "Plant", "serves": "P1"} for number in range(1, 6)],
        }
    )
    book = load_workbook(io.BytesIO(returned(COUNCIL, "Parks", plan)))
    del book["Objectives"]
    out = io.BytesIO()
    book.save(out)
    intake = read(tmp_path, {"parks.xlsx": out.getvalue()})
    assert [gap.part for gap in intake.cycle.gaps] == ["objectives"]
    assert len(told(intake, "ref-unknown")) == 1
