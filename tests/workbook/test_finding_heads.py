from __future__ import annotations

from tests.workbook.sheets import read_one, told


def test_headings_spread_over_two_rows_are_read_together() -> None:
    heads = "| Ref | Action | | Finish | How we will |\n| | | For | by | know |\n"
    table = f"{heads}| A1 | Open | HC1 | May 2027 | Fewer wait |"
    (action,), findings = read_one("Actions", table)
    assert (str(action.serves), str(action.finish), action.outcome.plain) == ("HC1", "May 2027", "Fewer wait")
    assert "column-unknown" not in {finding.code for finding in findings}


def test_a_heading_merged_over_its_years_belongs_to_each_of_them() -> None:
    table = "| | | Target | |\n| Ref | Indicator | 2027/28 | 2028/29 |\n| N1 | Calls | 7 | 6 |"
    (record,), _ = read_one("Indicators", table, merged=((1, 3, 1, 4),))
    assert {year: str(value) for year, value in record.targets.items()} == {"2027/28": "7", "2028/29": "6"}


def test_headings_all_retyped_are_found_where_most_of_them_are_near() -> None:
    table = "| Our risks of the year |\n| Reff | Cuase | Likelyhood | Impakt |\n| R1 | Flood | 1 | 2 |"
    (record,), findings = read_one("Risks", table)
    assert (record.cause.plain, record.likelihood, record.impact) == ("Flood", "1", "2")
    assert [code for code, _ in told(findings)].count("read-as") == 1


def test_a_first_row_of_the_table_is_not_taken_for_a_second_row_of_headings() -> None:
    records, _ = read_one("Risks", "| Ref | Cause | Ours |\n| R1 | Flood | x |\n| R2 | Fire | y |")
    assert [str(one.ref) for one in records] == ["R1", "R2"]


def test_headings_far_down_are_found() -> None:
    (record,), _ = read_one("Risks", "\n" * 40 + "| Ref | Cause |\n| R1 | Flood |")
    assert str(record.ref) == "R1"
