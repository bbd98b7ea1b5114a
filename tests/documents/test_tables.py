"""Money, risks, indicators and pictures as they stand in tables and on the page."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from docx.oxml.ns import qn

from svcdocs.documents.indicator_notes import indicator_notes
from svcdocs.documents.indicators import IndicatorRow, indicator_rows
from svcdocs.documents.money import money_note, money_tables
from svcdocs.documents.picture_sizes import dots_of, printed_size
from svcdocs.documents.risks import RiskRow, risk_rows
from svcdocs.model.service_plan import Indicator, MoneyLine, Risk
from svcdocs.word.outline import text_of
from svcdocs.word.widths import width
from tests.documents import samples

COLUMN = "2027/28 original"
LONG_WORDS = {
    "Ref": "ES10.2",
    "Status": "Suspended",
    "Completion date": "September",
    "Link to PI / outcome": "accommodation",
    "Lead officers": "Environmental",
    "Other services directly affected": "Communities:",
    "Additional resources": "accommodation",
    "Progress update Q1–Q4": "collections",
    "Risk": "ESR1",
    "Score now": "Medium",
    "Owner": "Environmental",
    "Residual score": "Medium",
    "Target score": "Medium",
}
"""The longest words that are usual under some headings."""
_SIZE, _BOLD, _EDGES = 200, 1.06, 142
"""Of the letters in tables, how much wider bold ones are, and the room at the edges of a cell; in twips."""


def _line(heading: str, figure: str = "1", **more: Any) -> MoneyLine:
    return MoneyLine.model_validate({"heading": heading, "figures": {COLUMN: figure}} | more)


def _risks(*rows: dict[str, str]) -> tuple[RiskRow, ...]:
    return risk_rows([Risk.model_validate(row) for row in rows], samples.setting())


def _indicator(**row: Any) -> IndicatorRow:
    return indicator_rows([Indicator.model_validate(row)], samples.setting())[0]


def test_money_stands_in_a_table_for_each_team_and_fund() -> None:
    lines = [
        _line("a", team="Options", fund="General"),
        _line("b", team="Options", fund="Capital"),
        _line("c", team="Options", fund="General"),
    ]
    tables = money_tables(lines, samples.setting(), 2)
    assert [(table.heading, [row.heading for row in table.rows]) for table in tables] == [
        ("Options – General", ["a", "c"]),
        ("Options – Capital", ["b"]),
    ]


def test_a_total_is_known_by_its_type_and_is_not_parted_from_the_line_above() -> None:
    (table,) = money_tables([_line("a"), _line("b"), _line("Net", kind="total")], samples.setting(), 2)
    assert [(row.is_total, row.before_total) for row in table.rows] == [(False, False), (False, True), (True, False)]


def test_more_than_six_columns_go_on_in_a_table_below() -> None:
    columns = [{"heading": f"Year {n}"} for n in range(8)]
    line = MoneyLine.model_validate({"heading": "a", "figures": {f"Year {n}": str(n) for n in range(8)}})
    tables = money_tables([line], samples.setting(money_columns=columns), 2)
    assert [(table.width, table.rows[0].figures.first) for table in tables] == [(6, "0"), (2, "6")]


def test_a_column_the_council_does_not_know_is_printed_all_the_same() -> None:
    line = MoneyLine.model_validate({"heading": "a", "figures": {"Odd": "1"}})
    assert money_tables([line], samples.setting(), 2)[0].columns.first == "Odd"


def test_money_without_any_figure_is_printed_all_the_same() -> None:
    line = MoneyLine.model_validate(
        {"heading": "Staff", "kind": "Saving", "team": "options", "fund": "General", "included": "Yes", "note": "Soon"}
    )
    (table,) = money_tables([line], samples.setting(money_columns=[]), 2)
    assert (table.heading, table.width, table.columns.first) == ("options", 0, "")
    (row,) = table.rows
    assert (row.heading, row.kind, row.note.plain) == ("Staff", "Saving", "Already in the figures. Soon")
    assert money_note([line], samples.setting(money_columns=[])).plain == "Fund: General."
    text = text_of(samples.printed(samples.context({"money": [line.model_dump()]}, money_columns=[])))
    assert all(word in text for word in ("Staff", "Saving", "options", "General", "Already in the figures. Soon"))


def test_a_saving_says_whether_the_figures_are_net_of_it() -> None:
    (table,) = money_tables(
        [_line("a", included="Yes"), _line("b", included="No", note="From May.")], samples.setting(), 2
    )
    assert [row.note.plain for row in table.rows] == ["Already in the figures", "Not yet in the figures. From May."]


def test_notes_on_money_keep_their_lines_and_lists_in_the_small_type_of_the_table() -> None:
    lines = [_line("a", included="Yes", note="Risk: low\n• fees\n  – up"), _line("b", included="Yes", note="• rents")]
    (table,) = money_tables(lines, samples.setting(), 2)
    assert [row.note.plain for row in table.rows] == [
        "Already in the figures. Risk: low\n• fees\n  • up", "Already in the figures.\n• rents",
    ]  # fmt: skip
    document = samples.printed(samples.context({"money": [line.model_dump() for line in lines]}))
    (printed,) = samples.tables(document, "Heading")
    cell = printed.cell(1, 0)
    assert [p.style.name for p in cell.paragraphs if p.style is not None][1:] == [
        "Table Note", "Table Bullet", "Table Bullet 2",
    ]  # fmt: skip


def test_the_note_under_money_tells_unit_fund_and_dates() -> None:
    assert money_note([_line("a", fund="General Fund")], samples.setting()).plain == (
        "All figures are in £. Fund: General Fund. 2027/28 original as at 8 January 2027."
    )


def test_the_table_of_risks_stands_only_where_it_would_tell_anything() -> None:
    assert _risks({"cause": "Rain"}, {"cause": "Snow"}) == ()
    assert [row.ref for row in _risks({"cause": "Rain"}, {"ref": "R2", "controls": "Salt"})] == ["a)", "R2"]


def test_a_score_is_likelihood_times_impact_with_the_councils_word_and_colour() -> None:
    (row,) = _risks({"likelihood": "3", "impact": "3", "residual": "6", "target": "low"})
    assert (row.score.text, row.score.colour) == ("3 × 3 = 9\nMedium", "FFDD00")
    assert (row.residual, row.target) == ("6\nMedium", "low")
    (odd,) = _risks({"likelihood": "high", "impact": ""})
    assert (odd.score.text, odd.score.colour) == ("high × –", "auto")


def test_every_year_of_the_plan_shows_its_target_or_that_there_is_none() -> None:
    row = _indicator(targets={"2028/29": "Set baseline"}, results={"2026/27": "7"})
    assert row.targets.plain == "2027/28: Not given\n2028/29: Set baseline"
    assert row.results.plain == "2026/27: 7"
    assert _indicator().targets.plain == "Not given"


def test_a_target_for_a_year_that_is_cut_short_says_until_when_it_runs() -> None:
    about = {"first_year": "2027/28", "years": "3", "ends_on": "31 October 2028"}
    setting = samples.setting(about=about, services=[{"service": "Homes", "years": "2"}])
    row = Indicator.model_validate({"targets": {"2027/28": "1"}, "results": {"2026/27": "7"}})
    (shown,) = indicator_rows([row], setting)
    assert shown.targets.plain == "2027/28: 1\n2028/29, to 31 October 2028: Not given"
    assert shown.results.plain == "2026/27: 7"


def test_targets_are_those_of_the_years_of_the_services_own_plan() -> None:
    setting = samples.setting(services=[{"service": "Homes", "years": "3"}])
    (shown,) = indicator_rows([Indicator.model_validate({"targets": {"2027/28": "1"}})], setting)
    assert shown.targets.plain.splitlines() == ["2027/28: 1", "2028/29: Not given", "2029/30: Not given"]


def test_people_are_told_with_their_parts_and_not_twice() -> None:
    row = _indicator(lead="Tom Fell", responsible="tom fell", owner="Jo Ash", updater="Clerk/Jo Ash")
    assert row.people.plain == "Tom Fell\nOwner: Jo Ash\nUpdater: Clerk/Jo Ash"


def test_columns_of_indicators_that_nobody_filled_in_are_left_out() -> None:
    row = {
        "ref": "1", "name": "Calls", "unit": "Number", "frequency": "Quarterly", "responsible": "Ann", "owner": "Bo",
        "updater": "Cy",
    }  # fmt: skip
    document = samples.printed(samples.context({"indicators": [row, {"ref": "2", "name": "Visits"}]}))
    (table,) = samples.tables(document, "Indicator")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Indicator", "Unit", "Frequency", "Responsible officer", "Measure owner", "Measure updater"],
        ["1 – Calls", "Number", "Quarterly", "Ann", "Bo", "Cy"],
        ["2 – Visits", *["Not given"] * 5],
    ]
    widths = [int(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid]
    assert abs(sum(widths) - 15138) < 5  # the width of the page
    assert widths[0] > widths[3] > widths[1]


def test_the_blank_cells_of_a_column_that_is_mostly_blank_are_dashes() -> None:
    given = {"ref": "1", "name": "Calls", "unit": "Number", "targets": {"2027/28": "5"}, "lead": "Ann"}
    rows = [given, {"name": "Visits", "unit": "Number"}, {"name": "Letters"}]
    shown = indicator_rows([Indicator.model_validate(row) for row in rows], samples.setting())
    assert [row.unit for row in shown] == ["Number", "Number", "Not given"]
    assert [row.lead.plain for row in shown] == ["Ann", "–", "–"]
    assert [row.targets.plain for row in shown][1:] == ["–", "–"]


def test_a_name_that_says_whether_low_or_high_is_good_says_so_in_the_column() -> None:
    names = ("Complaints (low is good)", "Visits: HIGH is good", "Waits (lower is better)", "Staff", "Calls")
    rows = [{"name": name, "good_is": "Within a range" if name == "Calls" else ""} for name in names]
    shown = indicator_rows([Indicator.model_validate(row) for row in rows], samples.setting())
    assert [row.good_is for row in shown] == ["Low", "High", "Low", "Not given", "Within a range"]


def test_the_first_column_of_indicators_may_have_a_heading_of_the_councils() -> None:
    words = [
        {"term": "indicator column", "singular": "Measure name"},
        {"term": "indicator", "singular": "measure", "plural": "measures"},
    ]
    row = {"ref": "1", "name": "Calls", "unit": "Number", "method": "Count"}
    document = samples.printed(samples.context({"indicators": [row]}, words=words))
    assert len(samples.tables(document, "Measure name")) == 2


def test_people_stand_in_one_column_where_there_are_many_columns() -> None:
    row = {
        "ref": "1", "name": "Calls", "unit": "Number", "good_is": "Low", "results": {"2026/27": "7"}, "baseline": "9",
        "targets": {"2027/28": "5"}, "frequency": "Yearly", "lead": "Ann", "owner": "Bo",
    }  # fmt: skip
    (table,) = samples.tables(samples.printed(samples.context({"indicators": [row]})), "Indicator")
    assert [cell.text for cell in table.rows[0].cells] == [
        "Indicator", "Unit", "Good is", "Results", "Baseline", "Targets", "Frequency", "Who answers for it",
    ]  # fmt: skip
    assert table.rows[1].cells[7].text == "Ann\nOwner: Bo"


def test_what_a_service_leaves_out_of_a_shared_indicator_is_the_councils() -> None:
    shared = [{"ref": "SX052", "name": "Invoices paid in time", "unit": "Percentage", "good_is": "High"}]
    (row,) = indicator_rows([Indicator.model_validate({"ref": "SX52"})], samples.setting(shared_indicators=shared))
    assert (row.name.plain, row.unit, row.good_is) == ("SX52 – Invoices paid in time", "Percentage", "High")


def test_only_indicators_of_which_more_is_said_have_a_note() -> None:
    rows = [
        Indicator.model_validate(row) for row in ({"ref": "1"}, {"ref": "2", "method": "Count.", "thresholds": "9"})
    ]
    assert [(n.name, n.text.plain) for n in indicator_notes(rows, samples.setting(), with_results=False)] == [
        ("2", "Count.\nGreen and red: 9")
    ]


def test_a_picture_is_as_large_as_its_dots_but_no_larger_than_the_page() -> None:
    assert printed_size(samples.png(150, 300), width=166, height=190) == (25.4, 50.8)
    assert printed_size(samples.png(6000, 3000), width=166, height=190) == (166.0, 83.0)


def test_what_is_no_picture_has_no_size() -> None:
    assert dots_of(b"GIF89a") is None
    assert dots_of(b"\x89PNG\r\n\x1a\n") is None
    assert dots_of(b"\xff\xd8\xff\xe0\x00\x10") is None


def test_the_size_of_a_jpeg_is_read_past_its_other_segments() -> None:
    data = b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + b"\0" * 20
    assert dots_of(data) == (64, 32)


def test_an_answer_about_a_saving_that_is_neither_yes_nor_no_is_printed_as_it_stands() -> None:
    (table,) = money_tables([_line("a", included="Half of it")], samples.setting(), 2)
    assert table.rows[0].note.plain == "Half of it"


def test_a_picture_one_dot_wide_is_still_printed() -> None:
    size = printed_size(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 1, 90_000), width=166, height=190)
    assert size == (0.1, 190)


def test_the_table_of_a_fund_has_the_columns_that_its_lines_fill() -> None:
    lines = [
        _line("a", fund="Budget", figures={"2027/28 original": "1"}),
        _line("b", fund="Savings", figures={"2028/29 estimate": "2"}),
    ]
    tables = money_tables(lines, samples.setting(), 2)
    assert [(table.heading, table.width, table.columns.first) for table in tables] == [
        ("Budget", 1, "2027/28 original"),
        ("Savings", 1, "2028/29 estimate"),
    ]


@pytest.mark.parametrize(("first", "columns"), [("Ref", 10), ("Risk", 7)])
def test_no_usual_word_is_too_long_for_its_column(first: str, columns: int) -> None:
    actions = [{"ref": "H1", "finish": day, "help_needed": day, "resources": day, "status": "G"} for day in "123"]
    risks = [{"ref": "R1", "cause": "Rain", "likelihood": "2", "impact": "3"}]
    table = samples.tables(samples.printed(samples.context({"actions": actions, "risks": risks})), first)[0]
    assert len(table.rows[0].cells) == columns
    for cell in table.rows[0].cells:
        assert cell.width is not None
        words = dict.fromkeys(cell.text.split(), _BOLD) | {LONG_WORDS.get(cell.text, ""): 1}
        wanted = {word: width(word) / 1000 * _SIZE * wider + _EDGES for word, wider in words.items()}
        assert {word for word, room in wanted.items() if room > cell.width.twips} == set()


def test_results_that_few_indicators_have_are_told_in_their_notes_and_have_no_column() -> None:
    rows = [{"ref": f"I{n}", "name": "Calls", "unit": "Number"} for n in range(9)]
    told = [rows[0] | {"results": {"2025/26": "7", "2026/27": "9"}, "method": "Count."}, *rows[1:]]
    shown = samples.context({"indicators": told})
    assert not shown.indicator_columns.results
    assert [(n.name, n.text.plain) for n in shown.indicator_notes] == [
        ("I0", "Count.\nResults: 2025/26: 7; 2026/27: 9.")
    ]
    more = [row | {"results": {"2026/27": "7"}} for row in rows[:3]] + rows[3:]
    assert samples.context({"indicators": more}).indicator_columns.results
    assert samples.context({"indicators": more}).indicator_notes == ()


def test_no_page_holds_a_single_row_of_risks_and_a_small_table_of_them_is_whole() -> None:
    def kept(count: int) -> list[bool]:
        risks = [{"ref": f"R{n}", "cause": "Flood", "controls": "A wall"} for n in range(count)]
        return [row.stays for row in _risks(*risks)]

    assert kept(1) == [False]
    assert kept(3) == [True, True, False]
    assert kept(7) == [True, False, False, False, False, True, False]
