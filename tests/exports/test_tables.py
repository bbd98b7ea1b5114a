from __future__ import annotations

import csv
import io
import json

import pytest

from svcdocs.exports.tables import tables
from svcdocs.model.base import Origin
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.service_plan import ServicePlan
from tests.plans import COUNCIL, HOSTILE, everything


def cycle() -> Cycle:
    plan = ServicePlan.model_validate(
        {
            "service": "Housing",
            "actions": [
                {
                    "ref": "A1",
                    "title": "- Open\n- Shut",
                    "steps": [{"text": "Plan", "by": "May 2027"}, {"text": "Build"}],
                },
                {"ref": "A2", "title": "Sweep"},
            ],
            "indicators": [
                {"ref": "N1", "targets": {"2027/28": "80%"}},
                {"ref": "N2", "targets": {"2028/29": "-"}},
            ],
        }
    )
    for row, action in enumerate(plan.actions, 6):
        action.at(Origin("h.xlsx", "Actions", row, {"ref": "A", "title": "B"}))
    return link(COUNCIL, [plan])


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_there_is_a_table_for_each_kind_of_record_that_is_there() -> None:
    assert set(tables(cycle())) == {"actions.csv", "indicators.csv", "steps.csv", "datapackage.json"}


def test_a_record_is_a_row_with_its_service_and_the_place_it_was_read() -> None:
    first, second = rows(tables(cycle())["actions.csv"])
    assert (first["service"], first["ref"], first["title"]) == ("Housing", "A1", "• Open\n• Shut")
    assert [row["cell"] for row in (first, second)] == ["A6", "A7"]
    assert (first["file"], first["sheet"]) == ("h.xlsx", "Actions")
    assert "steps" not in first


def test_a_step_is_a_row_that_names_its_action_by_reference_and_place() -> None:
    steps = rows(tables(cycle())["steps.csv"])
    assert [(row["table"], row["action"], row["action_number"], row["number"], row["text"]) for row in steps] == [
        ("actions", "A1", "1", "1", "Plan"),
        ("actions", "A1", "1", "2", "Build"),
    ]


def test_every_row_has_every_year_any_row_has() -> None:
    found = rows(tables(cycle())["indicators.csv"])
    assert [(row["targets 2027/28"], row["targets 2028/29"]) for row in found] == [("80%", ""), ("", "-")]


@pytest.mark.parametrize("typed", ["=1+1", "=", "+1", "-1+1", "@x", "\t=1", "\r=1", "＝1", "- a", "-\n=1"])
def test_no_cell_begins_as_a_formula(typed: str) -> None:
    plan = ServicePlan.model_validate(
        {"service": typed, "risks": [{"likelihood": typed}], "actions": [{"ref": typed, "steps": [{"text": "Plan"}]}]}
    )
    files = tables(link(COUNCIL, [plan]))
    (risk,), (step,) = rows(files["risks.csv"]), rows(files["steps.csv"])
    assert [risk["likelihood"], risk["service"], step["service"], step["action"]] == [f"'{typed}"] * 4


@pytest.mark.parametrize("typed", ["'=1", "-", "-3", "-1,250.5%", "80%", " =1"])
def test_what_is_no_formula_is_left_as_it_is(typed: str) -> None:
    plan = ServicePlan.model_validate({"service": "Housing", "risks": [{"likelihood": typed}]})
    (row,) = rows(tables(link(COUNCIL, [plan]))["risks.csv"])
    assert row["likelihood"] == typed


def test_hostile_values_come_out_as_they_are_but_for_the_guard() -> None:
    found = rows(tables(link(COUNCIL, [everything()]))["risks.csv"])
    shown = {row["likelihood"].removeprefix("'") for row in found} | {row["likelihood"] for row in found}
    assert {value.strip() for value in HOSTILE.values()} <= shown
    assert not any(row["likelihood"][:1] in ("=", "+", "@") for row in found)


def test_bids_have_a_table_with_what_is_asked_for_in_each_year() -> None:
    bid = {"ref": "B1", "what": "A shelter", "amounts": {"2027/28": "£24,000"}}
    (row,) = rows(
        tables(link(COUNCIL, [ServicePlan.model_validate({"service": "Housing", "bids": [bid]})]))["bids.csv"]
    )
    assert (row["what"], row["amounts 2027/28"]) == ("A shelter", "£24,000")


def test_the_package_describes_every_table_and_column() -> None:
    files = tables(cycle())
    package = json.loads(files["datapackage.json"])
    assert {resource["path"] for resource in package["resources"]} == {name for name in files if name.endswith(".csv")}
    for resource in package["resources"]:
        header = next(csv.reader(io.StringIO(files[resource["path"]].decode("utf-8-sig"))))
        assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_the_same_cycle_gives_the_same_bytes() -> None:
    assert tables(cycle()) == tables(cycle())


def test_the_cells_of_a_services_own_table_are_rows_with_their_headings_and_places() -> None:
    held = [{"cells": ["Place", "Staff"]}, {"cells": ["Depot", "3"]}]
    passage = {"section": "Workforce", "kind": "Table", "picture": "Places", "rows": held}
    plan = ServicePlan.model_validate({"service": "Housing", "passages": [passage, {"section": "Risks", "text": "x"}]})
    plan.passages[0].rows[1].at(Origin("h.xlsx", "Places", 2, {"cells 1": "A", "cells 2": "B"}))
    first, second = rows(tables(link(COUNCIL, [plan]))["own_tables.csv"])
    assert (second["section"], second["table"], second["row"], second["heading"], second["text"]) == (
        "Workforce", "Places", "1", "Staff", "3",
    )  # fmt: skip
    assert [(row["sheet"], row["cell"]) for row in (first, second)] == [("Places", "A2"), ("Places", "B2")]


def test_what_rows_ask_for_is_a_table_in_which_those_that_share_have_one_number() -> None:
    plan = ServicePlan.model_validate(
        {
            "service": "Housing",
            "actions": [
                {"ref": "A1", "title": "Open", "resources": "£24,000 per annum, bid B1"},
                {"ref": "A2", "title": "Sweep", "resources": "£12,000 – £15,000"},
                {"ref": "A3", "title": "Mow", "resources": "None"},
            ],
            "bids": [{"ref": "B1", "what": "A van", "amounts": {"2027/28": "£24,000"}, "state": "Agreed"}],
        }
    )
    plan.bids[0].at(Origin("h.xlsx", "Bids", 6, {"what": "B"}))
    found = rows(tables(link(COUNCIL, [plan]))["resources_asked.csv"])
    assert [(row["line"], row["counted"], row["row"], row["certainty"], row["cell"]) for row in found] == [
        ("1", "no", "A1", "asked for", ""),
        ("1", "yes", "bid B1", "firm", "B6"),
        ("2", "yes", "A2", "asked for", ""),
    ]
    assert [row["sum 2027/28"] for row in found] == ["24000", "24000", ""]
