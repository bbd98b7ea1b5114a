"""The readable plan: each action a block that tells who, by when, steps and how anyone will know, on upright pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.text.paragraph import Paragraph

from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.readable import ActionBlock, ReadableContext, readable_context
from svcdocs.model.framework import LAYOUTS
from svcdocs.shipped import doc_template
from svcdocs.word import Properties, Template, check
from svcdocs.word.outline import outline, text_of
from tests.documents import samples
from tests.word.plain_docxtpl import render_plain

HERE = Path(__file__).parent
TEMPLATE = doc_template("service-plan-readable")


def _context(plan: Mapping[str, Any] = samples.PLAN, **framework: Any) -> ReadableContext:
    cycle, made = samples.cycle_of({"service": "Homes"} | dict(plan), {**samples.FRAMEWORK, **framework})
    return readable_context(cycle, made, draft=True)


def _printed(context: ReadableContext) -> bytes:
    template = Template.compile(TEMPLATE, ReadableContext)
    return template.render(context, Properties(title=context.document_title))


@pytest.fixture(scope="module")
def document() -> bytes:
    return _printed(_context())


def _looks(document: bytes) -> list[tuple[str, str]]:
    body = (item for item in samples.body(document) if isinstance(item, Paragraph) and item.style is not None)
    return [(item.text, item.style.name or "") for item in body if item.style is not None]


def test_the_template_is_the_one_that_was_reviewed() -> None:
    samples.agrees(outline(TEMPLATE.read_bytes()), HERE / "service-plan-readable.template.txt")


def test_the_sample_plan_prints_what_was_reviewed(document: bytes) -> None:
    samples.agrees(outline(document), HERE / "service-plan-readable.sample.txt")


def test_it_prints_only_what_the_readable_plan_offers() -> None:
    assert check(TEMPLATE, ReadableContext) == []


def test_plain_docxtpl_prints_the_same_text(document: bytes) -> None:
    made = (document, render_plain(TEMPLATE.read_bytes(), _context()))
    ours, plain = ([line for line in text_of(one).splitlines() if line] for one in made)
    place = ours.index("Contents") + 1
    after = len(plain) - place - 1
    assert (ours[:place], ours[-after:]) == (plain[:place], plain[-after:])


def test_an_action_is_a_heading_with_who_by_when_steps_and_how_we_will_know_below_it(document: bytes) -> None:
    looks = _looks(document)
    at = looks.index(("H1.1 Open a night shelter", "Action Heading"))
    block = [text for text, _ in looks[at : at + 11]]
    assert block == [
        "H1.1 Open a night shelter",
        "For H1 · Options",
        "In the old school.",
        "Who: Tom Fell / Options Manager; Joan Ashdown",
        "By when: March 2028",
        "Status: –",
        "What we will do:",
        "Agree the brief (May 2027)",
        "Open it (June 2027)",
        "How we will know: No one sleeps rough",
        "Outputs: 12 beds",
    ]


def test_no_page_lies_on_its_side(document: bytes) -> None:
    sections = samples.opened(document).sections
    assert {section.orientation for section in sections} == {WD_ORIENT.PORTRAIT}
    assert {(section.page_width or 0) < (section.page_height or 0) for section in sections} == {True}


def test_no_table_is_wider_than_a_line_of_text(document: bytes) -> None:
    for table in samples.opened(document).tables:
        assert sum(cell.width.twips for cell in table.rows[0].cells if cell.width) <= 9416


def test_what_leads_to_the_steps_and_what_ends_a_block_stand_beside_other_lines_of_it() -> None:
    looks = dict(_looks(_printed(_context())))
    assert looks["What we will do:"] == "Action Lead"
    styles = samples.opened(TEMPLATE.read_bytes()).styles
    for name in ("Action Heading", "Action Purpose", "Action Note", "Action Lead"):
        style = styles[name]
        kept = False
        while style is not None and not kept:
            kept = bool(style.paragraph_format.keep_with_next)
            style = style.base_style
        assert kept, name
    block = _context().action_blocks[1].actions[0]
    for pieces in (block.facts, block.results):
        assert [piece.stays for piece in pieces] == [True, False]
        assert len(pieces[-1].text.blocks) == 1


def _block_of(**row: Any) -> ActionBlock:
    """The block of an action; nothing is said of it but its outcome where no more is given."""
    quiet = {"title": "Dig", "finish": "May 2028", "resources": "None", "help_needed": "N/A"}
    (block,) = _context({"actions": [quiet | row] * 3}).action_blocks[0].actions[:1]
    return block


def test_a_line_or_two_behind_the_steps_do_not_stand_on_a_page_without_the_last_of_them() -> None:
    steps = [{"text": f"Step {n}"} for n in range(7)]
    short = _block_of(steps=steps, outcome="It holds")
    assert [piece.text.plain for piece in short.results] == ["How we will know: It holds"]
    assert short.steps.stays
    assert not _block_of(steps=steps, outcome="It holds\nIt lasts\nIt pays").steps.stays
    assert not _block_of(steps=[{"text": "\n".join(["Dig on"] * 20)}], outcome="It holds").steps.stays


def test_the_end_of_a_block_that_has_much_to_say_may_go_over_a_page_but_not_with_a_single_line() -> None:
    said = [f"Line {n}" for n in range(20)]
    results = _block_of(outcome="\n".join(said)).results
    assert [(len(piece.text.blocks), piece.stays) for piece in results] == [
        (1, True),
        (17, False),
        (1, True),
        (1, False),
    ]
    assert "\n".join(piece.text.plain for piece in results) == "How we will know: " + "\n".join(said)


def test_an_action_without_anything_but_a_title_says_what_is_not_given() -> None:
    blocks = _context({"actions": [{"title": "Dig"}]}).action_blocks
    (block,) = blocks[0].actions
    assert block.heading == "Dig"
    assert [piece.text.plain for piece in block.facts] == ["Who: Not given", "By when: Not given"]
    assert block.steps.text.plain == "Not given"
    assert _context({"actions": [{"detail": "More"}]}).action_blocks[0].actions[0].heading == "Not given"


def test_what_is_the_same_for_all_actions_is_said_above_them_and_in_no_block() -> None:
    rows = [{"ref": f"H{n}", "title": "Dig", "resources": "None", "finish": "May 2028"} for n in range(3)]
    shown = text_of(_printed(_context({"actions": rows})))
    text = shown[shown.rindex("Service improvement action plan") :]
    assert text.count("May 2028") == 1
    assert "Additional resources: " not in text


def test_every_way_to_print_a_plan_has_its_template() -> None:
    assert tuple(SERVICE_PLANS) == LAYOUTS
    for template, _ in SERVICE_PLANS.values():
        assert doc_template(template).is_file()


def test_three_hundred_actions_and_four_hundred_indicators_are_laid_out() -> None:
    rows = [{"ref": f"H{n}", "title": f"Action {n}", "lead": f"Officer {n}"} for n in range(300)]
    indicators = [{"ref": f"I{n}", "name": f"Measure {n}", "targets": {"2027/28": str(n)}} for n in range(400)]
    text = text_of(_printed(_context({"actions": rows, "indicators": indicators})))
    assert all(f"H{n} Action {n}\n" in text for n in range(300))
    assert all(f"I{n} – Measure {n}" in text for n in range(400))
