"""What reading a workbook may tell: every code of ``messages``, with what it means and what to do."""

from __future__ import annotations

from svcdocs.model.findings import Severity
from svcdocs.model.rules import Rule

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

READING: tuple[Rule, ...] = (
    Rule(
        "headings-not-found",
        "The headings of a sheet cannot be found",
        ERROR,
        ERROR,
        message="There is something on a sheet, but no row of headings, so nothing on it could be read.",
        remedy="Put back one row with the headings; or copy the rows into a fresh workbook.",
    ),
    Rule(
        "column-unknown",
        "A column is not one of the sheet",
        WARNING,
        WARNING,
        message="A column has a heading that the sheet was not sent out with, so nothing under it is printed.",
        remedy=(
            "Change the heading to the one that is meant; if the column is for your own use, start its heading with #."
        ),
    ),
    Rule(
        "column-twice",
        "A heading stands on the sheet twice",
        WARNING,
        WARNING,
        message="Two columns have the same heading, and only the first of them is printed.",
        remedy="Put everything into one of them and delete the other; or start the heading of one with #.",
    ),
    Rule(
        "column-missing",
        "A column is gone",
        WARNING,
        ERROR,
        message=(
            "A column that a reader looks for is not on the sheet; it is an error also where the column says "
            "whose plan a row belongs to."
        ),
        remedy="Put the column back, with the heading that the finding names.",
    ),
    Rule(
        "row-of-no-service",
        "A row names no service",
        ERROR,
        ERROR,
        message=(
            "In a workbook about several services a row does not say which of them it is about, so it is not read."
        ),
        remedy="Choose one of the services from the list.",
    ),
    Rule(
        "sheet-of-another",
        "A sheet is somebody else's to fill in",
        WARNING,
        WARNING,
        message="A sheet that somebody else has been asked for is filled in, so nothing on it is read.",
        remedy="Tell whoever fills it in; put what you ask for on the sheet that the finding names.",
    ),
    Rule(
        "question-missing",
        "A question is gone from a form",
        WARNING,
        WARNING,
        message="A question is not on its sheet, so its answer cannot be read.",
        remedy="Put the question back into column A, with the answer beside it in column B.",
    ),
    Rule(
        "question-unknown",
        "An answer stands beside no question",
        WARNING,
        WARNING,
        message="Something on a form stands beside none of its questions, so it is not read.",
        remedy="Change the words in column A to the question that is meant; or move it or delete it.",
    ),
    Rule(
        "question-twice",
        "A question stands on a form twice",
        WARNING,
        WARNING,
        message="A question stands on its sheet twice, and only the first answer is read.",
        remedy="Put the answer beside the first of them and delete the other.",
    ),
    Rule(
        "outside-table",
        "Something stands beside the table",
        WARNING,
        WARNING,
        message="Something was typed where the column has no heading, so it is not printed.",
        remedy="Move it under the heading it belongs to; or give its column a heading that starts with #.",
    ),
    Rule(
        "above-table",
        "Something stands above the table",
        WARNING,
        WARNING,
        message="Something was typed above the headings of a table, so it is not printed.",
        remedy="Move it into a row below the headings; or start it with # if it is for your own use.",
    ),
    Rule(
        "cells-merged",
        "Cells are merged",
        NOTE,
        NOTE,
        message="Cells are merged; the finding says how they were read.",
        remedy="Nothing to do if that is what you mean; otherwise unmerge the cells and fill in each of them.",
    ),
    Rule(
        "cell-error",
        "A cell shows an error",
        ERROR,
        ERROR,
        message="A cell shows an error such as #REF! instead of a value.",
        remedy="Type the value itself in place of it.",
    ),
    Rule(
        "formula-not-calculated",
        "A formula was never calculated",
        ERROR,
        ERROR,
        message="A cell holds a formula that was never calculated, so its result cannot be read.",
        remedy="Open the workbook in Excel, save it and send it again; or type the value itself.",
    ),
    Rule(
        "formula-external",
        "A value comes from another workbook",
        WARNING,
        WARNING,
        message="A cell takes its value from another workbook, which may have changed since.",
        remedy="Type the value itself in place of it.",
    ),
    Rule(
        "choice-unknown",
        "An answer is not one of those offered",
        ERROR,
        ERROR,
        message=(
            "What was typed is not one of the answers of its column; it asks only to be checked where other words "
            "are allowed."
        ),
        remedy="Choose one of the answers from the list.",
    ),
    Rule(
        "row-without-name",
        "A row names nothing and says much",
        WARNING,
        WARNING,
        message=(
            "A row without a reference and a name answers anew what the row above has answered, so that it may be a "
            "row of its own whose name has gone; it was read as more of the one above."
        ),
        remedy="If it is a row of its own, type its reference and name; otherwise leave these cells blank in it.",
    ),
    Rule(
        "steps-and-dates",
        "Dates cannot be told to belong to steps",
        WARNING,
        WARNING,
        message=(
            "One cell holds several steps beside a cell with another number of dates, so which date is whose "
            "cannot be told."
        ),
        remedy=(
            "Put in a row below for each further step, and write one step and its date on each; or, if it is one step, "
            "write it as one paragraph. Do this last on the sheet: the rows below move down."
        ),
    ),
    Rule(
        "heading-twice",
        "Two columns would have one heading",
        ERROR,
        ERROR,
        "officer",
        message=(
            "A heading of the council's would give two columns of a sheet the same name, so the second is left out."
        ),
        remedy="Give it another heading.",
    ),
    Rule(
        "sheet-missing",
        "A sheet is gone",
        WARNING,
        WARNING,
        message="A sheet that was sent out is not in the workbook.",
        remedy=("If it was renamed, name it as before; if it was deleted, copy it from the workbook you were sent."),
    ),
    Rule(
        "sheet-unknown",
        "A sheet is not one of the workbook",
        WARNING,
        WARNING,
        message=(
            "A sheet is not one that was sent out, so nothing on it is printed; it is for information where no "
            "name is near."
        ),
        remedy=("Name it as the sheet that is meant; if it is for your own use, leave it, or start its name with #."),
    ),
    Rule(
        "file-remark",
        "Something about the file was read otherwise",
        NOTE,
        NOTE,
        message="Something about the file as a whole could not be read as it stands.",
        remedy="Check that the workbook opens as you expect.",
    ),
    Rule(
        "table-missing",
        "A table is not in the workbook",
        WARNING,
        ERROR,
        message="The sheet Text names a table whose sheet is not in the workbook, so the table is not printed.",
        remedy="Write under Picture the name of the sheet on which it stands.",
    ),
    Rule(
        "table-shape",
        "A table is too wide, or none",
        WARNING,
        WARNING,
        message="A table of your own has one column, or more than a page shows well.",
        remedy="Divide it into two tables, each on a sheet of its own; or write a single column as a list.",
    ),
)
"""Every code that reading one of our workbooks may tell, but for what a team has changed on it."""
