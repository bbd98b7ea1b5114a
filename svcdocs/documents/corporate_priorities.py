"""The priorities in the corporate plan: each aim with its approaches, council actions, and who does what for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from svcdocs.documents.corporate_actions import ActionRow, Style, action_rows, finish, plain_line
from svcdocs.documents.formats import inline, lines, with_end
from svcdocs.documents.heads import objectives_in_section
from svcdocs.documents.labels import as_label, label_and_text
from svcdocs.documents.references import withdrawal
from svcdocs.model.as_written import Ref
from svcdocs.model.corporate_view import Aim, Contribution, CorporateView, CouncilAction
from svcdocs.model.dates import read_date
from svcdocs.model.framework import Priority
from svcdocs.model.names import folded, lines_of
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action, Objective
from svcdocs.model.text import Block, BlockKind, Run, Text, joined, merged
from svcdocs.model.wordings import key_of
from svcdocs.model.words import capitalised

_POINT = re.compile(r"\d|Q\d|[A-Z][a-z]+ \d")
"""A date that reads well behind "by": "31 March 2028", "Q2 2027/28", "October 2028"; not "end of 2028"."""


@dataclass(frozen=True, slots=True)
class CouncilActionPart:
    """A council action with what every service does for it."""

    heading: str
    """Its reference and wording."""
    about: str
    """Who leads it, who approved it, and whether it was withdrawn; empty where nothing of that is known."""
    why: Text
    """Why the council chose it."""
    items: Text
    """Its parts, as a list."""
    objectives: Text
    """The services' objectives that serve it, as a list."""
    rows: tuple[ActionRow, ...]
    """The actions that serve it."""
    rows_title: str
    """What a screen reader calls the table of these actions."""
    nothing: str
    """Said where no service contributes or no action is planned, with the returns still awaited; else empty."""


@dataclass(frozen=True, slots=True)
class AimPart:
    """An aim of the council, or the council actions that stand under none."""

    heading: str
    """Its name and wording."""
    why: Text
    """Why the council chose it, and what else the council says of it."""
    approaches: Text
    """The approaches under it, as a list."""
    headlines: Text
    """The actions marked for the corporate plan, as a list."""
    council_actions: tuple[CouncilActionPart, ...]
    """Its council actions in the council's order."""
    also_heading: str
    """The heading over what serves the aim, and none of its council actions."""
    also_objectives: Text
    """Objectives that serve the aim, and none of its council actions."""
    also_rows: tuple[ActionRow, ...]
    """Actions that serve the aim, and none of its council actions."""
    also_rows_title: str
    """What a screen reader calls the table of these actions."""

    @property
    def has_more(self) -> bool:
        """Whether anything serves the aim beside its council actions."""
        return bool(self.also_objectives or self.also_rows)


def aim_parts(view: CorporateView, style: Style) -> tuple[AimPart, ...]:
    """All aims in the council's order."""
    return tuple(_aim(aim, view, style) for aim in view.aims)


def named(priority: Priority, style: Style) -> str:
    """A priority in one line: "Council action A1: Build 150 homes"."""
    words = style.words
    known = {"aim": words.aim, "approach": words.approach, "council action": words.council_action, "item": words.item}
    level = capitalised(known.get(folded(priority.level), priority.level.strip()))
    ref, text = priority.ref.text.strip(), plain_line(priority.text) or words.not_given
    pattern = words.priority_heading if ref else words.priority_heading_without_ref
    return pattern.format(level=level, ref=ref, text=text)


def headline_list(contributions: Iterable[Contribution], style: Style) -> Text:
    """The actions among some contributions, as a list: what, which service, by when."""
    words = style.words
    blocks = []
    for one in contributions:
        if isinstance(one.record, Action) and is_published(one.record):
            when = finish(one.record)
            pattern = words.headline_as_written if when else words.headline_undated
            if _POINT.match(when) and read_date(when, style.framework.financial_years.starts).last is not None:
                pattern = words.headline
            told = pattern.format(service=one.service, finish=when)
            title = inline(one.record.title) or (Run(text=words.not_given),)
            blocks.append(Block(kind=BlockKind.BULLET, runs=merged((*title, Run(text=f" ({told})")))))
    return Text(blocks=tuple(blocks))


