"""What a written date means: a day, a month, a quarter, a year, a range, or a phrase that is none of them.

British dates only: 1/4/2027 is the first of April. Two-digit years lie between 2000 and 2099. Quarters are those of
the council's financial year: Q1 is April to June where that begins in April.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from svcdocs.model.base import Value
from svcdocs.model.years import APRIL, JANUARY, MONTHS, FinancialYears


class DateKind(StrEnum):
    """What sort of thing was written where a date belongs."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"
    FROM = "from"
    UNTIL = "until"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    ELSEWHERE = "elsewhere"
    LATER = "later"
    NONE = "none"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"
    BLANK = "blank"


class DateMeaning(Value):
    """The days a written date covers. ``first`` and ``last`` are None where they cannot be told."""

    kind: DateKind
    first: date | None = None
    last: date | None = None


@lru_cache(maxsize=8192)
def read_date(written: str, starts: int = APRIL) -> DateMeaning:
    """The meaning of a date as written, where financial years begin in the month ``starts``; never raises.

    "31st September 2027" is impossible, "See Actions" lies elsewhere, "to be confirmed" comes later; whatever is none
    of the known forms is unknown.
    """
    text = _normal(written)
    if not text:
        return DateMeaning(kind=DateKind.BLANK)
    done = _DONE.match(text)
    if done is not None:
        text = text[done.end() :]
    years = FinancialYears(starts)
    return _phrase(text) or _span(text, years) or _with_remark(text, years) or DateMeaning(kind=DateKind.UNKNOWN)


@lru_cache(maxsize=8192)
def date_at_end(line: str) -> str:
    """The last bracket of a line, without the brackets, if it reads wholly as a date or a known phrase; else ""."""
    match = re.search(r"\(([^()]*)\)\s*[.;,]?\s*$", line)
    if match is None:
        return ""
    meaning = read_date(match[1])
    known = meaning.kind not in (DateKind.UNKNOWN, DateKind.BLANK, DateKind.NONE)
    return match[1].strip() if known and not _remark(_normal(match[1])) else ""


