"""plans.json: the whole typed model, to be read by programs and by next year's cycle."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from svcdocs.errors import SvcdocsError
from svcdocs.model.continuity import continuity_schema
from svcdocs.model.cycle import Cycle
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.requests import Requests
from svcdocs.model.service_plan import ServicePlan

SCHEMA_VERSION = 3


@dataclass(frozen=True, slots=True)
class Plans:
    """What a plans.json holds: the framework, the plans, what Finance says of all figures, and the requests."""

    framework: Framework
    plans: tuple[ServicePlan, ...]
    finance: Finance
    requests: Requests = field(default_factory=Requests)


def plans_value(cycle: Cycle) -> dict[str, Any]:
    """The model as JSON values: the framework, the services in order, what Finance says, and the requests.

    "since_last_year" says what has become of each record of last year's plans; null where these are not known.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "framework": cycle.framework.model_dump(mode="json"),
        "services": [plan.model_dump(mode="json") for plan in cycle.plans],
        "finance": cycle.finance.model_dump(mode="json"),
        "requests": cycle.requests.model_dump(mode="json"),
        "since_last_year": cycle.last_year.as_json() if cycle.last_year is not None else None,
    }


def read_plans(content: bytes, name: str) -> Plans:
    """The framework and plans in the bytes of a plans.json of this or an earlier schema; ``name`` is for messages.

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
        return Plans(
            Framework.model_validate(value.get("framework", {})),
            tuple(ServicePlan.model_validate(_of_today(plan, version)) for plan in value["services"]),
            Finance.model_validate(value.get("finance", {})),
            Requests.model_validate(value.get("requests", {})),
        )
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        raise SvcdocsError(f"{name} does not fit the plans' schema at {where}: {first['msg']}", hint) from error


def _of_today(plan: Any, version: int) -> Any:
    """A plan of an earlier schema as this one has it: in the first, a plan had one declaration."""
    if version > 1 or not isinstance(plan, dict):
        return plan
    declared = [plan["declaration"]] if "declaration" in plan else []
    return {name: value for name, value in plan.items() if name != "declaration"} | {"declarations": declared}


def schema() -> dict[str, Any]:
    """The JSON Schema of plans.json."""
    framework = Framework.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    plan = ServicePlan.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    finance = Finance.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    requests = Requests.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    kinds = {"Framework": framework, "ServicePlan": plan, "Finance": finance, "Requests": requests}
    definitions = {name: each for kind in kinds.values() for name, each in kind.pop("$defs", {}).items()} | kinds
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "plans.json",
        "description": "All plans of one cycle with the framework they were written against.",
        "type": "object",
        "required": ["schema_version", "framework", "services", "finance", "requests", "since_last_year"],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "framework": {"$ref": "#/$defs/Framework"},
            "services": {"type": "array", "items": {"$ref": "#/$defs/ServicePlan"}},
            "finance": {"$ref": "#/$defs/Finance"},
            "requests": {"$ref": "#/$defs/Requests"},
            "since_last_year": continuity_schema(),
        },
        "$defs": definitions,
    }
