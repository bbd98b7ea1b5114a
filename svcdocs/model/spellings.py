"""The council's priorities by every way in which they may be written: references, wordings, former ones of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.terms import terms_of
from svcdocs.model.wordings import LONGEST_REF, beginnings_of, may_be_wording


@dataclass(frozen=True, slots=True)
class Spellings:
    """Priorities by their references and by their wordings, capitals, blanks and punctuation left out of account.

    ``former`` holds the spellings that are not in use any more, or not the council's own.
    """

    by_ref: Mapping[str, Priority] = field(default_factory=dict)
    by_wording: Mapping[str, Priority] = field(default_factory=dict)
    former: frozenset[str] = frozenset()

    def priority(self, written: str) -> Priority | None:
        """The priority that is written so, or None."""
        key = canonical_ref(written)
        return self.by_ref.get(key) or self.by_wording.get(key)

    def is_wording(self, written: str) -> bool:
        """Whether all that is written is the wording of one priority, with or without its reference before it."""
        return canonical_ref(written) in self.by_wording

    def is_former(self, written: str) -> bool:
        """Whether a priority was written so before."""
        return canonical_ref(written) in self.former


def spellings_of(framework: Framework) -> Spellings:
    """Every way to name a priority.

    A reference of its own goes before a former one, and that before one behind those of what it stands under (A(i) for
    an approach (i) of aim A); a wording in force before a former one, and that before the title a wording begins with.
    What would name several names none.
    """
    rows = framework.priorities
    above = parents(rows)
    kin = Counter(ref for ref, _ in {(row.ref.canonical, under) for row, under in zip(rows, above, strict=True)})
    refs, wordings = _Names(), _Names()
    refs.put((row.ref.canonical, row) for row in rows if kin[row.ref.canonical] == 1)
    wordings.put_if_one((canonical_ref(row.text.plain), row) for row in rows)
    others = [(line, canonical_ref(line), row) for row in rows for line in row.also_written.split("\n")]
    short = [(key, row) for line, key, row in others if len(line.strip()) <= LONGEST_REF]
    former = refs.put_if_one((key, row) for key, row in short if key not in wordings.found)
    former |= wordings.put_if_one((key, row) for line, key, row in others if may_be_wording(line))
    refs.put_if_one(_paths(rows, above))
    refs.put_if_one(_by_level(framework, kin))
    wordings.put_if_one((row.ref.canonical + canonical_ref(row.text.plain), row) for row in rows)
    wordings.put_if_one((canonical_ref(beginning), row) for row in rows for beginning in beginnings_of(row.text))
    return Spellings(refs.found, wordings.found, frozenset(former))


def parents(priorities: Iterable[Priority]) -> list[str]:
    """For each priority the canonical reference of what it stands under; "" for none.

    An item belongs to a council action: to the one it names, else to the one above it on the sheet, whatever aim or
    approach it names besides.
    """
    rows = tuple(priorities)
    actions = {row.ref.canonical for row in rows if row.is_level("Council action")}
    found: list[str] = []
    action = ""
    for priority in rows:
        named = [ref.canonical for ref in priority.under.items]
        under = next(iter(named), "")
        if priority.is_level("Item"):
            under = next((ref for ref in named if ref in actions), action or under)
        found.append(under)
        if priority.is_level("Council action"):
            action = priority.ref.canonical
    return found


class _Names:
    """Priorities by the names given to them so far; a name that is taken stays with whom it was given to."""

    def __init__(self) -> None:
        self.found: dict[str, Priority] = {}

    def put(self, names: Iterable[tuple[str, Priority]]) -> set[str]:
        """Give names; of those that several ask for, the first gets them. Gives the names that were given."""
        new = set()
        for name, priority in names:
            if name and name not in self.found:
                self.found[name] = priority
                new.add(name)
        return new

    def put_if_one(self, names: Iterable[tuple[str, Priority]]) -> set[str]:
        """Give the names that only one asks for."""
        asked: dict[str, dict[int, Priority]] = {}
        for name, priority in names:
            asked.setdefault(name, {})[id(priority)] = priority
        return self.put((name, next(iter(ones.values()))) for name, ones in asked.items() if len(ones) == 1)


def _paths(rows: Iterable[Priority], above: Iterable[str]) -> Iterator[tuple[str, Priority]]:
    """Each priority by its reference behind that of what it stands under, and behind that of what that stands under."""
    whole = ("", "")
    for row, under in zip(rows, above, strict=True):
        if row.is_level("Council action"):
            whole = (row.ref.canonical, under)
        if under and row.ref.canonical:
            yield under + row.ref.canonical, row
            if row.is_level("Item") and under == whole[0]:
                yield "".join((*reversed(whole), row.ref.canonical)), row


def _by_level(framework: Framework, kin: Mapping[str, int]) -> Iterator[tuple[str, Priority]]:
    """Each priority by what it is and its reference, in our word or the council's: "Aim A", "Goal A"."""
    terms = terms_of(framework)
    for row in framework.priorities:
        if row.ref.canonical and kin[row.ref.canonical] == 1:
            for level in {row.level, terms.put_into(row.level)}:
                yield canonical_ref(f"{level} {row.ref}"), row
