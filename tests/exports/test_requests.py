"""Requests as data: read back as they were written, in plans.json and as a table."""

from __future__ import annotations

import csv
import io

from svcdocs.commands.requesting import with_requests
from svcdocs.exports.plans import plans_value, read_plans, schema
from svcdocs.exports.tables import tables
from svcdocs.model.cycle import Cycle, link
from svcdocs.outputs import json_bytes
from tests.commands.asking import action
from tests.commands.test_requesting import back
from tests.cycles import framework, plan


def asked() -> Cycle:
    actions = [action(1), action(2, "All services: =1+1"), action(3, "Homes: keys")]
    cycle = link(framework(), [plan("Parks", actions=actions), plan("Homes")])
    rows = (
        {"answer": "Declined", "words": "We keep none"},
        {"ref": "HO-r9", "action": "P1.9", "title": "x", "what": "y"},
    )
    return with_requests(cycle, [back(rows[0], {**rows[1], "answer": "Accepted"})])


def test_requests_and_strays_are_read_back_equal() -> None:
    cycle = asked()
    held = read_plans(json_bytes(plans_value(cycle)), "plans.json").requests
    assert held == cycle.requests
    assert [one.standing.value for one in held.asked] == ["declined", "not asked yet", "not asked yet"]
    assert len(held.strays) == 1


def test_plans_of_an_earlier_schema_have_none() -> None:
    value = plans_value(asked()) | {"schema_version": 2}
    del value["requests"]
    assert read_plans(json_bytes(value), "plans.json").requests.asked == ()


def test_the_schema_tells_what_a_request_says() -> None:
    request = schema()["$defs"]["Request"]["properties"]
    assert {"ref", "asker", "asked", "action", "what", "by", "answer", "standing"} <= set(request)
    assert "declined" in schema()["$defs"]["Standing"]["enum"]


def test_the_table_has_a_row_for_each_request_with_no_formula_in_it() -> None:
    content = tables(asked())["requests.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [(row["ref"], row["asker"], row["asked"], row["standing"], row["words"]) for row in rows] == [
        ("HO-r1", "Parks", "Homes", "declined", "We keep none"),
        ("", "Parks", "", "not asked yet", ""),
        ("", "Parks", "Homes", "not asked yet", ""),
    ]
    assert rows[1]["what"] == "'=1+1"
