"""What is still to be joined up: priorities nothing leads to or measures, work for no priority, measures of nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, is_published, plain_line, title_beside_ref
from svcdocs.documents.corporate_objectives import objective_list
from svcdocs.documents.corporate_priorities import awaited_from, named
from svcdocs.documents.formats import bracketed
from svcdocs.model.corporate_view import Contribution, CorporateView, Measure
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block, BlockKind, Run, Text, joined, merged


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is still to be joined up between the council and its services."""

    unserved: Text
    """The priorities to which nothing leads, as a list."""
    unmeasured: Text
    """The council actions that no indicator measures, as a list."""
    work: Text
    """The objectives and actions that lead to no priority, as a list."""
    measures: Text
    """The indicators that measure nothing, as a list."""
    complete: str
    """A sentence for each of these of which there is nothing to tell."""


def gaps_of(view: CorporateView, style: Style) -> Gaps:
    """What is still to be joined up, but for what may not be published."""
    words = style.words
    unserved = _bullets(_unserved(view, style))
    unmeasured = _bullets((Run(text=named(one, style)),) for one in view.unmeasured)
    work = joined((objective_list(view.loose, style), _bullets(_actions(view.loose, style))))
    measures = _bullets(_measures(view.loose_measures, style))
    has_actions = any(aim.council_actions for aim in view.aims)
    sentences = (
        (unserved, words.none_unserved),
        (unmeasured or not has_actions, words.none_unmeasured),
        (work, words.none_loose),
        (measures, words.none_measure_nothing),
    )
    return Gaps(unserved, unmeasured, work, measures, " ".join(said for found, said in sentences if not found))


def _unserved(view: CorporateView, style: Style) -> Iterator[tuple[Run, ...]]:
    for priority in view.unserved:
        line, services = named(priority, style), ", ".join(awaited_from(priority, view, style))
        said = style.words.unserved_awaited.format(priority=line, services=services) if services else line
        yield (Run(text=said),)


def _actions(loose: Iterable[Contribution], style: Style) -> Iterator[tuple[Run, ...]]:
    for one in loose:
        if isinstance(one.record, Action) and is_published(one.record):
            title = title_beside_ref(one.record, style)
            about = bracketed((style.words.an_action, one.service))
            yield (*_ref(one.record.ref.text.strip()), *title, Run(text=about))


def _measures(loose: Iterable[Measure], style: Style) -> Iterator[tuple[Run, ...]]:
    for one in loose:
        if is_published(one.indicator):
            name = _line(one.indicator.name) or (Run(text=style.words.not_given),)
            yield (*_ref(one.indicator.ref.text.strip()), *name, Run(text=f" ({one.service})"))


def _line(text: Text) -> tuple[Run, ...]:
    said = plain_line(text)
    return (Run(text=said),) if said else ()


def _ref(ref: str) -> tuple[Run, ...]:
    return (Run(text=f"{ref} ", bold=True),) if ref else ()


def _bullets(items: Iterable[Iterable[Run]]) -> Text:
    return Text(blocks=tuple(Block(kind=BlockKind.BULLET, runs=merged(runs)) for runs in items))
