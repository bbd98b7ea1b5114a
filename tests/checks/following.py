"""A reader who does what hints say, word for word: wherever a hint names a value, it is typed where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from svcdocs.excel.cells import column_letters, place
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from tests.workbook.editing import Desk

_NAMED = re.compile(r"'([^']*(?:'s[^']*)?)'")


class Way(NamedTuple):
    """A form of words in which a hint names a value, and what whoever reads it does."""

    words: re.Pattern[str]
    do: Callable[[Desk, Finding, re.Match[str]], None]


def _cell(finding: Finding) -> tuple[str, str]:
    assert finding.where is not None
    return finding.where.sheet, finding.where.cell.partition(":")[0]


def _type(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    """Types the value in place of all that the cell holds."""
    desk.set(*_cell(finding), said[1])


def _reword_question(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    """Types a question of a form in column A, beside the answer that the finding names."""
    sheet, cell = _cell(finding)
    where = place(cell)
    assert where is not None
    desk.set(sheet, f"A{where[0]}", said[1])


def _correct(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    """Types the value in place of the words that the message found wrong, which the cell may hold among others."""
    sheet, cell = _cell(finding)
    typed = desk.get(sheet, cell)
    wrong = [word for word in _NAMED.findall(finding.message) if word and word in typed]
    desk.set(sheet, cell, typed.replace(wrong[0], said[1]) if wrong else said[1])


def _rename(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    desk.rename(_cell(finding)[0], said[1])


def _write_alike(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    """Types the value in place of every other way in which the message says it is written."""
    sheet = _cell(finding)[0]
    ways = {way for way in _NAMED.findall(finding.message) if way != said[1]}
    desk.each(sheet, lambda text: said[1] if text in ways else text)


def _answer_under(desk: Desk, finding: Finding, said: re.Match[str]) -> None:
    """Types an answer on the row of the finding, under a heading."""
    sheet, cell = _cell(finding)
    where = place(cell)
    assert where is not None
    desk.set(sheet, f"{column_letters(desk.column(sheet, said['heading']))}{where[0]}", said[1])


WAYS = (
    Way(re.compile(r"Did you mean '(.+?)'(?: \(.+?\))?\? Then (?:type that|change the heading)"), _type),
    Way(re.compile(r"Did you mean '(.+?)' or .+?\? Then type the one"), _type),
    Way(re.compile(r"Did you mean '(.+?)'\? Then change the words in column A"), _reword_question),
    Way(
        re.compile(r"Did you mean (?:one of these: )?'(.+?)'(?: \(.+?\))?(?:\?|, | or '.+?) ?Then correct it"), _correct
    ),
    Way(re.compile(r"Did you mean '(.+?)'\? Then name it that"), _rename),
    Way(re.compile(r"^If thousands are meant, write (\S+);"), _correct),
    Way(re.compile(r"^It is printed as (\S+); write it so yourself"), _correct),
    Way(re.compile(r"^Write '(.+?)' in all of them"), _write_alike),
    Way(re.compile(r"^Write a date such as ([^,]+),"), _type),
    Way(re.compile(r"another reference, such as (\S+), which is free"), _type),
    Way(re.compile(r"^Write a figure alone, such as (\S+) "), _type),
    Way(re.compile(r"as in ours: '(.+?)'\.$"), _type),
    Way(re.compile(r"^Answer (Yes) or No under '(?P<heading>.+?)'\.$"), _answer_under),
    Way(re.compile(r"answer (Yes) to 'Ready to send' on the sheet Guide"), _type),
    Way(re.compile(r"^Choose one of: ([^,…]+?)(?:,|\.$| …)"), _type),
    Way(re.compile(r"or promise them: (To be added by [^.]+)\."), _type),
)
"""Whatever else a hint asks for is the reader's own to find: a figure, a date, words."""


def way_of(finding: Finding) -> tuple[Way, re.Match[str]] | None:
    """How a reader follows the hint of a finding; None where it names no value, or no cell to type it in."""
    if finding.where is None or not finding.where.sheet:
        return None
    found = ((way, said) for way in WAYS if (said := way.words.search(finding.hint)))
    return next(found, None)


def follow(desk: Desk, finding: Finding) -> None:
    """Does in a workbook what the hint of a finding says."""
    found = way_of(finding)
    assert found is not None
    found[0].do(desk, finding, found[1])


def sameness(finding: Finding) -> tuple[object, ...]:
    """By what a finding is the same before and after: its rule, its cell, and what it found there."""
    where = finding.where
    cell = (where.file, folded(where.sheet), where.cell) if where else ()
    return finding.code, cell, finding.message
