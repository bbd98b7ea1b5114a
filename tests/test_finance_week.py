"""The week in which Finance's figures arrive, played on a copy of the example: twice received and twice built."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from svcdocs.commands.beside_names import CORPORATE
from svcdocs.commands.build import Built, build
from svcdocs.commands.receive import Received, receive
from svcdocs.commands.status import status
from svcdocs.model.receipts import FiguresReceived, Receipt
from svcdocs.project import Project
from svcdocs.report.receipts import receipt_text
from svcdocs.word.outline import text_of
from tests.cycles import no_progress
from tests.test_examples import FENMOOR, SIZES, copied, rows

FIRST, REVISED = dt.date(2027, 2, 21), dt.date(2027, 3, 8)
ORIGINAL, REVISION = FENMOOR / "workbooks" / "finance.xlsx", FENMOOR / "later" / "finance-revision.xlsx"
COLUMNS = ("2026/27 revised", "2027/28 original", "2028/29 estimate")
KINDS = ("Spend", "Income", "Saving", "Reserve", "Capital")


class Week:
    """What happened: the receipts of both versions, and what the builds after them said."""

    def __init__(self, folder: Path) -> None:
        self.project = copied(FENMOOR, folder / "cycle")
        self.project.inbox_dir.mkdir()
        (self.project.workbooks_dir / "finance.xlsx").unlink()
        shutil.copy(ORIGINAL, self.project.inbox_dir / "Budget book v4 FINAL.xlsx")
        self.first = self._received(FIRST)
        self.built = build(self.project, no_progress, today=FIRST)
        self.old = {name: self.project.service_plan(name).read_bytes() for name in SIZES}
        shutil.copy(REVISION, self.project.inbox_dir / "Budget book v5.xlsx")
        self.second = self._received(REVISED)
        self.between = status(self.project, REVISED, no_progress, given=self.project.folder)
        self.rebuilt = build(self.project, no_progress, today=REVISED)

    def _received(self, day: dt.date) -> Receipt:
        done: Received = receive(self.project, day, no_progress)
        return next(one for one in done.receipts if one.contributor == "Finance")


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    return Week(tmp_path_factory.mktemp("finance"))


def figures(receipt: Receipt) -> FiguresReceived:
    assert receipt.figures is not None
    return receipt.figures


def lines(book: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The lines of a finance workbook by openpyxl alone, each with its service, where a blank means as above."""
    service = ""
    for row in rows(book, "Money"):
        service = row.get("Service", service)
        yield service, row


@pytest.mark.parametrize(("version", "book"), [("first", ORIGINAL), ("second", REVISION)])
def test_the_receipt_has_the_control_totals_of_the_workbook(week: Week, version: str, book: Path) -> None:
    told = figures(getattr(week, version)).tallies
    sums: Counter[tuple[str, str, str, str]] = Counter()
    count: Counter[tuple[str, str, str]] = Counter()
    for service, row in lines(book):
        if row["Type"] in KINDS:
            for whose in ("", service):
                key = (whose, row["Fund"], row["Type"])
                count[key] += 1
                for column in COLUMNS:
                    sums[(*key, column)] += int(row[column].replace(",", "")) if column in row else 0
    printed = {(one.service, one.fund, one.kind): one for one in told.tallies}
    assert {key: one.lines for key, one in printed.items()} == count
    for key, one in printed.items():
        assert {column: int(amount or 0) for column, amount in one.sums} == {
            column: sums[(*key, column)] for column in COLUMNS
        }
    everything = list(lines(book))
    assert (told.lines, told.totals) == (len(everything), sum(row["Type"] == "Total" for _, row in everything))
    assert told.left_out == ()


def test_the_revision_is_told_line_by_line_with_old_and_new(week: Week) -> None:
    def cells(book: Path) -> dict[tuple[str, str, str], str]:
        found: dict[tuple[str, str, str], str] = {}
        for service, row in lines(book):
            found |= {(service, row["Heading"], column): row[column] for column in COLUMNS if column in row}
        return found

    before, after = cells(ORIGINAL), cells(REVISION)
    wanted = {
        (*key, before.get(key, ""), after.get(key, ""))
        for key in {*before, *after}
        if before.get(key) != after.get(key)
    }
    told = figures(week.second).changes
    assert {(one.service, one.line.split(", ")[0], one.column, one.before, one.after) for one in told} == wanted
    assert len(told) == len(wanted) > 10
    assert figures(week.first).changes == figures(week.first).moved == ()
    assert "Housing and Communities: General Fund, Spend, 2027/28 original: 3,766,100 is now 3,630,800" in receipt_text(
        week.second
    )


def test_control_totals_that_moved_are_those_of_the_services_whose_lines_did(week: Week) -> None:
    moved = {one.service for one in figures(week.second).moved}
    assert moved == {"All services", "Housing and Communities", "Leisure and Culture"}


def test_a_sentence_that_the_new_figures_contradict_is_told_at_receipt_and_at_build(week: Week) -> None:
    assert figures(week.first).contradicted == week.built.contradicted == ()
    (sentence,) = figures(week.second).contradicted
    assert sentence.startswith("Leisure and Culture, Text C50: The text says 'net budget of £1,217,300'")
    assert week.rebuilt.contradicted == (sentence,)


def test_before_the_build_the_plans_are_told_as_out_of_date_because_of_finance(week: Week) -> None:
    stale = {one.service: one.because for one in week.between.documents if one.because}
    assert set(stale) == {*SIZES, ""} - {"Customers and Performance"}  # whose figures are still owed
    assert set(stale.values()) == {("workbooks/finance.xlsx",)}


