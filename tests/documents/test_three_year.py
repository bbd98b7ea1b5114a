"""The three-year form: what its three plans print of each cell, and where."""

from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.heads import IMPROVEMENT, OPERATIONAL, Heads
from svcdocs.documents.operational import TargetTable
from svcdocs.documents.planned import PlannedRow, PlannedTable
from svcdocs.documents.three_year import ThreeYearContext
from svcdocs.word.outline import text_of
from tests.documents import samples
from tests.documents import three_year_samples as three

LABELS = (
    "Additional resources required: {}",
    "Outputs: {}",
    "Outcomes: {}",
    "Risks: {}",
    "Other services affected: {}",
)
FIELDS = ("resources", "outputs", "outcome", "risk", "help_needed")
OP = {"printed_in": "Operational plan"}
IP = {"printed_in": "Improvement plan"}


def _council(*actions: dict[str, Any]) -> tuple[PlannedTable, ...]:
    return three.context({"council_actions": list(actions)}).council_tables


def _row(**action: Any) -> PlannedRow:
    return _council(action)[0].rows[0]


def _own(*actions: dict[str, Any], objectives: tuple[dict[str, Any], ...] = ()) -> tuple[PlannedTable, ...]:
    return three.context({"actions": list(actions), "objectives": list(objectives)}).improvement_tables


def _targets(
    *indicators: dict[str, Any], objectives: tuple[dict[str, Any], ...] = (), **framework: Any
) -> tuple[TargetTable, ...]:
    plan = {"indicators": list(indicators), "objectives": list(objectives)}
    return three.context(plan, **framework).target_tables


def _headings(tables: tuple[PlannedTable, ...] | tuple[TargetTable, ...]) -> list[list[tuple[int, str]]]:
    return [[(part.level, part.heading) for part in table.above if part.heading] for table in tables]


def _years(years: str, **about: str) -> dict[str, Any]:
    return {"about": {**three.FRAMEWORK["about"], "years": years, **about}}


# Council actions implementation plan ----------------------------------------------------------------------------------


def test_council_actions_stand_team_by_team_under_the_name_of_the_team() -> None:
    found = _council({"team": "Policy", "title": "a"}, {"team": "Customers", "title": "b"}, {"team": "policy"})
    assert _headings(found) == [[(2, "Policy")], [(2, "Customers")]]
    assert [len(table.rows) for table in found] == [2, 1]


def test_without_teams_council_actions_stand_in_one_table_without_a_heading() -> None:
    assert _headings(_council({"title": "a"}, {"title": "b"})) == [[]]


def test_actions_of_no_team_have_a_heading_of_their_own_beside_those_of_teams() -> None:
    assert _headings(_council({"team": "Policy"}, {"title": "b"})) == [[(2, "Policy")], [(2, "Service as a whole")]]


def test_a_group_is_a_heading_below_its_team() -> None:
    found = _council({"team": "Policy", "group": "Shops"}, {"team": "Policy", "title": "b"})
    assert _headings(found) == [[(2, "Policy")], [(3, "Shops")]]


def test_what_a_team_wrote_for_a_plan_stands_under_its_name_and_that_of_others_behind_the_tables() -> None:
    passages = [
        {"section": "Council actions plan", "text": "Ours are few.", "team": "Policy"},
        {"text": "We have none.", "team": "Customers"},
    ]
    context = three.context({"passages": passages, "council_actions": [{"team": "Policy", "title": "a"}]})
    (table,) = context.council_tables
    assert [(part.heading, part.text.plain) for part in table.above] == [("Policy", "Ours are few.")]
    assert [(part.heading, part.text.plain) for part in context.council_plan.teams] == [("Customers", "We have none.")]


def test_the_wording_of_a_council_action_is_as_typed_and_the_councils_where_it_is_blank() -> None:
    assert _row(ref="A1", title="Open a shop").title.plain == "Open a shop (A1)"
    assert _row(ref="A1").title.plain == "Open a one-stop shop by May 2028 (A1)"
    assert _row(serves="A4").title.plain == "Write a charter with residents (A4)"


def test_a_council_action_without_reference_has_no_bracket_and_one_that_ends_in_it_no_second() -> None:
    assert _row(title="Count what matters").title.plain == "Count what matters"
    assert _row(ref="A 4", title="Write a charter (A4)").title.plain == "Write a charter (A4)"


