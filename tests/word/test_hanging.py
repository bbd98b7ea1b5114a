"""Labels of lists: wider ones get the room they need, and what stands below moves along."""

from __future__ import annotations

import re

import pytest

from svcdocs.model.text import parse
from svcdocs.word.hanging import fitted, label_width
from tests.word.building import docx, p, part, row, table
from tests.word.contexts import Plan, render

INDENT = '<w:ind w:left="{}" w:hanging="{}"/>'


def test_a_label_needs_more_room_the_wider_and_larger_it_is() -> None:
    assert label_width("(iii)", 20) > label_width("1.", 20)
    assert label_width("(vii)", 24) > label_width("(vii)", 20)


def test_an_indent_is_widened_for_its_labels_and_deeper_ones_move_along() -> None:
    indents = [INDENT.format(300, 300), INDENT.format(600, 300)]
    assert list(fitted(indents, [380, 0])) == [INDENT.format(380, 380), INDENT.format(680, 300)]
    assert list(fitted(indents, [200, 360])) == [INDENT.format(300, 300), INDENT.format(660, 360)]


def test_an_indent_that_does_not_hang_is_left_alone() -> None:
    assert list(fitted(['<w:ind w:firstLine="300"/>'], [900])) == ['<w:ind w:firstLine="300"/>']


@pytest.mark.parametrize("in_table", [True, False])
@pytest.mark.parametrize("label", ["(viii)", "xviii)", "12.", "(iii)"])
def test_the_widest_label_of_a_text_sets_the_indent_of_all_its_items(label: str, in_table: bool) -> None:  # noqa: FBT001
    body = table(row("{{p intro }}", "")) if in_table else p("{{p intro }}", style="BodyText")
    document = render(docx(body), Plan(intro=parse(f"1. one\n{label} other\n3) third")))
    numbering = part(document, "word/numbering.xml")
    lists = re.findall(r'<w:nsid w:val="5C.*?</w:abstractNum>', numbering)
    hanging = {int(found) for one in lists for found in re.findall(r'w:hanging="(\d+)"', one)}
    assert len(hanging) == 1
    assert hanging.pop() >= label_width(label, 20)
