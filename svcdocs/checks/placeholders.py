"""Placeholders and notes to self: what somebody meant to fill in, answer or take out before readers see the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from svcdocs.checks.names import elsewhere
from svcdocs.checks.printed import Cell, council_cells, printed_cells
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded, typewritten
from svcdocs.model.owed import is_owed, is_promised, to_be_added
from svcdocs.model.service_plan import Passage
from svcdocs.model.text import paragraph

PLACEHOLDER = Rule(
    "placeholder-left",
    "A placeholder was left in",
    WARNING,
    WARNING,
    judged=True,
    message="A cell that is printed still holds a sign for words or figures that were to come.",
    remedy="Put the words or figures in its place; or promise them: To be added by Finance by 21 February 2027.",
    example=Example(
        wrong="Text | Section: About our service | Text: Satisfaction with the service rose to x%.",
        right="Text | Section: About our service | Text: Satisfaction with the service rose to 78%.",
    ),
)
NOTE_TO_SELF = Rule(
    "note-to-self",
    "A note to self was left in",
    NOTE,
    WARNING,
    judged=True,
    message="A cell that is printed holds a question or a reminder that its author meant for themselves.",
    remedy="Settle what it asks and take the note out of the cell.",
    example=Example(
        wrong="Text | Section: About our service | Text: We look after 61 cameras (check with Finance).",
        right="Text | Section: About our service | Text: We look after 61 cameras.",
    ),
)
EXAMPLE_LEFT = Rule(
    "example-left-in",
    "The sheet's own example was left in",
    WARNING,
    WARNING,
    judged=True,
    message="Several cells of a row say what the sheet itself gives as its example, word for word.",
    remedy="Write the service's own words in their place, or delete the row.",
    example=Example(
        wrong="Risks | Ref: R9 | Cause: Private landlords leave the market | Leading to: fewer homes to let"
        " | Resulting in: longer stays in temporary homes | Likelihood: 2 | Impact: 2 | Owner: Head of Housing",
        right="Risks | Ref: R9 | Cause: The depot floods | Leading to: vehicles lost"
        " | Resulting in: bins not emptied | Likelihood: 2 | Impact: 2 | Owner: Head of Housing",
    ),
)

Pattern = re.Pattern[str]


def placeholders(cycle: Cycle) -> Iterator[Hit]:
    """TBC, x%, Appendix XX, "[insert name]": told once for cells that say the same.

    What is promised is told as owed; a date, an owner or a reference that is open, by its own rule.
    """
    ours = to_be_added(cycle.framework)
    yield from _told(PLACEHOLDER, council_cells(cycle.framework), _open_in, ours)
    for plan in cycle.plans:
        yield from _told(PLACEHOLDER, printed_cells(plan), _open_in, ours)


def notes_to_self(cycle: Cycle) -> Iterator[Hit]:
    """What its author wrote for themselves: "(check with Finance)", "NB – ask Tom", "do we still need this?"."""
    ours = to_be_added(cycle.framework)
    yield from _told(NOTE_TO_SELF, council_cells(cycle.framework), _note_in, ours)
    for plan in cycle.plans:
        yield from _told(NOTE_TO_SELF, printed_cells(plan), _note_in, ours)


def examples_left_in(cycle: Cycle) -> Iterator[Hit]:
    """A row of which two or more cells of words are the example that stands at the head of their columns."""
    for plan in cycle.plans:
        same: dict[int, list[Cell]] = {}
        for cell in printed_cells(plan):
            if cell.is_prose and folded(cell.text) == folded(_example_of(cell.record, cell.field)) != "":
                same.setdefault(id(cell.row or cell.record), []).append(cell)
        for first, *others in same.values():
            if others:
                message = f"'{in_short(first.text)}' and what stands beside it are the examples of the sheet itself."
                yield first.hit(EXAMPLE_LEFT, message, EXAMPLE_LEFT.remedy)


_LATER = "added|inserted|supplied|confirmed|advised|determined|announced"
_AT_END = r"(?=\s*(?:[.;,…]?\s*$|[)\]]))"
_NUMERALS = r"(?<!section )(?<!part )(?<!chapter )(?<!schedule )(?<!title )(?<!article )(?<!volume )(?<!century )"
_SIGNS: tuple[Pattern, ...] = (
    re.compile(r"£\s?[Xx]{1,3}(?:[,.][Xx]{1,3})*(?:k|m)?\b"),
    re.compile(r"\bTB[CAD]\b", re.IGNORECASE),
    re.compile(rf"{_NUMERALS}(?<![\w@./-])XX+(?![\w-])", re.IGNORECASE),
    re.compile(r"(?<![\w.*×-])[Xx]{1,3}\s?(?:%|per ?cent\b)"),
    re.compile(r"\b20(?:\d?[Xx]|[Xx]{2})\b(?:/[\dXx]{2})?"),
    re.compile(r"\?{2,}|\(\s*\?+\s*\)|\[\s*\?*\s*\]"),
    re.compile(
        r"[\[<{]+\s*(?:please\s+)?(?:insert|add|enter|type|name|date|number|figure|amount|details?|link|xx?|tb[ca])\b"
        r"[^\[\]<>{}]{0,80}[\]>}]+",
        re.IGNORECASE,
    ),
    re.compile(r"\(\s*(?:please\s+)?insert\b[^()]{0,80}\)|^insert\s[^.]{0,60}\shere\b", re.IGNORECASE),
    re.compile(
        r"\blorem ipsum\b|\b(?:delete|amend|complete) as (?:appropriate|applicable|necessary)\b"
        r"|\b(?:click|tap) (?:or tap )?here to enter\b|\bplaceholder text\b"
        r"|\b(?:your|example|sample) text(?: goes)? here\b|\bexample text\b"
        r"|\b(?:template|text|table|chart|figures?|wording) to be (?:inserted|added|supplied)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:figures?|details?|text|information|data|tables?|charts?|wording)"
        rf"(?: (?:of|on|for) [\w ]{{1,40}}?)? (?:(?:is|are) )?to follow\b{_AT_END}",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:appendix|annex|section|page|figure|table) (?:\?|_+|\.{2,}|…|\[\s*\])", re.IGNORECASE),
    re.compile(r"_{3,}|\.{5,}|…{2,}"),
    re.compile(r"Error! (?:Reference source|Bookmark) not \w+|#(?:REF!|DIV/0!|NAME\?|VALUE!|NUM!|NULL!)"),
)
_TO_COME = re.compile(rf"^\W*to be (?:{_LATER})\b|\bto be (?:{_LATER})\b{_AT_END}", re.IGNORECASE)
_OF_WORK = re.compile(r"\bto be (?:added|inserted|supplied)\b", re.IGNORECASE)
_WORK = ("steps", "title", "further_action", "detail")
"""Where "photographs to be added" is what will be done."""

_WHOM = r"(?:(?-i:[A-Z])[\w’'-]+|the [a-z]+ (?:team|officer|manager))"
_ASIDE = re.compile(
    rf"[(\[]\s*(?:(?:to |please |need to |needs? )?(?:(?:re-?)?check|ask|confirm|chase|query|verify)(?:ing)?\b(?:"
    rf" (?:with|this|these|it|figures?|date|number|wording|spelling)\b[^()\[\]]*| {_WHOM}[^()\[\]]*)?"
    rf"|{_WHOM} to (?:confirm|check|supply|advise|update)\b[^()\[\]]*"
    r"|needs? (?:checking|updating|rewriting|finishing|more work)|delete (?:this|if|before)\b[^()\[\]]*"
    r"|old (?:version|text|wording)|(?:is|are) (?:this|these|we)\b[^()\[\]]*\?|not sure\b[^()\[\]]*"
    r"|note to (?:self|author|editor)\b[^()\[\]]*|drafting note\b[^()\[\]]*|@[A-Z][a-z]+\b[^()\[\]]*)\s*[)\]]",
    re.IGNORECASE,
)
_REMINDER = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:"
    r"(?:N\.?B\.?|note|query|comment|\*+|>+)\s*[:–—-]*\s*(?:to )?(?:(?:we|I) )?(?:still )?(?:need to |must )?"
    r"(?:ask|check|confirm|chase|speak to|query|update|rewrite|get|find out)\b[^.?!]*[.?!]?"
    r"|(?:note to (?:self|author|editor)|drafting note|to-?do)\b\s*[:–—-][^.?!]*[.?!]?"
    r"|I(?:'m| am) not sure\b[^.?!]*[.?!]?|not sure (?:if|whether|about|what|who)\b[^.?!]*[.?!]?)",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:Check|Confirm|Ask|Chase|Query)(?: (?:with|figures? with))? {_WHOM}[.?!]?$"
)
_ASKED = re.compile(
    r"\b(?:do|don't|should|shouldn't|did|is|isn't|are|aren't|have|haven't|can) (?:we|I|this|it|these|they)\b"
    r"(?=[^.?!]*\b(?:need|still|not|right|correct|already|really|mean|keep|include|new one)\b)[^.?!\"]{0,120}\?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"')


def _open_in(cell: Cell) -> str:
    """What of a cell is a placeholder, as it stands there; "" for nothing."""
    for line in cell.lines:
        for sign in _SIGNS:
            if found := sign.search(line):
                return found[0]
        found = _TO_COME.search(line) if cell.is_prose else None
        is_work = cell.part == "steps" or cell.field in _WORK
        if found and not (is_work and _OF_WORK.search(found[0])):
            return found[0]
    return ""


def _note_in(cell: Cell) -> str:
    """What of a cell is its author's note to themselves, as it stands there; "" for nothing."""
    in_words = cell.part in ("passages", "") or not cell.is_prose
    for line in cell.lines:
        plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), typewritten(line))
        found = _ASIDE.search(plain) or _REMINDER.search(plain)
        if not found and cell.part in ("passages", "swot", "drivers", "risks"):
            found = _LAST_WORD.search(plain)
        if not found and not in_words:
            found = _ASKED.search(plain)
        if found:
            return found[0].strip()
    return ""


