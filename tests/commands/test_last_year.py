from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from svcdocs.commands.beside_names import BESIDE, BOOK
from svcdocs.commands.build import build
from svcdocs.commands.documents import stale_documents
from svcdocs.commands.export import export
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.issue import issue
from svcdocs.commands.refresh import refresh
from svcdocs.errors import SvcdocsError
from svcdocs.excel.reading import read_book
from svcdocs.exports.plans import SCHEMA_VERSION
from svcdocs.model.assignments import assignments_of
from svcdocs.model.service_plan import ServicePlan
from svcdocs.project import Project
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from tests.cycles import MANY_HANDS, framework, no_progress, plan, workbook, write_cycle

TODAY = dt.date(2026, 9, 7)
BENCHES: dict[str, Any] = {
    "ref": "P1.2",
    "title": "Put a bench at every gate",
    "finish": "March 2027",
    "lead": "Ines Calloway",
    "team": "Trees",
}
LAST = {"first_year": "2026/27", "years": "2", "council": "Saltmarsh Borough Council", "version": "Final"}


def last_year(folder: Path, *more: dict[str, Any], **council: Any) -> Path:
    """The plans.json of a cycle of the year before."""
    parks = plan("Parks")
    acts = (
        *parks.actions,
        *(ServicePlan.model_validate({"service": "x", "actions": [one]}).actions[0] for one in more),
    )
    before = write_cycle(folder, {"parks.xlsx": parks.model_copy(update={"actions": acts})}, about=LAST, **council)
    export(before, no_progress)
    return before.plans_json


def this_year(
    tmp_path: Path, *more: dict[str, Any], plans: dict[str, ServicePlan] | None = None, **council: Any
) -> Project:
    """This year's cycle, whose settings name last year's plans."""
    given = last_year(tmp_path / "before", *more)
    project = write_cycle(tmp_path / "now", plans, **council)
    (project.folder / "last-year").mkdir()
    (project.folder / "last-year" / "plans.json").write_bytes(given.read_bytes())
    return pointed(project)


def pointed(project: Project, at: str = "last-year/plans.json") -> Project:
    """The cycle with last year's plans in its settings."""
    settings = project.folder / "svcdocs.toml"
    text = settings.read_text(encoding="utf-8")
    assert '# last_year = "last-year/plans.json"' in text
    settings.write_text(text.replace("# last_year = ", "last_year = ").replace("last-year/plans.json", at), "utf-8")
    return Project.open(project.folder)


def issued(project: Project, contributor: str, **council: Any) -> tuple[Reading, list[str]]:
    """The workbook of a contributor as it goes out, and the names of its sheets."""
    made = framework(**council)
    whose = next(one for one in assignments_of(made) if one.contributor == contributor)
    book = read_book(issue(project, TODAY, no_progress).workbooks[contributor])
    return read_workbook(book, "any name.xlsx", layout_of(made, whose)), [sheet.name for sheet in book.sheets]


def test_issue_starts_a_row_for_everything_that_last_years_plan_had(tmp_path: Path) -> None:
    reading, sheets = issued(this_year(tmp_path, BENCHES | {"status": "C"}, plans={}), "Parks")
    rows = reading.plans["Parks"]["last_year"]
    assert [(str(row.ref), row.kind, row.was, row.fate) for row in rows] == [  # type: ignore[attr-defined]
        ("P1", "Objective", "Better parks", ""),
        ("P1.1", "Action", "Improve the parks", ""),
        ("P1.2", "Action", "Put a bench at every gate", "Done"),
    ]
    assert "Last year" in sheets
    assert reading.is_untouched
    assert reading.findings == ()


def test_a_service_that_had_nothing_is_asked_nothing(tmp_path: Path) -> None:
    assert "Last year" not in issued(this_year(tmp_path, plans={}), "Homes")[1]


