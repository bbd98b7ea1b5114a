"""The documents beside the corporate plan, printed from a cycle without a folder."""

from __future__ import annotations

import io
from functools import cache
from pathlib import PurePosixPath

import openpyxl

from svcdocs.checks.abbreviations import short_forms
from svcdocs.commands.beside import contexts_of
from svcdocs.commands.printing import Ready, ready
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.annex_book import annex_book
from svcdocs.documents.beside import Front, style_of
from svcdocs.documents.report_papers import Files, background_papers
from svcdocs.excel.writing import write_book
from svcdocs.model.cycle import Cycle


@cache
def template(name: str) -> Ready:
    """The built-in template of a document, by the name of its file."""
    return ready(None, PurePosixPath(name).stem)


def contexts(cycle: Cycle, *, draft: bool = True) -> dict[str, Front]:
    """What each document prints, by the name of its file."""
    style = style_of(cycle, {}, draft=draft)
    services = {plan.service: f"{plan.service.lower()}.docx" for plan in cycle.plans}
    files = Files("corporate-plan.docx", "corporate-summary.docx", tuple("abcde"), "data.xlsx", services)
    return contexts_of(consolidate(cycle), style, short_forms(cycle), background_papers(files, style))


def printed(cycle: Cycle, *, draft: bool = True) -> dict[str, bytes]:
    """Each document, by the name of its file."""
    return {name: template(name).print(context) for name, context in contexts(cycle, draft=draft).items()}


def book_bytes(cycle: Cycle, *, draft: bool = True) -> bytes:
    """The spreadsheet."""
    style = style_of(cycle, {}, draft=draft)
    return write_book(annex_book(consolidate(cycle), style, short_forms(cycle)))


def book(cycle: Cycle, *, draft: bool = True) -> openpyxl.Workbook:
    """The spreadsheet as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(book_bytes(cycle, draft=draft)))


def rows(data: openpyxl.Workbook, sheet: str) -> list[dict[str, str]]:
    """The rows of a sheet by heading."""
    heads, *lines = [[str(cell) for cell in row] for row in data[sheet].iter_rows(values_only=True)]
    return [dict(zip(heads, line, strict=True)) for line in lines]
