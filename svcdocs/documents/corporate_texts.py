"""What the council itself wrote for the corporate plan, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, plain_line
from svcdocs.documents.corporate_priorities import named
from svcdocs.documents.parts import Part, headed
from svcdocs.model.names import folded
from svcdocs.model.text import Block, BlockKind, Run, Text, joined

_SECTIONS = (
    "foreword",
    "summary",
    "figures",
    "scorecard",
    "risks",
    "workforce",
    "finance",
    "calendar",
    "thread",
    "approvals",
    "challenges",
    "gaps",
)


@dataclass(frozen=True, slots=True)
class Texts:
    """What the council itself wrote, by part."""

    foreword: Text
    """The foreword; a note that it is owed where there is none."""
    summary: Text
    """The summary; a note that it is owed where there is none."""
    figures: Text
    """Before the council in figures."""
    scorecard: Text
    """Before the scorecard."""
    risks: Text
    """Before the risks."""
    workforce: Text
    """Before the workforce."""
    finance: Text
    """Before the money."""
    calendar: Text
    """Before the milestones."""
    thread: Text
    """Before the golden thread."""
    approvals: Text
    """Before the approvals."""
    challenges: Text
    """What stands in the way; empty where the council has written nothing of it."""
    gaps: Text
    """Before what is still to be joined up."""
    other: tuple[Part, ...]
    """Texts for other parts, each under the name it was given; they stand behind the summary."""


def texts_of(style: Style) -> Texts:
    """The council's own texts, those of one part one after another; texts about an aim stand with the aim."""
    found: dict[str, list[Text]] = {}
    names: dict[str, str] = {}
    part = ""
    for row in style.framework.corporate_text:
        part = row.part.strip() or part
        names.setdefault(folded(part), part)
        found.setdefault(folded(part), []).append(row.text)
    texts = {name: joined(parts) for name, parts in found.items()}
    own = {name: texts.get(name, Text()) for name in _SECTIONS}
    words = style.words
    for name, what in (("foreword", words.foreword_owed), ("summary", words.summary_owed)):
        own[name] = own[name] or _owed(words.text_owed.format(what=what))
    other = [name for name in texts if name not in _SECTIONS and name not in _aim_names(style)]
    return Texts(**own, other=tuple(headed(names[name], 2, texts[name]) for name in other))


def _aim_names(style: Style) -> set[str]:
    aims = style.framework.level("Aim")
    return {folded(name) for aim in aims for name in (aim.ref.text, plain_line(aim.text), named(aim, style))}


def _owed(sentence: str) -> Text:
    return Text(blocks=(Block(kind=BlockKind.OWED, runs=(Run(text=sentence),)),))
