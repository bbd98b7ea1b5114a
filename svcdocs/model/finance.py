"""What Finance says of all figures at once: their unit and sign, when each column was right, and what they come to."""

from __future__ import annotations

from pydantic import Field

from svcdocs.model.as_written import Amount, WrittenDate
from svcdocs.model.base import Record, Value, column
from svcdocs.model.council import MoneyColumn
from svcdocs.model.names import folded
from svcdocs.model.text import Text

UNSIGNED = "Without a sign"
SIGNED = "Income and savings with a minus"
SIGNS = (UNSIGNED, SIGNED)
"""The ways in which income and savings are written."""


class Statement(Record):
    """What holds for every figure of a finance workbook."""

    version: str = column("Version", "What this round of figures is called.", example="Second revision")
    version_date: WrittenDate = column("Version date", "The date of that version.", WrittenDate())
    unit: str = column("Unit", "The unit of every figure. Blank: the unit the framework gives.", example="£000")
    sign: str = column("Sign", "How income and savings are written: without a sign, or with a minus.", UNSIGNED)
    note: Text = column("Note", "What readers must know of all the figures. It is printed below them.", Text())


class StatedColumn(Record):
    """When the figures of one column were right."""

    heading: str = column("Column", "The heading of the column of figures.", example="2026/27 revised")
    as_at: WrittenDate = column("As at", "The day on which they were right.", WrittenDate(), example="31 January 2027")
    note: str = column("Note", "What has changed since the figures before.")


class ControlTotal(Record):
    """What the lines of a service, or of the council, must come to."""

    service: str = column("Service", "The service. Blank: the council as a whole.", example="Housing and Communities")
    kind: str = column("Type", "Spend, Income, Saving, Reserve or Capital.", example="Spend")
    fund: str = column("Fund", "If it is about the lines of one fund: which.")
    figures: dict[str, Amount] = column("{}", "What the lines of that type come to.", {}, example="4,123,000")
    note: str = column("Note", "Where the total comes from.", example="General ledger, 31 January 2027")


class Finance(Value):
    """What the finance workbook says beside the services' lines; blank where there is none.

    ``contributor`` is whose workbook it is: "Finance".
    """

    contributor: str = ""
    statement: Statement = Field(default_factory=Statement)
    columns: tuple[StatedColumn, ...] = ()
    totals: tuple[ControlTotal, ...] = ()

    def dated(self, council: tuple[MoneyColumn, ...]) -> tuple[MoneyColumn, ...]:
        """The council's columns of figures, each as at the day that Finance states for it, if it states one."""
        stated = {folded(row.heading): row.as_at for row in self.columns if row.as_at}
        return tuple(row.model_copy(update={"as_at": stated.get(folded(row.heading), row.as_at)}) for row in council)
