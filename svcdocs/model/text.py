"""Text as people write it in a cell: lines become blocks (paragraph, bullet, numbered), with bold and italic kept.

The grammar of lines, so that what is pasted from Word arrives whole:

* a line is a block; an empty line is nothing;
* "-", "–", "•", "·", "▪", "o" or "*" followed by a blank opens a bullet, and so do the signs of Word's symbol fonts,
  which arrive as "§", "¨" or characters for private use; "•" and those for private use need no blank;
* "1." "1)" "a)" "a." "(i)" "iv)" "(1)" followed by a blank opens a numbered item, whose label is kept;
* a bullet is nested when its line is indented deeper than the bullet before it, or when a dash stands under a round
  bullet;
* a line that is nothing but a sign ("-") is a value and stays a paragraph.

Law: ``parse(format_lines(text)) == text`` for every text that ``parse`` yields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from svcdocs.model.base import Value
from svcdocs.model.names import UNSEEN


class BlockKind(StrEnum):
    """What a block is in the document it is printed in."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    OWED = "owed"


class Run(Value):
    """A stretch of characters with the same marks."""

    text: str
    bold: bool = False
    italic: bool = False


class Block(Value):
    """One paragraph, heading, bullet or numbered item.

    ``level`` counts nesting from 0; ``label`` is the number of a numbered item as it was typed ("1.", "a)", "(iv)").
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0
    label: str = ""

    @property
    def plain(self) -> str:
        """The characters without their marks."""
        return "".join(run.text for run in self.runs)


class Text(Value):
    """What stands in one cell of prose: blocks in order. An empty text is a blank cell."""

    blocks: tuple[Block, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _lines_of_a_cell(cls, data: Any) -> Any:
        return {"blocks": parse(data).blocks} if isinstance(data, str) else data

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def plain(self) -> str:
        """The lines of the cell without bold and italic."""
        return "".join(run.text for run in format_lines(self))

    def __str__(self) -> str:
        return self.plain


def paragraph(text: str, *, bold: bool = False, italic: bool = False) -> Text:
    """A text of one paragraph, taken as it is: no line of it is read as a bullet or a number."""
    return Text(blocks=(Block(runs=(Run(text=text, bold=bold, italic=italic),)),)) if text else Text()


def joined(texts: Iterable[Text]) -> Text:
    """Several texts one after another."""
    return Text(blocks=tuple(block for text in texts for block in text.blocks))


def parse(cell: str | Iterable[Run]) -> Text:
    """Read the lines of a cell into blocks; ``cell`` is its characters, or its runs where it has marks."""
    runs = (Run(text=cell),) if isinstance(cell, str) else tuple(cell)
    if len(runs) == 1 and _is_paragraph(runs[0].text):
        return Text(blocks=(Block(runs=runs),))
    blocks: list[Block] = []
    nesting = _Nesting()
    for line in _lines(runs):
        block = _block(line, nesting)
        if block is not None:
            blocks.append(block)
    return Text(blocks=tuple(blocks))


def format_lines(text: Text) -> tuple[Run, ...]:
    """Write blocks as the runs of one cell, so that ``parse`` reads the same blocks again."""
    runs: list[Run] = []
    for number, block in enumerate(text.blocks):
        lead = "\n" if number else ""
        if block.kind is BlockKind.BULLET:
            lead += "  " * block.level + "• "
        elif block.kind is BlockKind.NUMBERED:
            lead += "  " * block.level + f"{block.label} "
        runs.extend((Run(text=lead), *block.runs))
    return merged(runs)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same characters and marks in as few runs as will hold them."""
    result: list[Run] = []
    for run in runs:
        if result and (result[-1].bold, result[-1].italic) == (run.bold, run.italic):
            result.append(run.model_copy(update={"text": result.pop().text + run.text}))
        elif run.text:
            result.append(run)
    return tuple(result)


