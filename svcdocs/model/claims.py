"""Claims: what rows of the plans ask for beyond what there is, as sums and posts, and how certain it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from svcdocs.model.amounts import AmountKind, read_amount
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import figure
from svcdocs.model.names import folded
from svcdocs.model.resources import Bid, Post
from svcdocs.model.service_plan import Action, ServicePlan
from svcdocs.model.words import DEFAULT, words_of

ONCE = ""
"""Under this name stand, beside those of years, sums of which nobody has said in which year they are needed."""


class ClaimKind(StrEnum):
    """What is asked for."""

    POST = "post"
    PART = "part of a post"
    SUM = "sum"


class Certainty(StrEnum):
    """How certain it is that there is what is asked for, by the words of the row."""

    FIRM = "firm"
    ASKED = "asked for"
    CONDITIONAL = "conditional"
    REFUSED = "not agreed"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one row asks for.

    ``field`` is the cell that says so, ``written`` what stands there. ``sums`` are pounds by the years of the plan,
    under ``ONCE`` what has no year; ``fte`` are full-time posts. ``is_whole`` is false where a figure is written that
    nobody can add: "£12,000 – £15,000", or nothing but words.
    """

    service: str
    record: Action | Bid | Post
    field: str
    kind: ClaimKind
    written: str
    sums: tuple[tuple[str, Decimal], ...]
    fte: Decimal | None
    certainty: Certainty
    is_whole: bool

    @property
    def name(self) -> str:
        """What a reader calls its row within the service: "HC1.3", "bid LB2", "post Rough Sleeping Worker"."""
        match self.record:
            case Action():
                return self.record.ref.text.strip() or _first_line(self.record.title.plain)
            case Bid():
                return f"bid {self.record.ref.text.strip() or _first_line(self.record.what.plain)}"
            case Post():
                return f"post {self.record.title.strip()}"

    @property
    def ref(self) -> str:
        """The reference of its row; empty where it has none."""
        return "" if isinstance(self.record, Post) else self.record.ref.text.strip()

    @property
    def called(self) -> str:
        """What the framework's sheet Shared resources calls it: "Housing and Communities: HC1.3"."""
        return f"{self.service}: {self.name}"

    @property
    def amounts(self) -> frozenset[Decimal]:
        """The different sums it asks for, in whatever year."""
        return frozenset(amount for _, amount in self.sums)

    @property
    def most(self) -> Decimal:
        """The largest of its sums; 0 where it has none."""
        return max((amount for _, amount in self.sums), default=Decimal(0))


def claims_of(cycle: Cycle) -> Iterator[Claim]:
    """Every claim of the plans: of actions under "Extra resources", of bids, and of posts that hang on one.

    What is met from what there is ("None", "Within existing resources") is no claim.
    """
    left_out = (folded(words_of(cycle.framework).leave_out), folded(DEFAULT.leave_out))
    for plan in cycle.plans:
        years = cycle.framework.years_of(plan.service)
        for action in plan.all_actions:
            if folded(action.resources.plain) not in left_out:
                yield from _of_action(plan, action, years)
        yield from (_of_bid(plan, bid) for bid in plan.bids)
        yield from (claim for post in plan.posts for claim in _of_post(plan, post))


