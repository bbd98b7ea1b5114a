from __future__ import annotations

from svcdocs.model.months import Month
from svcdocs.model.states import Standing, State
from svcdocs.report.charts import findings_chart, months_charts, states_chart
from svcdocs.report.folding import by_service
from tests.report.situations import FINDINGS, finding


def test_every_state_has_a_bar_and_those_nobody_is_in_are_empty() -> None:
    chart = states_chart(
        [Standing("Parks", State.READY), Standing("Homes", State.READY), Standing("HR", State.STARTED)]
    )
    assert [row for row in chart.rows if row[1] != "0"] == [("Started", "1"), ("Ready", "2")]
    assert [bar.figures for bar in chart.bars] == ["0", "1", "2", "0", "0", "0"]
    assert [len(bar.stretches) for bar in chart.bars] == [0, 1, 1, 0, 0, 0]
    assert chart.description.startswith("3 returns in all; the longest bar, 2, is Ready.")


def test_the_parts_of_a_bar_follow_each_other_and_the_longest_bar_fills_the_width() -> None:
    chart = findings_chart(by_service(FINDINGS, {}, {}, {}), "The council as a whole")
    assert chart.bars[0].label == "Parks"
    assert [(part.kind, part.start, part.length) for part in chart.bars[0].stretches] == [
        ("error", "0.00%", "66.67%"),
        ("warning", "66.67%", "33.33%"),
    ]
    assert [bar.label for bar in chart.bars[1:]] == ["The council as a whole", "Homes"]


def test_a_long_name_is_cut_over_its_bar_and_whole_in_the_table() -> None:
    name = "Corporate Property and Everything Else That Nobody Wants"
    chart = findings_chart(by_service([finding("F6", "x", service=name)], {}, {}, {}), "All")
    assert chart.bars[0].label == "Corporate Property and Ev…"
    assert chart.rows[0][0] == name


def test_a_picture_of_nothing_says_so() -> None:
    assert states_chart([]).description == "There are no returns."


def test_the_charts_of_months_have_a_bar_and_a_row_for_each_month() -> None:
    steps, ends = months_charts([Month("Apr 2027", 1, 0), Month("May 2027", 4, 2)])
    assert steps.rows == (("Apr 2027", "1"), ("May 2027", "4"))
    assert [(part.start, part.length) for bar in steps.bars for part in bar.stretches] == [
        ("0.00%", "25.00%"),
        ("0.00%", "100.00%"),
    ]
    assert [len(bar.stretches) for bar in ends.bars] == [0, 1]
