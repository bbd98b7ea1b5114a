"""The money of a service: a table for each team and fund, a column for each figure the council asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import lines, money, opened
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Amount
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import TOTAL, kind_of
from svcdocs.model.names import all_folded, folded
from svcdocs.model.service_plan import MoneyLine
from svcdocs.model.text import Text
from svcdocs.model.words import DEFAULT, Words

WIDEST = 6
"""The most columns of figures that stand beside each other on a page."""


@dataclass(frozen=True, slots=True)
class Six:
    """What stands in up to six columns side by side; those that are not used are empty."""

    first: str = ""
    """What stands in the first column."""
    second: str = ""
    """What stands in the second column."""
    third: str = ""
    """What stands in the third column."""
    fourth: str = ""
    """What stands in the fourth column."""
    fifth: str = ""
    """What stands in the fifth column."""
    sixth: str = ""
    """What stands in the sixth column."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A line of a money table."""

    heading: str
    """What the money is for."""
    kind: str
    """Spend, Income, Saving and so on, as given."""
    note: Text
    """What readers must know of it; empty where there is nothing."""
    is_total: bool
    """Whether it is a total, to be set in bold."""
    before_total: bool
    """Whether a total follows it, from which it must not be parted."""
    figures: Six
    """The figures; a dash where none is given."""


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The money of one team or fund."""

    heading: str
    """The team and fund; empty where the service has but one table."""
    level: int
    """The level of its heading; 0 where it has none."""
    width: int
    """How many columns of figures it has: 1 to 6; 0 where the council asks for none and the service gave none."""
    columns: Six
    """The headings of its columns of figures."""
    rows: tuple[MoneyRow, ...]
    """Its lines in the order given."""


def money_tables(lines: Sequence[MoneyLine], setting: Setting, level: int) -> tuple[MoneyTable, ...]:
    """The tables in the order in which team and fund first appear; more than six columns go on in a table below."""
    called = setting.team_names(line.team for line in lines)
    groups: dict[str, list[MoneyLine]] = {}
    funds = _funds(lines)
    for line in lines:
        owners = (called.get(setting.team(line.team), ""), line.fund.strip() if len(funds) > 1 else "")
        groups.setdefault(" – ".join(part for part in owners if part), []).append(line)
    tables = []
    for title, mine in groups.items():
        columns = _columns(mine, setting)
        for at in range(0, len(columns) or 1, WIDEST):
            shown = columns[at : at + WIDEST]
            followed = [_is_total(line, setting.words) for line in mine[1:]] + [False]
            rows = tuple(_row(line, shown, setting.words, total) for line, total in zip(mine, followed, strict=True))
            heading = title if at == 0 else ""
            tables.append(MoneyTable(heading, level if heading else 0, len(shown), Six(*shown), rows))
    return tuple(tables)


def money_note(rows: Sequence[MoneyLine], setting: Setting) -> Text:
    """What holds for all figures: their unit, their fund where there is but one, when they were right, and a note."""
    if not rows:
        return Text()
    words, cycle = setting.words, setting.cycle
    funds = _funds(rows)
    has_unit = cycle.money_unit and _columns(rows, setting)
    said = [words.money_unit.format(unit=cycle.money_unit)] if has_unit else []
    said += [words.fund.format(fund=funds[0])] if len(funds) == 1 else []
    dated = [column for column in cycle.money_columns if column.as_at]
    dates = [words.as_at.format(heading=column.heading, date=column.as_at.text) for column in dated]
    said += [f"{'; '.join(dates)}."] if dates else []
    sentences, note = " ".join((*said, *stated(cycle, words))), cycle.finance.statement.note
    return Text(blocks=opened(f"{sentences} ", note)) if sentences and note else note or lines([sentences])


def stated(cycle: Cycle, words: Words) -> Iterator[str]:
    """What Finance says of all its figures beside its note: their version, what has changed in a column."""
    statement = cycle.finance.statement
    version = ", ".join(part for part in (statement.version.strip(), statement.version_date.text.strip()) if part)
    if version:
        yield words.figures_version.format(version=version)
    for column in cycle.finance.columns:
        if column.note.strip():
            yield words.column_note.format(heading=column.heading.strip(), text=column.note.strip().rstrip("."))


def _columns(lines: Iterable[MoneyLine], setting: Setting) -> list[str]:
    """The council's columns that have a figure, then those only this plan has."""
    used = dict.fromkeys(name for line in lines for name, figure in line.figures.items() if figure)
    council = [column.heading for column in setting.cycle.money_columns]
    return [name for name in council if name in used] + [name for name in used if name not in council]


def _funds(lines: Iterable[MoneyLine]) -> list[str]:
    return list(dict.fromkeys(line.fund.strip() for line in lines if line.fund.strip()))


def _is_total(line: MoneyLine, words: Words) -> bool:
    return kind_of(line) == TOTAL or folded(line.kind) in all_folded((words.total, DEFAULT.total))


def _row(line: MoneyLine, columns: Sequence[str], words: Words, before_total: bool) -> MoneyRow:  # noqa: FBT001 - a value
    kind = line.kind.strip()
    return MoneyRow(
        heading=line.heading.strip() or words.not_given,
        kind=kind or words.dash,
        note=_note(line, words),
        is_total=_is_total(line, words),
        before_total=before_total,
        figures=Six(*(money(line.figures.get(name, Amount())) or words.dash for name in columns)),
    )


def _note(line: MoneyLine, words: Words) -> Text:
    """Whether a saving is in the figures, then the note with its lines and lists."""
    included, note = _included(line.included.strip(), words), Text.model_validate(line.note)
    if not included or not note:
        return note or lines([included])
    return Text(blocks=opened(f"{included.rstrip('.')}. ", note))


def _included(typed: str, words: Words) -> str:
    """Yes and no in words; whatever else was typed, as it stands."""
    if folded(typed) in all_folded((words.yes, DEFAULT.yes)):
        return words.saving_included
    return words.saving_not_included if folded(typed) in all_folded((words.no, DEFAULT.no)) else typed
