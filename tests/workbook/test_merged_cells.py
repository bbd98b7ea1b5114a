from __future__ import annotations

from typing import Any

from svcdocs.checks.completeness import incomplete_rows
from svcdocs.model.cycle import link
from svcdocs.model.findings import Severity
from svcdocs.workbook.assembly import assemble
from tests.plans import COUNCIL
from tests.workbook.sheets import read, read_one, tab, told


def test_cells_merged_down_a_grouping_column_count_for_each_of_their_rows() -> None:
    table = "| Ref | Indicator | Objective |\n| N1 | Calls | HC1 |\n| N2 | Mail | |\n| N3 | Visits | |"
    records, findings = read_one("Indicators", table, merged=((2, 3, 3, 3),))
    assert [str(row.objective) for row in records] == ["HC1", "HC1", ""]
    assert [row.cell("objective").cell for row in records] == ["C2", "C2", "C4"]
    notes = [finding for finding in findings if finding.code == "cells-merged"]
    assert told(notes) == [("cells-merged", "C2:C3")]
    assert notes[0].message == "The cells C2:C3 are merged; what C2 says counts for each of these rows."


def test_cells_merged_elsewhere_are_read_where_they_begin() -> None:
    table = "| Ref | Indicator | Unit |\n| N1 | Calls | Number |\n| N2 | | Number |"
    records, findings = read_one("Indicators", table, merged=((2, 2, 3, 2),))
    assert [row.name.plain for row in records] == ["Calls", ""]
    assert ("cells-merged", "B2:B3") in told(findings)


def test_cells_merged_over_blank_rows_make_no_records() -> None:
    table = "| Ref | Indicator | Supporting objective |\n| N1 | Calls | Answer fast |\n\n| N3 | Visits | |"
    records, _ = read_one("Indicators", table, merged=((2, 3, 4, 3),))
    assert [row.supporting_objective.plain for row in records] == ["Answer fast", "Answer fast"]


def test_a_title_merged_down_its_steps_is_one_action() -> None:
    table = "| Ref | Action | For | Step |\n| A1 | Open | HC1 | Plan |\n| | | | Build |\n| A2 | Close | | Sell |"
    records, _ = read_one("Actions", table, merged=((2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3)))
    assert [(str(row.ref), len(row.steps), str(row.serves)) for row in records] == [("A1", 2, "HC1"), ("A2", 1, "")]


def test_a_row_merged_across_the_table_is_the_heading_of_the_rows_below() -> None:
    table = "| Ref | Action | Step | Group |\n| Homelessness |\n| A1 | Open | Plan | |\n| A2 | Close | Sell | |"
    records, findings = read_one("Actions", table, merged=((2, 1, 2, 4),))
    assert [(str(row.ref), row.group) for row in records] == [("A1", "Homelessness"), ("A2", "Homelessness")]
    note = next(finding for finding in findings if finding.code == "cells-merged")
    assert note.message == "The cells A2:D2 are merged; they are read as the group of the rows below."


def test_merged_cells_above_the_table_are_of_no_interest() -> None:
    _, findings = read_one("Risks", "| Our risks |\n| Ref | Cause |\n| R1 | Flood |", merged=((1, 1, 1, 5),))
    assert "cells-merged" not in {finding.code for finding in findings}


ACROSS = (
    "| Ref | Action | For | Step | Step by | Finish by | Lead |\n"
    "| A1 | Meters | HC1 | Fit 41 meters by May 2027 | | | Tom |\n| | | | Send figures | June 2027 | | |"
)


def test_cells_of_several_columns_merged_into_one_are_to_be_parted() -> None:
    _, findings = read_one("Actions", ACROSS, merged=((2, 4, 2, 6),))
    (finding,) = [one for one in findings if one.code.startswith("cells-merged")]
    assert told([finding]) == [("cells-merged-across", "D2:F2")]
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "The cells D2:F2 are merged into one, which says 'Fit 41 meters by May 2027': all of it is read as 'Step', and"
        " there is no cell left under 'Step by' and 'Finish by'."
    )
    assert finding.hint == (
        "Select D2 and choose Merge & Center on the tab Home, which parts it again; leave what belongs under"
        " 'Step' there, and type the rest under 'Step by' and 'Finish by'."
    )


def test_a_merged_cell_that_leaves_no_place_for_a_date_is_not_told_to_lack_it() -> None:
    def lacking(**more: Any) -> list[str]:
        reading = read(tab("Actions", ACROSS, **more))
        made = link(COUNCIL, [assemble("Housing", [reading])], None, (), reading.gaps)
        return [hit.message for hit in incomplete_rows(made)]

    assert lacking() == ["Action A1 'Meters' does not say when it will be done."]
    assert lacking(merged=((2, 4, 2, 6),)) == []
