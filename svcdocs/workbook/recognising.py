"""Whose workbook it is that no longer knows of itself: told from its guide, its names and the records on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.excel.cells import CellBook
from svcdocs.model.assignments import Assignment
from svcdocs.model.base import Record
from svcdocs.model.given_refs import REQUEST_SIGN, new_refs
from svcdocs.model.names import all_folded, folded
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.model.teams import names_of
from svcdocs.workbook.guide import CYCLE, WHOSE
from svcdocs.workbook.headings import fold
from svcdocs.workbook.identity import Identity, cycle_name
from svcdocs.workbook.layout import LISTS_SHEET, Layout
from svcdocs.workbook.likeness import letters_of

_STATED, _TITLED, _RECORDS, _TEAM, _SERVICES = 10.0, 6.0, 8.0, 2.0, 2.0
_SURE, _LEAD = 5.0, 3.0
"""From so much on a workbook is somebody's for sure, if nobody else's workbook comes as near as this to it."""
_LONG = 12  # so many letters of a record are hardly anybody else's
_FEW = 2  # so many records of an earlier version have to be found again


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose workbook it may be; ``earlier`` is what theirs said when it was sent out or came back before."""

    layout: Layout
    earlier: tuple[ServicePlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whose workbook it may be, how much speaks for that, and what does, each in a few words."""

    assignment: Assignment
    score: float
    reasons: tuple[str, ...]
    is_sure: bool = False


def stated_identity(book: CellBook) -> Identity:
    """What a workbook's guide says for everybody to see: whose it is and of which cycle; blank where it does not."""
    said: dict[str, str] = {}
    for tab in book.sheets:
        for row in tab.rows.values():
            label, answer = row.get(1), row.get(2)
            if label is not None and answer is not None and fold(label.text) in (fold(WHOSE), fold(CYCLE)):
                said.setdefault(fold(label.text), answer.text.strip())
    return Identity(contributor=said.get(fold(WHOSE), ""), cycle=said.get(fold(CYCLE), ""))


def recognise(book: CellBook, candidates: Sequence[Candidate]) -> tuple[Recognised, ...]:
    """Whose workbook it may be, the likeliest first; nobody's whose likeness is chance, or that is of another cycle.

    One is sure only where much speaks for it and much less for the next.
    """
    stated, words = stated_identity(book), _Words(book)
    found = []
    for candidate in candidates:
        if stated.cycle and folded(stated.cycle) != folded(cycle_name(candidate.layout.framework)):
            continue
        said = list(_reasons(candidate, stated, words))
        if said:
            reasons = tuple(reason for _, reason in said)
            found.append(Recognised(candidate.layout.assignment, sum(score for score, _ in said), reasons))
    found.sort(key=lambda one: -one.score)
    second = found[1].score if len(found) > 1 else 0.0
    if found and found[0].score >= _SURE and found[0].score - second >= _LEAD:
        found[0] = Recognised(found[0].assignment, found[0].score, found[0].reasons, is_sure=True)
    return tuple(found)


class _Words:
    """What stands in the cells of a workbook, for looking up."""

    def __init__(self, book: CellBook) -> None:
        # The lists behind the drop-downs name everybody, whoever's workbook it is.
        tabs = [tab for tab in book.sheets if fold(tab.name) != fold(LISTS_SHEET)]
        texts = [cell.text for tab in tabs for row in tab.rows.values() for cell in row.values()]
        self.title = folded(book.title)
        self.names = all_folded(line for text in texts for line in text.split("\n"))
        self.long = {bare for text in texts if len(bare := letters_of(text)) >= _LONG}
        heads = [cell for tab in tabs for row in list(tab.rows.values())[:1] for cell in list(row.values())[:1]]
        self.titles = all_folded(cell.text for cell in heads)


def _reasons(candidate: Candidate, stated: Identity, words: _Words) -> Iterator[tuple[float, str]]:
    """What speaks for a candidate, each with its weight."""
    layout, whose = candidate.layout, candidate.layout.assignment
    name = folded(whose.contributor)
    if name and folded(stated.contributor) == name:
        yield _STATED, "its guide says so"
    title = folded(f"{layout.framework.about.council}: {whose.contributor}")
    if name and (words.title.endswith(f": {name}") or title in words.titles):
        yield _TITLED, "its title says so"
    if whose.asks_for_answers and (count := _references(whose.service, words.names)):
        yield _RECORDS, f"{count} of its references are those of requests to {whose.service}"
    again, all_of_them = _known_again(candidate.earlier, words.long)
    if again >= _FEW or (again and again == all_of_them):
        yield _RECORDS * again / all_of_them, f"{again} of {all_of_them} texts are those of its last version"
    teams = [row for row in layout.framework.teams_of(whose.service) if row.team and whose.team in ("", row.team)]
    named = [row.team for row in teams if all_folded(names_of(row)) & words.names]
    if named:
        # A team's own workbook names it for certain; that of its service may name it as well.
        yield _TEAM if whose.team else _TEAM / 2, f"it names {' and '.join(named[:_FEW])}"
    services = [name for name in whose.services if folded(name) in words.names] if whose.central else []
    if len(services) > 1:
        yield _SERVICES, f"it names {len(services)} services"


def _known_again(plans: Sequence[ServicePlan], long: Collection[str]) -> tuple[int, int]:
    """How many texts of an earlier version stand in the workbook, and how many there are."""
    texts = {bare for plan in plans for text in _texts(plan) if len(bare := letters_of(text)) >= _LONG}
    return sum(1 for text in texts if text in long), len(texts)


def _references(asked: str, names: Collection[str]) -> int:
    """How many references of requests to somebody stand in the workbook."""
    begins = folded(next(new_refs(asked, (), sign=REQUEST_SIGN)).removesuffix("1"))
    return sum(name.startswith(begins) and name.removeprefix(begins).isdecimal() for name in names)


def _texts(plan: ServicePlan) -> Iterator[str]:
    for part in ServicePlan.model_fields:
        for record in getattr(plan, part) if part != "service" else ():
            yield from _told(record)


def _told(record: Record) -> Iterator[str]:
    names = ("text",) if isinstance(record, Passage) else ("title", "name", "cause", "text", "what", "heading")
    yield from (str(value) for name in names if (value := getattr(record, name, "")))
