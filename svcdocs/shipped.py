"""The files that come with svcdocs: they lie beside the package in a checkout, and inside it once installed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from svcdocs.errors import SvcdocsError

_PACKAGE = Path(__file__).resolve().parent


def doc_templates() -> Mapping[str, Path]:
    """The built-in Word templates by name ("service-plan"), in the order of their names."""
    return _files("doc_templates", ".docx")


def doc_template(name: str) -> Path:
    """One built-in Word template.

    Raises:
        SvcdocsError: no template has that name.
    """
    return _named(name, doc_templates(), "Word template")


def workbook_templates() -> Mapping[str, Path]:
    """The built-in Excel files by name, in the order of their names."""
    return _files("workbook_templates", ".xlsx")


def workbook_template(name: str) -> Path:
    """One built-in Excel file.

    Raises:
        SvcdocsError: no file has that name.
    """
    return _named(name, workbook_templates(), "workbook template")


def _named(name: str, files: Mapping[str, Path], kind: str) -> Path:
    if name in files:
        return files[name]
    near = difflib.get_close_matches(name, files, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(files) or 'none'}"
    raise SvcdocsError(f"there is no built-in {kind} '{name}'", hint)


def _files(folder: str, suffix: str) -> Mapping[str, Path]:
    found = sorted(_place(folder).glob(f"*{suffix}"))
    return MappingProxyType({file.stem: file for file in found if not file.name.startswith(("~$", "."))})


def _place(folder: str) -> Path:
    """Where a folder is: the wheel carries it under _shipped, a checkout has it at the top of the tree."""
    for place in (_PACKAGE / "_shipped" / folder, _PACKAGE.parent / folder):
        if place.is_dir():
            return place
    raise SvcdocsError(f"svcdocs is not completely installed: {folder} is missing", "install it again")
