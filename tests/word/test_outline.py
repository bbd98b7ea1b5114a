"""Outlines: what a document or template is made of, in text that people can review."""

from __future__ import annotations

from svcdocs.model.text import parse
from svcdocs.word.outline import core_of, outline, text_of
from svcdocs.word.properties import Properties
from svcdocs.word.template import Template
from tests.word.building import LANDSCAPE, cell, docx, h, p, row, section, table
from tests.word.contexts import Plan, render

TEMPLATE = docx(
    p("{{ title }}", style="Title"),
    section(LANDSCAPE),
    h("One"),
    h("Two", 2),
    p("Line\tand tab"),
    p("{{p intro }}", style="BodyText"),
    table(row("Ref", "Owner", header=True), row(cell("a", more='<w:shd w:val="clear" w:fill="00703C"/>'), "b")),
    header=p("Head", style="Header"),
    footer=p("Foot", style="Footer"),
)


def test_an_outline_shows_headings_styles_rows_sections_and_what_stands_around_the_text() -> None:
    document = render(TEMPLATE, Plan(title="Plan", intro=parse("a\n• b\n1) c")))
    assert outline(document).splitlines() == [
        "[Title] Plan",
        "",
        "-- section: landscape",
        "# One",
        "## Two",
        "Line → and tab",
        "a",
        "[List Bullet] • b",
        "[List Number] 1) c",
        "|= Ref | Owner",
        "| a (#00703C) | b",
        "",
        "-- section: portrait",
        "",
        "== header.xml",
        "[header] Head",
        "",
        "== footer.xml",
        "[footer] Foot",
    ]


def test_an_outline_of_a_template_shows_its_tags() -> None:
    assert outline(TEMPLATE).splitlines()[0] == "[Title] {{ title }}"
    assert "{{p intro }}" in outline(TEMPLATE)


def test_the_text_of_a_document_is_its_words_alone() -> None:
    assert text_of(TEMPLATE).split("\n")[-2:] == ["Head", "Foot"]


def test_a_document_says_its_title_and_language() -> None:
    template = Template.compile(TEMPLATE, Plan, "plan.docx")
    document = template.render(
        Plan(title="Plan", intro=parse("a")), Properties(title="Parks & trees", language="cy-GB")
    )
    said = core_of(document)
    assert (said["title"], said["language"], said["category"]) == ("Parks & trees", "cy-GB", "")
