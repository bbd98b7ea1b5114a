from __future__ import annotations

from typing import Any

import pytest
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from svcdocs.documents import front
from svcdocs.word.outline import text_of
from tests.documents import samples


def _rows(*rows: dict[str, str]) -> Any:
    return samples.setting(signatures=list(rows))


def test_pairs_sign_side_by_side_one_may_sign_alone_and_bodies_approve_in_a_table() -> None:
    setting = _rows(
        {"area": "Housing", "role": "Portfolio Holder", "name": "A", "counter_role": "Manager", "counter_name": "B"},
        {"role": "Chief Executive", "name": "C"},
        {"role": "Cabinet", "status": "Endorsed"},
    )
    assert [(block.role, block.is_pair) for block in front.signings(setting)] == [
        ("Portfolio Holder (Housing)", True),
        ("Chief Executive", False),
    ]
    assert [(body.body, body.status, body.date) for body in front.approvals(setting)] == [("Cabinet", "Endorsed", "–")]


@pytest.mark.parametrize("count", [0, 1, 5, 12])
def test_any_number_may_sign(count: int) -> None:
    rows = [{"role": "Portfolio Holder", "name": f"Cllr {n}", "counter_role": "Manager"} for n in range(count)]
    context = samples.context(signatures=rows)
    assert len(context.signings) == count
    document = samples.printed(context)
    assert len(samples.tables(document, "Approval")) == count
    assert ("Approval" in samples.by_heading(document)) is bool(count)


def test_signatures_of_another_service_are_left_out_and_order_goes_by_number() -> None:
    setting = _rows(
        {"name": "Third", "order": "10"},
        {"name": "First", "order": "2"},
        {"name": "Second"},
        {"name": "x", "service": "Streets"},
    )
    assert [block.name for block in front.signings(setting)] == ["First", "Second", "Third"]


def test_an_approval_that_has_been_given_says_when_where_and_under_what_condition() -> None:
    row = {
        "name": "A",
        "status": "approved",
        "when": "9 March 2027",
        "minute": "CAB/1",
        "subject_to": "minor amendments.",
    }
    (block,) = front.signings(_rows(row))
    assert (block.signed, block.date) == ("approved, minute CAB/1", "9 March 2027")
    assert block.note == "Subject to: minor amendments."
    pair = row | {"role": "Holder", "counter_name": "B"}
    (table,) = samples.tables(samples.printed(samples.context(signatures=[pair])), "Approval")
    assert [[cell.text for cell in line.cells] for line in table.rows][1:] == [
        ["Name", "A", "B"],
        ["Note", "Subject to: minor amendments.", ""],
        ["Signed", "approved, minute CAB/1", "approved, minute CAB/1"],
        ["Date", "9 March 2027", "9 March 2027"],
    ]


def test_a_draft_approval_leaves_its_boxes_empty_and_says_so() -> None:
    (block,) = front.signings(_rows({"name": "A", "status": "draft", "when": "9 March 2027"}))
    assert (block.signed, block.date, block.note) == ("", "", "draft, 9 March 2027")
    (blank,) = front.signings(_rows({"name": "A"}))
    assert (blank.signed, blank.date, blank.note) == ("", "", "")


def test_a_block_of_signatures_stands_on_one_page_with_the_line_above_it_and_not_with_the_next_block() -> None:
    rows = [{"role": "Chief", "name": "A"}, {"role": "Holder", "name": "B", "counter_name": "C", "subject_to": "x"}]
    document = samples.printed(samples.context(signatures=rows))
    lead_in = next(
        item for item in samples.body(document) if isinstance(item, Paragraph) and item.text == "Approved by:"
    )
    assert lead_in.style is not None
    assert lead_in.style.paragraph_format.keep_with_next
    for table in samples.tables(document, "Approval"):
        kept = [[_kept(p) for cell in row.cells for p in cell.paragraphs] for row in table.rows]
        assert all(all(row) for row in kept[:-1])
        assert not any(kept[-1])


