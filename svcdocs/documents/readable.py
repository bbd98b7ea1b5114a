"""A service plan to be read rather than filed: each action a short block in place of a row of ten columns."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svcdocs.documents.action_columns import ActionColumns
from svcdocs.documents.action_plan import ActionGroup, ActionRow
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.formats import behind_label, inline, lines
from svcdocs.documents.keeping import height
from svcdocs.documents.service_plan import ServicePlanContext, service_plan_context
from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle
from svcdocs.model.publication import Edition
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.model.words import Words
from svcdocs.word import Chart

_ACROSS = 166
"""The millimetres of a line of text: nothing of this plan stands on a wide page."""
_HIGH = 60
_LINE = 85
"""About how many characters stand in a line."""
_FEWEST_LINES = 3
"""So few lines at the end of a block do not stand on a page without the steps before them."""
_LONG = 14
"""So many lines may go over a page, for a third of one would stay white."""
_ENDS = 3
"""Of so few pieces no page ends between any two."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """A piece of a block of text between which a page may end, or may not."""

    text: Text
    """What it says."""
    stays: bool
    """Whether it stays on one page with what comes behind it."""


@dataclass(frozen=True, slots=True)
class ActionBlock:
    """An action as a block of text."""

    heading: str
    """Its reference and title in a line."""
    purpose: str
    """The objective or council action it is for, and its team."""
    detail: Text
    """More about it; empty where there is nothing more."""
    facts: tuple[KeptText, ...]
    """Who leads, by when it ends, and where it stands once that is reported."""
    steps: KeptText
    """Its steps, numbered where there are several, each with its date."""
    results: tuple[KeptText, ...]
    """How anyone will know, whose help it needs, what it costs, and what was done quarter by quarter."""


@dataclass(frozen=True, slots=True)
class ActionBlocks:
    """Actions under one heading."""

    heading: str
    """The heading of the group; where no action has one, that of all actions."""
    actions: tuple[ActionBlock, ...]
    """The actions in the order given."""


@dataclass(frozen=True, slots=True)
class ReadableContext(ServicePlanContext):
    """All that a readable service plan prints: what one of the usual form does, and its actions as blocks."""

    action_blocks: tuple[ActionBlocks, ...]
    """The actions by group, as blocks of text."""


def readable_context(
    cycle: Cycle,
    plan: ServicePlan,
    *,
    draft: bool,
    pictures: Mapping[str, bytes] | None = None,
    fingerprint: str = "",
    edition: Edition | None = None,
    since: Since | None = None,
) -> ReadableContext:
    """Lay out one plan for its template; what is given is the same as for a plan of the usual form."""
    usual = service_plan_context(
        cycle, plan, draft=draft, pictures=pictures, fingerprint=fingerprint, edition=edition, since=since
    )
    fields = {field.name: getattr(usual, field.name) for field in dataclasses.fields(usual)}
    fields["milestones"] = _narrow(usual.milestones)
    return ReadableContext(**fields, action_blocks=tuple(_blocks(usual.groups, usual)))


def _narrow(drawn: Drawn | None) -> Drawn | None:
    """A chart no wider than a line of text."""
    if drawn is None or not isinstance(drawn.picture, Chart):
        return drawn
    return replace(drawn, picture=replace(drawn.picture, width=_ACROSS, height=_HIGH))


def _blocks(groups: Iterable[ActionGroup], usual: ServicePlanContext) -> Iterator[ActionBlocks]:
    for group in groups:
        made = tuple(
            _block(row, usual.words, usual.action_columns, has_progress=usual.has_progress) for row in group.rows
        )
        yield ActionBlocks(group.heading or usual.words.actions_heading, made)


def _block(row: ActionRow, words: Words, columns: ActionColumns, *, has_progress: bool) -> ActionBlock:
    facts: list[Block] = [*behind_label(words.who_leads, _in_a_line(row.leads))]
    if columns.finish:
        facts += behind_label(words.by_when, _in_a_line(row.finish))
    if has_progress:
        facts += behind_label(words.status, lines([row.status.text]))
    results = [*behind_label(words.how_we_know, row.outcome)]
    if columns.help_needed:
        results += behind_label(words.services_directly_affected, _in_a_line(row.help_needed))
    if columns.resources:
        results += behind_label(words.additional_resources, row.resources)
    if has_progress:
        results += behind_label(words.progress_update, row.progress)
    few = height(Text(blocks=tuple(results)), _LINE) < _FEWEST_LINES
    stays = few and height(row.steps, _LINE) < _LONG
    title = "".join(run.text for run in inline(row.title))
    return ActionBlock(
        heading=" ".join(part for part in (row.ref if row.ref != words.dash else "", title) if part) or words.not_given,
        purpose=row.purpose,
        detail=row.detail,
        facts=tuple(_kept(facts)),
        steps=KeptText(row.steps, stays=stays),
        results=tuple(_kept(results)),
    )


def _kept(blocks: Sequence[Block]) -> Iterator[KeptText]:
    """Blocks on one page, behind the last of which it may end; of many only the first two and the last two are."""
    is_long = height(Text(blocks=tuple(blocks)), _LINE) >= _LONG
    cuts = [0, 1, len(blocks) - 2, len(blocks) - 1] if is_long and len(blocks) > _ENDS else [0, len(blocks) - 1]
    for start, end in itertools.pairwise((*cuts, len(blocks))):
        if start < end:
            yield KeptText(Text(blocks=tuple(blocks[start:end])), stays=start != 1 and end < len(blocks))


def _in_a_line(text: Text) -> Text:
    """Lines of a cell one behind the other; a list stays one."""
    if any(item.kind in (BlockKind.BULLET, BlockKind.OWED) for item in text.blocks):
        return text
    return lines(["; ".join("".join(run.text for run in inline(Text(blocks=(item,)))) for item in text.blocks)])
