"""Texts cut off: those that stop in mid-sentence, as what is pasted or typed past a form's limit does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.printed import Cell, printed_cells
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.names import typewritten

CUT_OFF = Rule(
    "text-cut-off",
    "A text stops in the middle of a sentence",
    NOTE,
    WARNING,
    judged=True,
    message="A text ends with a comma, an opened bracket or a word that cannot end a sentence, as if some were lost.",
    remedy="Finish the sentence; the rest may have been lost when it was pasted.",
    example=Example(
        wrong="Actions | Ref: HC1.1 | Outputs: One-stop desk agreed with the housing association and",
        right="Actions | Ref: HC1.1 | Outputs: One-stop desk agreed with the housing association",
    ),
)


def texts_cut_off(cycle: Cycle) -> Iterator[Hit]:
    """A text that breaks off; not one that merely lacks a full stop, as bullets and titles do.

    Where the next cell may go on with the sentence, as the entries of a list do, only a hyphen or the length tells.
    """
    for plan in cycle.plans:
        for cell in printed_cells(plan):
            if cell.is_prose and (how := _how_it_ends(cell)):
                message = f"'{_tail(cell.lines[-1])}' {how}, as if the rest were missing."
                yield cell.hit(CUT_OFF, message, CUT_OFF.remedy)


_LIMITS = (255, 256, 1024, 32767)
"""The lengths at which forms, old workbooks and Excel itself cut a text."""
_CLOSES = re.compile(r"[.!?…:;]['\")\]]*$")
_HYPHEN = re.compile(r"[^\W\d_]{2,}-$")
_NEVER_LAST = re.compile(
    r"(?:^|[\s(])(?P<word>and|or|but|nor|the|an|because|although|whilst|including|e\.g\.?|i\.e\.?|&|which|whose|our|its"
    r"|your|must|shall|via|every|such as|as well as|due to|in order to|so that|more than|fewer than|less than"
    r"|at least|will be|has been|have been"
    r"|(?:(?:we|they|it|he|she|you) (?:\w+ )?(?:wants?|hopes?|plans?|aims?|needs?|intends?)|able|continues?|due) to"
    r"|(?:of|in|to|for|by|with|on|at|from|is|be|with|as) a)$"
)
_LONGEST_TAIL = 40


def _how_it_ends(cell: Cell) -> str:
    """How a cell ends if a sentence cannot end so; "" where it can."""
    if not cell.lines:  # a step that has only a date
        return ""
    last = typewritten(cell.lines[-1]).strip()
    if len(cell.lines) == 1 and len(cell.text) in _LIMITS and not _CLOSES.search(last):
        return f"is where the cell ends, after exactly {len(cell.text):,} characters"
    if _HYPHEN.search(last):
        return "ends with a hyphen"
    return "" if cell.goes_on else _left_open(cell.lines[-1].strip(), last)


def _left_open(line: str, plain: str) -> str:
    """What a last line leaves open; ``plain`` is the same line with the signs of a typewriter."""
    if plain.endswith(",") and len(plain) > 1:
        return "ends with a comma"
    if found := _NEVER_LAST.search(plain):
        return f"ends with '{found['word']}'"
    if _CLOSES.search(plain):
        return ""
    opened = "a bracket" if _opened(plain, "(", ")") else "a quotation" if _opened(line, "“", "”") else ""
    return f"opens {opened} and does not close it" if opened else ""


def _opened(line: str, opening: str, closing: str) -> bool:
    """Whether the last bracket or quotation of a line is open at its end."""
    return line.rfind(opening) > line.rfind(closing)


def _tail(line: str) -> str:
    """The end of a line, from the beginning of a word."""
    line = line.strip()
    if len(line) <= _LONGEST_TAIL:
        return line
    tail = line[-_LONGEST_TAIL:]
    return f"…{tail[tail.find(' ') + 1 :]}"
