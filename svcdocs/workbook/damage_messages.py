"""What the reader says of sheets, columns and cells that are not where or what they were when they were sent out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from svcdocs.excel.cells import CellSheet
from svcdocs.model.findings import CellRef, Finding, Severity, in_short
from svcdocs.workbook.declaration import Column
from svcdocs.workbook.likeness import Guess

_FIRST_WORDS = 6  # so many cells of a sheet stand in a message, if there is room
_SHOWN = 6  # so many rows or names stand in a message


def read_as(where: CellRef, sheet: Guess | None, columns: Sequence[Guess]) -> Finding:
    """A sheet, or columns of it, under other names than they were sent out with; and as what they were read.

    Where only columns are, the finding stands at the first of those of which somebody should look.
    """
    told = [f"The sheet '{in_short(sheet.typed)}' was read as '{sheet.meant}'"] if sheet else []
    for typed, meant in _pairs(columns):
        if told:
            told.append(f"{typed} as {meant}")
        else:
            told.append(f"On the sheet '{where.sheet}', {typed} was read as {meant}")
    sure = all(guess.sure for guess in (*columns, *((sheet,) if sheet else ())))
    better = "name the sheet as it was sent out" if sheet else "put the heading that was sent out in its place"
    check = f"Nothing to do if that is right; otherwise {better}."
    ask = "Look whether that is what is meant: if so, name it so; if not, put back the names that were sent out."
    severity = Severity.NOTE if sure else Severity.WARNING
    first = min(columns, key=lambda one: one.sure).cell if columns and not sheet else ""
    place = CellRef(where.file, where.sheet, first)
    return Finding("read-as", severity, f"{_joined(told)}.", check if sure else ask, where=place)


def read_by_order(where: CellRef, columns: Sequence[Column]) -> Finding:
    """A sheet whose headings are gone, read in the order in which its columns were sent out."""
    names = ", ".join(f"'{column.title}'" for column in columns[:4])
    return Finding(
        "read-as",
        Severity.WARNING,
        f"The headings of the sheet '{where.sheet}' are gone; its columns were read in the order in which they were"
        f" sent out ({names} …).",
        "Put the row of headings back, and look whether each column holds what its heading says.",
        where=where,
    )


def second_table(where: CellRef, heading: int, rows: Sequence[int], ours: int, columns: Sequence[Guess]) -> Finding:
    """A table with headings of its own below ours, as it comes with a table pasted from a document.

    ``heading`` is the row of its headings, ``ours`` that of ours; ``columns`` are those it calls otherwise.
    """
    if not rows:
        told = f"Row {heading} of the sheet '{where.sheet}' holds headings once more, so it was not read as a row."
        return Finding("second-table", Severity.WARNING, told, f"Delete row {heading}.", where=where)
    read = _joined([f"{typed} as {meant}" for typed, meant in _pairs(columns)])
    said = f"row {rows[0]} was" if len(rows) == 1 else f"rows {rows[0]} to {rows[-1]} were"
    return Finding(
        "second-table",
        Severity.WARNING,
        f"A second table begins at {where.cell} with headings of its own; its {said} read by those"
        f"{f': {read}' if read else ''}.",
        f"Move its rows under the headings of row {ours}, each answer into its own column, delete row {heading}, and "
        "fill in what that table had no column for.",
        where=where,
    )


def rows_above(where: CellRef, rows: Sequence[int]) -> Finding:
    """Rows of a table that stand above its headings."""
    one = len(rows) == 1
    return Finding(
        "rows-above-headings",
        Severity.NOTE,
        f"{_rows(rows)} of the sheet '{where.sheet}' {'stands' if one else 'stand'} above the headings and"
        f" {'was' if one else 'were'} read as {'a row' if one else 'rows'} of the table.",
        f"Nothing to do if {'it belongs' if one else 'they belong'} in the table, but better below the headings;"
        f" otherwise delete {'it' if one else 'them'}.",
        where=where,
    )


def hidden_read(where: CellRef, rows: Sequence[int], columns: Sequence[str]) -> Finding:
    """Hidden rows, columns or a whole hidden sheet that were read like all others."""
    parts = [_rows(rows)] if rows else []
    parts += [f"Column{'' if len(columns) == 1 else 's'} {_joined(columns[:_SHOWN])}"] if columns else []
    one = len(rows) + len(columns) <= 1
    what = f"{_joined(parts)} of the sheet" if parts else "The sheet"
    shown, its = ("it", "its heading") if one else ("them", "the heading of each column")
    own = [f"start {its if columns else 'its name'} with #"] if columns or not rows else []
    own += [f"delete {shown if not columns else 'the rows'}"] if rows else []
    return Finding(
        "hidden-read",
        Severity.NOTE,
        f"{what} '{where.sheet}' {'is' if one else 'are'} hidden, and {'was' if one else 'were'} read like all others.",
        f"Nothing to do if {'it belongs' if one else 'they belong'} in the plan, but better show {shown} again; if not,"
        f" {' and '.join(own)}.",
        where=where,
    )


def copied_sheet(where: CellRef, whose: str, rows: Sequence[int], read: int) -> Finding:
    """A second sheet like one of ours: what of it was read, and the rows in which it says something else."""
    if rows:
        told = f"The sheet '{where.sheet}' is a copy of '{whose}' in which {_rows(rows).lower()} "
        told += f"{'says' if len(rows) == 1 else 'say'} something else; there, only '{whose}' was read"
        hint = f"Put what is right on the sheet '{whose}', and delete the copy."
        return Finding("sheet-copy-differs", Severity.WARNING, f"{told}{_more(read)}.", hint, where=where)
    if read:
        told = f"The sheet '{where.sheet}' was read as going on from '{whose}', with {_count(read)} more."
        hint = f"Look whether that is what is meant; better move its rows to the sheet '{whose}'."
        return Finding("sheet-split", Severity.WARNING, told, hint, where=where)
    told = f"The sheet '{where.sheet}' says nothing that the sheet '{whose}' does not say, so it was left out."
    return Finding("sheet-copy", Severity.NOTE, told, "Nothing to do; the copy may be deleted.", where=where)


def unknown_sheet(file: str, tab: CellSheet, guess: str) -> Finding:
    """A sheet with content that is none of ours: one that is hidden may have been forgotten.

    Unless it is one of ours under another name, it may be a letter to the policy officer, who hears of it too.
    """
    name, hidden = tab.name, "" if tab.visible else "hidden "
    advice = f"Did you mean '{guess}'? Then name it that. " if guess else ""
    texts = (cell.text.strip() for row in tab.rows.values() for cell in row.values())
    begins = " / ".join(islice((" ".join(text.split()) for text in texts if text), _FIRST_WORDS))
    return Finding(
        "sheet-unknown",
        Severity.WARNING if guess else Severity.NOTE,
        f"The {hidden}sheet '{name}' is not one of the workbook's, so nothing on it is printed."
        + (f" It begins: '{in_short(begins)}'" if begins else ""),
        f"{advice}Put what belongs in the plan on another sheet; if it is for your own use, starting its name with #"
        " says so.",
        where=CellRef(file, name),
        shared=not guess,
    )


def merged_block(where: CellRef, first: int) -> Finding:
    """Cells merged down several rows, as they come with a table pasted from a document."""
    return Finding(
        "cells-merged",
        Severity.NOTE,
        f"Cells among {where.cell} are merged; what stands beside them was read as going on with row {first}.",
        "Nothing to do if that is what you mean; otherwise unmerge the cells and fill in each of them.",
        where=where,
    )


def merged_across(where: CellRef, anchor: str, said: str, titles: Sequence[str]) -> Finding:
    """Cells merged over columns that ask for different things, so that only the first of them has a cell."""
    first, *others = (f"'{title}'" for title in titles)
    under = f"under {_joined(others)}"
    return Finding(
        "cells-merged-across",
        Severity.WARNING,
        f"The cells {where.cell} are merged into one, which says '{in_short(said)}': all of it is read as {first}, and"
        f" there is no cell left {under}.",
        f"Select {anchor} and choose Merge & Center on the tab Home, which parts it again; leave what belongs under"
        f" {first} there, and type the rest {under}.",
        where=where,
        field=titles[0],
    )


def comment(where: CellRef, words: str) -> Finding:
    """A comment on a cell: perhaps a question, so that whoever wrote it and the policy officer hear of it."""
    said = " / ".join(line.strip() for line in words.splitlines() if line.strip())
    return Finding(
        "comment",
        Severity.NOTE,
        f"There is a comment on {where.cell} of the sheet '{where.sheet}': '{said}'",
        "Answer whoever wrote it, and take it out of the workbook once that is settled.",
        where=where,
        shared=True,
    )


def struck_out(where: CellRef, words: str, title: str) -> Finding:
    """A cell that is struck out, or the ``words`` of it that are; it is printed all the same."""
    told = f"'{in_short(words)}' in {where.cell} is struck out" if words else f"{where.cell} is struck out"
    return Finding(
        "struck-out",
        Severity.WARNING,
        f"{told}; it is printed as it stands.",
        "Delete what is struck out, or remove the line through it.",
        where=where,
        field=title,
    )


def struck_row(where: CellRef, number: int) -> Finding:
    """A row of which all is struck out; it is read and printed all the same."""
    told = f"All of row {number} of the sheet '{where.sheet}' is struck out; it is printed as it stands."
    return Finding("struck-out", Severity.WARNING, told, "Delete the row, or remove the line through it.", where=where)


def date_number(where: CellRef, typed: str, day: str, *, is_read: bool) -> Finding:
    """A number where a date belongs, as Excel keeps dates."""
    told = (
        f"{where.cell} holds the number {typed}, by which Excel keeps dates; it was read as {day}."
        if is_read
        else f"{where.cell} says {in_short(typed)}, by which Excel would mean {day}; it is printed as it stands."
    )
    hint = f"If that is the day, type it: {day}; otherwise type the date that is meant."
    if is_read:
        hint = f"Nothing to do if that is the day; otherwise type the date, such as {day}."
    return Finding("date-number", Severity.NOTE, told, hint, where=where)


def date_as_shown(where: CellRef, shown: str, day: str) -> Finding:
    """A date that is shown in another order than ours, so that what is seen names another day than what is meant."""
    return Finding(
        "date-order",
        Severity.NOTE,
        f"{where.cell} shows {shown}, month before day; it was read as {day}, the day that Excel keeps there.",
        "Nothing to do if that is the day; otherwise type the date once more.",
        where=where,
    )


def fraction(where: CellRef, typed: str, percent: str, beside: str) -> Finding:
    """A part of one where the row counts in per cent; ``beside`` is what another cell of it says in whole per cents."""
    others = f", and {in_short(beside)} stands beside it" if beside else ""
    return Finding(
        "percent-as-fraction",
        Severity.WARNING if beside else Severity.NOTE,
        f"{where.cell} says {typed}, and its row is counted in per cent{others}; it is printed as {typed}.",
        f"If {percent} is meant, type {percent}.",
        where=where,
    )


def answer_elsewhere(where: CellRef, meant: str) -> Finding:
    """An answer of a form that stands beside the cell for it."""
    return Finding(
        "read-as",
        Severity.NOTE,
        f"{where.cell} was read as the answer to '{meant}', though it stands beside the cell for it.",
        "Nothing to do if that is right; otherwise move it.",
        where=where,
        field=meant,
    )


def _pairs(guesses: Sequence[Guess]) -> Iterator[tuple[str, str]]:
    """What was typed and what was read for it: the doubtful first, and columns without headings all together."""
    for guess in sorted((guess for guess in guesses if guess.typed), key=lambda one: one.sure):
        yield f"'{in_short(guess.typed)}'", f"'{guess.meant}'"
    bare = [f"'{guess.meant}'" for guess in guesses if not guess.typed]
    if bare:
        more = [f"{len(bare) - _SHOWN} more"] if len(bare) > _SHOWN else []
        what = "what stands under no heading" if len(bare) == 1 else "what stands under no headings"
        yield what, _joined([*bare[:_SHOWN], *more])


def _rows(numbers: Sequence[int]) -> str:
    shown = [str(number) for number in numbers[:_SHOWN]]
    more = len(numbers) - len(shown)
    shown += [f"{more} more"] if more else []
    return f"Row{'' if len(numbers) == 1 else 's'} {_joined(shown)}"


def _count(rows: int) -> str:
    return "one row" if rows == 1 else f"{rows} rows"


def _more(read: int) -> str:
    return f", and with it {_count(read)} that only the copy has" if read else ""


def _joined(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
