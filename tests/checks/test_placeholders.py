from __future__ import annotations

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import changed, found, place

PASSAGE = {"section": "About our service"}


def told(text: str, code: str = "placeholder-left") -> list[Finding]:
    """What one rule says of a text in the narrative."""
    return [one for one in found(passages=[PASSAGE | {"text": text}]) if one.code == code]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Service goals TBC", "TBC"),
        ("Satisfaction stood at x% in the summer.", "x%"),
        ("We spend £xx,xxx a year on it.", "£xx,xxx"),
        ("The full list is in Appendix XX.", "XX"),
        ("Value for money template to be inserted.", "template to be inserted"),
        ("Waste (more detail to be added)", "to be added"),
        ("Led by [insert name of manager] from May.", "[insert name of manager]"),
        ("There were ??? visits.", "???"),
        ("About 45 (?) homes", "(?)"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("We will/will not (delete as appropriate) open on Sundays.", "delete as appropriate"),
        ("Click or tap here to enter text.", "Click or tap here to enter"),
        ("Figures to follow.", "Figures to follow"),
        ("We shall finish by March 20XX.", "20XX"),
        ("Signed by ________ in May", "________"),
        ("See Error! Reference source not found. for details.", "Error! Reference source not found"),
    ],
)
def test_a_placeholder_is_told_in_its_own_words_at_its_cell(text: str, said: str) -> None:
    (finding,) = told(text)
    assert (place(finding), finding.field) == ("Passages B6", "Text")
    assert finding.message.startswith(f"'{said}'")
    assert finding.message.endswith("is still to be filled in.")


@pytest.mark.parametrize(
    "text",
    [
        "Section XX of the Act applies.",
        "Extra large (XXL) bags are sold.",
        "N/A",
        "Homes will be added to the register.",
        "Two posts are to be added to the team in May.",
        "A date was set, and the budget confirmed.",
        "The template is used by all.",
        "Growth of 4% a year; 2x as many; 10 x 4 metres.",
        "For example, a box [of files].",
        "What do our customers think?",
    ],
)
def test_words_that_look_like_placeholders_and_are_none_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_promise_is_told_as_owed_and_not_a_second_time() -> None:
    promised = changed("actions", outcome="To be added by Finance by 21 February 2027")
    assert {one.code for one in found(**promised)} == {"still-owed"}
    passage = PASSAGE | {"text": "Figures to follow", "owed_by": "Finance", "owed_on": "3 March 2027"}
    assert "placeholder-left" not in {one.code for one in found(passages=[passage])}


def test_a_placeholder_is_found_in_targets_and_steps_and_the_same_cells_are_told_once() -> None:
    steps = [{"text": "Build", "by": "TBC"}, {"text": "Move in", "by": "May 2027"}]
    (step,) = found(**changed("actions", steps=steps))
    assert (step.code, place(step)) == ("placeholder-left", "Actions E6")
    (target,) = found(**changed("indicators", targets={"2027/28": "TBC", "2028/29": "TBC"}))
    assert (place(target), target.field) == ("Indicators E6", "Target 2027/28")
    assert target.message == "'TBC' is still to be filled in. The same stands in Indicators F6."
    (step,) = found(**changed("actions", steps=[{"text": "Meet the XX group", "by": "May 2027"}]))
    assert place(step) == "Actions D6"


def test_work_that_adds_something_is_no_placeholder() -> None:
    assert found(**changed("actions", steps=[{"text": "Photographs to be added", "by": "May 2027"}])) == []


def test_a_placeholder_of_the_councils_own_is_told_to_the_officer() -> None:
    text = [{"level": "Aim", "ref": "A", "text": "Homes for all", "why": "Rents rose by x%."}]
    told = [one for one in found(of={"priorities": text}) if one.code == "placeholder-left"]
    assert [one.audience for one in told] == ["officer"]


@pytest.mark.parametrize(
    "text",
    [
        "We run 61 cameras (check with Finance).",
        "NB – ask Tom for the new number",
        "The plan runs on (not sure which year).",
        "Numbers rose. Check with Finance.",
        "Note to self: take this out",
        "The team moves [@Asha to confirm] in May.",
    ],
)
def test_a_note_to_self_is_told_at_its_cell(text: str) -> None:
    (finding,) = told(text, "note-to-self")
    assert place(finding) == "Passages B6"
    assert finding.message.endswith("reads like a note to yourself.")


def test_a_question_of_the_author_is_told_in_a_step_and_not_in_narrative() -> None:
    question = "Renew the strategy – do we not need a new one in 2028?"
    (finding,) = found(**changed("actions", steps=[{"text": question, "by": "May 2027"}]))
    assert (finding.code, place(finding)) == ("note-to-self", "Actions D6")
    assert told("Do we still need three offices?", "note-to-self") == []


@pytest.mark.parametrize(
    "text",
    [
        "Check with residents that the bins were emptied.",
        "NB: opening hours differ on Sundays.",
        "Staff ask customers what they need.",
        "One resident said: “Are we still waiting for this?”",
        "We check (twice a year) that notes are kept.",
    ],
)
def test_what_is_said_to_readers_is_no_note_to_self(text: str) -> None:
    assert told(text, "note-to-self") == []
    assert found(**changed("actions", steps=[{"text": text, "by": "May 2027"}])) == []


def test_a_row_of_the_sheets_own_examples_is_told_once_and_one_cell_alike_is_not() -> None:
    both = {"cause": "Private landlords leave the market", "leading_to": "fewer homes to let"}
    (finding,) = found(**changed("risks", **both))
    assert (finding.code, place(finding)) == ("example-left-in", "Risks B6")
    assert found(**changed("risks", cause=both["cause"])) == []
