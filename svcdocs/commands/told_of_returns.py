"""What is told of what comes back, as a whole: every code, with what it means and what to do."""

from __future__ import annotations

from svcdocs.model.findings import Severity
from svcdocs.model.rules import Rule

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

RETURNS: tuple[Rule, ...] = (
    Rule(
        "not-started",
        "A workbook is as it was sent out",
        NOTE,
        NOTE,
        message="Nobody has typed anything into the workbook yet, so its plan waits for it.",
        remedy="Nothing to put right; fill it in.",
    ),
    Rule(
        "workbook-of-another-cycle",
        "A workbook is of another year or council",
        ERROR,
        ERROR,
        "officer",
        message="A workbook belongs to another planning cycle, so it was not read.",
        remedy=(
            "Take it out of the folder; to carry its content over, export that cycle and issue from its plans.json."
        ),
    ),
    Rule(
        "workbook-of-nobody",
        "Nobody knows whose a workbook is",
        ERROR,
        ERROR,
        "officer",
        message=(
            "A workbook does not say whose it is, or is about a service that is not one of the council's, so it "
            "was not read."
        ),
        remedy=(
            "Put the name of the service, team or contributor into the file's name, as it stands in the framework."
        ),
    ),
    Rule(
        "workbook-twice",
        "There are two copies of a workbook",
        ERROR,
        ERROR,
        "officer",
        message="Two workbooks are of the same contributor, and only one of them was read.",
        remedy="Keep the right one in the folder and take the other one out.",
    ),
    Rule(
        "column-gone",
        "A column has been taken off a sheet",
        WARNING,
        WARNING,
        message=(
            "A column that need not be filled in is no longer on its sheet, and what stood in it when the workbook was "
            "sent out, or came back before, is gone."
        ),
        remedy=(
            "Put the column back with what stood in it, from the workbook that the finding names; or if nothing is to "
            "stand there, put back its heading alone."
        ),
    ),
    Rule(
        "second-reader",
        "Another program reads a workbook otherwise",
        WARNING,
        WARNING,
        "officer",
        message=(
            "Another program sees something in a cell where nothing was read; where it cannot read the workbook "
            "at all, that is for information."
        ),
        remedy="Look at the cell; type what belongs there once more, and save.",
    ),
    Rule(
        "file-health",
        "Not all of a file could be read",
        ERROR,
        ERROR,
        message="Part of a workbook is damaged, so something may be missing from what was read.",
        remedy="Open it in Excel, let Excel repair it, see that nothing is missing there, and save it.",
    ),
    Rule(
        "picture-missing",
        "A picture is not there",
        NOTE,
        ERROR,
        message="A picture that the sheet Text names is not in the folder of pictures, or is not a PNG or JPEG.",
        remedy="Put the file there under that name, saved as PNG or JPEG; or correct the name.",
    ),
    Rule(
        "edited-since-received",
        "A workbook was edited since it was received",
        ERROR,
        ERROR,
        "officer",
        message="A new return was not taken in, because its workbook was edited here since the last one.",
        remedy="Receive it again, and say whether the edits are to be kept or dropped.",
    ),
    Rule(
        "framework-received",
        "A framework was sent as a return",
        ERROR,
        ERROR,
        "officer",
        message="What came is a framework workbook and no return; it was left where it is.",
        remedy="If it is to be the framework of this cycle, put it in its place yourself.",
    ),
    Rule(
        "lock-file",
        "A file only says that a workbook is open",
        WARNING,
        WARNING,
        "officer",
        message="A file in the inbox is no workbook: it only says that somebody has one open.",
        remedy="Close the workbook; if nobody has it open, delete this file.",
    ),
    Rule(
        "copy-in-inbox",
        "A file was left by a conflict",
        ERROR,
        ERROR,
        "officer",
        message="A program put a file there because two people changed one at once; it was left where it is.",
        remedy="Ask which of the two counts, or receive both under plain names: they are merged record by record.",
    ),
    Rule(
        "not-a-workbook",
        "Something in the inbox is no workbook",
        ERROR,
        ERROR,
        "officer",
        message="A file in the inbox is not a workbook; it was left where it is.",
        remedy="Ask for the workbook itself; or take this file out of the folder.",
    ),
    Rule(
        "not-received",
        "A return was not taken in",
        ERROR,
        ERROR,
        "officer",
        message="A return could not be taken in, for the reason that the finding gives; nothing has changed.",
        remedy="Put right what the finding names, and receive it again.",
    ),
    Rule(
        "refs-not-given",
        "New rows could not be given references",
        ERROR,
        ERROR,
        "officer",
        message="Rows without a reference could not be given one, for the reason that the finding gives.",
        remedy="Put right what the finding names, and receive again.",
    ),
    Rule(
        "ledger-line",
        "The record of returns has a line that is none",
        WARNING,
        WARNING,
        "officer",
        message="A line of the record of returns cannot be understood, so what it records is not known.",
        remedy="Put the file back from a copy, if there is one; the files kept beside it are all still there.",
    ),
)
"""Every code about a file or a return as a whole that is not a refusal of the file itself."""
