"""What is still to come: the notes of figures where they are missed, and a list of everything by who owes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.formats import block, inline
from svcdocs.documents.passages import owed
from svcdocs.model.homes import HOMES, LISTS
from svcdocs.model.owed import Owed, by_debtor, owed_of
from svcdocs.model.service_plan import Passage
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.words import capitalised


@dataclass(frozen=True, slots=True)
class DebtorRow:
    """All that one debtor owes to the plans that have come in."""

    who: str
    """Who owes it; a word for nobody where none is named."""
    owed: Text
    """What is to come, for which service and by when, as a list in order of date."""


def owed_figures(services: Iterable[str], sheet: str, style: Style) -> Text:
    """The notes of what is still to come in one section of some services' plans: from whom and by when.

    ``sheet`` is "finance" or "workforce"; the section is found by the names under which it stands in a service plan.
    """
    wanted, cycle = set(services), style.setting.cycle
    return Text(
        blocks=tuple(_note(one, style) for one in owed_of(cycle) if one.service in wanted and _is_in(one, sheet))
    )


def debtor_rows(style: Style) -> tuple[DebtorRow, ...]:
    """A row for each who owes something; none in a plan that is no draft any more."""
    if not style.setting.draft:
        return ()
    return tuple(
        DebtorRow(who or style.words.nobody_named, Text(blocks=tuple(_lines(owes, style))))
        for who, owes in by_debtor(owed_of(style.setting.cycle)).items()
    )


def _is_in(one: Owed, sheet: str) -> bool:
    """Whether it is words in the section of a sheet, or the whole sheet."""
    if one.record is None and one.part in LISTS:
        return LISTS[one.part] == sheet
    return one.part == "passages" and one.section.strip().casefold() in HOMES[sheet]


def _lines(owes: Iterable[Owed], style: Style) -> Iterator[Block]:
    for one in owes:
        pattern = style.words.owed_line if one.when else style.words.owed_line_undated
        line = pattern.format(what=capitalised(one.what), service=one.service, date=one.when.text.strip())
        yield block(line, BlockKind.BULLET)


def _note(one: Owed, style: Style) -> Block:
    typed = inline(one.record.text) if isinstance(one.record, Passage) else (Run(text=one.what),)
    note = owed(typed, one.who, one.when.text.strip(), style.words)
    said = style.words.owed_by_service.format(service=one.service)
    first, *more = note.runs
    first = first.model_copy(update={"text": first.text[:1].lower() + first.text[1:]})
    return Block(kind=BlockKind.OWED, runs=merged((Run(text=f"{said} "), first, *more)))
