"""Versions of what one contributor says of all services: compared, merged, and which of them was made from which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from svcdocs.comparison.merging import merged
from svcdocs.comparison.plans import Parts, changes_between
from svcdocs.model.base import Record
from svcdocs.model.changes import Change, ChangeKind, Clash

Shares = Mapping[str, Parts]
"""The records of a contributor by service and by part; under "" what is about no service alone."""

_SAID_ANEW = "declarations"
"""The part that everybody fills in who sends a copy back, so that it says nothing of where that came from."""


def changes_in(before: Shares, after: Shares) -> tuple[Change, ...]:
    """What has changed from one version to another, service by service."""
    return tuple(
        change
        for service in dict.fromkeys((*after, *before))
        for change in changes_between(before.get(service, {}), after.get(service, {}), service=service)
    )


def merged_shares(
    base: Shares | None, one: Shares, other: Shares
) -> tuple[dict[str, dict[str, tuple[Record, ...]]], tuple[Clash, ...]]:
    """Two copies as one, and where they contradict each other; there ``one`` stands. Both come from ``base``."""
    found: dict[str, dict[str, tuple[Record, ...]]] = {}
    clashes: list[Clash] = []
    for service in dict.fromkeys((*one, *other)):
        parts = None if base is None else base.get(service, {})
        made = merged(parts, one.get(service, {}), other.get(service, {}))
        found[service] = made.parts
        clashes += made.clashes
    return found, tuple(clashes)


def goes_on_from(base: Shares, version: Shares, new: Shares, *, wholly: bool = False) -> bool:
    """Whether ``new`` was made from ``version``, and not from the ``base`` that ``version`` was made from.

    Whoever goes on from a version keeps most of what is new in it; whoever goes on from its base has none of that. In
    doubt it was not: what is merged needlessly is told, and what is not merged would be lost. ``wholly`` asks that all
    of it is there: for a version that nobody but the policy officer has seen.
    """
    there = [change for change in changes_in(base, version) if change.part != _SAID_ANEW]
    gap = [change for change in changes_in(version, new) if change.part != _SAID_ANEW]
    undone, touched = _undone(there, gap), _touched(there, gap)
    if wholly:
        return not touched
    made = sum(change.kind is not ChangeKind.MOVED for change in there)
    return not undone or undone < made - touched


def left_behind(base: Shares, version: Shares, new: Shares) -> Iterator[Clash]:
    """Where ``version`` has typed over a value of ``base`` that still stands in ``new``; ``one`` is what it has typed.

    Nobody can tell from the copies whether ``new`` has not seen that, or has taken it back.
    """
    made = Counter((*_spot(each), each.before, each.after) for each in changes_in(base, version) if _types_over(each))
    for change in changes_in(version, new):
        taken_back = (*_spot(change), change.after, change.before)
        if _types_over(change) and made[taken_back]:
            made[taken_back] -= 1
            yield Clash(
                change.part,
                record=change.record,
                step=change.step,
                field=change.field,
                title=change.title,
                base=change.after,
                one=change.before,
                other=change.after,
                kept=change.before,
                cell_one=change.cell_before,
                cell_other=change.cell_after,
            )


def _undone(there: Sequence[Change], gap: Sequence[Change]) -> int:
    """How many changes are taken back by others."""
    inverse = Counter((*_spot(change), change.before, change.after) for change in there)
    back = Counter((*_spot(change), change.after, change.before) for change in gap)
    return (inverse & back).total()


def _touched(there: Sequence[Change], gap: Sequence[Change]) -> int:
    """How many changes are not as they were made any more, whether taken back or made anew."""
    made = Counter((*_spot(change), change.after) for change in there if change.after)
    left = Counter((*_spot(change), change.before) for change in gap if change.before)
    gone = Counter((*_spot(change), change.before) for change in there if change.kind is ChangeKind.REMOVED)
    again = Counter((*_spot(change), change.after) for change in gap if change.kind is ChangeKind.ADDED)
    blanked = Counter((*_spot(change), change.before) for change in there if _empties(change))
    refilled = Counter((*_spot(change), change.after) for change in gap if not change.before and not _is_whole(change))
    return (made & left).total() + (gone & again).total() + (blanked & refilled).total()


def _spot(change: Change) -> tuple[str, str, str]:
    return change.service, change.part, change.field


def _types_over(change: Change) -> bool:
    return change.kind is ChangeKind.CHANGED and bool(change.before and change.after)


def _is_whole(change: Change) -> bool:
    return change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)


def _empties(change: Change) -> bool:
    return not change.after and not _is_whole(change) and change.kind is not ChangeKind.MOVED
