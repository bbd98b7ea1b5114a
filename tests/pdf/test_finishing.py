from __future__ import annotations

import io

import pikepdf
from pypdf import PdfReader

from svcdocs.pdf.finishing import finished
from svcdocs.pdf.pages import pages_of
from tests.pdf.handmade import handmade

HEADINGS = {"_Toc000000007": "2 Our customers"}


def descriptions(pdf: bytes) -> list[str]:
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    return [str(one.get_object()["/Contents"]) for one in page["/Annots"]]  # type: ignore[attr-defined]


def test_every_link_says_where_it_goes() -> None:
    assert descriptions(finished(handmade(links=2), HEADINGS)) == [
        "Go to 2 Our customers",
        "Go to 2 Our customers",
        "Go to another place in this document",
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