def test_what_else_a_council_action_serves_is_said_and_its_own_reference_is_not_said_again() -> None:
    assert _row(ref="A1", title="x", serves="A1").note == ""
    assert _row(ref="A1", title="x", serves="A1, A(i)").note == "For A(i)"
    assert _row(title="x", serves="A4").note == ""
    assert _row(title="x", serves="Write a charter with residents, A1").note == "For A1"
    assert _row(title="x", serves="A").note == "For A"


def test_steps_keep_the_numbers_typed_and_get_none_of_ours() -> None:
    steps = [{"text": "We will:"}, {"text": "1. ask"}, {"text": "2. do (May 09)"}]
    assert _row(steps=steps).steps.plain == "We will:\n1. ask\n2. do (May 09)"
    assert _row(steps=[{"text": "One."}, {"text": "(a note)"}]).steps.plain == "One.\n(a note)"
    assert _row(steps=[{"text": "1. ask. 2. do"}]).steps.plain == "1. ask. 2. do"


def test_steps_are_numbered_where_numbered_dates_stand_beside_them_one_for_each() -> None:
    steps = [{"text": "Ask"}, {"text": "Do"}]
    assert _row(steps=steps, finish="1. May 2027\n2. Ongoing").steps.plain == "1. Ask\n2. Do"
    assert _row(steps=steps, finish="1. May 2027\n2. Ongoing\n3. June 2027").steps.plain == "Ask\nDo"
    assert _row(steps=steps, finish="May 2027").steps.plain == "Ask\nDo"


def test_steps_beside_numbered_dates_stay_as_typed_where_the_council_numbers_none() -> None:
    action = {"ref": "A1", "steps": [{"text": "Ask"}, {"text": "Do"}], "finish": "1. May 2027\n2. Ongoing"}
    about = {**three.FRAMEWORK["about"], "number_steps": "No"}
    (table,) = three.context({"council_actions": [action]}, about=about).council_tables
    assert table.rows[0].steps.plain == "Ask\nDo"


def test_the_five_labels_stand_in_their_order_in_bold() -> None:
    supporting = _row(**{field: f"x{place}" for place, field in enumerate(FIELDS)}).supporting
    assert supporting.plain.split("\n") == [label.format(f"x{place}") for place, label in enumerate(LABELS)]
    assert all(item.runs[0].bold and not item.runs[1].bold for item in supporting.blocks)


def test_a_blank_field_is_printed_with_its_label_as_not_given() -> None:
    assert _row(title="x").supporting.plain.split("\n") == [label.format("Not given") for label in LABELS]


@pytest.mark.parametrize(("field", "label"), list(zip(FIELDS, LABELS, strict=True)))
def test_a_field_left_out_is_not_printed_nor_is_its_label(field: str, label: str) -> None:
    shown = _row(**{field: "leave OUT"}).supporting.plain
    assert label.partition(":")[0] not in shown
    assert len(shown.split("\n")) == 4


def test_the_councils_own_word_for_leave_out_is_known_and_words_around_it_make_it_text() -> None:
    words = [{"term": "leave out", "singular": "Omit"}]
    (table,) = three.context(
        {"council_actions": [{"risk": "omit", "outputs": "Leave out"}]}, words=words
    ).council_tables
    assert "Risks" not in table.rows[0].supporting.plain
    assert "Outputs" not in table.rows[0].supporting.plain
    assert "Risks: Leave out the old form" in _row(risk="Leave out the old form").supporting.plain


def test_where_all_five_are_left_out_the_cell_has_a_dash() -> None:
    assert _row(**dict.fromkeys(FIELDS, "Leave out")).supporting.plain == "–"


def test_a_list_stands_below_its_label() -> None:
    assert "Outputs:\n• a list\n• a map\nOutcomes" in _row(outputs="• a list\n• a map").supporting.plain


def test_completion_is_one_for_the_row_or_a_numbered_list_as_typed_or_points_to_the_actions() -> None:
    assert _row(finish="March 2010 (at least partly)").finish.plain == "March 2010 (at least partly)"
    assert _row(finish="1. April 2009\n2. Ongoing").finish.plain == "1. April 2009\n2. Ongoing"
    assert _row(finish="See Actions").finish.plain == "See Actions"


