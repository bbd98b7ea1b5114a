"""How values of a plan are set on paper: marks and lines kept, numbers as readers expect them, nothing left blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from svcdocs.model.amounts import read_number
from svcdocs.model.as_written import Amount, Number, Owners
from svcdocs.model.colours import BLACK, WHITE, contrast, digits_of
from svcdocs.model.names import all_folded, folded
from svcdocs.model.text import Block, BlockKind, Run, Text, merged


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, label: str = "") -> Block:
    """One block of plain characters."""
    return Block(kind=kind, runs=(Run(text=text),), level=level, label=label)


def lines(parts: Iterable[str]) -> Text:
    """A paragraph for each line that has something on it."""
    return Text(blocks=tuple(block(part) for part in parts if part.strip()))


def plain(text: str) -> Text:
    """Characters as they are, each line of them a paragraph; none of it is read as a list."""
    return lines(text.split("\n"))


def filled(text: Text, otherwise: str) -> Text:
    """The text, or a word for a reader who looks for one."""
    return text or lines([otherwise])


def written(text: str, otherwise: str) -> str:
    """The characters, or a word for a reader who looks for them."""
    return text.strip() or otherwise


def inline(text: Text, between: str = " ") -> tuple[Run, ...]:
    """All blocks of a text as the runs of one line; numbered items keep their labels."""
    runs: list[Run] = []
    for number, item in enumerate(text.blocks):
        runs.append(Run(text=between if number else ""))
        runs.append(Run(text=f"{item.label} " if item.label else ""))
        runs.extend(item.runs)
    return merged(runs)


def with_end(item: Block, addition: str) -> Block:
    """The block with words behind its last."""
    return item.model_copy(update={"runs": merged((*item.runs, Run(text=addition)))}) if addition else item


def labelled(sentence: str, text: Text) -> Iterable[Block]:
    """The blocks of a text, the first with our words around it; ``sentence`` has "{text}" where the text belongs."""
    before, _, after = sentence.replace("{{", "{").replace("}}", "}").partition("{text}")
    return opened(before, text, after) if text else ()


def opened(before: str, text: Text, after: str = "") -> tuple[Block, ...]:
    """The blocks of a text with words before and behind its first; a list stands below the words before it."""
    first, *more = text.blocks or (Block(),)
    if first.kind is not BlockKind.PARAGRAPH:
        return (block(before.strip()), *text.blocks)
    return (first.model_copy(update={"runs": merged((Run(text=before), *first.runs, Run(text=after)))}), *more)


def behind_label(label: str, text: Text) -> tuple[Block, ...]:
    """The blocks of a text behind a label in bold; a list stands below it."""
    name = Run(text=f"{label}:", bold=True)
    first, *more = text.blocks
    if first.kind is not BlockKind.PARAGRAPH:
        return (Block(runs=(name,)), *text.blocks)
    return (first.model_copy(update={"runs": merged((name, Run(text=" "), *first.runs))}), *more)


def owners(people: Owners, couples: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """Persons and posts, told apart.

    ``couples`` holds the names and posts that are one person, in small letters: "Tom Fell / Housing Manager" is one
    where the framework says that he is that.
    """
    result: list[str] = []
    for name in people.names:
        if result and (folded(result[-1]), folded(name)) in couples:
            result[-1] = f"{result[-1]} / {name}"
        else:
            result.append(name)
    return tuple(result) or people.lines


def as_typed(first: Owners, *others: Owners) -> tuple[str, ...]:
    """Persons and posts in the lines in which they were typed; of the others no line that names nobody new."""
    found, known = list(first.lines), all_folded(first.names)
    for people in others:
        for line in people.lines:
            names = all_folded(Owners(text=line).names)
            if not names or not names <= known:
                found.append(line)
                known |= names
    return tuple(found)


def decimal(value: Decimal) -> str:
    """A number without zeros that say nothing, and with commas between thousands."""
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def total(values: Sequence[Number]) -> str:
    """The sum of numbers; empty where one of them is missing or is no number, for then nobody can tell."""
    known = [value.value for value in values if value.value is not None]
    return decimal(sum(known, Decimal(0))) if known and len(known) == len(values) else ""


def money(amount: Amount) -> str:
    """A figure with commas between thousands and a true minus sign; what is no bare figure stays as written."""
    text = amount.text.strip()
    value = read_number(text)
    if value is None:
        return text
    return f"{'−' if value < 0 else ''}{'£' if '£' in text else ''}{abs(value):,f}"


def bracketed(parts: Iterable[str], between: str = "; ") -> str:
    """The parts that say something, in one pair of brackets with a blank before it; empty where none does."""
    said = [part for part in parts if part]
    return f" ({between.join(said)})" if said else ""


def letters(place: int) -> str:
    """The label of an item of a lettered list, counted from 0: a), b), … z), aa), bb)."""
    return chr(ord("a") + place % 26) * (place // 26 + 1) + ")"


def needs_light_text(colour: str) -> bool:
    """Whether white text is easier to read than black on a colour of six hexadecimal digits (WCAG 2.2, contrast)."""
    return contrast(WHITE, colour) > contrast(colour, BLACK)


def hex_colour(typed: str) -> str:
    """Six hexadecimal digits in capitals, or "auto" (no colour) where something else was typed."""
    return digits_of(typed) or "auto"
