"""What the reader says: each finding of reading, in one sentence with its remedy."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.workbook.declaration import Column


def no_headings(where: CellRef, columns: Sequence[Column]) -> Finding:
    """A sheet with something on it, but no row of headings."""
    names = ", ".join(column.title for column in columns[:4])
    return Finding(
        "headings-not-found",
        Severity.ERROR,
        f"The headings of the sheet '{where.sheet}' cannot be found, so nothing on it could be read.",
        f"Put back one row with the headings ({names} …), or copy your rows into a fresh workbook.",
        where=where,
    )


def unknown_column(where: CellRef, title: str, guess: str) -> Finding:
    """A column with a heading nobody asked for, and something under it."""
    advice = f"Did you mean '{guess}'? Then change the heading to that." if guess else "Move what belongs in the plan."
    return Finding(
        "column-unknown",
        Severity.WARNING,
        f"The column '{title}' is not one of this sheet's, so nothing under it is printed.",
        f"{advice} If the column is for your own use, start its heading with #.",
        where=where,
        field=title,
    )


def missing_column(where: CellRef, title: str) -> Finding:
    """A heading that is needed and is not there."""
    return Finding(
        "column-missing",
        Severity.WARNING,
        f"There is no column with the heading '{title}' on the sheet '{where.sheet}'.",
        f"Put back a column headed '{title}'.",
        where=where,
        field=title,
    )


def outside_table(where: CellRef) -> Finding:
    """Something typed beside the table."""
    return Finding(
        "outside-table",
        Severity.WARNING,
        f"{where.cell} holds something, but its column has no heading, so it is not printed.",
        "Move it under the heading it belongs to, or give its column a heading that starts with #.",
        where=where,
    )


def error_cell(where: CellRef, shown: str) -> Finding:
    """A cell that shows an Excel error."""
    return Finding(
        "cell-error",
        Severity.ERROR,
        f"{where.cell} shows {shown} instead of a value.",
        "Type the value itself in place of the formula.",
        where=where,
    )


def uncalculated(where: CellRef) -> Finding:
    """A formula whose result is not in the file."""
    return Finding(
        "formula-not-calculated",
        Severity.ERROR,
        f"{where.cell} holds a formula that was never calculated, so its result cannot be read.",
        "Open the workbook, save it and send it again; or type the value itself.",
        where=where,
    )


def unknown_choice(where: CellRef, column: Column, typed: str, guess: str, choices: Sequence[str]) -> Finding:
    """Something that is not one of the answers a column offers."""
    offered = ", ".join(choices[:8]) + (" …" if len(choices) > 8 else "")
    advice = f"Did you mean '{guess}'?" if guess else f"Choose one of: {offered}."
    return Finding(
        "choice-unknown",
        Severity.ERROR if column.ask.strict else Severity.WARNING,
        f"'{typed}' is not one of the answers for '{column.title}'.",
        advice,
        where=where,
        field=column.title,
    )


def steps_and_dates(where: CellRef, steps: int, dates: int) -> Finding:
    """One cell of several steps beside a cell with another number of dates."""
    return Finding(
        "steps-and-dates",
        Severity.WARNING,
        f"There are {steps} steps in one cell and {dates} dates beside them, so which date is whose cannot be told.",
        "Put each step on a row of its own with its date beside it.",
        where=where,
        field="Step by",
    )


def missing_sheet(file: str, name: str) -> Finding:
    """A sheet that was sent out and has not come back."""
    return Finding(
        "sheet-missing",
        Severity.WARNING,
        f"The sheet '{name}' is not in the workbook.",
        f"If it was renamed, name it '{name}' again; if it was deleted, copy it from the workbook you were sent.",
        where=CellRef(file),
    )


def unknown_sheet(file: str, name: str) -> Finding:
    """A sheet with content that is none of ours."""
    return Finding(
        "sheet-unknown",
        Severity.NOTE,
        f"The sheet '{name}' is not one of the workbook's, so nothing on it is printed.",
        "If it is for your own use, leave it; starting its name with # says so.",
        where=CellRef(file, name),
    )
