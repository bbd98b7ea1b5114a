"""Whoever does what is told of a damaged return is rid of the finding, and of no other raised by that."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from svcdocs.excel.cells import Cell, column_letters
from svcdocs.model.findings import Finding
from svcdocs.workbook.reader import read_workbook
from tests.workbook.damages import DAMAGES, Damage
from tests.workbook.editing import Desk
from tests.workbook.test_damages import LAYOUT, issued

Mending = tuple[str, Callable[[Desk], None]]
"""Words of the remedy, and what somebody does who follows them."""


def _as_sent_out(sheet: str) -> Callable[[Desk], None]:
    """Puts the row of headings of a sheet back."""

    def do(desk: Desk) -> None:
        sent = Desk(issued())
        rows, top = desk.rows(sheet), sent.heading_row(sheet)
        desk.put_rows(sheet, rows | {number: sent.rows(sheet)[number] for number in (top, top + 1)})

    return do


def _headed(sheet: str, **again: str) -> Callable[[Desk], None]:
    """Types headings again: what stands in a cell of row 4 by its letter."""

    def do(desk: Desk) -> None:
        for letter, text in again.items():
            desk.set(sheet, f"{letter}4", text)

    return do


def _rename(now: str, name: str) -> Callable[[Desk], None]:
    return lambda desk: desk.rename(now, name)


def _set(sheet: str, cell: str, text: str) -> Callable[[Desk], None]:
    return lambda desk: desk.set(sheet, cell, text)


def _show(sheet: str) -> Callable[[Desk], None]:
    nothing: frozenset[int] = frozenset()
    return lambda desk: desk.change(sheet, state="visible", hidden_rows=nothing, hidden_columns=nothing)


def _unmerge(sheet: str, *fill: tuple[str, str]) -> Callable[[Desk], None]:
    """Unmerges the cells and fills in each of them."""

    def do(desk: Desk) -> None:
        spans = desk.tab(sheet).merged
        desk.change(sheet, merged=())
        for first, left, last, right in spans:
            text = desk.get(sheet, f"{column_letters(left)}{first}")
            for number in range(first, last + 1):
                for at in range(left, right + 1):
                    desk.set(sheet, f"{column_letters(at)}{number}", text)
        for cell, text in fill:
            desk.set(sheet, cell, text)

    return do


def _join(desk: Desk) -> None:
    """Moves the row of a split sheet back to where it belongs."""
    row = desk.rows("Actions cont.")
    rows = desk.rows("Actions")
    desk.put_rows("Actions", rows | {max(rows) + 1: row[max(row)]})
    desk.delete("Actions cont.")


def _below(desk: Desk) -> None:
    """Moves the row above the headings below them."""
    rows = desk.rows("Risks")
    moved = rows.pop(4)
    desk.put_rows("Risks", rows | {max(rows) + 1: moved})


def _give_back(sheet: str) -> Callable[[Desk], None]:
    return lambda desk: desk.add(Desk(issued()).tab(sheet))


def _in_its_place(desk: Desk) -> None:
    """Moves the answer beside its cell into it."""
    text = desk.get("Guide", "D29")
    desk.set("Guide", "D29", "")
    desk.set("Guide", "B29", text)


MENDINGS: Mapping[str, Mending] = {
    "a sheet renamed in Excel": ("name the sheet as it was sent out", _rename("To do", "Actions")),
    "a sheet renamed and the names in the workbook lost": ("name the sheet as", _rename("KPIs", "Indicators")),
    "a sheet with a slip in its name": ("name the sheet as it was sent", _rename("Objectves", "Objectives")),
    "a sheet under a name that says nothing": ("if so, name it so", _rename("Sheet4", "Risks")),
    "a sheet deleted": ("copy it from the workbook you were sent", _give_back("Partners")),
    "a sheet copied": ("the copy may be deleted", lambda desk: desk.delete("Actions (2)")),
    "a copy for safety": ("the copy may be deleted", lambda desk: desk.delete("Copy of Risks")),
    "a sheet copied and the copy changed": ("delete the copy", lambda desk: desk.delete("Risks (2)")),
    "a sheet split in two": ("move its rows to the sheet 'Actions'", _join),
    "a table pasted from another workbook": ("if so, name it so", _rename("Sheet1", "Risks")),
    "a sheet hidden": ("better show it again", _show("Posts")),
    "last year's sheet kept beside this year's": ("starting its name with #", _rename("Actions 2025", "#2025")),
    "a sheet of notes added": ("starting its name with #", _rename("Notes", "#Notes")),
    "a column of one's own inserted": ("start its heading with #", _headed("Actions", D="# Discussed with")),
    "a column renamed to what people call it": ("put the heading that was sent out", _headed("Actions", D="Step")),
    "headings retyped with slips": ("put the heading that was sent out", _as_sent_out("Actions")),
    "a heading nobody could know, over its help": ("the heading that was sent out", _headed("Indicators", J="Who")),
    "a heading deleted": ("put the heading that was sent out", _headed("Risks", G="Controls")),
    "all headings deleted": ("put the heading that was sent out", _as_sent_out("Risks")),
    "the headings sorted in among the rows": ("better below the headings", _below),
    "a column deleted": (
        "Put back a column headed 'Lead'",
        lambda desk: desk.insert_column("Actions", 7, "Lead", "Tom Fell", "Tom Fell", "Tom Fell", "Joan Ashdown"),
    ),
    "a column hidden": ("better show it again", _show("Actions")),
    "rows hidden by a filter": ("better show it again; if not, delete it", _show("Risks")),
    "cells merged down a group": ("unmerge the cells and fill in each of them", _unmerge("Actions")),
    "a table pasted from Word": ("unmerge the cells and fill in each of them", _unmerge("Risks", ("A8", "R3"))),
    "an answer typed beside the table": ("starts with #", _headed("Partners", H="# Ask")),
    "an answer typed beside its cell": ("otherwise move it", _in_its_place),
    "a percentage as a part of one": ("type 85%.", _set("Indicators", "H6", "85%")),
    "a date that has lost its format": ("type the date, such as 31 March 2028", _set("Actions", "F6", "31 March 2028")),
    "a number typed where a date belongs": ("type it: 31 March 2028;", _set("Actions", "F6", "31 March 2028")),
    "a date that shows the month first": ("type the date once more", _set("Actions", "F6", "31 March 2028")),
    "a comment on a cell": ("take it out of the workbook", lambda desk: desk.change("Risks", notes={})),
    "an error in a cell": ("Type the value itself", _set("Actions", "G6", "Tom Fell")),
    "a formula never calculated": ("or type the value itself", _set("Risks", "D6", "Longer stays")),
    "an answer that is none": ("Choose one of: Yes", lambda desk: desk.each("Actions", lambda _: "Yes", "Publish")),
}
"""By the damage, what makes good what is told of it."""
NOT_FOLLOWED = {
    "a sheet renamed and its headings deleted",  # two damages that are told in one, each of which is followed alone
    "a sheet renamed and its headings retyped",
    "headings retyped and the help deleted",
    "a heading nobody could know, between its neighbours",
    "all headings and the help deleted",
}
STRUCK: Mapping[str, tuple[dict[tuple[int, int], str], str, Callable[[Desk], None]]] = {
    "a cell, its words deleted": ({(6, 7): "Tom Fell"}, "Delete what is struck out", _set("Actions", "G6", "")),
    "a part of a cell, deleted": ({(6, 7): "Fell"}, "Delete what is struck out", _set("Actions", "G6", "Tom")),
    "a part of a cell, the line removed": ({(6, 7): "Fell"}, "remove the line through it", lambda _: None),
}


def _steps(desk: Desk) -> None:
    """Gives each step of one cell a row and its date."""
    desk.insert_rows("Actions", 7, 2)
    for number, (step, by) in enumerate((("Write", "May 2027"), ("Send", "June 2027"), ("Print", "July 2027")), 6):
        desk.set("Actions", f"D{number}", step)
        desk.set("Actions", f"E{number}", by)


def _in_turn(*steps: Callable[[Desk], None]) -> Callable[[Desk], None]:
    def do(desk: Desk) -> None:
        for step in steps:
            step(desk)

    return do


_MANY = _in_turn(_set("Actions", "D6", "1. Write\n2. Send\n3. Print"), _set("Actions", "E6", "May 2027\nJune 2027"))
_FROM_ELSEWHERE = Cell("longer stays", formula="[1]Sheet1!A1")
OTHERS: Mapping[str, tuple[Callable[[Desk], None], str, Callable[[Desk], None]]] = {
    "column-twice": (
        lambda desk: desk.insert_column("Actions", 8, "Lead", "Tom Fell"),
        "or start the heading of one with #",
        _headed("Actions", H="# Lead"),
    ),
    "above-table": (_set("Actions", "D1", "Ask Tom"), "or start it with #", _set("Actions", "D1", "# Ask Tom")),
    "formula-external": (
        lambda desk: desk.set("Risks", "D6", _FROM_ELSEWHERE),
        "Type the value itself",
        _set("Risks", "D6", "longer stays"),
    ),
    "cells-merged-across": (
        lambda desk: desk.change("Risks", merged=((6, 2, 6, 3),)),
        "parts it again; leave what belongs under 'Cause' there, and type the rest",
        _in_turn(lambda desk: desk.change("Risks", merged=()), _set("Risks", "C6", "fewer homes to let")),
    ),
    "steps-and-dates": (_MANY, "Put in a row below for each further step, and write one step and its date", _steps),
}
"""By the code: what somebody does that no damage does, words of the remedy, and what follows them."""


def _told(desk: Desk) -> list[Finding]:
    return list(read_workbook(desk.book, "team.xlsx", LAYOUT).findings)


def test_every_damage_that_is_told_is_followed_or_named() -> None:
    assert {damage.name for damage in DAMAGES if damage.told} == MENDINGS.keys() | NOT_FOLLOWED


@pytest.mark.parametrize("damage", [one for one in DAMAGES if one.name in MENDINGS], ids=lambda one: one.name)
def test_a_damage_mended_as_its_remedy_says_is_told_no_more(damage: Damage) -> None:
    desk = Desk(issued())
    damage.do(desk)
    remedies = [finding.hint for finding in _told(desk)]
    words, mend = MENDINGS[damage.name]
    assert any(words in remedy for remedy in remedies), remedies
    mend(desk)
    assert [str(finding) for finding in _told(desk)] == []


@pytest.mark.parametrize("how", STRUCK)
def test_what_is_struck_out_is_told_no_more_once_it_is_deleted_or_its_line_removed(how: str) -> None:
    struck, words, mend = STRUCK[how]
    desk = Desk(issued())
    desk.change("Actions", struck=struck)
    (finding,) = _told(desk)
    assert (finding.code, words in finding.hint) == ("struck-out", True)
    desk.change("Actions", struck={})  # the line goes with the words it runs through
    mend(desk)
    assert _told(desk) == []


@pytest.mark.parametrize("is_deleted", [True, False])
def test_a_row_struck_out_is_told_no_more_once_it_is_deleted_or_its_line_removed(*, is_deleted: bool) -> None:
    desk = Desk(issued())
    row = {at: cell for at, cell in desk.rows("Risks")[7].items() if cell.text.strip()}
    desk.change("Risks", struck={(7, at): cell.text for at, cell in row.items()})
    (finding,) = _told(desk)
    assert finding.hint == "Delete the row, or remove the line through it."
    desk.change("Risks", struck={})
    if is_deleted:
        desk.delete_row("Risks", 7)
    assert _told(desk) == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_else_is_told_of_a_sheet_goes_once_its_remedy_is_followed(code: str) -> None:
    do, words, mend = OTHERS[code]
    desk = Desk(issued())
    do(desk)
    (finding,) = _told(desk)
    assert (finding.code, words in finding.hint) == (code, True)
    mend(desk)
    assert [str(one) for one in _told(desk)] == []
