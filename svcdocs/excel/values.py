"""Puts a prefilled value into a cell as the text it is, whatever it looks like."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.spec import CellValue
from svcdocs.excel.spec_laws import plain_text
from svcdocs.model.text import Run

_PLAIN = CellLook()


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
        pieces = [item for run in stretches for item in (look.marks(bold=run.bold, italic=run.italic), run.text)]
        if code := sheet.write_rich_string(*at, *pieces, look.data(cell)):
            raise ValueError(f"a rich text could not be written (code {code}): {text[:40]!r}")
    else:
        sheet.write_string(*at, text, look.data(cell))


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


def _taken_for_markup(text: str) -> bool:
    """XlsxWriter takes text of this form for rich text of its own and would copy it into the file as it stands."""
    return text.startswith("<r>") and text.endswith("</r>")
