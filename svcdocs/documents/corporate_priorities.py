"""The priorities in the corporate plan: each aim with its approaches, council actions, and who does what for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, behind_ref, finish, one_line, plain_line
from svcdocs.documents.corporate_measures import MeasuresPart, measures_part
from svcdocs.documents.corporate_resources import money_told
from svcdocs.documents.corporate_shares import ShareRow, share_rows
from svcdocs.documents.formats import inline, lines, with_end
from svcdocs.documents.references import withdrawal
from svcdocs.model.as_written import Ref
from svcdocs.model.corporate_view import Aim, Contribution, CorporateView, CouncilAction
from svcdocs.model.dates import read_date
from svcdocs.model.framework import Priority
from svcdocs.model.names import folded, lines_of
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block, BlockKind, Run, Text, joined, merged
from svcdocs.model.words import capitalised

_POINT = re.compile(r"\d|Q\d|[A-Z][a-z]+ \d")
"""A date that reads well behind "by": "31 March 2028", "Q2 2027/28", "October 2028"; not "end of 2028"."""


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    """An action marked for the corporate plan."""

    title: Text
    """What will be done."""
    service: str
    """The service that does it."""
    finish: str
    """When it will be done."""


@dataclass(frozen=True, slots=True)
class CouncilActionPart:
    """A council action."""

    told: Text
    """Its reference and wording, then why the council chose it, who leads it, and whether it was withdrawn; and who
    approved it, where others were approved otherwise."""
    items: Text
    """Its parts, as a list."""
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
    headlines: tuple[HeadlineRow, ...]
    """The actions marked for the corporate plan."""
    headlines_title: str
    """What a screen reader calls the table of these actions."""
    measures: MeasuresPart
    """How anyone will know that it is reached."""
    measures_title: str
    """What a screen reader calls the table of these indicators."""
    money: tuple[str, ...]
    """What can be told of the money for it, a sentence each."""
    council_actions: tuple[CouncilActionPart, ...]
    """Its council actions in the council's order."""
    actions_heading: str
    """The heading over them; empty where they stand under no aim."""
    shares: tuple[ShareRow, ...]
    """What each service contributes to each of them."""
    shares_title: str
    """What a screen reader calls the table of these contributions."""
    everything: str
    """Which services have more actions for it, that serve none of its council actions; how many actions there are in
    all, and where they stand; empty where there is none."""


def aim_parts(view: CorporateView, style: Style) -> tuple[AimPart, ...]:
    """All aims in the council's order."""
    return tuple(_aim(aim, view, style) for aim in view.aims)


def approved_alike(view: CorporateView) -> str:
    """Who approved the council actions in force, where that is the same for all of several; else empty."""
    actions = [one.priority for aim in view.aims for one in aim.council_actions if not one.priority.withdrawn_on]
    found = {one.approved.strip() for one in actions}
    return found.pop() if len(actions) > 1 and len(found) == 1 else ""


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


def _aim(aim: Aim, view: CorporateView, style: Style) -> AimPart:
    own = aim.priority
    said: tuple[Text, ...] = ()
    if own is not None:
        gone = _withdrawn(own, style)
        said = (lines([gone] if gone else []), own.why, *_texts_about(own, style))
    heading = _other_heading(view, style) if own is None else named(own, style)
    actions = sum(isinstance(one.record, Action) for one in aim.contributions)
    approved = approved_alike(view)
    every = style.words.all_in_annex.format(count=actions) if actions else ""
    return AimPart(
        heading=heading if own is None else heading + _gone(own, style),
        why=joined(said),
        approaches=_list(aim.approaches, style),
        headlines=_headlines(aim.headlines, style),
        headlines_title=style.words.headlines_of.format(heading=heading),
        measures=measures_part(aim, view, style),
        measures_title=style.words.measures_of.format(heading=heading),
        money=money_told(aim.resources, style),
        council_actions=tuple(_council_action(action, approved, view, style) for action in aim.council_actions),
        actions_heading=_actions_heading(aim, style),
        shares=tuple(row for one in aim.council_actions for row in share_rows(one.priority, one.contributions, style)),
        shares_title=style.words.shares_of.format(heading=heading),
        everything=" ".join(part for part in (_also(aim, style), every) if part),
    )


