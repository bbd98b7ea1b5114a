"""The council actions implementation plan and the improvement plan: actions team by team, each a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.action_plan import date_lines, steps, title_and_detail
from svcdocs.documents.formats import as_typed, block, filled, inline, labelled, lines, with_end
from svcdocs.documents.heads import IMPROVEMENT, Heads, head_part
from svcdocs.documents.keeping import HALF_A_PAGE, height
from svcdocs.documents.labels import in_brackets
from svcdocs.documents.parts import Part, headed
from svcdocs.documents.references import told
from svcdocs.documents.scores import status
from svcdocs.documents.setting import Setting
from svcdocs.documents.supporting import supporting_information
from svcdocs.documents.team_openings import TeamOpenings
from svcdocs.model.as_written import canonical_ref
from svcdocs.model.dates import date_at_end
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Objective, Step
from svcdocs.model.text import Block, BlockKind, Run, Text, joined, merged

_LINE = {"title": 24, "steps": 40, "supporting": 34, "finish": 15, "leads": 19}
"""About how many characters stand in a line of each column."""
_BRACKET_AT_END = re.compile(r"\(([^()]*)\)\W*$")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """An action as a row of the council actions implementation plan or the improvement plan."""

    title: Text
    """The council action as worded, or what will be done or changed; with its reference."""
    detail: Text
    """More about it; empty where there is nothing more."""
    note: str
    """What else it is for; empty where nothing is to be said."""
    steps: Text
    """What will be done, numbered as it was typed."""
    progress: Text
    """Where it stands, what was done so far and what measures it; empty where nothing of it is given."""
    supporting: Text
    """What it needs, yields and risks, and who else is affected, each behind its label."""
    finish: Text
    """When it will be done: one date, or one for each step."""
    leads: Text
    """Who is responsible, one a line."""
    is_long: bool
    """Whether it would fill more than about half a page, so that it may go on over the page."""


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """Actions that stand together in a table."""

    above: tuple[Part, ...]
    """The headings that open above it: of the team, the objective with its aims and approaches, the group."""
    nothing: str
    """What is said where no action stands below the headings; else empty."""
    rows: tuple[PlannedRow, ...]
    """The actions in the order given."""


def council_tables(setting: Setting, openings: TeamOpenings) -> tuple[PlannedTable, ...]:
    """The council actions, a table for each team, or for each of its groups where actions have groups."""
    actions = setting.plan.council_actions
    tables: list[PlannedTable] = []
    for team, name in openings.names(action.team for action in actions).items():
        own = [action for action in actions if setting.team(action.team) == team]
        above = openings.open(team, name)
        tables += _grouped(own, above, 3 if name else 2, [_council_row(action, setting) for action in own])
    return tuple(tables)


def improvement_tables(setting: Setting, openings: TeamOpenings) -> tuple[PlannedTable, ...]:
    """The service's own actions by team, and those of a team by the objective they are for."""
    actions, heads = setting.plan.actions, Heads(IMPROVEMENT, setting)
    placed = [(action, heads.of(action.serves, action.team)) for action in actions]
    whose = [action.team.strip() or (head.team if head else "") for action, head in placed]
    empty = [head for head in heads.own if not any(head is one for _, one in placed)]
    tables: list[PlannedTable] = []
    for team, name in openings.names((*whose, *(head.team for head in empty))).items():
        rows = [row for row, own in zip(placed, whose, strict=True) if setting.team(own) == team]
        bare = [head for head in empty if setting.team(head.team) == team]
        tables += _of_team(rows, bare, heads, setting, openings.open(team, name))
    return tuple(tables)


def _of_team(
    placed: Sequence[tuple[Action, Objective | None]],
    bare: Sequence[Objective],
    heads: Heads,
    setting: Setting,
    above: tuple[Part, ...],
) -> Iterator[PlannedTable]:
    """The tables of one team: objective by objective, then the actions of none."""
    level = 3 if above else 2
    for head in heads.order:
        own = [action for action, one in placed if one is head]
        if own:
            opening = (*above, head_part(head, setting, level))
            yield from _grouped(own, opening, level + 1, [_own_row(action, heads, head, setting) for action in own])
        elif any(head is one for one in bare):
            yield PlannedTable((*above, head_part(head, setting, level)), setting.words.nothing_planned, ())
        else:
            continue
        above = ()
    loose = [action for action, head in placed if head is None]
    has_others = len(loose) < len(placed) or bool(bare)
    opening = (*above, *((headed(setting.words.other_actions, level),) if has_others else ()))
    yield from _grouped(
        loose, opening, level + has_others, [_own_row(action, heads, None, setting) for action in loose]
    )


def _grouped(
    actions: Sequence[Action], above: tuple[Part, ...], level: int, rows: Sequence[PlannedRow]
) -> Iterator[PlannedTable]:
    """A table of rows; one for each group, under its heading, where their actions have groups."""
    groups: dict[str, list[PlannedRow]] = {}
    for action, row in zip(actions, rows, strict=True):
        groups.setdefault(action.group.strip(), []).append(row)
    for name in sorted(groups, key=bool):  # those of no group stand directly under what is above
        yield PlannedTable((*above, *((headed(name, level),) if name else ())), "", tuple(groups[name]))
        above = ()


