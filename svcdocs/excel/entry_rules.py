"""Drop-downs and messages: what a cell offers, refuses or warns of when somebody types into it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.spec import ColumnSpec, FieldSpec

MAX_MESSAGE_TITLE = 32


def add_entry_rule(page: Worksheet, area: tuple[int, int, int, int], title: str, entry: ColumnSpec | FieldSpec) -> None:
    """Adds the drop-down and the message of a column or field to its cells.

    ``area`` is first row, first column, last row, last column, counted from 0. The list goes by a defined name: one
    named directly, or written out, is lost when other programs save the file.
    """
    if not entry.choices and not entry.prompt:
        return
    rule: dict[str, object] = {"validate": "any"}
    if entry.choices:
        rule = {"validate": "list", "source": f"={entry.choices}", "ignore_blank": True}
        rule |= _refusal() if entry.strict else _warning()
    if entry.prompt:
        rule |= {"input_title": _shortened(title), "input_message": entry.prompt}
    if page.data_validation(*area, rule):
        raise ValueError(f"the drop-down of {title!r} could not be written")


def _shortened(title: str) -> str:
    """A title as far as a message has room for it: Excel counts a sign beyond the first 65,536 as two."""
    room = MAX_MESSAGE_TITLE
    for place, sign in enumerate(title):
        room -= 1 + (sign > "\uffff")
        if room < 0:
            return title[:place]
    return title


def _refusal() -> dict[str, object]:
    return {
        "error_type": "stop",
        "error_title": "Please choose from the list",
        "error_message": "This cell takes one of the choices in its list. Press Cancel, then Alt and Down to see them.",
    }


def _warning() -> dict[str, object]:
    return {
        "error_type": "warning",
        "error_title": "Not in the list",
        "error_message": "This is not in the list. If it is what you mean, keep it: answer Yes.",
    }
