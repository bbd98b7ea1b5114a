"""How rows name the claims of others: a bid by its reference, an action, a post by its title; and on the framework."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.claims import Claim
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.resources import Bid, Post
from svcdocs.model.service_plan import Action

_KIND = re.compile(r"(?P<kind>bid|post|action)\s+(?=\S)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_](?:[\w./-]*[^\W_])?")
_BID = re.compile(r"\bbids?\s+$", re.IGNORECASE)
_AS_IN = re.compile(r"\b(?:as (?:asked for )?(?:in|for|under)|see|of|with|in|by|action|for)\s+$", re.IGNORECASE)
_SHARED = re.compile(
    r"\bsame (?:post|officer|sum|money|bid)|\bshared?\b|\bas (?:asked|in|for|under)\b|\bthe (?:other )?half\b"
    r"|\bsplit\b",
    re.IGNORECASE,
)
_KINDS: dict[str, type] = {"bid": Bid, "post": Post, "action": Action}
_FEWEST_WORDS = 2
"""A post whose title has fewer words ("Officer") is not looked for in what rows say."""


class Names:
    """Which claims a name stands for, by their places."""

    def __init__(self, claims: Sequence[Claim], framework: Framework) -> None:
        self.claims, self._framework = claims, framework
        self._by_ref: dict[tuple[str, str], list[int]] = {}
        self._by_words: dict[tuple[str, str], list[int]] = {}
        self._services: dict[str, list[str]] = {}
        for place, claim in enumerate(claims):
            ref, words = _ref(claim), folded(claim.name.removeprefix("bid ").removeprefix("post "))
            if ref:
                self._by_ref.setdefault((claim.service, ref), []).append(place)
                self._services.setdefault(ref, []).append(claim.service)
            self._by_words.setdefault((claim.service, words), []).append(place)

    def of_ref(self, service: str, ref: str, kind: type | None = None) -> list[int]:
        """The claims of a service that have a reference in its canonical form, or those of one kind among them."""
        places = self._by_ref.get((service, ref), [])
        return [place for place in places if kind is None or isinstance(self.claims[place].record, kind)]

    def services_with(self, ref: str) -> list[str]:
        """The services that have a claim of that reference, in the plans' order."""
        return list(dict.fromkeys(self._services.get(ref, [])))

    def places(self, typed: str) -> list[int]:
        """The claims that a cell of the sheet Shared resources names: "Housing: HC1.3", "Leisure: bid LB2".

        Without a service it must be a reference that one service alone has.
        """
        for at in (match.start() for match in re.finditer(":", typed)):
            service = self._framework.service_called(typed[:at])
            if service is not None:
                return self._within(service.service, typed[at + 1 :].strip())
        kind, rest = _kind_and_rest(typed.strip())
        ref = canonical_ref(rest)
        services = self.services_with(ref)
        return self.of_ref(services[0], ref, kind) if len(services) == 1 else []

    def _within(self, service: str, named: str) -> list[int]:
        """What is called so in a service: by its reference, else by all its words."""
        kind, rest = _kind_and_rest(named)
        found = self.of_ref(service, canonical_ref(rest), kind)
        if found:
            return found
        words = [*self._by_words.get((service, folded(rest)), ()), *self._by_words.get((service, folded(named)), ())]
        return [at for at in dict.fromkeys(words) if kind is None or isinstance(self.claims[at].record, kind)]


def spoken_of(claims: Sequence[Claim], names: Names) -> Iterator[tuple[int, int]]:
    """Pairs of claims, by their places, of which one names the other.

    A reference counts for the service's own row first; that of another service must be called a bid, and be one
    service's alone or stand beside the name of the service. A bid and the action it is for are one where it is for no
    other that asks, or asks for the same sum.
    """
    posts = _posts(claims)
    for place, claim in enumerate(claims):
        found = [*_by_reference(claim, names), *_served(claim, names), *_by_title(claim, posts)]
        yield from ((place, other) for other in dict.fromkeys(found) if other != place)


def _by_reference(claim: Claim, names: Names) -> Iterator[int]:
    """The claims whose references a row names."""
    text = _says(claim)
    for token in _TOKEN.finditer(text):
        before, ref = text[: token.start()], canonical_ref(token[0])
        is_bid = _BID.search(before) is not None
        own = names.of_ref(claim.service, ref, Bid if is_bid else None)
        if own:
            # A bare number ("3 posts") is no reference unless the words before it say so.
            is_ref = is_bid or _AS_IN.search(before) or (re.search(r"\d", ref) and re.search(r"[^\W\d]", ref))
            yield from (at for at in own if is_ref and (is_bid or _may_be_one(claim, names.claims[at], text)))
        elif is_bid:
            services = names.services_with(ref)
            named = [name for name in services if folded(name) in folded(text)] or services
            yield from names.of_ref(named[0], ref, Bid) if len(named) == 1 else ()


def _may_be_one(claim: Claim, other: Claim, text: str) -> bool:
    """Whether a row that names another asks for what that one asks for, and not for something beside it."""
    is_as_much = not claim.sums or bool(claim.amounts & other.amounts)
    return isinstance(other.record, Bid) or is_as_much or _SHARED.search(text) is not None


def _served(claim: Claim, names: Names) -> Iterator[int]:
    """The action that a bid is for."""
    if not isinstance(claim.record, Bid):
        return
    served = [
        place for ref in claim.record.serves.items for place in names.of_ref(claim.service, ref.canonical, Action)
    ]
    for place in served:
        other = names.claims[place]
        if len(served) == 1 or not other.sums or other.amounts & claim.amounts:
            yield place


def _posts(claims: Sequence[Claim]) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """The titles and places of posts that are asked for, by service and the first word of their titles."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for place, claim in enumerate(claims):
        title = folded(claim.record.title) if isinstance(claim.record, Post) else ""
        if len(title.split()) >= _FEWEST_WORDS:
            found.setdefault((claim.service, title.split()[0]), []).append((title, place))
    return found


def _by_title(claim: Claim, posts: dict[tuple[str, str], list[tuple[str, int]]]) -> Iterator[int]:
    """The posts of the service that a row speaks of by their titles."""
    if isinstance(claim.record, Post):
        return
    text = folded(_says(claim))
    for word in re.finditer(r"[^\W_]+(?:[-'][^\W_]+)*", text):
        for title, place in posts.get((claim.service, word[0]), ()):
            if re.match(rf"{re.escape(title)}(?!\w)", text[word.start() : word.start() + len(title) + 1]):
                yield place


def _says(claim: Claim) -> str:
    """The words in which a row may name another's claim."""
    match claim.record:
        case Action():
            return claim.record.resources.plain
        case Bid():
            return f"{claim.record.what.plain}\n{claim.record.why.plain}"
        case Post():
            return claim.record.note


def _ref(claim: Claim) -> str:
    return "" if isinstance(claim.record, Post) else claim.record.ref.canonical


def _kind_and_rest(named: str) -> tuple[type | None, str]:
    match = _KIND.match(named)
    return (_KINDS[match["kind"].lower()], named[match.end() :]) if match else (None, named)
