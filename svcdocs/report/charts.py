"""Counts as bars: for each bar its stretches in per cent of the longest one, ready to be drawn, and the facts in words.

A bar is drawn in per cent of the width it has, and its words in their own size, so that it is read on any screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.model.findings import Severity
from svcdocs.model.months import Month
from svcdocs.model.states import Standing, State
from svcdocs.report.folding import OfService

_LONGEST = 26
"""Characters of a name that stand over a bar on a narrow screen; the table has the whole name."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar: where it begins and how long it is, in per cent, and what it stands for ("error", "plain")."""

    kind: str
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is about, its figures as they stand beside it, and its parts."""

    label: str
    figures: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of some counts, and the same facts as a table: ``heads``, and under them ``rows``.

    ``beside`` says that the short names stand beside their bars and not over them. ``kinds`` are the parts of a bar
    with the words for them, where there are several.
    """

    key: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    beside: bool = False
    kinds: tuple[tuple[str, str], ...] = ()


def states_chart(standings: Iterable[Standing]) -> Chart:
    """How many contributors have come how far."""
    counts = dict.fromkeys(State, 0)
    for one in standings:
        counts[one.state] += 1
    rows = [(state.value.capitalize(), (count,)) for state, count in counts.items()]
    return _chart("states", "Returns by state", "returns", rows, ("State", "Returns"))


def findings_chart(services: Iterable[OfService], whole: str) -> Chart:
    """How many findings of each weight each service has; ``whole`` is what the council as a whole is called."""
    rows = [(one.name or whole, tuple(one.counts)) for one in services]
    heads = ("Service", *(weight.asks.capitalize() for weight in Severity))
    kinds = tuple((weight.value, weight.asks.capitalize()) for weight in Severity)
    return _chart("weights", "Findings by service and weight", "findings", rows, heads, kinds=kinds)


def months_charts(months: Sequence[Month]) -> tuple[Chart, ...]:
    """The steps due and the actions ending in each month."""
    steps, ends = ([(month.name, (count,)) for month, count in _each(months, what)] for what in ("steps", "actions"))
    return (
        _chart("steps", "Steps due by month", "steps", steps, ("Month", "Steps due"), beside=True),
        _chart("ends", "Actions ending by month", "actions", ends, ("Month", "Actions ending"), beside=True),
    )


def _each(months: Sequence[Month], what: str) -> Iterable[tuple[Month, int]]:
    return ((month, getattr(month, what)) for month in months)


def _chart(
    key: str,
    title: str,
    what: str,
    rows: Sequence[tuple[str, tuple[int, ...]]],
    heads: tuple[str, ...],
    *,
    beside: bool = False,
    kinds: tuple[tuple[str, str], ...] = (),
) -> Chart:
    longest = max((sum(counts) for _, counts in rows), default=0) or 1
    names = [kind for kind, _ in kinds] or ["plain"]
    return Chart(
        key=key,
        title=title,
        description=_description(what, rows),
        bars=tuple(_bar(label, counts, names, longest) for label, counts in rows),
        heads=heads,
        rows=tuple((label, *(f"{count:,}" for count in counts)) for label, counts in rows),
        beside=beside,
        kinds=kinds,
    )


def _bar(label: str, counts: Sequence[int], kinds: Sequence[str], longest: int) -> Bar:
    stretches, done = [], 0
    for kind, count in zip(kinds, counts, strict=True):
        if count:
            stretches.append(Stretch(kind, _per_cent(done, longest), _per_cent(count, longest)))
        done += count
    short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
    return Bar(short, " + ".join(f"{count:,}" for count in counts), tuple(stretches))


def _description(what: str, rows: Sequence[tuple[str, tuple[int, ...]]]) -> str:
    """The picture in a sentence: how much there is in all, and where most of it is."""
    total = sum(sum(counts) for _, counts in rows)
    if not total:
        return f"There are no {what}."
    label, most = max(((label, sum(counts)) for label, counts in rows), key=lambda each: each[1])
    return f"{total:,} {what} in all; the longest bar, {most:,}, is {label}. The table below has every figure."


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
