"""What the council asks of a service: its aims, the council actions that concern the service, its values."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.documents.formats import bracketed, inline
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
            if approach.ref.canonical in served and aim.ref.canonical in _above(approach)
        )
    return text_part(blocks)


def council_actions(setting: Setting, level: int) -> tuple[Part, ...]:
    """The council actions this service leads or its plan serves, each as a heading with its wording and its items."""
    served = _served(setting)
    items: dict[str, list[Priority]] = {}
    for item in setting.framework.level("Item"):
        for ref in _above(item):
            items.setdefault(ref, []).append(item)
    parts = []
    for action in setting.framework.level("Council action"):
        mine = items.get(action.ref.canonical, []) if action.ref.canonical else []
        wanted = {action.ref.canonical, *(item.ref.canonical for item in mine)} - {""}
        if (_leads(action, setting) and not action.withdrawn_on) or wanted & served:
            parts.append(_council_action(action, mine, setting, level))
    return tuple(parts)


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
    label = ref[len(whole) :].strip() if whole and ref.startswith(whole) else ref
    if not label:
        return Block(kind=BlockKind.BULLET, runs=inline(item.text))
    return Block(kind=BlockKind.NUMBERED, runs=inline(item.text), label=label)


def _above(priority: Priority) -> Iterator[str]:
    return (ref.canonical for ref in priority.under.items)


def _served(setting: Setting) -> set[str]:
    """The canonical references of all priorities that objectives and actions of the plan name."""
    plan = setting.plan
    found = set()
    named = [*(row.serves for row in plan.objectives), *(row.serves for row in plan.all_actions)]
    for refs in named:
        for ref in refs.items:
            priority = setting.cycle.priority(ref)
            if priority is not None and priority.ref.canonical:
                found.add(priority.ref.canonical)
    return found


def _leads(action: Priority, setting: Setting) -> bool:
    names = {
        key(setting.plan.service),
        *(key(name) for name in setting.service.also_called.split("\n") if name.strip()),
    }
    return any(key(line) in names for line in action.lead_services.split("\n"))
