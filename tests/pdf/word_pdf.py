"""What Word would make of a document: its headings on pages, and a small PDF built as Word builds them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from svcdocs.word.outline import contents_of, core_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOP = 740.0


@dataclass(frozen=True)
class Layout:
    """Headings with their text and page by their bookmarks, the links of the contents in order, title and language."""

    texts: dict[str, str]
    pages: dict[str, int]
    links: list[str]
    title: str
    language: str

    @property
    def count(self) -> int:
        return max([2, *self.pages.values()])

    def height(self, mark: str) -> float:
        """How high on its page a heading stands."""
        above = [one for one, page in self.pages.items() if page == self.pages[mark]]
        return _TOP - 300 * above.index(mark)


def laid_out(document: bytes) -> Layout:
    """Two headings on a page, from the third on; where the contents have numbers they go over to another page."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    texts = {entry.bookmark: entry.text for entry in contents_of(document)}
    has_numbers = any("PAGEREF" in (one.text or "") for one in root.iter(f"{_W}instrText"))
    first = 4 if has_numbers else 3
    pages = {mark: first + number // 2 for number, mark in enumerate(texts)}
    links = [str(one.get(f"{_W}anchor")) for one in root.iter(f"{_W}hyperlink") if one.get(f"{_W}anchor") in texts]
    core = core_of(document)
    return Layout(texts, pages, links, core["title"], core["language"])


def word_pdf(layout: Layout, *, is_tagged: bool = True, lists_headings: bool = True) -> bytes:
    """The PDF of a layout: links lead to places without names and have no descriptions, headings form a list."""
    writer = PdfWriter()
    pages = [writer.add_blank_page(595, 842) for _ in range(layout.count)]

    def place(mark: str, down: float) -> ArrayObject:
        page = pages[layout.pages[mark] - 1].indirect_reference
        return ArrayObject([page, NameObject("/XYZ"), FloatObject(72), FloatObject(down), NumberObject(0)])

    links = ArrayObject()
    for mark in layout.links:
        link = DictionaryObject({
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Dest"): place(mark, layout.height(mark)),
        })  # fmt: skip
        links.append(writer._add_object(link))
    pages[1][NameObject("/Annots")] = links
    for mark, text in layout.texts.items() if lists_headings else ():
        item = writer.add_outline_item(title=text, page_number=layout.pages[mark] - 1)
        entry = item.get_object()
        assert isinstance(entry, DictionaryObject)
        del entry["/A"]
        entry[NameObject("/Dest")] = place(mark, layout.height(mark) + 1.5)
    if is_tagged:
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)
        marked = DictionaryObject({NameObject("/Marked"): BooleanObject(value=True)})
        writer.root_object[NameObject("/MarkInfo")] = marked
    writer.root_object[NameObject("/Lang")] = TextStringObject(layout.language)
    writer.metadata = {"/Title": layout.title, "/CreationDate": "D:20270112090000Z"}
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
