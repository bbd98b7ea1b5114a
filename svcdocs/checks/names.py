"""How a message calls a record, and how it suggests what was meant."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Mapping, Sequence

from svcdocs.model.base import Record
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Priority
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk
from svcdocs.model.wordings import wording_of

ALIKE, ALIKE_REF = 0.7, 0.6
"""So alike a word must be to be offered, of 1; a reference as short as RP9 less, so that RP1 and RP2 are."""
_NUMBERED = re.compile(r"(?P<row>.*?)(?P<number>\d{1,9})")
_MOST_NAMED = 10
_MOST_MEANT = 3
_CLEARLY = 0.06
"""By so much more a word must be like what was typed than any other, to be offered alone: HC1.1 and HC1 are less."""
_KINDS = {Action: "action", Indicator: "indicator", Objective: "objective", Risk: "risk"}


def called(record: Action | Indicator | Objective | Risk | Priority) -> str:
    """A record as a reader of its sheet knows it: "Action HC1.3 'Open a second night shelter'"."""
    words = (record.text if isinstance(record, Priority) else wording_of(record)).plain
    kind = record.level.strip() or "priority" if isinstance(record, Priority) else _KINDS[type(record)]
    parts = (kind.capitalize(), in_short(str(record.ref)), f"'{in_short(words)}'" if words else "")
    named = [part for part in parts if part]
    return " ".join(named) if len(named) > 1 else f"An {kind}" if kind[0] in "aeiou" else f"A {kind}"


def either(words: Sequence[str]) -> str:
    """A list for the end of a negative sentence: "by when, who leads or what for"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def headings_of(record: Record, fields: Sequence[str]) -> str:
    """The columns of some fields of a record as a hint names them: "For, 'Finish by' and Lead".

    A heading of one word stands without quotation marks, so that it is told in the council's own words.
    """
    titles = [heading_of(record, field) for field in fields]
    named = [f"'{title}'" if " " in title else title for title in titles]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def heading_of(record: Record | None, field: str) -> str:
    """The heading of the column a field stands under: "Finish by", "Target 2027/28"; "" where it has none."""
    if record is None or not field:
        return ""
    name, _, member = field.partition(" ")
    info = type(record).model_fields.get(name)
    return (info.title or name).replace("{}", member).strip() if info else field


def elsewhere(cells: Sequence[tuple[Record, str]]) -> str:
    """A sentence, with a blank before it, that says in which other cells the same stands; empty for none.

    A cell is given by its record and field.
    """
    places = [place for record, field in cells if (place := record.cell(field)) is not None]
    named = ", ".join(f"{place.sheet} {place.cell}" for place in places[:_MOST_NAMED])
    more = f" and {len(cells) - _MOST_NAMED} more" if len(cells) > _MOST_NAMED else ""
    return f" The same stands in {named or f'{len(cells)} other places'}{more}." if cells else ""


def did_you_mean(
    typed: str, known: Iterable[str], otherwise: str, said: Mapping[str, str] | None = None, *, least: float = ALIKE
) -> str:
    """A hint: the nearest known word as a question, or up to three where none is clearly nearest; else what else to do.

    ``said`` gives what stands beside some of them, so that nobody takes the nearest for the right one. Of words that
    are equally near, the order of ``known`` decides. ``least`` is how alike they must be, of 1.
    """
    return is_it_one_of(nearest(typed, known, least), otherwise, said)


def is_it_one_of(words: Sequence[str], otherwise: str, said: Mapping[str, str] | None = None) -> str:
    """A hint that asks whether one of some words was meant, and what else to do; only that where there are none."""
    near = [f"'{word}'{_beside(word, said or {})}" for word in words]
    if not near:
        return otherwise
    asked = near[0] if len(near) == 1 else f"one of these: {', '.join(near[:-1])} or {near[-1]}"
    return f"Did you mean {asked}? Then correct it; otherwise {otherwise[:1].lower()}{otherwise[1:]}"


def nearest(typed: str, known: Iterable[str], least: float = ALIKE) -> tuple[str, ...]:
    """The known words that are most like what was typed: one where it is clearly so, else no more than three."""
    spelled = {folded(word): word.strip() for word in known if word.strip()}
    near = difflib.get_close_matches(folded(typed), list(spelled), n=max(len(spelled), 1), cutoff=least)
    like = {key: difflib.SequenceMatcher(None, key, folded(typed)).ratio() for key in spelled if key in near}
    ranked = sorted(like, key=lambda key: -like[key])
    return tuple(spelled[key] for key in ranked if like[key] > like[ranked[0]] - _CLEARLY)[:_MOST_MEANT]


def by_number(ref: str, known: Iterable[str]) -> list[str]:
    """Known references with those first that end in the number nearest to that of one: HC1.8, HC1.7 … for HC1.9."""
    row, number = _last_number(ref)
    ends = [(word, *_last_number(word)) for word in known]
    return [word for word, *_ in sorted(ends, key=lambda one: abs(one[2] - number) if one[1] == row else math.inf)]


def _last_number(ref: str) -> tuple[str, int]:
    found = _NUMBERED.fullmatch(ref.strip())
    return (folded(found["row"]), int(found["number"])) if found else (folded(ref), 0)


def _beside(word: str, said: Mapping[str, str]) -> str:
    words = said.get(word, "")
    return f" ({in_short(words)})" if words and folded(words) != folded(word) else ""


def said_by_ref(records: Iterable[Action | Indicator | Objective | Risk | Priority]) -> dict[str, str]:
    """What records say, by their references: what stands beside a reference that is suggested."""
    return {
        str(record.ref).strip(): (record.text if isinstance(record, Priority) else wording_of(record)).plain
        for record in records
        if record.ref
    }
