"""Two versions of the figures: line by line what was and what is, and which control totals have moved."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.comparison.matching import matched
from svcdocs.comparison.naming import called
from svcdocs.model.as_written import Amount
from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.receipts import FigureChange
from svcdocs.model.tallies import Lines, Tallies, said

_NONE = Amount()


def figure_changes(before: Lines, after: Lines) -> Iterator[FigureChange]:
    """Every figure that is written otherwise, by service and line in the order of ``after``."""
    for service in dict.fromkeys((*after, *before)):
        for pair in matched(tuple(before.get(service, ())), tuple(after.get(service, ()))):
            line = pair.after or pair.before
            assert line is not None
            old, new = (one.figures if one else {} for one in (pair.before, pair.after))
            for column in dict.fromkeys((*old, *new)):
                was, now = (figures.get(column, _NONE).text.strip() for figures in (old, new))
                if was != now:
                    yield FigureChange(service, called(line), column, was, now)


def is_of_figures(change: Change) -> bool:
    """Whether a change is one of those that ``figure_changes`` tells: of a figure, or of a line as a whole."""
    is_whole = change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
    return change.part == "money" and (is_whole or change.field.startswith("figures "))


def moved_totals(before: Tallies, after: Tallies) -> Iterator[FigureChange]:
    """The control totals that have changed, come or gone: those of all services first."""
    was, now = ({one.key: one for one in each.tallies} for each in (before, after))
    for key in dict.fromkeys((*now, *was)):
        one = now.get(key) or was[key]
        old, new = (dict(each[key].sums) if key in each else {} for each in (was, now))
        for column in dict.fromkeys((*old, *new)):
            if old.get(column) != new.get(column):
                yield FigureChange(
                    one.service or "All services",
                    f"{one.fund or 'no fund named'}, {one.kind}",
                    column,
                    said(old[column]) if old.get(column) is not None else "",
                    said(new[column]) if new.get(column) is not None else "",
                )
