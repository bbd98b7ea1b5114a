"""Which program of this machine makes PDFs: LibreOffice or Microsoft Word, or the reasons why there is none."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from svcdocs.commands.programs import libreoffice, word
from svcdocs.errors import SvcdocsError
from svcdocs.project import SETTINGS_FILE
from svcdocs.word.links import without_tips

if TYPE_CHECKING:
    from svcdocs.pdf.converter import Converter

ON_WINDOWS: Final = os.name == "nt"
"""Word for the Mac has none of the members that we ask it for."""
_INSTALL: Final = "install LibreOffice, which is free"
_WITHOUT: Final = "build without --pdf and save as PDF in Word"


@dataclass(frozen=True, slots=True)
class PdfProgram:
    """A program that makes PDFs: what it is called, what starts it, and what makes a document ready for it."""

    name: str
    start: Callable[[], Converter]
    ready: Callable[[bytes], bytes]


def pdf_program(asked: str = "") -> PdfProgram:
    """The program that makes PDFs on this machine. Nothing is started yet.

    ``asked`` is what the settings ask for, word or libreoffice; without it LibreOffice comes first, since what it makes
    can be tested, and Word where there is no LibreOffice.

    Raises:
        SvcdocsError: it is not there, or neither is; it says where they were looked for.
    """
    if asked:
        found = _WAYS[asked]()
        if isinstance(found, str):
            other = "libreoffice" if asked == "word" else "word"
            hint = f'take the line pdf = "{asked}" out of {SETTINGS_FILE}, or write "{other}" there'
            raise SvcdocsError(f"no PDFs can be made: {SETTINGS_FILE} asks for {asked}, and {found}", hint)
        return found
    why = []
    for way, find in _WAYS.items():
        found = find()
        if not isinstance(found, str):
            return found
        if way != "word" or ON_WINDOWS:
            why.append(found)
    raise SvcdocsError(f"no PDFs can be made: {', and '.join(why)}", f"{_INSTALL}, or {_WITHOUT}")


def _libreoffice() -> PdfProgram | str:
    """LibreOffice, or why it cannot be used."""
    found = libreoffice()
    if found.path is None:
        return f"LibreOffice was not found (looked in {'; '.join(found.looked)})"
    path = found.path

    def start() -> Converter:
        from svcdocs.pdf.office import Office  # noqa: PLC0415 - a build without PDFs loads nothing that makes them

        return Office(path)

    return PdfProgram("LibreOffice", start, without_tips)


def _word() -> PdfProgram | str:
    """Word, or why it cannot be used."""
    if not ON_WINDOWS:
        return "Microsoft Word makes them on Windows only"
    found = word()
    if found.path is None:
        return f"Microsoft Word was not found (looked in {'; '.join(found.looked)})"
    if importlib.util.find_spec("win32com") is None:
        return "what asks Microsoft Word for them, the package pywin32, is not installed"

    def start() -> Converter:
        from svcdocs.pdf.word import Word  # noqa: PLC0415 - as above

        return Word()

    return PdfProgram("Microsoft Word", start, bytes)


_WAYS: Final = {"libreoffice": _libreoffice, "word": _word}
