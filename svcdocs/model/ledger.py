"""The ledger of what is asked for: claims that are one and the same together, each pound and post counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from svcdocs.model.claim_names import Names, spoken_of
from svcdocs.model.claims import Certainty, Claim, claims_of
from svcdocs.model.council import SharedResource
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import plus
from svcdocs.model.resources import Bid, Post
from svcdocs.model.service_plan import Action

SAME, APART = "The same", "Not the same"
"""The answers of the framework's sheet Shared resources."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is asked for, with every claim to it in the plans' order.

    ``counted`` is the claim whose sums stand for it: that of a bid before that of an action, and of several the one
    that asks for most.
    """

    claims: tuple[Claim, ...]
    counted: Claim

    @property
    def sums(self) -> tuple[tuple[str, Decimal], ...]:
        """The pounds asked for, by year."""
        return self.counted.sums

    @property
    def fte(self) -> Decimal | None:
        """The full-time posts asked for: the most that any of the claims says."""
        return max((claim.fte for claim in self.claims if claim.fte is not None), default=None)

    @property
    def certainty(self) -> Certainty:
        """How certain it is, by the claim that counts."""
        return self.counted.certainty

    @property
    def is_whole(self) -> bool:
        """Whether all it asks for can be added."""
        return self.counted.is_whole

    @property
    def services(self) -> tuple[str, ...]:
        """Who asks, in the plans' order."""
        return tuple(dict.fromkeys(claim.service for claim in self.claims))

    @property
    def bids(self) -> tuple[Bid, ...]:
        """The bids among the claims."""
        return tuple(claim.record for claim in self.claims if isinstance(claim.record, Bid))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is asked for beyond what there is.

    ``lines`` come in the order of their first claims. ``apart`` holds, by their places among the ``claims``, the pairs
    of which the council has said that they are not one.
    """

    names: Names
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]
    apart: frozenset[frozenset[int]] = frozenset()
    _line_of: dict[int, Line] = field(default_factory=dict, repr=False, compare=False)

    def line_of(self, record: Action | Bid | Post) -> Line | None:
        """The line to which the claim of a row belongs; None for a row that asks for nothing."""
        return self._line_of.get(id(record))

    def sharers(self, record: Action | Bid | Post) -> tuple[Claim, ...]:
        """The claims of others to what a row asks for: of other services, and of the service's rows of its kind."""
        line = self.line_of(record)
        claims = line.claims if line is not None else ()
        own = next((claim for claim in claims if claim.record is record), None)
        return tuple(
            claim
            for claim in claims
            if own is not None
            and claim is not own
            and (claim.service != own.service or type(claim.record) is type(record))
        )


def ledger_of(cycle: Cycle) -> Ledger:
    """The ledger of a cycle, worked out once.

    Claims are one where one row names the other (an action its bid, a bid the action it is for, a row the post), or
    where the framework's sheet Shared resources says so; what that sheet says are two are not taken for one.
    """
    if "ledger" not in cycle.kept:
        cycle.kept["ledger"] = _ledger(tuple(claims_of(cycle)), cycle)
    return cast("Ledger", cycle.kept["ledger"])


def claims_named(cycle: Cycle, typed: str) -> tuple[Claim, ...]:
    """The claims that a cell of the sheet Shared resources names."""
    ledger = ledger_of(cycle)
    return tuple(ledger.claims[at] for at in ledger.names.places(typed))


def sums_of(lines: Iterable[Line], years: Sequence[str]) -> tuple[tuple[str, Decimal | None], ...]:
    """What lines come to in each year, and in any other they name; what was refused is in no sum."""
    given = [line.sums for line in lines if line.certainty is not Certainty.REFUSED]
    names = dict.fromkeys((*years, *(year for sums in given for year, _ in sums)))
    return tuple((name, plus(amount for sums in given for year, amount in sums if year == name)) for name in names)


def fte_of(lines: Iterable[Line]) -> Decimal | None:
    """The full-time posts that lines come to; what was refused is in no sum."""
    return plus(line.fte for line in lines if line.certainty is not Certainty.REFUSED)


def answered(row: SharedResource) -> str:
    """What a row of the sheet Shared resources says: SAME, APART, or "" where it says neither."""
    said = row.answer.strip().casefold()
    return next((answer for answer in (SAME, APART) if said == answer.casefold()), "")


def _ledger(claims: tuple[Claim, ...], cycle: Cycle) -> Ledger:
    names = Names(claims, cycle.framework)
    said = [
        (answered(row), frozenset((one, other)))
        for row in cycle.framework.shared_resources
        for one in names.places(row.one)
        for other in names.places(row.other)
        if one != other
    ]
    apart = frozenset(pair for answer, pair in said if answer == APART)
    joined = [frozenset(pair) for pair in spoken_of(claims, names)]
    joined += [pair for answer, pair in said if answer == SAME]
    lines = tuple(_line([claims[at] for at in places]) for places in _groups(len(claims), joined, apart))
    return Ledger(names, claims, lines, apart, {id(claim.record): line for line in lines for claim in line.claims})


def _groups(count: int, joined: Iterable[frozenset[int]], apart: frozenset[frozenset[int]]) -> Iterator[list[int]]:
    """The places 0 to ``count`` in groups: those that a chain of pairs joins are one (union-find)."""
    head = list(range(count))

    def first(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for pair in joined:
        if pair not in apart:
            low, high = sorted(map(first, pair))
            head[high] = low
    groups: dict[int, list[int]] = {}
    for place in range(count):
        groups.setdefault(first(place), []).append(place)
    yield from groups.values()


def _line(claims: Sequence[Claim]) -> Line:
    return Line(tuple(claims), max(claims, key=_weight))


def _weight(claim: Claim) -> tuple[int, bool, Decimal, tuple[tuple[str, Decimal], ...], str, str]:
    """What decides which claim of several counts: nothing of it hangs on the order in which they stand."""
    rank = 2 if isinstance(claim.record, Bid) else 1 if isinstance(claim.record, Action) else 0
    return (
        rank,
        bool(claim.sums),
        sum((one for _, one in claim.sums), Decimal(0)),
        claim.sums,
        claim.certainty,
        claim.called,
    )
