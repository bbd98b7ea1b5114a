"""The sheets of a contributor who gives the money of several services, beside what goes into the services' plans."""

from __future__ import annotations

from svcdocs.model.finance import ControlTotal, StatedColumn, Statement
from svcdocs.workbook.declaration import Ask, Book, Shape, Sheet
from svcdocs.workbook.service_book import DECLARATION, MONEY

STATEMENT = Sheet(
    "About the figures",
    Statement,
    "statement",
    "What holds for every figure in this workbook.",
    tuple(
        Ask(name, 60, choices="signs" if name == "sign" else "", strict=name == "sign")
        for name in Statement.model_fields
    ),
    shape=Shape.FORM,
)
STATED_COLUMNS = Sheet(
    "Columns of figures",
    StatedColumn,
    "columns",
    "When the figures of each column were right. One row has been started for each column.",
    (Ask("heading", 34, needs="Which column?"), Ask("as_at", 22), Ask("note", 60)),
    starts="heading",
    spare_rows=8,
)
CONTROL_TOTALS = Sheet(
    "Control totals",
    ControlTotal,
    "totals",
    "What the lines must come to. They are compared with the lines, and a difference is told.",
    (
        Ask("service", 30, choices="services"),
        Ask("kind", 12, choices="money_kinds", needs="Spend or income?"),
        Ask("fund", 18),
        Ask("figures", 16, family="money"),
        Ask("note", 40),
    ),
    spare_rows=30,
)
FINANCE_SHEETS = (STATEMENT, STATED_COLUMNS, CONTROL_TOTALS)
"""What a workbook has beside its parts of the plans, where its contributor gives the money of several services."""

FINANCE_BOOK = Book(
    kind="finance",
    title="Finance workbook",
    sheets=(DECLARATION, STATEMENT, MONEY, STATED_COLUMNS, CONTROL_TOTALS),
)
"""What is asked of a contributor who gives the money of several services."""