def test_a_blank_completion_is_not_given_unless_every_step_has_a_date_of_its_own() -> None:
    dated, bare = {"text": "Ask (Feb 09)"}, {"text": "Look (at it)"}
    assert _row(steps=[dated, dated]).finish.plain == "–"
    assert _row(steps=[dated, bare]).finish.plain == "Not given"
    assert _row().finish.plain == "Not given"
    assert _row(steps=[{"text": "We will:\n1. ask (Feb 09)\n2. do (from April 09)"}]).finish.plain == "–"


def test_dates_beside_the_steps_are_listed_as_their_completion_with_the_numbers_of_the_steps() -> None:
    ask, do, look = {"text": "Ask", "by": "May 2027"}, {"text": "• Do\n• and do"}, {"text": "Look", "by": "Ongoing"}
    row = _row(steps=[ask, do, look])
    assert (row.steps.plain, row.finish.plain) == ("1. Ask\n2. Do\n• and do\n3. Look", "1. May 2027\n3. Ongoing")
    typed = [{"text": "We will:", "by": "2027"}, {"text": "a) ask", "by": "May 2027"}]
    row = _row(steps=typed)
    assert (row.steps.plain, row.finish.plain) == ("We will:\na) ask", "2027\na) May 2027")
    row = _row(steps=[ask])
    assert (row.steps.plain, row.finish.plain) == ("Ask", "May 2027")


def test_dates_beside_the_steps_stay_with_them_where_the_whole_has_a_date_or_a_step_has_no_words() -> None:
    ask, do = {"text": "Ask", "by": "May 2027"}, {"by": "June 2027"}
    row = _row(steps=[ask, ask], finish="March 2028")
    assert (row.steps.plain, row.finish.plain) == ("Ask (May 2027)\nAsk (May 2027)", "March 2028")
    row = _row(steps=[ask, do])
    assert (row.steps.plain, row.finish.plain) == ("Ask (May 2027)\nJune 2027", "–")


def test_dates_beside_the_steps_stay_with_them_where_the_council_numbers_no_steps() -> None:
    about = {**three.FRAMEWORK["about"], "number_steps": "No"}
    actions = [{"team": "Policy", "steps": [{"text": text, "by": "May 2027"}] * 2} for text in ("Ask", "a) ask")]
    (table,) = three.context({"council_actions": actions}, about=about).council_tables
    assert [(row.steps.plain, row.finish.plain) for row in table.rows] == [
        ("Ask (May 2027)\nAsk (May 2027)", "–"), ("a) ask\na) ask", "a) May 2027\na) May 2027"),
    ]  # fmt: skip


def test_the_responsible_stand_in_the_lines_in_which_they_were_typed() -> None:
    assert _row(lead="Policy Manager/Clerk", also_leading="Jo Ash").leads.plain == "Policy Manager/Clerk\nJo Ash"
    assert _row().leads.plain == "Not given"


def test_status_progress_and_indicators_stand_below_the_actions_where_they_are_typed() -> None:
    row = _row(steps=[{"text": "Ask"}], status="A", progress={"Q1": "Begun", "Q2": ""}, indicators="SX52")
    assert row.progress.plain == "Status: A · At risk\nProgress Q1: Begun\nMeasured by SX52"
    assert not _row(steps=[{"text": "Ask"}]).progress


def test_a_row_may_go_on_over_the_page_only_where_it_would_fill_half_of_one() -> None:
    assert not _row(steps=[{"text": "Write to all landlords (May 2027)"}] * 9).is_long
    assert _row(steps=[{"text": "Write to all landlords (May 2027)"}] * 20).is_long
    assert _row(outcome="\n".join(f"{n} fewer" for n in range(20))).is_long


# Operational plan -----------------------------------------------------------------------------------------------------


def test_an_objective_worded_for_the_operational_plan_heads_its_table_there() -> None:
    whole = {"ref": "1", "text": "Residents know"}
    head = {"ref": "OP1", "under": "1", "text": "Residents know where to turn", **OP}
    (table,) = _targets({"objective": "1", "name": "Calls"}, {"objective": "OP1"}, objectives=(whole, head))
    assert _headings((table,)) == [[(2, "Service objective: Residents know where to turn (OP1)")]]
    assert len(table.rows) == 2


