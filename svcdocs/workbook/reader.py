"""Reading a workbook back: every sheet to records that know their cells, and all that is odd about it as findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from svcdocs.excel.cells import CellBook
from svcdocs.excel.transport import no_collection
from svcdocs.model.assignments import Assignment
from svcdocs.model.base import Record
from svcdocs.model.finance import Finance
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.gaps import Gap
from svcdocs.model.requests import Answered
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.model.terms import terms_of
from svcdocs.workbook import damage_messages, messages
from svcdocs.workbook.beside import comments_of
from svcdocs.workbook.choices import families_of
from svcdocs.workbook.declaration import Shape, Sheet, columns_of
from svcdocs.workbook.finance_book import FINANCE_SHEETS, STATEMENT
from svcdocs.workbook.framework_book import ABOUT
from svcdocs.workbook.headings import fold
from svcdocs.workbook.identity import LAYOUT, Identity, fingerprint, identity_of, layout_number
from svcdocs.workbook.layout import Layout, framework_layout
from svcdocs.workbook.own_tables import OwnTables
from svcdocs.workbook.placing import Heads
from svcdocs.workbook.requests_book import ANSWERS_SHEET
from svcdocs.workbook.service_book import DECLARATION, DRIVERS, MONEY, SERVICE_BOOK, SWOT, TEXT
from svcdocs.workbook.settings_sheets import OUR_WORDS
from svcdocs.workbook.sheet_reading import Pages, take
from svcdocs.workbook.tabs import Tabs, tabs_of

Records = Mapping[str, tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one contributor's workbook says.

    ``plans`` gives for each service it says something about the records by the field of the plan they fill; a workbook
    about one service has that service there even where it is blank. ``finance`` is what it says of all figures, where
    it is the workbook that gives them; ``answered`` the requests that stand in it. ``fingerprint`` is that of all it
    says, known or not. ``gaps`` are the parts of its plans, and the single answers, that stand there or should and
    could not be read. ``heads`` are the headings of its sheets as they stand there, by the sheets' names.
    """

    file: str
    identity: Identity
    assignment: Assignment
    plans: Mapping[str, Records]
    declaration: Declaration = field(default_factory=Declaration)
    finance: Finance | None = None
    answered: Answered | None = None
    findings: tuple[Finding, ...] = ()
    fingerprint: str = ""
    gaps: tuple[Gap, ...] = ()
    heads: Mapping[str, Heads] = field(default_factory=dict)

    @property
    def is_untouched(self) -> bool:
        """Whether it says exactly what it said when it was sent out."""
        return bool(self.identity.issued) and self.identity.issued == self.fingerprint

    def gives_to(self, service: str) -> bool:
        """Whether something in it goes into the plan of a service."""
        if self.assignment.asks_for_answers:
            return False
        return service == self.assignment.service or any(self.plans.get(service, {}).values())


def read_workbook(cells: CellBook, file: str, layout: Layout) -> Reading:
    """What a contributor's workbook says; ``layout`` gives its columns and the answers its drop-downs offer."""
    with no_collection():  # records refer to each other in no circle
        pages = _read(cells, file, layout)
        identity = identity_of(cells.properties)
        printed = _fingerprint(pages, layout_number(identity))
    (declaration,) = pages.shared[DECLARATION.holds]
    contributor = layout.assignment.contributor or identity.contributor
    return Reading(
        file=file,
        identity=identity,
        assignment=layout.assignment,
        plans=pages.plans if layout.is_central else pages.plans or {layout.assignment.service: {}},
        declaration=Declaration.model_validate(declaration).model_copy(update={"contributor": contributor}),
        finance=_finance(pages.shared, contributor) if STATEMENT in layout.sheets else None,
        answered=_answered(pages.shared) if ANSWERS_SHEET in layout.sheets else None,
        findings=tuple(pages.findings),
        fingerprint=printed,
        gaps=tuple(replace(gap, services=layout.assignment.services) for gap in pages.gaps),
        heads=pages.heads,
    )


def read_framework(cells: CellBook, file: str) -> tuple[Framework, tuple[Finding, ...]]:
    """The framework, and what is odd about its workbook.

    A framework with findings that block may lack what they name.
    """
    # What the answers may be called stands on two of its own sheets: those are read first.
    blank = Framework()
    about = _framework(_read(cells, file, framework_layout(blank), (ABOUT,)))
    spoken = _framework(_read(cells, file, framework_layout(about), (ABOUT, OUR_WORDS)))
    pages = _read(cells, file, framework_layout(about, answered_in=terms_of(spoken)))
    framework = _framework(pages)
    return framework, (*pages.findings, *_unusable_headings(framework))


