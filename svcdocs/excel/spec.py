"""What a workbook to be written consists of: a declaration of its sheets, columns, lists and rows, without any look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from svcdocs.model.text import Run

CellValue = str | tuple[Run, ...]
"""What is prefilled in a cell: always text, never a formula; runs where parts of it are bold or italic."""

TITLE_ROW = 1
INTRO_ROW = 2
HEADING_ROW = 4
HELP_ROW = 5
FIRST_ROW = 6
"""The rows of a table sheet, counted from 1: the first row of data stands under the headings and their line of help."""
FIRST_FIELD_ROW = 5
"""The row of the first question on a form sheet, counted from 1. Its columns are label, answer, help."""
MAX_TEXT = 32_767
"""Characters one cell can hold, in UTF-16 units as Excel counts them."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a table sheet.

    ``help`` stands under the heading. ``choices`` names a list of the book: ``strict`` refuses other entries, else they
    only bring a warning. ``prompt`` is shown beside a cell that is selected, at most 255 characters. ``width`` is in
    characters. ``later`` columns are grouped at the right, to be filled in another time of the year.
    """

    title: str
    help: str = ""
    width: float = 20
    choices: str = ""
    strict: bool = False
    prompt: str = ""
    later: bool = False
    wrap: bool = True
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What a row must say once it says anything: one of ``columns`` (counted from 0), else ``words`` are shown.

    With ``when``, it is asked only of rows in which one of those columns is filled: of the first row of an action, say,
    and not of the rows that go on with it.
    """

    columns: tuple[int, ...]
    words: str
    when: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet that is one table. ``intro`` is one line or two; ``frozen`` counts the columns that stay in view.

    ``needs`` become a column of our own, titled ``needs_title``, that says in words what a row still lacks. It stands
    before the ``later`` columns, so that it is in view beside what is to be filled in now.
    """

    name: str
    title: str
    intro: str
    columns: tuple[ColumnSpec, ...]
    rows: tuple[tuple[CellValue, ...], ...] = ()
    spare_rows: int = 60
    needs: tuple[Need, ...] = ()
    needs_title: str = "Needs"
    needs_help: str = "Fills itself in: what this row still needs."
    frozen: int = 1

    @property
    def needs_at(self) -> int:
        """The place of the column of needs, counted from 0; where it would be, if the sheet has none."""
        return next((place for place, column in enumerate(self.columns) if column.later), len(self.columns))

    def place(self, number: int) -> int:
        """The place on the sheet, counted from 0, of the column that is declared at ``number``."""
        return number + 1 if self.needs and number >= self.needs_at else number


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One question of a form, with its answer so far; the rest as for a column."""

    label: str
    help: str = ""
    value: CellValue = ""
    choices: str = ""
    strict: bool = False
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of questions, one a row."""

    name: str
    title: str
    intro: str
    fields: tuple[FieldSpec, ...]
    headings: tuple[str, str, str] = ("Question", "Your answer", "Help")


@dataclass(frozen=True, slots=True)
class GuideLine:
    """One line of the guide's table of sheets: the sheet's name, and why it matters or when it is due."""

    sheet: str
    why: str


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """The sheet that says what to do; people change nothing in it but the answers.

    ``sections`` are a heading and its text each. ``lines`` list the sheets with counts of what is filled in, kept by
    formulas. ``answers`` are the few cells to fill in, such as "Ready to send".
    """

    name: str
    title: str
    intro: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    lines: tuple[GuideLine, ...] = ()
    answers: tuple[FieldSpec, ...] = ()
    line_headings: tuple[str, str, str, str] = ("Sheet", "What it is for", "Rows filled in", "Rows that need something")
    answer_headings: tuple[str, str, str] = ("When you have finished", "Your answer", "Help")


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A table that somebody has drawn up on a sheet of their own: its rows from A1, the first of them the headings."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """One column of a table to be read; ``width`` is in characters."""

    title: str
    width: float


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A sheet that is one table to be read and taken further: a table of Excel's from A1, called ``table``.

    ``about`` is what a screen reader says of it. In the rows ``links``, counted from 0, the first cell names another
    sheet and leads there. ``nothing`` stands in the one row of a table that has none.
    """

    name: str
    table: str
    about: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    links: tuple[int, ...] = ()
    nothing: str = "–"


Sheet = TableSheet | FormSheet | GuideSheet | PlainSheet | DataSheet


@dataclass(frozen=True, slots=True)
class BookSpec:
    """A workbook: its sheets in order, then a hidden sheet of lists, each a defined name of the book.

    ``properties`` become custom document properties, which tell whose workbook it is after it has been renamed.
    ``created`` stands in the file, so that the same declaration gives the same bytes.
    """

    sheets: tuple[Sheet, ...]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    author: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    created: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    lists_sheet: str = "Lists"
    language: str = "en-GB"