def test_without_one_the_services_own_objectives_head_the_tables_in_their_order() -> None:
    objectives = ({"ref": "1", "text": "One"}, {"ref": "2", "text": "Two"}, {"ref": "3", "text": "Three"})
    found = _targets({"objective": "3"}, {"objective": "1"}, objectives=objectives)
    assert _headings(found) == [[(2, "Service objective: 1. One")], [(2, "Service objective: 3. Three")]]


def test_aims_and_approaches_stand_as_cited_else_as_the_references_given_else_as_not_given() -> None:
    cited = {"ref": "1", "text": "x", "aims": "(A) Clean\nE) Fair", "approaches": "(iv)", **OP}
    named = {"ref": "2", "under": "4", "text": "x", "serves": "A, A(ii), A4", **OP}
    whole, blank = {"ref": "4", "text": "w", "serves": "B"}, {"ref": "3", "under": "4", "text": "x", **OP}
    tables = _targets(objectives=(cited, named, blank, whole))
    assert [table.above[0].lead.plain for table in tables] == [
        "Relevant council aim/s:\n• (A) Clean\n• E) Fair\nRelevant council approach/es: (iv)",
        "Relevant council aim/s: A\nRelevant council approach/es: A(ii)\nAlso serves: A4",
        "Relevant council aim/s: B\nRelevant council approach/es: Not given",
    ]


def test_aims_and_approaches_that_are_left_out_have_no_label() -> None:
    left = {"ref": "1", "text": "x", "aims": "leave out", "approaches": "Leave  out", "serves": "A, A4", **OP}
    assert _targets(objectives=(left,))[0].above[0].lead.plain == "Also serves: A4"


def test_each_supporting_objective_has_a_heading_and_a_table_and_indicators_of_none_come_first() -> None:
    found = _targets(
        {"objective": "1", "supporting_objective": "Answer", "name": "a"},
        {"objective": "1", "name": "b"},
        {"objective": "1", "supporting_objective": "answer", "name": "c"},
        objectives=({"ref": "1", "text": "One"},),
    )
    assert _headings(found) == [[(2, "Service objective: 1. One")], [(3, "Answer")]]
    assert [[row.name.plain for row in table.rows] for table in found] == [["b"], ["a", "c"]]


def test_a_supporting_objective_without_indicator_has_its_heading_and_a_quiet_line() -> None:
    whole, part = {"ref": "1", "text": "One", **OP}, {"ref": "1a", "under": "1", "text": "Publish", **OP}
    found = _targets({"objective": "1", "supporting_objective": "Train"}, objectives=(whole, part))
    assert _headings(found) == [[(2, "Service objective: 1. One"), (3, "Train")], [(3, "Publish")]]
    assert [(table.nothing, table.rows) for table in found] == [
        ("No indicator or milestone has been set for this yet.", ())
    ] * 2


def test_supporting_objectives_are_printed_however_deep_they_stand_and_even_where_they_name_each_other() -> None:
    whole, part = {"ref": "1", "text": "One", **OP}, {"ref": "1a", "under": "1", "text": "Publish", **OP}
    deep, blank = {"ref": "1b", "under": "1a", "text": "Print", **OP}, {"under": "1a", "text": "Post", **OP}
    found = _headings(_targets(objectives=(whole, part, deep, blank)))
    headings = [heading for opened in found for _, heading in opened]
    assert headings == ["Service objective: 1. One", "Publish", "Print", "Post"]
    odd = ({"ref": "2", "under": "3", "text": "Two", **OP}, {"ref": "3", "under": "2", "text": "Three", **OP})
    text = text_of(three.printed(three.context({"objectives": odd})))
    assert "Two" in text
    assert "Three" in text


def test_an_indicator_of_a_part_of_an_objective_stands_under_that_part() -> None:
    objectives = ({"ref": "1", "text": "One"}, {"ref": "1a", "under": "1", "text": "Answer calls"})
    found = _targets({"objective": "1a", "name": "a"}, objectives=objectives)
    assert _headings(found) == [[(2, "Service objective: 1. One"), (3, "Answer calls")]]
    assert found[0].rows[0].note == ""


