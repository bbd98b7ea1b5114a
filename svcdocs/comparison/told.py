"""Changes in the words of a receipt: a line each, and one line for several of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.findings import in_short


def told(changes: Iterable[Change]) -> tuple[str, ...]:
    """Changes as lines: "Finish by of HC1 Open a hub: 'March 2028' is now 'June 2028'"; never none."""
    lines = [line for _, group in groupby(changes, _alike) for line in _lines(list(group))]
    return tuple(lines) or ("nothing has changed",)


def _alike(change: Change) -> tuple[str, str, str, str]:
    return change.part, change.kind, change.record if change.field else "", change.field


def _lines(group: list[Change]) -> Iterator[str]:
    first = group[0]
    if first.kind is ChangeKind.CHANGED:
        for change in group:
            yield (
                f"{change.title} of {change.step or change.record}: "
                f"'{in_short(change.before)}' is now '{in_short(change.after)}'"
            )
    elif first.kind is ChangeKind.MOVED:
        yield f"{first.part.replace('_', ' ')}: in another order"
    else:
        names = ", ".join(change.step or change.record for change in group)
        yield f"{len(group)} {first.field or first.part} {first.kind}: {names}".replace("_", " ")
