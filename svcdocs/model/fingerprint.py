"""The fingerprint of a plan: what identifies everything it says, whatever printed it and however that looks."""

from __future__ import annotations

import hashlib
import json

from svcdocs.model.service_plan import ServicePlan


def fingerprint_of(plan: ServicePlan) -> str:
    """The SHA-256 of a plan as JSON with its names sorted: the same for two plans that say the same."""
    said = json.dumps(plan.model_dump(mode="json"), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
