"""Which tab is which sheet: by its name, or else by what stands on it, one solution for the whole workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.workbook.also_called import SHEETS
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.finding_heads import find_heads
from svcdocs.workbook.headings import fold
from svcdocs.workbook.layout import LISTS_SHEET, Layout
from svcdocs.workbook.likeness import NEAR, SURE, Guess, alike, without_copy_mark
from svcdocs.workbook.matching import best_pairs
from svcdocs.workbook.placing import place_columns, wanted_of
from svcdocs.workbook.service_book import TEXT

_START_HERE = "start here"
_SET_ASIDE = re.compile(r"\b(?:old|archived?|previous|last|example|sample|backup|draft|spare|template|(?:19|20)\d\d)\b")
"""Words in the name of a tab that say it is not what counts."""
_LONGEST_NAME = 31
_ENOUGH = 3  # headings of ours by which a tab is known whatever it is called
_NAMED = 1000.0  # more than headings can speak for a tab, its name does
_REFERENCE = re.compile(r"^(?:\[0\])?'?((?:[^'!]|'')+)'?!")


@dataclass(slots=True)
class Tabs:
    """The tabs of a workbook by the sheets they are: for what each sheet holds, its tab and the guess behind it.

    ``more`` are further tabs like a sheet that has one already: copies of it, or parts. ``strangers`` are of no sheet.
    """

    found: dict[str, CellSheet] = field(default_factory=dict)
    guesses: dict[str, Guess] = field(default_factory=dict)
    more: dict[str, list[CellSheet]] = field(default_factory=dict)
    strangers: list[CellSheet] = field(default_factory=list)


def tabs_of(book: CellBook, layout: Layout, sheets: Sequence[Sheet]) -> Tabs:
    """The tabs of a workbook. A tab with the name of a sheet is that sheet; only the rest is guessed, all at once."""
    tabs = Tabs()
    by_name = {fold(tab.name): tab for tab in reversed(book.sheets)}
    rest = [tab for tab in book.sheets if by_name[fold(tab.name)] is not tab]
    for sheet in sheets:
        theirs = by_name.pop(fold(layout.name(sheet)), None)
        tab = theirs or by_name.pop(fold(sheet.name), None)
        if tab is not None:
            tabs.found[sheet.holds] = tab
    order = {id(tab): number for number, tab in enumerate(book.sheets)}
    rest = sorted((tab for tab in (*by_name.values(), *rest) if _may_be_ours(tab)), key=lambda tab: order[id(tab)])
    named = _named_on(tabs.found.get(TEXT.holds))
    own = [tab for tab in rest if fold(tab.name) in named]
    rest = [tab for tab in rest if fold(tab.name) not in named]
    if rest:
        likeness = _Likeness(book, layout)
        there = [sheet for sheet in sheets if sheet.holds in tabs.found]
        missing = [sheet for sheet in sheets if sheet.holds not in tabs.found]
        # "Actions (2)" beside "Actions" is a copy of that, and no other sheet with the same headings.
        rest = _further(rest, there, tabs, likeness, least=_NAMED)
        rest = _pair(rest, missing, tabs, likeness)
        rest = _further(rest, [sheet for sheet in sheets if sheet.holds in tabs.found], tabs, likeness, least=1)
    tabs.strangers = [*own, *rest]
    return tabs


def _named_on(text: CellSheet | None) -> frozenset[str]:
    """The folded names of tabs that cells of the sheet Text may name: such a tab holds a table of the service's own."""
    rows = text.rows.values() if text else ()
    return frozenset(fold(cell.text) for row in rows for cell in row.values() if len(cell.text) <= _LONGEST_NAME)


def _may_be_ours(tab: CellSheet) -> bool:
    """Whether a tab may be a sheet of ours under another name: it holds something, and nobody calls it their own."""
    return bool(tab.rows) and not tab.name.startswith("#") and fold(tab.name) not in (_START_HERE, fold(LISTS_SHEET))


def _pair(rest: Sequence[CellSheet], missing: Sequence[Sheet], tabs: Tabs, likeness: _Likeness) -> list[CellSheet]:
    """Give each sheet that is missing the tab most like it; gives back the tabs that are left."""
    sheets = [sheet for sheet in missing if likeness.layout.columns(sheet)]
    scores = [[likeness.score(tab, sheet) for sheet in sheets] for tab in rest]
    taken = set()
    for row, number in best_pairs(scores):
        tab, sheet = rest[row], sheets[number]
        taken.add(row)
        tabs.found[sheet.holds] = tab
        sure = likeness.is_sure(tab, sheet)
        tabs.guesses[sheet.holds] = Guess(tab.name, likeness.layout.name(sheet), sure)
    return [tab for row, tab in enumerate(rest) if row not in taken]


