"""A second opinion: what openpyxl sees in a workbook where our own reader saw nothing.

Slower by far, and a file made to do harm can hold it up, so it is asked only when somebody wants to be sure.
"""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from svcdocs.excel.cells import CellBook, column_letters


class Unseen(NamedTuple):
    """A cell in which only the second reader sees something."""

    sheet: str
    cell: str
    text: str


def unseen(content: bytes, book: CellBook) -> list[Unseen]:
    """The cells of a workbook that openpyxl finds filled and ``book``, our reading of the same bytes, leaves blank.

    Empty where openpyxl cannot read the workbook at all: then there is no second opinion.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 (a quarter of a second that only this needs)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl would drop on saving matters only to those who save
            second = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 (it raises whatever a damaged part makes it raise)
        return []
    found = []
    for sheet in second.worksheets:
        ours = book.sheet(sheet.title)
        for number, row in enumerate(sheet.iter_rows(values_only=True), sheet.min_row):
            for column, value in enumerate(row, sheet.min_column):
                text = "" if value is None else str(value).strip()
                if text and (ours is None or ours.cell(number, column) is None):
                    found.append(Unseen(sheet.title, f"{column_letters(column)}{number}", text))
    return found
