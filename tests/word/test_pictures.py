"""Pictures: one file for each, described in words, linked from the part that shows them."""

from __future__ import annotations

import io
import zipfile

import pytest

from svcdocs.word import Picture
from svcdocs.word.outline import outline
from tests.word.building import docx, p, part
from tests.word.contexts import Group, Plan, png, render

DOT = Picture(png(), 'A "dot" & more', 20, 10)
BODY = (
    p("Logo: {{ logo }} end"),
    p("{%p for g in groups %}"),
    p("{% if g.logo %}{{ g.logo }}{% endif %}"),
    p("{%p endfor %}"),
)
PLAN = Plan(logo=DOT, groups=(Group("a", (), DOT), Group("b", (), Picture(png(7), "Grey", 5, 5)), Group("c")))


def test_a_picture_is_shown_with_its_description_and_size() -> None:
    document = render(docx(*BODY), PLAN)
    assert outline(document).splitlines()[:2] == ["Logo:  end", '  (picture: A "dot" & more)']
    assert '<wp:extent cx="720000" cy="360000"/>' in part(document)


def test_the_same_picture_is_stored_once() -> None:
    with zipfile.ZipFile(io.BytesIO(render(docx(*BODY), PLAN))) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert [archive.read(name) for name in media] == [png(), png(7)]
    assert 'Extension="png" ContentType="image/png"' in part(render(docx(*BODY), PLAN), "[Content_Types].xml")


def test_each_part_links_its_own_pictures() -> None:
    document = render(docx(*BODY, header=p("{{ logo }}")), PLAN)
    assert part(document, "word/_rels/header.xml.rels").count("media/svcdocs1.png") == 1
    assert part(document, "word/_rels/document.xml.rels").count("media/svcdocs") == 2


@pytest.mark.parametrize(
    ("data", "words", "width", "message"),
    [(b"GIF89a", "x", 1, "PNG or JPEG"), (png(), " ", 1, "description"), (png(), "x", 0, "width")],
)
def test_a_picture_that_cannot_be_shown_or_told_is_refused(data: bytes, words: str, width: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Picture(data, words, width, 1)
