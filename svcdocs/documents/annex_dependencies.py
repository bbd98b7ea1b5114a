"""The annex of who needs whose help: from the side of those who ask, and of those who are asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.annex_answers import answer_lines, answers_counted
from svcdocs.documents.annex_index import short_name
from svcdocs.documents.beside import Front, front_of, hidden
from svcdocs.documents.corporate_actions import Style, action_row, finish
from svcdocs.documents.formats import bracketed, inline
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.help_asked import EVERYBODY
from svcdocs.model.helping import Ask, asks_of
from svcdocs.model.publication import is_published
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.words import capitalised


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """What one service needs of others, and they of it, at a glance."""

    service: str
    """Its name."""
    needs: str
    """Whose help its actions need, each with how often."""
    asked: str
    """Whose actions need its help, each with how often."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What one action needs."""

    action: Text
    """The action, behind its reference."""
    needs: Text
    """Of whom, and what, as a list; below what was asked in writing the answer."""
    finish: str
    """By when the action ends."""


@dataclass(frozen=True, slots=True)
class NeedPart:
    """All that one service needs."""

    heading: str
    """Whose it is."""
    rows: tuple[NeedRow, ...]
    """Its actions that need help, in the order of its plan."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What one service asks of another."""

    service: str
    """The service that asks."""
    what: Text
    """What it asks for, as a list: the action, what is needed, by when the action ends; below that the answer."""


@dataclass(frozen=True, slots=True)
class AskedPart:
    """All that one service is asked for."""

    heading: str
    """Who is asked."""
    by: tuple[AskedFor, ...]
    """What is asked, by who asks it."""


@dataclass(frozen=True, slots=True)
class AnnexDependenciesContext(Front):
    """All that the annex of dependencies prints."""

    glance: tuple[GlanceRow, ...]
    """For each service what it needs and is asked for, at a glance; nothing where no action needs any help."""
    answers: tuple[str, ...]
    """How many requests were sent out and how they were answered, and how that is shown; nothing without requests."""
    needed: tuple[NeedPart, ...]
    """What each service needs, by service."""
    asked: tuple[AskedPart, ...]
    """What each service is asked for, by service; what all are asked for comes last."""
    others: tuple[AskedPart, ...]
    """What others are asked for who write no plan."""
    unpublished: str
    """How many things are left out since their actions may not be published; empty where none is."""


def annex_dependencies_context(view: CorporateView, style: Style) -> AnnexDependenciesContext:
    """Lay out the annex of dependencies."""
    words = style.words
    every = asks_of(style.setting.cycle)
    asks = tuple(ask for ask in every if is_published(ask.action))
    services = tuple(
        dict.fromkeys((*style.framework.service_names, *(plan.service for plan in style.setting.cycle.plans)))
    )
    named = dict.fromkeys(called_on(ask, style) for ask in asks if ask.of not in (*services, EVERYBODY) or ask.is_other)
    asked = [_asked(words.annex_asked_of.format(service=name), _of(name, asks), style) for name in services]
    asked.append(_asked(words.annex_asked_of_all, _of(EVERYBODY, asks), style))
    needed = (_needed(name, asks, style) for name in services)
    return AnnexDependenciesContext(
        **front_of(style, view, words.annex_dependencies).fields(),
        glance=tuple(_glance(name, asks, style) for name in services) if asks else (),
        answers=tuple(answers_counted(asks, words)),
        needed=tuple(part for part in needed if part.rows),
        asked=tuple(part for part in asked if part.by),
        others=tuple(
            _asked(capitalised(name), [ask for ask in asks if called_on(ask, style) == name], style) for name in named
        ),
        unpublished=hidden(len(every) - len(asks), style),
    )


def called_on(ask: Ask, style: Style) -> str:
    """Whom an ask calls on: a service, all of them, or whoever else it names."""
    if ask.is_other:
        return ask.of or style.words.annex_not_said
    return ask.of or style.words.annex_all_services


def _of(name: str, asks: Iterable[Ask]) -> list[Ask]:
    """What is asked of one who stands in the framework."""
    return [ask for ask in asks if ask.of == name and not ask.is_other]


def _needed(service: str, asks: Iterable[Ask], style: Style) -> NeedPart:
    actions: dict[int, list[Ask]] = {}
    for ask in asks:
        if ask.service == service:
            actions.setdefault(id(ask.action), []).append(ask)
    rows = tuple(_need(own, style) for own in actions.values())
    return NeedPart(style.words.annex_needed_by.format(service=service), rows)


def _need(asks: Sequence[Ask], style: Style) -> NeedRow:
    """What one action needs, from whomever."""
    row = action_row(asks[0].service, asks[0].action, style)
    ref = (Run(text=f"{row.ref} ", bold=True),) if asks[0].action.ref else ()
    blocks = []
    for ask in asks:
        name = (Run(text=called_on(ask, style), bold=True),)
        what = (Run(text=f": {' '.join(ask.what.split())}"),) if ask.what.strip() else ()
        blocks.append(Block(kind=BlockKind.BULLET, runs=merged((*name, *what))))
        blocks += answer_lines(ask, style.words)
    title = Block(runs=merged((*ref, *inline(row.title))))
    return NeedRow(Text(blocks=(title,)), Text(blocks=tuple(blocks)), row.finish)


def _asked(heading: str, asks: Iterable[Ask], style: Style) -> AskedPart:
    services: dict[str, list[Block]] = {}
    for ask in asks:
        services.setdefault(ask.service, []).extend((_asked_line(ask, style), *answer_lines(ask, style.words)))
    return AskedPart(heading, tuple(AskedFor(name, Text(blocks=tuple(blocks))) for name, blocks in services.items()))


def _asked_line(ask: Ask, style: Style) -> Block:
    """An action in short, and what it needs."""
    words = style.words
    name = Run(text=short_name(ask.action, style), bold=bool(ask.action.ref))
    what = " ".join(ask.what.split()) or words.annex_not_said
    about = bracketed((finish(ask.action) or words.annex_no_date,))
    return Block(kind=BlockKind.BULLET, runs=merged((name, Run(text=f": {what}{about}"))))


def _glance(service: str, asks: Iterable[Ask], style: Style) -> GlanceRow:
    needs = Counter(called_on(ask, style) for ask in asks if ask.service == service)
    asked = Counter(ask.service for ask in asks if not ask.is_other and ask.of in (service, EVERYBODY))
    asked.pop(service, None)
    return GlanceRow(service, _counted(needs, style), _counted(asked, style))


def _counted(names: Counter[str], style: Style) -> str:
    said = (style.words.annex_counted.format(name=name, count=count) for name, count in names.items())
    return ", ".join(said) or style.words.dash
