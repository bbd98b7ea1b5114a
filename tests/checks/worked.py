"""The worked examples of rules put into the workbooks of a council that has everything in order, and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from svcdocs.checks.run import checked
from svcdocs.commands.requesting import with_requests
from svcdocs.comparison.accounts import accounts_for, left_by
from svcdocs.comparison.continuity import continuity_of
from svcdocs.excel.cells import Cell, CellBook, CellSheet, column_letters
from svcdocs.excel.reading import read_book
from svcdocs.model.accounts import Account
from svcdocs.model.assignments import Assignment, requests_to
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble, finance_of
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.finance_book import FINANCE_BOOK
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.headings import NEEDS
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_framework, read_workbook
from svcdocs.workbook.requests_book import ANSWERS_SHEET
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_workbook
from tests.checks.councils import PLAN
from tests.cycles import whole_service
from tests.workbook.editing import Desk

FRAMEWORK, FINANCE, HOME, BEFORE = "Framework", "Finance", "Housing", "Of last year"
"""The workbooks that an example may put rows into: the framework, that of Finance, that of each service by name, and
that of the first service as it was last year."""
REQUESTS = (ANSWERS_SHEET.name,)
"""The sheets of the workbook in which a service answers others."""
TODAY = date(2027, 2, 1)
"""The day on which the examples are looked at."""

Mend = Callable[[Desk, str], None]

_OWN = ("About our service", "Achievements")
COUNCIL: dict[str, Any] = {
    "about": {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2"},
    "priorities": [
        {"level": "Aim", "ref": "A", "text": "Homes for all"},
        {"level": "Council action", "ref": "A1", "text": "Build 150 affordable homes", "under": "A"},
    ],
    "services": [
        {"service": "Housing", "also_called": "Homes", "manager": "Joan Ashdown"},
        {"service": "Housing", "team": "Homelessness", "also_called": "Rough sleeping"},
        {"service": "Housing", "team": "Repairs"},
        {"service": "Parks", "manager": "Ines Calloway"},
        {"service": "Parks", "team": "Trees"},
    ],
    "people": [
        {"name": "Tom Fell", "post": "Housing Options Manager", "abbreviation": "HOM", "also_written": "T Fell"},
        {"name": "Mo Birch", "post": "Tree Officer"},
    ],
    "signatures": [{"service": "Housing", "role": "Cabinet"}, {"service": "Parks", "role": "Cabinet"}],
    "sections": [
        *(
            row.model_dump(mode="json") | {"required": "Never"}
            for row in starter_framework().sections
            if row.key not in _OWN
        ),
        {"key": "About our service", "heading": "About our service", "required": "Final"},
        {"key": "Achievements", "heading": "Achievements in {last year}", "required": "Draft", "word_limit": "10"},
    ],
    "money_columns": [
        {"heading": "2026/27 original budget", "year": "2026/27", "basis": "Original"},
        {"heading": "2027/28 estimate", "year": "2027/28", "basis": "Estimate"},
    ],
    "shared_indicators": [{"ref": "SX052", "name": "Complaints", "unit": "Number", "good_is": "Low"}],
}
PARKS: dict[str, Any] = {
    "service": "Parks",
    "declarations": [{"ready": "Yes"}],
    "passages": [
        {"section": "About our service", "text": "We look after parks and trees."},
        {"section": "Achievements", "text": "We planted 900 trees."},
    ],
    "objectives": [{"ref": "PK1", "text": "More people visit a park", "serves": "A"}],
    "actions": [
        {
            "ref": "PK1.1",
            "title": "Mend the paths in every park",
            "serves": "PK1",
            "finish": "October 2028",
            "lead": "Mo Birch",
            "outcome": "One in ten more residents visit a park, by the survey of 2028",
        }
    ],
}
_TEXT = [
    {"section": "About our service", "text": "We house people."},
    {"section": "Achievements", "text": "We built 40 homes."},
]
_PLANS = {"Housing": PLAN | {"passages": _TEXT}, "Parks": PARKS}
_STARTS = ("Ref",)
_TWO_NAMES = {"Services and teams": ("Service", "Team"), "Sign-off": ("Service", "Role or body"), "Posts": ("Post",)}
"""The headings by which a row of a sheet is known, where that is not its reference or first column."""


@dataclass(slots=True)
class Told:
    """What is told of a council once rows have been put into its workbooks, and where they were put.

    ``rows`` are the places that the rows took: file, sheet and row.
    """

    findings: list[Finding] = field(default_factory=list)
    rows: set[tuple[str, str, int]] = field(default_factory=set)
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of an example: the workbook and sheet it belongs to, and what it says under which heading."""

    workbook: str
    sheet: str
    cells: Mapping[str, str]


