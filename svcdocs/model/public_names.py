"""Who is named in public: the people of certain grades; all others stand there by their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from svcdocs.model.framework import Framework, Person
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.words import words_of

_SEPARATORS = re.compile(r"(\s*/\s*|\s*;\s*|\n)")
_LEAST = 3
"""A word of fewer letters is an initial and no part of a name by which it is known."""


@dataclass(frozen=True)
class PublicNames:
    """The people of a council and the grades from which they are named in public; none: everybody is."""

    people: tuple[Person, ...]
    grades: frozenset[str]
    unnamed: str = field(default="", compare=False)
    """What is printed of somebody who has no post either."""

    @property
    def is_any(self) -> bool:
        """Whether anybody is not named."""
        return bool(self._hidden)

    def is_named(self, person: Person) -> bool:
        """Whether a person is named in public. Nobody is whose grade is not known, once the council names some."""
        return not self.grades or folded(person.grade) in self.grades

    def in_posts(self, typed: str) -> str:
        """A cell of names, with the post for each that is not to be named; the same cell where there is none.

        What else stands beside a name stays; a post that is there already is not said twice.
        """
        pieces = _SEPARATORS.split(typed)
        names, separators = pieces[::2], ["", *pieces[1::2]]
        told = [self._post(name) for name in names]
        if told == names:
            return typed
        said = all_folded(name for name, new in zip(names, told, strict=True) if new == name)
        shown = ""
        for name, new, before in zip(names, told, separators, strict=True):
            if new != name:
                if folded(new) in said:
                    continue
                said |= {folded(new)}
            shown += (before if shown else "") + new
        return shown

    def named_in(self, text: str) -> Iterator[Person]:
        """The people a text names that are not to be named in public, each once."""
        if self._pattern is None:
            return
        found: dict[int, Person] = {}
        for match in self._pattern.finditer(text):
            for person in self._by_name[folded(match[0])]:
                found.setdefault(id(person), person)
        yield from found.values()

    def _post(self, name: str) -> str:
        """One name of a cell as the public reads it."""
        pattern = self._pattern
        found = pattern.search(name) if pattern else None
        if found is None:
            return name
        person = self._by_name[folded(found[0])][0]
        post = person.post.strip() or self.unnamed
        others = all_folded((person.post, person.abbreviation))
        rest = f"{name[: found.start()]} {name[found.end() :]}"
        if any(re.search(rf"(?<!\w){re.escape(other)}(?!\w)", folded(rest)) for other in others):
            return post
        return f"{name[: found.start()]}{post}{name[found.end() :]}"

    @cached_property
    def _hidden(self) -> tuple[Person, ...]:
        named = all_folded(person.name for person in self.people if self.is_named(person))
        return tuple(one for one in self.people if folded(one.name) and folded(one.name) not in named)

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        """Those who are not to be named by every way in which their names are written."""
        found: dict[str, list[Person]] = {}
        for person in self._hidden:
            for name in names_of_person(person):
                found.setdefault(folded(name), []).append(person)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest = sorted(self._by_name, key=lambda name: (-len(name), name))
        if not longest:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(_as_typed, longest))})(?!\w)", re.IGNORECASE)


def public_names(framework: Framework) -> PublicNames:
    """Who is named in public, as the framework says."""
    grades = all_folded(lines_of(framework.about.named_grades))
    if not grades:
        return PublicNames(framework.people, grades)
    words = words_of(framework)
    return PublicNames(framework.people, grades, words.unnamed_officer)


def names_of_person(person: Person) -> Iterator[str]:
    """The ways in which a name is written: of the other spellings those that share a word with it."""
    words = {word for word in folded(person.name).split() if len(word) >= _LEAST}
    yield person.name
    for other in lines_of(person.also_written):
        if words & set(folded(other).replace(".", ". ").split()) and folded(other) != folded(person.post):
            yield other


def _as_typed(name: str) -> str:
    """A pattern for a folded name with whatever blanks, quotation marks and dashes it is typed with."""
    words = (re.escape(word).replace("'", "['‘’]").replace(r"\-", "[-‐‑–]") for word in name.split())
    return r"\s+".join(words)
