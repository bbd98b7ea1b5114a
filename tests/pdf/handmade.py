"""A small PDF as LibreOffice makes them: two pages, bookmarks, links, a chart, and when it was made."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:date><rdf:Seq><rdf:li>{0}</rdf:li></rdf:Seq></dc:date>
<dc:title>Homes</dc:title><xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate></x:xmpmeta>"""


def handmade(moment: str = "D:20270112090000Z", links: int = 1, more: str = "") -> bytes:
    """A PDF in which the bookmark _Toc000000007 stands on page 2, with links to it and one to an address.

    ``more`` is put into what the PDF says of itself.
    """
    writer = PdfWriter()
    first, second = (writer.add_blank_page(595, 842) for _ in range(2))
    place = ArrayObject(
        [second.indirect_reference, NameObject("/XYZ"), FloatObject(62.3), FloatObject(700), NumberObject(0)]
    )
    other = ArrayObject(
        [second.indirect_reference, NameObject("/XYZ"), FloatObject(1), FloatObject(2), NumberObject(0)]
    )
    names = DictionaryObject({NameObject("/5FToc000000007"): place, NameObject("/other"): other})
    writer.root_object[NameObject("/Dests")] = names
    to_heading: dict[NameObject, PdfObject] = {NameObject("/Dest"): place}
    outside: dict[NameObject, PdfObject] = {
        NameObject("/A"): DictionaryObject({NameObject("/URI"): TextStringObject("https://example.org/")})
    }
    kinds: list[dict[NameObject, PdfObject]] = [to_heading] * links + [{NameObject("/Dest"): other}, outside]
    made = [
        DictionaryObject(
            {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Link"), **kind}
        )
        for kind in kinds
    ]
    first[NameObject("/Annots")] = ArrayObject([writer._add_object(one) for one in made])
    elements = ArrayObject([_tagged("/Figure", "A chart"), _tagged("/Figure", "")])
    roles = DictionaryObject({NameObject("/Figure"): NameObject("/P"), NameObject("/Lead In"): NameObject("/P")})
    tree = DictionaryObject({NameObject("/K"): elements, NameObject("/RoleMap"): roles})
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)
    about = StreamObject()
    about.set_data(XMP.format(moment).replace("</x:", f"{more}</x:").encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(about)
    writer.metadata = {"/Title": "Homes", "/CreationDate": moment, "/ModDate": moment}
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _tagged(tag: str, description: str) -> DictionaryObject:
    made = DictionaryObject({NameObject("/S"): NameObject(tag)})
    if description:
        made[NameObject("/Alt")] = TextStringObject(description)
    return made
