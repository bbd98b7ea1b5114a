"""The example cycles: one that is alive and clean, and one with planted defects; figures worked out a second way."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import ascii_lowercase

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from svcdocs.commands.build import build
from svcdocs.commands.check import check
from svcdocs.commands.intake import Intake, read_cycle
from svcdocs.model.ledger import ledger_of
from svcdocs.model.requests import Standing
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from tests.conftest import CHECKOUT
from tests.cycles import no_progress

EXAMPLES = CHECKOUT / "examples"
FENMOOR, DEFECTS = EXAMPLES / "fenmoor-2027", EXAMPLES / "defects-2027"
HEADINGS, FIRST = 4, 6
SIZES = {
    "Housing and Communities": (20, 15, 100),
    "Environment and Streets": (20, 15, 100),
    "Customers and Performance": (20, 15, 100),
    "Planning and Regeneration": (25, 45, 60),
    "Leisure and Culture": (15, 15, 60),
    "Corporate and Property Services": (12, 12, 40),
}
"""The services of the example, and how many actions, indicators and paragraphs each has at the least."""


def copied(cycle: Path, to: Path) -> Project:
    """A cycle in a folder of the test's own, without what was built in it."""
    shutil.copytree(cycle, to, ignore=shutil.ignore_patterns("output"))
    return Project.open(to)


@cache
def rows(workbook: Path, sheet: str) -> tuple[dict[str, str], ...]:
    """The rows of a sheet by heading, read by openpyxl alone; none where a contributor has no such sheet."""
    book = opened(workbook)
    return tuple(rows_of(book[sheet])) if sheet in book.sheetnames else ()