def fingerprint_of(cells: CellBook, layout: Layout) -> str:
    """The fingerprint of what stands in the cells of one of our workbooks."""
    return _fingerprint(_read(cells, "", layout), int(LAYOUT))


def _fingerprint(pages: Pages, written_as: int) -> str:
    """The fingerprint of all that was typed, as workbooks of that layout have it."""
    if written_as > 1:
        return fingerprint({name: records for name, records in pages.typed.items() if records})
    # The first layout counted blank sheets too, and called the one declaration by another name.
    there = (sheet for sheet in SERVICE_BOOK.sheets if sheet.since == 1)
    names = {sheet.holds: "declaration" if sheet is DECLARATION else sheet.holds for sheet in there}
    return fingerprint({name: pages.typed.get(holds, ()) for holds, name in names.items()})


def _framework(pages: Pages) -> Framework:
    held: dict[str, Any] = dict(pages.shared)
    (held[ABOUT.holds],) = held[ABOUT.holds]
    # The reader has made these records already; validating them once more would cost as much as reading them.
    return Framework.model_construct(None, **held)


def _finance(shared: Records, contributor: str) -> Finance:
    held: dict[str, Any] = {sheet.holds: shared[sheet.holds] for sheet in FINANCE_SHEETS}
    (held[STATEMENT.holds],) = held[STATEMENT.holds]
    return Finance.model_construct(None, contributor=contributor, **held)


def _answered(shared: Records) -> Answered:
    held: dict[str, Any] = {name: shared[name] for name in Answered.model_fields}
    return Answered.model_construct(None, **held)


def _read(cells: CellBook, file: str, layout: Layout, only: Sequence[Sheet] = ()) -> Pages:
    pages = Pages(findings=[messages.file_remark(file, remark) for remark in cells.remarks])
    tabs = tabs_of(cells, layout, only or layout.known)
    missing: list[str] = []
    written_as = layout_number(identity_of(cells.properties))
    for sheet in only or layout.known:
        found = tabs.found.get(sheet.holds)
        if found is not None:
            take(sheet, (found, *tabs.more.get(sheet.holds, ())), layout, pages, (file, tabs.guesses.get(sheet.holds)))
            continue
        if sheet in layout.sheets and layout.columns(sheet) and sheet.since <= written_as:
            missing.append(layout.name(sheet))
            pages.gaps.append(Gap(sheet.holds))
        if sheet.shape is Shape.FORM or sheet.holds not in ServicePlan.model_fields:
            pages.shared[sheet.holds] = (sheet.record(),) if sheet.shape is Shape.FORM else ()
    pages.findings += [messages.missing_sheet(file, name) for name in missing]
    own = _own_tables(pages, cells, tabs, layout, file)
    for tab in tabs.strangers:
        if (
            tab.state != "veryHidden" and fold(tab.name) not in own
        ):  # what nobody can unhide, programs keep for themselves
            guess = difflib.get_close_matches(tab.name, missing, n=1, cutoff=0.6)
            pages.findings.append(damage_messages.unknown_sheet(file, tab, guess[0] if guess else ""))
    pages.findings += comments_of(cells, file)
    return pages


def _own_tables(pages: Pages, cells: CellBook, tabs: Tabs, layout: Layout, file: str) -> frozenset[str]:
    """Give the passages that are tables their rows; the folded names of the sheets on which these stand."""
    ours = {id(tab) for tab in tabs.found.values()}
    others = {fold(tab.name): tab for tab in cells.sheets if id(tab) not in ours}
    tables = OwnTables(file, others, is_final=layout.framework.is_final)
    for service, held in pages.plans.items():
        if TEXT.holds in held:
            held[TEXT.holds], odd = tables.given_to(held[TEXT.holds])
            pages.findings += [replace(finding, service=service) for finding in odd]
    for name, typed in pages.typed.items():
        if name.split(" ")[0] == TEXT.holds:
            pages.typed[name], _ = tables.given_to(typed)
    return frozenset(tables.used)


def _unusable_headings(framework: Framework) -> Iterator[Finding]:
    """Headings the officer has chosen for columns that would bear the name of another column of the same sheet."""
    families = families_of(framework)
    for sheet, family, rows in (
        (MONEY, "money", framework.money_columns),
        (SWOT, "swot", [row for row in framework.list_headings if fold(row.sheet) == "swot"]),
        (DRIVERS, "drivers", [row for row in framework.list_headings if fold(row.sheet) == "drivers"]),
    ):
        free = [column.member for column in columns_of(sheet, families) if column.ask.family == family]
        for row in rows:
            if row.heading in free:
                free.remove(row.heading)
            elif row.heading:
                yield messages.unusable_heading(row.cell("heading"), row.heading, sheet.name)
