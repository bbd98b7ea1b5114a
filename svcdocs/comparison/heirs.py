"""What records of last year are this year: as their team says, else by reference, then by near words, one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from svcdocs.comparison.accounts import Left
from svcdocs.comparison.matching import paired
from svcdocs.model.accounts import Account
from svcdocs.model.as_written import Ref
from svcdocs.model.continuity import Fate, Found, Heir, Kept, kept_in
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Risk

_OVER = (Fate.DONE, Fate.DROPPED, Fate.MERGED)
"""What a team says of a record that should not be there any more: words near to its own are no sign that it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record of last year with what its team says of it: its row, and what that picks."""

    left: Left
    account: Account | None
    said: Fate | None


class Heirs:
    """Which record of this year each record of last year is; no two of them are one."""

    def __init__(self, cycle: Cycle, told: Sequence[Told]) -> None:
        self._cycle = cycle
        self._rows = {(plan.service, kind): rows for plan in cycle.plans for kind, rows in kept_in(plan).items()}
        self._elsewhere = _by_ref(cycle)
        self._heirs: dict[int, tuple[Heir, Found]] = {}
        self._taken: set[int] = set()
        self._named = {id(one): self._looked_up(one) for one in told}
        self._take_as_said(told)
        self._take_as_found([one for one in told if one.said not in _OVER])
        self._take_as_found([one for one in told if one.said in _OVER], only_by_ref=True)

    def of(self, told: Told) -> Heir | None:
        """The record that it is this year; None where there is none."""
        found = self._heirs.get(id(told))
        return found[0] if found else None

    def how(self, told: Told) -> Found:
        """By what that was found."""
        found = self._heirs.get(id(told))
        return found[1] if found else ""

    def named(self, told: Told) -> tuple[list[Heir], list[str]]:
        """What its team names as what it is now: the records there are, and what leads to none."""
        return self._named[id(told)]

    def _looked_up(self, told: Told) -> tuple[list[Heir], list[str]]:
        heirs: list[Heir] = []
        unknown: list[str] = []
        service = told.left.service
        for one in self._cycle.named(service, told.account.now) if told.account and told.account.now else ():
            own = [row for row in one.found if not isinstance(row, Priority)]
            same = [row for row in own if isinstance(row, type(told.left.record))]
            others = self._elsewhere.get(Ref(text=one.written).canonical, [])
            if own:
                heirs.append(Heir(service, (same or own)[0]))
            elif others:
                heirs.append(
                    next((each for each in others if isinstance(each.record, type(told.left.record))), others[0])
                )
            elif one.priority is not None:
                heirs.append(Heir("", one.priority))
            else:
                unknown.append(one.written)
        return heirs, unknown

    def _take_as_said(self, told: Sequence[Told]) -> None:
        """What a team says is carried over under another reference; the first that claims a record has it."""
        for one in told:
            heirs, _ = self.named(one)
            if one.said in (Fate.CARRIED, Fate.REDATED) and len(heirs) == 1:
                record = heirs[0].record
                if isinstance(record, Kept) and id(record) not in self._taken:
                    self._take(one, heirs[0], "said")

    def _take_as_found(self, told: Sequence[Told], *, only_by_ref: bool = False) -> None:
        """What the plans themselves show, service by service and kind by kind; then for services that are no more."""
        groups: dict[tuple[str, str], list[Told]] = {}
        gone: dict[str, list[Told]] = {}
        names = set(self._cycle.framework.service_names)
        for one in told:
            if id(one) in self._heirs or (one.said in (Fate.CARRIED, Fate.REDATED) and self.named(one)[0]):
                continue
            if one.left.service in names:
                groups.setdefault((one.left.service, one.left.kind), []).append(one)
            else:
                gone.setdefault(one.left.kind, []).append(one)
        for (service, kind), ones in groups.items():
            rows = self._rows.get((service, kind), ())
            self._pair(ones, [Heir(service, row) for row in rows], only_by_ref=only_by_ref)
        for kind, ones in gone.items():
            everywhere = [Heir(of, row) for (of, each), rows in self._rows.items() if each == kind for row in rows]
            if not only_by_ref:
                self._pair(ones, everywhere, by_words=True)

    def _pair(
        self, told: Sequence[Told], heirs: Sequence[Heir], *, only_by_ref: bool = False, by_words: bool = False
    ) -> None:
        """Pair records of last year with those of this year that are still free.

        ``by_words`` leaves references out of account: another service may have given the same to something else.
        """
        free = [heir for heir in heirs if id(heir.record) not in self._taken]
        before = [_nameless(one.left.record) if by_words else one.left.record for one in told]
        after = [_nameless(cast("Kept", heir.record)) if by_words else cast("Kept", heir.record) for heir in free]
        for pair in paired(before, after):
            if pair.before is None or pair.after is None or (only_by_ref and pair.how != "ref"):
                continue
            self._take(told[pair.before], free[pair.after], "ref" if pair.how == "ref" else "text")

    def _take(self, told: Told, heir: Heir, how: Found) -> None:
        self._heirs[id(told)] = heir, how
        self._taken.add(id(heir.record))


def _by_ref(cycle: Cycle) -> dict[str, list[Heir]]:
    """The records of all plans by their references."""
    found: dict[str, list[Heir]] = {}
    for plan in cycle.plans:
        for row in (*(row for rows in kept_in(plan).values() for row in rows), *_risks(plan.risks)):
            if row.ref.canonical:
                found.setdefault(row.ref.canonical, []).append(Heir(plan.service, row))
    return found


def _risks(risks: Sequence[Risk]) -> Iterator[Kept | Risk]:
    yield from risks


def _nameless(record: Kept) -> Kept:
    return record.model_copy(update={"ref": Ref()})
