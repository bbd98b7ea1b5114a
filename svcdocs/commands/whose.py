"""Whose a workbook is: the assignment it answers, by what it knows of itself or else by the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from svcdocs.excel.cells import CellBook
from svcdocs.model.assignments import Assignment, answerers, asked_of, assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.teams import home_of, names_of, stays_of
from svcdocs.model.terms import Terms, terms_of
from svcdocs.workbook.identity import Identity, cycle_name, identity_of, is_of_cycle
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.recognising import Candidate, recognise, stated_identity
from svcdocs.workbook.requests_book import REQUESTS_BOOK

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_SEAM = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[^\W_])(?=(?i:(?:returns?|plans?|workbook|template|final|draft|form)(?:[\W\d_]|$)|v\d))"
)
"""Where two words are written as one: "HousingRepairs", "financereturn", "housingv2"."""
NAME_IT = "Put the name of the service, team or contributor into the file's name, as it stands in the framework."
"""What makes a workbook somebody's that is nobody's."""
_BY_GUIDE = "known by its guide, since its hidden label is gone"
_BY_CONTENT = "known by what stands on it ({reasons}), since its hidden label is gone"
_BY_NAME = "known by its file name alone, since its hidden label is gone"


def cycle_of(cells: CellBook) -> str:
    """The planning cycle a workbook says it belongs to; "" where it does not say."""
    return identity_of(cells.properties).cycle or stated_identity(cells).cycle


def of_nobody(cells: CellBook) -> str:
    """What is said of a workbook that is nobody's here."""
    service = identity_of(cells.properties).service
    return f"is about '{service}', which is not one of the services" if service else "does not say whose it is"


