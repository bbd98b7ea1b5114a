"""Tags as Word leaves them: torn into runs, half formatted, with its own quotation marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.word.outline import text_of
from tests.word.building import docx, p, part, run
from tests.word.contexts import Plan, render


@settings(deadline=None)
@given(st.sets(st.integers(1, 70)))
def test_a_tag_is_found_however_word_tears_it_into_runs(cuts: set[int]) -> None:
    text = "Before {{ title }} between {% if flag %}yes{% else %}no{% endif %} after."
    places = [0, *sorted(cuts), len(text)]
    runs = [run(text[a:b], "<w:b/>" * (n % 2)) for n, (a, b) in enumerate(itertools.pairwise(places))]
    assert text_of(render(docx(p(*runs)), Plan(title="R&D"))) == "Before R&D between no after."


def test_spelling_marks_and_bookmarks_inside_a_tag_do_no_harm() -> None:
    torn = (
        run("{{ ")
        + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>'
        + run("title")
        + '<w:bookmarkEnd w:id="1"/>'
        + run(" }}")
    )
    assert text_of(render(docx(p(torn)), Plan())) == "Plan"


def test_a_value_has_the_looks_of_the_place_its_tag_begins_in() -> None:
    document = part(render(docx(p(run("{{ ti", "<w:b/>"), run("tle }} end"))), Plan(title="X")))
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">X</w:t>' in document


@pytest.mark.parametrize(
    "tag", ["{{ note or “Not given” }}", "{{ note or ‘Not given’ }}", "{{\u00a0note or 'Not given'\u00a0}}"]
)
def test_quotation_marks_made_by_word_are_read_as_plain_ones(tag: str) -> None:
    assert text_of(render(docx(p(tag)), Plan())) == "Not given"


def test_quotation_marks_outside_tags_stay_as_they_are() -> None:
    assert text_of(render(docx(p("“{{ title }}” ‘x’")), Plan())) == "“Plan” ‘x’"


def test_a_line_break_inside_a_tag_is_a_blank() -> None:
    broken = "<w:r><w:t>{{ note or</w:t><w:br/><w:t>'none' }}</w:t></w:r>"
    assert text_of(render(docx(p(broken)), Plan())) == "none"


def test_remarks_are_not_printed() -> None:
    assert text_of(render(docx(p("A{# what {{ title }} is #}B")), Plan())) == "AB"


def test_several_tags_share_a_run() -> None:
    assert (
        text_of(render(docx(p("{{ title }}{{ title }}-{% if not flag %}{{ title }}{% endif %}")), Plan(title="x")))
        == "xx-x"
    )


def test_blanks_around_a_value_are_kept() -> None:
    assert text_of(render(docx(p(run(" {{ title }} "), run(" x"))), Plan(title=" y "))) == "  y   x"


def test_signs_that_are_no_tags_are_printed() -> None:
    assert text_of(render(docx(p("{ x } 100% } { a: {b} }")), Plan())) == "{ x } 100% } { a: {b} }"