def test_without_last_year_no_workbook_has_the_sheet_and_none_lacks_it(tmp_path: Path) -> None:
    reading, sheets = issued(write_cycle(tmp_path, {}), "Parks")
    assert "Last year" not in sheets
    assert reading.findings == ()


def test_each_team_is_asked_for_what_was_its_own_by_whatever_name(tmp_path: Path) -> None:
    project = this_year(tmp_path, BENCHES | {"team": "Arboriculture"}, plans={}, **MANY_HANDS)
    of_head, of_team = (issued(project, name, **MANY_HANDS)[0] for name in ("Parks", "Parks – Trees"))
    assert [str(row.ref) for row in of_head.plans["Parks"]["last_year"]] == ["P1", "P1.1"]  # type: ignore[attr-defined]
    assert [str(row.ref) for row in of_team.plans["Parks"]["last_year"]] == ["P1.2"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lambda _: b"{", r"last-year/plans\.json is not JSON"),
        (lambda _: b"[]", r"last-year/plans\.json holds no plans"),
        (lambda _: b'{"services": []}', r"does not say by which version of svcdocs it was written"),
        (
            lambda held: json.dumps(held | {"schema_version": SCHEMA_VERSION + 1}).encode(),
            r"last-year/plans\.json was written by a later version",
        ),
        (
            lambda held: json.dumps(held | {"framework": {"about": {"first_year": "2027/28"}}}).encode(),
            r"last-year/plans\.json holds the plans of 2027/28, which are those of this cycle",
        ),
    ],
    ids=["no JSON", "no plans", "no version", "a later version", "this year"],
)
def test_last_years_plans_that_cannot_be_used_are_one_sentence(
    tmp_path: Path, content: Callable[[dict[str, Any]], bytes], message: str
) -> None:
    project = this_year(tmp_path)
    assert project.last_year
    project.last_year.write_bytes(content(json.loads(project.last_year.read_bytes())))
    for verb in (lambda: read_cycle(project, no_progress), lambda: issue(project, TODAY, no_progress)):
        with pytest.raises(SvcdocsError, match=message):
            verb()


def test_last_years_plans_that_are_not_there_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match=r"there is nothing at last_year = 'elsewhere/plans\.json'"):
        pointed(write_cycle(tmp_path), "elsewhere/plans.json")


def test_a_folder_in_their_place_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(SvcdocsError, match="elsewhere cannot be read"):
        read_cycle(pointed(write_cycle(tmp_path), "elsewhere"), no_progress)


def test_an_earlier_schema_is_read(tmp_path: Path) -> None:
    project = this_year(tmp_path)
    assert project.last_year
    held = json.loads(project.last_year.read_bytes())
    project.last_year.write_text(json.dumps(held | {"schema_version": 1}), encoding="utf-8")
    assert read_cycle(project, no_progress).cycle.last_year


def test_documents_and_data_say_what_has_become_of_last_year(tmp_path: Path) -> None:
    project = this_year(tmp_path, BENCHES)
    build(project, no_progress, draft=True)
    held = json.loads(project.plans_json.read_bytes())["since_last_year"]
    assert (held["year"], held["counts"]["Carried over"], held["counts"]["Missing"]) == ("2026/27", 2, 1)
    table = (project.data_dir / "since_last_year.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[:5] for row in table[1:]] == [
        ["Parks", "Objective", "P1", "Better parks", "Carried over"],
        ["Parks", "Action", "P1.1", "Improve the parks", "Carried over"],
        ["Parks", "Action", "P1.2", "Put a bench at every gate", "Missing"],
    ]
    for path, is_told in (
        (project.service_plan("Parks"), True),
        (project.corporate_plan, True),
        (project.service_plan("Homes"), False),
    ):
        headings = [
            line.text
            for line in Document(str(path)).paragraphs
            if "Heading" in ((line.style and line.style.name) or "")
        ]
        assert ("What has changed since last year" in headings) is is_told


