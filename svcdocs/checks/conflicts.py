"""Conflicts: what two contributors to one plan have both given, told with both cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from svcdocs.checks.rule import ERROR, WARNING, Example, Hit, Rule
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.resources import MoneyLine, Post
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.model.teams import team_called

GIVEN_TWICE = Rule(
    "given-twice",
    "Two contributors give the same thing",
    WARNING,
    ERROR,
    "officer",
    message="The same post, line of money or text comes from two workbooks of one plan, so it counts twice.",
    remedy="Ask the two whose it is, and have it taken out of the other workbook.",
    example=Example(
        "Framework/Who fills in what | Who: Head of service | Sheets: Money\n"
        "Framework/Who fills in what | Who: Finance | Sheets: Money\n"
        "Money | Heading: Grounds upkeep | Type: Spend | 2027/28 estimate: 12,000\n"
        "Finance/Money | Service: Housing | Heading: Grounds upkeep | Type: Spend | 2027/28 estimate: 12,000",
        "Framework/Who fills in what | Who: Head of service | Sheets: Money\n"
        "Framework/Who fills in what | Who: Finance | Sheets: Money\n"
        "Finance/Money | Service: Housing | Heading: Grounds upkeep | Type: Spend | 2027/28 estimate: 12,000",
    ),
)

R = TypeVar("R", bound=Record)
_HINT = "Both are kept. Ask the two whose it is, and have it taken out of the other workbook."


def things_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """A post, a team's total, a line of money or the words of a section that come from two workbooks of one plan."""
    for plan in cycle.plans:
        teams = _teams(cycle.framework, plan.service)
        yield from _posts(plan, teams)
        yield from _money(plan, teams)
        yield from _words(plan, cycle.framework)


Teams = Callable[[str], str]


def _posts(plan: ServicePlan, teams: Teams) -> Iterator[Hit]:
    def key(post: Post) -> tuple[str, ...]:
        return (teams(post.team), folded(post.title)) if post.team or post.title else ()

    for first, again in _in_two_files(plan.posts, key):
        of_team = f" of {in_short(again.team)}" if again.team else ""
        what = f"The post '{in_short(again.title)}'{of_team}" if again.title else f"The total of posts{of_team}"
        yield _hit(what, first, again, plan)


def _money(plan: ServicePlan, teams: Teams) -> Iterator[Hit]:
    def key(line: MoneyLine) -> tuple[str, ...]:
        return (folded(line.heading), folded(line.kind), folded(line.fund), teams(line.team)) if line.heading else ()

    for first, again in _in_two_files(plan.money, key):
        yield _hit(f"The line '{in_short(again.heading)}'", first, again, plan)


def _words(plan: ServicePlan, framework: Framework) -> Iterator[Hit]:
    def key(passage: Passage) -> tuple[str, ...]:
        section = framework.section(passage.section, plan.service)
        given = section is not None and passage.text and not passage.team
        return (section.key, folded(passage.text.plain)) if section is not None and given else ()

    for first, again in _in_two_files(plan.passages, key):
        yield _hit(f"The text '{in_short(again.text.plain)}'", first, again, plan)


def _in_two_files(records: Iterable[R], key: Callable[[R], tuple[str, ...]]) -> Iterator[tuple[R, R]]:
    """Records that say what another workbook has said already, each with the first that did."""
    first: dict[tuple[str, ...], R] = {}
    for record in records:
        place, same = record.cell(), key(record)
        if place is None or not same:
            continue
        held = first.setdefault(same, record)
        there = held.cell()
        if there is not None and there.file != place.file:
            yield held, record


def _hit(what: str, first: Record, again: Record, plan: ServicePlan) -> Hit:
    here, there = again.cell() or CellRef(""), first.cell() or CellRef("")
    message = (
        f"{what} is given here and in {there.cell} of the sheet '{there.sheet}' of '{there.file}' as well,"
        " so it counts twice."
    )
    return Hit(GIVEN_TWICE, message, _HINT, plan.service, again, where=here)


def _teams(framework: Framework, service: str) -> Teams:
    """The name in use of a team, by any of its names."""

    @cache
    def in_use(name: str) -> str:
        row = team_called(framework, service, name)
        return folded(row.team if row else name)

    return in_use
