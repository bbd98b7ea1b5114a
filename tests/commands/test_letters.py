from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment

from svcdocs.commands.annotate import annotate
from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.issue import issue
from svcdocs.commands.letters import letters_of
from svcdocs.commands.receive import receive
from svcdocs.model.findings import Severity
from svcdocs.model.letters import Kind, Letter
from svcdocs.project import Project
from svcdocs.report.letters import letter_text
from tests.cycles import MANY_HANDS, framework, no_progress, plan, returned, workbook, write_cycle, write_returns

DAY = date(2026, 12, 1)
IMPOSSIBLE = {"finish": "31st September 2027"}


def letters(project: Project) -> dict[str, Letter]:
    return {one.contributor: one for one in letters_of(project, read_cycle(project, no_progress), DAY)}


def broken(service: str = "Parks", **changes: object) -> dict[str, object]:
    action = plan(service).actions[0].model_dump(mode="json")
    return {"actions": [action | IMPOSSIBLE | changes]}


def test_everybody_gets_a_letter_and_hears_only_of_their_own_workbook(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken()), "homes.xlsx": plan("Homes")})
    made = letters(project)
    assert [one.kind for one in (made["Parks"], made["Homes"])] == [Kind.PUT_RIGHT, Kind.THANKS]
    (matter,) = [one for one in made["Parks"].matters if one.severity is Severity.ERROR]
    assert (matter.sheet, matter.field, matter.value) == ("Actions", "Finish by", "31st September 2027")
    assert not any(one.severity is Severity.ERROR for one in made["Homes"].matters)


def test_a_letter_names_the_column_as_the_workbook_does_and_ours_beside_it(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken())})
    path = project.workbooks_dir / "parks.xlsx"
    book = load_workbook(path)
    heading = next(cell for row in book["Actions"].iter_rows(max_row=6) for cell in row if cell.value == "Finish by")
    heading.value = "Done by"
    book.save(path)
    (matter,) = [one for one in letters(project)["Parks"].matters if one.severity is Severity.ERROR]
    assert (matter.called, matter.field) == ("Done by", "Finish by")
    assert f"cell {matter.first}, under 'Done by' (our 'Finish by')" in letter_text(letters(project)["Parks"])


def test_what_is_told_at_the_headings_of_a_sheet_stands_under_none_of_its_columns(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken())})
    path = project.workbooks_dir / "parks.xlsx"
    book = load_workbook(path)
    sheet = book["Indicators"]
    heading = next(cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value == "Good is")
    sheet.delete_cols(heading.column)
    book.save(path)
    gone = [one for one in letters(project)["Parks"].matters if "'Good is'" in one.message]
    assert [(one.called, one.field) for one in gone] == [("", "Good is")]


def test_what_the_framework_has_wrong_is_told_to_the_officer_alone(tmp_path: Path) -> None:
    odd = [{"level": "Aim", "ref": "A", "text": "One"}, {"level": "Aim", "ref": "A", "text": "Two"}]
    made = letters(write_cycle(tmp_path, {"parks.xlsx": plan("Parks", objectives=[])}, priorities=odd))
    assert any(one.file == "framework.xlsx" for one in made[""].matters)
    assert not any(one.file == "framework.xlsx" for name, each in made.items() if name for one in each.matters)


def test_a_file_that_cannot_be_read_is_told_to_whose_it_is_and_to_the_officer_who_takes_it_away(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"homes.xlsx": plan("Homes")})
    (project.workbooks_dir / "old parks.xlsx").write_text("Ref,Action", encoding="utf-8")
    made = letters(project)
    assert [one.file for one in made["Parks"].matters] == ["workbooks/old parks.xlsx"]
    assert any("take this file out of the folder" in one.remedy for one in made[""].matters)
    assert not any("old parks" in one.file for one in made["Homes"].matters)


