"""Properties of a document: given by the caller, else by the template; nothing counted in the template is left."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import datetime as dt

from svcdocs.word import Properties, Template
from tests.word.building import docx, p, part, zipped
from tests.word.contexts import Plan

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def with_statistics() -> bytes:
    app = f'<Properties xmlns="{_APP}"><Pages>9</Pages><TotalTime>3</TotalTime><Company>{{{{ title }}}}</Company></Properties>'
    links = part(docx(p("x")), "_rels/.rels").replace(
        "</Relationships>",
        f'<Relationship Id="rId7" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        f'<Relationship Id="rId8" Type="{_PACKAGE}/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>',
    )
    types = part(docx(p("x")), "[Content_Types].xml").replace(
        "</Types>",
        '<Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/docProps/app.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    )
    extra: dict[str, str | bytes] = {
        "docProps/app.xml": app,
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff",
        "_rels/.rels": links,
    }
    return docx(p("x"), parts={**extra, "[Content_Types].xml": types})


def test_what_was_counted_in_the_template_is_dropped_and_tags_there_are_printed() -> None:
    document = Template.compile(with_statistics(), Plan).render(Plan(title="A & B"))
    app = part(document, "docProps/app.xml")
    assert "<Company>A &amp; B</Company>" in app
    assert "Pages" not in app
    assert "thumbnail" not in part(document, "_rels/.rels")


def test_the_date_of_making_is_only_what_the_caller_gives() -> None:
    template = Template.compile(docx(p("x")), Plan)
    assert "dcterms:created" not in part(template.render(Plan()), "docProps/core.xml")
    dated = template.render(Plan(), Properties(created=dt.date(2027, 3, 31)))
    assert "2027-03-31T00:00:00Z</dcterms:created>" in part(dated, "docProps/core.xml")


def test_a_document_of_ours_can_be_a_template_again() -> None:
    first = Template.compile(docx(p("{{ logo }}"), header=p("{{ logo }}")), Plan).render(
        Plan(), Properties(custom={"Note": "1"})
    )
    again = Template.compile(first, Plan, "again.docx").render(Plan())
    assert 'name="Note"><vt:lpwstr>1</vt:lpwstr>' in part(again, "docProps/custom.xml")
    assert part(again, "_rels/.rels").count("core-properties") == 1
    assert part(again, "[Content_Types].xml").count("docProps/core.xml") == 1


def test_names_of_ours_in_a_template_are_not_used_twice() -> None:
    first = Template.compile(docx(p("{{ logo }}")), Plan).render(Plan())
    with_tag = part(first).replace("</w:p>", "</w:p>" + p("{{ logo }}"), 1)
    from svcdocs.word.zipping import unpack

    parts = {**unpack(first, "x")[0], "word/document.xml": with_tag.encode()}
    document = Template.compile(zipped(parts), Plan).render(Plan())
    links = part(document, "word/_rels/document.xml.rels")
    assert links.count('Id="rIdSvcdocs1"') == links.count('Id="rIdSvcdocs2"') == 1
    assert "media/svcdocs1.png" in links
    assert "media/svcdocs2.png" in links


def test_a_word_template_file_becomes_a_document() -> None:
    types = part(docx(p("x")), "[Content_Types].xml").replace("document.main+xml", "template.main+xml")
    document = Template.compile(docx(p("x"), parts={"[Content_Types].xml": types}), Plan).render(Plan())
    assert "document.main+xml" in part(document, "[Content_Types].xml")
