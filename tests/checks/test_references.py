from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import PLAN, changed, found, place


@pytest.mark.parametrize(
    ("held", "field", "cell"),
    [
        ("actions", "serves", "Actions F6"),
        ("actions", "indicators", "Actions M6"),
        ("indicators", "objective", "Indicators H6"),
        ("risks", "serves", "Risks L6"),
        ("objectives", "serves", "Objectives D6"),
    ],
)
def test_a_reference_that_leads_nowhere_is_reported_at_its_cell(held: str, field: str, cell: str) -> None:
    told = [finding for finding in found(**changed(held, **{field: "HC1, QQ7"})) if finding.code == "ref-unknown"]
    assert [place(finding) for finding in told] == [cell]
    assert "names 'QQ7', and there is no such reference." in told[0].message
    assert told[0].blocks


def test_what_may_have_been_meant_is_asked() -> None:
    (finding,) = found(**changed("actions", indicators="SX0521"))
    assert finding.hint == (
        "Did you mean 'SX052'? Then correct it; otherwise give the reference of one that exists, or add it."
    )


@pytest.mark.parametrize("ref", ["HC1", "hc 01", "A", "A1", "(A1i)", "N/A", "none", "-", "HC1 and A1", "SX52"])
def test_spellings_of_what_is_there_lead_somewhere(ref: str) -> None:
    assert "ref-unknown" not in {finding.code for finding in found(**changed("risks", serves=ref))}


def test_a_part_of_an_objective_that_is_not_there_is_reported() -> None:
    told = found(objectives=[*PLAN["objectives"], {"text": "Warm", "under": "HC9"}])
    assert [(finding.code, place(finding)) for finding in told] == [("ref-unknown", "Objectives C7")]
    assert told[0].message == "Objective 'Warm' names 'HC9', and there is no such reference."


@pytest.mark.parametrize("held", ["objectives", "actions", "indicators", "risks"])
def test_a_reference_given_twice_names_both_places(held: str) -> None:
    first = PLAN[held][0]
    again = first | {"ref": f" {str(first['ref']).lower()} "}
    spoilt: dict[str, Any] = {held: [first, again]}
    (finding,) = (finding for finding in found(**spoilt) if finding.code == "ref-twice")
    assert place(finding) == f"{held.capitalize()} A7"
    assert f"which stands in A6 of the sheet '{held.capitalize()}'." in finding.message


def test_council_actions_and_actions_share_their_references() -> None:
    told = found(council_actions=PLAN["actions"])
    assert [(finding.code, place(finding)) for finding in told] == [("ref-twice", "Actions A6")]


def test_records_without_a_reference_do_not_clash() -> None:
    told = found(actions=[PLAN["actions"][0] | {"ref": ref} for ref in ("", "-", "HC1.1")])
    assert told == []


def test_a_team_the_service_lacks_is_told_once_a_name() -> None:
    posts = [{"team": "Homlessness", "title": "A", "fte": "1"}, {"team": "homlessness", "title": "B", "fte": "1"}]
    (finding,) = found(posts=posts)
    assert (finding.code, place(finding)) == ("team-unknown", "Posts A6")
    assert finding.message == "'Homlessness' is not one of the teams of Housing."
    assert finding.hint.startswith("Did you mean 'Homelessness'?")


def test_where_the_framework_lists_no_teams_any_will_do() -> None:
    assert found(of={"services": [{"service": "Housing"}]}, posts=[{"team": "Any", "fte": "1"}]) == []