def test_an_objective_that_heads_a_table_has_its_heading_even_if_nothing_measures_it() -> None:
    (table,) = _targets(objectives=({"text": "Open doors", **OP},))
    assert (table.above[0].heading, table.rows) == ("Service objective: Open doors", ())
    assert table.nothing


def test_tables_of_a_team_stand_under_its_name_where_objectives_have_teams() -> None:
    first = {"ref": "1", "text": "One", "team": "Policy", **OP}
    second = {"ref": "2", "text": "Two", "team": "Customers", **OP}
    third = {"ref": "3", "text": "Three", "team": "Policy", **OP}
    found = _targets(objectives=(first, second, third))
    assert _headings(found) == [
        [(2, "Policy"), (3, "Service objective: 1. One")],
        [(3, "Service objective: 3. Three")],
        [(2, "Customers"), (3, "Service objective: 2. Two")],
    ]


def test_of_two_wordings_of_one_objective_an_indicator_stands_under_its_own_teams() -> None:
    whole = {"ref": "1", "text": "One"}
    heads = [{"ref": f"OP{team}", "under": "1", "text": team, "team": team, **OP} for team in ("Policy", "Customers")]
    plan = three.setting({"objectives": [whole, *heads]})
    found = Heads(OPERATIONAL, plan)
    refs = {"objective": "1"}
    row = three.cycle_of({"indicators": [refs]})[1].indicators[0]
    assert [found.of(row.objective, team) for team in ("Customers", "Policy")] == [found.own[1], found.own[0]]


def test_indicators_of_no_objective_come_last_under_a_heading_of_their_own() -> None:
    found = _targets({"name": "a"}, {"objective": "1", "name": "b"}, objectives=({"ref": "1", "text": "One"},))
    assert _headings(found)[-1] == [(2, "Other indicators and milestones")]
    assert found[-1].rows[0].name.plain == "a"
    assert _headings(_targets({"name": "a"})) == [[]]


def test_the_reference_stands_before_an_indicator_and_its_baseline_in_brackets_behind_it() -> None:
    def name(**row: Any) -> str:
        return _targets({"name": "Crime", **row})[0].rows[0].name.plain

    assert name(ref="SX52", baseline="37%", baseline_note="2006") == "SX52 – Crime (2006 = 37%)"
    assert name(baseline_note="baseline being developed") == "Crime (baseline being developed)"
    assert name(baseline="9") == "Crime (baseline 9)"
    assert name() == "Crime"


def test_each_year_has_its_target_as_typed_and_a_blank_one_is_not_set() -> None:
    typed = {"2027/28": "3 (?)", "2029/30": "-"}
    (table,) = _targets({"name": "a", "targets": typed})
    assert table.columns == ("2027/28", "2028/29", "2029/30")
    assert [target.plain for target in table.rows[0].targets] == ["3 (?)", "", "-"]


def test_five_years_have_a_column_each_and_more_stand_in_one_a_line_for_each() -> None:
    (table,) = _targets({"name": "a", "targets": {"2027/28": "1"}}, **_years("5"))
    assert (len(table.columns), table.width, len(table.rows[0].targets)) == (5, 5, 5)
    (table,) = _targets({"name": "a", "targets": {"2027/28": "1"}}, **_years("6"))
    assert (table.columns, table.width) == (("Targets",), 1)
    assert table.rows[0].targets[0].plain.split("\n")[:2] == ["2027/28: 1", "2028/29: Not set"]


@pytest.mark.parametrize("years", ["1", "2", "3", "4", "5", "6"])
def test_the_table_has_as_many_columns_as_there_are_years_and_is_as_wide_as_the_page(years: str) -> None:
    document = three.printed(three.context(**_years(years)))
    found = samples.tables(document, "Performance indicator or milestone")
    columns = 1 if years == "6" else int(years)
    assert found
    assert {len(table.columns) for table in found} == {columns + 2}
    assert all(abs(sum(column.width.cm for column in table.columns if column.width) - 26.7) < 0.05 for table in found)


def test_a_year_cut_short_says_so_over_its_column() -> None:
    (table,) = _targets({"name": "a"}, **_years("3", ends_on="31 October 2029"))
    assert table.columns[-1] == "2029/30, to 31 October 2029"


