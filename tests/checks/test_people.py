from __future__ import annotations

import pytest

from svcdocs.checks.people import known_people
from tests.checks.councils import PLAN, changed, found, framework, place


@pytest.mark.parametrize(
    "written",
    [
        "Tom Fell",
        "housing options  manager",
        "HOM",
        "T Fell",
        "Tom Fell/ HOM",
        "Joan Ashdown",
        "N/A",
        "-",
        "None",
    ],
)
def test_known_names_posts_abbreviations_and_spellings_are_in_order(written: str) -> None:
    assert "person-unknown" not in {finding.code for finding in found(**changed("actions", lead=written))}


def test_an_unknown_person_is_told_once_a_name_with_the_number_of_places() -> None:
    actions = [
        PLAN["actions"][0] | {"ref": str(n), "title": f"Move {n}", "lead": lead}
        for n, lead in enumerate(["Tom Fall", "HOM/ tom fall"])
    ]
    (finding,) = found(actions=actions, risks=[PLAN["risks"][0] | {"owner": "Tom Fall"}])
    assert (finding.code, place(finding), finding.field) == ("person-unknown", "Actions I6", "Lead")
    assert finding.message == "'Tom Fall' is not among the people and posts the council knows. It stands in 3 places."
    assert finding.hint == (
        "Did you mean 'Tom Fell'? Then correct it; otherwise ask the policy officer, who keeps the list of people, to "
        "add them to it. Or say in 'Why this is right' (column T) why it is right as it stands."
    )


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("t.fell@fenmoor.gov.uk", "Did you mean 'Tom Fell' (Housing Options Manager)? "),
        ("Tom", "Did you mean one of these: 'Tom Fell' (Housing Options Manager) or 'Tom Hale'? "),
        ("TF", "Did you mean 'Tom Fell' (Housing Options Manager)? "),
        ("b.brook@fenmoor.gov.uk", "Choose somebody from the list that opens in a cell under Lead; if it is "),
    ],
)
def test_whom_an_address_a_first_name_or_initials_may_mean_is_asked_else_where_the_list_is(
    written: str, asked: str
) -> None:
    of = {
        "people": [*framework().model_dump()["people"], {"name": "Tom Hale"}],
        "about": framework().about.model_dump() | {"officer": "Asha Verrall"},
    }
    for field in ("lead", "also_leading"):
        (finding,) = (
            one for one in found(of=of, **changed("actions", **{field: written})) if one.code == "person-unknown"
        )
        assert finding.hint.startswith(asked)
        assert "ask Asha Verrall, the policy officer, who keeps the list of people, to add them to it." in finding.hint


@pytest.mark.parametrize("written", ["Manager TBC", "To be appointed", "Vacant post", "Tom Fell?"])
def test_a_name_still_open_is_told_as_such(written: str) -> None:
    (finding,) = found(**changed("actions", lead=written))
    assert finding.message == f"'{written}' does not say yet who it will be."


@pytest.mark.parametrize(
    "written",
    [
        "as above",
        "Ditto",
        '"',
        "-do-",
        "same as above",
        "(as before)",
        "Various",
        "All",
        "all staff",
        "tbc",
        "me",
        "They",
    ],
)
def test_a_word_that_names_nobody_is_told_as_such_and_no_reason_makes_it_right(written: str) -> None:
    (finding,) = found(**changed("actions", lead=written, reason="The lead is the same as for the action above."))
    assert (finding.code, place(finding), finding.field) == ("person-not-named", "Actions I6", "Lead")
    assert finding.message == f"'{written}' names nobody, so nobody can be asked."
    assert finding.hint == "Type the person or the post itself, even where it is the same as above."


def test_each_row_is_told_that_it_names_nobody_for_each_has_another_lead() -> None:
    actions = [PLAN["actions"][0] | {"ref": str(n), "title": f"Move {n}", "lead": "ditto"} for n in range(2)]
    assert [place(finding) for finding in found(actions=actions)] == ["Actions I6", "Actions I7"]


def test_a_word_by_which_the_council_knows_somebody_names_them() -> None:
    people = [*framework().model_dump()["people"], {"post": "All managers", "also_written": "All"}]
    assert found(of={"people": people}, **changed("actions", lead="All")) == []


def test_help_that_is_only_pointed_to_is_told_and_help_of_various_services_is_not() -> None:
    (finding,) = found(**changed("actions", help_needed="ditto"))
    assert (finding.code, finding.field) == ("person-not-named", "Services whose help we need")
    assert finding.hint == "Type the service itself, and what is needed, even where it is the same as above."
    assert found(**changed("actions", help_needed="Various services: rooms")) == []


def test_every_kind_of_owner_is_looked_at() -> None:
    told = found(**changed("indicators", lead="A", responsible="B", owner="C", updater="D"))
    assert [finding.field for finding in told] == ["Who", "Responsible officer", "Measure owner", "Measure updater"]


def test_nobody_is_unknown_while_the_sheet_is_empty() -> None:
    assert found(of={"people": []}, **changed("actions", lead="Anybody")) == []


def test_people_are_known_folded_with_the_councils_spelling() -> None:
    known = known_people(framework())
    assert known["housing options manager"] == "Housing Options Manager"
    assert "" not in known