def _council_row(action: Action, setting: Setting) -> PlannedRow:
    """A council action in its wording: as typed, else as the council adopted it."""
    words, named = setting.words, _council_action(action, setting)
    adopted = action.title or (named.text if named else Text())
    wording, detail = (adopted, action.detail) if adopted else (action.detail, Text())
    ref = action.ref.text.strip() or ("" if action.title or named is None else named.ref.text.strip())
    first = filled(wording, words.not_given)
    at_end = _BRACKET_AT_END.search(first.blocks[-1].plain)
    is_said = at_end is not None and canonical_ref(at_end[1]) == canonical_ref(ref)
    end = "" if not ref or is_said else f" ({in_brackets(ref)})"
    title = Text(blocks=(*first.blocks[:-1], with_end(first.blocks[-1], end)))
    about = named if named is not None and named.is_level("Council action") else None
    others = told(action.serves, setting, without=canonical_ref(ref), about=about)
    return _row(action, (title, detail), others, setting)


def _own_row(action: Action, heads: Heads, head: Objective | None, setting: Setting) -> PlannedRow:
    ref = action.ref.text.strip()
    title, detail = title_and_detail(action, setting.words)
    lead = (Run(text=f"{ref} – " if title else ref, bold=True),) if ref else ()
    runs = merged((*lead, *inline(title)))
    others = told(heads.names(action.serves, head), setting, without=action.ref.canonical)
    part = heads.part_of(action.serves, head) if head else None
    refs = ", ".join(said for said in (part.ref.text.strip() if part else "", others) if said)
    return _row(action, (Text(blocks=(Block(runs=runs),) if runs else ()), detail), refs, setting)


def _row(action: Action, said: tuple[Text, Text], refs: str, setting: Setting) -> PlannedRow:
    """A row. ``said`` is the title of the action and what stands below it."""
    (title, detail), words = said, setting.words
    is_numbered = setting.framework.numbers_steps
    done, finish = _by_number(action, numbered=is_numbered) or (
        steps(action.steps, as_typed=not (is_numbered and _is_paired(action))),
        filled(date_lines(action.finish), words.dash if _all_dated(action.steps) else ""),
    )
    cells = {
        "steps": filled(done, words.not_given),
        "supporting": supporting_information(action, setting),
        "finish": filled(finish, words.not_given),
        "leads": filled(lines(as_typed(action.lead, action.also_leading)), words.not_given),
    }
    progress = _progress(action, setting)
    tall = {**cells, "title": joined(said), "steps": joined((cells["steps"], progress))}
    return PlannedRow(
        title=title,
        detail=detail,
        note=words.action_for.format(refs=refs) if refs else "",
        progress=progress,
        is_long=any(height(text, _LINE[name]) > HALF_A_PAGE for name, text in tall.items()),
        **cells,
    )


def _council_action(action: Action, setting: Setting) -> Priority | None:
    """The council action a row is about: the one whose reference it bears, else the first it is for."""
    named = setting.cycle.priority(action.ref) if action.ref else None
    served = (one.priority for one in setting.cycle.named(setting.plan.service, action.serves))
    return named or next((priority for priority in served if priority is not None), None)


def _is_paired(action: Action) -> bool:
    """Whether numbered dates stand beside the steps, one for each: the steps are numbered then, so that they match."""
    said = [step for step in action.steps if step.text or step.by]
    labelled_dates = [line != date.text for line, date in zip(action.finish.lines, action.finish.items, strict=True)]
    return len(labelled_dates) == len(said) and all(labelled_dates)


def _by_number(action: Action, *, numbered: bool) -> tuple[Text, Text] | None:
    """Steps and dates paired by their numbers, where dates stand beside steps and none beside the whole; else None.

    ``numbered`` says whether steps that nobody has numbered are given numbers.
    """
    said = [step for step in action.steps if step.text or step.by]
    if action.finish or not any(step.by for step in said) or not all(step.text for step in said):
        return None
    typed = [step.text.blocks[0].label for step in said]
    if not (numbered or any(typed) or len(said) == 1):
        return None
    labels = typed if any(typed) or len(said) == 1 else [f"{place}." for place in range(1, len(said) + 1)]
    both = list(zip(said, labels, strict=True))
    dates = (_labelled(block(step.by.text.strip()), label) for step, label in both if step.by)
    lines_of_steps = (
        one for step, label in both for one in (_labelled(step.text.blocks[0], label), *step.text.blocks[1:])
    )
    return Text(blocks=tuple(lines_of_steps)), Text(blocks=tuple(dates))


def _labelled(item: Block, label: str) -> Block:
    return Block(kind=BlockKind.NUMBERED, runs=item.runs, label=label) if label else item


def _all_dated(given: Iterable[Step]) -> bool:
    """Whether every step says itself when it will be done."""
    said = [step for step in given if step.text or step.by]
    return bool(said) and all(_is_dated(step) for step in said)


def _is_dated(step: Step) -> bool:
    """Whether a step has a date of its own; where it is a numbered list, whether each item has."""
    items = [item for item in step.text.blocks if item.kind is BlockKind.NUMBERED]
    return bool(step.due) or (bool(items) and all(date_at_end(item.plain) for item in items))


def _progress(action: Action, setting: Setting) -> Text:
    """Status, progress and indicators, which have no column in these tables."""
    words = setting.words
    blocks: list[Block] = []
    if action.status.strip():
        blocks.append(block(words.status_now.format(text=status(action.status, setting).text)))
    for quarter, text in action.progress.items():
        blocks += labelled(words.progress_in.replace("{quarter}", setting.quarter_name(quarter)), text)
    if action.indicators:
        blocks.append(block(words.measured_by.format(refs=told(action.indicators, setting))))
    return Text(blocks=tuple(blocks))