def test_a_service_with_years_of_its_own_has_a_column_for_each_of_these() -> None:
    services = [{**row, "years": "" if row.get("team") else "2"} for row in three.FRAMEWORK["services"]]
    (table,) = _targets({"name": "a", "targets": {"2029/30": "7"}}, services=services)
    assert table.columns == ("2027/28", "2028/29")
    assert table.rows[0].note == "2029/30: 7"


def test_a_lead_of_a_lone_dash_stays_and_a_blank_one_is_not_given() -> None:
    (table,) = _targets({"name": "a", "lead": "-"}, {"name": "b", "lead": "Jo / CSPO"}, {"name": "c"})
    assert [row.lead.plain for row in table.rows] == ["-", "Jo / CSPO", "Not given"]


def test_an_indicator_says_what_its_place_does_not_tell() -> None:
    (table,) = _targets({"objective": "1, A1", "name": "a", "team": "Policy"}, objectives=({"ref": "1", "text": "x"},))
    assert table.rows[0].note == "Measures A1 · Policy"


def test_what_the_operational_plan_does_not_show_of_an_indicator_stands_in_the_appendix() -> None:
    more = {
        "unit": "Number", "good_is": "Low", "frequency": "Yearly", "results": {"2026/27": "7"}, "responsible": "Ann",
        "owner": "Bo", "updater": "Cy", "method": "Count.", "why_target": "Law", "thresholds": "5", "source": "Web",
        "lead": "Di", "targets": {"2027/28": "1"}, "baseline": "9", "objective": "1", "supporting_objective": "Go",
    }  # fmt: skip
    context = three.context({"indicators": [{"ref": "S1", "name": "Calls", **more}, {"ref": "S2", "name": "Visits"}]})
    assert [row.name.plain for row in context.indicators] == ["S1"]
    columns = context.indicator_columns
    assert (columns.lead, columns.targets, columns.baseline) == (False, False, False)
    text = text_of(three.printed(context)).rpartition("Local indicators")[2]
    for value in ("Number", "Low", "Yearly", "2026/27: 7", "Ann", "Bo", "Cy", "Count.", "Law", "5", "Web"):
        assert value in text
    assert "Di" not in text


def test_without_anything_more_to_say_there_is_no_appendix() -> None:
    context = three.context({"indicators": [{"ref": "S1", "name": "Calls", "targets": {"2027/28": "1"}}]})
    assert context.appendix.heading == ""
    assert "Local indicators" not in text_of(three.printed(context))


# Improvement plan -----------------------------------------------------------------------------------------------------


def test_actions_stand_by_team_and_by_the_objective_worded_for_the_improvement_plan() -> None:
    first = {"ref": "IP1", "under": "1", "text": "Standards", "aims": "(A)", **IP}
    second, whole = {"ref": "IP2", "text": "Equality", **IP}, {"ref": "1", "text": "One"}
    found = _own(
        {"team": "Customers", "title": "a", "serves": "1"},
        {"team": "Customers", "title": "b", "serves": "IP2"},
        {"team": "Customers", "title": "c", "serves": "IP1"},
        objectives=(whole, first, second),
    )
    assert _headings(found) == [
        [(2, "Customers"), (3, "Service objective: Standards (IP1)")],
        [(3, "Service objective: Equality (IP2)")],
    ]
    assert [[row.title.plain for row in table.rows] for table in found] == [["a", "c"], ["b"]]
    assert found[0].above[-1].lead.plain.startswith("Relevant council aim/s: (A)\n")


def test_an_action_for_another_objective_stands_under_that_one() -> None:
    (table,) = _own({"title": "a", "serves": "2a"}, objectives=(
        {"ref": "2", "text": "Two"}, {"ref": "2a", "under": "2", "text": "part"}
    ))  # fmt: skip
    assert _headings((table,)) == [[(2, "Service objective: 2. Two")]]
    assert table.rows[0].note == "For 2a"


def test_actions_that_serve_no_objective_come_last() -> None:
    found = _own({"title": "a"}, {"title": "b", "serves": "1"}, objectives=({"ref": "1", "text": "One"},))
    assert _headings(found)[-1] == [(2, "Other actions of the service")]
    assert found[-1].rows[0].title.plain == "a"
    assert _headings(_own({"title": "a"})) == [[]]


