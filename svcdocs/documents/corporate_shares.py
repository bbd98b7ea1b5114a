"""Who contributes what by when to a council action: for each service its foremost action, and the rest told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, finish, is_published, plain_line, title_beside_ref
from svcdocs.documents.formats import bracketed
from svcdocs.documents.labels import in_brackets
from svcdocs.model.answers import is_yes
from svcdocs.model.corporate_view import Contribution
from svcdocs.model.dates import read_date
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Objective
from svcdocs.model.text import Block, Run, Text, merged

_BETWEEN = " – "


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one service contributes to a council action."""

    priority: str
    """The reference of the council action; its wording where it has none."""
    service: str
    """The service."""
    what: Text
    """Its foremost action in full, its other actions and its objectives by their references."""
    finish: str
    """When the last of its actions will be done."""


def share_rows(priority: Priority, contributions: Iterable[Contribution], style: Style) -> tuple[ShareRow, ...]:
    """A row for each service that contributes, in the order of the plans, but for what may not be published."""
    by_service: dict[str, list[Contribution]] = {}
    for one in contributions:
        if is_published(one.record):
            by_service.setdefault(one.service, []).append(one)
    return tuple(_row(service, priority, own, style) for service, own in by_service.items())


def _row(service: str, priority: Priority, own: Sequence[Contribution], style: Style) -> ShareRow:
    actions = [one for one in own if isinstance(one.record, Action)]
    actions.sort(key=lambda one: _rank(one, priority))
    words = style.words
    objectives = [one.record for one in own if isinstance(one.record, Objective)]
    refs = ", ".join(one.ref.text.strip() for one in objectives if one.ref)
    told = [_others(actions[1:], style)] if len(actions) > 1 else []
    told += [words.share_objectives.format(refs=refs)] if refs else []
    runs: tuple[Run, ...] = ()
    if actions:
        runs = _foremost(actions[0], style)
    elif not refs:
        told.append(words.share_unnamed.format(count=len(objectives)))
    said = "; ".join(told)
    between = _BETWEEN if runs and said else ""
    whole = merged((*runs, Run(text=f"{between}{said}")))
    name = priority.ref.text.strip() or plain_line(priority.text) or words.not_given
    return ShareRow(name, service, Text(blocks=(Block(runs=whole),)), _by_when(actions, style))


def _rank(one: Contribution, priority: Priority) -> int:
    """The foremost action is the one that bears the reference of the council action; then come the headline ones."""
    if one.record.ref and one.record.ref.canonical == priority.ref.canonical:
        return 0
    return 1 if isinstance(one.record, Action) and is_yes(one.record.headline) else 2


def _foremost(one: Contribution, style: Style) -> tuple[Run, ...]:
    assert isinstance(one.record, Action)
    ref = one.record.ref.text.strip()
    items = [in_brackets(item.ref.text.strip()) for item in one.items if item.ref]
    about = bracketed([style.words.for_items.format(refs=", ".join(items))] if items else [])
    title = title_beside_ref(one.record, style)
    return (*((Run(text=f"{ref} ", bold=True),) if ref else ()), *title, Run(text=about))


def _others(actions: Sequence[Contribution], style: Style) -> str:
    """The other actions by their references, those without one by their number."""
    words = style.words
    refs = [one.record.ref.text.strip() for one in actions if one.record.ref]
    bare = len(actions) - len(refs)
    told = [words.share_also.format(refs=", ".join(refs))] if refs else []
    return "; ".join([*told, *([words.share_more.format(count=bare)] if bare else [])])


def _by_when(actions: Sequence[Contribution], style: Style) -> str:
    """The latest of the dates that can be read; for want of any what is written, each once."""
    starts, written = style.framework.financial_years.starts, []
    for one in actions:
        assert isinstance(one.record, Action)
        written.append(finish(one.record))
    ends = [(last, said) for said in written if (last := read_date(said, starts).last) is not None]
    if ends:
        return max(ends, key=lambda pair: pair[0])[1]
    return "; ".join(dict.fromkeys(filter(None, written))) or style.words.not_given
