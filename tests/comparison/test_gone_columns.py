"""Values that went with a column are told with it, and all else as before."""

from __future__ import annotations

from svcdocs.comparison.gone_columns import gone_columns
from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.findings import CellRef
from svcdocs.model.gaps import Gap
from svcdocs.model.terms import Terms

SHEET = CellRef("parks.xlsx", "Actions")
GAP = Gap("actions", "steps.by", SHEET)


def change(field: str = "steps.by", after: str = "", kind: ChangeKind = ChangeKind.CHANGED) -> Change:
    return Change(kind, "actions", "P1 Mow", field=field, title="Step by", before="May 2027", after=after)


def test_values_taken_out_with_their_column_are_counted_with_it() -> None:
    (column,), others = gone_columns([change(), change(), change("finish")], [GAP])
    assert (column.count, column.title) == (2, "Step by")
    assert column.told(Terms()) == (
        "The column 'Step by' is no longer on the sheet Actions, and 2 values that stood there are gone"
    )
    assert others == (change("finish"),)


def test_what_stands_there_anew_or_in_a_row_that_has_gone_is_no_matter_of_the_column() -> None:
    ones = [change(after="June 2027"), change(kind=ChangeKind.REMOVED)]
    assert gone_columns(ones, [GAP]) == ((), tuple(ones))


def test_a_cell_or_a_sheet_that_cannot_be_read_is_no_column_that_is_gone() -> None:
    gaps = [Gap("actions", "steps.by", CellRef("parks.xlsx", "Actions", "E6")), Gap("actions")]
    assert gone_columns([change()], gaps) == ((), (change(),))