def lines_of(example: str) -> list[Line]:
    """The rows that the text of one side of an example gives."""
    made = []
    for line in example.splitlines():
        place, *pieces = line.split("|")
        workbook, _, sheet = place.strip().rpartition("/")
        cells = dict(piece.split(":", 1) for piece in pieces)
        typed = {heading.strip(): text.strip().replace("\\n", "\n") for heading, text in cells.items()}
        made.append(Line(workbook or HOME, sheet, typed))
    return made


@cache
def told_of(example: str, *, stage: str = "Draft", mend: Mend | None = None) -> Told:
    """What is told of the council with the rows of one side of an example in its workbooks.

    ``mend`` is done to each workbook before it is read: it is given that and the name of its file.
    """
    told = Told(mend=mend)
    lines = lines_of(example)
    of_finance = [line for line in lines if line.workbook == FINANCE]
    framework = _framework(lines, stage, told)
    others = (FRAMEWORK, FINANCE, BEFORE)
    services = dict.fromkeys([HOME, *(line.workbook for line in lines if line.workbook not in others)])
    before = _last_year(framework, [line for line in lines if line.workbook == BEFORE])
    asked = accounts_for(left_by(framework, framework, before))
    readings = [
        _service(
            framework,
            name,
            [one for one in lines if one.workbook == name and one.sheet not in REQUESTS],
            told,
            asked.get(name, ()),
        )
        for name in services
    ]
    if of_finance:
        readings.append(_finance(framework, of_finance, told))
    for reading in readings:
        told.findings += reading.findings
    answers = [_answers(framework, name, lines, told) for name in dict.fromkeys(_asked(lines))]
    for reading in answers:
        told.findings += reading.findings
    plans = [assemble(name, [each for each in readings if each.gives_to(name)]) for name in services]
    gaps = [gap for reading in readings for gap in reading.gaps]
    linked = with_requests(link(framework, plans, finance_of(readings), (), gaps), answers)
    cycle = replace(linked, today=TODAY)
    told.findings += checked(cycle.since(continuity_of(cycle, framework, before)) if before else cycle).findings
    return told


def _asked(lines: Iterable[Line]) -> Iterator[str]:
    return (line.workbook for line in lines if line.sheet in REQUESTS)


def _answers(framework: Framework, name: str, lines: Iterable[Line], told: Told) -> Reading:
    """The workbook in which a service answers requests: one that was sent out blank, with the rows put into it."""
    layout = layout_of(framework, requests_to(name))
    desk = Desk(read_book(write_workbook(layout)))
    own = [line for line in lines if line.workbook == name and line.sheet in REQUESTS]
    file = f"requests-{name}.xlsx"
    for line in own:
        rows = _Rows(desk, ANSWERS_SHEET)
        rows.known.clear()  # a request may be answered on two rows
        told.rows.add((file, line.sheet, rows.put(line)))
    if told.mend:
        told.mend(desk, file)
    return read_workbook(desk.book, file, layout)


def _last_year(framework: Framework, lines: list[Line]) -> list[ServicePlan]:
    """The plan of the first service as it was last year, where an example gives any row of it."""
    if not lines:
        return []
    layout = layout_of(framework, whole_service(framework, HOME))
    desk = Desk(read_book(write_workbook(layout, issued=())))
    _put(desk, lines, "last-year.xlsx", SERVICE_BOOK.sheets, Told())
    return [assemble(HOME, [read_workbook(desk.book, "last-year.xlsx", layout)])]


def _framework(lines: list[Line], stage: str, told: Told) -> Framework:
    desk = Desk(_blank_framework())
    if stage != "Draft":
        _answer(desk, Line(FRAMEWORK, "About", {"Stage": stage}))
    own = [line for line in lines if line.workbook == FRAMEWORK]
    is_asked = any(line.cells.get("Who") == FINANCE for line in own)
    if any(line.workbook == FINANCE for line in lines) and not is_asked:
        own.append(Line(FRAMEWORK, "Who fills in what", {"Who": FINANCE, "Sheets": "Money"}))
    _put(desk, own, "framework.xlsx", FRAMEWORK_BOOK.sheets, told)
    framework, odd = read_framework(desk.book, "framework.xlsx")
    told.findings += odd
    return framework


def _service(
    framework: Framework, name: str, lines: list[Line], told: Told, asked: tuple[Account, ...] = ()
) -> Reading:
    layout = layout_of(framework, whole_service(framework, name))
    plans = [ServicePlan.model_validate(_PLANS[name])] if name in _PLANS else []
    plans = [plan.model_copy(update={"last_year": asked}) for plan in plans]
    desk = Desk(read_book(write_workbook(layout, plans, issued=())))
    _put(desk, lines, f"{name}.xlsx", SERVICE_BOOK.sheets, told)
    return read_workbook(desk.book, f"{name}.xlsx", layout)