@cache
def opened(workbook: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(workbook)


def rows_of(page: Worksheet) -> Iterator[dict[str, str]]:
    titles = [cell.value for cell in page[HEADINGS]]
    for row in page.iter_rows(min_row=FIRST, values_only=True):
        values = {str(title): str(value).strip() for title, value in zip(titles, row, strict=True) if value is not None}
        values.pop("Needs", None)
        values.pop("What to write", None)
        if values:
            yield values


@pytest.fixture(scope="module")
def example() -> Intake:
    return read_cycle(Project.open(FENMOOR), no_progress)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copied(FENMOOR, tmp_path_factory.mktemp("fenmoor") / "cycle")
    assert not build(project, no_progress).blocks
    return project


def test_the_example_has_nothing_to_put_right_and_only_what_is_written_down_to_know(tmp_path: Path) -> None:
    findings = check(copied(FENMOOR, tmp_path / "cycle"), no_progress).findings
    assert [(finding.code, finding.service, finding.audience) for finding in findings] == [
        ("priority-withdrawn", "", "officer"),
        ("asked-twice", "Leisure and Culture", "officer"),
        ("help-unasked", "Corporate and Property Services", "service"),
        ("request-declined", "Corporate and Property Services", "team"),
        ("request-later", "Corporate and Property Services", "team"),
        ("last-year-missing", "Environment and Streets", "team"),
        ("still-owed", "Housing and Communities", "hr"),
        ("still-owed", "Customers and Performance", "finance"),
        ("placeholder-left", "Planning and Regeneration", "team"),
        ("note-to-self", "Planning and Regeneration", "team"),
        ("text-cut-off", "Planning and Regeneration", "team"),
    ]
    assert [finding.where.cell for finding in findings[2:5] if finding.where] == ["J10", "J8", "F13"]
    assert [finding.where.cell for finding in findings[8:] if finding.where] == ["J16", "D43", "J17"]
    withdrawn = findings[0].message
    assert withdrawn.startswith(
        "Commitment C4 'Open a skate park in each of the three towns by March 2028' was withdrawn"
    )
    assert "1 row still serves it: Leisure and Culture Commitments" in withdrawn
    assert withdrawn.endswith("(LC3.9); it was replaced by C1.")


def test_the_example_has_six_services_and_thirteen_teams(example: Intake) -> None:
    framework = example.cycle.framework
    assert [plan.service for plan in example.cycle.plans] == list(framework.service_names) == list(SIZES)
    assert len({row.team for row in framework.services if row.team}) == 13


@pytest.mark.parametrize("service", list(SIZES))
def test_the_example_is_of_real_size(example: Intake, service: str) -> None:
    plan = example.cycle.plan(service)
    assert plan is not None
    found = (len(plan.all_actions), len(plan.indicators), sum(len(passage.text.blocks) for passage in plan.passages))
    assert all(count >= least for count, least in zip(found, SIZES[service], strict=True)), found
    lists = (plan.objectives, plan.swot, plan.drivers, plan.partners, plan.risks, plan.posts)
    assert all(len(rows) >= 4 for rows in lists)


def test_the_example_is_from_many_hands(example: Intake) -> None:
    assert {service: len(files) for service, files in example.files.items()} == {
        "Housing and Communities": 3,
        "Environment and Streets": 3,
        "Customers and Performance": 6,
        "Planning and Regeneration": 3,
        "Leisure and Culture": 3,
        "Corporate and Property Services": 3,
    }
    assert example.cycle.missing == ()
    assert example.cycle.finance.totals
    assert all(declared.ready == "Yes" for plan in example.cycle.plans for declared in plan.declarations)


def test_one_service_has_a_plan_of_the_three_year_form(example: Intake) -> None:
    framework = example.cycle.framework
    others = [name for name in framework.service_names if framework.form_of(name) == "Current"]
    assert [name for name in framework.service_names if name not in others] == ["Planning and Regeneration"]
    assert framework.years_of("Planning and Regeneration") == ("2027/28", "2028/29", "2029/30")
    assert {framework.years_of(name) for name in others} == {("2027/28", "2028/29")}


def test_a_team_moves_in_mid_year_and_its_work_stands_in_the_plan_of_the_service_it_goes_to(built: Project) -> None:
    texts = {name: text_of(built.service_plan(name).read_bytes()) for name in SIZES}
    assert [name for name, text in texts.items() if "Grants – one scheme, two dates a year" in text] == [
        "Leisure and Culture"
    ]
    assert "from 1 October 2027, until then to Housing and Communities" in texts["Leisure and Culture"]
    assert "until 30 September 2027, then to Leisure and Culture" in texts["Housing and Communities"]
    assert "From 1 October 2027 Community Development belongs to" in text_of(built.corporate_plan.read_bytes())


def test_the_councils_own_word_stands_in_workbooks_and_documents(built: Project) -> None:
    sheets = opened(FENMOOR / "workbooks" / "leisure-and-culture.xlsx").sheetnames
    assert "Commitments" in sheets
    assert "Council actions" not in sheets
    documents = [built.corporate_plan, *(built.service_plan(name) for name in SIZES)]
    for document in documents:
        text = text_of(document.read_bytes())
        assert "ommitment" in text, document.name
        assert not re.search("council action", text, re.IGNORECASE), document.name


def test_one_service_asks_for_more_and_is_answered(example: Intake) -> None:
    asked = {plan.service: [bid.state for bid in plan.bids] for plan in example.cycle.plans if plan.bids}
    assert asked == {"Leisure and Culture": ["Asked for", "Asked for", "Agreed"]}


def test_two_services_share_a_post_and_of_another_the_officer_is_asked(built: Project, example: Intake) -> None:
    ledger = ledger_of(example.cycle)
    shared = [[claim.called for claim in line.claims] for line in ledger.lines if len(line.services) > 1]
    assert shared == [["Environment and Streets: ES3.4", "Leisure and Culture: HC6.4"]]
    for service, other in (
        ("Environment and Streets", "Leisure and Culture (HC6.4)"),
        ("Leisure and Culture", "Environment and Streets (ES3.4)"),
    ):
        assert text_of(built.service_plan(service).read_bytes()).count(f"Shared with {other}; counted once") == 1
    (asked,) = [finding for finding in example.findings if finding.code == "asked-twice"]
    assert "'Environment and Streets: ES4.3' | 'Leisure and Culture: HC6.1'" in asked.hint


def test_one_service_answers_what_others_ask_of_it(example: Intake, built: Project) -> None:
    asked = example.cycle.requests.of("Leisure and Culture")
    said = {one.action.text or one.title.plain: one.standing for one in asked}
    assert said == {
        **dict.fromkeys(("ES4.4", "CP3.2", "C2", "CS3.3"), Standing.ACCEPTED),
        "CS1.2": Standing.DECLINED,
        "CS2.1": Standing.OTHER_DATE,
        "Signs for people on foot": Standing.OPEN,
    }
    assert {one.asked for one in example.cycle.requests.asked if one.ref} == {"Leisure and Culture"}
    asking, answering = (
        text_of((built.service_plan(name)).read_bytes())
        for name in ("Corporate and Property Services", "Leisure and Culture")
    )
    whole = text_of(built.corporate_plan.read_bytes())
    for words in (asking, answering, whole):
        assert "Declined: No group we know has the means to run a building." in words
    assert "What other services ask of us" in answering
    assert "What other services ask of us" not in asking
    assert "Help between services that is not settled" in whole


def test_the_revision_of_finance_changes_the_documents_with_figures_and_no_others(
    built: Project, tmp_path: Path
) -> None:
    later = copied(FENMOOR, tmp_path / "cycle")
    shutil.copy(FENMOOR / "later" / "finance-revision.xlsx", later.workbooks_dir / "finance.xlsx")
    before = check(built, no_progress).findings
    after = check(later, no_progress).findings
    new = [finding for finding in after if finding.message not in {each.message for each in before}]
    assert [(finding.code, finding.service) for finding in new] == [("figure-contradicts", "Leisure and Culture")]
    assert "The text says 'net budget of £1,217,300'" in new[0].message  # which only the text says by then
    assert [finding.message for finding in after if finding not in new] == [each.message for each in before]
    assert not build(later, no_progress).blocks
    changed = {name for name in SIZES if later.service_plan(name).read_bytes() != built.service_plan(name).read_bytes()}
    assert changed == set(SIZES) - {"Customers and Performance"}  # whose figures are still owed
    assert later.corporate_plan.read_bytes() != built.corporate_plan.read_bytes()
    amounts = {name: _amounts(later, name) ^ _amounts(built, name) for name in SIZES}
    assert {name for name, differ in amounts.items() if differ} == {"Housing and Communities", "Leisure and Culture"}
    for document in (later.corporate_plan, *(later.service_plan(name) for name in changed)):
        text = text_of(document.read_bytes())
        assert "Third revision, 8 March 2027" in text, document.name
        assert "as at 5 March 2027" in text, document.name


def _amounts(project: Project, service: str) -> set[str]:
    """Every figure of five digits or more in a service plan."""
    return set(re.findall(r"\d{1,3}(?:,\d{3})+", text_of(project.service_plan(service).read_bytes())))


def test_the_figures_of_the_corporate_plan_are_those_of_the_workbooks(built: Project) -> None:
    text = text_of(built.corporate_plan.read_bytes())
    books = sorted((FENMOOR / "workbooks").glob("*.xlsx"))
    # A row that only names a supporting objective measures nothing.
    indicators = sum("Indicator" in row for book in books for row in rows(book, "Indicators"))
    assert re.search(rf"Indicators\s+{indicators}\b", text)
    assert re.search(rf"Risks\s+{sum(len(rows(book, 'Risks')) for book in books)}\b", text)
    actions = sum(
        "Action" in row for book in books for sheet in ("Actions", "Commitments") for row in rows(book, sheet)
    )
    assert re.search(rf"Actions\s+{actions}\b", text)
    fte = sum((Decimal(row["FTE"]) for book in books for row in rows(book, "Posts") if "FTE" in row), Decimal(0))
    assert re.search(rf"Workforce \(FTE\)\s+{fte.normalize():f}\b", text)
    for kind in ("Spend", "Income"):
        total = sum(
            int(row["2027/28 original"].replace(",", "").replace("£", ""))
            for book in books
            for row in rows(book, "Money")
            if row["Type"] == kind
        )
        assert re.search(rf"{kind}, 2027/28 original[^\n]*\s+£{total:,}\b", text), (kind, total)


def test_every_word_typed_into_the_example_is_printed_in_its_plan(built: Project) -> None:
    documents = sorted((built.output_dir / "service-plans").glob("*.docx"))
    for book in sorted((FENMOOR / "workbooks").glob("*.xlsx")):
        # What Finance and HR give stands in all plans; what others give, in the plan of their service.
        plans = [path for path in documents if book.stem.startswith(path.stem)] or documents
        printed = {word for path in plans for word in re.findall(r"\w+", text_of(path.read_bytes()))}
        for sheet, columns in {
            "Text": ("Text",),
            "Actions": ("Action", "Step", "How we will know", "Lead", "Finish by", "Extra resources"),
            "Indicators": ("Indicator", "Ref"),
            "Risks": ("Cause", "Leading to", "Resulting in", "Controls"),
            "Partners": ("Partner",),
            "SWOT": ("Strengths", "Weaknesses", "Opportunities", "Threats"),
            "Posts": ("Post", "Note"),
            "Money": ("Heading", "Note"),
        }.items():
            typed = {
                word for row in rows(book, sheet) for name in columns for word in re.findall(r"\w+", row.get(name, ""))
            }
            labels = {*ascii_lowercase, "ii", "iii", "iv", *map(str, range(20))}
            assert typed - printed - labels == set(), (book.name, sheet)


def test_the_planted_defects_are_all_found_at_their_cells_and_nothing_else_is(tmp_path: Path) -> None:
    findings = [finding.as_json() for finding in check(copied(DEFECTS, tmp_path / "cycle"), no_progress).findings]
    assert findings == json.loads((DEFECTS / "expected-findings.json").read_text(encoding="utf-8"))
