"""What the council asks of a service: its aims, the council actions that concern the service, its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from svcdocs.documents.formats import bracketed, inline
from svcdocs.documents.labels import as_label, label_and_text
from svcdocs.documents.parts import Part, headed, text_part
from svcdocs.documents.setting import Setting, key
from svcdocs.documents.words import capitalised
from svcdocs.model.framework import Priority
from svcdocs.model.text import Block, BlockKind, Run, Text, merged


def aims(setting: Setting) -> tuple[Part, ...]:
    """The aims as paragraphs, each followed by those of its approaches that the plan serves."""
    served = _served(setting)
    blocks: list[Block] = []
    for aim in setting.framework.level("Aim"):
        if aim.withdrawn_on:
            continue
        name = " ".join(part for part in (capitalised(setting.words.aim), aim.ref.text.strip()) if part)
        blocks.append(Block(runs=merged((Run(text=name, bold=True), Run(text=" – "), *inline(aim.text)))))
        blocks.extend(
            _item(approach, aim)
            for approach in setting.framework.level("Approach")
            if id(approach) in served and aim.ref.canonical in _above(approach)
        )
    return text_part(blocks)


def council_actions(setting: Setting, level: int) -> tuple[Part, ...]:
    """The council actions this service leads or its plan serves, each as a heading with its wording and its items."""
    served = _served(setting)
    parts = []
    for action, items in with_items(setting.framework.priorities):
        is_served = any(id(priority) in served for priority in (action, *items))
        if (_leads(action, setting) and not action.withdrawn_on) or is_served:
            parts.append(_council_action(action, items, setting, level))
    return tuple(parts)


def with_items(priorities: Iterable[Priority]) -> list[tuple[Priority, list[Priority]]]:
    """The council actions in order, each with its items.

    An item belongs to the council action it names under Under; where that is blank or names an aim or approach, to
    the council action above it.
    """
    rows = list(priorities)
    found = [(row, list[Priority]()) for row in rows if key(row.level) == "council action"]
    by_ref: dict[str, list[Priority]] = {}
    for action, items in reversed(found):
        by_ref[action.ref.canonical] = items
    by_ref.pop("", None)
    of_each = iter(found)
    above: list[Priority] = []
    for row in rows:
        if key(row.level) == "council action":
            _, above = next(of_each)
        elif key(row.level) == "item":
            next((by_ref[ref] for ref in _above(row) if ref in by_ref), above).append(row)
    return found


def values(setting: Setting) -> tuple[Part, ...]:
    """The council's values as a list."""
    return text_part(
        Block(kind=BlockKind.BULLET, runs=inline(value.text)) for value in setting.framework.values if value.text
    )


def _council_action(action: Priority, items: list[Priority], setting: Setting, level: int) -> Part:
    words = setting.words
    about = bracketed(
        (
            words.withdrawn.format(date=action.withdrawn_on.text) if action.withdrawn_on else "",
            words.replaced.format(ref=action.replaced_by.text) if action.replaced_by else "",
        )
    )
    name = " ".join(part for part in (capitalised(words.council_action), action.ref.text.strip()) if part)
    first, *more = action.text.blocks or (Block(runs=(Run(text=words.not_given),)),)
    blocks = [first.model_copy(update={"runs": merged((*first.runs, Run(text=about)))}), *more]
    blocks += [_item(item, action) for item in items if not item.withdrawn_on]
    return headed(name, level, Text(blocks=tuple(blocks)))


def _item(item: Priority, above: Priority) -> Block:
    """A part of a council action or of an aim under its own number: of "B2(i)" under B2, the "(i)"."""
    ref, whole = item.ref.text.strip(), above.ref.text.strip()
    rest = ref.removeprefix(whole).strip(" .") if whole else ref
    label, text = (ref, item.text) if rest and not as_label(rest) else label_and_text(rest, item.text)
    return Block(kind=BlockKind.NUMBERED if label else BlockKind.BULLET, runs=inline(text), label=label)


def _above(priority: Priority) -> Iterator[str]:
    return (ref.canonical for ref in priority.under.items)


def _served(setting: Setting) -> set[int]:
    """All priorities that objectives and actions of the plan name, by their identity."""
    plan = setting.plan
    found = set()
    named = [*(row.serves for row in plan.objectives), *(row.serves for row in plan.all_actions)]
    for refs in named:
        for ref in refs.items:
            priority = setting.cycle.priority(ref)
            if priority is not None:
                found.add(id(priority))
    return found


def _leads(action: Priority, setting: Setting) -> bool:
    names = {
        key(setting.plan.service),
        *(key(name) for name in setting.service.also_called.split("\n") if name.strip()),
    }
    return any(key(line) in names for line in action.lead_services.split("\n"))
