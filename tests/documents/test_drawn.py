"""What is drawn from the figures of a plan shows those figures and no others; where they do not allow it, nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from svcdocs.documents.drawn import Drawn
from svcdocs.documents.heat_map import HeatMap, heat_map
from svcdocs.documents.milestones import milestones
from svcdocs.documents.money_chart import money_chart
from svcdocs.documents.structure import structure
from svcdocs.documents.trends import trends
from svcdocs.model.service_plan import Indicator, MoneyLine, Risk
from svcdocs.word import Chart, Diagram
from tests.documents import samples

COLUMNS = [{"heading": "2026/27 revised"}, {"heading": "2027/28 original"}]


def trend(**row: Any) -> Drawn | None:
    values = {"ref": "H1", "name": "Homes empty", "results": {"2024/25": "12", "2025/26": "9.5"}, "targets": {}} | row
    return next(iter(trends([Indicator.model_validate(values)], samples.setting())), None)


def chart_of(drawn: Drawn | None) -> Chart:
    assert drawn is not None
    assert isinstance(drawn.picture, Chart)
    return drawn.picture


def test_a_trend_shows_results_and_targets_year_by_year_and_the_years_between() -> None:
    drawn = trend(targets={"2027/28": "8"})
    chart = chart_of(drawn)
    assert chart.categories == ("2024/25", "2025/26", "2026/27", "2027/28")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Result", (Decimal(12), Decimal("9.5"), None, None)),
        ("Target", (None, None, None, Decimal(8))),
    ]
    assert (chart.title, chart.format) == ("H1 – Homes empty", "#,##0.0")
    assert chart.description == "H1 – Homes empty. Results: 2024/25: 12; 2025/26: 9.5. Targets: 2027/28: 8."


def test_the_name_over_a_trend_is_cut_to_two_lines_and_told_whole_to_screen_readers() -> None:
    name = "Homes let through the register that go to households in the two highest bands of need"
    drawn = trend(name=name, targets={"2027/28": "8"})
    assert chart_of(drawn).title == "H1 – Homes let through the register that go to households in …"
    assert name in chart_of(drawn).description


def test_trends_have_no_key_each_because_the_sentence_above_them_is_theirs() -> None:
    assert not chart_of(trend(targets={"2027/28": "8"})).has_key
    assert "A solid line shows results, a broken line targets." in samples.setting().words.trends_lead_in


def test_per_cent_is_drawn_as_per_cent() -> None:
    assert chart_of(trend(results={"2024/25": "12%", "2025/26": "9%"}, targets={"2027/28": "8%"})).format == '#,##0"%"'


@pytest.mark.parametrize(
    "row",
    [
        {"targets": {"2027/28": "8 (?)"}},
        {"targets": {"2027/28": "Set baseline"}},
        {"targets": {"2027/28": "8%"}},
        {"results": {"2024/25": "12"}, "targets": {"2027/28": "8", "2028/29": "7"}},
        {"targets": {}},
        {"results": {}, "targets": {}},
    ],
)
def test_where_a_figure_is_doubtful_of_another_kind_or_too_few_are_given_there_is_no_trend(row: dict[str, Any]) -> None:
    assert trend(**row) is None


def test_of_very_many_indicators_only_those_of_the_scorecard_are_drawn() -> None:
    row = {"name": "Homes", "results": {"2024/25": "12", "2025/26": "9"}, "targets": {"2027/28": "8"}}
    many = [Indicator.model_validate(row | {"ref": f"H{n}", "scorecard": "Yes" if n < 3 else ""}) for n in range(40)]
    assert len(trends(many[:36], samples.setting())) == 36
    assert [one.caption for one in trends(many, samples.setting())] == ["H0 – Homes", "H1 – Homes", "H2 – Homes"]


def test_a_year_for_which_a_target_does_not_apply_is_a_gap() -> None:
    assert trend(targets={"2027/28": "8", "2028/29": "N/A"}) is not None


def posts(*rows: tuple[str, str, str, str], **framework: Any) -> Drawn | None:
    names = ("team", "title", "fte", "state")
    return structure(samples.setting({"posts": [dict(zip(names, row, strict=True)) for row in rows]}, **framework))


def boxes(drawn: Drawn | None) -> list[tuple[str, ...]]:
    assert drawn is not None
    assert isinstance(drawn.picture, Diagram)
    return [box.lines for box in drawn.picture.boxes]


TWO = (
    ("Options", "Officer", "2", "Filled"),
    ("Options", "Clerk", "0.5", "Vacant"),
    ("Standards", "Inspector", "1", ""),
)


def test_the_structure_shows_service_and_teams_with_posts_and_vacancies() -> None:
    drawn = posts(*TWO)
    assert boxes(drawn) == [
        ("Homes", "3.5 FTE", "0.5 of them vacant"),
        ("Options", "2.5 FTE", "0.5 of them vacant"),
        ("Standards", "1 FTE"),
    ]
    assert drawn is not None
    assert drawn.picture.description.endswith("Options, 2.5 FTE, 0.5 of them vacant; Standards, 1 FTE.")


def test_the_service_has_no_sum_where_a_post_has_no_figure_or_a_team_stands_in_two_plans() -> None:
    assert boxes(posts(*TWO, ("Standards", "Helper", "", "")))[0] == ("Homes",)
    services = [
        {"service": "Homes"},
        {"service": "Homes", "team": "Options"},
        {"service": "Homes", "team": "Standards", "belongs_until": "1 October 2027"},
    ]
    assert boxes(posts(*TWO, services=services))[0] == ("Homes",)


def test_one_team_or_very_many_are_not_drawn() -> None:
    assert posts(TWO[0]) is None
    assert posts(*((f"Team {n}", "Officer", "1", "") for n in range(13))) is None


def test_boxes_do_not_overlap_and_stay_on_the_page() -> None:
    for count in range(2, 13):
        drawn = posts(*((f"Team {n}", "Officer", "1", "") for n in range(count)))
        assert drawn is not None
        assert isinstance(drawn.picture, Diagram)
        placed = drawn.picture.boxes
        assert all(box.x >= 0 and box.x + box.width <= drawn.picture.width + 0.01 for box in placed)
        assert all(box.y + box.height <= drawn.picture.height + 0.01 for box in placed)
        for n, one in enumerate(placed):
            for other in placed[n + 1 :]:
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_a_service_with_a_picture_of_its_own_keeps_that_one() -> None:
    passage = {"section": "Workforce", "kind": "Picture", "picture": "chart.png", "text": "Our structure"}
    plan = {"posts": [dict(zip(("team", "title", "fte", "state"), row, strict=True)) for row in TWO]}
    own = samples.context(plan | {"passages": [passage]})
    ours = samples.context(plan | {"passages": []})
    assert [len(section.drawn) for section in own.sections if section.heading == "Workforce"] == [0]
    assert [len(section.drawn) for section in ours.sections if section.heading == "Workforce"] == [1]


def money(*rows: tuple[str, str, str]) -> Drawn | None:
    lines = [
        MoneyLine.model_validate(
            {"heading": "a", "kind": kind, "figures": {"2026/27 revised": one, "2027/28 original": other}}
        )
        for kind, one, other in rows
    ]
    return money_chart(lines, samples.setting(money_columns=COLUMNS))


def test_money_is_drawn_kind_by_kind_without_its_totals() -> None:
    chart = chart_of(
        money(("Income", "(5)", "-6"), ("Spend", "1,000", "1,100"), ("Spend", "1", ""), ("Total", "996", "1,094"))
    )
    assert [(one.name, one.values) for one in chart.series] == [
        ("Spend", (Decimal(1001), Decimal(1100))),
        ("Income", (Decimal(5), Decimal(6))),
    ]
    assert "Spend: 2026/27 revised 1,001, 2027/28 original 1,100" in chart.description


@pytest.mark.parametrize("row", [("Spend", "about 5", "6"), ("", "5", "6"), ("Spend", "5", "")])
def test_money_is_not_drawn_where_a_sum_would_leave_something_out(row: tuple[str, str, str]) -> None:
    drawn = money(row)
    assert drawn is None


def ends(*finishes: str, years: str = "1") -> Drawn | None:
    actions = [{"ref": f"X{n}", "title": "Plant", "finish": finish} for n, finish in enumerate(finishes)]
    about = dict(samples.FRAMEWORK["about"]) | {"years": years}
    return milestones(samples.setting({"actions": actions, "council_actions": []}, about=about))


def test_months_show_how_many_actions_end_and_say_how_many_have_no_date() -> None:
    drawn = ends("June 2027", "3 June 2027", "March 2028", "March 2028", "May 2031", "Ongoing")
    chart = chart_of(drawn)
    shown = dict(zip(chart.categories, chart.series[0].values, strict=True))
    assert {name: value for name, value in shown.items() if value} == {"Jun 2027": 2, "Mar 2028": 2, "Later": 1}
    assert len(shown) == 13
    assert drawn is not None
    assert drawn.caption == "When 5 actions end, by month. 1 more have no such date."
    assert "Jun 2027: 2; Mar 2028: 2; Later: 1." in chart.description


def test_few_ends_and_plans_of_several_years_are_not_drawn_by_month() -> None:
    assert ends("June 2027", "May 2027", "July 2027", "June 2027") is None
    assert ends(*["June 2027"] * 9, years="3") is None


SCALE = [
    *({"axis": "Likelihood", "score": str(n), "label": word} for n, word in enumerate(("Rare", "Likely"), 1)),
    *({"axis": "Impact", "score": str(n), "label": word} for n, word in enumerate(("Minor", "Grave"), 1)),
    {"axis": "Band", "score": "1-2", "label": "Low", "colour": "00703C"},
    {"axis": "Band", "score": "3-4", "label": "High", "colour": "D4351C"},
]


def heat(*risks: dict[str, str], scale: list[dict[str, str]] | None = None) -> HeatMap:
    given = [Risk.model_validate({"cause": "Flood"} | risk) for risk in risks]
    return heat_map(given, samples.setting(risk_scale=SCALE if scale is None else scale))


def test_each_scored_risk_stands_in_its_cell_with_the_band_in_words() -> None:
    made = heat({"ref": "R1", "likelihood": "2", "impact": "Grave"}, {"likelihood": "1", "impact": "1"}, {"ref": "R3"})
    assert made.columns == ("1 Rare", "2 Likely")
    assert [(row.label, [cell.text for cell in row.cells]) for row in made.rows] == [
        ("2 Grave", ["2 Low", "4 High\nR1"]),
        ("1 Minor", ["1 Low\nb)", "2 Low"]),
    ]
    assert made.rows[0].cells[1].colour == "D4351C"


def test_without_scored_risks_or_a_scale_there_is_no_heat_map() -> None:
    assert heat({"ref": "R1"}).rows == ()
    assert heat({"ref": "R1", "likelihood": "9", "impact": "1"}).rows == ()
    assert heat({"ref": "R1", "likelihood": "2", "impact": "2"}, scale=[]).rows == ()
