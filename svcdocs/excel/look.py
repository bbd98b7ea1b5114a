"""How our workbooks look: a handful of cell formats, made once a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

ACCENT = "#12436D"
PANEL = "#F3F2F1"
LINE = "#B1B4B6"
INK = "#0B0C0C"
QUIET = "#505A5F"
ATTENTION = "#FFF7BF"

FONT = {"font_name": "Arial", "font_size": 11, "font_color": INK}
_TOP = {"valign": "top"}
_INSET = {"valign": "top", "align": "left", "indent": 1}
"""A little room at the left, so that words of neighbouring columns do not run into each other."""
_HAIRLINE = {"bottom": 1, "bottom_color": LINE}
_BOX = {"border": 1, "border_color": QUIET}


class CellLook(NamedTuple):
    """How a cell for people's words looks; ``boxed`` marks one to fill in on a protected sheet, and unlocks it."""

    wrap: bool = True
    bold: bool = False
    italic: bool = False
    boxed: bool = False
    lined: bool = True


class Look:
    """The cell formats of one workbook. Cells for people's words have Excel's text format, so nothing is changed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._data: dict[CellLook, Format] = {}
        self._marks: dict[tuple[bool, bool], Format] = {}

    def data(self, cell: CellLook) -> Format:
        """A cell for people's words."""
        if cell not in self._data:
            edge = _BOX if cell.boxed else (_HAIRLINE if cell.lined else {})
            marks = {"text_wrap": cell.wrap, "bold": cell.bold, "italic": cell.italic, "locked": not cell.boxed}
            self._data[cell] = self._make({"num_format": "@", **marks, **_INSET, **edge})
        return self._data[cell]

    def below(self, *, wrap: bool = True) -> Format:
        """The cells of a column below the table, so that what is typed there stays text as well."""
        return self.data(CellLook(wrap=wrap, lined=False))

    def marks(self, *, bold: bool, italic: bool) -> Format:
        """The font of a stretch of words inside a cell."""
        key = (bold, italic)
        if key not in self._marks:
            self._marks[key] = self._make({"bold": bold, "italic": italic})
        return self._marks[key]

    @cached_property
    def title(self) -> Format:
        """The title of a sheet."""
        return self._make({"bold": True, "font_size": 16, "font_color": ACCENT, "valign": "vcenter"})

    @cached_property
    def intro(self) -> Format:
        """The lines under a title; they run on over the empty cells to their right."""
        return self._make(_TOP)

    @cached_property
    def heading(self) -> Format:
        """The heading of a column."""
        return self._make({"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True, **_INSET})

    @cached_property
    def later_heading(self) -> Format:
        """The heading of a column that is filled in at another time."""
        return self._make({"bold": True, "font_color": "#FFFFFF", "bg_color": QUIET, "text_wrap": True, **_INSET})

    @cached_property
    def help(self) -> Format:
        """The line of help under a heading."""
        quiet = {"italic": True, "font_size": 9, "font_color": QUIET, "bg_color": PANEL}
        return self._make({**quiet, "text_wrap": True, **_INSET, **_HAIRLINE})

    @cached_property
    def label(self) -> Format:
        """A question or the heading of a section at the left of its text."""
        return self._make({"bold": True, "text_wrap": True, **_INSET, **_HAIRLINE})

    @cached_property
    def words(self) -> Format:
        """Text of ours that is read and not changed."""
        return self._make({"text_wrap": True, **_INSET, **_HAIRLINE})

    @cached_property
    def hint(self) -> Format:
        """Help beside a question."""
        return self._make(
            {"text_wrap": True, "font_size": 9, "font_color": QUIET, "italic": True, **_INSET, **_HAIRLINE}
        )

    @cached_property
    def link(self) -> Format:
        """A link to another sheet."""
        return self._make(
            {"font_color": "#1D70B8", "underline": 1, "bold": True, "text_wrap": True, **_INSET, **_HAIRLINE}
        )

    @cached_property
    def count(self) -> Format:
        """A number that a formula keeps."""
        return self._make({"num_format": "0", **_INSET, **_HAIRLINE})

    @cached_property
    def needs(self) -> Format:
        """What a row still needs. General and not text, or Excel would show the formula once somebody edits it."""
        return self._make({"text_wrap": True, "italic": True, "bg_color": PANEL, **_INSET, **_HAIRLINE})

    @cached_property
    def attention(self) -> Format:
        """Laid over a cell whose words ask for something."""
        return self._book.add_format({"bold": True, "bg_color": ATTENTION, "font_color": INK})

    def _make(self, properties: Mapping[str, object]) -> Format:
        return self._book.add_format({**FONT, **properties})
