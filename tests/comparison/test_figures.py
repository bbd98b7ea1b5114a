from __future__ import annotations

from typing import Any

from svcdocs.comparison.figures import figure_changes, is_of_figures, moved_totals
from svcdocs.comparison.plans import changes_between
from svcdocs.model.resources import MoneyLine
from svcdocs.model.tallies import tallies_of

NOW, NEXT = "2027/28 original", "2028/29 estimate"


def line(heading: str, now: str, later: str = "", **more: Any) -> MoneyLine:
    figures = {NOW: now, NEXT: later}
    return MoneyLine.model_validate({"heading": heading, "kind": "Spend", "fund": "GF", "figures": figures} | more)


BEFORE = {"Homes": (line("Employees", "100", "110"), line("Vans", "20"))}
AFTER = {"Homes": (line("Employees", "90", "110", note="Less"), line("Training", "5")), "Streets": (line("Fuel", "7"),)}


def test_every_figure_that_is_another_is_told_line_by_line_with_old_and_new() -> None:
    assert [str(one) for one in figure_changes(BEFORE, AFTER)] == [
        f"Homes: Employees, Spend, GF, {NOW}: 100 → 90",
        f"Homes: Vans, Spend, GF, {NOW}: 20 → none",
        f"Homes: Training, Spend, GF, {NOW}: none → 5",
        f"Streets: Fuel, Spend, GF, {NOW}: none → 7",
    ]
    assert list(figure_changes(AFTER, AFTER)) == []


def test_totals_that_moved_are_told_those_of_all_services_first_and_the_others_are_not() -> None:
    before, after = (tallies_of(money, [NOW, NEXT], "£") for money in (BEFORE, AFTER))
    assert [str(one) for one in moved_totals(before, after)] == [
        f"All services: GF, Spend, {NOW}: 120 → 102",
        f"Homes: GF, Spend, {NOW}: 120 → 95",
        f"Streets: GF, Spend, {NOW}: none → 7",
    ]
    assert list(moved_totals(after, after)) == []


def test_what_is_told_of_figures_is_told_apart_from_other_changes_of_a_line() -> None:
    changes = changes_between({"money": BEFORE["Homes"]}, {"money": AFTER["Homes"]}, service="Homes")
    assert [one.title for one in changes if not is_of_figures(one)] == ["Note"]
