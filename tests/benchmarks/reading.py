"""How long reading takes beside openpyxl's full load and calamine's raw values: ``python -m tests.benchmarks.reading``.

Workbooks like a council's: 12 sheets of 10 text columns, from 60 rows (a team's return) to 2,000 (a long register), and
one of numbers and dates; and a team's issued workbook with as many rows, read to its models. Everything is read as the
commands read it, in the process of its own, which is warm. The readers take turns, so that a busy moment of the machine
touches all of them, and medians are compared; between two sizes the time may grow no faster than the rows.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import cache

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

from svcdocs.excel.cells import CellBook
from svcdocs.excel.guarded import read_each, read_guarded
from svcdocs.excel.package import Limits
from svcdocs.model.assignments import assignments_of
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import read_workbook
from tests.cycles import framework, plan
from tests.cycles import workbook as issued

SHEETS, COLUMNS = 12, 10
SIZES = {60: 15, 500: 7, 2_000: 5}
"""Rows a sheet, and how many turns each reader takes."""
ACTIONS = {60: 9, 500: 5, 2_000: 3}
"""Actions in a team's workbook that is read to its models, and how many turns each reader takes."""
SLACK = 1.4
"""So many times faster than the rows may the time grow before the growth counts as more than linear."""
LIMITS = Limits(seconds=60)
BAR = 3.0
"""How many times faster than openpyxl's full load the reading has to be."""

_WORDS = "repair homes council tenants safety review deliver new contract improve service within budget quarter officer"


def workbook(rows: int) -> bytes:
    """A workbook of that many rows a sheet, the same every time."""
    draw = random.Random(rows)
    words = _WORDS.split()
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Sheet {number + 1}")
            for row in range(rows):
                for column in range(COLUMNS):
                    length = draw.choice([1, 2, 6, 15])
                    sheet.write_string(row, column, " ".join(draw.choices(words, k=length)), text)
    return out.getvalue()


def numbers(rows: int) -> bytes:
    """A workbook of amounts, percentages and dates."""
    draw = random.Random(rows)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        formats = [book.add_format({"num_format": code}) for code in ("£#,##0.00", "0.0%", "dd/mm/yyyy", "General")]
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Sheet {number + 1}")
            for row in range(rows):
                for column in range(COLUMNS):
                    value = draw.choice([draw.randrange(10**7) / 100, draw.randrange(46_000, 48_000)])
                    sheet.write_number(row, column, value, formats[column % len(formats)])
    return out.getvalue()


def ours(data: bytes) -> CellBook:
    """Cells as a person sees them, with marks, formats, hidden rows, notes and names."""
    return read_guarded(data, "bench.xlsx", LIMITS)


@cache
def layout() -> Layout:
    """How the workbook looks: worked out once from the framework, whatever comes back."""
    council = framework()
    return layout_of(council, assignments_of(council)[0])


def to_models(data: bytes) -> None:
    """The whole way from a file to a plan."""
    read_workbook(ours(data), "bench.xlsx", layout())


def filled(actions: int) -> bytes:
    """A team's workbook with that many actions."""
    words = _WORDS.split()
    draw = random.Random(actions)
    rows = [
        {"ref": f"P{number}", "title": " ".join(draw.choices(words, k=12)), "lead": "Ines Calloway"}
        for number in range(1, actions + 1)
    ]
    return issued(plan("Parks", actions=rows), framework())


def by_openpyxl(data: bytes) -> None:
    """A full load, and every value looked at once."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass


def by_calamine(data: bytes) -> None:
    """Raw values only: no formats, marks, formulas, errors or hidden rows."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def medians(data: bytes, turns: int, whole: Callable[[bytes], object] = ours) -> dict[str, float]:
    """Seconds each reader takes, by its name."""
    readers: tuple[Callable[[bytes], object], ...] = (whole, by_openpyxl, by_calamine)
    seconds: dict[str, list[float]] = {read.__name__: [] for read in readers}
    for turn in range(turns + 1):
        for read in readers:
            began = time.perf_counter()
            read(data)
            if turn:  # the first turn warms up
                seconds[read.__name__].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def told(what: str, taken: dict[str, float]) -> float:
    """Prints one line; how many times faster than openpyxl ours is."""
    own, openpyxls, calamines = taken.values()
    sys.stdout.write(
        f"{what}: ours {own * 1000:,.0f} ms, openpyxl {openpyxls * 1000:,.0f} ms ({openpyxls / own:.1f} times ours), "
        f"calamine {calamines * 1000:,.0f} ms (ours takes {own / calamines:.1f} times)\n"
    )
    sys.stdout.flush()
    return openpyxls / own


def side_by_side(content: bytes, count: int = 8) -> None:
    """Prints how long several files take to their models one by one, and with the next read ahead."""
    began = time.perf_counter()
    for _ in range(count):
        to_models(content)
    alone = time.perf_counter() - began
    began = time.perf_counter()
    for book in read_each([("bench.xlsx", content)] * count, LIMITS):
        assert isinstance(book, CellBook)
        read_workbook(book, "bench.xlsx", layout())
    ahead = time.perf_counter() - began
    sys.stdout.write(f"{count} files to models: {alone * 1000:,.0f} ms one by one, {ahead * 1000:,.0f} ms read ahead\n")


def main() -> int:
    """Prints a line for each size; 1 when a bar is missed."""
    missed = 0
    for make, what in ((workbook, "texts"), (numbers, "numbers")):
        grown: dict[int, float] = {}
        for rows, turns in SIZES.items():
            taken = medians(make(rows), turns)
            times = told(f"{SHEETS} sheets x {rows:,} rows x {COLUMNS} columns of {what}", taken)
            missed += times < BAR and make is workbook  # openpyxl shows no number by its format, so it has less to do
            grown[rows] = taken["ours"]
        missed += _grows_faster(grown)
    grown = {}
    for actions, turns in ACTIONS.items():
        taken = medians(filled(actions), turns, to_models)
        missed += told(f"a team's workbook of {actions:,} actions, to its models", taken) < BAR
        grown[actions] = taken["to_models"]
    missed += _grows_faster(grown)
    side_by_side(filled(300))
    return int(missed > 0)


def _grows_faster(seconds: dict[int, float]) -> bool:
    """Whether the time between the two largest sizes grows faster than the rows."""
    (few, first), (many, second) = list(seconds.items())[-2:]
    faster = (second / first) / (many / few)
    sys.stdout.write(f"  from {few:,} to {many:,} rows the time grows {faster:.2f} times as fast as the rows\n")
    return faster > SLACK


if __name__ == "__main__":
    sys.exit(main())
