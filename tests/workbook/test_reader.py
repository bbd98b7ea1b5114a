from __future__ import annotations

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Declaration, Risk
from svcdocs.workbook.identity import fingerprint
from svcdocs.workbook.reader import read_framework
from tests.workbook.sheets import cells, read, said, tab, told

RISKS = "| Ref | Cause | Likelihood | Impact | Controls | Owner |\n| R1 | Flood | 1 | 2 | Pumps | Tom |"


def test_sheets_are_known_whatever_their_case_blanks_and_order() -> None:
    reading = read(tab(" rISKS ", RISKS), tab("Actions ", "| Ref | Action |\n| A1 | Open |"))
    assert [str(risk.ref) for risk in said(reading, "risks")] == ["R1"]
    assert len(said(reading, "actions")) == 1
    missing = [finding.message for finding in reading.findings if finding.code == "sheet-missing"]
    assert "The sheet 'Indicators' is not in the workbook." in missing
    assert not any("'Risks'" in message or "'Actions'" in message for message in missing)


def test_a_renamed_sheet_is_read_and_told_once() -> None:
    reading = read(tab("Risk", RISKS))
    assert [str(risk.ref) for risk in said(reading, "risks")] == ["R1"]
    (note,) = (finding for finding in reading.findings if finding.code == "read-as")
    assert note.where is not None
    assert note.where.sheet == "Risk"
    assert (note.message, note.severity) == ("The sheet 'Risk' was read as 'Risks'.", "note")
    assert not any("'Risks' is not in the workbook" in finding.message for finding in reading.findings)


def test_a_strange_sheet_is_reported_with_what_it_may_be() -> None:
    reading = read(tab("Our Risks", "| Flood | of the cellar |"))
    unknown = next(finding for finding in reading.findings if finding.code == "sheet-unknown")
    assert unknown.hint.startswith("Did you mean 'Risks'? Then name it that.")


def test_a_further_sheet_is_a_note_and_a_private_or_hidden_or_empty_one_nothing() -> None:
    foreign = tab("Minutes", "| Notes | of | a meeting |")
    reading = read(foreign, tab("# mine", "| x |"), tab("Lists", "| x |", state="hidden"), CellSheet("Sheet1"))
    (told,) = [finding for finding in reading.findings if finding.code == "sheet-unknown"]
    assert told.where is not None
    assert told.where.sheet == "Minutes"
    assert told.shared, "what somebody has written there may be meant for the policy officer"
    assert told.message == (
        "The sheet 'Minutes' is not one of the workbook's, so nothing on it is printed. It begins:"
        " 'Notes / of / a meeting'"
    )


def test_a_second_sheet_that_differs_by_a_blank_is_not_lost_in_silence() -> None:
    reading = read(tab("Risks", RISKS), tab("Risks ", RISKS))
    assert len(said(reading, "risks")) == 1
    assert "sheet-copy" in {finding.code for finding in reading.findings}


def test_a_hidden_sheet_of_ours_is_read() -> None:
    assert len(said(read(tab("Risks", RISKS, state="hidden")), "risks")) == 1


def test_a_filtered_row_is_read() -> None:
    assert len(said(read(tab("Risks", RISKS, hidden_rows=frozenset({2}))), "risks")) == 1


def test_what_could_not_be_read_of_the_file_is_a_note_in_a_sentence() -> None:
    framework, findings = read_framework(CellBook(remarks=("Risks: its comments could not be read",)), "f.xlsx")
    note = next(finding for finding in findings if finding.code == "file-remark")
    assert note.message == "Risks: its comments could not be read."
    assert framework == Framework()


def test_a_framework_is_read_with_the_team_rows_below_their_service() -> None:
    table = "| Service | Team | Corporate manager |\n| Housing | | Joan |\n| | Repairs | |\n| Streets | | |"
    framework, _ = read_framework(CellBook((CellSheet("Services and teams", rows=cells(table)),)), "f.xlsx")
    assert [(row.service, row.team) for row in framework.services] == [
        ("Housing", ""),
        ("Housing", "Repairs"),
        ("Streets", ""),
    ]
    assert framework.service_names == ("Housing", "Streets")


def test_headings_that_would_give_two_columns_one_name_are_reported_to_the_officer() -> None:
    columns = "| Heading | Year |\n| 2027/28 | 2027/28 |\n| Note | |\n| 2027/28: | |"
    lists = "| List | Heading |\n| SWOT | Strengths |\n| SWOT | strengths |\n| Drivers | Strengths |"
    sheets = (CellSheet("Money columns", rows=cells(columns)), CellSheet("List headings", rows=cells(lists)))
    _, findings = read_framework(CellBook(sheets), "framework.xlsx")
    clashes = [finding for finding in findings if finding.code == "heading-twice"]
    assert told(clashes) == [("heading-twice", "A3"), ("heading-twice", "A4"), ("heading-twice", "B3")]
    assert clashes[0].message == "The sheet 'Money' would have two columns headed 'Note', so the second is left out."
    assert {finding.audience for finding in clashes} == {"officer"}


def test_a_workbook_that_has_lost_its_identity_is_not_taken_for_untouched() -> None:
    reading = read(tab("Risks", RISKS))
    assert reading.identity.issued == ""
    assert not reading.is_untouched


def test_a_workbook_of_an_earlier_layout_is_not_told_to_lack_what_came_later() -> None:
    def missing(layout: str) -> bool:
        reading = read(tab("Risks", RISKS), properties={"layout": layout})
        return any("'Bids'" in finding.message for finding in reading.findings)

    assert [missing(layout) for layout in ("", "1", "2", "three")] == [False, False, True, False]
    _, findings = read_framework(CellBook((CellSheet("About", rows=cells("| Council | Fenmoor |")),)), "f.xlsx")
    told = " ".join(finding.message for finding in findings)
    assert "'Priorities'" in told
    assert "'First year'" in told
    assert "'Who fills in what'" not in told
    assert "'Other languages'" not in told


def test_a_workbook_sent_out_in_the_first_layout_is_known_as_untouched() -> None:
    sheets = ("actions", "indicators", "risks", "passages", "objectives", "council_actions", "swot", "drivers")
    blank: dict[str, list[Record]] = {name: [] for name in (*sheets, "partners", "posts", "money")}
    issued = fingerprint(blank | {"declaration": [Declaration()], "risks": [Risk(cause="Flood")]})
    as_sent = "| Ref | Cause |\n| | Flood |"
    assert read(tab("Risks", as_sent), properties={"issued": issued}).is_untouched is False  # the guide is gone
    guide = tab("Guide", "| Ready to send |\n| Checked by |")
    assert read(guide, tab("Risks", as_sent), properties={"issued": issued}).is_untouched
    assert not read(guide, tab("Risks", "| Ref | Cause |\n| | Fire |"), properties={"issued": issued}).is_untouched
