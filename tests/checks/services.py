"""Two services and their plans, for rules about what stands in several of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.checks.run import checked
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, PLAN, framework, plan

SERVICES = [*FRAMEWORK["services"], {"service": "Streets"}, {"service": "Streets", "team": "Cleansing"}]


def two_services(housing: Mapping[str, Any], streets: Mapping[str, Any], **of: Any) -> Cycle:
    """The council with a second service that has nothing but what it is given."""
    nothing: dict[str, Any] = {held: [] for held in PLAN if held not in ("service", "declarations")}
    second = plan(**{"service": "Streets"} | nothing | dict(streets))
    return link(framework(**{"services": SERVICES} | of), [plan(**housing), second])


def told(code: str, made: Cycle) -> list[Finding]:
    """What one rule says of a cycle."""
    return [finding for finding in checked(made).findings if finding.code == code]


def action(**values: Any) -> dict[str, Any]:
    """An action that has everything a reader looks for."""
    return dict(PLAN["actions"][0]) | {"indicators": "", "steps": [], "team": ""} | values
