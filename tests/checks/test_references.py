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


def test_where_several_may_have_been_meant_all_are_named_with_what_they_say() -> None:
    rows = [{"ref": f"LI{n}", "name": f"Visits {n}"} for n in range(11, 17)]
    (finding,) = (one for one in found(indicators=rows, **changed("actions", indicators="LI18")) if one.blocks)
    assert finding.hint.startswith(
        "Did you mean one of these: 'LI16' (Visits 16), 'LI15' (Visits 15) or 'LI14' (Visits 14)? Then correct it; "
    )


def test_a_short_reference_that_is_not_there_is_answered_by_those_of_its_row() -> None:
    (finding,) = (one for one in found(**changed("actions", serves="HC9")) if one.code == "ref-unknown")
    assert finding.hint.startswith("Did you mean 'HC1' (Fewer lose their home)? Then correct it; ")


def test_nothing_is_taken_to_have_meant_itself() -> None:
    (finding,) = (one for one in found(**changed("actions", ref="HC1.2", serves="HC12")) if one.code == "ref-unknown")
    assert "HC1.2" not in finding.hint
    assert finding.hint.startswith("Did you mean 'HC1' (Fewer lose their home)?")


def test_of_a_reference_given_twice_one_that_is_free_is_named_and_named_where_it_may_be_meant() -> None:
    rows = [{"ref": ref, "name": f"Visits {n}"} for n, ref in enumerate(("LI11", "LI11", "LI13"))]
    told = {one.code: one for one in found(indicators=rows, **changed("actions", indicators="LI12"))}
    assert told["ref-twice"].hint == (
        "Give this one another reference, such as LI12, which is free; or, if both are the same, put them on one row."
    )
    assert place(told["ref-twice"]) == "Indicators A7"
    assert told["ref-unknown"].hint == (
        "Put right Indicators A7 first: Indicator LI11 'Visits 1' has the reference of another there, and may be the "
        "one that is meant by 'LI12'."
    )


@pytest.mark.parametrize(("ref", "free"), [("HC1", "HC2"), ("HC1.9", "HC1.10"), ("SX009", "SX010"), ("A(i)", "")])
def test_the_free_reference_is_the_next_in_its_row_that_nothing_has(ref: str, free: str) -> None:
    (told,) = (
        one
        for one in found(risks=[{"ref": ref, "cause": "Rain"}, {"ref": ref, "cause": "Snow"}])
        if one.code == "ref-twice"
    )
    assert (f"such as {free}, which is free" in told.hint) is bool(free)


@pytest.mark.parametrize("ref", ["HC1", "hc 01", "A", "A1", "(A1i)", "N/A", "none", "-", "HC1 and A1", "SX52"])
def test_spellings_of_what_is_there_lead_somewhere(ref: str) -> None:
    assert "ref-unknown" not in {finding.code for finding in found(**changed("risks", serves=ref))}


def test_words_that_are_no_wording_are_told_whole_with_the_one_they_are_nearest_to() -> None:
    objectives = [{"ref": "HC1", "text": "Lead, advise and support all teams", "serves": "A"}]
    told = found(objectives=objectives, **changed("actions", serves="Lead, advise and support each team"))
    (finding,) = [one for one in told if one.code == "ref-unknown"]
    assert finding.message == (
        "Action HC1.1 'Open a shelter' names 'Lead, advise and support each team', "
        "and there is no such reference or wording."
    )
    assert finding.hint.startswith("Did you mean 'Lead, advise and support all teams'?")


def test_a_wording_leads_to_what_is_worded_so() -> None:
    assert found(**changed("actions", serves="fewer lose their home"), **changed("risks", serves="Homes for all")) == []


def test_cells_that_say_the_same_of_what_is_not_there_are_told_once_with_their_places() -> None:
    rows = [PLAN["indicators"][0] | {"ref": f"N{number}", "objective": "QQ7, HC1"} for number in (1, 2, 3)]
    (told,) = [one for one in found(indicators=rows, **changed("risks", serves="QQ7")) if one.code == "ref-unknown"]
    assert place(told) == "Indicators H6"
    assert told.message == (
        "Indicator N1 'Rough sleepers' names 'QQ7', and there is no such reference. "
        "The same stands in Indicators H7, Indicators H8, Risks L6."
    )


def test_two_things_in_one_cell_that_are_not_there_are_one_finding() -> None:
    (finding,) = found(**changed("risks", serves="QQ7, HC1, QQ8"))
    assert finding.message == "Risk R1 'Rents rise' names 'QQ7' and 'QQ8', and there is no such reference."


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
    assert f"which stands in A6 of the sheet '{held.capitalize()}'; " in finding.message


def test_council_actions_and_actions_share_their_references() -> None:
    told = found(council_actions=PLAN["actions"])
    assert [(finding.code, place(finding)) for finding in told] == [("ref-twice", "Actions A6")]


def test_records_without_a_reference_do_not_clash() -> None:
    told = found(
        actions=[
            PLAN["actions"][0] | {"ref": ref, "title": title}
            for ref, title in (("", "Open it"), ("-", "Run it"), ("HC1.1", "Let it"))
        ]
    )
    assert told == []


def test_a_team_the_service_lacks_is_told_once_a_name() -> None:
    posts = [{"team": "Homlessness", "title": "A", "fte": "1"}, {"team": "homlessness", "title": "B", "fte": "1"}]
    (finding,) = found(posts=posts)
    assert (finding.code, place(finding)) == ("team-unknown", "Posts A6")
    assert finding.message == "'Homlessness' is not one of the teams of Housing."
    assert finding.hint.startswith("Did you mean 'Homelessness'?")


def test_where_the_framework_lists_no_teams_any_will_do() -> None:
    assert found(of={"services": [{"service": "Housing"}]}, posts=[{"team": "Any", "fte": "1"}]) == []


@pytest.mark.parametrize(("refs", "is_said"), [(("LI11", "LI011"), True), (("LI11", "LI11"), False)])
def test_why_two_references_that_are_written_otherwise_are_the_same_is_said(
    refs: tuple[str, str], *, is_said: bool
) -> None:
    told = found(indicators=[{"ref": ref, "name": f"Visits {n}"} for n, ref in enumerate(refs)])
    (twice,) = (one for one in told if one.code == "ref-twice")
    assert twice.message.endswith("; capitals, signs and a nought in front make no difference.") is is_said
