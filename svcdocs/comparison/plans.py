"""The changes from one version of a plan, or of one contributor's part of it, to another: by record and by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from svcdocs.comparison.matching import paired
from svcdocs.comparison.naming import all_words_of, called, words_of
from svcdocs.comparison.values import Cell, cells_of, parts_in, title_of, written
from svcdocs.model.base import Record
from svcdocs.model.changes import Change, ChangeKind, How, Matched
from svcdocs.model.service_plan import ServicePlan

Parts = Mapping[str, tuple[Record, ...]]


def parts_of(plan: ServicePlan) -> Parts:
    """The records of a plan by the fields they stand in."""
    return {name: getattr(plan, name) for name in ServicePlan.model_fields if name != "service"}


def part_names(*versions: Parts) -> tuple[str, ...]:
    """The parts that any of some versions has: those of a plan in its order, then others as they come."""
    there = dict.fromkeys(name for version in versions for name in version)
    known = [name for name in ServicePlan.model_fields if name in there]
    return tuple(dict.fromkeys((*known, *there)))


def changes_between(before: Parts, after: Parts, *, service: str = "") -> tuple[Change, ...]:
    """What has changed, part by part in the order of the plan, record by record in the order of ``after``.

    A record that has come or gone is one change, and so is each field of one that is there in both; for a family, each
    of its members. Steps are told like records. Another order of the records of a part is told once. Versions that say
    the same give nothing, wherever they were read.
    """
    return tuple(
        change
        for part in part_names(before, after)
        if before.get(part, ()) != after.get(part, ())
        for change in _of_records(_Spot(part, service), before.get(part, ()), after.get(part, ()))
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in a plan changes are: the part, and for steps the record they belong to and the field it holds them in."""

    part: str
    service: str
    record: str = ""
    holds: str = ""


def _of_records(spot: _Spot, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    """The changes of records one by one, and then that of their order."""
    pairs = paired(before, after)
    for pair in pairs:
        old = None if pair.before is None else before[pair.before]
        new = None if pair.after is None else after[pair.after]
        yield from _of_record(spot, Matched(old, new, pair.how or ""))
    order = [pair.before for pair in pairs if pair.before is not None and pair.after is not None]
    if order != sorted(order):
        yield Change(ChangeKind.MOVED, spot.part, record=spot.record, field=spot.holds, service=spot.service)


def _of_record(spot: _Spot, pair: Matched[Record]) -> Iterator[Change]:
    """The changes of a record: that it has come or gone, else those of its fields, and of its steps in turn."""
    if pair.before is None or pair.after is None:
        yield _whole(spot, pair)
        return
    yield from _of_cells(spot, pair.before, pair.after, pair.how)
    if spot.holds:
        return
    after = dict(parts_in(pair.after))
    for holds, steps in parts_in(pair.before):
        within = _Spot(spot.part, spot.service, called(pair.after), holds)
        yield from _of_records(within, steps, after[holds])


def _of_cells(spot: _Spot, before: Record, after: Record, how: How | Literal[""]) -> Iterator[Change]:
    """A change for each cell of a record, or of a step, that is written otherwise."""
    old, new = cells_of(before), cells_of(after)
    for key in dict.fromkeys((*old, *new)):
        if _differ(old.get(key), new.get(key)):
            yield Change(
                ChangeKind.CHANGED,
                spot.part,
                record=spot.record or called(after),
                step=called(after) if spot.holds else "",
                field=f"{spot.holds}.{key}" if spot.holds else key,
                title=title_of(after, key),
                before=written(old.get(key)),
                after=written(new.get(key)),
                how=how,
                cell_before=before.cell(key),
                cell_after=after.cell(key),
                service=spot.service,
            )


def _whole(spot: _Spot, pair: Matched[Record]) -> Change:
    """A record, or a step, that has come or gone."""
    one = pair.after or pair.before
    assert one is not None
    words = words_of(one) or all_words_of(one)
    return Change(
        ChangeKind.ADDED if pair.before is None else ChangeKind.REMOVED,
        spot.part,
        record=spot.record or called(one),
        step=called(one) if spot.holds else "",
        field=spot.holds,
        before=words if pair.before is not None else "",
        after=words if pair.after is not None else "",
        cell_before=pair.before.cell() if pair.before else None,
        cell_after=pair.after.cell() if pair.after else None,
        service=spot.service,
    )


def _differ(one: Cell | None, other: Cell | None) -> bool:
    """Whether two cells are written differently; one that is not there is blank."""
    return one != other and bool(one or other)