def objective_list(contributions: Iterable[Contribution], style: Style) -> Text:
    """The objectives among some contributions, as a list; a part stands under its whole where that is there too.

    What only words an objective anew, at the head of a table of its service's plan, is not listed beside it.
    """
    found = [(one.service, one.record) for one in contributions if isinstance(one.record, Objective)]
    heads = _heads(dict.fromkeys(service for service, _ in found), style)
    known = {(service, key_of(row)) for service, row in found if id(row) not in heads}
    named = {id(row): style.setting.cycle.keys(service, row.under) for service, row in found}
    above_it = {id(row): (service, next(iter(named[id(row)]), "")) for service, row in found}
    reworded = {
        (service, key_of(row)): above_it[id(row)]
        for service, row in found
        if id(row) in heads and row.under and above_it[id(row)] in known
    }
    wholes: dict[tuple[str, str], list[Block]] = {}
    lists: list[list[Block]] = []
    for service, row in found:
        own, whole = (service, key_of(row)), above_it[id(row)]
        if id(row) in heads and own in reworded:
            continue
        above = wholes.get(reworded.get(whole, whole)) if row.under else None
        told = _behind_ref(row.ref.text.strip(), row.text, 0 if above is None else 1)
        if above is None:
            lists.append([with_end(told, f" ({service})")])
        else:
            above.append(told)
        wholes.setdefault(own, lists[-1] if above is None else above)
    return Text(blocks=tuple(block for blocks in lists for block in blocks))


def _aim(aim: Aim, view: CorporateView, style: Style) -> AimPart:
    own = aim.priority
    said: tuple[Text, ...] = ()
    if own is not None:
        gone = _withdrawn(own, style)
        said = (lines([gone] if gone else []), own.why, *_texts_about(own, style))
    heading = _other_heading(view, style) if own is None else named(own, style)
    return AimPart(
        heading=heading if own is None else heading + _gone(own, style),
        why=joined(said),
        approaches=_list(aim.approaches, style),
        headlines=headline_list(aim.headlines, style),
        council_actions=tuple(_council_action(action, view, style) for action in aim.council_actions),
        also_heading=_also_heading(aim, style),
        also_objectives=objective_list(aim.also, style),
        also_rows=action_rows(aim.also, style),
        also_rows_title=style.words.actions_for.format(heading=heading),
    )


def _council_action(action: CouncilAction, view: CorporateView, style: Style) -> CouncilActionPart:
    words, priority = style.words, action.priority
    heading = words.council_action_heading.format(ref=priority.ref.text.strip(), text=plain_line(priority.text))
    heading = heading.strip() or words.not_given
    rows = action_rows(action.contributions, style)
    nothing = []
    if not rows and not priority.withdrawn_on:
        leading = awaited_from(priority, view, style)
        awaited = (one for one in view.awaited if one.service in leading)
        nothing = [words.no_action if action.contributions else words.no_contribution]
        nothing += [awaited_sentence(one.service, one.deadline, style) for one in awaited]
    return CouncilActionPart(
        heading=heading + _gone(priority, style),
        about=_about(priority, style),
        why=priority.why,
        items=_list(action.items, style),
        objectives=objective_list(action.contributions, style),
        rows=rows,
        rows_title=words.actions_for.format(heading=heading),
        nothing=" ".join(nothing),
    )


