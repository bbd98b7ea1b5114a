"""Whose help a cell asks for, and for what: the one reading of "Services whose help we need".

A line, or a sentence or piece between semicolons, that begins with the name of a service, of one of its teams or of
somebody who fills in a workbook for all of them asks that one. What stands behind the name is what is asked, with all
it says of days, people and money: "Finance: a business case, two officers for 40 days". What goes on below or behind
without another name belongs to it. "All services: a day each" asks nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from svcdocs.model.assignments import assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.names import UNSEEN, all_folded, folded
from svcdocs.model.teams import names_of
from svcdocs.model.terms import terms_of
from svcdocs.model.text import Text

EVERYBODY = ""
"""Under this name stands what all services are asked for."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What one cell asks of one service; of ``EVERYBODY`` where it asks all of them.

    ``what`` is as it was typed, a line each; blank where the cell says only whom it asks.
    """

    of: str
    what: str


@dataclass(frozen=True)
class Askable:
    """Everybody who can be asked for help, by every name they go by, folded.

    ``teams`` are those of the names that are a team's. A name that two services share is nobody's.
    """

    names: Mapping[str, str]
    teams: frozenset[str] = frozenset()
    services: tuple[str, ...] = field(default=("services", "service"))

    @cached_property
    def longest_first(self) -> tuple[str, ...]:
        """The names, each before those that are its beginning."""
        return tuple(sorted(self.names, key=len, reverse=True))

    @cached_property
    def everybody(self) -> re.Pattern[str]:
        """How a line begins that asks all services."""
        words = "|".join(re.escape(word) for word in sorted(self.services, key=len, reverse=True))
        nouns = rf"(?:{words}) areas?|{words}|service areas?|departments?|teams?"
        each = r"all(?: ?/ ?most)?(?: the| other| our)*|every(?: other)?|each(?: other)?"
        return re.compile(
            rf"(?:potentially |possibly |nearly |almost )?(?:(?:{each}) (?:{nouns})\b|all(?: ?/ ?most)?\W*$)",
            re.IGNORECASE,
        )


def askable(framework: Framework) -> Askable:
    """Everybody who can be asked in one council: its services, their teams, and who works for several services."""
    names: dict[str, str] = {}
    shared: set[str] = set()
    for name, whose in _named(framework):
        if names.setdefault(name, whose) != whose:
            shared.add(name)
    own = all_folded(name for row in framework.services if not row.team for name in names_of(row))
    kept = {name: whose for name, whose in names.items() if name and name not in shared}
    of_teams = all_folded(name for row in framework.services if row.team for name in names_of(row))
    terms = terms_of(framework)
    said = (folded(terms.put_into(word)) for word in ("services", "service"))
    return Askable(kept, of_teams - own, tuple(dict.fromkeys(("services", "service", *said))))


def asked_in(text: Text, who: Askable) -> tuple[Asking, ...]:
    """What a cell asks, each service once and in the order in which it is named; all services under ``EVERYBODY``."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for block in text.blocks:
        goes_on = block.level > 0
        for number, (piece, joint) in enumerate(_pieces(block.plain)):
            whom = _asked(piece, who)
            if whom:
                last = list(dict.fromkeys(name for name, _ in whom))
                for name, what in whom:
                    lines = found.setdefault(name, [])
                    lines += [what] if what else []
            elif last and (_belongs_to_it(piece, found[last[0]]) if number else goes_on):
                for name in last:
                    _add(found[name], piece, joint if number else "\n")
            else:
                last = []
    return tuple(Asking(name, "\n".join(lines)) for name, lines in found.items())


_JOINT = re.compile(r"(;\s*|(?<=\.)\s+)")
_AND = re.compile(r"\s*(?:,\s*and\b|,|/|&|\+|\band\b)\s*", re.IGNORECASE)
_HEAD = re.compile(r"[A-Z][\w&’' ,-]{2,50}?\s*(?::| [–—] )")
_EDGES = " \t\u00a0:,;–—-"


def _named(framework: Framework) -> Iterator[tuple[str, str]]:
    """Every name somebody goes by, folded, with the service or contributor it names."""
    for row in framework.services:
        for name in names_of(row):
            yield folded(name), framework.service_name(row.service)
    others = {one.contributor for one in assignments_of(framework) if one.central}
    for name in sorted(others):
        known = all_folded((name,))
        for entry in framework.glossary:
            pair = all_folded((entry.abbreviation, entry.meaning))
            known |= pair if pair & known else frozenset()
        yield from ((each, framework.service_name(name) or name) for each in sorted(known))


def _pieces(line: str) -> Iterable[tuple[str, str]]:
    """The sentences of a line and what stands between its semicolons, each with what joins it to the one before."""
    first, *rest = _JOINT.split(" ".join(line.translate(dict.fromkeys(map(ord, UNSEEN))).split()))
    yield first.strip(), ""
    for joint, piece in zip(rest[::2], rest[1::2], strict=True):
        yield piece.strip(), "; " if joint.startswith(";") else " "


def _asked(piece: str, who: Askable) -> list[tuple[str, str]]:
    """Whom a piece begins with, and what it asks of each; nobody where it begins with no name."""
    if everybody := who.everybody.match(piece):
        return [(EVERYBODY, piece[everybody.end() :].strip(_EDGES))]
    named: list[tuple[str, str]] = []
    rest = piece
    while found := _name_at_start(rest, who):
        name, end = found
        named.append((who.names[name], rest[:end] if name in who.teams else ""))
        further = _AND.match(rest, end)
        if further is None or _name_at_start(rest[further.end() :], who) is None:
            rest = rest[end:]
            break
        rest = rest[further.end() :]
    what = rest.strip(_EDGES)
    return [(name, ": ".join(part for part in (team, what) if part)) for name, team in named]


def _name_at_start(text: str, who: Askable) -> tuple[str, int] | None:
    """The longest name with which a text begins, and where it ends there."""
    said = folded(text)
    name = next((name for name in who.longest_first if _begins(said, name)), None)
    if name is None:
        return None
    # Folding may make a letter two (ß); what is folded and what was typed are then not equally long.
    ends = (end for end in (*range(len(name), 0, -1), len(name) + 1) if folded(text[:end]) == name)
    return name, next(ends, len(name))


def _begins(said: str, name: str) -> bool:
    return said.startswith(name) and not said[len(name) : len(name) + 1].isalnum()


def _belongs_to_it(piece: str, lines: list[str]) -> bool:
    """Whether a further sentence, or what stands behind a semicolon, still says what the one named before is asked."""
    if not lines or not piece.strip(_EDGES) or piece.strip(_EDGES).casefold() in ("and", "or"):
        return False
    return _HEAD.match(piece) is None and (not piece[:1].isupper() or lines[-1].endswith("."))


def _add(lines: list[str], piece: str, joint: str) -> None:
    if joint == "\n" or not lines:
        lines.append(piece)
    else:
        lines[-1] += f"{joint}{piece}"
