"""The figures of a finance workbook that has come in: control totals, differences, and what they contradict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from svcdocs.checks.narrative import council_figures_that_contradict, figures_that_contradict_the_tables
from svcdocs.checks.rule import Hit
from svcdocs.commands.copies import Copies
from svcdocs.commands.intake import Intake
from svcdocs.commands.whose import Desks
from svcdocs.comparison.figures import figure_changes, moved_totals
from svcdocs.comparison.shares import Shares
from svcdocs.errors import SvcdocsError
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.finance import Finance, Statement
from svcdocs.model.receipts import FiguresReceived
from svcdocs.model.resources import MoneyLine
from svcdocs.model.tallies import Lines, Tallies, tallies_of
from svcdocs.project import Archive, Project
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.shares import share_in


def figures_received(reading: Reading, before: Shares | None, cycle: Cycle) -> FiguresReceived | None:
    """What is told of the figures of a finance workbook, against what it said before; None for any other workbook.

    ``cycle`` is that in which the workbook lies by now.
    """
    if reading.finance is None:
        return None
    share = share_in(reading)
    money, told = _money(share), _tallies(share, cycle)
    if before is None or not any(_money(before).values()):
        return FiguresReceived(told, contradicted=contradicted(cycle, before))
    return FiguresReceived(
        told,
        tuple(figure_changes(_money(before), money)),
        tuple(moved_totals(_tallies(before, cycle), told)),
        contradicted(cycle, before),
    )


def contradicted(cycle: Cycle, before: Shares | None) -> tuple[str, ...]:
    """The sentences of plans that the figures contradict, and those before did not; each with its place.

    ``before`` is what the finance workbook said then; None where there was none.
    """
    then = set(_contradictions(_as_before(cycle, before or {})))
    return tuple(said for said in _contradictions(cycle) if said not in then)


def contradicted_since(project: Project, intake: Intake) -> tuple[str, ...]:
    """The sentences that the figures as they lie contradict, and those of the version before did not.

    Nothing where nobody has received figures, or their record cannot be read.
    """
    desks, cycle = Desks(intake.cycle.framework), intake.cycle
    reading = next((one for one in intake.returned.values() if one.finance is not None), None)
    if reading is None or reading.is_untouched:
        return ()
    try:
        archive = Archive.open(project, desks.contributor_called)
    except SvcdocsError:
        return ()
    history = archive.history(reading.assignment.contributor)
    event = history.known(intake.hashes.get(reading.file, ""))
    if event is None:
        return ()
    last = history.versions.get(event.after[0]) if event.after else None
    read = Copies(project, desks, archive, history).version(last) if last is not None else None
    return contradicted(cycle, share_in(read.reading) if read is not None else None)


def _contradictions(cycle: Cycle) -> Iterator[str]:
    for check in (figures_that_contradict_the_tables, council_figures_that_contradict):
        yield from map(_said, check(cycle))


def _as_before(cycle: Cycle, before: Shares) -> Cycle:
    """The cycle with the figures that Finance gave before in place of those it gives now."""
    money = _money(before)
    plans = [plan.model_copy(update={"money": tuple(money.get(plan.service, ()))}) for plan in cycle.plans]
    statement = next((row for row in before.get("", {}).get("statement", ()) if isinstance(row, Statement)), None)
    finance = Finance(contributor=cycle.finance.contributor, statement=statement or Statement())
    return link(cycle.framework, plans, finance, cycle.missing, cycle.gaps)


def _money(share: Shares) -> Lines:
    found: dict[str, Sequence[MoneyLine]] = {}
    for service, parts in share.items():
        lines = [line for line in parts.get("money", ()) if isinstance(line, MoneyLine)]
        if service and lines:
            found[service] = lines
    return found


def _tallies(share: Shares, cycle: Cycle) -> Tallies:
    said: Mapping[str, Sequence[object]] = share.get("", {})
    statement = next((row for row in said.get("statement", ()) if isinstance(row, Statement)), Statement())
    version = ", ".join(part for part in (statement.version.strip(), statement.version_date.text.strip()) if part)
    unit = statement.unit.strip() or cycle.framework.about.money_unit.strip()
    return tallies_of(_money(share), [column.heading for column in cycle.framework.money_columns], unit, version)


def _said(hit: Hit) -> str:
    cell = hit.record.cell(hit.field) if hit.record is not None else None
    whose = hit.service or "The council's own texts"
    place = f"{whose}, {cell.sheet} {cell.cell}" if cell else whose
    return f"{place}: {hit.message}"
