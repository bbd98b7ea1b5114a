"""Puts a prefilled value into a cell as the text it is, whatever it looks like."""

from __future__ import annotations

import re

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.spec import CellValue
from svcdocs.excel.spec_laws import plain_text
from svcdocs.model.text import Run

_PLAIN = CellLook()
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Two characters Unicode keeps for the inner use of programs; one in a value is itself put between them."""
_TO_ESCAPE = re.compile(f"[\x00-\x08\x0b-\x1f\ufffe\uffff{_OPEN}]|_(?=x[0-9A-Fa-f]{{4}}_)")
_SET_ASIDE = re.compile(f"{_OPEN}([0-9A-F]{{4}}){_CLOSE}".encode())


def write_value(sheet: Worksheet, at: tuple[int, int], value: CellValue, look: Look, cell: CellLook = _PLAIN) -> None:
    """Writes one value at (row, column), counted from 0; an empty one leaves a formatted blank cell."""
    runs = _merged(value)
    text = "".join(run.text for run in runs)
    if not text:
        sheet.write_blank(*at, None, look.data(cell))
    elif len(runs) == 1 and len(text) == 1 and (runs[0].bold or runs[0].italic):
        # Rich text needs two stretches, so a single marked sign is marked through its cell.
        sheet.write_string(*at, text, look.data(cell._replace(bold=runs[0].bold, italic=runs[0].italic)))
    elif any(run.bold or run.italic for run in runs) or _taken_for_markup(text):
        stretches = runs if len(runs) > 1 else _halved(runs[0])
        pieces: list[Format | str] = []
        for run in stretches:
            pieces += [look.marks(bold=run.bold, italic=run.italic), _set_aside(run.text)]
        _must(sheet.write_rich_string(*at, *pieces, look.data(cell)), text)
    else:
        _must(sheet.write_string(*at, _set_aside(text), look.data(cell)), text)


def with_escapes(shared_strings: bytes) -> bytes:
    """The finished table of strings, with Excel's ``_xHHHH_`` for each character that was set aside while writing."""
    return _SET_ASIDE.sub(rb"_x\1_", shared_strings)


def is_blank(value: CellValue) -> bool:
    """Whether Excel's ``TRIM`` leaves nothing of a value."""
    return not plain_text(value).strip(" ")


def _merged(value: CellValue) -> list[Run]:
    """The stretches of a value with line ends as Excel keeps them, without empty ones, equal neighbours made one."""
    merged: list[Run] = []
    for run in (Run(text=value),) if isinstance(value, str) else value:
        text = run.text.replace("\r\n", "\n").replace("\r", "\n")
        if merged and (merged[-1].bold, merged[-1].italic) == (run.bold, run.italic):
            merged[-1] = Run(text=merged[-1].text + text, bold=run.bold, italic=run.italic)
        elif text:
            merged.append(Run(text=text, bold=run.bold, italic=run.italic))
    return merged


def _halved(run: Run) -> list[Run]:
    return [run.model_copy(update={"text": run.text[:1]}), run.model_copy(update={"text": run.text[1:]})]


def _set_aside(text: str) -> str:
    """A text in which what Excel wants escaped stands as its number between two markers.

    XlsxWriter escapes as well, but twice over in rich text, and not each of several escapes that share an underscore.
    """
    return _TO_ESCAPE.sub(lambda match: f"{_OPEN}{ord(match[0]):04X}{_CLOSE}", text)


def _must(code: int, text: str) -> None:
    if code:
        raise ValueError(f"a text is too long for its cell once it is escaped: {text[:40]!r}")


def _taken_for_markup(text: str) -> bool:
    """XlsxWriter takes text of this form for rich text of its own and would copy it into the file as it stands."""
    return text.startswith("<r>") and text.endswith("</r>")