def _heads(services: Iterable[str], style: Style) -> set[int]:
    """The identities of the objectives that stand at the head of a table in the plan of their service."""
    plans = [plan for service in services if (plan := style.setting.cycle.plan(service)) is not None]
    every = {id(row) for plan in plans for row in plan.objectives}
    return every - {id(row) for plan in plans for row in objectives_in_section(replace(style.setting, plan=plan))}


def awaited_sentence(service: str, deadline: str, style: Style) -> str:
    """That the return of a service has not come in."""
    words = style.words
    pattern = words.return_awaited if deadline.strip() else words.return_awaited_undated
    return pattern.format(service=service, date=deadline.strip())


def awaited_from(priority: Priority, view: CorporateView, style: Style) -> tuple[str, ...]:
    """The services that should lead a priority and whose returns have not come in."""
    leading = set(leading_services(priority, style))
    return tuple(one.service for one in view.awaited if one.service in leading)


def leading_services(priority: Priority, style: Style) -> tuple[str, ...]:
    """The services that should lead a priority, by their names in use."""
    return tuple(dict.fromkeys(map(style.framework.service_name, lines_of(priority.lead_services))))


def _other_heading(view: CorporateView, style: Style) -> str:
    """The heading over what stands under no aim: where the council has no aims at all, there are no others either."""
    words = style.words
    if any(aim.priority is not None for aim in view.aims):
        return words.other_council_actions
    has_actions = any(aim.council_actions for aim in view.aims)
    return capitalised(words.council_actions if has_actions else words.approaches)


def _also_heading(aim: Aim, style: Style) -> str:
    words, own = style.words, aim.priority
    if own is None:
        return words.also_contributing_to_none
    name = " ".join(part for part in (words.aim, own.ref.text.strip() or plain_line(own.text)) if part)
    return (words.also_contributing if aim.council_actions else words.contributing).format(aim=name)


def _about(priority: Priority, style: Style) -> str:
    words = style.words
    services = ", ".join(leading_services(priority, style))
    said = (
        words.lead_service.format(services=services) if services else "",
        words.approved_by.format(by=priority.approved.strip()) if priority.approved.strip() else "",
        _withdrawn(priority, style),
    )
    return " ".join(part for part in said if part)


def _gone(priority: Priority, style: Style) -> str:
    """What a heading says at its end of a priority that was withdrawn: that it was, and when."""
    return withdrawal(priority.model_copy(update={"replaced_by": Ref()}), style.words)


def _withdrawn(priority: Priority, style: Style) -> str:
    words = style.words
    gone = words.withdrawn_on.format(date=priority.withdrawn_on.text) if priority.withdrawn_on else ""
    replaced = words.replaced_by.format(ref=priority.replaced_by.text) if gone and priority.replaced_by else ""
    return " ".join(part for part in (gone, replaced) if part)


def _list(priorities: Iterable[Priority], style: Style) -> Text:
    """Priorities as a list, each behind its reference or number; a withdrawn one says so."""
    return Text(
        blocks=tuple(
            with_end(_behind_ref(one.ref.text.strip(), one.text, 0), withdrawal(one, style.words)) for one in priorities
        )
    )


def _behind_ref(ref: str, text: Text, level: int) -> Block:
    """An item of a list behind its reference; a reference that is no more than a number is the label of the item."""
    if ref and not as_label(ref):
        runs = merged((Run(text=f"{ref} ", bold=True), *inline(text)))
        return Block(kind=BlockKind.BULLET, runs=runs, level=level)
    label, words = label_and_text(ref, text)
    kind = BlockKind.NUMBERED if label else BlockKind.BULLET
    return Block(kind=kind, runs=inline(words), level=level, label=label)


def _texts_about(aim: Priority, style: Style) -> tuple[Text, ...]:
    """What the council wrote for the corporate plan about one aim, by its reference or its wording."""
    names = {folded(aim.ref.text), folded(plain_line(aim.text)), folded(named(aim, style))} - {""}
    return tuple(row.text for row in style.framework.corporate_text if folded(row.part) in names)
