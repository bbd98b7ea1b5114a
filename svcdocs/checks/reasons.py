"""Reasons: what somebody has said under "Why this is right", for which of a row's findings, and whether it says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from pydantic.fields import FieldInfo

from svcdocs.model.base import Record
from svcdocs.model.names import folded

_LEAD = re.compile(r"\s*([^:\n]{2,60}):\s*(.*)", re.DOTALL)
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
_SURE = "ok|okay|yes|y|no|n|fine|right|correct|true|done|agreed|noted|checked|known|accepted|confirmed|ignore|intended"
_EMPTY = (
    rf"(?:(?:it|this|that|all|everything)(?: is| s)? ?)?(?:{_SURE})",
    r"right as it stands|as (?:is|it is|it stands|above|below|before|agreed|discussed|intended|per plan)",
    r"(?:(?:please|pls) )?(?:see|refer to) (?:the )?(?:above|below|e ?mail|comments?|notes?|attached|attachment|plan)",
    r"(?:just )?because|(?:please |just )?(?:leave|keep)(?: it)?(?: as (?:it )?is)?",
    r"no (?:change|comment|reason|problem)|n a|na|not applicable|none|nil|nothing|tbc|tba|to follow",
    r"to be (?:confirmed|added|decided)|will (?:do|check|follow)|not sure|don t know|dont know|unknown",
    r"(?:many )?thanks|thank you|please|pls|and|but|sorry|x+",
)
"""Replies that give no reason, in small letters and without signs: "ok", "it is right", "see email"."""
_NO_REASON = re.compile(rf"(?:(?:{'|'.join(_EMPTY)})(?: |$))*")
_WORD = re.compile(r"[^\W\d_]{3}")
_QUOTING = 3
"""From so many words on, a reply that stands in the finding itself only repeats it."""


def says_why(said: str, finding: str) -> bool:
    """Whether words say why: more than a yes, a sign, a number, or the words of the finding itself."""
    plain = _plain(said)
    repeats = len(plain.split()) >= _QUOTING and f" {plain} " in f" {_plain(finding)} "
    return bool(_WORD.search(plain)) and not repeats and not _NO_REASON.fullmatch(plain)


def said_about(typed: str, row: Record, heading: str, code: str) -> str:
    """What is said on a row about one of its columns, or one check.

    A line that begins with the heading of a column, or the code of a check, and a colon is about that alone, with the
    lines that follow it; what begins with none answers whatever has no answer of its own.
    """
    about: dict[str, list[str]] = {}
    whose = ""
    for line in typed.split("\n"):
        lead = _LEAD.fullmatch(line)
        said = line
        if lead and (_CODE.fullmatch(lead[1].strip()) or _is_heading(lead[1], row)):
            whose, said = folded(lead[1]), lead[2]
        about.setdefault(whose, []).append(said)
    lines = about.get(code) or about.get(folded(heading)) or about.get("", [])
    return "\n".join(lines).strip()


def _plain(text: str) -> str:
    """Words in small letters, without signs."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _is_heading(words: str, row: Record) -> bool:
    """Whether words are the heading of a column of the row's sheet: "Finish by", "Step by", "Target 2027/28"."""
    patterns = (re.escape(folded(title)).replace(r"\{\}", ".+") for title in _titles(row))
    return any(re.fullmatch(pattern, folded(words)) for pattern in patterns)


def _titles(row: Record) -> Iterator[str]:
    for info in _fields(type(row)):
        if info.title and not info.title.startswith("{}"):
            yield info.title


def _fields(record: type[Record]) -> Iterator[FieldInfo]:
    """The fields of a record and of its parts: those of an action and of its steps."""
    for info in record.model_fields.values():
        parts = [kind for kind in get_args(info.annotation) if isinstance(kind, type) and issubclass(kind, Record)]
        yield from [info] if not parts else (field for part in parts for field in _fields(part))