def test_an_objective_of_the_improvement_plan_without_action_says_so() -> None:
    (table,) = _own(objectives=({"ref": "IP1", "text": "Equality", "team": "Policy", **IP},))
    assert _headings((table,)) == [[(2, "Policy"), (3, "Service objective: Equality (IP1)")]]
    assert table.nothing == "No action has been planned for this yet."


def test_the_team_of_the_objective_stands_for_that_of_an_action_that_names_none() -> None:
    head = {"ref": "IP1", "text": "x", "team": "Policy", **IP}
    (table,) = _own({"title": "a", "serves": "IP1"}, objectives=(head,))
    assert _headings((table,))[0][0] == (2, "Policy")


def test_a_group_of_improvements_is_a_heading_below_the_objective() -> None:
    found = _own(
        {"title": "a", "serves": "1", "team": "Policy", "group": "Forms"}, objectives=({"ref": "1", "text": "One"},)
    )
    assert _headings(found) == [[(2, "Policy"), (3, "Service objective: 1. One"), (4, "Forms")]]


def test_title_and_detail_of_an_improvement_stand_apart_and_its_reference_before_it() -> None:
    row = _own({"ref": "1.2", "title": "Standards", "detail": "For all.", "serves": "A1"})[0].rows[0]
    assert (row.title.plain, row.detail.plain, row.note) == ("1.2 – Standards", "For all.", "For A1")
    assert all(run.bold for run in row.title.blocks[0].runs)


def test_the_same_objective_may_be_worded_otherwise_in_each_plan() -> None:
    rows = ({"ref": "1", "text": "One"}, {"ref": "O", "under": "1", **OP}, {"ref": "I", "under": "1", **IP})
    setting = three.setting({"objectives": rows, "actions": [{"serves": "1"}]})
    serves = setting.plan.actions[0].serves
    heads = [Heads(part, setting).of(serves, "") for part in (OPERATIONAL, IMPROVEMENT)]
    assert [head.ref.text if head else "" for head in heads] == ["O", "I"]


def test_the_rows_of_a_small_table_stay_together_and_no_row_of_a_larger_one_stands_alone() -> None:
    def stays(*names: str) -> list[bool]:
        return [row.stays for row in _targets(*({"name": name} for name in names))[0].rows]

    assert stays("a") == [False]
    assert stays(*"abcde") == [True, True, True, True, False]
    assert stays(*"abcdef") == [True, False, False, False, True, False]
    assert stays("How many " * 120, "b") == [False, False]


def test_objectives_without_references_are_pointed_at_by_their_wordings() -> None:
    objectives = [
        {"text": "Advise, plan and lead by:", "serves": "A"},
        {"text": "one plan", "under": "Advise, plan and lead by"},
        {"text": "Advice, plans and sums", "under": "Advise, plan and lead by:", **OP},
        {"text": "Advice, plans and sums", "under": "Advise, plan and lead by:", **IP},
        {"text": "Print the plan – by May", "under": "Advice, plans and sums", **OP},
        {"text": "Be fair", **IP},
    ]
    found = three.context(
        {
            "objectives": objectives,
            "indicators": [
                {"name": "a", "objective": "Advice, plans and sums"},
                {"name": "b", "objective": "Advise, plan and lead by:"},
                {"name": "c", "objective": "Print the plan"},
            ],
            "actions": [{"title": "d", "serves": "be fair"}, {"title": "e", "serves": "Advice, plans and sums"}],
        }
    )
    heading = "Service objective: Advice, plans and sums"
    assert _headings(found.target_tables) == [[(2, heading)], [(3, "Print the plan – by May")]]
    assert [[row.name.plain for row in table.rows] for table in found.target_tables] == [["a", "b"], ["c"]]
    assert [row.note for table in found.target_tables for row in table.rows] == ["", "", ""]
    assert _headings(found.improvement_tables) == [[(2, heading)], [(2, "Service objective: Be fair")]]
    assert [row.note for table in found.improvement_tables for row in table.rows] == ["", ""]
    said = [block.plain for part in found.target_tables[0].above for block in part.lead.blocks]
    assert said[0].endswith(": A")
    (section,) = [one for one in found.sections if one.heading == "Service objectives"]
    assert [(block.level, block.plain) for block in section.lists[0].text.blocks] == [
        (0, "Advise, plan and lead by: (serves A)"), (1, "one plan"),
    ]  # fmt: skip


