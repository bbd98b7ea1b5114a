"""The words of the sheets that say what has changed between two versions of the plans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeWords:
    """What change sheets say. Words in braces are filled in."""

    changes_schedule: str = "Schedule of changes"
    changes_for: str = "Changes for {holder}"
    changes_document_title: str = "{council}: {title}"
    changes_from_to: str = "From {before} to {after}"
    changes_of_all: str = "What holds for all services"
    changes_statement: str = "what Finance says of its figures"
    changes_columns: str = "columns of figures"
    changes_totals: str = "control totals"
    changes_requests: str = "requests for help"
    changes_none: str = "Nothing has changed."
    changes_new: str = "New"
    changes_gone: str = "Taken out"
    changes_moved: str = "In another order"
    changes_blank: str = "Blank"
    changes_all: str = "All of them"
    changes_what: str = "What"
    changes_field: str = "Which answer"
    changes_before: str = "Before"
    changes_after: str = "Now"
    changes_whole: str = "All of it"
    changes_table: str = "Changes"
    changes_table_about: str = (
        "For each change what it is about, which answer, what stood there and what stands there now"
    )