def changed(built: Built) -> dict[str, list[str]]:
    """What is printed otherwise in each plan; what is made from the corporate plan says what that says."""
    return {
        one.document.removeprefix("service-plans/").removesuffix(".docx"): list(map(str, one.parts))
        for one in built.reprints
        if one.service or one.document == CORPORATE
    }


def test_a_first_build_has_nothing_to_tell_and_the_next_says_which_documents_changed_and_only_where(week: Week) -> None:
    assert week.built.reprints == ()
    told = changed(week.rebuilt)
    assert set(told) == {
        "housing-and-communities",
        "environment-and-streets",
        "planning-and-regeneration",
        "leisure-and-culture",
        "corporate-and-property-services",
        "corporate-plan",
    }
    headings = {name: [part.rsplit(": ", 1)[0] for part in parts] for name, parts in told.items()}
    assert headings["housing-and-communities"] == ["Before you sign", "Financial resources"]
    assert headings["leisure-and-culture"] == ["Before you sign", "Financial resources"]
    assert headings["corporate-and-property-services"] == ["Financial resources"]
    assert {heading.split(":")[0] for heading in headings["corporate-plan"]} == {"The council in figures", "Finance"}
    # Of services whose figures are as they were, only the version and the day on which they were right are others.
    assert not any("figure" in part for part in told["corporate-and-property-services"])


def test_the_figures_counted_are_those_that_are_printed_otherwise(week: Week) -> None:
    def printed(content: bytes) -> Counter[str]:
        return Counter(re.findall(r"\d{1,3}(?:,\d{3})+", text_of(content)))

    for one in week.rebuilt.reprints:
        if one.service:
            now = printed(week.project.service_plan(one.service).read_bytes())
            differ = any(part.figures for part in one.parts)
            assert bool(now - printed(week.old[one.service])) == differ, one.service


def test_whoever_signs_or_answers_for_a_plan_gets_a_notice(week: Week) -> None:
    (one,) = [one for one in week.rebuilt.reprints if one.service == "Leisure and Culture"]
    assert one.because == ("Finance (Third revision, 8 March 2027)",)
    assert [who.name for who in one.tell] == ["Caroline Fitch", "Cllr Hugh Lanyon", "Cllr Pauline Strood", "Cabinet"]
    notice = (week.project.output_dir / "letters" / "changed-leisure-and-culture.txt").read_text(encoding="utf-8")
    assert "with what is new from Finance (Third revision, 8 March 2027)" in notice
    assert "- Financial resources: " in notice
    assert "The text says 'net budget of £1,217,300'" in notice
    other = (week.project.output_dir / "letters" / "changed-environment-and-streets.txt").read_text(encoding="utf-8")
    assert "1,217,300" not in other


def test_every_document_names_the_version_it_rests_on_and_none_names_both(week: Week) -> None:
    for name in set(SIZES) - {"Customers and Performance"}:
        old, new = text_of(week.old[name]), text_of(week.project.service_plan(name).read_bytes())
        assert ("Second revision, 12 February 2027" in old, "Third revision" in old) == (True, False), name
        assert ("Third revision, 8 March 2027" in new, "Second revision" in new) == (True, False), name
        assert "as at 5 March 2027" in new, name


def test_building_once_more_changes_and_tells_nothing(week: Week) -> None:
    assert build(week.project, no_progress, today=REVISED).reprints == ()


def edited(path: Path, sheet: str, cells: dict[str, str | None]) -> None:
    book = openpyxl.load_workbook(path)
    for cell, text in cells.items():
        book[sheet][cell] = text
    book.save(path)


def test_taking_away_a_share_changes_only_where_it_is_told(week: Week) -> None:
    project = Project.open(week.project.folder)
    edited(project.framework, "Shared resources", dict.fromkeys(("A6", "B6", "C6", "D6")))
    told = changed(build(project, no_progress, today=REVISED))
    headings = {name: [part.rsplit(": ", 1)[0] for part in parts] for name, parts in told.items()}
    assert set(headings) == {"environment-and-streets", "leisure-and-culture", "corporate-plan"}
    assert headings["corporate-plan"] == [
        "Aim C: Towns and villages that thrive",  # both rows are for it, so that its sum counts two pounds now
        "Finance: Bids for more",
        "Finance: All that is asked for",
    ]
    assert all(len(headings[name]) == 1 for name in ("environment-and-streets", "leisure-and-culture"))


def test_then_taking_away_one_of_the_two_rows_changes_its_own_plan_and_the_sums(week: Week) -> None:
    project = Project.open(week.project.folder)
    book = project.workbooks_dir / "environment-and-streets.xlsx"
    assert "volunteering officer" in str(openpyxl.load_workbook(book)["Actions"]["K50"].value)
    edited(book, "Actions", {"K50": "None"})
    told = changed(build(project, no_progress, today=REVISED))
    assert set(told) == {"environment-and-streets", "corporate-plan"}
    assert len(told["environment-and-streets"]) == 1
    assert {part.rsplit(": ", 1)[0] for part in told["corporate-plan"]} == {
        *("Aim B: Clean, green and ready for a changing climate", "Aim C: Towns and villages that thrive"),
        "Finance: All that is asked for",
    }
    assert "Finance: All that is asked for: 4 figures" in told["corporate-plan"]  # requests, two years, posts
