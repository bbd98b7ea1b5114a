"""What the pages of a PDF tell: how many there are, and on which of them each bookmark of the document stands."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Final

from pypdf import PdfReader, PdfWriter

_HEADING: Final = re.compile(r"Toc\d+$")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a PDF: their count, and the page of each heading from 1, by the bookmark that it carries."""

    count: int
    of_headings: dict[str, int]


def pages_of(pdf: bytes) -> Pages:
    """Read the pages of a PDF that LibreOffice has made."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    found = {}
    for bookmark, place in places_of(reader).items():
        if place[0] in numbers:
            found[bookmark] = numbers[place[0]]
    return Pages(len(reader.pages), found)


def places_of(pdf: PdfReader | PdfWriter) -> dict[str, tuple[int, float, float]]:
    """Where each heading's bookmark stands: the number of the page's object, and the place on that page."""
    places = pdf.root_object.get("/Dests", {})
    found = {}
    for name, place in places.items():
        bookmark = _HEADING.search(name)  # LibreOffice writes the underscore before it as 5F
        if bookmark:
            found[f"_{bookmark.group()}"] = place_in(place.get_object())
    return found


def place_in(destination: list[object]) -> tuple[int, float, float]:
    """A destination as the number of the page's object and the place on it."""
    page, _, across, down, *_ = destination
    return int(getattr(page, "idnum", -1)), float(str(across)), float(str(down))
