"""What the council asks of a service: its aims, the council actions that concern the service, its values."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.documents.formats import inline, with_end
from svcdocs.documents.labels import as_label, label_and_text
from svcdocs.documents.parts import Part, headed, text_part
from svcdocs.documents.references import withdrawal
from svcdocs.documents.setting import Setting
from svcdocs.model.framework import Priority
from svcdocs.model.names import lines_of
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.thread import places_of, serves_itself
from svcdocs.model.words import capitalised


def aims(setting: Setting) -> tuple[Part, ...]:
    """The aims as paragraphs, each followed by its approaches under their own references.

    What was withdrawn is left out unless the plan serves it. Approaches of no aim that the plan serves stand alone.
    """
    served, words = _served(setting), setting.words
    approaches = setting.framework.level("Approach")
    blocks: list[Block] = []
    placed: set[int] = set()
    for aim in setting.framework.level("Aim"):
        own = [row for row in approaches if any(setting.cycle.priority(ref) is aim for ref in row.under.items)]
        placed.update(id(row) for row in own)
        own = [row for row in own if id(row) in served or not (row.withdrawn_on or aim.withdrawn_on)]
        if aim.withdrawn_on and id(aim) not in served and not own:
            continue
        name = " ".join(part for part in (capitalised(words.aim), aim.ref.text.strip()) if part)
        end = Run(text=withdrawal(aim, words))
        blocks.append(Block(runs=merged((Run(text=name, bold=True), Run(text=" – "), *inline(aim.text), end))))
        blocks.extend(_approach(row, aim, setting) for row in own)
    loose = (row for row in approaches if id(row) in served and id(row) not in placed)
    blocks.extend(_approach(row, Priority(), setting) for row in loose)
    return text_part(blocks)


def council_actions(setting: Setting, level: int) -> tuple[Part, ...]:
    """The council actions this service leads or its plan serves, each as a heading with its wording and its items."""
    served, places = _served(setting), places_of(setting.cycle)
    parts = []
    for action in setting.framework.level("Council action"):
        items = places.items_of(action)
        is_served = any(id(priority) in served for priority in (action, *items))
        if (_leads(action, setting) and not action.withdrawn_on) or is_served:
            shown = [item for item in items if not item.withdrawn_on or id(item) in served]
            parts.append(_council_action(action, shown, setting, level))
    return tuple(parts)


def values(setting: Setting) -> tuple[Part, ...]:
    """The council's values as a list."""
    return text_part(block for value in setting.framework.values for block in _value(value.text))


def _value(text: Text) -> Iterator[Block]:
    """A value as an item of a list, with its other lines and its own list below it."""
    is_list = bool(text) and text.blocks[0].kind is not BlockKind.PARAGRAPH
    for place, block in enumerate(text.blocks):
        kind = BlockKind.NUMBERED if block.label else BlockKind.BULLET
        level = block.level + (0 if is_list or place == 0 else 1)
        yield block.model_copy(update={"kind": kind, "level": level})


def _council_action(action: Priority, items: list[Priority], setting: Setting, level: int) -> Part:
    words = setting.words
    name = " ".join(part for part in (capitalised(words.council_action), action.ref.text.strip()) if part)
    first, *more = action.text.blocks or (Block(runs=(Run(text=words.not_given),)),)
    blocks = [with_end(first, withdrawal(action, words)), *more]
    blocks += [_item(item, action, setting) for item in items]
    return headed(name, level, Text(blocks=tuple(blocks)))


def _approach(row: Priority, aim: Priority, setting: Setting) -> Block:
    """An approach behind its reference as typed: "1.1" under aim 1 stays "1.1"."""
    _, text = label_and_text(_below(row, aim), row.text)
    return _in_list(row, row.ref.text.strip(), text, setting)


def _item(item: Priority, above: Priority, setting: Setting) -> Block:
    """A part of a council action under its own number: of "B2(i)" under B2, the "(i)"."""
    ref, rest = item.ref.text.strip(), _below(item, above)
    is_whole = rest and (rest.startswith(".") or not as_label(rest))
    label, text = (ref, item.text) if is_whole else label_and_text(rest, item.text)
    return _in_list(item, label, text, setting)


def _below(row: Priority, above: Priority) -> str:
    """The reference of a priority without that of what it stands under."""
    ref, whole = row.ref.text.strip(), above.ref.text.strip()
    return ref.removeprefix(whole).strip() if whole else ref


def _in_list(row: Priority, label: str, text: Text, setting: Setting) -> Block:
    runs = merged((*inline(text), Run(text=withdrawal(row, setting.words))))
    return Block(kind=BlockKind.NUMBERED if label else BlockKind.BULLET, runs=runs, label=label)


def _served(setting: Setting) -> set[int]:
    """All priorities that objectives and actions of the plan serve by their own rows, by their identity."""
    cycle, plan = setting.cycle, setting.plan
    return {id(priority) for record in plan.serving for priority in serves_itself(cycle, plan, record)}


def _leads(action: Priority, setting: Setting) -> bool:
    leading = (setting.framework.service_name(line) for line in lines_of(action.lead_services))
    return setting.plan.service in leading
