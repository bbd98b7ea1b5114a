from __future__ import annotations

import io

import pikepdf
from pypdf import PdfReader

from svcdocs.pdf.finishing import finished
from svcdocs.pdf.pages import pages_of
from tests.pdf.handmade import handmade
from tests.pdf.word_pdf import Layout, word_pdf

HEADINGS = {"_Toc000000007": "2 Our customers"}


def layout(title: str = "Homes", language: str = "en-GB") -> Layout:
    return Layout({"_Toc1": "1 Aims"}, {"_Toc1": 3}, ["_Toc1"], title, language)


def descriptions(pdf: bytes) -> list[str]:
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    return [str(one.get_object()["/Contents"]) for one in page["/Annots"]]  # type: ignore[attr-defined]


def test_every_link_says_where_it_goes() -> None:
    assert descriptions(finished(handmade(links=2), HEADINGS)) == [
        "Go to 2 Our customers",
        "Go to 2 Our customers",
        "Go to page 2",
        "Open https://example.org/",
    ]


def test_a_description_that_is_there_is_kept() -> None:
    once = finished(handmade(), HEADINGS)
    assert descriptions(finished(once, {"_Toc000000007": "Another"}))[0] == "Go to 2 Our customers"


def test_the_keyboard_goes_through_links_in_the_order_of_the_text() -> None:
    with pikepdf.open(io.BytesIO(finished(handmade(), HEADINGS))) as pdf:
        assert str(pdf.pages[0].obj["/Tabs"]) == "/S"


def test_pictures_stay_pictures_where_a_style_of_paragraphs_is_called_figure() -> None:
    with pikepdf.open(io.BytesIO(finished(handmade(), HEADINGS))) as pdf:
        tree = pdf.Root.StructTreeRoot
        assert [str(one.S) for one in tree.K] == ["/Figure", "/P"]
        assert list(tree.RoleMap.keys()) == ["/Lead In"]


def test_the_moment_of_making_leaves_no_trace_and_the_title_stays() -> None:
    made = finished(handmade("D:20270112090000Z"), HEADINGS)
    assert made == finished(handmade("D:20281231235959Z"), HEADINGS)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        about = pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo["/Title"]) == "Homes"
        assert "/CreationDate" not in pdf.docinfo
        assert "/ModDate" not in pdf.docinfo
    assert b"<dc:title>Homes</dc:title>" in about
    assert b"2027" not in about


def test_another_pdf_has_another_identity() -> None:
    one, other = (PdfReader(io.BytesIO(finished(handmade(links=n), HEADINGS))).trailer["/ID"] for n in (1, 2))
    assert one != other


def test_a_finished_pdf_still_tells_its_pages() -> None:
    assert pages_of(finished(handmade(), HEADINGS)) == pages_of(handmade())


def test_language_and_title_are_those_of_the_document_where_a_pdf_has_none_and_tags_are_said_of_a_tagged_one() -> None:
    bare = word_pdf(layout(title="", language=""))
    with pikepdf.open(io.BytesIO(finished(bare, {}, title="Homes", language="cy-GB"))) as pdf:
        assert str(pdf.Root.Lang) == "cy-GB"
        assert str(pdf.docinfo["/Title"]) == "Homes"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_language_and_title_that_a_pdf_has_are_kept() -> None:
    own = word_pdf(layout(title="Parks", language="en-GB"))
    with pikepdf.open(io.BytesIO(finished(own, {}, title="Homes", language="cy-GB"))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "Parks"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_nothing_is_claimed_of_a_pdf_that_it_is_not() -> None:
    untagged = word_pdf(layout(), is_tagged=False)
    with pikepdf.open(io.BytesIO(finished(untagged, {}, title="Homes", language="en-GB"))) as pdf:
        assert "/MarkInfo" not in pdf.Root
        assert "/Metadata" not in pdf.Root  # where it would be said that it conforms to a standard


def test_the_random_names_that_word_gives_a_file_leave_no_trace() -> None:
    names = "<xmpMM:DocumentID>uuid:{0}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{0}</xmpMM:InstanceID>"
    with pikepdf.open(io.BytesIO(finished(handmade(more=names.format("5F1A-77")), {}))) as pdf:
        about = pdf.Root.Metadata.read_bytes()
    assert b"5F1A" not in about
    assert b"<dc:title>Homes</dc:title>" in about
