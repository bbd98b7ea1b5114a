"""The cells whose words are printed: every one of a plan or of the council's own, with its lines and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from svcdocs.checks.rule import Hit, Rule
from svcdocs.model.as_written import Dates, Target, WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import PARTS, Action, Indicator, ListEntry, MoneyLine, Passage, Post, Risk, ServicePlan
from svcdocs.model.text import BlockKind, Text

_SHORT_WORDS: dict[type[Record], frozenset[str]] = {
    Post: frozenset({"title", "note"}),
    MoneyLine: frozenset({"heading", "note"}),
    Indicator: frozenset({"source", "baseline_note", "thresholds", "unit"}),
}
"""The cells without lines that hold words of the service's own."""
_SENTENCE_BEFORE = re.compile(r"[a-z)][.!?] ")
_QUOTED = 60
_BEFORE = 24
"""How much of a line a message quotes, and how much of that before the words it is about."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of printed words: its lines without the signs of lists, and where it stands.

    ``part`` is the field of the plan that holds it, "steps" for the steps of an action and "" for the council's own
    words; ``row`` the record whose reason counts for it, where that is another. ``is_prose`` is False for targets and
    other short cells; ``goes_on`` says that the sentence may go on in the cell below, as in a list.
    """

    service: str
    part: str
    record: Record
    field: str
    lines: tuple[str, ...]
    is_prose: bool = True
    goes_on: bool = False
    row: Record | None = None

    @property
    def text(self) -> str:
        """All that stands in it."""
        return "\n".join(self.lines)

    def around(self, words: str) -> str:
        """The line in which some words of it stand, so short that a message can quote it with them."""
        line = next((line for line in self.lines if words in line), "".join(self.lines[:1]))
        begins = line.find(words) - _BEFORE
        if len(line) <= _QUOTED or begins <= 0:
            return in_short(line)
        start = line.find(" ", begins) + 1 or begins
        return in_short(f"…{line[start:]}")

    def hit(self, rule: Rule, message: str, hint: str) -> Hit:
        """A rule's word about it."""
        return Hit(rule, message, hint, self.service, self.record, self.field, row=self.row)


def printed_cells(plan: ServicePlan) -> Iterator[Cell]:
    """Every cell of a plan with words that a reader of it sees, sheet by sheet."""
    for part in PARTS:
        records: Sequence[Record] = getattr(plan, part)
        for record, below in zip_longest(records, records[1:]):
            listed = below is not None and _is_one_list(record, below)
            for field, lines, is_prose in _words(record):
                goes_on = listed or (isinstance(record, Risk) and _has_effect(record, field))
                yield Cell(plan.service, part, record, field, lines, is_prose, goes_on)
            if isinstance(record, Action):
                yield from _steps(plan.service, record)
            if isinstance(record, Passage):
                yield from _table(plan.service, record)


def council_cells(framework: Framework) -> Iterator[Cell]:
    """Every cell of the framework with words that stand in plans: priorities, lead-ins, texts of the corporate plan."""
    for record in (*framework.priorities, *framework.values, *framework.sections, *framework.corporate_text):
        for field, lines, is_prose in _words(record):
            yield Cell("", "", record, field, lines, is_prose)


def _words(record: Record) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The cells of a record that hold words: the field of each, its lines, and whether it is prose."""
    short = _SHORT_WORDS.get(type(record), frozenset())
    for name in type(record).model_fields:
        value = getattr(record, name)
        cells = {f"{name} {key}": cell for key, cell in value.items()} if isinstance(value, dict) else {name: value}
        for field, cell in cells.items():
            if isinstance(cell, Text) and cell:
                yield field, tuple(block.plain for block in cell.blocks), True
            elif (isinstance(cell, Target | Dates | WrittenDate) and cell.text) or (
                isinstance(cell, str) and cell and name in short
            ):
                yield field, (str(cell),), False


def _steps(service: str, action: Action) -> Iterator[Cell]:
    for number, step in enumerate(action.steps, 1):
        lines = tuple(block.plain for block in step.text.blocks)
        yield Cell(service, "steps", step, "text", lines, goes_on=number < len(action.steps), row=action)
        if step.by:
            yield Cell(service, "steps", step, "by", (str(step.by),), is_prose=False, row=action)


def _table(service: str, passage: Passage) -> Iterator[Cell]:
    """The cells of a table of the service's own, which stands on a sheet of its own."""
    for row in passage.rows:
        for number, cell in enumerate(row.cells, 1):
            if cell:
                lines = tuple(block.plain for block in cell.blocks)
                yield Cell(service, "passages", row, f"cells {number}", lines, is_prose=False)


def _is_one_list(record: Record, below: Record) -> bool:
    """Whether two records that follow each other are printed as one list or text."""
    match record, below:
        case Passage(), Passage():
            is_one = folded(below.section) in ("", folded(record.section)) or not record.section.strip()
            return is_one and not _begins_anew(record, below)
        case ListEntry(), ListEntry():
            return folded(below.heading) == folded(record.heading)
    return False


def _begins_anew(passage: Passage, below: Passage) -> bool:
    """Whether a passage ends with a sentence that the one below cannot go on with: both are paragraphs of sentences.

    The entries of a list may go on with one another; a text of several sentences has its last to itself.
    """
    if not passage.text.blocks or not below.text.blocks:
        return False
    last, first = passage.text.blocks[-1], below.text.blocks[0]
    both = (last.kind, first.kind) == (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    return both and _SENTENCE_BEFORE.search(last.plain) is not None and first.plain[:1].isupper()


def _has_effect(risk: Risk, field: str) -> bool:
    """Whether the sentence of a risk goes on in the cell beside: from cause to consequence."""
    return (field == "cause" and bool(risk.leading_to or risk.resulting_in)) or (
        field == "leading_to" and bool(risk.resulting_in)
    )