def _told(rule: Rule, cells: Iterable[Cell], look: Callable[[Cell], str], ours: str) -> Iterator[Hit]:
    """What a rule finds in some cells, once for those that say the same; what is promised is no finding."""
    alike: dict[str, list[Cell]] = {}
    for cell in cells:
        if look(cell) and not _is_promise(cell, ours):
            alike.setdefault(cell.text, []).append(cell)
    for first, *others in alike.values():
        said = look(first)
        what = "is still to be filled in" if rule is PLACEHOLDER else "reads like a note to yourself"
        around = first.around(said)
        where = "" if folded(said).rstrip(".") == folded(around).rstrip(".") else f" in '{around}'"
        message = f"'{in_short(said)}'{where} {what}.{elsewhere([(cell.record, cell.field) for cell in others])}"
        told = rule if first.service else replace(rule, audience="officer")
        yield first.hit(told, message, rule.remedy)


def _is_promise(cell: Cell, ours: str) -> bool:
    """Whether what is open in a cell is promised, and so told as owed."""
    if isinstance(cell.record, Passage):
        return is_owed(cell.record, ours)
    return len(cell.lines) == 1 and is_promised(paragraph(cell.text), ours)


def _example_of(record: Record, field: str) -> str:
    """The example that stands at the head of a column."""
    info = type(record).model_fields.get(field)
    return str(info.examples[0]) if info is not None and info.examples else ""
