from __future__ import annotations

from svcdocs.pdf.pages import pages_of
from tests.pdf.handmade import handmade


def test_pages_are_counted_and_each_heading_is_found_on_its_own() -> None:
    pages = pages_of(handmade())
    assert pages.count == 2
    assert pages.of_headings == {"_Toc000000007": 2}
