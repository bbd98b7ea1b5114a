"""What the reader says: each finding of reading, in one sentence with its remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from svcdocs.excel.cells import Cell
from svcdocs.model.findings import CellRef, Finding, Severity, in_short
from svcdocs.workbook.choices import Answers
from svcdocs.workbook.declaration import Column

_SHOWN = 8  # so many answers are named in a message
LAST = "Do this last on the sheet: the rows below move down."
"""What the remedy of a finding ends with that has rows put in."""
_OTHER_WORKBOOK = re.compile(r"\[[^\]]+\][^!\[\]]*!")


def no_headings(where: CellRef, columns: Sequence[Column]) -> Finding:
    """A sheet with something on it, but no row of headings."""
    names = ", ".join(f"'{column.title}'" for column in columns[:4])
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
        f"The column '{in_short(title)}' is not one of this sheet's, so nothing under it is printed.",
        f"{advice} If the column is for your own use, start its heading with #.",
        where=where,
        field=title,
    )


def column_twice(where: CellRef, title: str) -> Finding:
    """A heading that stands on the sheet a second time."""
    return Finding(
        "column-twice",
        Severity.WARNING,
        f"There are two columns headed '{in_short(title)}', and only the first of them is printed.",
        "Put everything into one of them and delete the other, or start the heading of one with #.",
        where=where,
        field=title,
    )


def missing_column(where: CellRef, title: str, *, is_final: bool) -> Finding:
    """A heading that is needed and is not there: told once, instead of once for each row that lacks the answer."""
    return Finding(
        "column-missing",
        Severity.ERROR if is_final else Severity.WARNING,
        f"There is no column with the heading '{title}' on the sheet '{where.sheet}'.",
        f"Put back a column headed '{title}'.",
        where=where,
        field=title,
    )


def missing_route(where: CellRef, title: str) -> Finding:
    """A table of a workbook about several services whose rows do not say which of them they are about."""
    return Finding(
        "column-missing",
        Severity.ERROR,
        f"There is no column '{title}' on the sheet '{where.sheet}', so nothing on it can be told to belong to a plan.",
        f"Put back a column headed '{title}', with the name of the service on each row.",
        where=where,
        field=title,
    )


def unknown_row(where: CellRef, typed: str, guess: str, rows: int, column: Column) -> Finding:
    """Rows of a workbook about several services that name none of them."""
    below = "" if rows == 1 else f" and {rows - 1} below it"
    one = "is" if rows == 1 else "are"
    told = (
        f"'{in_short(typed)}' is not one of the services, so this row{below} {one} not read."
        if typed
        else f"This row{below} {'names' if rows == 1 else 'name'} no service, so nothing of it is read."
    )
    advice = f"Did you mean '{guess}'? Then correct it." if guess else "Choose one of the services from the list."
    return Finding(
        "row-of-no-service",
        Severity.ERROR,
        told,
        advice,
        where=where,
        field=column.title,
    )


def others_sheet(where: CellRef, whose: str, instead: str) -> Finding:
    """A sheet that somebody else has been asked for, filled in all the same."""
    return Finding(
        "sheet-of-another",
        Severity.WARNING,
        f"The sheet '{where.sheet}' is filled in from {where.cell} on, but {in_short(whose)} fills it in for this plan,"
        " so nothing on it is read.",
        f"Put what you ask for on the sheet '{instead}', and tell {in_short(whose)} what is wrong in the figures.",
        where=where,
    )


def missing_question(where: CellRef, title: str) -> Finding:
    """A question of a form that is no longer there."""
    return Finding(
        "question-missing",
        Severity.WARNING,
        f"The question '{title}' is not on the sheet '{where.sheet}'.",
        f"Put '{title}' back into column A, with the answer beside it in column B.",
        where=where,
        field=title,
    )


def unknown_question(where: CellRef, title: str, guess: str) -> Finding:
    """An answer to something nobody asked."""
    asked = (
        f"'{in_short(title)}' is not one of the questions"
        if title
        else f"{where.cell} stands beside none of the questions"
    )
    advice = f"Did you mean '{guess}'? Then change the words in column A to that." if guess else "Move it or delete it."
    return Finding(
        "question-unknown",
        Severity.WARNING,
        f"{asked} of the sheet '{where.sheet}', so it is not read.",
        advice,
        where=where,
        field=title,
    )


def question_twice(where: CellRef, title: str) -> Finding:
    """A question that stands on the sheet a second time, with an answer."""
    return Finding(
        "question-twice",
        Severity.WARNING,
        f"The question '{in_short(title)}' stands on the sheet twice, and only the first answer is read.",
        "Put the answer beside the first of them and delete the other.",
        where=where,
        field=title,
    )


def outside_table(where: CellRef, count: int) -> Finding:
    """Something typed beside the table."""
    holds = "holds something" if count == 1 else f"and {count - 1} more cells of its column hold something"
    return Finding(
        "outside-table",
        Severity.WARNING,
        f"{where.cell} {holds}, but the column has no heading, so this is not printed.",
        "Move it under the heading it belongs to, or give its column a heading that starts with #.",
        where=where,
    )


def above_table(where: CellRef) -> Finding:
    """Something typed above the headings."""
    return Finding(
        "above-table",
        Severity.WARNING,
        f"{where.cell} stands above the headings of the table, so it is not printed.",
        "Move it into a row below the headings, or start it with # if it is for your own use.",
        where=where,
    )


def merged(where: CellRef, anchor: str, *, every_row: bool, heading: str) -> Finding:
    """Cells that have been merged, and how they are read."""
    if every_row:
        read = f"what {anchor} says counts for each of these rows"
    elif heading:
        read = f"they are read as the {heading.lower()} of the rows below"
    else:
        read = f"everything is read as standing in {anchor}"
    return Finding(
        "cells-merged",
        Severity.NOTE,
        f"The cells {where.cell} are merged; {read}.",
        "Nothing to do if that is what you mean; otherwise unmerge the cells and fill in each of them.",
        where=where,
    )


def odd_formula(where: CellRef, cell: Cell) -> list[Finding]:
    """What is wrong with a cell that shows an error, was never calculated, or takes its value from elsewhere."""
    if cell.kind == "error":
        told = f"{where.cell} shows {cell.text} instead of a value."
        return [Finding("cell-error", Severity.ERROR, told, "Type the value itself in place of it.", where=where)]
    if cell.kind == "uncalculated":
        told = f"{where.cell} holds a formula that was never calculated, so its result cannot be read."
        hint = "Open the workbook in Excel, save it and send it again; or type the value itself."
        return [Finding("formula-not-calculated", Severity.ERROR, told, hint, where=where)]
    if _OTHER_WORKBOOK.search(cell.formula):
        told = f"{where.cell} takes '{in_short(cell.text)}' from another workbook, which may have changed since."
        return [
            Finding("formula-external", Severity.WARNING, told, "Type the value itself in place of it.", where=where)
        ]
    return []


def unknown_choice(where: CellRef, column: Column, typed: str, answers: Answers, advice: str = "") -> Finding:
    """Something that is not one of the answers a column offers; ``advice`` where the rest of its row says more."""
    offered = ", ".join(map(answers.in_their_words, answers.offered[:_SHOWN]))
    offered += " …" if len(answers.offered) > _SHOWN else ""
    guess = answers.in_their_words(answers.nearest(typed))
    asked = f"Did you mean '{guess}'? Then type that; otherwise choose one of: {offered}." if guess else ""
    return Finding(
        "choice-unknown",
        Severity.ERROR if column.ask.strict else Severity.WARNING,
        f"'{in_short(typed)}' is not one of the answers for '{column.title}'.",
        advice or asked or f"Choose one of: {offered}.",
        where=where,
        field=column.title,
    )


def steps_and_dates(where: CellRef, steps: int, dates: int) -> Finding:
    """One cell of several steps beside a cell with another number of dates."""
    beside = "one date" if dates == 1 else f"{dates} dates"
    return Finding(
        "steps-and-dates",
        Severity.WARNING,
        f"There are {steps} steps in one cell and {beside} beside them, so which date is whose cannot be told.",
        "Put in a row below for each further step, and write one step and its date on each; or, if it is one step,"
        f" write it as one paragraph. {LAST}",
        where=where,
        field="Step by",
        moves_rows=True,
    )


def nameless_row(where: CellRef, titles: Sequence[str], above: str) -> Finding:
    """A row without a reference and a name that answers anew what the record above it has answered."""
    named = ", ".join(f"'{title}'" for title in titles[:4])
    return Finding(
        "row-without-name",
        Severity.WARNING,
        f"This row names nothing, and has answers of its own under {named}; it was read as more of {above}.",
        f"If it is a row of its own, type its reference and name; if it belongs to {above}, leave these cells blank.",
        where=where,
        field=titles[0],
    )


def unusable_heading(where: CellRef | None, heading: str, sheet: str) -> Finding:
    """A heading of the council's that would give two columns of a sheet the same name."""
    return Finding(
        "heading-twice",
        Severity.ERROR,
        f"The sheet '{sheet}' would have two columns headed '{heading}', so the second is left out.",
        "Give it another heading.",
        audience="officer",
        where=where,
        field="Heading",
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


def file_remark(file: str, remark: str) -> Finding:
    """Something about the file as a whole that could not be read as it stands."""
    is_format = remark.startswith(("the old format", "the binary format"))
    hint = "Next time, save it as .xlsx." if is_format else "Check that the workbook opens as you expect."
    return Finding("file-remark", Severity.NOTE, f"{remark[:1].upper()}{remark[1:]}.", hint, where=CellRef(file))
