from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from svcdocs.pdf.links import describe_links
from tests.pdf.word_pdf import Layout, word_pdf

HEADINGS = {"_Toc1": "1 Aims", "_Toc2": "2 Our customers", "_Toc3": "Annex"}
LAYOUT = Layout(HEADINGS, {"_Toc1": 3, "_Toc2": 3, "_Toc3": 4}, ["_Toc1", "_Toc2", "_Toc3"], "Parks", "en-GB")


def described(writer: PdfWriter, page: int = 2) -> list[str]:
    describe_links(writer, {})
    return [str(one.get_object()["/Contents"]) for one in writer.pages[page - 1]["/Annots"]]  # type: ignore[attr-defined]


def linked(**entries: PdfObject) -> PdfWriter:
    """Three blank pages with one link on the second, with these entries."""
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    link: dict[NameObject, PdfObject] = {NameObject("/Subtype"): NameObject("/Link")}
    link |= {NameObject(f"/{name}"): value for name, value in entries.items()}
    writer.pages[1][NameObject("/Annots")] = ArrayObject([writer._add_object(DictionaryObject(link))])
    return writer


def place(writer: PdfWriter, page: int, kind: str = "/XYZ", *where: float) -> ArrayObject:
    points = [FloatObject(one) for one in where]
    return ArrayObject([writer.pages[page - 1].indirect_reference, NameObject(kind), *points])


def go_to(destination: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): destination})


def retargeted(writer: PdfWriter, key: str, value: PdfObject) -> PdfWriter:
    link = writer.pages[1]["/Annots"][0].get_object()  # type: ignore[index]
    link[NameObject(key)] = value
    return writer


def test_a_link_of_word_is_described_by_the_heading_that_stands_where_it_leads() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(word_pdf(LAYOUT))))
    assert described(writer) == ["Go to 1 Aims", "Go to 2 Our customers", "Go to Annex"]
    assert str(writer.pages[1]["/Tabs"]) == "/S"


def test_where_the_pdf_lists_no_headings_the_page_is_told() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(word_pdf(LAYOUT, lists_headings=False))))
    assert described(writer) == ["Go to page 3", "Go to page 3", "Go to page 4"]


def test_a_place_between_headings_is_told_by_its_page() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(word_pdf(LAYOUT))))
    assert described(retargeted(writer, "/Dest", place(writer, 3, "/XYZ", 72, 600, 0)))[0] == "Go to page 3"


@pytest.mark.parametrize("kind", ["/Fit", "/XYZ"])
def test_a_place_that_is_but_a_page_is_told_by_its_page(kind: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(word_pdf(LAYOUT))))
    whole = place(writer, 3, kind)
    whole += [NullObject()] * 3 if kind == "/XYZ" else []
    assert described(retargeted(writer, "/Dest", whole))[0] == "Go to page 3"


@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: DictionaryObject({NameObject("/D"): one})])
@pytest.mark.parametrize("is_old", [True, False])
def test_a_place_that_is_only_named_is_looked_up(is_old: bool, wrap: object) -> None:  # noqa: FBT001
    name: PdfObject = NameObject("/aims") if is_old else TextStringObject("aims")
    writer = linked(A=go_to(name))
    there = wrap(place(writer, 3, "/XYZ", 72, 700, 0))  # type: ignore[operator]
    if is_old:
        writer.root_object[NameObject("/Dests")] = DictionaryObject({NameObject("/aims"): there})
    else:
        tree = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("aims"), there])})
        names = DictionaryObject({NameObject("/Dests"): writer._add_object(tree)})
        writer.root_object[NameObject("/Names")] = names
    assert described(writer) == ["Go to page 3"]


def test_an_action_leads_where_a_destination_does() -> None:
    writer = linked()
    assert described(retargeted(writer, "/A", go_to(place(writer, 1, "/Fit")))) == ["Go to page 1"]


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"Dest": TextStringObject("nowhere")},
        {"Dest": NameObject("/nowhere")},
        {"Dest": ArrayObject()},
        {"A": go_to(ArrayObject([NumberObject(7), NameObject("/Fit")]))},
        {"A": DictionaryObject({NameObject("/S"): NameObject("/Launch")})},
    ],
)
def test_of_a_link_that_leads_nowhere_we_know_no_more_is_said(entries: dict[str, PdfObject]) -> None:
    assert described(linked(**entries)) == ["Go to another place"]


def test_an_address_is_told_and_a_description_that_is_there_is_kept() -> None:
    address = DictionaryObject({NameObject("/URI"): TextStringObject("https://example.org/")})
    assert described(linked(A=address)) == ["Open https://example.org/"]
    assert described(linked(A=address, Contents=TextStringObject("Our map"))) == ["Our map"]
