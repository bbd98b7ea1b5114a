"""What a written target means: a figure, a milestone, a relation to a baseline, or why there is none."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from svcdocs.model.amounts import read_number
from svcdocs.model.base import Value
from svcdocs.model.dates import DateKind, DateMeaning, read_date
from svcdocs.model.years import APRIL


class TargetKind(StrEnum):
    """What sort of thing was written where a target belongs."""

    NUMBER = "number"
    PERCENT = "percent"
    MILESTONE = "milestone"
    SET_BASELINE = "set baseline"
    FROM_BASELINE = "from baseline"
    NOT_APPLICABLE = "not applicable"
    NONE = "none"
    LATER = "later"
    WORDS = "words"
    BLANK = "blank"


class TargetMeaning(Value):
    """A figure where there is one (``value``; for a relation to a baseline, the change), else a date or nothing.

    ``doubtful`` is true where the writer put a question mark behind the figure: "3 (?)".
    """

    kind: TargetKind
    value: Decimal | None = None
    when: DateMeaning | None = None
    doubtful: bool = False


@lru_cache(maxsize=8192)
def read_target(written: str, starts: int = APRIL) -> TargetMeaning:
    """The meaning of a target as written, where financial years begin in the month ``starts``; never raises."""
    text = re.sub(r"[\s\u00a0]+", " ", written).strip().rstrip(".;").lower()
    if not text:
        return TargetMeaning(kind=TargetKind.BLANK)
    for pattern, kind in _WORDS:
        if pattern.fullmatch(text):
            return TargetMeaning(kind=kind)
    doubtful = _DOUBT.search(text)
    bare = text[: doubtful.start()] if doubtful else text
    return (
        _relation(bare)
        or _figure(bare, doubtful=doubtful is not None)
        or _milestone(bare, starts)
        or TargetMeaning(kind=TargetKind.WORDS)
    )


_WORDS = (
    (re.compile(r"n/?a|not applicable|no survey.*|biennial.*"), TargetKind.NOT_APPLICABLE),
    (re.compile(r"-|–|—|none|no target"), TargetKind.NONE),
    (
        re.compile(r"(?:set|establish|agree) (?:a |the )?baseline\b.*|baseline (?:to be set|year)\b.*"),
        TargetKind.SET_BASELINE,
    ),
    (
        re.compile(r"tb[cda]\b.*|to be (?:set|confirmed|agreed|decided|developed)\b.*|.*being developed\b.*"),
        TargetKind.LATER,
    ),
)
_DOUBT = re.compile(r" ?\(?\?\)?$")
_RELATION = re.compile(r"baseline ?(?P<sign>[+−–-]|plus|minus) ?(?P<figure>[\d.,]+) ?%?")
_FIGURE = re.compile(
    r"(?:(?:at least|at most|no more than|no fewer than|not less than|less than|more than|up to|over|under|below|above"
    r"|[<>≤≥]=?) ?)?(?P<figure>[£(+−-]*[\d.,]+\)?) ?(?P<unit>%|per ?cent|days?|hours?|weeks?)?"
    r"(?: or (?:more|less|fewer|better|above|below))?\+?"
)


def _relation(text: str) -> TargetMeaning | None:
    match = _RELATION.fullmatch(text)
    value = read_number(match["figure"]) if match else None
    if match is None or value is None:
        return None
    rising = match["sign"] in ("+", "plus")
    return TargetMeaning(kind=TargetKind.FROM_BASELINE, value=value if rising else value.copy_negate())


def _figure(text: str, *, doubtful: bool) -> TargetMeaning | None:
    match = _FIGURE.fullmatch(text)
    value = read_number(match["figure"]) if match else None
    if match is None or value is None:
        return None
    kind = TargetKind.PERCENT if match["unit"] in ("%", "per cent", "percent") else TargetKind.NUMBER
    return TargetMeaning(kind=kind, value=value, doubtful=doubtful)


def _milestone(text: str, starts: int) -> TargetMeaning | None:
    when = read_date(text, starts)
    known = when.kind not in (DateKind.UNKNOWN, DateKind.BLANK, DateKind.NONE)
    return TargetMeaning(kind=TargetKind.MILESTONE, when=when) if known else None
