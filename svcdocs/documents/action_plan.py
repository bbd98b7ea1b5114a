"""The service improvement action plan: its key, and a table of its own for each group of actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import as_typed, block, filled, inline, labelled, lines, with_end
from svcdocs.documents.keeping import HALF_A_PAGE, height
from svcdocs.documents.moves import team_heading
from svcdocs.documents.references import told
from svcdocs.documents.scores import Coloured, key_entry, status
from svcdocs.documents.setting import Setting
from svcdocs.documents.shared import shared_with
from svcdocs.documents.supporting import is_left_out, unless_left_out
from svcdocs.model.as_written import Dates
from svcdocs.model.service_plan import Action, ServicePlan, Step
from svcdocs.model.text import Block, BlockKind, Run, Text, joined, merged
from svcdocs.model.words import Words, capitalised

_LONG_TITLE = 100
_TITLE_ENDS = re.compile(r" [-–—] |[:;]\s")
_LINE = {"title": 15, "steps": 30, "outcome": 14, "leads": 12, "help_needed": 11, "resources": 13, "progress": 10}
"""About how many characters stand in a line of each column that may grow tall."""
_WIDER = 1.18
"""How much wider the other columns are where those of status and progress are left out."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A status of the council's key."""

    status: Coloured
    """Its letter and word."""
    meaning: Text
    """What it means."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as a row of the plan."""

    ref: str
    """Its reference."""
    title: Text
    """What will be done or changed, in a line; empty where only the detail says so."""
    detail: Text
    """More about it; empty where there is nothing more."""
    purpose: str
    """The objective or council action it is for, and its team."""
    status: Coloured
    """Where it stands; a dash before the first quarter."""
    steps: Text
    """Its steps, numbered where there are several, each with its date."""
    finish: Text
    """When it will be done."""
    outcome: Text
    """How anyone will know: the result, what will exist, the indicators that measure it."""
    leads: Text
    """Who leads, one a line."""
    help_needed: Text
    """The services whose help it needs."""
    resources: Text
    """What it needs beyond what there is, and the main risk."""
    progress: Text
    """What was done, quarter by quarter; a dash before the first."""
    is_long: bool
    """Whether it would fill more than about half a page, so that it may go on over the page."""


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions under one heading."""

    heading: str
    """The heading; empty where no action has a group."""
    rows: tuple[ActionRow, ...]
    """The actions in the order given."""


def action_groups(setting: Setting) -> tuple[ActionGroup, ...]:
    """Council actions first, then the service's own, by group in the order in which groups first appear.

    Blanks that mean "as above" were filled in when the workbook was read: an action without a group here has none.
    Where no action has a group and each of the service's own belongs to a team, these stand under its name.
    """
    plan, words = setting.plan, setting.words
    room = 1.0 if has_progress(plan) else _WIDER
    groups: dict[str, list[ActionRow]] = {}
    for action in plan.council_actions:
        heading = action.group.strip() or capitalised(words.council_actions)
        groups.setdefault(heading, []).append(_row(action, setting, room, under_team=_is_its_team(action, setting)))
    in_teams = all(row.team.strip() for row in plan.actions) and not any(row.group.strip() for row in plan.all_actions)
    names = setting.team_names(action.team for action in plan.actions)
    for action in plan.actions:
        heading = team_heading(names[setting.team(action.team)], setting) if in_teams else action.group.strip()
        is_said = in_teams or _is_its_team(action, setting)
        groups.setdefault(heading, []).append(_row(action, setting, room, under_team=is_said))
    unnamed = words.other_actions if len(groups) > 1 else ""
    return tuple(ActionGroup(heading or unnamed, tuple(rows)) for heading, rows in groups.items())


def has_progress(plan: ServicePlan) -> bool:
    """Whether any action of the plan says where it stands or what was done."""
    return any(action.status.strip() or any(action.progress.values()) for action in plan.all_actions)


def status_key(setting: Setting) -> tuple[KeyRow, ...]:
    """The council's statuses with their meanings."""
    dash = setting.words.dash
    return tuple(KeyRow(key_entry(row), filled(row.meaning, dash)) for row in setting.framework.status_key)


def rag_rules(setting: Setting) -> Text:
    """How a service decides on a status, as a list."""
    rules = (rule.rule for rule in setting.framework.rag_rules if rule.rule)
    return Text(blocks=tuple(Block(kind=BlockKind.BULLET, runs=inline(rule)) for rule in rules))


def steps(given: Sequence[Step], *, as_typed: bool = False) -> Text:
    """The steps one below the other: numbered 1. 2. 3. where there are several and none has a number of its own.

    ``as_typed`` numbers none of them.
    A date in a column of its own is set in brackets behind its step; dates within the text stay where they are.
    """
    said = [step for step in given if step.text or step.by]
    numbered = not as_typed and len(said) > 1 and not any(item.label for step in said for item in step.text.blocks[:1])
    blocks: list[Block] = []
    for place, step in enumerate(said, 1):
        first, *more = step.text.blocks or (Block(),)
        if numbered and first.kind is not BlockKind.BULLET:
            first = Block(kind=BlockKind.NUMBERED, runs=first.runs, label=f"{place}.")
        by = step.by.text.strip()
        blocks += [with_end(first, f" ({by})" if by and first.runs else by), *more]
    return Text(blocks=tuple(blocks))