def test_without_last_year_the_data_say_so(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    export(project, no_progress)
    assert json.loads(project.plans_json.read_bytes())["since_last_year"] is None
    assert not (project.data_dir / "since_last_year.csv").exists()


def test_documents_are_out_of_date_when_last_years_plans_change(tmp_path: Path) -> None:
    project = this_year(tmp_path, BENCHES)
    build(project, no_progress, draft=True)
    assert stale_documents(project, read_cycle(project, no_progress)) == ()
    assert project.last_year
    held = json.loads(project.last_year.read_bytes())
    held["services"][0]["actions"].pop()
    project.last_year.write_text(json.dumps(held), encoding="utf-8")
    assert set(stale_documents(project, read_cycle(project, no_progress))) == {
        *("corporate-plan.docx", *BESIDE, BOOK),
        *("service-plans/homes.docx", "service-plans/parks.docx"),
    }


def test_a_plan_that_tells_of_anothers_work_is_out_of_date_with_it(tmp_path: Path) -> None:
    rows = [{"ref": "P1.2", "kind": "Action", "was": "Put a bench at every gate", "fate": "Merged", "now": "H1.1"}]
    given = {"parks.xlsx": plan("Parks", last_year=rows), "homes.xlsx": plan("Homes")}
    project = this_year(tmp_path, BENCHES, plans=given)
    build(project, no_progress, draft=True)
    (project.workbooks_dir / "homes.xlsx").write_bytes((project.workbooks_dir / "parks.xlsx").read_bytes())
    assert "service-plans/parks.docx" in stale_documents(project, read_cycle(project, no_progress))


def test_the_final_plan_waits_until_everything_is_accounted_for(tmp_path: Path) -> None:
    about = framework().about.model_dump(mode="json") | {"stage": "Final"}
    project = this_year(tmp_path, BENCHES, about=about)
    blocked = [
        finding.service for finding in read_cycle(project, no_progress).findings if finding.code == "last-year-missing"
    ]
    assert blocked == ["Parks"]
    assert any(line.document.endswith("parks.docx") and line.why for line in build(project, no_progress).lines)


def test_a_half_filled_workbook_that_is_carried_over_gets_the_rows_it_lacks_and_keeps_those_it_has(
    tmp_path: Path,
) -> None:
    given = plan("Parks")
    project = this_year(tmp_path, BENCHES, plans={"parks.xlsx": given})
    done = refresh(project, TODAY, no_progress, "Parks")
    said = read_workbook(read_book(done.path), "parks.xlsx", layout_of(framework(), assignments_of(framework())[0]))
    assert [str(row.ref) for row in said.plans["Parks"]["last_year"]] == ["P1", "P1.1", "P1.2"]  # type: ignore[attr-defined]
    assert said.plans["Parks"]["actions"] == given.actions
    rows = [{"ref": "P1.2", "kind": "Action", "was": "Put a bench at every gate", "fate": "Done"}]
    (project.workbooks_dir / "parks.xlsx").write_bytes(workbook(plan("Parks", last_year=rows), framework()))
    again = refresh(project, TODAY, no_progress, "Parks")
    said = read_workbook(read_book(again.path), "parks.xlsx", layout_of(framework(), assignments_of(framework())[0]))
    assert [(str(row.ref), row.fate) for row in said.plans["Parks"]["last_year"]] == [("P1.2", "Done")]  # type: ignore[attr-defined]


def test_the_letter_that_goes_with_a_workbook_names_its_sheet_of_last_year(tmp_path: Path) -> None:
    project = this_year(tmp_path, BENCHES, plans={})
    issue(project, TODAY, no_progress)
    (project.workbooks_dir / "parks.xlsx").write_bytes((project.issued_on(TODAY) / "parks.xlsx").read_bytes())
    build(project, no_progress, draft=True, today=TODAY)
    letters = {path.name: path.read_text("utf-8-sig") for path in project.letters_dir.iterdir()}
    assert "Last year" in letters["parks.txt"]
    assert "Last year" not in letters["homes.txt"]
