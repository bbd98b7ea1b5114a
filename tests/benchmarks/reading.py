"""How long reading takes beside openpyxl's full load and calamine's raw values: ``python -m tests.benchmarks.reading``.

Workbooks like a council's: 12 sheets of 10 text columns, from 60 rows (a team's return) to 2,000 (a long register). The
readers take turns, so that a busy moment of the machine touches all of them, and medians are compared.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
from collections.abc import Callable

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

from svcdocs.excel.reading import read_book

SHEETS, COLUMNS = 12, 10
SIZES = {60: 15, 500: 7, 2_000: 5}
"""Rows a sheet, and how many turns each reader takes."""
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


def ours(data: bytes) -> None:
    """Cells as a person sees them, with marks, formats, hidden rows, notes and names."""
    read_book(data)


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


def medians(data: bytes, turns: int) -> dict[str, float]:
    """Seconds each reader takes, by its name."""
    readers: tuple[Callable[[bytes], None], ...] = (ours, by_openpyxl, by_calamine)
    seconds: dict[str, list[float]] = {read.__name__: [] for read in readers}
    for turn in range(turns + 1):
        for read in readers:
            began = time.perf_counter()
            read(data)
            if turn:  # the first turn warms up
                seconds[read.__name__].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def main() -> int:
    """Prints a line for each size; 1 when the bar is missed."""
    missed = 0
    for rows, turns in SIZES.items():
        taken = medians(workbook(rows), turns)
        times, calamines = taken["by_openpyxl"] / taken["ours"], taken["ours"] / taken["by_calamine"]
        missed += times < BAR
        sys.stdout.write(
            f"{SHEETS} sheets x {rows:,} rows x {COLUMNS} columns: ours {taken['ours'] * 1000:,.0f} ms, "
            f"openpyxl {taken['by_openpyxl'] * 1000:,.0f} ms ({times:.1f} times ours), "
            f"calamine {taken['by_calamine'] * 1000:,.0f} ms (ours takes {calamines:.1f} times)\n"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
