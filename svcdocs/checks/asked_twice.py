"""Money and posts asked twice: the same sum or the same post for the same thing, by several actions or bids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.claims import Certainty, Claim, ClaimKind
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.ledger import APART, SAME, ledger_of
from svcdocs.model.likeness import Words, near_pairs, overlap, words_in
from svcdocs.model.names import folded
from svcdocs.model.resources import Bid, Post
from svcdocs.model.service_plan import Action

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
_SEVERAL = 2
"""An action that asks for so many sums is not compared."""
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


def money_asked_twice(cycle: Cycle) -> Iterator[Hit]:
    """A sum, or so much of a post, that two rows ask for in nearly the same words; told once, at the later of the two.

    What the ledger has as one line is one request, and what the framework says are two are two. Words that say that the
    sum is shared or there already are no request.
    """
    ledger = ledger_of(cycle)
    found = [(at, words) for at, claim in enumerate(ledger.claims) if (words := _words(claim))]
    texts, limit = [words for _, words in found], TWICE.limit_in(cycle.framework)
    told: set[int] = set()
    for second, first in near_pairs(texts, limit * _WHERE_ALL_FITS):
        later, earlier = found[second][0], found[first][0]
        one, other = ledger.claims[later], ledger.claims[earlier]
        is_settled = ledger.line_of(one.record) is ledger.line_of(other.record) or {later, earlier} in ledger.apart
        is_near = overlap(texts[second], texts[first]) >= limit or _agree(one, other)
        if later in told or is_settled or not is_near or not _is_as_much(one, other):
            continue
        told.add(later)
        yield _hit(one, other)


def _hit(one: Claim, other: Claim) -> Hit:
    across = one.service != other.service
    of = f" of {in_short(other.service)}" if across else ""
    thing = "the same sum" if ClaimKind.SUM in (one.kind, other.kind) else "the same post"
    much = f", £{one.most:,f}," if one.most else f", {one.fte:f} FTE," if one.fte is not None else ""
    message = f"{_called(one)} asks for {thing}{much} as {_called(other)}{of}."
    hint = "Ask for it once, and say in the other row in which one it is asked for; or say what each is for."
    if across:
        settled = f"then type on the framework's sheet Shared resources: {row_to_type(one, other)}."
        hint = f"It is counted twice until that is settled: ask both services, {settled}"
    rule = replace(TWICE, audience="officer", judged=False) if across else TWICE
    return Hit(rule, message, hint, one.service, one.record, _field(one))


def row_to_type(one: Claim, other: Claim) -> str:
    """The row of the framework's sheet Shared resources by which two claims become one, or stay two."""
    return f"'{other.called}' | '{one.called}' | '{SAME}' or '{APART}'"


def _called(claim: Claim) -> str:
    record = claim.record
    if isinstance(record, Action):
        return called(record)
    if isinstance(record, Post):
        return f"Post '{in_short(record.title)}'"
    parts = ("Bid", in_short(str(record.ref)), f"'{in_short(record.what.plain)}'" if record.what else "")
    return " ".join(part for part in parts if part)


def _field(claim: Claim) -> str:
    """The cell of the sum: of a bid that of the first year in which it asks for one, else that of its posts."""
    if not isinstance(claim.record, Bid):
        return claim.field
    return f"amounts {claim.sums[0][0]}" if claim.sums else "fte"


def _is_as_much(one: Claim, other: Claim) -> bool:
    """Whether two claims ask for one sum; where neither gives one, for as much of a post."""
    if one.sums and other.sums:
        return bool(one.amounts & other.amounts)
    return not one.sums and not other.sums and one.fte is not None and one.fte == other.fte


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims are bids that have every figure in common."""
    are_bids = isinstance(one.record, Bid) and isinstance(other.record, Bid)
    return are_bids and one.fte is not None and (one.fte, dict(one.sums)) == (other.fte, dict(other.sums))


def _words(claim: Claim) -> Words:
    """The words that say for what a row asks, with the sum; none where it does not say, or is no request."""
    record = claim.record
    if isinstance(record, Post) or claim.certainty is Certainty.REFUSED or (claim.sums and claim.most < _LEAST):
        return frozenset()
    plain = folded(record.what.plain if isinstance(record, Bid) else record.resources.plain)
    if isinstance(record, Action) and (_SHARED.search(plain) or not (claim.is_whole and len(claim.amounts) < _SEVERAL)):
        return frozenset()
    much = f"£{claim.most.normalize():f}" if claim.sums else f"{claim.fte} fte"
    words = {
        word for word in words_in(_HALF.sub(" halfpost ", plain)) if word not in _BESIDE and not word[0].isdecimal()
    }
    return frozenset({*words, much}) if words else frozenset()
