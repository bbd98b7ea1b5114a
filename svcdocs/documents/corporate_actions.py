"""An action as the corporate plan shows it: what, which service, who leads, by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import bracketed, inline, owners, with_end
from svcdocs.documents.labels import as_label, in_brackets, label_and_text
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Owners, Ref, WrittenDate, canonical_ref
from svcdocs.model.corporate_words import CorporateWords
from svcdocs.model.dates import DateKind
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block, BlockKind, Run, Text, merged

_UNTOLD = (DateKind.BLANK, DateKind.ELSEWHERE)
_BRACKET_AT_END = re.compile(r"(?<=\S)\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Style:
    """What every part of the corporate plan needs to set a record on paper, looked up once."""

    setting: Setting
    words: CorporateWords

    @property
    def framework(self) -> Framework:
        """What the council decided for the cycle."""
        return self.setting.framework


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action of a service."""

    ref: str
    """Its reference; a dash where it has none yet."""
    title: Text
    """What will be done."""
    service: str
    """The service that does it."""
    lead: str
    """Who answers for it, and who shares the lead."""
    finish: str
    """When it will be done."""


def action_row(service: str, action: Action, style: Style, items: Sequence[str] = ()) -> ActionRow:
    """One action; ``items`` are the references of the parts of a council action that it is for."""
    title = Block(runs=title_beside_ref(action, style))
    about = bracketed([style.words.for_items.format(refs=", ".join(map(in_brackets, items)))] if any(items) else [])
    leads = dict.fromkeys((*people(action.lead, service, style), *people(action.also_leading, service, style)))
    return ActionRow(
        ref=action.ref.text.strip() or style.words.dash,
        title=Text(blocks=(with_end(title, about),)),
        service=service,
        lead="; ".join(leads) or style.words.not_given,
        finish=finish(action) or style.words.not_given,
    )


def title_beside_ref(action: Action, style: Style) -> tuple[Run, ...]:
    """What an action is called where its reference stands beside it: without that reference in brackets at its end."""
    return beside_ref(inline(one_line(action.title or action.detail, style.words.not_given)), action.ref)


def beside_ref(title: tuple[Run, ...], ref: Ref) -> tuple[Run, ...]:
    """A title without the reference in brackets at its end that stands beside it anyway."""
    at_end = _BRACKET_AT_END.search(title[-1].text) if title and ref else None
    if at_end is None or canonical_ref(at_end[1]) != ref.canonical:
        return title
    return (*title[:-1], title[-1].model_copy(update={"text": title[-1].text[: at_end.start()]}))


def people(given: Owners, service: str, style: Style) -> tuple[str, ...]:
    """Persons and posts as written, but abbreviations in full: a reader from outside does not know a service's own.

    An abbreviation that stands for several posts is left as it is; those of the service count before all others.
    """
    shown = []
    for name in owners(given, style.setting.couples):
        meant = [person for person in style.framework.people if folded(person.abbreviation) == folded(name)]
        near = [person for person in meant if style.framework.service_name(person.service) == service] or meant
        posts = dict.fromkeys(person.post.strip() or person.name.strip() for person in near)
        shown.append(next(iter(posts)) if len(posts) == 1 else name)
    return tuple(shown)


def first_owners(given: Iterable[Owners], service: str, style: Style) -> str:
    """Who is named in the first of several cells in which somebody is."""
    return "; ".join(people(next((one for one in given if one), Owners()), service, style)) or style.words.not_given


def finish(action: Action) -> str:
    """When an action will be done, as written: of several dates, one for each step, the one that comes last.

    Where its own cell is blank or only points to the steps ("see actions"), the last of the dates of the steps.
    """
    own = action.finish.items
    if any(date.meaning.kind not in _UNTOLD for date in own):
        return own[0].text if len(own) == 1 else _last(own) or "; ".join(date.text for date in own)
    return _last(step.due for step in action.steps) or "; ".join(action.finish.lines)


def _last(dates: Iterable[WrittenDate]) -> str:
    """The latest of some dates that can be read; of those that only begin ("from July 2027") only where none ends."""
    every = tuple(dates)
    ends = [(date.meaning.last, date.text) for date in every if date.meaning.last is not None]
    begins = [(date.meaning.first, date.text) for date in every if date.meaning.first is not None]
    return max(ends or begins, key=lambda pair: pair[0], default=("", ""))[1]


def one_line(text: Text, otherwise: str) -> Text:
    """A text as one paragraph, or a word for a reader who looks for one."""
    runs = inline(text)
    return Text(blocks=(Block(runs=runs or (Run(text=otherwise),)),))


def plain_line(text: Text) -> str:
    """The characters of a text on one line."""
    return "".join(run.text for run in inline(text))


def behind_ref(ref: str, text: Text, level: int) -> Block:
    """An item of a list behind its reference; a reference that is no more than a number is the label of the item."""
    if ref and not as_label(ref):
        runs = merged((Run(text=f"{ref} ", bold=True), *inline(text)))
        return Block(kind=BlockKind.BULLET, runs=runs, level=level)
    label, words = label_and_text(ref, text)
    kind = BlockKind.NUMBERED if label else BlockKind.BULLET
    return Block(kind=kind, runs=inline(words), level=level, label=label)
