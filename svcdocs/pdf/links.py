"""The links of a PDF described in words, for those who hear it: where each leads, as far as the PDF itself tells.

LibreOffice writes the bookmark of each heading into its PDF. Word writes only the place to which a link leads: there it
is known by the heading that stands at that place in the PDF's own list of headings, else by its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from svcdocs.pdf.pages import Place, place_in, places_of

_NEAR: Final = 6.0
"""By so many points the place of a link may lie above or below that of its heading: half a line of small text."""


def describe_links(writer: PdfWriter, headings: Mapping[str, str]) -> None:
    """Describe every link that is not described yet, in place.

    ``headings`` gives what a heading says by its bookmark; a link to another place is described by its page or address.
    """
    targets = _Targets(writer, headings)
    for page in writer.pages:
        links = [one.get_object() for one in page.get("/Annots", ()) if one.get_object().get("/Subtype") == "/Link"]
        for link in links:
            if not str(link.get("/Contents", "")).strip():
                link[NameObject("/Contents")] = TextStringObject(targets.said_of(link))
        if links:
            page[NameObject("/Tabs")] = NameObject("/S")  # the order of the keyboard is that of the text


class _Targets:
    """The places of a PDF to which links lead, and what can be said of each."""

    def __init__(self, writer: PdfWriter, headings: Mapping[str, str]) -> None:
        self._old_names = _entries(writer.root_object.get("/Dests"))
        self._names = writer.named_destinations
        pages = (page.indirect_reference for page in writer.pages)
        self._numbers = {page.idnum: number for number, page in enumerate(pages, 1) if page is not None}
        self._marked = {place: headings[mark] for mark, place in places_of(writer).items() if mark in headings}
        self._listed = [(place, title) for place, title in _listed(writer.outline) if place.page in self._numbers]

    def said_of(self, link: DictionaryObject) -> str:
        action = _entries(link.get("/A"))
        if "/URI" in action:
            return f"Open {action['/URI']}"
        place = self._place(link.get("/Dest", action.get("/D")))
        if place is None or place.page not in self._numbers:
            return "Go to another place"
        heading = self._marked.get(place) or self._heading_near(place)
        return f"Go to {heading or f'page {self._numbers[place.page]}'}"

    def _place(self, destination: Any) -> Place | None:
        """A destination as a place on a page; one that is only named is looked up."""
        found = destination.get_object() if destination is not None else None
        if isinstance(found, NameObject):
            found = self._old_names.get(found)
        elif isinstance(found, str):
            named = self._names.get(found)
            found = named.dest_array if named is not None else None
        found = found.get_object() if found is not None else None
        return place_in(_entries(found).get("/D", found))

    def _heading_near(self, place: Place) -> str:
        """The heading in the list that stands there; empty where none does."""
        near = [
            (abs(one.down - place.down), title)
            for one, title in self._listed
            if one.page == place.page and one.down is not None and place.down is not None
        ]
        distance, title = min(near, default=(_NEAR, ""), key=lambda one: one[0])
        return title if distance < _NEAR else ""


def _listed(outline: Any) -> Iterator[tuple[Place, str]]:
    """The headings of a PDF's own list, with those below them, and where each stands."""
    for one in outline:
        if isinstance(one, list):
            yield from _listed(one)
        elif (place := place_in(one.dest_array)) is not None and one.title:
            yield place, " ".join(one.title.split())


def _entries(what: Any) -> DictionaryObject:
    found = what.get_object() if what is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