def test_whoever_has_sent_nothing_is_told_what_to_fill_in_by_when_and_how_long_it_takes(tmp_path: Path) -> None:
    services = [{"service": "Parks", "contact": "Tom Fell", "email": "t@x.example", "deadline": "12/12/2026"}]
    made = letters(write_cycle(tmp_path, {}, services=services))["Parks"]
    assert (made.kind, made.due, made.late) == (Kind.FILL_IN, "12 December 2026", False)
    assert (made.to.name, made.to.email) == ("Tom Fell", "t@x.example")
    assert {"Actions", "Text", "Risks"} <= {one.sheet for one in made.asked}
    assert made.minutes > 60


def test_a_workbook_is_late_the_day_after_it_was_due(tmp_path: Path) -> None:
    for due, late in (("30 November 2026", True), ("1 December 2026", False)):
        project = write_cycle(tmp_path / due, {}, services=[{"service": "Parks", "deadline": due}])
        assert letters(project)["Parks"].late is late


def test_a_contributor_is_asked_only_for_the_sheets_they_have_been_given(tmp_path: Path) -> None:
    made = letters(write_returns(tmp_path, framework(**MANY_HANDS), {}))
    assert "Money" in {one.sheet for one in made["Finance"].asked}
    assert "Money" not in {one.sheet for one in made["Parks – Trees"].asked}
    assert made["Parks – Trees"].plan.startswith("your part of the service plan 2027/28 to 2028/29 of Parks")


def test_issuing_writes_the_letters_and_counts_what_stands_in_the_workbooks_already(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    sent = issue(project, DAY, no_progress)
    assert (project.letters_dir / "parks.txt").is_file()
    sent.workbooks["Parks"].write_bytes(workbook(plan("Parks"), framework()))
    made = letters(project)["Parks"]
    assert {one.sheet: one.rows for one in made.asked}["Actions"] == 1
    assert made.file == "parks.xlsx"


def test_receiving_writes_a_letter_that_says_what_came_when_and_what_changed(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    issue(project, DAY, no_progress)
    for number, title in enumerate(("Mow the lawns", "Mow the verges"), 1):
        objective = [{"ref": "P1", "text": title, "serves": "A1"}]
        project.inbox_dir.mkdir(exist_ok=True)
        (project.inbox_dir / f"v{number}.xlsx").write_bytes(workbook(plan("Parks", objectives=objective), framework()))
        receive(project, DAY, no_progress)
    text = (project.letters_dir / "parks.txt").read_text(encoding="utf-8")
    assert "your workbook v2.xlsx (" in text, "as they called it, not as it lies here"
    assert "which we received on 1 December 2026" in text
    assert "- What arrived: " in text
    assert "Changed since version 1, which came on 1 December 2026:" in text
    assert "Mow the verges" in text


def test_a_debtor_reads_what_others_wait_for(tmp_path: Path) -> None:
    council = framework(**MANY_HANDS)
    owed = {"section": "Risks", "text": "The budget", "owed_by": "Finance", "owed_on": "21 February 2027"}
    back = returned(council, "Parks", plan("Parks", passages=[owed]))
    made = letters(write_returns(tmp_path, council, {"parks.xlsx": back}))
    assert made["Finance"].owes == ("The budget (Parks), by 21 February 2027",)
    assert made["Parks"].owes == ()


def test_letters_speak_in_the_councils_own_words(tmp_path: Path) -> None:
    words = [{"term": "risk", "singular": "threat"}, {"term": "service", "singular": "directorate"}]
    council = framework(**MANY_HANDS, words=words)
    made = letters(write_returns(tmp_path, council, {}))
    assert "Threats" in {one.sheet for one in made["Parks – Trees"].asked}
    assert made["Finance"].plan == "your part of the service plans 2027/28 to 2028/29 of 2 directorates"


def test_a_letter_is_rewritten_and_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    check(project, no_progress, today=DAY)
    before = {path.name: path.read_bytes() for path in project.letters_dir.iterdir()}
    (project.letters_dir / "parks.txt").write_text("edited", encoding="utf-8")
    check(project, no_progress, today=DAY)
    assert {path.name: path.read_bytes() for path in project.letters_dir.iterdir()} == before


def with_words_of_their_own(tmp_path: Path, **more: object) -> Project:
    """A cycle in which a team has put a comment on a cell and a sheet of its own into its workbook."""
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **more)})
    path = project.workbooks_dir / "parks.xlsx"
    book = load_workbook(path)
    book["Actions"]["B6"].comment = Comment("Cabinet may slip to June.", "Ann")
    book.create_sheet("Notes for Noor")["A1"] = "Is the target right?"
    book.save(path)
    return project


