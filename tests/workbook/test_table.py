from __future__ import annotations

from tests.workbook.sheets import read_one, told

HELP = "| Its reference. Leave blank for a new one. | What may happen. | What it would lead to. |"


def test_columns_may_stand_in_any_order() -> None:
    (risk,), findings = read_one("Risks", "| Owner | Cause | Ref |\n| Tom Fell | Flood | R1 |")
    assert (str(risk.ref), risk.cause.plain, str(risk.owner)) == ("R1", "Flood", "Tom Fell")
    assert told(findings) == [("column-missing", "A1")] * 3
    assert risk.cell("cause") is not None
    assert risk.cell("cause").cell == "B2"


def test_headings_are_found_below_other_rows() -> None:
    (risk,), _ = read_one("Risks", "| Our risks |\n\n\n| Ref | Cause |\n| R1 | Flood |", first=3)
    assert risk.cell("ref").cell == "A7"


def test_headings_are_known_whatever_their_case_blanks_and_stars() -> None:
    (risk,), findings = read_one("Risks", "| REF | cause *: | Leading  to |\n| R1 | Flood | damp |")
    assert (str(risk.ref), risk.cause.plain, risk.leading_to.plain) == ("R1", "Flood", "damp")
    assert "column-unknown" not in {finding.code for finding in findings}


def test_a_row_that_holds_as_many_headings_does_not_take_their_place() -> None:
    records, _ = read_one("Risks", "| Ref | Cause |\n| Cause | Ref |\n| R1 | Flood |")
    assert [str(risk.ref) for risk in records] == ["Cause", "R1"]


def test_of_two_rows_of_headings_the_one_above_the_help_counts() -> None:
    help_line = "| Only if it has one elsewhere; risks are lettered a), b), c). | What may happen. |"
    records, _ = read_one("Risks", f"| Ref | Cause |\n\n| Ref | Cause |\n{help_line}\n| R1 | Flood |")
    assert [str(risk.ref) for risk in records] == ["R1"]


def test_the_line_of_help_is_ignored_wherever_sorting_has_put_it() -> None:
    records, findings = read_one("Risks", f"| Ref | Cause | Leading to |\n| R1 | Flood | |\n{HELP}\n| R2 | Fire | |")
    assert [str(risk.ref) for risk in records] == ["R1", "R2"]
    assert {finding.code for finding in findings} == {"column-missing"}


def test_a_row_that_quotes_one_line_of_help_is_still_a_row() -> None:
    records, _ = read_one("Risks", "| Ref | Cause | Leading to |\n| R1 | What may happen. | damp |")
    assert [str(risk.ref) for risk in records] == ["R1"]


def test_a_private_column_is_left_alone() -> None:
    (risk,), findings = read_one("Risks", "| Ref | Cause | # ours |\n| R1 | Flood | ask Tom |")
    assert "ask Tom" not in str(risk)
    assert {finding.code for finding in findings} == {"column-missing"}


def test_a_column_of_ours_is_not_reported() -> None:
    _, findings = read_one("Risks", "| Ref | Cause | Needs |\n| R1 | Flood | Who watches it? |")
    assert {finding.code for finding in findings} == {"column-missing"}


def test_an_unknown_column_with_content_is_reported_with_what_may_be_meant() -> None:
    _, findings = read_one("Risks", "| Ref | Cause | Likelihood now | Empty |\n| R1 | Flood | often | |")
    unknown = [finding for finding in findings if finding.code == "column-unknown"]
    assert told(unknown) == [("column-unknown", "C1")]
    assert (
        unknown[0].message == "The column 'Likelihood now' is not one of this sheet's, so nothing under it is printed."
    )
    assert unknown[0].hint.startswith("Did you mean 'Likelihood'? Then change the heading to that.")


def test_a_heading_that_stands_twice_is_reported_and_the_first_is_read() -> None:
    (risk,), findings = read_one("Risks", "| Ref | Cause | Cause |\n| R1 | Flood | Fire |")
    assert risk.cause.plain == "Flood"
    assert ("column-twice", "C1") in told(findings)


def test_a_heading_that_is_needed_and_gone_is_reported() -> None:
    _, findings = read_one("Risks", "| Ref | Cause |\n| R1 | Flood |")
    missing = [finding.field for finding in findings if finding.code == "column-missing"]
    assert missing == ["Likelihood", "Impact", "Controls", "Owner"]


def test_text_under_no_heading_is_reported_once_a_column_with_its_first_cell() -> None:
    _, findings = read_one("Risks", "| Ref | Cause | |\n| R1 | Flood | ask Tom |\n| R2 | Fire | and Joan |")
    outside = [finding for finding in findings if finding.code == "outside-table"]
    assert told(outside) == [("outside-table", "C2")]
    assert outside[0].message.startswith("C2 and 1 more cells of its column hold something")


def test_text_above_the_headings_is_reported_with_its_cell() -> None:
    _, findings = read_one("Risks", "| Risks | | please check |\n| Ref | Cause |\n| R1 | Flood |")
    assert ("above-table", "C1") in told(findings)
    assert ("above-table", "A1") not in told(findings)


def test_an_error_is_reported_at_its_cell_and_not_read() -> None:
    (risk,), findings = read_one("Risks", "| Ref | Cause |\n| R1 | #REF! |")
    assert not risk.cause
    assert ("cell-error", "B2") in told(findings)
    assert next(f.message for f in findings if f.code == "cell-error") == "B2 shows #REF! instead of a value."


def test_a_formula_never_calculated_is_reported_at_its_cell() -> None:
    _, findings = read_one("Risks", "| Ref | Cause |\n| R1 | uncalculated |")
    assert ("formula-not-calculated", "B2") in told(findings)


def test_a_value_from_another_workbook_is_read_and_reported() -> None:
    (risk,), findings = read_one("Risks", "| Ref | Cause | Impact |\n| R1 | Flood | external |")
    assert risk.impact == "12"
    assert ("formula-external", "C2") in told(findings)


def test_blank_rows_are_skipped_and_rows_far_down_are_read() -> None:
    records, _ = read_one("Risks", "| Ref | Cause |\n| R1 | Flood |\n" + "\n" * 3_000 + "| R2 | Fire |")
    assert [(str(risk.ref), risk.cell("ref").cell) for risk in records] == [("R1", "A2"), ("R2", "A3003")]


def test_a_sheet_without_headings_is_one_finding_that_names_them() -> None:
    records, findings = read_one("Risks", "| R1 | Flood |\n| R2 | Fire |")
    assert records == ()
    assert told(findings) == [("headings-not-found", "A1")]
    assert "('Ref', 'Cause', 'Leading to', 'Resulting in' …)" in findings[0].hint


def test_cells_that_only_seem_filled_are_blank() -> None:
    records, _ = read_one("Risks", "| Ref | Cause |\n| \u200b | \ufeff |\n| R1 | \u200bFlood\u00a0 |")
    assert [risk.cause.plain for risk in records] == ["Flood"]
