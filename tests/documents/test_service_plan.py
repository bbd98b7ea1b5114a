"""The whole plan: its order, its draft words, every word of its content once, and the outline people review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.table import Table

from svcdocs.documents.formats import money
from svcdocs.documents.service_plan import service_plan_context
from svcdocs.model.cycle import Cycle
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, Indicator, Passage, ServicePlan
from svcdocs.model.text import BlockKind, Text
from svcdocs.project import Project
from svcdocs.shipped import doc_template
from svcdocs.word.outline import outline, text_of
from tests.conftest import CHECKOUT
from tests.documents import samples

HERE = Path(__file__).parent
EXAMPLE = CHECKOUT / "examples" / "fenmoor-2027"
SHORT = 25
"""Texts with fewer characters may well be part of others."""


@pytest.fixture(scope="module")
def document() -> bytes:
    return samples.printed(samples.context())


def test_the_template_is_the_one_that_was_reviewed() -> None:
    samples.agrees(outline(doc_template("service-plan").read_bytes()), HERE / "service-plan.template.txt")


def test_the_sample_plan_prints_what_was_reviewed(document: bytes) -> None:
    samples.agrees(outline(document), HERE / "service-plan.sample.txt")


def test_the_same_plan_gives_the_same_bytes(document: bytes) -> None:
    assert samples.printed(samples.context()) == document


def test_sections_stand_in_the_councils_order_and_parts_below_their_section() -> None:
    shown = [(section.level, section.heading) for section in samples.context().sections]
    assert shown == [
        (1, "About our service"), (1, "Achievements in 2026/27"), (1, "Context"), (2, "External drivers"),
        (2, "Key partners"), (2, "SWOT"), (1, "Council objectives"), (2, "Council actions for 2027/28"),
        (1, "Service objectives"), (1, "Financial resources"), (1, "Workforce"), (1, "Risks"), (1, "Odds and ends"),
    ]  # fmt: skip


def test_a_draft_says_so_on_its_cover_in_its_title_and_at_the_top_of_every_page() -> None:
    context = samples.context(about={**samples.FRAMEWORK["about"], "version": "Version 4"})
    assert context.plan_title == "Service plan – draft"
    assert context.document_title == "Homes: Service plan – draft, 2027/28 to 2028/29"
    assert context.version == "Draft – Version 4, 12 January 2027"
    sections = samples.opened(samples.printed(context)).sections
    headers = [section.header.paragraphs[0].text for section in sections[1:]]
    assert headers == ["Homes: Service plan – draft\tDraft – Version 4, 12 January 2027"] * 4


def test_a_final_plan_does_not_call_itself_a_draft() -> None:
    about = {**samples.FRAMEWORK["about"], "version": "Version 4", "stage": "Final"}
    context = samples.context(draft=False, about=about)
    assert "draft" not in text_of(samples.printed(context)).casefold()


def test_cover_and_signatures_have_no_running_header() -> None:
    first = samples.opened(samples.printed(samples.context())).sections[0]
    assert not "".join(p.text for p in first.header.paragraphs + first.footer.paragraphs)


def test_every_table_repeats_its_heading_row_keeps_rows_whole_and_merges_nothing(document: bytes) -> None:
    found = [item for item in samples.body(document) if isinstance(item, Table)]
    assert found
    for table in found:
        properties = [row._tr.trPr for row in table.rows]
        assert all(row is not None and row.find(qn("w:cantSplit")) is not None for row in properties)
        repeats = [row is not None and row.find(qn("w:tblHeader")) is not None for row in properties]
        assert repeats == [True] + [False] * (len(properties) - 1)
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_no_cell_of_a_data_table_is_left_empty(document: bytes) -> None:
    for table in (item for item in samples.body(document) if isinstance(item, Table)):
        is_for_a_pen = table.cell(0, 0).text == "Approval"
        assert is_for_a_pen or all(cell.text.strip() for row in table.rows for cell in row.cells)


def test_a_picture_is_printed_with_its_words_and_a_missing_one_is_owed() -> None:
    passage = {"section": "About our service", "picture": "Teams.PNG", "text": "The two teams and their manager"}
    with_file = samples.context({"passages": [passage]}, pictures={"teams.png": samples.png()})
    part = with_file.sections[0].before[0]
    assert part.picture is not None
    assert (part.picture.description, part.caption) == ("The two teams and their manager",) * 2
    without = samples.context({"passages": [passage]}).sections[0].before[0]
    assert without.text.blocks[0].kind is BlockKind.OWED
    assert without.text.plain == "To be added: the picture Teams.PNG: The two teams and their manager"


def test_the_first_actions_follow_the_words_of_the_action_plan_and_the_key_stands_behind_the_last() -> None:
    rows = [{"section": "Action plan", "text": "First this."}, {"text": "Last this.", "place": "After"}]
    document = samples.printed(samples.context({"passages": rows, "actions": [{"ref": "1", "group": "One"}]}))
    shown = text_of(document)
    marks = ("Service improvement action plan", "First this.", "One", "There are concerns.", "Amber from", "Last this.")
    places = [shown.rindex(mark) for mark in marks]
    assert places == sorted(places)


def test_five_pairs_who_sign_fit_on_one_page() -> None:
    pairs = [{"role": f"Portfolio Holder (area {n})", "name": "x", "counter_name": "y"} for n in range(5)]
    found = samples.tables(samples.printed(samples.context(signatures=pairs)), "Approval")
    heights = [[row.height.cm if row.height is not None else 1.2 for row in table.rows] for table in found]
    assert len(heights) == 5
    assert all(signed >= 1 for _, _, signed, _ in heights)
    assert sum(sum(rows) + 0.4 for rows in heights) + 2.3 < 29.7 - 5  # gaps, the heading and the margins


def test_the_councils_logo_stands_on_the_cover() -> None:
    logo = samples.context(pictures={"logo": samples.png(3000, 1000)}).logo
    assert logo is not None
    assert logo.height <= 30
    assert logo.description == "Saltmarsh Borough Council: the council’s logo"


def test_three_hundred_actions_are_laid_out() -> None:
    actions = [{**samples.PLAN["actions"][0], "ref": f"H1.{number}"} for number in range(300)]
    cycle, plan = samples.cycle_of({**samples.PLAN, "actions": actions})
    context = service_plan_context(cycle, plan, draft=True)
    assert sum(len(group.rows) for group in context.groups) == 301


# Every word of the example's plans, in its place ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def example() -> Cycle:
    from svcdocs.commands.intake import read_cycle  # pulls in the reader of workbooks, which no other test here needs

    return read_cycle(Project.open(EXAMPLE), lambda *_: None).cycle


@pytest.fixture(
    scope="module",
    params=[
        "Housing and Communities",
        "Environment and Streets",
        "Customers and Performance",
        "Leisure and Culture",
        "Corporate and Property Services",
    ],
)
def plan(example: Cycle, request: pytest.FixtureRequest) -> ServicePlan:
    found = example.plan(request.param)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def page(example: Cycle, plan: ServicePlan) -> bytes:
    return samples.printed(service_plan_context(example, plan, draft=True))


def test_every_passage_stands_once_in_its_section(example: Cycle, plan: ServicePlan, page: bytes) -> None:
    headings = {section.key: example.framework.heading_of(section) for section in example.framework.sections}
    lines = _by_section(page, headings.values())
    for section, passage in _placed(plan.passages):
        shown = lines[headings[section]]
        for block in passage.text.blocks:
            times = sum(_squashed(block.plain) in line for line in shown)
            assert times == 1 or (times and len(block.plain) < SHORT), (section, block.plain)


def test_every_action_stands_whole_in_a_row_of_its_own(plan: ServicePlan, page: bytes) -> None:
    rows: dict[str, str] = {}
    above: dict[str, str] = {}
    heading = ""
    for item in samples.body(page):
        if not isinstance(item, Table):
            heading = item.text
        elif item.cell(0, 0).text == "Ref":
            rows |= {row.cells[0].text: _squashed("\n".join(c.text for c in row.cells)) for row in item.rows}
            above |= {row.cells[0].text: heading for row in item.rows}
    for action in plan.all_actions:
        ref, team = action.ref.text, action.team
        for text in _texts_of(action):
            is_in_heading = text == team and folded(team) == folded(above[ref])
            assert is_in_heading or _squashed(text) in rows[ref], (ref, text)


def test_every_indicator_stands_whole_in_a_row_of_its_own(plan: ServicePlan, page: bytes) -> None:
    rows = [
        _squashed("\n".join(c.text for c in row.cells)) for t in samples.tables(page, "Indicator") for row in t.rows
    ]
    of_all = [_squashed(p.text) for p in samples.opened(page).paragraphs if p.text.startswith("For every indicator")]
    for indicator in plan.indicators:
        own = "\n".join([*(row for row in rows if row.startswith(_squashed(indicator.ref.text))), *of_all])
        for text in _texts_of_indicator(indicator):
            assert _squashed(text) in own, (indicator.ref.text, text)


def test_every_list_and_figure_is_printed(plan: ServicePlan, page: bytes) -> None:
    shown = _squashed(text_of(page))
    texts = [*_blocks([*(row.text for row in plan.objectives), *(row.text for row in (*plan.swot, *plan.drivers))])]
    texts += _blocks(text for row in plan.partners for text in (row.name, row.note))
    texts += [
        text.rstrip(",.;") for row in plan.risks for text in _blocks((row.cause, row.leading_to, row.resulting_in))
    ]
    texts += _blocks(text for row in plan.risks for text in (row.controls, row.further_action))
    texts += [row.ref.text for row in plan.objectives] + [row.ref.text for row in plan.risks]
    texts += [text for row in plan.posts for text in (row.title, row.reports_to, row.note)]
    texts += [text for row in plan.money for text in (row.heading, row.kind, Text.model_validate(row.note).plain)]
    texts += [money(figure) for row in plan.money for figure in row.figures.values()]
    assert [text for text in texts if _squashed(text) not in shown] == []


def _placed(passages: Iterable[Passage]) -> Iterator[tuple[str, Passage]]:
    section = ""
    for passage in passages:
        section = passage.section or section
        yield section, passage


def _by_section(page: bytes, headings: Iterable[str]) -> dict[str, list[str]]:
    """The lines of each section, with those under headings inside it."""
    known = set(headings)
    found: dict[str, list[str]] = {"": []}
    at = ""
    for heading, lines in _runs(page):
        at = heading if heading in known else at
        found.setdefault(at, []).extend(_squashed(line) for line in lines)
    return found


def _runs(page: bytes) -> Iterator[tuple[str, list[str]]]:
    heading, lines = "", list[str]()
    for item in samples.body(page):
        if isinstance(item, Table):
            lines += [p.text for row in item.rows for cell in row.cells for p in cell.paragraphs]
        elif item.style is not None and (item.style.name or "").startswith(("Heading", "Part Heading")):
            yield heading, lines
            heading, lines = item.text, [item.text]
        else:
            lines.append(item.text)
    yield heading, lines


def _texts_of(action: Action) -> list[str]:
    texts = _blocks((action.title, action.detail, action.outcome, action.outputs, action.help_needed, action.resources))
    texts += [*_blocks((action.risk,)), *_blocks(step.text for step in action.steps)]
    texts += [step.by.text for step in action.steps] + [date.text for date in action.finish.items]
    return [
        *texts,
        *action.lead.names,
        *action.also_leading.names,
        *(ref.text for ref in action.serves.items),
        action.indicators.text,
        action.team,
    ]


def _texts_of_indicator(row: Indicator) -> list[str]:
    texts = [row.unit, row.good_is, row.frequency, row.baseline.text, row.baseline_note, row.objective.text, row.source]
    texts += [*_blocks((row.name, row.method, row.why_target)), row.thresholds]
    texts += [f"{year}: {target.text}" for year, target in (*row.results.items(), *row.targets.items())]
    return [*texts, *row.lead.names, *row.responsible.names, *row.owner.names, *row.updater.names]


def _blocks(texts: Iterable[Text]) -> list[str]:
    return [block.plain for text in texts for block in text.blocks]


def _squashed(text: str) -> str:
    return " ".join(text.split())