_NOTHING = (AmountKind.NONE, AmountKind.EXISTING, AmountKind.BLANK)
_HALF = re.compile(
    r"half[ -]time|half (?:a|of (?:a|one))(?: post)?|half[ -]?post|0\.5 ?(?:fte|wte|posts?)?|part[ -]time"
)
_POST = re.compile(
    r"\b(?:posts?|f\.?t\.?e|w\.?t\.?e|trainees?|apprentices?|secondments?)\b"
    r"|\b(?:an?|one|two|three|the|half|half-time|part-time) (?:[\w-]+ ){0,4}"
    r"(?:officer|manager|assistant|adviser|advisor|worker|organiser|co-?ordinator|clerk|engineer|surveyor)s?\b"
)
_COUNTED = re.compile(
    r"\b(?P<count>\d+(?:\.\d+)?|an?|one|two|three|four|five) (?:(?:new|extra|full[ -]time|permanent|temporary) )?"
    r"(?:fte|wte|posts?|trainees?|apprentices?)\b"
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_POUNDS = re.compile(r"£ ?\d")
YEARLY = re.compile(r"per annum|\bp\.?a\b|per year|a year|each year|every year|annually")
ONE_OFF = re.compile(r"\bonce\b|\bone[- ]off\b")
_YEAR = re.compile(r"\b20\d\d/\d\d\b")
_OF_WHICH = re.compile(r",? of (?:which|this|that|it)\b")
_IF = re.compile(
    r"\bif\b|\bunless\b|\bsubject to\b|\bdepend|\bprovided\b|\bpending\b|\bconditional\b|\bwhether\b|\bmight\b"
    r"|\bnot (?:yet|decided|agreed|confirmed|certain)\b|\bto be (?:confirmed|raised|decided|agreed|found)\b"
    r"|\bonly\b.*\b(?:agreed|confirmed|secured)\b|\?"
)
_THERE = re.compile(
    r"\bfrom\b|\balready\b|\bapproved\b|\bagreed\b|\bin the (?:budget|capital programme)\b|\bsecured\b|\bleft\b"
    r"|\bwithin (?:the |our )?existing\b"
    r"|\b(?:met|paid|funded|covered) (?:by|from|out of)\b|\bboth in\b"
)
_PARTLY = re.compile(r"\bpart(?:ly)?\b|\bhalf (?:of )?(?:it |from |met )|\bof which\b")


def _of_action(plan: ServicePlan, action: Action, years: tuple[str, ...]) -> Iterator[Claim]:
    text = folded(action.resources.plain)
    if read_amount(text).kind in _NOTHING:
        return
    sums = _sums_in(text, years)
    fte = _fte_in(text)
    yield Claim(
        service=plan.service,
        record=action,
        field="resources",
        kind=_kind(fte, text),
        written=action.resources.plain,
        sums=tuple((sums or {}).items()),
        fte=fte,
        certainty=_certainty(text),
        is_whole=sums is not None or (fte is not None and not _POUNDS.search(text)),
    )


def _of_bid(plan: ServicePlan, bid: Bid) -> Claim:
    given = {year: amount for year, amount in bid.amounts.items() if amount}
    # A bid is written as people write money, whatever the unit of the budget's columns is.
    read = {year: figure(amount, unit="£") for year, amount in given.items()}
    states = {"agreed": Certainty.FIRM, "not agreed": Certainty.REFUSED}
    return Claim(
        service=plan.service,
        record=bid,
        field="what",
        kind=_kind(bid.fte.value, folded(bid.what.plain)),
        written="; ".join(f"{year}: {amount.text.strip()}" for year, amount in given.items()),
        sums=tuple((year, value) for year, value in read.items() if value is not None),
        fte=bid.fte.value,
        certainty=states.get(folded(bid.state), Certainty.ASKED),
        is_whole=None not in read.values() and bool(read or bid.fte.value is not None),
    )


def _of_post(plan: ServicePlan, post: Post) -> Iterator[Claim]:
    """The claim of a post that is subject to a bid, or not confirmed; other posts are there already."""
    said = folded(f"{post.state} {post.note}")
    is_asked = "subject to" in said and "bid" in said
    if not post.title.strip() or not (is_asked or "not confirmed" in said):
        return
    fte = post.fte.value if post.fte.value is not None else post.number.value
    yield Claim(
        service=plan.service,
        record=post,
        field="title",
        kind=_kind(fte, "post"),
        written=post.fte.text.strip() or post.number.text.strip(),
        sums=(),
        fte=fte,
        certainty=Certainty.ASKED if is_asked else Certainty.CONDITIONAL,
        is_whole=fte is not None,
    )


def _kind(fte: Decimal | None, text: str) -> ClaimKind:
    if fte is not None and fte > 0:
        return ClaimKind.PART if fte < 1 else ClaimKind.POST
    return ClaimKind.POST if _POST.search(text) else ClaimKind.SUM


def _fte_in(text: str) -> Decimal | None:
    if _HALF.search(text) and _POST.search(text):
        return Decimal("0.5")
    counted = _COUNTED.search(text)
    if counted is None:
        return None
    count = counted["count"]
    return Decimal(_WORDS[count]) if count in _WORDS else Decimal(count)


def _sums_in(text: str, years: tuple[str, ...]) -> Mapping[str, Decimal] | None:
    """The sums that words ask for, by year; None where there are none, or not all of them can be told.

    Several count where each says when: "£44,000 once and £18,000 per annum". What stands behind "of which" is part of
    the sum before it.
    """
    whole = text[: found.start()] if (found := _OF_WHICH.search(text)) else text
    starts = [match.start() for match in _POUNDS.finditer(whole)]
    parts = [whole[start:end] for start, end in pairwise([*starts, len(whole)])]
    if len(parts) < 2:  # noqa: PLR2004 - a sum alone need not say when
        return _placed(whole, years)
    sums: dict[str, Decimal] = {}
    for part in parts:
        placed = _placed(part, years) if YEARLY.search(part) or ONE_OFF.search(part) or _YEAR.search(part) else None
        if placed is None:
            return None
        for year, amount in placed.items():
            sums[year] = sums.get(year, Decimal(0)) + amount
    return sums


def _placed(text: str, years: tuple[str, ...]) -> Mapping[str, Decimal] | None:
    """One sum in the years for which it is asked."""
    meaning = read_amount(text.strip(" ,;"))
    if meaning.kind is not AmountKind.AMOUNT or meaning.low is None:
        return None
    named = [year for year in _YEAR.findall(text) if year in years]
    return dict.fromkeys(named[:1] or (years if meaning.yearly and years else (ONCE,)), meaning.low)


def _certainty(text: str) -> Certainty:
    if _IF.search(text):
        return Certainty.CONDITIONAL
    return Certainty.FIRM if _THERE.search(text) and not _PARTLY.search(text) else Certainty.ASKED


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0].strip()