def _finance(framework: Framework, lines: list[Line], told: Told) -> Reading:
    whose = Assignment(FINANCE, framework.service_names, ("money",), central=True)
    layout = layout_of(framework, whose)
    desk = Desk(read_book(write_workbook(layout, issued=())))
    _answer(desk, Line(FINANCE, "Guide", {"Ready to send": "Yes"}))
    _put(desk, lines, "finance.xlsx", FINANCE_BOOK.sheets, told)
    return read_workbook(desk.book, "finance.xlsx", layout)


@cache
def _blank_framework() -> CellBook:
    council = Framework.model_validate(starter_framework().model_dump(mode="json") | COUNCIL)
    return read_book(write_framework(council, Identity(kind="framework")))


def _put(desk: Desk, lines: Iterable[Line], file: str, sheets: tuple[Sheet, ...], told: Told) -> None:
    """Put rows into a workbook, each under the headings it names."""
    declared = {sheet.name: sheet for sheet in sheets}
    held = {name: _Rows(desk, sheet) for name, sheet in declared.items() if desk.book.sheet(name)}
    for line in lines:
        if line.sheet not in declared:  # a table of the team's own
            told.rows.add((file, line.sheet, _put_into_own_table(desk, line)))
            continue
        assert line.sheet in held, f"There is no sheet '{line.sheet}' in the workbook of {line.workbook}."
        sheet = declared[line.sheet]
        row = _answer(desk, line) if sheet.shape is Shape.FORM else held[line.sheet].put(line)
        told.rows.add((file, line.sheet, row))
    if told.mend:
        told.mend(desk, file)


def _put_into_own_table(desk: Desk, line: Line) -> int:
    """Put a row into a table on a sheet that the team adds; its headings are those of its first row."""
    if desk.book.sheet(line.sheet) is None:
        desk.add(CellSheet(line.sheet, rows={1: {at: Cell(heading) for at, heading in enumerate(line.cells, 1)}}))
    rows = desk.rows(line.sheet)
    headings = {cell.text: at for at, cell in rows[1].items()}
    rows[number := max(rows) + 1] = {headings[heading]: Cell(text) for heading, text in line.cells.items()}
    desk.put_rows(line.sheet, rows)
    return number


def _answer(desk: Desk, line: Line) -> int:
    """Answer the questions of a form; the row of the last."""
    number = 0
    for question, answer in line.cells.items():
        rows = desk.tab(line.sheet).rows.items()
        number = next(number for number, row in rows if 1 in row and row[1].text == question)
        desk.set(line.sheet, f"B{number}", answer)
    return number


class _Rows:
    """A table that rows are put into."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        self.desk, self.sheet = desk, sheet
        self.heading = next((n for n, row in desk.tab(sheet.name).rows.items() if len(row) > 1), 1)
        headings = desk.tab(sheet.name).rows.get(self.heading, {})
        self.columns = {cell.text: at for at, cell in headings.items() if cell.text not in (NEEDS, sheet.prompt)}
        # Rows of the council's own, by what they are known by: an example that names one changes that.
        self.known = {self._name(row): number for number, row in reversed(list(self._filled()))}
        self.model = next((row for _, row in self._filled()), {})
        self.last = self.heading + 1

    def put(self, line: Line) -> int:
        """Put one row where it belongs: over that of the council it names, else below the others."""
        unknown = line.cells.keys() - self.columns.keys()
        assert not unknown, f"There is no heading {unknown} on the sheet '{line.sheet}': {list(self.columns)}"
        name, cells = self._name(line.cells), dict(line.cells)
        if self.sheet.parts and not (line.cells.get("Ref") or line.cells.get("Action")):
            self.desk.insert_rows(self.sheet.name, self.last + 1)  # a further step of the row above
            number = self.last + 1
        elif any(name) and name in self.known:
            number = self.known.pop(name)
        else:
            number = max([row for row, _ in self._filled()], default=self.heading + 1) + 1
            cells = {**self._usual(line), **cells}
        for heading, text in cells.items():
            self.desk.set(self.sheet.name, f"{column_letters(self.columns[heading])}{number}", text)
        self.last = number
        return number

    def _usual(self, line: Line) -> dict[str, str]:
        """What a new row must say and the example leaves out: as the council's first row has it."""
        asked = {ask.field for ask in self.sheet.columns if ask.needs and not ask.family}
        titles = {self.sheet.record.model_fields[name].title for name in asked if "." not in name}
        return {
            heading: self.model[heading] for heading in self.model if heading in titles and heading not in line.cells
        }

    def _filled(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows with something in them, by heading."""
        for number, row in self.desk.tab(self.sheet.name).rows.items():
            said = {heading: row[at].text for heading, at in self.columns.items() if at in row and row[at].text}
            if number > self.heading + 1 and said:
                yield number, said

    def _name(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        first = next(iter(self.columns), "")
        by = _TWO_NAMES.get(self.sheet.name) or (_STARTS if "Ref" in self.columns else (first,))
        return tuple(cells.get(heading, "") for heading in by)