def said_day(day: date) -> str:
    """A day as it is said to people: 31 March 2029."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def said_iso(day: str) -> str:
    """A day in the form 2029-03-31 as it is said to people; as it stands where it is none."""
    try:
        return said_day(date.fromisoformat(day))
    except ValueError:
        return day


_TWO_YEARS = re.compile(r"(?:fy ?)?(?P<start>20\d\d) ?/ ?(?P<end>(?:20)?\d\d)")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:20|19)\d\d|\d\d)"
_PHRASES: tuple[tuple[str, DateKind], ...] = (
    (r"n/?a|not applicable|none|-|–|—", DateKind.NONE),
    (r"on-?\s?going\b.*|continu(ous|ing)\b.*|throughout\b.*|all year\b.*", DateKind.ONGOING),
    (r"(on )?(a )?((half|six|bi|two|three)[- ]?)?(annual|annually|yearly|monthly)\b.*", DateKind.RECURRING),
    (r"(on )?(a )?(quarterly|fortnightly|weekly|termly|daily|regular(ly)?)\b.*", DateKind.RECURRING),
    (r"as (and when )?(required|necessary|needed|appropriate)\b.*", DateKind.RECURRING),
    (r"(once|twice|one|two)\b.*\b(a|per|each|every) (year|quarter|month|week)\b.*", DateKind.RECURRING),
    (
        r"(each|every) ((two|three|six) )?(year|quarter|month|week|spring|summer|autumn|winter)s?\b.*",
        DateKind.RECURRING,
    ),
    (r"(as )?(see|set out|specified|shown|under|per)\b.*\b(action|step|above|below|column)s?\b.*", DateKind.ELSEWHERE),
    (r"(to be|tb)\s?(confirmed|agreed|decided|set|advised|added|c|a|d)\b.*|tbc\b.*|as soon as\b.*", DateKind.LATER),
    (r".*\b(date|dates|timing) (to be|tb[cad])\b.*|dependent on\b.*|subject to\b.*", DateKind.LATER),
)
# "all induction courses held in 2011/12": what is said to be done in or by a time is due then.
_DONE = re.compile(
    r"[a-z ,'’-]{0,60}\b(?:held|completed?|delivered|done|published|in place|finished) (?=(?:in|by|during) )"
)
_PHRASE_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _PHRASES)
_QUARTER_FIRST = re.compile(r"(?:q|quarter )(?P<quarter>[1-4])(?:,?(?: of)? (?P<year>.+))?")
_YEAR_FIRST = re.compile(r"(?P<year>.+?),? (?:q|quarter )(?P<quarter>[1-4])")
_LEAD = re.compile(r"(from|up to|until|till|before|by the end of|by end of|by end|by|end of|end|in|during|after) ")
_JOIN = re.compile(r"\s*(?:–|—|-|\bto\b|\buntil\b)\s*")


def _normal(written: str) -> str:
    text = re.sub(r"[\s\u00a0]+", " ", written).strip().strip(".,;").lower()
    text = re.sub(r"\b(\d{1,2}) ?(st|nd|rd|th)\b", r"\1", text)
    text = re.sub(r"(\d)(st|nd|rd|th)(?=\s|$)", r"\1", text)
    return re.sub(r"^\((.*)\)$", r"\1", text).strip()


def _phrase(text: str) -> DateMeaning | None:
    for pattern, kind in _PHRASE_PATTERNS:
        if pattern.fullmatch(text):
            return DateMeaning(kind=kind)
    return None


def _span(text: str, years: FinancialYears) -> DateMeaning | None:
    """One point or a range, with or without a word before it ("from", "up to", "by end of")."""
    lead = _LEAD.match(text)
    word, rest = (lead[1], text[lead.end() :]) if lead else ("", text)
    point = _point(rest, years) or _range(rest, years)
    if point is None or point.first is None or point.last is None or point.kind is DateKind.RANGE:
        return point
    match word:
        case "from":
            return DateMeaning(kind=DateKind.FROM, first=point.first)
        case "after":
            return DateMeaning(kind=DateKind.FROM, first=point.last + timedelta(days=1))
        case "up to" | "until" | "till":
            return DateMeaning(kind=DateKind.UNTIL, last=point.last)
        case "before":
            return DateMeaning(kind=DateKind.UNTIL, last=point.first - timedelta(days=1))
    return point


def _point(text: str, years: FinancialYears) -> DateMeaning | None:
    return _day(text) or _month(text) or _quarter(text, years) or _financial_year(text, years) or _year(text)


def _range(text: str, years: FinancialYears) -> DateMeaning | None:
    """Two points with a dash or "to" between; either borrows the year of the other: "FY27 Q1–Q3", "Q1–Q3 FY27"."""
    for join in _JOIN.finditer(text):
        left, right = text[: join.start()].strip(), text[join.end() :].strip()
        end = _first_known((right, f"{left.rpartition(' ')[0]} {right}"), years)
        if end is None or end.last is None:
            continue
        start = _first_known((left, f"{left} {end.last.year}", f"{left} {right.partition(' ')[2]}"), years)
        if start is None or start.first is None:
            continue
        kind = DateKind.RANGE if start.first <= end.last else DateKind.IMPOSSIBLE
        return DateMeaning(kind=kind, first=start.first, last=end.last)
    return None


def _first_known(texts: tuple[str, ...], years: FinancialYears) -> DateMeaning | None:
    """The first of some texts that is a point in time which can be told."""
    points = (_point(text, years) for text in texts)
    return next((point for point in points if point is not None and point.first is not None), None)


def _day(text: str) -> DateMeaning | None:
    match = (
        re.fullmatch(rf"(?:\w+day,? )?(?P<day>\d{{1,2}})(?: of)? ?(?P<name>{_MONTH}),? ?{_YEAR}", text)
        or re.fullmatch(rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_YEAR}", text)
        or re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[ t]00:00(?::00)?)?", text)
    )
    if match is None:
        return None
    found = match.groupdict()
    month = MONTHS[found["name"]] if found.get("name") else int(found["month"])
    try:
        day = date(_full_year(found["year"]), month, int(found["day"]))
    except ValueError:
        return DateMeaning(kind=DateKind.IMPOSSIBLE)
    return DateMeaning(kind=DateKind.DAY, first=day, last=day)


def _month(text: str) -> DateMeaning | None:
    match = re.fullmatch(rf"(?P<name>{_MONTH})[ ,.'’-]*{_YEAR}", text)
    figures = re.fullmatch(r"(0?[1-9]|1[0-2])/(20\d\d)", text)
    if match is not None:
        year, month = _full_year(match["year"]), MONTHS[match["name"]]
    elif figures is not None:
        year, month = int(figures[2]), int(figures[1])
    else:
        return None
    return DateMeaning(
        kind=DateKind.MONTH,
        first=date(year, month, 1),
        last=date(year, month, calendar.monthrange(year, month)[1]),
    )


def _quarter(text: str, years: FinancialYears) -> DateMeaning | None:
    """A quarter before or behind its financial year: "Q2 2027/28", "FY27 Q2"; alone it has no days."""
    match = _QUARTER_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    year = match["year"]
    if not year:
        return DateMeaning(kind=DateKind.QUARTER)
    if re.fullmatch(r"20\d\d", year) and years.starts != JANUARY:
        return None  # the quarter of which year that is nobody can tell
    days = years.quarter(year, int(match["quarter"])) or years.quarter(f"fy{year}", int(match["quarter"]))
    return DateMeaning(kind=DateKind.QUARTER, first=days[0], last=days[1]) if days else None


def _financial_year(text: str, years: FinancialYears) -> DateMeaning | None:
    if re.fullmatch(r"\d+", text):
        return None
    first, last = years.first_day(text), years.last_day(text)
    if first is not None:
        return DateMeaning(kind=DateKind.YEAR, first=first, last=last)
    two = _TWO_YEARS.fullmatch(text)
    # "2028-03" may be a month written backwards, and "2009-12" a span of years: neither is called impossible.
    if two is not None and _full_year(two["end"]) <= int(two["start"]):
        return DateMeaning(kind=DateKind.IMPOSSIBLE)
    return None


def _year(text: str) -> DateMeaning | None:
    if re.fullmatch(r"(?:20|19)\d\d", text) is None:
        return None
    return DateMeaning(kind=DateKind.YEAR, first=date(int(text), 1, 1), last=date(int(text), 12, 31))


def _with_remark(text: str, years: FinancialYears) -> DateMeaning | None:
    """A date followed by a remark in brackets: "March 2028 (at least partly in operation)"."""
    remark = _remark(text)
    return _span(text[: -len(remark)].strip(), years) if remark else None


def _remark(text: str) -> str:
    match = re.search(r"\s*\([^()]*\)$", text)
    return match[0] if match and match.start() else ""


def _full_year(digits: str) -> int:
    return int(digits) % 100 + 2000 if len(digits) < len("2000") else int(digits)
