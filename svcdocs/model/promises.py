"""The grammar of a promise in a cell: what is still to come, from whom and by when.

A cell promises something where all of it reads

* "To be added", alone, or with what ("To be added: the survey result"), by whom and by when behind it, or
* "To be confirmed", "To be supplied", "TBC" or "TBA" with at least one of the two: "TBC by Finance, 21 February 2027".
  Alone these say that something is open, and promise nothing.

By when is whatever stands at the end and reads as a date. The documents' own notes are read as well: "To be added by
Finance by 21 February 2027: the figures".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.dates import DateKind, read_date

TO_BE_ADDED = "to be added"


@dataclass(frozen=True, slots=True)
class Promise:
    """What a cell promises, as far as it says: what, who and when are blank where it does not."""

    what: str = ""
    who: str = ""
    when: WrittenDate = field(default_factory=WrittenDate)


@lru_cache(maxsize=8192)
def promise_in(cell: str, ours: str = "") -> Promise | None:
    """The promise a cell makes; None where it makes none. ``ours`` is the council's own word for "to be added"."""
    text = _bare(cell)
    opening = _opening(ours).match(text)
    if opening is None or "\n" in text:
        return None
    promise = _promise(text[opening.end() :])
    if promise is None or not (opening["enough"] or promise.who or promise.when):
        return None
    return promise


_DATED = frozenset(DateKind) - {
    DateKind.ONGOING,
    DateKind.RECURRING,
    DateKind.ELSEWHERE,
    DateKind.LATER,
    DateKind.NONE,
    DateKind.UNKNOWN,
    DateKind.BLANK,
}
_DASHES = "-–—"
_EDGES = f" \t\u00a0,;.…{_DASHES}"
_JOINT = re.compile(r"[\s,;(–—-]*(?:(?:due|by|on|in)\s+)*", re.IGNORECASE)
_BEFORE_A_DATE = re.compile(r"(?:,|\(|\b(?:due|by|on)\b)[\s,(]*$", re.IGNORECASE)
_FROM = re.compile(r"(?:by|from)\s+", re.IGNORECASE)
_LAST_BY = re.compile(r"(?:^|.*\s)by\s+(?=[A-ZÀ-Þ]|the\s)", re.DOTALL)
# "TBC by spring", "by the end of the year": a time that no calendar gives is no person either.
_TIME = re.compile(
    r"(?:the\s+)?(?:end|start|beginning|middle|early|late|mid|spring|summer|autumn|winter|next|this)\b", re.IGNORECASE
)
_LONGEST_NAME = 60


@lru_cache(maxsize=64)
def _opening(ours: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in (TO_BE_ADDED, " ".join(ours.split())) if word)
    return re.compile(rf"(?:(?P<enough>{words})|to be (?:confirmed|supplied)|tbc|tba)(?![\w-])", re.IGNORECASE)


def _bare(cell: str) -> str:
    """The words of a cell with single blanks between them, without brackets around the whole."""
    text = re.sub(r"[ \t\u00a0]+", " ", cell).strip()
    inner = text[1:-1]
    whole = text[:1] + text[-1:] in ("()", "[]") and not re.search(r"[()\[\]]", inner)
    return inner.strip() if whole else text


def _promise(rest: str) -> Promise | None:
    """What stands behind the opening words: ": what", who and when; or who and when, and then ": what"."""
    rest = rest.strip()
    if rest[:1] in (":", *_DASHES) and rest:
        return _with_what(rest[1:].strip())
    behind, _, what = rest.partition(": ")
    behind, when = _dated(behind, is_what=False)
    if _TIME.match(_without_by(behind)):
        behind, when = "", WrittenDate(text=_without_by(rest.partition(": ")[0]))
    named = _FROM.match(behind) is not None or bool(behind and when and rest[0] in ",(")
    who = _name(_without_by(behind))
    if (behind and not (named and who)) or not (behind or when or not rest.strip(_EDGES)):
        return None
    return Promise(what.strip(), who, when)


def _with_what(said: str) -> Promise:
    """What is to come stands first; a name behind it is one only with a capital, for "by" may belong to the what."""
    what, when = _dated(said, is_what=True)
    by = _LAST_BY.match(what)
    who = _name(what[by.end() :]) if by else ""
    if by and _TIME.match(who):
        who, when = "", when or WrittenDate(text=who)
    elif by and not who:
        by = None
    what = re.sub(r"(?:^|\s)by\s*$", "", what[: by.end()].rstrip()) if by else what
    return Promise(what.strip(f"{_EDGES}("), who, when)


def _dated(text: str, *, is_what: bool) -> tuple[str, WrittenDate]:
    """What stands before the date at the end, and the date; no date where no tail of the text reads as one.

    ``is_what`` asks for a word or sign before the date: the year in "results of 2026/27" is no day by which.
    """
    tidy = text.rstrip(f"{_EDGES})]")
    for start in [0, *(found.end() for found in re.finditer(r"[\s,(]+", tidy))]:
        before = tidy[:start]
        date = tidy[start:]
        if read_date(date).kind not in _DATED or (is_what and start and not _BEFORE_A_DATE.search(before)):
            continue
        lead = _JOINT.match(date)
        return _without_joint(before), WrittenDate(text=date[lead.end() :] if lead else date)
    return tidy.strip(_EDGES), WrittenDate()


def _without_joint(before: str) -> str:
    """What stands before a date without the word or sign that joins them."""
    return re.sub(r"(?:^|[\s,(]+)(?:(?:due|by|on|in)\b\s*)*$", "", before, flags=re.IGNORECASE).strip(f"{_EDGES}(")


def _without_by(text: str) -> str:
    return _FROM.sub("", text, count=1) if _FROM.match(text) else text


def _name(text: str) -> str:
    """A debtor; "" for words too long to be one."""
    name = text.strip(f"{_EDGES}()")
    return name if len(name) <= _LONGEST_NAME and ". " not in name else ""