@dataclass(frozen=True, eq=False)
class Desks:
    """Everybody who fills in a workbook of one cycle."""

    framework: Framework

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Who has been asked for what, in the framework's order."""
        return assignments_of(self.framework)

    @cached_property
    def answerers(self) -> tuple[Assignment, ...]:
        """A workbook of requests for everybody who can be asked for help, whether or not one was sent out."""
        return answerers(self.framework)

    @property
    def everybody(self) -> tuple[Assignment, ...]:
        """All workbooks there may be."""
        return (*self.assignments, *self.answerers)

    @cached_property
    def terms(self) -> Terms:
        """The council's terms."""
        return terms_of(self.framework)

    def layout(self, assignment: Assignment) -> Layout:
        """How the workbook of an assignment looks."""
        return layout_of(self.framework, assignment, self.terms)

    def of_book(self, cells: CellBook, stem: str) -> tuple[Assignment | None, str]:
        """The assignment of a workbook, and how it was found where a program has dropped what the workbook knew.

        Then its guide counts first, what else stands on it next, and the name of its file last.
        """
        identity = identity_of(cells.properties)
        if identity.contributor or identity.service or identity.team:
            return self.of(identity, stem), ""
        stated = stated_identity(cells)
        by_guide = self.of(stated, "") if stated.contributor else None
        if by_guide is not None:
            return by_guide, _BY_GUIDE
        likeliest = next(iter(recognise(cells, [Candidate(self.layout(one)) for one in self.everybody])), None)
        if likeliest is not None and likeliest.is_sure:
            return likeliest.assignment, _BY_CONTENT.format(reasons="; ".join(likeliest.reasons))
        return self.in_name(stem), _BY_NAME

    def of_another_cycle(self, cells: CellBook) -> str:
        """What is said of a workbook that says it belongs to another cycle; "" for any other."""
        cycle = cycle_of(cells)
        is_ours = not cycle or is_of_cycle(cycle, self.framework)
        return "" if is_ours else f"belongs to {cycle}, and this is {cycle_name(self.framework)}"

    def of(self, identity: Identity, stem: str) -> Assignment | None:
        """The assignment of a workbook: by its contributor, its team, its service, or by the name of its file.

        A team takes its workbook along into the service to which it belongs by now, and is known by its other names. A
        workbook about a whole service that is divided among others by now is read as it was.
        """
        if identity.kind == REQUESTS_BOOK.kind or asked_of(identity.contributor):
            return self._of_answers(identity)
        return self._named(identity) or self._of_team(identity) or self._of_service(identity) or self.in_name(stem)

    def in_name(self, stem: str) -> Assignment | None:
        """The one assignment whose contributor, team or service stands in the name of a file."""
        words = _runs_of_words(stem)
        named = {name: one for name, one in self._by_letters.items() if name in words}
        # "housing" in "housing-repairs" is part of the name of a team, and names nobody else.
        longest = [one for name, one in named.items() if not any(name != more and name in more for more in named)]
        teams = [one for one in longest if one.team]
        if len(teams) == 1 and all(one.service == teams[0].service for one in longest):
            return teams[0]
        return longest[0] if len(longest) == 1 else None

    def contributor_called(self, name: str) -> str:
        """What a contributor of that name is called by now; the name itself where there is none such any more."""
        if asked_of(name):
            own = self._of_answers(Identity(contributor=name))
            return own.contributor if own else name
        now = self._named(Identity(contributor=name))
        service = self.service_called(name)
        now = now or (self._whole(service) if service else self.in_name(name))
        return now.contributor if now else name

    def service_called(self, name: str) -> str:
        """The service of that name, or of which it is another name; "" where there is none."""
        row = self.framework.service_called(name)
        return row.service if row else ""

    def _named(self, identity: Identity) -> Assignment | None:
        wanted = folded(identity.contributor)
        return next((one for one in self.assignments if wanted and folded(one.contributor) == wanted), None)

    def _of_answers(self, identity: Identity) -> Assignment | None:
        """The workbook of requests to a service, whatever that is called by now; to one that is none any more as well.

        Who was asked and is asked no more may still have answered.
        """
        asked = asked_of(identity.contributor) or identity.service
        name = folded(self.service_called(asked) or asked)
        return next((one for one in self.answerers if folded(one.service) == name), None)

    def _of_team(self, identity: Identity) -> Assignment | None:
        if not identity.team:
            return None
        home = home_of(self.framework, identity.team, self.service_called(identity.service))
        names = {folded(row.team) for row in stays_of(self.framework, identity.team) if row.service == home}
        return next((one for one in self.assignments if one.service == home and folded(one.team) in names), None)

    def _of_service(self, identity: Identity) -> Assignment | None:
        if identity.kind == "central" and identity.contributor:
            everything = tuple(self.framework.service_names)
            return Assignment(identity.contributor, everything, (), central=True)
        service = self.service_called(identity.service)
        if not service:
            return None
        if identity.team:  # a team that is none any more, and whose work nobody else has been given
            return Assignment(identity.contributor or identity.team, (service,), (), team=identity.team)
        return self._whole(service)

    def _whole(self, service: str) -> Assignment:
        """The workbook of a service as a whole: the one that leads if it bears the service's name, else an old one."""
        own = (one for one in self.assignments if folded(one.contributor) == folded(service) and not one.central)
        return next(own, None) or Assignment(service, (service,), ())

    @cached_property
    def _by_letters(self) -> Mapping[str, Assignment]:
        """Every name by which a file may say whose it is; names that several share are left out."""
        found: dict[str, list[Assignment]] = {}
        for one in self.everybody:
            for name in {_letters(one.contributor), *map(_letters, self._teams(one))}:
                found.setdefault(name, []).append(one)
        for service in self.framework.service_names:
            found.setdefault(_letters(service), [self._whole(service)])
        return {name: ones[0] for name, ones in found.items() if name and len(ones) == 1}

    def _teams(self, assignment: Assignment) -> Iterable[str]:
        rows = (row for row in self.framework.teams_of(assignment.service) if assignment.team == row.team)
        return (name for row in rows for name in names_of(row))


def _runs_of_words(stem: str) -> set[str]:
    """The words of a file's name, and every run of words that follow each other, as letters alone.

    "HousingReturn2027_final" has the words housing, return, 2027 and final; "hr" is none of "three.xlsx".
    """
    words = [word.casefold() for part in _SEAM.sub(" ", stem).split() for word in _WORDS.findall(part)]
    return {"".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
