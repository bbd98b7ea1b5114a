"""The year's milestones: the council's dates, and the headline commitments that end in the first year of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from svcdocs.documents.corporate_actions import Style, finish, is_published, plain_line
from svcdocs.model.corporate_view import Contribution, CorporateView
from svcdocs.model.dates import read_date
from svcdocs.model.framework import CalendarDate
from svcdocs.model.service_plan import Action

_MOST_ROWS = 24
"""More than a page of dates nobody reads; then those of the planning round that lie before the version are left out."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date in the council's year."""

    when: str
    """The day or month."""
    what: str
    """What happens."""
    who: str
    """Whose date it is."""


@dataclass(frozen=True, slots=True)
class Milestones:
    """The council's dates, and what ends in the first year."""

    rows: tuple[DateRow, ...]
    """The dates in their order; what has no date that can be read comes last."""
    note: str
    """How many dates are left out since they lie before the version; empty where none is."""


_Placed = tuple[date | None, date | None, DateRow]


def milestones(view: CorporateView, style: Style) -> Milestones:
    """The council's calendar, and the headline commitments that end in the first year, in the order of their dates."""
    framework = style.framework
    calendar = [_dated(row, style) for row in framework.calendar]
    ends = list(_ends(view, style))
    version = framework.about.version_date.meaning.first
    kept = calendar
    if version is not None and len(calendar) + len(ends) > _MOST_ROWS:
        kept = [one for one in calendar if one[1] is None or one[1] >= version]
    rows = sorted((*kept, *ends), key=lambda one: (one[0] is None, str(one[0]), str(one[1])))
    left = len(calendar) - len(kept)
    note = style.words.dates_left_out.format(count=left, date=framework.about.version_date.text.strip()) if left else ""
    return Milestones(tuple(row for *_, row in rows), note)


def _dated(row: CalendarDate, style: Style) -> _Placed:
    none, meaning = style.words.not_given, row.when.meaning
    shown = DateRow(row.when.text or none, row.what or none, row.who or style.words.dash)
    return meaning.first, meaning.last, shown


def _ends(view: CorporateView, style: Style) -> Iterator[_Placed]:
    """The headline commitments that end in the first year of the plan; those of one day in one row."""
    framework = style.framework
    first = framework.first_day
    if first is None:
        return
    until = first.replace(year=first.year + 1)
    by_end: dict[tuple[date, str], list[Contribution]] = {}
    for one in _headlines(view):
        if isinstance(one.record, Action) and is_published(one.record):
            when = finish(one.record)
            last = read_date(when, framework.financial_years.starts).last
            if last is not None and first <= last < until:
                by_end.setdefault((last, when), []).append(one)
    for (last, when), found in by_end.items():
        what = "; ".join(_named(one.record, style) for one in found if isinstance(one.record, Action))
        who = "; ".join(dict.fromkeys(one.service for one in found))
        yield last, last, DateRow(when, style.words.headline_ends.format(actions=what), who)


def _headlines(view: CorporateView) -> Iterable[Contribution]:
    return (*(one for aim in view.aims for one in aim.headlines), *view.other_headlines)


def _named(action: Action, style: Style) -> str:
    return plain_line(action.title) or action.ref.text.strip() or style.words.not_given
