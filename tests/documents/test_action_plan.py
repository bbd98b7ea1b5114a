from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.action_plan import ActionGroup, ActionRow, action_groups
from tests.documents import samples


def _groups(*actions: dict[str, Any], council: tuple[dict[str, Any], ...] = ()) -> tuple[ActionGroup, ...]:
    return action_groups(samples.setting({"actions": list(actions), "council_actions": list(council)}))


def _row(**action: Any) -> ActionRow:
    return _groups(action)[0].rows[0]


def test_each_group_has_a_heading_and_a_table_of_its_own_and_so_have_the_actions_of_none() -> None:
    found = _groups(
        {"ref": "1", "group": "One"}, {"ref": "2"}, {"ref": "3", "group": "Two"}, {"ref": "4", "group": "One"}
    )
    assert [(group.heading, [row.ref for row in group.rows]) for group in found] == [
        ("One", ["1", "4"]),
        ("Other actions of the service", ["2"]),
        ("Two", ["3"]),
    ]


def test_without_groups_actions_stand_under_the_names_of_their_teams_which_their_rows_do_not_repeat() -> None:
    found = _groups(
        {"ref": "1", "team": "Standards", "serves": "H1"}, {"ref": "2", "team": "Options"},
        {"ref": "3", "team": "standards"}, council=({"ref": "A1", "team": "Options"},),
    )  # fmt: skip
    assert [(group.heading, [(row.ref, row.purpose) for row in group.rows]) for group in found] == [
        ("Council actions", [("A1", "Options")]),
        ("Standards", [("1", "For H1"), ("3", "")]),
        ("Options", [("2", "")]),
    ]


def test_a_group_that_is_the_team_of_its_actions_by_any_name_is_not_named_in_their_rows_again() -> None:
    found = _groups(
        {"ref": "1", "group": "Housing options", "team": "options", "serves": "H1"}, {"ref": "2", "group": "Options"},
        {"ref": "3", "group": "Options", "team": "Standards"},
        council=({"ref": "A1", "group": "OPTIONS", "team": "Options"},),
    )  # fmt: skip
    shown = {row.ref: row.purpose for group in found for row in group.rows}
    assert shown == {"A1": "", "1": "For H1", "2": "", "3": "Standards"}


@pytest.mark.parametrize(
    "other", [{"ref": "2"}, {"ref": "2", "team": "Options", "group": "One"}], ids=["team", "group"]
)
def test_where_one_action_has_no_team_or_one_has_a_group_teams_are_named_in_the_rows(other: dict[str, Any]) -> None:
    found = _groups({"ref": "1", "team": "Standards"}, other)
    assert "Standards" not in [group.heading for group in found]
    assert found[0].rows[0].purpose == "Standards"


def test_what_is_left_out_on_purpose_is_a_dash_and_no_label_stands_for_it() -> None:
    row = _row(outcome="Leave out", outputs="leave out", help_needed="Leave Out", resources="Leave out", risk="R1")
    assert (row.outcome.plain, row.help_needed.plain, row.resources.plain) == ("–", "–", "Main risk: R1")
    assert _row(outcome="Leave out", outputs="A map").outcome.plain == "Outputs: A map"


def test_council_actions_come_first_under_their_name_unless_they_have_a_group() -> None:
    found = _groups({"ref": "1"}, council=({"ref": "A1"}, {"ref": "A2", "group": "Homes"}))
    assert [(group.heading, [row.ref for row in group.rows]) for group in found] == [
        ("Council actions", ["A1"]),
        ("Homes", ["A2"]),
        ("Other actions of the service", ["1"]),
    ]


def test_steps_are_numbered_where_there_are_several_and_none_has_a_number_of_its_own() -> None:
    assert _row(steps=[{"text": "One"}, {"text": "Two"}]).steps.plain == "1. One\n2. Two"
    assert _row(steps=[{"text": "Only this"}]).steps.plain == "Only this"


def test_steps_that_nobody_numbered_stay_so_where_the_council_says_so() -> None:
    about = {**samples.FRAMEWORK["about"], "number_steps": "no"}
    action = {"steps": [{"text": "One"}, {"text": "Two", "by": "May 2027"}, {"text": "(i) Three"}]}
    (group,) = action_groups(samples.setting({"actions": [action]}, about=about))
    assert group.rows[0].steps.plain == "One\nTwo (May 2027)\n(i) Three"


def test_numbers_that_steps_have_are_kept() -> None:
    assert (
        _row(steps=[{"text": "(i) One"}, {"text": "(ii) Two"}, {"text": "Three"}]).steps.plain
        == "(i) One\n(ii) Two\nThree"
    )
    assert _row(steps=[{"text": "a) One\nb) Two"}]).steps.plain == "a) One\nb) Two"


def test_the_date_of_a_step_stands_behind_it_and_dates_in_the_text_stay() -> None:
    steps = [{"text": "Ask (May 2027)"}, {"text": "Do\n• here\n• there", "by": "June 2027"}, {"by": "July 2027"}]
    assert _row(steps=steps).steps.plain == "1. Ask (May 2027)\n2. Do (June 2027)\n• here\n• there\n3. July 2027"


def test_blank_cells_say_not_given_and_what_is_for_later_has_a_dash() -> None:
    row = _row()
    given = (row.steps, row.finish, row.outcome, row.leads, row.help_needed, row.resources, row.title)
    assert [text.plain for text in given] == ["Not given"] * 7
    assert (row.ref, row.status.text, row.progress.plain) == ("–", "–", "–")


