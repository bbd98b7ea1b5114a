"""What a sentence states in figures: how many objectives, actions or people there are, and how much the budget is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a sentence gives of something, as written, and how far it may be out for having been rounded."""

    of: str
    written: str
    value: Decimal
    slack: Decimal

    def may_be(self, value: Decimal) -> bool:
        """Whether it may be that figure, rounded."""
        return abs(self.value - value) <= self.slack


_SMALL = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 2)} | {"thirty": 30, "forty": 40, "fifty": 50}
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_ABOUT = (
    r"(?P<about>about |around |some |nearly |almost |over |more than |up to |approximately |circa |c\. ?|at least )?"
)
_OPENS = (
    r"(?:\b(?:our|these|the service[’']s|its|"
    r"(?:the plan|this plan|we|service|it|below) (?:has|have|sets? out|sets?|lists?|contains?))\s+)"
)
_COUNTED = re.compile(
    rf"{_OPENS}{_ABOUT}{_COUNT} (?:(?:service|local|performance|improvement|planned)\s+)?"
    r"(?P<of>objectives|actions|indicators|risks)\b(?! (?:of|for) the council| in the corporate)",
    re.IGNORECASE,
)
_PART = rf"(?:one|all|most|some|each|none|half|{'|'.join(_NUMBERS)}|\d{{1,3}}) of (?:our|the|its|these) {_COUNT}"
_OF_ALL = re.compile(
    rf"\b{_PART} (?:(?:service|local|performance|improvement|planned|main|corporate)\s+)?"
    r"(?P<of>objectives|actions|indicators|risks)\b(?! (?:of|for) the council| in the corporate)",
    re.IGNORECASE,
)
"""A part of a whole that is counted: "three of the six risks"."""
_SUBJECT = re.compile(r"(?:our|the|these) (?:\w+ )?(?P<of>objectives|actions|indicators|risks)\b", re.IGNORECASE)
_OF_THEM = re.compile(
    rf"{_PART} (?:are|stand|have|belong|remain|rank|score|lie|sit|appear|need|depend)\b", re.IGNORECASE
)
_PROGRESS = re.compile(
    r"\b20\d\d\b|\b(?:complete|finished|done|on course|on track|met|closed|behind|late|plan before)\b", re.IGNORECASE
)
"""Words by which a part of a whole is how far another plan has come."""
_POSTS = re.compile(
    rf"{_ABOUT}(?P<count>\d{{1,4}}(?:\.\d+)?) ?(?:\(?FTEs?\b|full[- ]time[- ]equivalents?\b|full[- ]time posts\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:we|the service|which|service|it|and) (?:now )?(?:employs?|has|have)"
    rf"(?: a (?:staff|workforce|establishment) of)? {_ABOUT}{_COUNT} (?:staff|employees|people|members of staff)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:the service|service|we|workforce|establishment|in all|in total|altogether|total) (?:\w+ ){0,3}"
    r"(?:has|have|are|is|of|employs?|comprises?|consists? of)\b|\b(?:establishment|workforce) of\b|\bin (?:all|total)\b"
    r"|\bour \d|\bwe (?:have|employ)\b",
    re.IGNORECASE,
)
"""What says that a number of full-time posts is that of all, or at least of something with a table of its own."""
_BUDGET = re.compile(
    r"\b(?:net |gross |revenue |total |annual |our )*budget (?:for 20\d\d/\d\d |of the service |for the year )?"
    rf"(?:of|is|comes to) {_ABOUT}£(?P<count>\d[\d,]*(?:\.\d+)?) ?(?P<scale>million|thousand|m|k)?\b",
    re.IGNORECASE,
)
_SCALE = {"m": Decimal(1_000_000), "million": Decimal(1_000_000), "k": Decimal(1000), "thousand": Decimal(1000)}
_LOOSE = Decimal("0.05")
"""How far "about" may be out, as a part of the figure."""


def counted_in(sentence: str) -> Iterator[Stated]:
    """Numbers of objectives, actions, indicators and risks: "our 25 objectives", "three of the six risks"."""
    for match in _COUNTED.finditer(sentence):
        if not re.search(r"\bof\s*$", sentence[: match.start()]):
            yield _number(match, match["of"].lower(), Decimal(0))
    for match in _OF_ALL.finditer(sentence) if not _PROGRESS.search(sentence) else ():
        yield _number(match, match["of"].lower(), Decimal(0))


def counted_on(before: str, sentence: str) -> Iterator[Stated]:
    """Numbers of what the sentence before speaks of: "Our risks are those of all. Three of the six are corporate"."""
    subject, match = _SUBJECT.match(before), _OF_THEM.match(sentence)
    if subject and match and not _PROGRESS.search(sentence):
        yield _number(match, subject["of"].lower(), Decimal(0))


def posts_in(sentence: str) -> Iterator[Stated]:
    """Numbers of full-time posts and of staff, where the sentence speaks of the service: "The service has 64.5 FTE"."""
    for match in _POSTS.finditer(sentence) if _WHOLE.search(sentence) else ():
        yield _number(match, "fte", _half_a_place(match["count"]))
    for match in _PEOPLE.finditer(sentence):
        yield _number(match, "staff", Decimal("0.5"))


def money_in(sentence: str) -> Iterator[Stated]:
    """A budget in pounds: "a net budget of £1.2m". "£1.2m" may be rounded to its last place."""
    for match in _BUDGET.finditer(sentence):
        scale = _SCALE.get((match["scale"] or "").lower(), Decimal(1))
        digits = match["count"].replace(",", "").rstrip(".")
        value, rounded = Decimal(digits) * scale, _half_a_place(digits) * scale
        if scale == 1:  # a whole number of thousands has been rounded to them
            zeros = len(digits) - len(digits.rstrip("0")) if "." not in digits else 0
            rounded = Decimal(5).scaleb(zeros - 1)
        yield Stated("budget", match[0].strip(), value, max(rounded, value * _LOOSE if match["about"] else Decimal(0)))


def _number(match: re.Match[str], of: str, slack: Decimal) -> Stated:
    count = match["count"].lower()
    value = Decimal(_NUMBERS[count]) if count in _NUMBERS else Decimal(count)
    return Stated(
        of, match[0].strip(), value, max(slack, value * _LOOSE if match.groupdict().get("about") else Decimal(0))
    )


def _half_a_place(digits: str) -> Decimal:
    """Half a unit of the last place of a figure."""
    return Decimal(5).scaleb(-len(digits.partition(".")[2]) - 1)
