"""Whom somebody may have meant by an e-mail address, a first name, a surname or initials: people the council knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from svcdocs.model.framework import Framework
from svcdocs.model.names import folded

_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|rev)\b\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?\s?){2,3}")
_LEAST_OF_A_NAME = 2
"""A single letter may be anybody."""


def who_is_meant(typed: str, framework: Framework) -> dict[str, str]:
    """The people it may be, in the order of the framework's sheets, each with the post; empty where it is nobody known.

    A known address is its owner's; of another, the part before the @ is read as a name: "j.mercer", "mercerj".
    """
    people = dict(_people(framework))
    address = folded(typed).removeprefix("mailto:").strip("<> ")
    owners = [name for name, (_, email) in people.items() if email and folded(email) == address]
    if "@" in address:
        local = address.partition("@")[0]
        owners = owners or [name for name in people if _is_in_address(local, _words(name))]
    else:
        owners = [name for name in people if _may_be(typed, _words(name))]
    return {name: people[name][0] for name in owners}


def _people(framework: Framework) -> Iterator[tuple[str, tuple[str, str]]]:
    """Everybody with a name, each with the post and the address as far as they are known; the first row counts."""
    told: set[str] = set()
    rows = [(person.name, person.post, person.email) for person in framework.people]
    rows += [(framework.about.officer, "", framework.about.email)]
    rows += [(row.contact, "", row.email) for row in framework.services]
    rows += [(row.contact, "", row.email) for row in framework.contributors]
    rows += [(name, "", "") for row in framework.services for name in (row.manager, *row.portfolio.split("\n"))]
    for name, post, email in rows:
        if name.strip() and folded(name) not in told:
            told.add(folded(name))
            yield name.strip(), (post.strip(), email.strip())


def _may_be(typed: str, name: Sequence[str]) -> bool:
    """Whether words are a part of a name, or the whole of it with initials: "Jo", "Mercer", "J. Mercer", "JM"."""
    words = _words(typed)
    if not words or len(name) < _LEAST_OF_A_NAME:
        return False
    if _INITIALS.fullmatch(typed.strip()) and typed.isupper():
        return "".join(words) == _initials(name)
    if len(words) == 1:
        return len(words[0]) >= _LEAST_OF_A_NAME and words[0] in name
    return any(_fits(order, name) for order in (words, words[::-1]))


def _is_in_address(local: str, name: Sequence[str]) -> bool:
    """Whether what stands before an @ is made of a name: "jo.mercer", "j_mercer", "jmercer", "mercerj", "mercer"."""
    if len(name) < _LEAST_OF_A_NAME:
        return False
    words = _WORD.findall(local)
    if len(words) > 1:
        return any(_fits(order, name) for order in (words, words[::-1]))
    first, last = (re.sub(r"\W", "", word) for word in (name[0], name[-1]))
    return re.sub(r"[\W\d_]", "", local) in (first + last, last + first, first[0] + last, last + first[0], first, last)


def _fits(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words are a first and a last name, of which the first may be an initial; middle names may be left out."""
    first, *between, last = words
    begins = first == name[0] or (len(first) == 1 and name[0].startswith(first))
    middle = [word[0] for word in name[1:-1]]
    return begins and last == name[-1] and all(word[0] in middle for word in between)


def _words(name: str) -> list[str]:
    return _WORD.findall(_TITLE.sub(" ", folded(name)))


def _initials(name: Sequence[str]) -> str:
    return "".join(word[0] for word in name)
