from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.report.counting import Counts, counts_of
from svcdocs.report.folding import Group, Shown, by_service
from tests.report.situations import FINDINGS, HOMES, PARKS, excerpt, finding

OWNERS = {PARKS: "Parks", HOMES: "Homes"}


def groups(*findings: Finding, **excerpts: object) -> list[Group]:
    kept = {one.where: excerpts[one.where.cell] for one in findings if one.where and one.where.cell in excerpts}
    found = by_service(findings, OWNERS, kept, {"date-impossible": "A date that is none"})  # type: ignore[arg-type]
    return [group for service in found for part in service.parts for group in part.groups]


def test_services_and_those_who_must_act_come_worst_first() -> None:
    found = by_service(FINDINGS, OWNERS, {}, {})
    assert [(one.name, one.counts, [part.who for part in one.parts]) for one in found] == [
        ("Parks", Counts(2, 1, 0), ["Parks"]),
        ("", Counts(1, 0, 0), [""]),
        ("Homes", Counts(0, 0, 1), ["Homes"]),
    ]


def test_what_the_officer_must_settle_of_a_service_is_not_told_to_its_team() -> None:
    [service] = by_service([finding("F6", "Odd."), finding("F7", "Odd.", audience="officer")], OWNERS, {}, {})
    assert [(part.who, part.counts.total) for part in service.parts] == [("Parks", 1), ("", 1)]


def test_findings_of_one_kind_in_one_column_are_one_table_with_every_cell_and_value() -> None:
    rows = [excerpt(f"F{row}", ("A", "Ref", f"P{row}"), ("F", "Finish by", f"{row} May")) for row in (6, 7)]
    [group] = groups(finding("F6", "Six."), finding("F7", "Seven."), F6=rows[0], F7=rows[1])
    assert (group.headline, group.differs, group.cell) == ("A date that is none.", True, "Actions F6")
    assert group.columns == (("A", "Ref"), ("F", "Finish by"))
    assert [(line.cell, line.message, line.around) for line in group.lines] == [
        ("F6", "Six.", (Shown("P6", is_marked=False), Shown("6 May", is_marked=True))),
        ("F7", "Seven.", (Shown("P7", is_marked=False), Shown("7 May", is_marked=True))),
    ]


def test_findings_that_say_the_same_are_headed_by_their_own_sentence() -> None:
    [group] = groups(finding("F6", "The same."), finding("F7", "The same."))
    assert (group.headline, group.differs, len(group.lines)) == ("The same.", False, 2)


def test_other_columns_sheets_hints_and_files_are_not_folded_together() -> None:
    other = (
        finding("G6", "x"),
        finding("F6", "x", sheet="Risks"),
        finding("F6", "x", hint="Other."),
        finding("F6", "x", file="workbooks/more.xlsx"),
        finding("F6", "x", severity=Severity.NOTE),
        finding("", "x"),
        finding("", "y"),
        finding("F6", "x", where=None),
    )
    assert len(groups(finding("F6", "x"), *other)) == 1 + len(other)


def test_a_table_shows_the_marked_column_and_those_that_most_rows_have() -> None:
    wide = excerpt("Z6", *((letter, letter, letter) for letter in "ABCDEFG"), ("Z", "Last", ""))
    usual = [excerpt(f"Z{row}", *((letter, letter, letter) for letter in "ADEF"), ("Z", "Last", "")) for row in (7, 8)]
    found = [finding(f"Z{row}", "x") for row in (6, 7, 8)]
    [group] = groups(*found, Z6=wide, Z7=usual[0], Z8=usual[1])
    assert [letter for letter, _ in group.columns] == ["A", "D", "E", "F", "Z"]


cells = st.builds(lambda letters, row: f"{letters}{row}", st.sampled_from(["A", "F", "AB"]), st.integers(1, 9))
some_findings = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["one", "two"]),
        st.sampled_from(Severity),
        st.sampled_from(["This.", "That."]),
        st.sampled_from(["Do.", "Do not."]),
        st.sampled_from(["team", "officer"]),
        st.sampled_from(["Parks", "Homes", ""]),
        st.none() | st.builds(CellRef, st.sampled_from([PARKS, HOMES, "x.xlsx"]), st.sampled_from(["", "Text"]), cells),
    ),
    max_size=30,
)


@given(some_findings)
def test_every_finding_is_told_once_and_the_counts_are_those_of_what_is_told(findings: list[Finding]) -> None:
    found = by_service(findings, OWNERS, {}, {})
    told = [line for one in found for part in one.parts for group in part.groups for line in group.lines]
    assert sorted((line.cell, line.message) for line in told) == sorted(
        (one.where.cell if one.where else "", one.message) for one in findings
    )
    assert Counts(*map(sum, zip(*(one.counts for one in found), strict=True))) == counts_of(findings)
    for one in found:
        assert one.counts == Counts(*map(sum, zip(*(part.counts for part in one.parts), strict=True)))
