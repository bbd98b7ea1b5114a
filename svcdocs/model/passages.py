"""Passages: the words, pictures and tables a service writes for the sections of its plan."""

from __future__ import annotations

from pydantic import Field

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import PUBLISH, Record, column
from svcdocs.model.names import folded
from svcdocs.model.text import Text


class TableRow(Record):
    """One row of a table that somebody has drawn up on a sheet of their own."""

    cells: tuple[Text, ...] = ()


class Passage(Record):
    """Words for one section of the plan; a picture or a table for it; or the promise of words still to come.

    ``rows`` are those of its table, all as wide as the widest; the first of them holds the headings.
    """

    section: str = column(
        "Section", "The section it belongs to. Blank means the same as above.", example="About our service"
    )
    text: Text = column(
        "Text",
        "One or several paragraphs, a line each. Start a line with • or - for a bullet, with 1. or a) for a number.",
        Text(),
        example="We provide homes and advice for people who would otherwise have none.",
    )
    team: str = column("Team", "If it is about one team: which. It is printed under its name.")
    kind: str = column("Kind", "What it is. Blank: told from the text. A picture still to come: To be added.")
    place: str = column("Place", "Before or after the section's own list. Blank: before.")
    owed_by: str = column("Owed by", "If it is still to come: who owes it.", example="Finance")
    owed_on: WrittenDate = column(
        "Owed on", "If it is still to come: by when.", WrittenDate(), example="21 February 2027"
    )
    picture: str = column(
        "Picture",
        "A picture's file in the folder pictures; or the sheet of this workbook with a table. Text says what it shows.",
    )
    publish: str = column("Publish", PUBLISH)
    exemption: str = column(
        "Exemption",
        "If it must not be published: why, such as the paragraph of the Act. Only the internal edition prints it.",
        example="Paragraph 3: business affairs of a company",
    )
    rows: tuple[TableRow, ...] = Field(default=(), description="The rows of its table, which stand on another sheet.")


def is_table(passage: Passage) -> bool:
    """Whether a passage is a table of the service's own, or says that it is one."""
    return folded(passage.kind) == "table"