def test_what_a_record_names_besides_its_head_is_told_as_it_was_worded() -> None:
    objectives = ({"text": "Advice, plans and sums", **IP}, {"text": "Care, and haste"})
    (table,) = _own({"title": "d", "serves": "Advice, plans and sums\nCare, and haste"}, objectives=objectives)
    assert table.rows[0].note == "For Care, and haste"


# The whole plan -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> ThreeYearContext:
    return three.context()


def test_sections_of_another_form_are_not_printed(sample: ThreeYearContext) -> None:
    assert [section.heading for section in sample.sections] == ["Key functions", "Service objectives"]
    assert sample.council_plan.lead_in.plain == "(to be used to set out plans to deliver the six council actions)"


def test_objectives_that_head_a_table_do_not_stand_in_the_section_on_objectives(sample: ThreeYearContext) -> None:
    text = "\n".join(part.text.plain for section in sample.sections for part in section.lists)
    assert "one number for all calls" in text
    assert "Definition and achievement" not in text
    assert "Publish what we know" not in text


def test_an_objective_worded_for_a_table_stands_in_its_section_where_the_form_has_no_such_table() -> None:
    context = samples.context({"objectives": [{"ref": "1", "text": "One"}, {"ref": "OP1", "text": "Other", **OP}]})
    lists = [part.text.plain for section in context.sections for part in section.lists]
    assert any("Other (OP1)" in text for text in lists)


def test_a_plan_with_nothing_in_it_is_not_printed_unless_it_is_required() -> None:
    context = three.context({"actions": [{"title": "a"}]})
    assert (context.council_plan.heading, context.operational_plan.heading) == ("", "")
    sections = [{**row, "required": "Draft"} for row in three.FRAMEWORK["sections"]]
    required = three.context({"actions": [{"title": "a"}]}, sections=sections)
    assert required.council_plan.heading == "Council actions implementation plan"
    assert required.council_plan.not_given == "Not given"


def test_a_service_that_wrote_nothing_has_a_document_all_the_same() -> None:
    context = three.context({})
    assert (context.improvement_plan.heading, context.improvement_plan.not_given) == ("Improvement plan", "Not given")
    assert "Not given" in text_of(three.printed(context))


def test_where_the_framework_has_no_such_sections_the_plans_have_our_headings() -> None:
    context = three.context(sections=[{"key": "About our service"}])
    headings = (context.council_plan.heading, context.operational_plan.heading, context.improvement_plan.heading)
    assert headings == ("Council actions implementation plan", "Operational plan", "Improvement plan")


def test_a_table_that_is_owed_is_told_in_its_own_plan() -> None:
    passages = [{"section": "Operational plan", "text": "all targets", "owed_by": "Performance"}]
    context = three.context({"passages": passages})
    assert context.operational_plan.before[0].text.plain == "To be added by Performance: all targets"


def test_every_word_of_the_sample_plan_is_printed(sample: ThreeYearContext) -> None:
    shown = " ".join(text_of(three.printed(sample)).split())
    _, plan = three.cycle_of(three.PLAN)
    texts = [row.text for row in plan.objectives] + [row.aims for row in plan.objectives]
    texts += [row.approaches for row in plan.objectives]
    for action in plan.all_actions:
        texts += [action.title, action.detail, *(step.text for step in action.steps)]
        texts += [text for name in FIELDS for text in [getattr(action, name)] if text.plain.casefold() != "leave out"]
        assert all(line.split(maxsplit=1)[-1] in shown for line in action.finish.lines)
    texts += [text for row in plan.indicators for text in (row.name, row.supporting_objective, row.method)]
    lines = [" ".join(item.plain.split()) for text in texts for item in text.blocks]
    assert [line for line in lines if line not in shown] == []
    targets = [target.text for row in plan.indicators for target in row.targets.values()]
    assert [target for target in targets if target not in shown] == []
