"""Money: totals that are not what their lines come to, signs that contradict what Finance says, savings left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import TOTAL, WITHOUT_SIGN, kind_of, reading_of, sign_of
from svcdocs.model.finance import UNSIGNED
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.resources import MoneyLine
from svcdocs.model.totals import control_differences, totals_that_differ

TOTAL_DIFFERS = Rule(
    "total-differs",
    "A total is not the sum of its lines",
    WARNING,
    ERROR,
    "finance",
    message="A line of type Total states a figure that its lines do not come to.",
    remedy="Correct the total or the line that is wrong; where lines have no Type, choose what they are first.",
    example=Example(
        "Money | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Money | Heading: Vans | Type: Spend | 2027/28 estimate: 50,000\n"
        "Money | Heading: Cost of the service | Type: Total | 2027/28 estimate: 160,000",
        "Money | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Money | Heading: Vans | Type: Spend | 2027/28 estimate: 50,000\n"
        "Money | Heading: Cost of the service | Type: Total | 2027/28 estimate: 150,000",
    ),
)
UNTYPED_TOTAL = Rule(
    "total-untyped",
    "A line is taken for a total by its heading",
    NOTE,
    NOTE,
    "finance",
    message="A line has nothing under Type and is headed as totals are, so it is taken for one.",
    remedy="Choose Total under Type; or, if it is a line like the others, what it is.",
    example=Example(
        "Money | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Money | Heading: Total | Type:  | 2027/28 estimate: 100,000",
        "Money | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Money | Heading: Total | Type: Total | 2027/28 estimate: 100,000",
    ),
)
CONTROL_DIFFERS = Rule(
    "control-total-differs",
    "A control total is not what the lines come to",
    ERROR,
    ERROR,
    "finance",
    message="A control total of the finance workbook is not what the lines come to.",
    remedy="Look for a line that is missing, doubled or in another service; or correct the control total.",
    example=Example(
        "Finance/Money | Service: Housing | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Finance/Control totals | Service: Housing | Type: Spend | 2027/28 estimate: 120,000",
        "Finance/Money | Service: Housing | Heading: Staff | Type: Spend | 2027/28 estimate: 100,000\n"
        "Finance/Control totals | Service: Housing | Type: Spend | 2027/28 estimate: 100,000",
    ),
)
OTHER_SIGN = Rule(
    "money-sign",
    "A figure has another sign than Finance says",
    NOTE,
    WARNING,
    "finance",
    message=(
        "Income or a saving has a minus where the sheet 'About the figures' says there is none, or has none where "
        "it says there is one."
    ),
    remedy="Change the sign; if it is a correction of other figures, leave it.",
    example=Example(
        "Finance/About the figures | Sign: Income and savings with a minus\n"
        "Finance/Money | Service: Housing | Heading: Rents | Type: Income | 2027/28 estimate: 90,000",
        "Finance/About the figures | Sign: Income and savings with a minus\n"
        "Finance/Money | Service: Housing | Heading: Rents | Type: Income | 2027/28 estimate: -90,000",
    ),
)
SAVING_OPEN = Rule(
    "saving-open",
    "A saving does not say if the figures are net of it",
    WARNING,
    ERROR,
    "finance",
    message=(
        "A saving does not say whether the figures above have it taken off already, so nobody can tell what the "
        "service costs."
    ),
    remedy="Answer Yes or No under 'Already in the figures'.",
    example=Example(
        "Money | Heading: Fewer vans | Type: Saving | 2027/28 estimate: 20,000",
        "Money | Heading: Fewer vans | Type: Saving | 2027/28 estimate: 20,000 | Already in the figures: Yes",
    ),
)
UNKNOWN_COLUMN = Rule(
    "figures-unknown",
    "A column of figures is not one of the council's",
    WARNING,
    WARNING,
    "finance",
    message=("A row of the sheet 'Columns of figures' names no column of the sheet Money, so its date is not printed."),
    remedy="Write the heading as it stands on the sheet Money.",
    example=Example(
        "Finance/Columns of figures | Column: 2027/28 estimates | As at: 14 January 2027",
        "Finance/Columns of figures | Column: 2027/28 estimate | As at: 14 January 2027",
    ),
)

_MOST_NAMED = 12


def totals_that_are_not_their_sum(cycle: Cycle) -> Iterator[Hit]:
    """A line of type Total whose figure no usual way of adding up its lines arrives at."""
    columns = tuple(column.heading for column in cycle.money_columns)
    read, sign = reading_of(cycle), sign_of(cycle)
    for plan in cycle.plans:
        for one in () if _is_broken(cycle, plan.service) else totals_that_differ(plan.money, columns, read, sign):
            called = in_short(one.heading) or "The total"
            message = f"'{called}' states {_said(one.stated)} for {one.column}, and its lines come to "
            message += f"{_said(one.worked_out)} (spending less income){_not_counted(one.untyped)}."
            hint = "Correct the total or the line that is wrong."
            if one.untyped:
                hint = "Choose what these lines are under Type; then correct the total or the line that is wrong."
            yield Hit(TOTAL_DIFFERS, message, hint, plan.service, one.line, _field(one.column))


def totals_by_their_heading(cycle: Cycle) -> Iterator[Hit]:
    """A line without a type that is taken for a total, since it is headed so."""
    for plan in cycle.plans:
        for line in plan.money:
            if kind_of(line) == TOTAL and not line.kind.strip():
                message = f"'{in_short(line.heading)}' has no Type, and is taken for a total by its heading."
                hint = "Choose Total under Type; or, if it is a line like the others, what it is."
                yield Hit(UNTYPED_TOTAL, message, hint, plan.service, line, "kind")


def control_totals_that_differ(cycle: Cycle) -> Iterator[Hit]:
    """A control total of the finance workbook that the lines do not come to."""
    services = {folded(name): name for name in cycle.framework.service_names}
    for one in control_differences(cycle):
        if _is_broken(cycle, services.get(folded(one.total.service), "")):
            continue
        whose = in_short(one.total.service) or "the council"
        fund = f" in the {in_short(one.total.fund)}" if one.total.fund else ""
        message = (
            f"The control total for {in_short(one.total.kind)} of {whose}{fund}, {one.column}, is {_said(one.stated)}; "
            f"the lines come to {_said(one.worked_out)}."
        )
        hint = "Look for a line that is missing, doubled or in another service; or correct the control total."
        service = services.get(folded(one.total.service), "")
        yield Hit(CONTROL_DIFFERS, message, hint, service, one.total, _field(one.column))


def figures_of_another_sign(cycle: Cycle) -> Iterator[Hit]:
    """Income or a saving with a minus where Finance says there is none, or without where it says there is one."""
    sign, read = sign_of(cycle), reading_of(cycle)
    if not sign:
        return
    for plan in cycle.plans:
        for line in plan.money:
            for column, amount in line.figures.items() if kind_of(line) in WITHOUT_SIGN else ():
                value = read(amount)
                if value and (value < 0) == (sign == UNSIGNED):
                    message = (
                        f"'{in_short(line.heading)}' has {amount.text} for {column}, and the sheet 'About the figures' "
                        f"says: {sign}."
                    )
                    hint = "If it is a correction of other figures, leave it; otherwise change the sign."
                    yield Hit(OTHER_SIGN, message, hint, plan.service, line, _field(column))


def savings_left_open(cycle: Cycle) -> Iterator[Hit]:
    """A saving of which nobody can tell whether the figures are net of it."""
    for plan in cycle.plans:
        for line in plan.money:
            if kind_of(line) == "saving" and not line.included.strip():
                message = f"'{in_short(line.heading)}' does not say if the figures are net of this saving."
                hint = "Answer Yes or No under 'Already in the figures'."
                yield Hit(SAVING_OPEN, message, hint, plan.service, line, "included")


def stated_columns_that_are_none(cycle: Cycle) -> Iterator[Hit]:
    """A row of the sheet on columns of figures that names none of the council's."""
    known = {folded(column.heading) for column in cycle.money_columns}
    for row in cycle.finance.columns:
        if row.heading.strip() and folded(row.heading) not in known:
            message = (
                f"'{in_short(row.heading)}' is not the heading of a column of figures, so its date is not printed."
            )
            hint = "Write the heading as it stands on the sheet Money."
            yield Hit(UNKNOWN_COLUMN, message, hint, "", row, "heading")


def _is_broken(cycle: Cycle, service: str) -> bool:
    """Whether a figure of the service cannot be read, of the council where no service is named: no sum can be right."""
    gaps = (gap for gap in cycle.gaps if gap.part in ("money", "totals") and (not service or gap.concerns(service)))
    return any(not gap.field or gap.field.startswith("figures ") for gap in gaps)


def _not_counted(lines: Sequence[MoneyLine]) -> str:
    """The lines that no sum holds since nobody has said what they are, by the cells in which that is missing."""
    if not lines:
        return ""
    cells = [cell.cell if cell else f"'{in_short(line.heading)}'" for line in lines for cell in [line.cell("kind")]]
    more = f" and {len(cells) - _MOST_NAMED} more" if len(cells) > _MOST_NAMED else ""
    which = "line without a Type is" if len(cells) == 1 else "lines without a Type are"
    return f"; the {which} not counted: {', '.join(cells[:_MOST_NAMED])}{more}"


def _field(column: str) -> str:
    return f"figures {column}"


def _said(amount: Decimal) -> str:
    return f"{amount:,f}"