def _kept(paragraph: Paragraph) -> bool:
    style = paragraph.style
    while isinstance(style, ParagraphStyle):
        if style.paragraph_format.keep_with_next is not None:
            return bool(style.paragraph_format.keep_with_next)
        style = style.base_style
    return False


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "2027/28"),
        ({"years": "3"}, "2027/28 to 2029/30"),
        ({"years": "10"}, "2027/28 to 2036/37"),
        ({"ends_on": "30 September 2028"}, "2027/28 to 30 September 2028"),
        ({"years": "3", "ends_on": "30 September 2028"}, "2027/28 to 30 September 2028"),
        ({"years": "2", "ends_on": "31 March 2029"}, "2027/28 to 2028/29"),
        ({"ends_on": "October 2027"}, "2027/28 to October 2027"),
        ({"years": "2", "ends_on": "soon"}, "2027/28 to soon"),
        ({"years": "2", "ends_on": "May 2035"}, "2027/28 to 2028/29"),
    ],
)
def test_the_period_is_one_year_or_a_span_or_ends_on_a_day(changes: dict[str, str], said: str) -> None:
    assert front.period(samples.setting(about={"first_year": "2027/28", **changes})) == said


def test_the_period_of_a_plan_is_that_of_its_service() -> None:
    about = {"first_year": "2027/28", "years": "2", "ends_on": "31 October 2028"}
    services = [{"service": "Homes", "years": "1"}]
    assert front.period(samples.setting(about=about, services=services)) == "2027/28"
    services = [{"service": "Homes", "years": "3"}]
    assert front.period(samples.setting(about=about, services=services)) == "2027/28 to 31 October 2028"


def test_a_service_signs_by_any_of_its_names() -> None:
    rows = [{"service": "Housing", "name": "A"}, {"service": "homes", "name": "B"}, {"service": "Options", "name": "C"}]
    services = [{"service": "Homes", "also_called": "Housing"}, {"service": "Homes", "team": "Options"}]
    setting = samples.setting(signatures=rows, services=services)
    assert [block.name for block in front.signings(setting)] == ["A", "B"]


def test_portfolio_holders_are_named_with_the_area_they_sign_for() -> None:
    assert front.holders(samples.setting()) == ("Cllr Reza Mir (Housing)",)


def test_a_colon_behind_the_councils_name_is_for_the_cover_alone() -> None:
    about = {**samples.FRAMEWORK["about"], "council": "SALTMARSH BOROUGH COUNCIL:"}
    found = samples.context({}, about=about)
    text = text_of(samples.printed(found)).splitlines()
    assert text[0] == "SALTMARSH BOROUGH COUNCIL:"
    assert [line for line in text if "COUNCIL:" in line] == text[:1]
    assert [line[:27] for line in text if line.startswith("SALTMARSH")][1:] == ["SALTMARSH BOROUGH COUNCIL ·"] * 2


LONG = "Department of Parks, Waterways, Community Places and the Lower River"


def test_the_running_head_says_service_and_title_where_both_fit_beside_the_version() -> None:
    assert front.running_head(_rows()) == "Homes: Service plan – draft"
    assert samples.context().running_head == "Homes: Service plan – draft"


def test_a_running_head_that_would_be_too_long_is_the_service_alone_and_that_is_cut_behind_a_word() -> None:
    about = {**samples.FRAMEWORK["about"], "plan_title": "Strategic plan and programme of work"}
    setting = samples.setting({"service": LONG}, about=about)
    assert front.running_head(setting) == LONG
    about |= {"version": "Draft for the second meeting of the joint scrutiny committee"}
    cut = front.running_head(samples.setting({"service": LONG}, about=about))
    assert cut == "Department of Parks, Waterways …"
    wide = samples.opened(samples.printed(samples.context({"service": LONG}, about=about)))
    heads = [section.header.paragraphs[0].text.partition("\t")[0] for section in wide.sections[1:]]
    assert heads == [cut, cut, f"{LONG}: Strategic plan and programme of work – draft"]
