"""Whoever does what a hint says is rid of the finding: wherever a hint names a value, typing that makes it go."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.checks.every import ALL_RULES
from svcdocs.checks.run import checked
from svcdocs.commands.check import check
from svcdocs.excel.cells import CellBook, CellSheet, column_letters
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.rules import Rule
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_framework, read_workbook
from svcdocs.workbook.writer import write_framework, write_workbook
from tests.checks.following import follow, sameness, way_of
from tests.checks.test_worked_examples import _stage
from tests.checks.worked import told_of
from tests.cycles import no_progress, whole_service
from tests.plans import COUNCIL, MANY_HANDS, plans
from tests.test_examples import DEFECTS, copied
from tests.workbook.damages import FILLED
from tests.workbook.editing import Desk
from tests.workbook.sheets import HOUSING, tab

RETURN, OTHER = "housing.xlsx", "framework.xlsx"
FIRST = 5
"""The last row above what is typed, in the usual table."""
SHOWN = frozenset(
    {
        *("service-unknown", "rule-unknown", "word-unknown", "word-filled-in", "contributor-unknown-part"),
        *("contributor-like-team", "priority-former", "ref-unknown", "team-unknown", "section-unknown"),
        *("date-unreadable", "person-unknown", "person-spelled", "saving-open", "help-unknown", "not-ready"),
        *("placeholder-left", "ref-twice", "risk-off-scale", "request-unclear", "public-grade-unknown"),
        "money-point",
    }
)
"""The rules whose worked example brings a hint that names a value."""
SLIPS: tuple[tuple[str, str, str, str, str], ...] = (
    ("choice-unknown", RETURN, "Indicators", "Good is", "Hihg"),
    ("ref-unknown", RETURN, "Actions", "For", "HC11"),
    ("section-unknown", RETURN, "Text", "Section", "Abut our service"),
    ("team-unknown", RETURN, "Posts", "Team", "Homelesness"),
    ("person-unknown", RETURN, "Risks", "Owner", "Tom Fel"),
    ("help-unknown", RETURN, "Actions", "Services whose help we need", "Housng: a business case"),
    ("ref-in-text-unknown", RETURN, "Text", "Text", "See action HC1.9."),
    ("priority-under-unknown", OTHER, "Priorities", "Under", "A11"),
    ("priority-replaced", OTHER, "Priorities", "Replaced by", "A11"),
    ("service-unknown", OTHER, "Priorities", "Lead services", "Housng"),
    ("rule-unknown", OTHER, "Rules", "A6", "ref-unknwn"),
)
"""What somebody types, in the first row under a heading or in a cell, and the rule that asks if another was meant."""
SMALL: tuple[tuple[str, Assignment, Framework, tuple[CellSheet, ...]], ...] = (
    (
        "column-unknown",
        HOUSING,
        COUNCIL,
        (tab("Risks", "| Ref | Cause | Likelihood now | Empty |\n| R1 | Flood | often | |"),),
    ),
    ("sheet-unknown", HOUSING, COUNCIL, (tab("Our Risks", "| Flood | of the cellar |"),)),
    (
        "table-missing",
        HOUSING,
        COUNCIL,
        (
            tab("Text", "| Section | Text | Kind | Picture |\n| Workforce | Where people work | Table | Plces |"),
            tab("Places", "| Place | Staff |\n| Depot | 12 |"),
        ),
    ),
    (
        "row-of-no-service",
        Assignment("HR", ("Housing", "Streets"), ("posts",), central=True),
        MANY_HANDS,
        (tab("Posts", "| Service | Post |\n| Streets | Driver |\n| Huosing | Fitter |"),),
    ),
)
"""Workbooks so spoilt that a whole column, sheet, table or row is not known."""


class Table:
    """A council's framework and a return, as both lie open at once to whoever does what they are told."""

    def __init__(self, plan: ServicePlan = FILLED) -> None:
        self.desks = {OTHER: Desk(_framework()), RETURN: Desk(_return() if plan is FILLED else _written(plan))}

    def told(self) -> list[Finding]:
        """All that is told of the two."""
        framework, odd = read_framework(self.desks[OTHER].book, OTHER)
        layout = layout_of(framework, whole_service(framework, "Housing"))
        reading = read_workbook(self.desks[RETURN].book, RETURN, layout)
        plan = assemble("Housing", [reading])
        return [*odd, *reading.findings, *checked(link(framework, [plan], None, (), reading.gaps)).findings]

    def cells(self) -> list[list[tuple[str, str, str]]]:
        """Every cell of more than a sign, below the help, by sheet: file, sheet and address."""
        return [
            [
                (file, sheet.name, f"{column_letters(at)}{number}")
                for number, row in sheet.rows.items()
                for at, cell in row.items()
                if len(cell.text) > 1 and number > FIRST
            ]
            for file, desk in self.desks.items()
            for sheet in desk.book.sheets
            if sheet.visible and max(sheet.rows, default=0) > FIRST
        ]


@cache
def _framework() -> CellBook:
    return read_book(write_framework(COUNCIL, Identity(kind="framework")))


@cache
def _return() -> CellBook:
    return _written(FILLED)


def _written(plan: ServicePlan) -> CellBook:
    return read_book(write_workbook(layout_of(COUNCIL, whole_service(COUNCIL, "Housing")), [plan]))


def _planted(file: str, sheet: str, at: str, said: str) -> Table:
    table = Table()
    desk = table.desks[file]
    cell = at if at[-1].isdigit() else f"{column_letters(desk.column(sheet, at))}{desk.heading_row(sheet) + 2}"
    desk.set(sheet, cell, said)
    return table


def _named(findings: list[Finding]) -> list[Finding]:
    """The findings whose hint names a value."""
    return [finding for finding in findings if way_of(finding)]