def test_comments_and_sheets_of_their_own_are_told_once_to_whoever_wrote_them_and_to_the_officer(
    tmp_path: Path,
) -> None:
    made = letters(with_words_of_their_own(tmp_path))
    sheet, comment = made["Parks"].returned.unprinted
    assert sheet.endswith("It begins: 'Is the target right?'")
    assert comment == "There is a comment on B6 of the sheet 'Actions': 'Cabinet may slip to June.'"
    assert not {sheet, comment} & {matter.message for matter in made["Parks"].matters}
    assert {sheet, comment} <= {matter.message for matter in made[""].matters}
    text = letter_text(made["Parks"]).splitlines()
    begins = next(number for number, line in enumerate(text) if line.startswith("- Not printed, and told to "))
    assert text[begins + 1 : begins + 3] == [f"  - {sheet}", f"  - {comment}"]


def test_a_comment_is_not_marked_with_a_note_that_repeats_it(tmp_path: Path) -> None:
    project = with_words_of_their_own(tmp_path, **broken())
    annotate(project, read_cycle(project, no_progress), tmp_path / "marked", no_progress)
    book = load_workbook(tmp_path / "marked" / "parks.xlsx")
    assert book["Actions"]["B6"].comment.text == "Cabinet may slip to June."


def test_a_letter_tells_which_matters_a_reason_on_a_row_has_answered_until_it_names_one(tmp_path: Path) -> None:
    odd = {"finish": "March 2035", "lead": "Zadie Quill", "reason": "The lease runs until then"}
    people = [{"name": "Tom Fell"}]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken(**odd))}, people=people)
    (told,) = letters(project)["Parks"].answered
    assert (told.sheet, told.cell[-1], told.reason) == ("Actions", "6", "The lease runs until then")
    assert {"Finish by", "Lead"} <= {field for _, field, _ in told.matters}
    odd["reason"] = f"Finish by: {odd['reason']}"
    again = write_cycle(tmp_path / "again", {"parks.xlsx": plan("Parks", **broken(**odd))}, people=people)
    (told,) = letters(again)["Parks"].answered
    assert [field for _, field, _ in told.matters] == ["Finish by"]
    assert "Lead" in {one.field for one in letters(again)["Parks"].matters}


def test_the_officers_list_goes_once_nothing_is_the_officers_to_see_to(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks"), "homes.xlsx": plan("Homes")})
    (project.workbooks_dir / "old parks.xlsx").write_text("Ref,Action", encoding="utf-8")
    check(project, no_progress, today=DAY)
    assert (project.letters_dir / "policy-officer.txt").is_file()
    (project.workbooks_dir / "old parks.xlsx").unlink()
    check(project, no_progress, today=DAY)
    assert not any(one.kind is Kind.OFFICER for one in letters(project).values())
    assert sorted(path.name for path in project.letters_dir.iterdir()) == ["homes.txt", "parks.txt"]


def test_a_cell_that_is_told_without_a_heading_is_named_by_what_stands_over_it(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    path = project.workbooks_dir / "parks.xlsx"
    book = load_workbook(path)
    heading = next(cell for row in book["Actions"].iter_rows(max_row=6) for cell in row if cell.value == "Lead")
    error = book["Actions"].cell(heading.row + 2, heading.column)
    error.value, error.data_type = "#REF!", "e"
    book.save(path)
    assert f"Sheet Actions, cell {error.coordinate}, under 'Lead'\n" in letter_text(letters(project)["Parks"])
