"""A person at the keyboard of LibreOffice Calc: ``python keyboard.py in.xlsx out.xlsx|out.ods|out.xls steps.json``.

A program of its own, since it needs the Python that LibreOffice's bridge is made for. The steps are a list of
``["type", sheet, cell, text]`` (Calc reads dates, numbers and per cents out of the text, as at the keyboard),
``["insert rows", sheet, before, count]``, ``["delete rows", sheet, first, count]``, ``["sort", sheet, range, column]``,
``["rename", sheet, name]``, ``["move column", sheet, from, before]``, ``["hide row", sheet, row]``,
``["copy sheet", sheet, name]`` and ``["comment", sheet, cell, text]``; rows and columns count from 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

_BRITISH = Locale("en", "GB", "")
_PATIENCE = 90  # seconds for the program to start


def main(source: str, target: str, steps: list[list[Any]], program: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"keyboard{time.monotonic_ns()}"
        office = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                "--nofirststartwizard",
                f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            ]
        )
        try:
            context = _connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, _properties(Hidden=True))
            for what, sheet, *how in steps:
                _STEPS[what](book, context, sheet, *how)
            filters = {".ods": "calc8", ".xls": "MS Excel 97"}
            name = filters.get(Path(target).suffix, "Calc MS Excel 2007 XML")
            book.storeToURL(Path(target).as_uri(), _properties(FilterName=name))
            book.close(True)  # noqa: FBT003 - the bridge takes arguments by their places
            desktop.terminate()
            office.wait(_PATIENCE)
        finally:
            office.kill()


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_PATIENCE * 5):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise TimeoutError("LibreOffice did not start")


def _properties(**values: Any) -> tuple[Any, ...]:
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def _type(book: Any, context: Any, sheet: str, at: str, text: str) -> None:
    """Type into a cell: where it is not formatted as text, Calc makes of the characters what it will."""
    cell = book.Sheets.getByName(sheet).getCellRangeByName(at)
    formats = book.NumberFormats
    if formats.getByKey(cell.NumberFormat).Type & uno.getConstantByName("com.sun.star.util.NumberFormat.TEXT"):
        cell.String = text
        return
    formatter = context.ServiceManager.createInstanceWithContext("com.sun.star.util.NumberFormatter", context)
    formatter.attachNumberFormatsSupplier(book)
    try:
        standard = formats.getStandardFormat(0, _BRITISH)
        detected = formatter.detectNumberFormat(standard, text)
        cell.Value = formatter.convertStringToNumber(detected, text)
        cell.NumberFormat = detected
    except Exception:  # noqa: BLE001 - the bridge's own classes: what is no number is text
        cell.String = text


def _insert_rows(book: Any, _: Any, sheet: str, before: int, count: int) -> None:
    book.Sheets.getByName(sheet).Rows.insertByIndex(before - 1, count)


def _delete_rows(book: Any, _: Any, sheet: str, first: int, count: int) -> None:
    book.Sheets.getByName(sheet).Rows.removeByIndex(first - 1, count)


def _sort(book: Any, _: Any, sheet: str, area: str, column: int) -> None:
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = column - 1, False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    how = _properties(SortFields=fields, ContainsHeader=False)
    uno.invoke(book.Sheets.getByName(sheet).getCellRangeByName(area), "sort", (how,))


def _rename(book: Any, _: Any, sheet: str, name: str) -> None:
    book.Sheets.getByName(sheet).Name = name


def _move_column(book: Any, _: Any, sheet: str, column: int, before: int) -> None:
    tab = book.Sheets.getByName(sheet)
    tab.Columns.insertByIndex(before - 1, 1)
    now = column if column < before else column + 1
    tab.moveRange(tab.getCellByPosition(before - 1, 0).CellAddress, tab.Columns.getByIndex(now - 1).RangeAddress)
    tab.Columns.removeByIndex(now - 1, 1)


def _hide_row(book: Any, _: Any, sheet: str, row: int) -> None:
    book.Sheets.getByName(sheet).Rows.getByIndex(row - 1).IsVisible = False


def _copy_sheet(book: Any, _: Any, sheet: str, name: str) -> None:
    book.Sheets.copyByName(sheet, name, book.Sheets.Count)


def _comment(book: Any, _: Any, sheet: str, at: str, text: str) -> None:
    tab = book.Sheets.getByName(sheet)
    tab.Annotations.insertNew(tab.getCellRangeByName(at).CellAddress, text)


_STEPS: dict[str, Callable[..., None]] = {
    "type": _type,
    "insert rows": _insert_rows,
    "delete rows": _delete_rows,
    "sort": _sort,
    "rename": _rename,
    "move column": _move_column,
    "hide row": _hide_row,
    "copy sheet": _copy_sheet,
    "comment": _comment,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text(encoding="utf-8")), sys.argv[4])