_ROUND = "•·∙‣⁃▪●○■□☐◦◆❖➢➤►▶✓✔¨o*"
_SYMBOLS = "\uf020-\uf0ff"  # where Word keeps the signs of Wingdings and Symbol, in which its bullets are set
_DASH = "-–—"
EDGES = " \t\u00a0" + UNSEEN
"""What a person does not see around the words of a line."""
_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_WITHOUT_UNSEEN = str.maketrans("", "", UNSEEN)
# "§ 21" is a place in an Act, "§ Homes" a square bullet whose font was lost.
_SIGN = re.compile(
    rf"([{re.escape(_ROUND + _DASH)}])[{EDGES}]+(?=\S)|(§)[{EDGES}]+(?=[^\s\d])"
    rf"|([•{_SYMBOLS}])[{EDGES}]*(?=[^\s{EDGES}•{_SYMBOLS}])"
)
_ROMAN = r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})"
# A capital letter counts only with a bracket: "A. Smith leads" is a person, "A) Homes" a list.
_LABEL = re.compile(
    rf"((?:\d{{1,2}}|[a-z]|{_ROMAN})[.)]|[A-Z]\)|\((?:\d{{1,2}}|[A-Za-z]|{_ROMAN})\))[{EDGES}]+(?=\S)",
)


class _Nesting:
    """How deep the item at hand stands, told from the indents and signs of the items before it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def level(self, indent: int, sign: str) -> int:
        """The level of an item with this indent and kind of sign ("round", "dash" or "number")."""
        while self._open and self._open[-1][0] > indent:
            self._open.pop()
        if sign != "dash" and self._open[-2:] == [(indent, "round"), (indent, "dash")]:
            self._open.pop()
        above = self._open[-1] if self._open else None
        if above is None or above[0] < indent or (above == (indent, "round") and sign == "dash"):
            self._open.append((indent, sign))
        else:
            self._open[-1] = (indent, sign)
        return len(self._open) - 1

    def close(self) -> None:
        """A paragraph ends every list."""
        self._open.clear()


def _is_paragraph(text: str) -> bool:
    """Whether a cell is surely one paragraph, with nothing around it: nearly every cell is, and needs no closer look.

    No bullet begins with two letters.
    """
    lone = text[:2].isalpha() and text[-1] not in EDGES and _LABEL.match(text) is None
    return lone and _LINE_ENDS.search(text) is None


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    if len(runs) == 1 and not _LINE_ENDS.search(runs[0].text):  # nearly every cell there is
        yield runs
        return
    for run in runs:
        first, *rest = _LINE_ENDS.split(run.text)
        line.append(run.model_copy(update={"text": first}) if rest else run)
        for piece in rest:
            yield merged(line)
            line = [run.model_copy(update={"text": piece})]
    yield merged(line)


def _block(line: tuple[Run, ...], nesting: _Nesting) -> Block | None:
    """The block a line makes, or None for a line with nothing on it."""
    plain = "".join(run.text for run in line)
    body = plain.strip(EDGES)
    if not body:
        return None
    lead = plain[: len(plain) - len(plain.lstrip(EDGES))]
    indent = len(lead.translate(_WITHOUT_UNSEEN).expandtabs(4))
    sign, label = _SIGN.match(body), _LABEL.match(body)
    mark = sign or label
    runs = _cut(line, len(lead) + (mark.end() if mark else 0), len(plain.rstrip(EDGES)))
    if sign:
        kind = "dash" if sign[1] and sign[1] in _DASH else "round"
        return Block(kind=BlockKind.BULLET, runs=runs, level=nesting.level(indent, kind))
    if label:
        level = nesting.level(indent, "number")
        return Block(kind=BlockKind.NUMBERED, runs=runs, level=level, label=label[1])
    nesting.close()
    return Block(runs=runs)


def _cut(line: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a line between two character positions."""
    if start == 0 and len(line) == 1 and end == len(line[0].text):
        return line
    result: list[Run] = []
    position = 0
    for run in line:
        piece = run.text[max(start - position, 0) : max(end - position, 0)]
        result.append(run if piece == run.text else run.model_copy(update={"text": piece}))
        position += len(run.text)
    return merged(result)