def _mending(finding: Finding) -> Callable[[Desk, str], None]:
    return lambda desk, file: follow(desk, finding) if finding.where and finding.where.file == file else None


@pytest.mark.parametrize("rule", [rule for rule in ALL_RULES if rule.example], ids=lambda rule: rule.code)
def test_a_value_named_in_the_hint_of_a_worked_example_puts_it_right(rule: Rule) -> None:
    assert rule.example
    told = told_of(rule.example.wrong, stage=_stage(rule)).findings
    mine = [finding for finding in _named(told) if finding.code == rule.code]
    assert bool(mine) == (rule.code in SHOWN)
    for finding in mine:
        after = told_of(rule.example.wrong, stage=_stage(rule), mend=_mending(finding)).findings
        assert sameness(finding) not in {sameness(one) for one in after}
        assert [one for one in after if one.blocks and sameness(one) not in {sameness(other) for other in told}] == []


@pytest.mark.parametrize(("code", "file", "sheet", "at", "said"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_the_word_that_is_asked_for_puts_a_slip_right(code: str, file: str, sheet: str, at: str, said: str) -> None:
    table = _planted(file, sheet, at, said)
    before = {sameness(one) for one in Table().told()}
    (slip,) = (finding for finding in table.told() if sameness(finding) not in before)
    assert (slip.code, slip.hint.startswith("Did you mean ")) == (code, True)
    follow(table.desks[file], slip)
    after = [one for one in table.told() if sameness(one) not in before]
    assert sameness(slip) not in {sameness(one) for one in after}
    assert [one for one in after if one.blocks] == []


@pytest.mark.parametrize("row", range(len(FILLED.indicators)))
def test_a_slip_under_good_is_mended_as_told_raises_no_question_in_the_next_letter(row: int) -> None:
    """One of these has targets that rise, one targets that fall; what was typed looks like High either way."""
    table, before = Table(), {sameness(one) for one in Table().told()}
    desk = table.desks[RETURN]
    letter = column_letters(desk.column("Indicators", "Good is"))
    desk.set("Indicators", f"{letter}{desk.heading_row('Indicators') + 2 + row}", "Hgih")
    (slip,) = (one for one in table.told() if sameness(one) not in before)
    follow(desk, slip)
    assert [str(one) for one in table.told() if sameness(one) not in before] == []


@pytest.mark.parametrize(("code", "whose", "council", "tabs"), SMALL, ids=[one[0] for one in SMALL])
def test_the_word_that_is_asked_for_makes_a_lost_part_of_a_workbook_known_again(
    code: str, whose: Assignment, council: Framework, tabs: tuple[CellSheet, ...]
) -> None:
    desk, layout = Desk(CellBook(tabs)), layout_of(council, whose)
    (lost,) = (one for one in read_workbook(desk.book, RETURN, layout).findings if one.code == code)
    follow(desk, lost)
    assert code not in {one.code for one in read_workbook(desk.book, RETURN, layout).findings}


def test_doing_what_the_hints_of_the_defects_example_name_puts_those_right(tmp_path: Path) -> None:
    project = copied(DEFECTS, tmp_path / "cycle")
    told = _named(list(check(project, no_progress).findings))
    assert {finding.code for finding in told} == {
        *("choice-unknown", "service-unknown", "ref-unknown", "section-unknown", "team-unknown", "person-unknown"),
        *("date-unreadable", "placeholder-left", "ref-twice"),
    }
    for file in dict.fromkeys(finding.where.file for finding in told if finding.where):
        path = project.folder / file
        book, desk = openpyxl.load_workbook(path), Desk(read_book(path.read_bytes(), file))
        for finding in told:
            _mending(finding)(desk, file)
        _type_what_differs(book, desk)
        out = io.BytesIO()
        book.save(out)
        path.write_bytes(out.getvalue())
    after = {sameness(one) for one in check(project, no_progress).findings}
    assert [str(finding) for finding in told if sameness(finding) in after] == []


def _type_what_differs(book: openpyxl.Workbook, desk: Desk) -> None:
    """Types into a workbook what stands otherwise on a desk."""
    for sheet in desk.book.sheets:
        for number, row in sheet.rows.items():
            for at, cell in row.items():
                there = book[sheet.name].cell(number, at)
                if cell.kind == "text" and cell.text.strip() and str(there.value or "").strip() != cell.text.strip():
                    there.value = cell.text


SLIP = st.tuples(
    st.integers(0, 99), st.integers(0, 999), st.integers(0, 30), st.sampled_from(["left out", "twice", "swapped"])
)


@settings(max_examples=12)
@given(st.just(FILLED) | plans(most=2), st.lists(SLIP, min_size=1, max_size=8))
def test_wherever_fingers_slip_a_hint_that_names_a_value_puts_its_finding_right(
    plan: ServicePlan, slips: list[tuple[int, int, int, str]]
) -> None:
    table = Table(plan)
    cells = table.cells()
    for sheet, number, letter, how in slips:
        held = cells[sheet % len(cells)]
        file, name, cell = held[number % len(held)]
        desk = table.desks[file]
        desk.set(name, cell, _slipped(desk.get(name, cell), letter, how))
    for _ in range(2 * len(slips)):
        told = [one for one in _named(table.told()) if one.where and one.where.file in table.desks]
        if not told:
            break
        follow(table.desks[told[0].where.file], told[0])  # type: ignore[union-attr]
        assert sameness(told[0]) not in {sameness(one) for one in table.told()}


def _slipped(word: str, at: int, how: str) -> str:
    """A word with a letter left out, typed twice, or typed before the one it should follow."""
    at %= len(word)
    match how:
        case "left out":
            return word[:at] + word[at + 1 :]
        case "twice":
            return word[: at + 1] + word[at:]
        case _:
            return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
