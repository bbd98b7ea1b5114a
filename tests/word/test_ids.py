"""Ids are unique over the whole document, however often loops turn."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections import Counter

from svcdocs.word import Picture
from tests.word.building import contents, docx, h, p, part, run
from tests.word.contexts import Group, Plan, png, render

_BOX = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Line"/></wp:inline></w:drawing></w:r>'
_SHAPE = '<w:r><w:pict><v:shape id="s1"/></w:pict></w:r>'
MARKED = '<w:bookmarkStart w:name="target" w:id="3"/>' + run("x") + '<w:bookmarkEnd w:id="3"/>'
LINK = '<w:hyperlink w:anchor="target">' + run("go") + "</w:hyperlink>"
BODY = (
    contents(), p(_BOX), p("{%p for g in groups %}"), h("{{ g.title }}"), p(_BOX, _SHAPE, MARKED, LINK), p("{{ logo }}"),
    f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{p("in")}</w:sdtContent></w:sdt>', p("{%p endfor %}"),
)  # fmt: skip
PLAN = Plan(groups=(Group("A"), Group("B"), Group("C")))


def document() -> bytes:
    return render(docx(*BODY, header=p(_BOX, MARKED.replace("target", "other"))), PLAN)


def found(pattern: str) -> list[str]:
    made = document()
    return [
        match for name in ("word/document.xml", "word/header.xml") for match in re.findall(pattern, part(made, name))
    ]


def unique(values: list[str]) -> bool:
    return bool(values) and max(Counter(values).values()) == 1


def test_drawings_have_ids_of_their_own() -> None:
    ids = found(r'<wp:docPr id="(\d+)"')
    assert len(ids) == 8
    assert unique(ids)


def test_bookmarks_have_ids_and_names_of_their_own_and_each_has_an_end() -> None:
    ids, names = found(r'<w:bookmarkStart [^>]*w:id="(\d+)"'), found(r'<w:bookmarkStart [^>]*w:name="([^"]+)"')
    assert len(ids) == 7
    assert unique(ids)
    assert unique(names)
    assert sorted(found(r'<w:bookmarkEnd w:id="(\d+)"')) == sorted(ids)


def test_links_to_a_bookmark_in_a_loop_go_to_the_one_of_their_turn() -> None:
    names = found(r'w:name="(target[^"]*)"')
    assert found(r'w:anchor="(target[^"]*)"') == names
    assert len(set(names)) == 3


def test_optional_ids_in_loops_are_left_out() -> None:
    made = part(document())
    assert "v:shape id=" not in made
    assert '<w:id w:val="5"/>' not in made


def test_a_bookmark_that_is_cut_by_a_condition_is_left_out() -> None:
    body = docx(
        p('<w:bookmarkStart w:id="3" w:name="cut"/>', "a"),
        p("{%p if flag %}"),
        p("b", '<w:bookmarkEnd w:id="3"/>'),
        p("{%p endif %}"),
    )
    assert "bookmark" not in part(render(body))


def test_pictures_and_drawings_share_no_id() -> None:
    plan = Plan(groups=PLAN.groups, logo=Picture(png(9), "Other", 5, 5))
    made = part(render(docx(*BODY), plan))
    assert unique(re.findall(r'<wp:docPr id="(\d+)"', made))
