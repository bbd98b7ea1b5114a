"""What is told of a workbook that was changed: every code of ``damage_messages``, with what it means and what to do."""

from __future__ import annotations

from svcdocs.model.findings import Severity
from svcdocs.model.rules import Rule

NOTE, WARNING = Severity.NOTE, Severity.WARNING

CHANGED: tuple[Rule, ...] = (
    Rule(
        "read-as",
        "A sheet, column or answer was read as another",
        WARNING,
        WARNING,
        message=(
            "Names or places have been changed, and were read as what they most likely are; it is for information "
            "where there is no doubt."
        ),
        remedy="Look whether that is what is meant: if so, name it so; if not, put back the names that were sent out.",
    ),
    Rule(
        "rows-above-headings",
        "Rows stand above the headings",
        NOTE,
        NOTE,
        message="Rows of a table stand above its headings and were read as rows of the table.",
        remedy="Nothing to do if that is right; otherwise delete what does not belong there.",
    ),
    Rule(
        "second-table",
        "A second table stands below the first",
        WARNING,
        WARNING,
        message=(
            "A table with headings of its own stands below the sheet's, and its rows were read by those; the finding "
            "says which was read as which."
        ),
        remedy="Move its rows under the headings of the sheet, and delete its row of headings.",
    ),
    Rule(
        "hidden-read",
        "Something hidden was read",
        NOTE,
        NOTE,
        message="Hidden rows, columns or sheets were read like all others.",
        remedy="Nothing to do if it belongs in the plan, but better show it again; if not, start the heading of the"
        " column or the name of the sheet with #, or delete the row.",
    ),
    Rule(
        "sheet-copy-differs",
        "A copy of a sheet says something else",
        WARNING,
        WARNING,
        message=(
            "A sheet is a copy of another in which some rows say something else; there, only the first sheet was read."
        ),
        remedy="Put what is right on the first sheet, and delete the copy.",
    ),
    Rule(
        "sheet-split",
        "A sheet goes on on another",
        WARNING,
        WARNING,
        message="A second sheet was read as going on from the first.",
        remedy="Look whether that is what is meant; better move its rows to the first sheet.",
    ),
    Rule(
        "sheet-copy",
        "A sheet is only a copy",
        NOTE,
        NOTE,
        message="A sheet says nothing that another does not say, so it was left out.",
        remedy="Nothing to do; the copy may be deleted.",
    ),
    Rule(
        "cells-merged-across",
        "Cells of several columns are merged",
        WARNING,
        WARNING,
        message=(
            "Cells beside one another, which ask for different things, have been merged into one; what it says is read "
            "as the first, and there is no cell for the others."
        ),
        remedy=(
            "Select the cell and choose Merge & Center on the tab Home, which parts it; then type under each heading "
            "what belongs there."
        ),
    ),
    Rule(
        "comment",
        "There is a comment on a cell",
        NOTE,
        NOTE,
        message="Somebody has put a comment on a cell, which may be a question; the policy officer is told of it too.",
        remedy="Answer whoever wrote it, and take it out of the workbook once that is settled.",
    ),
    Rule(
        "struck-out",
        "Something is struck out",
        WARNING,
        WARNING,
        message="Words, a cell or a row is struck out, and nobody can tell whether it still holds; it is printed.",
        remedy="Delete what is struck out, or remove the line through it.",
    ),
    Rule(
        "date-number",
        "A date has become a number",
        NOTE,
        NOTE,
        message=("A cell holds the number by which Excel keeps a date; the finding says which day it was read as."),
        remedy="Nothing to do if it was read as the day that is meant; otherwise type the date.",
    ),
    Rule(
        "date-order",
        "A date is shown month before day",
        NOTE,
        NOTE,
        message="A cell shows a date month before day; it was read as the day that Excel keeps there.",
        remedy="Nothing to do if that is the day; otherwise type the date once more.",
    ),
    Rule(
        "percent-as-fraction",
        "A percentage is written as a part of one",
        WARNING,
        WARNING,
        message=(
            "A row is counted in per cent, and a cell says a part of one, such as 0.85; it is printed so. It is for "
            "information where no other cell of the row says a percentage."
        ),
        remedy="If a percentage is meant, type it with its sign, such as 85%.",
    ),
)
"""Every code about sheets, columns and cells that are not where or what they were when they were sent out."""
