"""A row of the sheet Last year: what a team says has become of one objective, action or indicator of last year."""

from __future__ import annotations

from svcdocs.model.as_written import Ref, Refs
from svcdocs.model.base import Record, column
from svcdocs.model.text import Text

OBJECTIVE, ACTION, INDICATOR = "Objective", "Action", "Indicator"
KINDS = (OBJECTIVE, ACTION, INDICATOR)
"""What there is to account for: what kind of record it was."""
DONE, CARRIED, MERGED, REDATED, DROPPED = "Done", "Carried over", "Merged", "Re-dated", "Dropped"
ANSWERS = (DONE, CARRIED, MERGED, REDATED, DROPPED)
"""What may have become of it, in the words of the drop-down."""


class Account(Record):
    """What has become of one objective, action or indicator of last year's plan."""

    ref: Ref = column("Ref", "Its reference last year. It stands there already.", Ref(), example="HC1.4")
    kind: str = column("Kind", "Objective, Action or Indicator.", example="Action")
    was: str = column("What it was", "Its words last year.", example="Open a second emergency night shelter")
    fate: str = column(
        "What became of it",
        "Pick one. Blank: what this year's sheets show. It is carried over if it has the same Ref there.",
        example="Merged",
    )
    now: Refs = column(
        "Now",
        "The reference that it has this year, if that is another; or of what it was merged into.",
        Refs(),
        example="HC2.1",
    )
    why: Text = column(
        "Reason",
        "Why, in a sentence that a resident understands: it is printed. What was dropped must have one.",
        Text(),
        example="The county now pays for it",
    )
    asked: str = column(
        "Who was asked", "For what was dropped: who agreed to it, and when.", example="Cllr Reza Mir, 4 December 2026"
    )
    team: str = column("Team", "If it belonged to one team: which.")
