"""Diagrams: boxes and lines as shapes of Word's own, described in words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import etree

from svcdocs.word import Box, Diagram, Link, Template
from svcdocs.word.outline import text_of
from tests.word.building import docx, p, part


@dataclass(frozen=True, slots=True)
class Plan:
    drawn: Diagram


HEAD, TEAM = Box(("Homes & more", "9 FTE"), 10, 0, 40, 10, strong=True), Box(("Options",), 10, 20, 40, 10)
DIAGRAM = Diagram((HEAD, TEAM), (Link(30, 10, height=10),), "Homes with one team", 60, 30)


def rendered(diagram: Diagram) -> bytes:
    return Template.compile(docx(p("{{ drawn }}")), Plan, "plan.docx").render(Plan(diagram))


def test_the_words_of_each_box_stand_in_the_document_in_their_order() -> None:
    assert [line for line in text_of(rendered(DIAGRAM)).splitlines() if line] == ["Homes & more", "9 FTE", "Options"]


def test_a_diagram_is_described_and_each_of_its_shapes_has_an_id_of_its_own() -> None:
    root = etree.fromstring(part(rendered(DIAGRAM)).encode())
    (frame,) = root.iter("{*}docPr")
    assert frame.get("descr") == "Homes with one team"
    ids = [one.get("id") for one in root.iter("{*}docPr", "{*}cNvPr")]
    assert len(ids) == len(set(ids)) == 4


def test_colours_are_those_of_the_theme_and_a_box_is_never_dark_behind_its_words() -> None:
    xml = part(rendered(DIAGRAM))
    assert "srgbClr" not in xml
    assert 'val="bg1"' in xml
    assert xml.count("lumOff") == 1, "the tint of the one strong box"


def test_lines_lie_under_the_boxes() -> None:
    xml = part(rendered(DIAGRAM))
    assert xml.index('prst="line"') < xml.index('prst="rect"')


@pytest.mark.parametrize(
    ("boxes", "words", "width", "message"),
    [((), "x", 1, "a box"), ((HEAD,), " ", 1, "description"), ((HEAD,), "x", 0, "width")],
)
def test_a_diagram_that_cannot_be_shown_or_told_is_refused(
    boxes: tuple[Box, ...], words: str, width: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Diagram(boxes, (), words, width, 1)
