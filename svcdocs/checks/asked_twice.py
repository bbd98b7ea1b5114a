"""Money and posts asked twice: the same sum or the same post for the same thing, by several actions or bids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.amounts import AmountKind, read_amount
from svcdocs.model.as_written import canonical_ref
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.likeness import Words, near_pairs, overlap, words_in
from svcdocs.model.names import folded
from svcdocs.model.resources import Bid
from svcdocs.model.service_plan import Action, ServicePlan

TWICE = Rule(
    "asked-twice",
    "The same money or post is asked for twice",
    NOTE,
    WARNING,
    "finance",
    judged=True,
    message="Two actions or bids ask for the same sum, or as much of a post, in nearly the same words, so it may be "
    "counted twice.",
    remedy="Ask for it once, and say in the other row in which one it is asked for; or say what each is for.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Inspect | Extra resources: Half-time cost of a policy officer (£24,000)\n"
        "Actions | Ref: HC2.1 | Action: Advise | Extra resources: Half a policy officer, half-time cost £24,000",
        "Actions | Ref: HC1.1 | Action: Inspect | Extra resources: Half-time cost of a policy officer (£24,000)\n"
        "Actions | Ref: HC2.1 | Action: Advise | Extra resources: As asked for in HC1.1",
    ),
    limit=80,
    counts="words that two requests share, in per cent",
)

_LEAST = 1000
"""Smaller sums come again by chance."""
_WHERE_ALL_FITS = 0.9
"""So much of the words asked for is enough where two bids have every figure in common: each sum, and the posts."""
_POST = re.compile(r"\b(?:posts?|fte|officers?|half[ -]time|part[ -]time|staff|assistants?|advisers?|managers?)\b")
_HALF = re.compile(
    r"half[ -]time|half (?:a|of (?:a|one))(?: post)?|half[ -]?post|0\.5 ?(?:fte|wte|posts?)?|part[ -]time"
)
_BESIDE = frozenset(
    [
        "£",
        "per",
        "annum",
        "pa",
        "year",
        "yearly",
        "annual",
        "annually",
        "cost",
        "costs",
        "costing",
        "fund",
        "funding",
        "budget",
        "once",
        "one",
        "one-off",
        "recurring",
        "total",
        "about",
        "around",
        "circa",
        "approximately",
        "extra",
        "additional",
        "resource",
        "require",
        "required",
        "money",
        "sum",
        "needed",
        "need",
        "post",
        "fte",
        "for",
        "time",
    ]
)
"""Words that say how a sum is asked for, and not for what."""
_SHARED = re.compile(
    r"\bsame (?:post|officer|sum|money|bid)|\bshared?\b|\bas (?:in|for|under|above)\b|\bsee\b|\balready\b|\bfrom\b"
    r"|\bwithin existing\b|\bpart of\b|\bthe (?:other )?half\b|\bsplit\b|\beach\b",
)
"""What says that a sum is known to come twice, or that it is there already."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sum or posts that a row asks for: ``figure`` is that as it is told, ``all_figures`` every one a bid gives."""

    plan: ServicePlan
    row: Action | Bid
    field: str
    figure: str
    words: Words
    is_post: bool
    all_figures: frozenset[str] = frozenset()

    @property
    def called(self) -> str:
        if isinstance(self.row, Action):
            return called(self.row)
        parts = ("Bid", in_short(str(self.row.ref)), f"'{in_short(self.row.what.plain)}'" if self.row.what else "")
        return " ".join(part for part in parts if part)


