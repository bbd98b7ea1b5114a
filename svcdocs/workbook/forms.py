"""A sheet of questions read back: what is asked stands in column A, the answer in column B."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.base import Origin, Record
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import damage_messages, messages
from svcdocs.workbook.choices import Answers
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.fields import value_of
from svcdocs.workbook.headings import fold
from svcdocs.workbook.likeness import NEAR, SAME, SURE, Guess, alike
from svcdocs.workbook.matching import best_pairs
from svcdocs.workbook.struck_out import struck_out_in
from svcdocs.workbook.table import is_blank

_ANSWER = 2  # the column in which answers belong


def read_form(
    sheet: Sheet,
    tab: CellSheet,
    columns: Sequence[Column],
    choices: Mapping[str, Answers],
    file: str,
    *,
    guess: Guess | None = None,
) -> tuple[Record, list[Finding]]:
    """The record of a form, wherever on the sheet its questions stand, and what is odd about the answers.

    ``guess`` says as what the sheet was read, where that is not its name.
    """
    found, guesses = _questions(sheet, tab, columns)
    told = damage_messages.read_as(CellRef(file, tab.name), guess, guesses) if guess or guesses else None
    findings = [told] if told else []
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    for column in columns:
        number = found.get(column.field)
        if number is None:
            if not column.ask.later:
                findings.append(messages.missing_question(CellRef(file, tab.name), column.title))
            continue
        at, cell = _answer_cell(tab, number, column)
        places[column.field] = f"{column_letters(at)}{number}"
        if cell is not None:
            where = CellRef(file, tab.name, places[column.field])
            findings += [damage_messages.answer_elsewhere(where, column.title)] if at > _ANSWER else []
            kept, odd = _answer(cell, column, choices.get(column.ask.choices), where)
            findings += [*odd, *struck_out_in(tab, file, [(number, {at: column.title})])]
            if kept is not None:
                values[column.field] = value_of(column.type, kept)
    if not sheet.guide:
        findings += _strangers(tab, columns, found, file)
    if not tab.visible and values:
        findings.append(damage_messages.hidden_read(CellRef(file, tab.name), (), ()))
    first = min(found.values(), default=1)
    return sheet.record(**values).at(Origin(file, tab.name, first, places)), findings


def _questions(sheet: Sheet, tab: CellSheet, columns: Sequence[Column]) -> tuple[dict[str, int], list[Guess]]:
    """The row of each question: as it was sent out, or else in other words, each question once."""
    asked: dict[str, int] = {}
    for number, row in tab.rows.items():
        if (label := row.get(1)) is not None:
            asked.setdefault(fold(label.text), number)
    found: dict[str, int] = {}
    for column in columns:
        place = asked.get(fold(column.title)) or asked.get(fold(column.ours))
        if place is not None:
            found[column.field] = place
    missing = [column for column in columns if column.field not in found]
    rest = [number for number in asked.values() if number not in found.values()] if missing else []
    # Among the words of a guide only a slip of the keyboard is taken for a question.
    least = SURE if sheet.guide else NEAR
    labels = [_label(tab, number) for number in rest]
    scores = [[_likeness(label, column, least) for column in missing] for label in labels]
    guesses = []
    for at, number in best_pairs(scores):
        found[missing[number].field] = rest[at]
        if scores[at][number] < SAME:
            sure = scores[at][number] >= SURE
            guesses.append(Guess(labels[at].strip(), missing[number].title, sure, f"A{rest[at]}"))
    return found, guesses


def _label(tab: CellSheet, number: int) -> str:
    """The question in a cell: of one that holds the answer as well, what stands before the colon."""
    text = tab.rows[number][1].text
    return text.partition(":")[0] if text.partition(":")[2].strip() else text


def _likeness(label: str, column: Column, least: float) -> float:
    score = alike(label, (column.title, column.ours))
    return score if score >= least else 0.0


def _answer_cell(tab: CellSheet, number: int, column: Column) -> tuple[int, Cell | None]:
    """The cell of an answer and its column: where it belongs, else behind its question, else to the right of the help.

    Our line of help is no answer, whether it stands in its own column or was moved.
    """
    row = tab.rows[number]
    cell = row.get(_ANSWER)
    if cell is not None and not is_blank(cell):
        return _ANSWER, cell
    before, colon, behind = row[1].text.partition(":")
    if colon and behind.strip() and alike(before, (column.title, column.ours)) >= SURE:
        return 1, row[1]._replace(text=behind.strip(), runs=())
    helps = [line for line in (column.help_line, column.our_help) if line]
    for at, other in row.items():
        if at > _ANSWER and not is_blank(other) and not any(other.text.startswith(line) for line in helps):
            return at, other
    return _ANSWER, cell


def _answer(
    cell: Cell, column: Column, answers: Answers | None, where: CellRef
) -> tuple[Cell | None, Sequence[Finding]]:
    """The cell to be read, None where there is nothing to read; and what is odd about it."""
    odd = messages.odd_formula(where, cell)
    if cell.kind == "error" or is_blank(cell):
        return None, odd
    answer = answers.match(cell.text) if answers else None
    if answer is not None:
        return Cell(answer), odd
    if answers and column.ask.strict:
        typed = cell.text.strip()
        return cell, [*odd, messages.unknown_choice(where, column, typed, answers)]
    return cell, odd


def _strangers(tab: CellSheet, columns: Sequence[Column], places: Mapping[str, int], file: str) -> Iterator[Finding]:
    """Questions nobody asked, below the first of ours, that have an answer."""
    ours = set(places.values())
    found = {fold(name) for column in columns if column.field in places for name in (column.title, column.ours)}
    missing = {fold(column.title): column.title for column in columns if column.field not in places}
    for number, row in tab.rows.items():
        label, answer = row.get(1), row.get(2)
        if number in ours or number < min(ours, default=0) or answer is None or is_blank(answer):
            continue
        title = label.text.strip() if label is not None else ""
        where = CellRef(file, tab.name, f"B{number}")
        if fold(title) in found:
            yield messages.question_twice(where, title)
        elif not title.startswith("#"):
            near = difflib.get_close_matches(fold(title), list(missing), n=1, cutoff=0.6)
            guess = missing[near[0]] if near else ""
            yield messages.unknown_question(where, title, guess)
