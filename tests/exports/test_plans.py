from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import SCHEMA_VERSION, Plans, plans_value, read_plans, schema
from svcdocs.model.cycle import link
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.outputs import json_bytes
from tests.plans import COUNCIL, everything, finances, frameworks, plans


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), frameworks(), finances())
def test_plans_json_is_read_back_equal(plan: ServicePlan, framework: Framework, finance: Finance) -> None:
    content = json_bytes(plans_value(link(framework, [plan], finance)))
    assert read_plans(content, "plans.json") == Plans(framework, (plan,), finance)


def test_every_awkward_value_survives_json() -> None:
    plan = everything()
    assert read_plans(json_bytes(plans_value(link(COUNCIL, [plan]))), "plans.json") == Plans(
        COUNCIL, (plan,), Finance()
    )


def test_a_plans_json_of_the_first_schema_is_read_with_its_one_declaration() -> None:
    services = [{"service": "Housing", "declaration": {"ready": "Yes"}, "risks": [{"ref": "R1"}]}, {"service": "Parks"}]
    held = read_plans(json_bytes({"schema_version": 1, "framework": {}, "services": services}), "old.json")
    housing, parks = held.plans
    assert [row.ready for row in housing.declarations] == ["Yes"]
    assert [str(risk.ref) for risk in housing.risks] == ["R1"]
    assert (parks.declarations, held.finance) == ((), Finance())


def test_what_was_written_stands_beside_what_it_means() -> None:
    plan = ServicePlan.model_validate({"service": "Housing", "actions": [{"ref": "SX052", "finish": "31 March 2028"}]})
    (action,) = plans_value(link(COUNCIL, [plan]))["services"][0]["actions"]
    assert action["ref"] == {"text": "SX052", "canonical": "SX52"}
    assert action["finish"]["items"][0]["meaning"] == {"kind": "day", "first": "2028-03-31", "last": "2028-03-31"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        (b"[]", "holds no plans"),
        (b'{"schema_version": 1}', "holds no plans"),
        (b'{"schema_version": 99, "services": []}', "was written by a later version of svcdocs"),
        (b'{"services": []}', "does not say by which version of svcdocs it was written"),
        (
            b'{"schema_version": 1, "services": [{"service": "H", "risks": [{"likelyhood": "3"}]}]}',
            "risks → 0 → likelyhood",
        ),
        (b'{"schema_version": 1, "services": [7]}', "does not fit"),
        (b'{"schema_version": 2, "services": [], "finance": {"totals": [{"kinds": ""}]}}', "totals → 0 → kinds"),
        (b'{"schema_version": 1, "framework": 7, "services": []}', "does not fit"),
    ],
)
def test_what_is_no_plans_json_is_refused_with_its_name_and_a_hint(content: bytes, said: str) -> None:
    with pytest.raises(SvcdocsError) as refused:
        read_plans(content, "old.json")
    assert refused.value.message.startswith("old.json ")
    assert said in refused.value.message
    assert refused.value.hint


def test_the_schema_describes_what_is_written() -> None:
    described = schema()
    value = plans_value(link(COUNCIL, [everything()]))
    assert described["properties"]["schema_version"] == {"const": SCHEMA_VERSION} == {"const": value["schema_version"]}
    assert sorted(described["required"]) == sorted(value) == sorted(described["properties"])
    _fits(value["framework"], {"$ref": "#/$defs/Framework"}, described)
    for plan in value["services"]:
        _fits(plan, {"$ref": "#/$defs/ServicePlan"}, described)
    _fits(value["finance"], {"$ref": "#/$defs/Finance"}, described)
    _fits(value["requests"], {"$ref": "#/$defs/Requests"}, described)


def test_the_schema_carries_the_words_of_the_sheets() -> None:
    action = schema()["$defs"]["Action"]["properties"]
    assert (action["finish"]["title"], action["title"]["title"]) == ("Finish by", "Action")
    assert action["outcome"]["description"] == "The result, and how it is measured."
    json.dumps(schema())


_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}


def _fits(value: Any, kind: dict[str, Any], whole: dict[str, Any], path: str = "") -> None:
    """The few words of JSON Schema that ours uses, checked by hand."""
    if "$ref" in kind:
        kind = whole["$defs"][kind["$ref"].rpartition("/")[2]] | {key: kind[key] for key in kind if key != "$ref"}
    if "anyOf" in kind:
        assert any(isinstance(value, _TYPES[one.get("type", "object")]) for one in kind["anyOf"]), path
        return
    assert isinstance(value, _TYPES[kind.get("type", "object")]), path
    assert "enum" not in kind or value in kind["enum"], path
    if isinstance(value, dict):
        assert set(kind.get("required", ())) <= set(value), path
        known = kind.get("properties", {})
        assert set(value) <= set(known) or kind.get("additionalProperties"), path
        for name, item in value.items():
            _fits(item, known[name] if name in known else kind["additionalProperties"], whole, f"{path}/{name}")
    for number, item in enumerate(value if isinstance(value, list) else ()):
        _fits(item, kind["items"], whole, f"{path}/{number}")
