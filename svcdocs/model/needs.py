"""What some requests of the ledger come to, kind by kind: a claim in, what of it can be added out, or why nothing can.

Only what is of one kind is added: what is needed in each year, once, in one year alone, or as capital. Nothing is added
that does not say which of these it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from svcdocs.model.claims import ONCE, ONE_OFF, YEARLY, Certainty, Claim
from svcdocs.model.ledger import Line
from svcdocs.model.names import folded
from svcdocs.model.publication import is_published
from svcdocs.model.resources import Bid, Post


class NeedKind(StrEnum):
    """What sort of sum is needed."""

    EACH_YEAR = "each year"
    ONE_OFF = "one-off"
    YEAR = "in one year"
    CAPITAL = "capital"


class Unadded(StrEnum):
    """Why what is needed is in no sum."""

    NO_FIGURE = "no one clear figure"
    NO_KIND = "does not say when or how often"
    REFUSED = "not agreed"
    HIDDEN = "not for publication"


@dataclass(frozen=True, slots=True)
class NeedSum:
    """What the needs of one kind come to, and how many they are; ``year`` is empty where none is named."""

    kind: NeedKind
    year: str
    amount: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Needs:
    """Some lines of the ledger added up, each once: the ``sums``, and by their reason the claims that are in none."""

    sums: tuple[NeedSum, ...] = ()
    left: tuple[tuple[Unadded, tuple[Claim, ...]], ...] = ()
    count: int = 0


@dataclass(slots=True)
class _Adding:
    amounts: dict[tuple[NeedKind, str], list[Decimal]] = field(default_factory=dict)
    left: dict[Unadded, list[Claim]] = field(default_factory=dict)


def needs_of(lines: Iterable[Line]) -> Needs:
    """What lines come to, kind by kind and year by year. What several claims share counts once, as it stands for them.

    A figure that is written as less than certain ("about £27,000", "up to £5,000") is no clear one.
    """
    found, claims = _Adding(), [line.counted for line in lines]
    for claim in claims:
        pieces = _pieces(claim)
        if isinstance(pieces, Unadded):
            found.left.setdefault(pieces, []).append(claim)
        else:
            for key, amount in pieces.items():
                found.amounts.setdefault(key, []).append(amount)
    places = {kind: place for place, kind in enumerate(NeedKind)}
    order = sorted(found.amounts, key=lambda key: (places[key[0]], key[1]))
    sums = tuple(NeedSum(*key, sum(found.amounts[key], Decimal(0)), len(found.amounts[key])) for key in order)
    left = tuple((why, tuple(found.left[why])) for why in Unadded if why in found.left)
    return Needs(sums, left, len(claims))


_CAPITAL = re.compile(r"\bcapital\b")
_HEDGED = re.compile(
    r"\b(?:about|around|circa|approximately|approx|c|up to|at (?:least|most)|(?:less|more) than|over|under|nearly"
    r"|almost|some|from)\b\.? ?£|£[\d,.]+ ?(?:k|m)?\+|£[\d,.]+(?: or (?:so|more|less)\b| less\b)|\?"
)


def _pieces(claim: Claim) -> dict[tuple[NeedKind, str], Decimal] | Unadded:
    """What one claim adds to which sums, or why it adds to none."""
    if not isinstance(claim.record, Post) and not is_published(claim.record):
        return Unadded.HIDDEN
    if claim.certainty is Certainty.REFUSED:
        return Unadded.REFUSED
    text = folded(claim.record.what.plain if isinstance(claim.record, Bid) else claim.written)
    if not claim.is_whole or not claim.sums or (_HEDGED.search(text) and not isinstance(claim.record, Bid)):
        return Unadded.NO_FIGURE
    sums = dict(claim.sums)
    unplaced, is_capital = sums.pop(ONCE, None), bool(_CAPITAL.search(text))
    found: dict[tuple[NeedKind, str], Decimal] = {}
    if unplaced is not None:
        if not (is_capital or ONE_OFF.search(text)):
            return Unadded.NO_KIND
        found[NeedKind.CAPITAL if is_capital else NeedKind.ONE_OFF, ""] = unplaced
    if sums and _is_yearly(claim, text) and len(set(sums.values())) == 1:
        if is_capital:
            return Unadded.NO_KIND
        found[NeedKind.EACH_YEAR, ""] = next(iter(sums.values()))
    else:
        found |= {(NeedKind.CAPITAL if is_capital else NeedKind.YEAR, year): one for year, one in sums.items()}
    return found


def _is_yearly(claim: Claim, text: str) -> bool:
    if isinstance(claim.record, Bid):
        return folded(claim.record.once) == "every year" and len(claim.sums) > 1
    return bool(YEARLY.search(text))