def _further(
    rest: Sequence[CellSheet], sheets: Sequence[Sheet], tabs: Tabs, likeness: _Likeness, *, least: float
) -> list[CellSheet]:
    """Put tabs that are like a sheet with a tab of its own beside that; gives back the tabs that are left."""
    left = []
    for tab in rest:
        like = [(likeness.as_copy(tab, sheet), -number) for number, sheet in enumerate(sheets)]
        score, number = max(like, default=(0.0, 0))
        if score >= least:
            tabs.more.setdefault(sheets[-number].holds, []).append(tab)
        else:
            left.append(tab)
    return left


class _Likeness:
    """How much the tabs of a workbook are like its sheets."""

    def __init__(self, book: CellBook, layout: Layout) -> None:
        self.layout = layout
        self._named = _by_defined_name(book, layout)
        self._seen: dict[tuple[int, str], tuple[int, int]] = {}

    def score(self, tab: CellSheet, sheet: Sheet) -> float:
        """How much speaks for a tab being a sheet that is missing; 0 where it is not to be guessed."""
        words, (found, strange) = self._words(tab, sheet), self._heads(tab, sheet)
        given = 0.05 if sheet in self.layout.sheets else 0.0
        if self._named.get(fold(tab.name)) == sheet.holds and (found or words >= NEAR):
            return 3 + words + given
        known = found / (found + strange) if found else 0.0
        if words >= SURE:
            return 1 + words + known + given if found or sheet in self.layout.sheets else 0.0
        if words >= NEAR and found > 1:
            return words + known + given
        if found < _ENOUGH or found <= strange or not _counts(tab):
            return 0.0
        return 0.5 * known + found / 100 + given

    def is_sure(self, tab: CellSheet, sheet: Sheet) -> bool:
        """Whether nobody needs to be asked if a tab is a sheet."""
        found, strange = self._heads(tab, sheet)
        named = self._named.get(fold(tab.name)) == sheet.holds
        return (named or self._words(tab, sheet) >= SURE) and found > strange

    def as_copy(self, tab: CellSheet, sheet: Sheet) -> float:
        """How much speaks for a tab being a copy or a part of a sheet that has a tab already; 0 if nothing does."""
        if sheet.shape is Shape.FORM:
            return 0.0
        found, strange = self._heads(tab, sheet)
        words = self._words(tab, sheet)
        named = self._named.get(fold(tab.name)) == sheet.holds
        same = found > 1 and found >= strange and (words >= SURE or named)
        alone = found > _ENOUGH and found > 4 * strange and _counts(tab)
        return found + _NAMED * same if same or alone else 0.0

    def _words(self, tab: CellSheet, sheet: Sheet) -> float:
        names = (self.layout.name(sheet), sheet.name)
        also = SHEETS.get(sheet.holds, ())
        return max(alike(tab.name, names, also), alike(without_copy_mark(tab.name), names, also))

    def _heads(self, tab: CellSheet, sheet: Sheet) -> tuple[int, int]:
        """How many headings on a tab are those of a sheet, and how many are not."""
        key = (id(tab), sheet.holds)
        if key not in self._seen:
            self._seen[key] = self._count(tab, sheet)
        return self._seen[key]

    def _count(self, tab: CellSheet, sheet: Sheet) -> tuple[int, int]:
        columns = self.layout.columns(sheet)
        if sheet.shape is Shape.FORM:
            asked = {fold(title) for column in columns for title in (column.title, column.ours)}
            found = sum(1 for row in tab.rows.values() for cell in list(row.values())[:1] if fold(cell.text) in asked)
            return found, max(len(columns) - found, 0)
        wanted = wanted_of(sheet, columns, self.layout.answers)
        heads = find_heads(tab, wanted)
        if heads is None:
            return 0, 0
        places, guesses = place_columns(tab, heads, wanted)
        asking = {
            place
            for place, title in heads.titles.items()
            if title.strip() and not title.strip().startswith("#") and fold(title) not in wanted.ours
        }
        unsure = sum(not guess.sure for guess in guesses)
        return len(places) - unsure, len(asking - places.keys()) + unsure


def _counts(tab: CellSheet) -> bool:
    """Whether a tab whose name says nothing may count all the same."""
    return tab.visible and not _SET_ASIDE.search(fold(tab.name))


def _by_defined_name(book: CellBook, layout: Layout) -> Mapping[str, str]:
    """What the names given to our headings say: the folded name of a tab by what it held when it was sent out.

    A spreadsheet program moves these names along when a sheet is renamed, and doubles them when it is copied.
    """
    holds: dict[str, str] = {}
    for sheet in layout.known:
        for name in (layout.name(sheet), sheet.name):
            holds.setdefault(_identifier(f"ColumnTitle_{name}"), sheet.holds)
    return dict(_tabs_of_names(book.names, holds))


def _tabs_of_names(names: Mapping[str, str], holds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, reference in names.items():
        held = holds.get(_identifier(name.rpartition("!")[2]))
        match = _REFERENCE.match(reference.lstrip("=$"))
        if held is not None and match is not None:
            yield fold(match[1].replace("''", "'")), held


def _identifier(name: str) -> str:
    return re.sub(r"\W", "_", name).casefold()
