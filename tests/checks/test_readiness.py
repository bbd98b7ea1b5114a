from __future__ import annotations

import pytest

from tests.checks.councils import found, place

SERVICES = [
    {"service": "Housing", "manager": "Joan Ashdown"},
    {"service": "Housing", "team": "Repairs"},
    {"service": "Housing", "team": "Rough sleeping"},
]


@pytest.mark.parametrize("ready", ["", "No", "soon"])
def test_a_workbook_that_is_not_declared_ready_is_noted_at_the_question(ready: str) -> None:
    (finding,) = found(declarations=[{"ready": ready}])
    assert (finding.code, place(finding)) == ("not-ready", "Declarations A6")
    assert finding.message == "The workbook of Housing does not say yet that it is ready."


def test_a_plan_nobody_signs_is_reported_to_the_officer() -> None:
    (finding,) = found(
        of={"signatures": [{"service": "Streets", "role": "Cabinet"}], "services": [*SERVICES, {"service": "Streets"}]}
    )
    assert (finding.code, finding.audience) == ("no-signature", "officer")
    assert finding.message == "Nobody is down to sign the plan of Housing."


def test_that_nobody_signs_names_the_way_out() -> None:
    (finding,) = found(of={"signatures": []})
    assert finding.hint.endswith("set no-signature to Off on the sheet Rules.")
    off = {"signatures": [], "rules": [{"rule": "no-signature", "draft": "Off", "final": "Off"}]}
    assert found(of=off) == []