def test_a_status_is_letter_word_and_colour_whichever_of_them_was_typed() -> None:
    for typed in ("a", "At Risk"):
        status = _row(status=typed).status
        assert (status.text, status.colour, status.on_dark) == ("A · At risk", "FFDD00", False)
    assert _row(status="G").status.on_dark
    assert (_row(status="Odd").status.text, _row(status="Odd").status.colour) == ("Odd", "auto")


def test_dates_beside_their_steps_keep_their_numbers() -> None:
    assert _row(finish="1. May 2027\n2. June 2027").finish.plain == "1. May 2027\n2. June 2027"
    assert _row(finish="March 2028").finish.plain == "March 2028"


def test_outcome_outputs_and_indicators_stand_together_and_risk_beside_resources() -> None:
    row = _row(outcome="Fewer", outputs="• a list\n• a map", indicators="HI1\nHI2", resources="None", risk="R1")
    assert row.outcome.plain == "Fewer\nOutputs:\n• a list\n• a map\nMeasured by HI1, HI2"
    assert row.resources.plain == "None\nMain risk: R1"


def test_an_action_with_the_reference_of_a_council_action_does_not_say_that_it_is_for_it() -> None:
    assert _row(ref="A1", serves="A1").purpose == ""
    assert _row(ref="A 1", serves="A1, H1", team="Options", group="One").purpose == "For H1 · Options"
    assert _row(ref="H1.1", serves="A1").purpose == "For A1"


def test_a_long_title_is_bold_up_to_its_details() -> None:
    details = "to have one set of standards for all teams, so that people get the same answer wherever they turn first"
    runs = _row(title=f"Customer service – {details}").title.blocks[0].runs
    assert [(run.text, run.bold) for run in runs] == [("Customer service", True), (f" – {details}", False)]
    assert [run.bold for run in _row(title="Train – and keep – staff").title.blocks[0].runs] == [True]


def test_the_first_line_of_a_title_is_the_title_and_its_other_lines_and_lists_stand_below() -> None:
    row = _row(title="Rebuild the landing\nin two parts:\n• bank\n  – plants\n• path", detail="By 2029.")
    assert (row.title.plain, [run.bold for run in row.title.blocks[0].runs]) == ("Rebuild the landing", [True])
    assert row.detail.plain == "in two parts:\n• bank\n  • plants\n• path\nBy 2029."
    lists = _row(title="1. Dig\n2. Plant")
    assert (lists.title.plain, lists.detail.plain) == ("", "1. Dig\n2. Plant")


def test_an_action_without_a_title_prints_its_detail_alone() -> None:
    row = _row(detail="Dig a pond.")
    assert (row.title.plain, row.detail.plain) == ("", "Dig a pond.")
    document = samples.printed(samples.context({"actions": [{"ref": "1", "detail": "Dig a pond."}]}))
    assert samples.tables(document, "Ref")[0].cell(1, 1).text == "Dig a pond."


def test_leads_stand_in_the_lines_in_which_they_were_typed_and_nobody_twice() -> None:
    assert _row(lead="Tom Fell / Clerk", also_leading="Jo Ash.\nTom Fell").leads.plain == "Tom Fell / Clerk\nJo Ash."


def test_progress_is_told_quarter_by_quarter() -> None:
    assert _row(progress={"Q1": "Begun", "Q2": "", "Q3": "Done"}).progress.plain == "Q1: Begun\nQ3: Done"


def test_a_row_may_go_on_over_the_page_only_where_it_would_fill_half_of_one() -> None:
    step = {"text": "Report seventy completions to Cabinet (March 2028)"}
    assert not _row(steps=[step] * 4).is_long
    assert _row(steps=[step] * 10).is_long
    assert _row(help_needed="\n".join(f"Service {n}: advice" for n in range(12))).is_long


def _printed(*actions: dict[str, Any]) -> tuple[list[str], str]:
    """The headings of the columns, and all that stands in the action plan."""
    document = samples.printed(samples.context({"actions": list(actions)}))
    headings = [cell.text for cell in samples.tables(document, "Ref")[0].rows[0].cells]
    return headings, "\n".join(samples.by_heading(document)["Service improvement action plan"])


def test_without_any_status_or_progress_their_columns_are_left_out_and_it_is_said_once_why() -> None:
    rows = [{"ref": "1", "title": "Dig", "group": "One"}, {"ref": "2", "title": "Plant", "group": "Two"}]
    headings, text = _printed(*rows)
    assert headings == [
        "Ref", "Improvement or change objective", "Actions", "Completion date", "Link to PI / outcome", "Lead officers",
        "Other services directly affected", "Additional resources",
    ]  # fmt: skip
    assert text.count("Status and progress are given each quarter; none has been given yet.") == 1


@pytest.mark.parametrize("said", [{"status": "A"}, {"progress": {"Q2": "Dug"}}], ids=["status", "progress"])
def test_where_one_action_has_status_or_progress_both_columns_stand(said: dict[str, Any]) -> None:
    headings, text = _printed({"ref": "1", "title": "Dig"}, {"ref": "2", "title": "Plant"} | said)
    assert (headings[2], headings[-1], len(headings)) == ("Status", "Progress update Q1–Q4", 10)
    assert "none has been given yet" not in text
