"""What the pages of a PDF tell: how many there are, and on which of them each bookmark of the document stands."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_HEADING: Final = re.compile(r"Toc\d+$")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a PDF: their count, and the page of each heading from 1, by the bookmark that it carries."""

    count: int
    of_headings: dict[str, int]


class Place(NamedTuple):
    """A place in a PDF: the number of the page's object, and points across and from below on it, where it says so."""

    page: int
    across: float | None
    down: float | None


def pages_of(pdf: bytes) -> Pages:
    """Read the pages of a PDF that LibreOffice has made, which says in it where each heading stands."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    found = {}
    for bookmark, place in places_of(reader).items():
        if place.page in numbers:
            found[bookmark] = numbers[place.page]
    return Pages(len(reader.pages), found)


def count_of(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def places_of(pdf: PdfReader | PdfWriter) -> dict[str, Place]:
    """Where each heading's bookmark stands, as LibreOffice writes it."""
    places = pdf.root_object.get("/Dests", DictionaryObject()).get_object()
    found = {}
    for name, there in places.items():
        bookmark = _HEADING.search(name)  # LibreOffice writes the underscore before it as 5F
        place = place_in(there.get_object()) if bookmark else None
        if bookmark and place:
            found[f"_{bookmark.group()}"] = place
    return found


def place_in(destination: Any) -> Place | None:
    """The place that a destination of a PDF names; None where it is none, or in another file."""
    if not isinstance(destination, ArrayObject) or not destination:
        return None
    page, kind, across, down, *_ = (*destination, None, None, None)
    if not isinstance(page, IndirectObject):
        return None
    is_point = kind == "/XYZ"  # other kinds show a whole page, or a stretch of it
    return Place(page.idnum, _points(across) if is_point else None, _points(down) if is_point else None)


def _points(said: Any) -> float | None:
    return float(said) if isinstance(said, int | float) else None
