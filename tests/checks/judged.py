"""Rows that make a rule about a matter of judgement speak, each with a reason why it is right as it stands."""

from __future__ import annotations

from typing import Any

from tests.checks.councils import PLAN, changed

WHY = "The lease runs until then."
_ACTION = PLAN["actions"][0] | {"reason": WHY}


def _actions(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"actions": [_ACTION | {"ref": f"HC{number}"} | row for number, row in enumerate(rows, 1)]}


def _targets(*figures: str, **more: Any) -> dict[str, Any]:
    return changed("indicators", targets=dict(zip(("2027/28", "2028/29"), figures, strict=False)), reason=WHY, **more)


JUDGED: dict[str, dict[str, Any]] = {
    "target-direction": _targets("4", "6"),
    "target-easier": _targets("10", "8"),
    "target-flat": _targets("9", "9"),
    "indicator-baseline": _targets("4", "3", baseline=""),
    "baseline-differs": _targets("6", "5", baseline="14", baseline_note="2025/26", results={"2025/26": "9"}),
    "unit-differs": _targets("4%", "3"),
    "percentage-range": _targets("140%", "130%", unit="Percentage", baseline="150%"),
    "shared-differs": changed("indicators", ref="SX052", unit="Percentage", targets={"2027/28": "4"}, reason=WHY),
    "risk-residual-higher": changed("risks", residual="16", reason=WHY),
    "risk-uncontrolled": changed("risks", controls="", further_action="", reason=WHY),
    "risk-high-no-action": changed("risks", likelihood="4", further_action="", reason=WHY),
    "person-spelled": _actions({"lead": "E&D Officer"}, {"lead": "Equality and Diversity Officer", "title": "Train"}),
    "person-overloaded": _actions({"steps": [{"text": f"Visit {n}", "by": "May 2027"} for n in range(6)]}),
    "person-leads-many": _actions(*({"title": f"Visit {n}", "steps": [], "finish": ""} for n in range(12))),
    "action-alike": _actions(
        {"title": "Open a night shelter in town"}, {"title": "Open one night shelter in the town"}
    ),
    "asked-twice": _actions(
        {"resources": "£24,000 for an outreach worker"},
        {"resources": "An outreach worker (£24,000)", "title": "Repair roofs", "finish": "May 2027", "steps": []},
    ),
    "bid-restated": {
        "bids": [{"ref": "B1", "what": "Beds", "amounts": {"2027/28": "£9,000"}}],
        **_actions({"resources": "£8,000, bid B1"}),
    },
    "money-point": changed("actions", resources="£14.500 for beds", reason=WHY),
    "public-name-in-text": changed("actions", title="Ask Una Pell", reason=WHY),
    "public-row-cited": {
        "risks": [PLAN["risks"][0] | {"ref": "R7", "publish": "No"}],
        **_actions({"title": "Do what R7 asks for"}),
    },
    "help-unknown": _actions({"help_needed": "Housng: waste records"}),
}
