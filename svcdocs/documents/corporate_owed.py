"""What services have promised for later: the notes of figures still to come, for the places where they are missed."""

from __future__ import annotations

from collections.abc import Iterable

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.formats import inline
from svcdocs.documents.outline import HOMES
from svcdocs.documents.passages import owed
from svcdocs.documents.setting import key
from svcdocs.model.service_plan import Passage
from svcdocs.model.text import Block, BlockKind, Run, Text, merged


def owed_figures(services: Iterable[str], sheet: str, style: Style) -> Text:
    """The notes of what is still to come in one section of some services' plans: from whom and by when.

    ``sheet`` is "finance" or "workforce"; the section is found by the names under which it stands in a service plan.
    """
    blocks = []
    for service in services:
        plan, section = style.setting.cycle.plan(service), ""
        for passage in plan.passages if plan is not None else ():
            section = passage.section.strip() or section
            if key(section) in HOMES[sheet] and _is_owed(passage):
                blocks.append(_note(service, passage, style))
    return Text(blocks=tuple(blocks))


def _is_owed(passage: Passage) -> bool:
    return key(passage.kind) == "to be added" or bool(passage.owed_by.strip() or passage.owed_on)


def _note(service: str, passage: Passage, style: Style) -> Block:
    note = owed(inline(passage.text), passage.owed_by.strip(), passage.owed_on.text.strip(), style.words)
    said = style.words.owed_by_service.format(service=service)
    first, *more = note.runs
    first = first.model_copy(update={"text": first.text[:1].lower() + first.text[1:]})
    return Block(kind=BlockKind.OWED, runs=merged((Run(text=said), first, *more)))
