"""What LibreOffice leaves undone in a PDF: described links, tags that mean what they say, bytes without a clock.

Same documents and same LibreOffice, same bytes: the moment of making, the random identity of the file and the checksum
over them are taken out, and an identity is given that is worked out from what the PDF holds. What cannot be helped:
another version of LibreOffice, and other fonts on the machine, give other bytes, and may break pages elsewhere.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from svcdocs.pdf.pages import place_in, places_of

_STANDARD: Final = ("/Figure", "/Table", "/Form", "/Formula", "/Caption", "/Index", "/Note", "/Quote", "/Code")
"""Tags of the standard (ISO 32000-1, 14.8.4) that may be the name of a style as well, and that no style means."""
_MOMENTS: Final = re.compile(
    rb"\s*<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\1>|\s*<dc:date>.*?</dc:date>", re.DOTALL
)


def finished(pdf: bytes, headings: Mapping[str, str]) -> bytes:
    """The PDF with every link described and every picture known as one, and without the moment in which it was made.

    ``headings`` gives what a heading says by its bookmark; a link to another place is described by its address.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    by_place = {place: headings[mark] for mark, place in places_of(writer).items() if mark in headings}
    for page in writer.pages:
        links = [one.get_object() for one in page.get("/Annots", ()) if one.get_object().get("/Subtype") == "/Link"]
        for link in links:
            _describe(link, by_place)
        if links:
            page[NameObject("/Tabs")] = NameObject("/S")  # the order of the keyboard is that of the text
    _restore_tags(writer)
    _forget_moments(writer)
    return _with_identity(writer)


def _describe(link: DictionaryObject, by_place: Mapping[tuple[int, float, float], str]) -> None:
    if str(link.get("/Contents", "")).strip():
        return
    if "/Dest" in link and isinstance(link["/Dest"], ArrayObject):
        heading = by_place.get(place_in(link["/Dest"]), "")
        said = f"Go to {heading}" if heading else "Go to another place in this document"
    else:
        action = link.get("/A", DictionaryObject()).get_object()
        address = action.get("/URI", "") if isinstance(action, DictionaryObject) else ""
        said = f"Open {address}" if address else "Go to another place"
    link[NameObject("/Contents")] = TextStringObject(said)


def _restore_tags(writer: PdfWriter) -> None:
    """Give tags that the standard has their meaning back.

    LibreOffice tags a paragraph with the name of its style and says what that stands for. Where a style is called
    Figure, all pictures become paragraphs by that, and their descriptions are lost to readers.
    """
    tree = writer.root_object.get("/StructTreeRoot", DictionaryObject()).get_object()
    roles = tree.get("/RoleMap", DictionaryObject()).get_object()
    taken = {tag: roles[tag] for tag in _STANDARD if tag in roles}
    if not taken:
        return
    for element in _elements(tree):
        tag = str(element["/S"])
        if tag in taken and "/Alt" not in element:
            element[NameObject("/S")] = taken[tag]
    for tag in taken:
        del roles[tag]


def _elements(above: DictionaryObject) -> Iterator[DictionaryObject]:
    held = above.get("/K", ArrayObject())
    held = held.get_object()
    for one in held if isinstance(held, ArrayObject) else [held]:
        element = one.get_object()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            yield from _elements(element)


def _forget_moments(writer: PdfWriter) -> None:
    held = dict(writer.metadata or {})
    kept = {name: str(said) for name, said in held.items() if name not in ("/CreationDate", "/ModDate")}
    writer.metadata = kept
    about = writer.root_object.get("/Metadata")
    stream = about.get_object() if about is not None else None
    if isinstance(stream, StreamObject):
        stream.set_data(_MOMENTS.sub(b"", stream.get_data()))


def _with_identity(writer: PdfWriter) -> bytes:
    """The bytes of a PDF whose identity, at its very end, is worked out from all that stands before it."""
    nobody = ByteStringObject(bytes(16))
    writer._ID = ArrayObject([nobody, nobody])  # noqa: SLF001 - pypdf has no public way to set it
    made = io.BytesIO()
    writer.write(made)
    body, trailer, end = made.getvalue().rpartition(b"trailer")
    identity = hashlib.sha256(body).hexdigest()[:32].encode()
    return body + trailer + end.replace(b"0" * 32, identity)
