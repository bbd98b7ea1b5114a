"""An aim as the summary of the corporate plan shows it: why, what is promised, what is done first, how we will know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from svcdocs.documents.corporate_actions import Style, one_line
from svcdocs.documents.corporate_priorities import headline_list, named
from svcdocs.documents.formats import inline
from svcdocs.model.as_written import Target
from svcdocs.model.corporate_view import Aim, Contribution, CorporateView
from svcdocs.model.publication import is_published
from svcdocs.model.scorecard_view import ScorecardLine
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block, BlockKind, Text

MOST = 3
"""So many headline actions and measures of an aim stand in the summary."""
T = TypeVar("T", Contribution, ScorecardLine)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """An indicator of the scorecard, for readers from outside."""

    name: Text
    """What is measured."""
    now: str
    """The latest result with its year; else where it stood before."""
    target: str
    """The target for the first year of the plan."""


@dataclass(frozen=True, slots=True)
class SummaryAim:
    """One aim."""

    heading: str
    """What it is called."""
    why: Text
    """Why it matters: the first paragraph of what the framework says."""
    promises: Text
    """The council's own actions in force, as a list."""
    headlines: Text
    """Three headline actions, as a list."""
    measures: tuple[MeasureRow, ...]
    """Three indicators of the scorecard that measure it, those with a result and a target first."""
    table: str
    """What a screen reader calls the table of these."""


def summary_aims(view: CorporateView, style: Style) -> tuple[SummaryAim, ...]:
    """The aims in force, in the council's order; an indicator stands under the first aim it measures."""
    taken: set[int] = set()
    return tuple(
        _aim(aim, view, style, taken) for aim in view.aims if aim.priority is not None and not aim.priority.withdrawn_on
    )


def first_of_each(given: Sequence[T], most: int = MOST) -> tuple[T, ...]:
    """So many of what services give: the first of each service, then the second of each; in the order given."""
    services: dict[str, list[T]] = {}
    for one in given:
        services.setdefault(one.service, []).append(one)
    turns = [one for turn in zip_longest(*services.values()) for one in turn if one is not None]
    chosen = {id(one) for one in turns[:most]}
    return tuple(one for one in given if id(one) in chosen)


def _aim(aim: Aim, view: CorporateView, style: Style, taken: set[int]) -> SummaryAim:
    assert aim.priority is not None
    heading = named(aim.priority, style)
    marked = [one for one in aim.headlines if isinstance(one.record, Action) and is_published(one.record)]
    promised = [one.priority.text for one in aim.council_actions if not one.priority.withdrawn_on]
    lines = [one for one in _measuring(aim, view) if id(one.indicator) not in taken]
    told = [one for one in lines if one.latest and one.targets and one.targets[0][1].meaning.value is not None]
    measures = first_of_each(told or lines)
    taken.update(id(one.indicator) for one in measures)
    return SummaryAim(
        heading=heading,
        why=Text(blocks=aim.priority.why.blocks[:1]),
        promises=Text(blocks=tuple(Block(kind=BlockKind.BULLET, runs=inline(text)) for text in promised if text)),
        headlines=headline_list(first_of_each(marked), style),
        measures=tuple(_measure(one, style) for one in measures),
        table=style.words.summary_measures_table.format(heading=heading),
    )


def _measuring(aim: Aim, view: CorporateView) -> list[ScorecardLine]:
    """The published lines of the scorecard that measure an aim.

    What several services report alike says little of one aim: it stands on the scorecard alone.
    """
    measuring = {id(one.indicator) for one in aim.measures}
    return [
        line
        for line in view.scorecard.lines
        if id(line.indicator) in measuring and line.shared is None and is_published(line.indicator)
    ]


def _measure(line: ScorecardLine, style: Style) -> MeasureRow:
    words, indicator, shared = style.words, line.indicator, line.shared
    target = line.targets[0][1] if line.targets else Target()
    latest = words.result.format(value=line.latest[1].text, year=line.latest[0]) if line.latest else ""
    return MeasureRow(
        name=one_line(indicator.name or (shared.name if shared else Text()), words.not_given),
        now=latest or indicator.baseline.text.strip() or words.not_given,
        target=target.text.strip() or words.not_given,
    )