def _is_its_team(action: Action, setting: Setting) -> bool:
    """Whether the group of an action is its team, by whichever of its names."""
    return bool(action.group.strip()) and setting.team(action.group) == setting.team(action.team)


def _row(action: Action, setting: Setting, room: float, *, under_team: bool) -> ActionRow:
    """A row. ``room`` is how much wider its columns are than where status and progress stand beside them."""
    words = setting.words
    title, detail = title_and_detail(action, words)
    cells = {
        "leads": filled(lines(as_typed(action.lead, action.also_leading)), words.not_given),
        "steps": filled(steps(action.steps, as_typed=not setting.framework.numbers_steps), words.not_given),
        "outcome": _cell(_outcome(action, setting), (action.outcome, action.outputs), words),
        "help_needed": _cell(unless_left_out(action.help_needed, words), (action.help_needed,), words),
        "resources": _cell(_resources(action, setting), (action.resources, action.risk), words),
        "progress": filled(_progress(action, setting), words.dash),
    }
    return ActionRow(
        ref=action.ref.text.strip() or words.dash,
        title=title,
        detail=detail,
        purpose=_purpose(action, setting, "" if under_team else action.team.strip()),
        status=status(action.status, setting),
        finish=filled(date_lines(action.finish), words.not_given),
        is_long=any(
            height(text, round(_LINE[name] * room)) > HALF_A_PAGE
            for name, text in (*cells.items(), ("title", joined((title, detail))))
        ),
        **cells,
    )


def _cell(text: Text, fields: Sequence[Text], words: Words) -> Text:
    """What a cell prints: where nothing is left, a dash if a field was left out on purpose, else that it is missing."""
    return filled(text, words.dash if any(is_left_out(field, words) for field in fields) else words.not_given)


def title_and_detail(action: Action, words: Words) -> tuple[Text, Text]:
    """The first line of the title, and all that stands below it: its other lines and lists, then the detail.

    A title that begins with a list has no such line. An action with neither says that its title is missing.
    """
    first, more = action.title.blocks[:1], action.title.blocks[1:]
    if first and first[0].kind is not BlockKind.PARAGRAPH:
        first, more = (), action.title.blocks
    title, detail = titled(Text(blocks=first)), Text(blocks=(*more, *action.detail.blocks))
    return title if title or detail else lines([words.not_given]), detail


def titled(title: Text) -> Text:
    """The title in bold; of one that goes on with its details, the part before the dash or colon alone."""
    plain = "".join(run.text for run in inline(title))
    bold = len(plain)
    if bold > _LONG_TITLE:
        end = _TITLE_ENDS.search(plain, 0, _LONG_TITLE)
        bold = end.start() if end else 0
    runs: list[Run] = []
    for run in inline(title):
        head, tail = run.text[: max(bold, 0)], run.text[max(bold, 0) :]
        runs += [Run(text=head, bold=True, italic=run.italic), run.model_copy(update={"text": tail})]
        bold -= len(run.text)
    return Text(blocks=(Block(runs=merged(runs)),)) if plain else Text()


def _purpose(action: Action, setting: Setting, team: str) -> str:
    """What the action is for, unless that is the council action whose reference it bears; and its team."""
    refs = told(action.serves, setting, without=action.ref.canonical)
    served = setting.words.action_for.format(refs=refs) if refs else ""
    return " · ".join(part for part in (served, team) if part)


def date_lines(dates: Dates) -> Text:
    """One date a line; the numbers people set before them to match the steps become a real list."""
    made: list[Block] = []
    for line, date in zip(dates.lines, dates.items, strict=True):
        label = line.removesuffix(date.text).strip()
        kind = BlockKind.NUMBERED if label else BlockKind.PARAGRAPH
        made.append(block(date.text, kind, label=label))
    return Text(blocks=tuple(made))


def _outcome(action: Action, setting: Setting) -> Text:
    words = setting.words
    outcome, outputs = (unless_left_out(text, words) for text in (action.outcome, action.outputs))
    blocks = [*outcome.blocks, *labelled(words.outputs, outputs)]
    if action.indicators:
        blocks.append(block(words.measured_by.format(refs=told(action.indicators, setting))))
    return Text(blocks=tuple(blocks))


def _resources(action: Action, setting: Setting) -> Text:
    words = setting.words
    resources, risk = (unless_left_out(text, words) for text in (action.resources, action.risk))
    return Text(blocks=(*resources.blocks, *shared_with(action, setting), *labelled(words.main_risk, risk)))


def _progress(action: Action, setting: Setting) -> Text:
    said = ((quarter, text) for quarter, text in action.progress.items() if text)
    blocks: list[Block] = []
    for quarter, text in said:
        blocks += labelled(setting.words.quarter.replace("{quarter}", setting.quarter_name(quarter)), text)
    return Text(blocks=tuple(blocks))
