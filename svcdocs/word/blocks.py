"""Block text set into a document: each block a paragraph in the style that goes with the paragraph holding its tag."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from svcdocs.model.text import Block, BlockKind, Run, Text
from svcdocs.word.hanging import fitted, label_width
from svcdocs.word.kept import kept
from svcdocs.word.names import Element, fragment, value, w
from svcdocs.word.numbering import Counters, Lists
from svcdocs.word.printable import in_text
from svcdocs.word.styles import Styles
from svcdocs.word.tags import Looks

DEEPEST_HEADING = 6
_UNASKED_HEADING = 3
_T = TypeVar("_T")
_SHORT_LIST, _SHORT_TEXT = 5, 300
"""As many items, and as many characters in them, as are not worth going over a page."""
_INDENTS = ('<w:ind w:left="360" w:hanging="360"/>', '<w:ind w:left="720" w:hanging="360"/>')


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """A style of numbered items: its id, the XML of its indent, and the size of its letters in half-points."""

    style: str
    indent: str
    size: int


@dataclass(frozen=True, slots=True)
class Host:
    """The paragraph that holds a ``{{p … }}``, and the styles its text needs, as the XML that opens a paragraph.

    ``numbers`` holds the style of each level. ``headings`` begins with the level below the heading the tag
    stands under; in a table it is empty, because a heading in a cell would break the outline of the document.
    """

    paragraph: str
    kept: str
    """The same paragraph, on one page with what comes next."""
    looks: Looks
    owed: str
    bullets: tuple[str, ...]
    numbers: tuple[NumberStyle, ...]
    first_heading: int
    headings: tuple[tuple[str, str, int], ...]
    """For each level how it opens, and the list and level that number it, where its style does."""
    keeps_next: bool = False
    """Whether the paragraph stays on one page with what comes next, and so all that is set in its place."""


def host(
    paragraph: str, looks: Looks, style: str, styles: Styles, counters: Counters, *, under: int, in_table: bool
) -> tuple[Host, list[str]]:
    """Find the styles that go with a paragraph.

    Args:
        paragraph: the XML of its properties.
        looks: the looks of the run that holds the tag.
        style: the id of its style, or empty.
        styles: the template's styles.
        counters: the template's numbering.
        under: the level of the heading it stands under, or 0.
        in_table: whether it stands in a table.

    Returns:
        What was found, and a sentence about each style that is missing.
    """
    family = _family(styles.name(style or styles.default))
    first = min(under + 1, DEEPEST_HEADING) if under else _UNASKED_HEADING
    bullets, numbers = [f"{family} Bullet", f"{family} Bullet 2"], [f"{family} Number", f"{family} Number 2"]
    owed = f"{family} Owed" if styles.id_of(f"{family} Owed") else "Owed"
    headings = [] if in_table else [f"Heading {first}"]
    missing = [f"needs the style “{name}”." for name in (*bullets, *numbers, *headings, owed) if not styles.id_of(name)]
    missing += [
        f"needs a bullet in the style “{name}”."
        for name in bullets
        if styles.id_of(name) and counters.level(*styles.numbering(styles.id_of(name))) is None
    ]
    bullets += [name for name in (f"{family} Bullet 3",) if styles.id_of(name)]
    deeper = (f"Heading {level}" for level in range(first + 1, DEEPEST_HEADING + 1))
    headings += [name for name in deeper if headings and styles.id_of(name)]
    return Host(
        paragraph=f"<w:p>{paragraph}",
        kept=kept(f"<w:p>{paragraph}"),
        looks=looks,
        owed=_opening(styles.id_of(owed)),
        bullets=tuple(_opening(styles.id_of(name)) for name in bullets),
        numbers=tuple(_numbered(styles, counters, name, level) for level, name in enumerate(numbers)),
        first_heading=first,
        headings=tuple((_opening(key := styles.id_of(name)), *styles.numbering(key)) for name in headings),
        keeps_next=_keeps_next(paragraph, style or styles.default, styles),
    ), missing


def runs(text: Text, looks: Looks) -> str:
    """Block text within a line: its blocks one below the other, with the signs of lists as they were typed."""
    lines = []
    for block in text.blocks:
        sign = {BlockKind.BULLET: "• ", BlockKind.NUMBERED: f"{block.label} "}.get(block.kind, "")
        lines.append(run_xml(Run(text=sign), looks) + "".join(run_xml(run, looks) for run in block.runs))
    return "<w:r><w:br/></w:r>".join(lines)


def run_xml(run: Run, looks: Looks) -> str:
    """One stretch of characters with the looks of its surroundings and its own marks."""
    if not run.text:
        return ""
    return f'<w:r>{looks[run.bold + 2 * run.italic]}<w:t xml:space="preserve">{in_text(run.text)}</w:t></w:r>'


def content(found: Iterable[Run], looks: Looks) -> str:
    """The runs of one block."""
    return "".join([run_xml(run, looks) for run in found])


def indents(text: Text, at: Host) -> tuple[str, ...]:
    """The indent of each level of numbered items in a text, wide enough for the widest label of that level."""
    room = [0] * len(at.numbers)
    for block in text.blocks:
        if block.kind is BlockKind.NUMBERED:
            level = min(block.level, len(room) - 1)
            room[level] = max(room[level], label_width(block.label, at.numbers[level].size))
    return tuple(fitted([number.indent for number in at.numbers], room)) if any(room) else ()


def kept_with_next(blocks: Sequence[Block], *, last: bool = False) -> frozenset[int]:
    """The places of what must stand on one page with the block behind it, or what comes behind all, for a list's sake.

    No list begins a page without what stands over it. A short list is not cut; of a longer one neither its first nor
    its last item stands alone, nor what has a list of its own below it. With ``last`` an item at the end of all is kept
    as well.
    """
    kept: set[int] = set()
    for run in _lists_in(blocks):
        if last and run[-1] == len(blocks) - 1:
            kept.add(run[-1])
        is_short = len(run) <= _SHORT_LIST and sum(len(blocks[place].plain) for place in run) <= _SHORT_TEXT
        kept |= {
            place
            for place in run[:-1]
            if is_short or place in (run[0], run[-2]) or blocks[place + 1].level > blocks[place].level
        }
        before = run[0] - 1
        if before >= 0 and blocks[before].kind is BlockKind.PARAGRAPH:
            kept.add(before)
    return frozenset(kept)


def item(block: Block, at: Host, lists: Lists, *, keep: bool = False) -> str:
    """A bullet or numbered item as a paragraph; with ``keep``, on one page with what follows it."""
    body, kept = content(block.runs, at.looks), "<w:keepNext/>" if keep else ""
    if block.kind is BlockKind.BULLET:
        return f"{_at(at.bullets, block.level).removesuffix('</w:pPr>')}{kept}</w:pPr>{body}</w:p>"
    level = min(block.level, len(at.numbers) - 1)
    style, indent = at.numbers[level].style, lists.indents[level]
    num = lists.item(block.label, level, indent)
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    if not num:
        # A label Word cannot count stands as it was typed, on the same indent as its neighbours.
        typed = f'<w:r>{at.looks[0]}<w:t xml:space="preserve">{in_text(block.label)}</w:t><w:tab/></w:r>'
        numbering, body = numbering + indent, typed + body
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{numbering}</w:pPr>{body}</w:p>'


def _lists_in(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the items of each list."""
    in_list = (BlockKind.BULLET, BlockKind.NUMBERED)
    for is_list, places in itertools.groupby(range(len(blocks)), lambda place: blocks[place].kind in in_list):
        if is_list:
            yield list(places)


def _at(levels: Sequence[_T], level: int) -> _T:
    return levels[min(level, len(levels) - 1)]


def _keeps_next(paragraph: str, style: str, styles: Styles) -> bool:
    """Whether a paragraph with these properties, or with this style, stays on one page with what comes next."""
    found = styles.property(style, "pPr/keepNext")
    return "<w:keepNext/>" in paragraph or (found is not None and value(found) not in ("0", "false", "off"))


def _family(name: str) -> str:
    """“Table Text” and “Table Note” go with “Table Bullet”; Body Text, Normal and all others with “List Bullet”."""
    family, _, last = name.rpartition(" ")
    return family if last.lower() in ("text", "note") and family and family.lower() != "body" else "List"


def _opening(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def _numbered(styles: Styles, counters: Counters, name: str, level: int) -> NumberStyle:
    """A list style with its indent: its own, or that of the list it brings along, or a plain hanging one."""
    style = styles.id_of(name)
    found: Element | None = styles.property(style, "pPr/ind")
    if found is None:
        lvl = counters.level(*styles.numbering(style))
        found = None if lvl is None else lvl.find(f"{w('pPr')}/{w('ind')}")
    return NumberStyle(style, fragment(found) or _INDENTS[level], styles.size(style))