def _council_action(action: CouncilAction, approved: str, view: CorporateView, style: Style) -> CouncilActionPart:
    words, priority = style.words, action.priority
    heading = words.council_action_heading.format(ref=priority.ref.text.strip(), text=plain_line(priority.text))
    heading = heading.strip() or words.not_given
    nothing = []
    if not any(isinstance(one.record, Action) for one in action.contributions) and not priority.withdrawn_on:
        leading = awaited_from(priority, view, style)
        awaited = (one for one in view.awaited if one.service in leading)
        nothing = [words.no_action if action.contributions else words.no_contribution]
        nothing += [awaited_sentence(one.service, one.deadline, style) for one in awaited]
    return CouncilActionPart(
        told=_told(heading, priority, approved, style),
        items=_list(action.items, style),
        nothing=" ".join(nothing),
    )


def _headlines(contributions: Iterable[Contribution], style: Style) -> tuple[HeadlineRow, ...]:
    """The actions among some contributions, but for those that may not be published."""
    words = style.words
    rows = []
    for one in contributions:
        if isinstance(one.record, Action) and is_published(one.record):
            title = one_line(one.record.title, words.not_given)
            rows.append(HeadlineRow(title, one.service, finish(one.record) or words.not_given))
    return tuple(rows)


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


def _actions_heading(aim: Aim, style: Style) -> str:
    """The heading over the council actions of an aim; empty where they stand under none, whose heading says so."""
    words, own = style.words, aim.priority
    if own is None or not aim.council_actions:
        return ""
    return words.actions_of_aim.format(what=capitalised(words.council_actions), aim=_aim_name(own, style))


def _aim_name(own: Priority, style: Style) -> str:
    return " ".join(part for part in (style.words.aim, own.ref.text.strip() or plain_line(own.text)) if part)


def _also(aim: Aim, style: Style) -> str:
    """The services with actions for an aim that serve none of its council actions, each with their number."""
    words, own = style.words, aim.priority
    counts: dict[str, int] = {}
    for one in aim.also:
        if isinstance(one.record, Action):
            counts[one.service] = counts.get(one.service, 0) + 1
    if not counts:
        return ""
    services = ", ".join(words.service_count.format(name=name, count=count) for name, count in counts.items())
    name = words.no_aim if own is None else _aim_name(own, style)
    return (words.also_contributing if aim.council_actions else words.contributing).format(aim=name, services=services)


def _told(heading: str, priority: Priority, approved: str, style: Style) -> Text:
    """A council action under its name: why the council chose it, and behind that who leads it and how it came about."""
    words = style.words
    services, by = ", ".join(leading_services(priority, style)), priority.approved.strip()
    about = (
        words.lead_service.format(services=services) if services else "",
        words.approved_by.format(by=by) if by and by != approved else "",
        _withdrawn(priority, style),
    )
    said = " ".join(part for part in about if part)
    blocks = list(priority.why.blocks)
    if said and blocks and blocks[-1].kind is BlockKind.PARAGRAPH:
        blocks[-1] = with_end(blocks[-1], f" {said}")
    elif said:
        blocks += lines([said]).blocks
    name = Run(text=heading if heading.endswith((".", "!", "?")) else f"{heading}.", bold=True)
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return Text(blocks=(Block(runs=(name,)), *blocks))
    first, *more = blocks
    return Text(blocks=(first.model_copy(update={"runs": merged((name, Run(text=" "), *first.runs))}), *more))


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
            with_end(behind_ref(one.ref.text.strip(), one.text, 0), withdrawal(one, style.words)) for one in priorities
        )
    )


def _texts_about(aim: Priority, style: Style) -> tuple[Text, ...]:
    """What the council wrote for the corporate plan about one aim, by its reference or its wording."""
    names = {folded(aim.ref.text), folded(plain_line(aim.text)), folded(named(aim, style))} - {""}
    return tuple(row.text for row in style.framework.corporate_text if folded(row.part) in names)
