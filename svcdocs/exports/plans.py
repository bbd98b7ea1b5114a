"""plans.json: the whole typed model, to be read by programs and by next year's cycle."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from svcdocs.errors import SvcdocsError
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

SCHEMA_VERSION = 1


def plans_value(cycle: Cycle) -> dict[str, Any]:
    """The model as JSON values: {"schema_version", "framework", "services"}, services in the council's order."""
    return {
        "schema_version": SCHEMA_VERSION,
        "framework": cycle.framework.model_dump(mode="json"),
        "services": [plan.model_dump(mode="json") for plan in cycle.plans],
    }


def read_plans(content: bytes, name: str) -> tuple[Framework, tuple[ServicePlan, ...]]:
    """The framework and plans in the bytes of a plans.json; ``name`` is the file, for messages.

    Raises:
        SvcdocsError: it is not JSON, not a plans.json, or of a later schema than this program knows.
    """
    hint = "give the plans.json that `svcdocs export` wrote into output/data"
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SvcdocsError(f"{name} is not JSON: {error}", hint) from error
    if not isinstance(value, dict) or not isinstance(value.get("services"), list):
        raise SvcdocsError(f"{name} holds no plans", hint)
    version = value.get("schema_version")
    if not isinstance(version, int):
        raise SvcdocsError(f"{name} does not say by which version of svcdocs it was written", hint)
    if version > SCHEMA_VERSION:
        raise SvcdocsError(f"{name} was written by a later version of svcdocs", "install that version")
    try:
        plans = tuple(ServicePlan.model_validate(plan) for plan in value["services"])
        return Framework.model_validate(value.get("framework", {})), plans
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        raise SvcdocsError(f"{name} does not fit the plans' schema at {where}: {first['msg']}", hint) from error


def schema() -> dict[str, Any]:
    """The JSON Schema of plans.json."""
    framework = Framework.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    plan = ServicePlan.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions = framework.pop("$defs", {}) | plan.pop("$defs", {}) | {"Framework": framework, "ServicePlan": plan}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "plans.json",
        "description": "All plans of one cycle with the framework they were written against.",
        "type": "object",
        "required": ["schema_version", "framework", "services"],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "framework": {"$ref": "#/$defs/Framework"},
            "services": {"type": "array", "items": {"$ref": "#/$defs/ServicePlan"}},
        },
        "$defs": definitions,
    }