def money_asked_twice(cycle: Cycle) -> Iterator[Hit]:
    """A sum, or so much of a post, that two rows ask for in nearly the same words; told once, at the later of the two.

    An action and the bid for it are one request. Words that say that the sum is shared or there already are no request.
    """
    claims = [claim for plan in cycle.plans for claim in _claims(plan)]
    texts = [claim.words | {claim.figure} for claim in claims]
    limit = TWICE.limit_in(cycle.framework)
    told: set[int] = set()
    for later, earlier in near_pairs(texts, limit * _WHERE_ALL_FITS):
        one, other = claims[later], claims[earlier]
        if id(one.row) in told or one.figure != other.figure or _is_one_request(one, other):
            continue
        if overlap(texts[later], texts[earlier]) < limit and not (
            one.all_figures and one.all_figures == other.all_figures
        ):
            continue
        told.add(id(one.row))
        yield _hit(one, other)


def _hit(one: _Claim, other: _Claim) -> Hit:
    across = one.plan is not other.plan
    of = f" of {in_short(other.plan.service)}" if across else ""
    thing = "the same post" if one.is_post and other.is_post else "the same sum"
    message = f"{one.called} asks for {thing}, {one.figure}, as {other.called}{of}."
    hint = "Ask for it once, and say in the other row in which one it is asked for; or say what each is for."
    rule = replace(TWICE, audience="officer") if across else TWICE
    return Hit(rule, message, hint, one.plan.service, one.row, one.field)


def _claims(plan: ServicePlan) -> Iterator[_Claim]:
    for action in plan.all_actions:
        text = action.resources.plain
        meaning = read_amount(text)
        if meaning.kind is AmountKind.AMOUNT and meaning.low is not None and not _SHARED.search(folded(text)):
            yield from _claim(plan, action, "resources", meaning.low, text)
    for bid in plan.bids:
        if folded(bid.state) != "not agreed":
            yield from _claims_of_bid(plan, bid)


def _claims_of_bid(plan: ServicePlan, bid: Bid) -> Iterator[_Claim]:
    """What a bid asks for: the sum of its first year, and its posts where it gives their number."""
    kinds = {year: each.meaning for year, each in bid.amounts.items()}
    sums = {year: each.low for year, each in kinds.items() if each.kind is AmountKind.AMOUNT and each.low is not None}
    fte = bid.fte.value or Decimal(0)
    posts = f"{fte.normalize():f} FTE"
    every = frozenset({*(f"{year} {each.normalize():f}" for year, each in sums.items()), posts}) if fte else frozenset()
    for year, asked in list(sums.items())[:1]:
        for claim in _claim(plan, bid, f"amounts {year}", asked, bid.what.plain):
            yield replace(claim, is_post=claim.is_post or bool(fte), all_figures=every)
    words = _words(bid.what.plain)
    if fte and words:
        yield _Claim(plan, bid, "fte", posts, words, is_post=True, all_figures=every)


def _claim(plan: ServicePlan, row: Action | Bid, field: str, asked: Decimal, text: str) -> Iterator[_Claim]:
    """The claim of a row on a sum, where it says for what it asks."""
    plain, words = folded(text), _words(text)
    is_post = _POST.search(plain) is not None or _HALF.search(plain) is not None
    if asked >= _LEAST and words:
        yield _Claim(plan, row, field, f"£{asked:,f}", words, is_post)


def _words(text: str) -> Words:
    """The words that say for what something is asked."""
    plain = _HALF.sub(" halfpost ", folded(text))
    return frozenset(word for word in words_in(plain) if word not in _BESIDE and not word[0].isdecimal())


def _is_one_request(one: _Claim, other: _Claim) -> bool:
    """Whether two rows speak of one request and say so: either names the other, or it is the bid for the action."""
    return _speaks_of(one.row, other.row) or _speaks_of(other.row, one.row)


def _speaks_of(row: Action | Bid, other: Action | Bid) -> bool:
    ref = other.ref.canonical
    text = row.resources.plain if isinstance(row, Action) else f"{row.what.plain} {row.why.plain}"
    named = {canonical_ref(word.strip(".,;:()")) for word in text.split()}
    served = {each.canonical for each in row.serves.items} if isinstance(row, Bid) else set()
    return bool(ref) and ref in named | served
