"""What LibreOffice and Word leave undone in a PDF: described links, tags that mean what they say, no trace of a clock.

Same documents and same LibreOffice, same bytes: the moment of making, the random identity of the file and the checksum
over them are taken out, and an identity is given that is worked out from what the PDF holds. What cannot be helped:
another version of LibreOffice, and other fonts on the machine, give other bytes, and may break pages elsewhere. Of Word
as much is not known.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from svcdocs.pdf.links import describe_links

_STANDARD: Final = ("/Figure", "/Table", "/Form", "/Formula", "/Caption", "/Index", "/Note", "/Quote", "/Code")
"""Tags of the standard (ISO 32000-1, 14.8.4) that may be the name of a style as well, and that no style means."""
_MOMENTS: Final = re.compile(
    rb"\s*<(xmp:(?:CreateDate|ModifyDate|MetadataDate)|xmpMM:(?:DocumentID|InstanceID))>[^<]*</\1>"
    rb"|\s*<dc:date>.*?</dc:date>",
    re.DOTALL,
)


def finished(pdf: bytes, headings: Mapping[str, str], *, title: str = "", language: str = "") -> bytes:
    """The PDF with every link described and every picture known as one, and without the moment in which it was made.

    ``headings`` gives what a heading says by its bookmark; ``title`` and ``language`` are those of the document, for a
    PDF that has none.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    describe_links(writer, headings)
    _say_what_it_is(writer, title, language)
    _restore_tags(writer)
    _forget_moments(writer)
    return _with_identity(writer)


def _say_what_it_is(writer: PdfWriter, title: str, language: str) -> None:
    """Give the PDF the language and title of its document where it has none; show the title, and that it is tagged.

    That a PDF has tags is said of one that has; that it conforms to a standard is said of none.
    """
    root = writer.root_object
    if language and not str(root.get("/Lang", "")).strip():
        root[NameObject("/Lang")] = TextStringObject(language)
    has_title = writer.metadata is not None and bool((writer.metadata.title or "").strip())
    if title and not has_title:
        writer.add_metadata({"/Title": title})
    if title or has_title:
        _entries_of(root, "/ViewerPreferences")[NameObject("/DisplayDocTitle")] = BooleanObject(value=True)
    if "/StructTreeRoot" in root:
        _entries_of(root, "/MarkInfo")[NameObject("/Marked")] = BooleanObject(value=True)


def _entries_of(root: DictionaryObject, name: str) -> DictionaryObject:
    """The dictionary of that name below the root; an empty one is put there where there is none."""
    found = root.get(name, DictionaryObject()).get_object()
    if not isinstance(found, DictionaryObject):
        found = DictionaryObject()
    if name not in root:
        root[NameObject(name)] = found
    return found


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
