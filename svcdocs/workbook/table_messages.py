"""What the reader says of tables of a service's own, each in one sentence with its remedy."""

from __future__ import annotations

from svcdocs.model.findings import CellRef, Finding, Severity, in_short


def no_table(where: CellRef, name: str, guess: str, *, is_final: bool) -> Finding:
    """A table whose sheet is not in the workbook, or is one of the workbook's own."""
    told = f"There is no sheet '{in_short(name)}' with a table in the workbook" if name else "This table names no sheet"
    advice = f"Did you mean '{guess}'? Then correct it." if guess else "Write the name of the sheet on which it stands."
    return Finding(
        "table-missing",
        Severity.ERROR if is_final else Severity.WARNING,
        f"{told}, so the table is not printed.",
        advice,
        where=where,
        field="Picture",
    )


def table_shape(where: CellRef, columns: int, most: int) -> Finding:
    """A table that is none, or wider than a page."""
    told = "one column" if columns == 1 else f"{columns} columns"
    return Finding(
        "table-shape",
        Severity.WARNING,
        f"The table on the sheet '{where.sheet}' has {told}, and a page shows 2 to {most} well.",
        "Divide it into two tables, each on a sheet of its own; or write a single column as a list.",
        where=where,
    )
