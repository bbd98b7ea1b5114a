"""Versions of a plan: what becomes of it when people edit it at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from svcdocs.comparison.plans import Parts, parts_of
from svcdocs.comparison.values import Cell, cells_of, parts_in, plain_words, with_cells, written
from svcdocs.model.as_written import Ref, Refs
from svcdocs.model.assignments import PARTS
from svcdocs.model.base import Record
from svcdocs.model.service_plan import Action, Risk
from svcdocs.workbook.declaration import Sheet
from svcdocs.workbook.service_book import SERVICE_BOOK
from tests.plans import plans

TITLES = (
    "Open a second emergency night shelter",
    "Write down how repairs are ordered",
    "Plant four hundred trees along main roads",
    "Replace boilers before the winter of next year",
    "Survey tenants about their landlords",
    "Move council tax bills to electronic post",
    "Renew swimming baths at Millbrook",
    "Publish an annual parking account",
    "Train apprentices for street lighting",
    "Agree nightly rates with hotel owners",
    "Digitise old burial registers",
    "Sell surplus vehicles by auction",
    "Bring graffiti removal in house",
    "Extend library hours on Sundays",
    "Map every footpath and stile",
    "Give grants to village halls",
)
"""Titles that have next to nothing in common."""


def action(title: str, ref: str = "", **more: Any) -> Action:
    """An action; strings stand for what is typed."""
    return Action.model_validate({"title": title, "ref": ref, **more})


def risk(cause: str, ref: str = "", **more: Any) -> Risk:
    """A risk; strings stand for what is typed."""
    return Risk.model_validate({"cause": cause, "ref": ref, **more})


SHEETS = [sheet for sheet in SERVICE_BOOK.sheets if sheet.holds in PARTS.values()]


@st.composite
def parts(draw: st.DrawFn, sheet: Sheet | None = None) -> Parts:
    """The records of one sheet of any plan, with whatever cells of real returns contain."""
    drawn = sheet or draw(st.sampled_from(SHEETS))
    return {drawn.holds: parts_of(draw(plans(sheets=[drawn])))[drawn.holds]}


@st.composite
def edited(draw: st.DrawFn, base: Parts) -> Parts:
    """A version of a plan after somebody has rewritten, removed, copied, added and moved some of its records."""
    donor = draw(parts(next(sheet for sheet in SHEETS if sheet.holds in base)))
    return {part: tuple(_edited_records(draw, base[part], donor[part])) for part in base}


def _edited_records(draw: st.DrawFn, records: tuple[Record, ...], donors: tuple[Record, ...]) -> list[Record]:
    found: list[Record] = []
    for record in records:
        what = draw(st.sampled_from(("keep", "keep", "remove", "copy", "rewrite")))
        if what in ("keep", "copy"):
            found += [record] * (2 if what == "copy" else 1)
        elif what == "rewrite" and donors:
            found.append(_rewritten(draw, record, draw(st.sampled_from(donors))))
    found += draw(st.lists(st.sampled_from(donors), max_size=2)) if donors else []
    return draw(st.permutations(found)) if draw(st.integers(0, 3)) == 0 else found


def _rewritten(draw: st.DrawFn, record: Record, donor: Record) -> Record:
    theirs = cells_of(donor)
    keys = draw(st.sets(st.sampled_from(sorted(theirs)), max_size=3))
    steps = dict(parts_in(record if draw(st.booleans()) else donor))
    return with_cells(record, cells_of(record) | {key: theirs[key] for key in keys}, steps)


def senses(version: Parts) -> set[str]:
    """Everything that is typed in a version, in one spelling of what says the same."""
    return {sense for records in version.values() for record in records for sense in _senses(record)}


def sense(cell: Cell) -> str:
    """What a cell says, whatever signs and spellings of references it says it in."""
    if isinstance(cell, Ref | Refs):
        return sense_of_refs(cell.text)
    return plain_words(written(cell))


def sense_of_refs(typed: str) -> str:
    """References in one spelling."""
    return ", ".join(ref.canonical for ref in Refs(text=typed).items) or plain_words(typed)


def _senses(record: Record) -> set[str]:
    own = {sense(cell) for cell in cells_of(record).values()}
    return own.union(*(_senses(step) for _, steps in parts_in(record) for step in steps))
