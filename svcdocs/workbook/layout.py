"""How one contributor's workbook looks in one council: its sheets, columns, lists and words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from svcdocs.model.assignments import Assignment, assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.teams import names_of
from svcdocs.model.terms import Terms, terms_of
from svcdocs.workbook.choices import Answers, answers_for, families_of
from svcdocs.workbook.declaration import Column, Shape, Sheet, columns_of
from svcdocs.workbook.finance_book import FINANCE_SHEETS
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.headings import in_their_words
from svcdocs.workbook.requests_book import ANSWERS_SHEET, REQUESTS_BOOK
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK

LISTS_SHEET = "Lists"
"""The name of the hidden sheet of lists."""
_LONGEST_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^['#]|'$|^history$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Layout:
    """One workbook as it is written and read.

    ``sheets`` are those it was given, in the order of the tabs; ``known`` all that are read where they are there.
    ``families`` gives the members of each family of columns, ``answers`` what each list takes for an answer.
    """

    framework: Framework
    assignment: Assignment
    sheets: tuple[Sheet, ...]
    known: tuple[Sheet, ...]
    families: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, Answers]
    terms: Terms = field(default_factory=Terms)

    @property
    def is_central(self) -> bool:
        """Whether it is about several services, so that each row names its own."""
        return self.assignment.central

    def columns(self, sheet: Sheet) -> tuple[Column, ...]:
        """The columns of a sheet as they are read; none where the council has no use for the sheet."""
        return self._columns[sheet.holds]

    def name(self, sheet: Sheet) -> str:
        """What the tab of a sheet is called: in the council's words, as far as Excel allows that."""
        return self._names[sheet.holds]

    def routes(self, sheet: Sheet) -> bool:
        """Whether each row of a sheet says which service it is about."""
        return self.is_central and sheet.shape is not Shape.FORM and sheet in SERVICE_BOOK.sheets

    def service_called(self, name: str) -> str:
        """The service of that name, or of which it is another name; "" where there is none."""
        return self._services.get(folded(name), "")

    def service_like(self, typed: str) -> str:
        """The service that looks most like what was typed, or ""."""
        near = difflib.get_close_matches(folded(typed), list(self._services), n=1, cutoff=0.6)
        return self._services[near[0]] if near else ""

    def others_with(self, part: str, service: str) -> tuple[Assignment, ...]:
        """Who else has been given a part of the plan of a service, where this workbook has not.

        The workbook that leads stands in where only teams have it: what belongs to no team has no other place.
        """
        given = [one for one in self._assignments if service in one.services and part in one.parts]
        mine = any(one.contributor == self.assignment.contributor for one in given)
        stands_in = self.assignment.leads and all(one.team for one in given)
        return () if mine or stands_in else tuple(given)

    def with_headings(self, own: Mapping[str, tuple[str, ...]]) -> Layout:
        """The layout with further members of some families."""
        return replace(self, families={**self.families, **own})

    @cached_property
    def _columns(self) -> dict[str, tuple[Column, ...]]:
        return {
            sheet.holds: columns_of(sheet, self.families, self.terms, routed=self.routes(sheet))
            if sheet.shape is not Shape.LISTS or self._has_headings(sheet)
            else ()
            for sheet in self.known
        }

    def _has_headings(self, sheet: Sheet) -> bool:
        return any(self.families.get(ask.family) for ask in sheet.columns)

    @cached_property
    def _names(self) -> dict[str, str]:
        ours = [sheet.name for sheet in self.known]
        theirs = [self.terms.put_into(name) for name in ours]
        names = in_their_words(ours, theirs, taken=(LISTS_SHEET,), fits=_names_a_sheet)
        return {sheet.holds: name for sheet, name in zip(self.known, names, strict=True)}

    @cached_property
    def _services(self) -> dict[str, str]:
        rows = [row for row in self.framework.services if row.service and not row.team]
        others = {folded(name): row.service for row in reversed(rows) for name in names_of(row)}
        return others | {folded(row.service): row.service for row in reversed(rows)}

    @cached_property
    def _assignments(self) -> tuple[Assignment, ...]:
        return assignments_of(self.framework)


def layout_of(framework: Framework, assignment: Assignment, terms: Terms | None = None) -> Layout:
    """The workbook of one contributor. ``terms`` are the council's, where somebody has worked them out already."""
    if assignment.asks_for_answers:
        return _requests_layout(framework, assignment, terms)
    finance = FINANCE_SHEETS if assignment.central and "money" in assignment.parts else ()
    given = tuple(sheet for sheet in SERVICE_BOOK.sheets if sheet.holds in assignment.parts)
    words = terms if terms is not None else terms_of(framework)
    years = framework.longest_years if assignment.central else framework.years_of(assignment.service)
    whole = Layout(
        framework=framework,
        assignment=assignment,
        sheets=(),
        known=(*SERVICE_BOOK.sheets, *finance),
        families=families_of(framework, years),
        answers=answers_for(framework, assignment.services, words),
        terms=words,
    )
    asked = tuple(
        sheet for sheet in (*finance[:1], *given, *finance[1:]) if whole.columns(sheet) and not sheet.prefilled
    )
    return replace(whole, sheets=(DECLARATION, *asked))


def _requests_layout(framework: Framework, assignment: Assignment, terms: Terms | None) -> Layout:
    """The workbook in which somebody answers what others ask; notices stand in it where there are any."""
    words = terms if terms is not None else terms_of(framework)
    return Layout(
        framework=framework,
        assignment=assignment,
        sheets=(DECLARATION, ANSWERS_SHEET),
        known=REQUESTS_BOOK.sheets,
        families=families_of(framework),
        answers=answers_for(framework, (), words),
        terms=words,
    )


def framework_layout(framework: Framework, *, answered_in: Terms | None = None) -> Layout:
    """The framework workbook: headings in our words; answers in those of the council as well, once it has said them."""
    return Layout(
        framework=framework,
        assignment=Assignment("", (), ()),
        sheets=FRAMEWORK_BOOK.sheets,
        known=FRAMEWORK_BOOK.sheets,
        families={"languages": families_of(framework)["languages"]},
        answers=answers_for(Framework(), (), answered_in or Terms()),
    )


def _names_a_sheet(name: str) -> bool:
    """Whether Excel takes a name for a sheet; it counts characters beyond the usual plane twice."""
    length = sum(2 if char > "\uffff" else 1 for char in name)
    return name == name.strip() and 0 < length <= _LONGEST_NAME and not _NO_NAME.search(name)
