"""The annex that finds actions: by who leads them, and by the council's priorities that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svcdocs.documents.beside import Front, front_of
from svcdocs.documents.corporate_actions import Style, finish, plain_line, title_beside_ref
from svcdocs.documents.corporate_priorities import named
from svcdocs.documents.formats import bracketed
from svcdocs.documents.references import withdrawal
from svcdocs.model.corporate_view import Aim, Contribution, CorporateView, Lead, LedAction
from svcdocs.model.framework import Priority
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block, BlockKind, Run, Text, merged


@dataclass(frozen=True, slots=True)
class LeadPart:
    """What somebody leads in one service."""

    lead: str
    """The person or post."""
    service: str
    """The service."""
    actions: Text
    """The actions as a list: reference, what will be done, by when."""


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """What is done for one of the council's priorities."""

    priority: str
    """The priority, behind its reference."""
    actions: Text
    """For each service the references of its actions, as a list; the title of one without a reference."""


@dataclass(frozen=True, slots=True)
class AimIndex:
    """The priorities under one aim."""

    heading: str
    """The aim."""
    rows: tuple[PriorityRow, ...]
    """A row for each of them for which something is done."""


@dataclass(frozen=True, slots=True)
class AnnexIndexContext(Front):
    """All that the index prints."""

    leads: tuple[LeadPart, ...]
    """Who leads what, by name."""
    aims: tuple[AimIndex, ...]
    """What is done for which priority, aim by aim."""


def annex_index_context(view: CorporateView, style: Style) -> AnnexIndexContext:
    """Lay out the index."""
    return AnnexIndexContext(
        **front_of(style, view, style.words.annex_index).fields(),
        leads=tuple(part for lead in view.leads for part in _lead(lead, style)),
        aims=tuple(
            part for name, reached in priorities_of(view, style) for part in (_aim(name, reached, style),) if part.rows
        ),
    )


def priorities_of(
    view: CorporateView, style: Style
) -> Iterator[tuple[str, list[tuple[str, tuple[Contribution, ...]]]]]:
    """Each aim with its priorities by name, each with the published actions that lead to it.

    Last what leads to no priority. An aim stands as "… as a whole" for what leads to it and to no council action.
    """
    for aim in view.aims:
        heading = _aim_heading(aim, style)
        rows = [(_council_action(one.priority, style), one.contributions) for one in aim.council_actions]
        rows += [(style.words.annex_the_aim.format(aim=heading) if aim.priority else heading, aim.also)]
        yield heading, [(name, _public(found)) for name, found in rows]
    yield style.words.annex_no_priority, [(style.words.annex_no_priority, _public(view.loose))]


def short_name(action: Action, style: Style) -> str:
    """The reference of an action; the title of one that has none."""
    return action.ref.text.strip() or "".join(run.text for run in title_beside_ref(action, style))


def _lead(lead: Lead, style: Style) -> Iterator[LeadPart]:
    services: dict[str, list[Block]] = {}
    for led in lead.actions:
        if is_published(led.action):
            services.setdefault(led.service, []).append(_led(led, style))
    for service, blocks in services.items():
        yield LeadPart(lead.name or style.words.annex_no_lead, service, Text(blocks=tuple(blocks)))


def _led(led: LedAction, style: Style) -> Block:
    ref, words = led.action.ref.text.strip(), style.words
    about = bracketed((finish(led.action) or words.annex_no_date, words.annex_also_leading if led.also else ""))
    before = (Run(text=f"{ref} ", bold=True),) if ref else ()
    return Block(kind=BlockKind.BULLET, runs=merged((*before, *title_beside_ref(led.action, style), Run(text=about))))


def _aim(heading: str, reached: Iterable[tuple[str, tuple[Contribution, ...]]], style: Style) -> AimIndex:
    rows = []
    for name, contributions in reached:
        services: dict[str, list[str]] = {}
        for one in contributions:
            assert isinstance(one.record, Action)
            services.setdefault(one.service, []).append(short_name(one.record, style))
        blocks = tuple(
            Block(kind=BlockKind.BULLET, runs=(Run(text=service, bold=True), Run(text=f": {'; '.join(actions)}")))
            for service, actions in services.items()
        )
        rows += [PriorityRow(name, Text(blocks=blocks))] if blocks else []
    return AimIndex(heading, tuple(rows))


def _aim_heading(aim: Aim, style: Style) -> str:
    if aim.priority is None:
        return style.words.other_council_actions
    return named(aim.priority, style)


def _council_action(priority: Priority, style: Style) -> str:
    ref, text = priority.ref.text.strip(), plain_line(priority.text) or style.words.not_given
    return style.words.council_action_heading.format(ref=ref, text=text).strip() + withdrawal(priority, style.words)


def _public(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple(one for one in contributions if isinstance(one.record, Action) and is_published(one.record))
