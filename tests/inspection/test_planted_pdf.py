"""The checker for PDFs finds what is planted in a good one."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from svcdocs.pdf.finishing import finished
from svcdocs.pdf.office import Office
from svcdocs.word.links import without_tips
from svcdocs.word.outline import contents_of
from tests.documents.samples import context, png, printed
from tests.inspection.pdf import _walk, pdf_faults

Damage = Callable[[Any], object]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from tests.conftest import extra

    document = printed(context(pictures={"logo.png": png()}))
    with Office(Path(extra("libreoffice")), into=tmp_path_factory.mktemp("office")) as office:
        made = office.convert({"plan.docx": without_tips(document)})
    return finished(made["plan.docx"].pdf, {entry.bookmark: entry.text for entry in contents_of(document)})


def lacking(*names: str) -> Damage:
    """Without these entries of the document's root."""

    def damage(pdf: Any) -> None:
        for name in names:
            del pdf.Root[name]

    return damage


def tagged(tag: str, change: Damage) -> Damage:
    """A change to the first element with a tag."""

    def damage(pdf: Any) -> None:
        change(next(one for one in _walk(pdf.Root.StructTreeRoot) if str(one.S) == tag))

    return damage


def retagged(pattern: str, new: str) -> Damage:
    """All tags of a pattern become another."""

    def damage(pdf: Any) -> None:
        for one in _walk(pdf.Root.StructTreeRoot):
            if re.fullmatch(pattern, str(one.S)):
                one.S = pikepdf.Name(new)

    return damage


def about(old: bytes, new: bytes) -> Damage:
    """Another description of the document."""

    def damage(pdf: Any) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata.write(said.replace(old, new))

    return damage


def every_link(change: Damage) -> Damage:
    """A change to all links."""

    def damage(pdf: Any) -> None:
        for link in _links(pdf):
            change(link)

    return damage


def _links(pdf: Any) -> Iterator[Any]:
    for page in pdf.pages:
        yield from (one for one in page.obj.get("/Annots", []) if str(one.Subtype) == "/Link")


def _without(name: str) -> Damage:
    return lambda element: element.__delitem__(name)


def _with(name: str, value: Any) -> Damage:
    return lambda element: element.__setitem__(name, value)


def _without_font_file(pdf: Any) -> None:
    fonts = pdf.pages[0].obj.Resources.Font
    for font in fonts.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        for name in ("/FontFile", "/FontFile2", "/FontFile3"):
            if name in inner.FontDescriptor:
                del inner.FontDescriptor[name]


PLANTED: Mapping[str, tuple[str, Damage]] = {
    "no tags": ("untagged", lacking("/MarkInfo")),
    "no language": ("language", lacking("/Lang")),
    "another language": ("language", lambda pdf: pdf.Root.__setitem__("/Lang", "en-US")),
    "no title": ("title", lambda pdf: pdf.docinfo.__delitem__("/Title")),
    "a file's name shown for the title": ("title-not-shown", lacking("/ViewerPreferences")),
    "not said to be accessible": ("not-said-to-be-accessible", about(b"pdfuaid:part", b"pdfuaid:none")),
    "no bookmarks": ("no-bookmarks", lacking("/Outlines")),
    "when it was made": ("moment", lambda pdf: pdf.docinfo.__setitem__("/CreationDate", "D:2027")),
    "a heading of a level too deep": ("heading-skips", tagged("/H2", _with("/S", pikepdf.Name("/H5")))),
    "a picture without a description": ("figure-undescribed", tagged("/Figure", _without("/Alt"))),
    "a column heading that is a cell": ("table-without-headings", retagged("/TH", "/TD")),
    "a column heading of nothing": ("heading-without-scope", tagged("/TH", _without("/A"))),
    "no headings": ("no-headings", retagged("/H[1-6]", "/P")),
    "pictures that are paragraphs": (
        "tag-means-another",
        lambda pdf: pdf.Root.StructTreeRoot.RoleMap.__setitem__("/Figure", pikepdf.Name("/P")),
    ),
    "links that say nothing": ("link-undescribed", every_link(_without("/Contents"))),
    "links outside the tags": ("link-untagged", every_link(_without("/StructParent"))),
    "a keyboard that goes by rows": ("keyboard-order", lambda pdf: [_without("/Tabs")(p.obj) for p in pdf.pages]),
    "American paper": ("page-size", lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", [0, 0, 612, 792])),
    "a font of the machine": ("font-not-embedded", _without_font_file),
}


def test_nothing_is_found_in_a_good_pdf(good: bytes) -> None:
    assert pdf_faults(good) == []


@pytest.mark.parametrize("name", PLANTED)
def test_what_keeps_somebody_from_reading_a_pdf_is_found(good: bytes, name: str) -> None:
    rule, damage = PLANTED[name]
    with pikepdf.open(io.BytesIO(good)) as pdf:
        damage(pdf)
        made = io.BytesIO()
        pdf.save(made)
    assert rule in {fault.rule for fault in pdf_faults(made.getvalue())}
