"""Refs, dates, targets, amounts and owners: what was written, and beside it what it means where that can be told.

The written characters are the value: equality and print go by them. The meaning is worked out from them and from
nothing else, so it can never drift from what was typed. What cannot be read has a meaning that says so; it is kept,
printed as written and reported, never dropped and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self

from pydantic import BaseModel, PrivateAttr, computed_field, model_validator

from svcdocs.model.amounts import AmountMeaning, read_amount, read_number
from svcdocs.model.base import Value
from svcdocs.model.dates import DateMeaning, read_date
from svcdocs.model.targets import TargetMeaning, read_target
from svcdocs.model.years import APRIL


class Written(Value):
    """Characters a person typed where the sheet asks for one kind of thing. Blank is allowed and stays blank."""

    text: str = ""

    @model_validator(mode="before")
    @classmethod
    def _plain_characters(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that have something on them."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())


class Ref(Written):
    """A reference as typed, and its canonical form by which references are matched."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def canonical(self) -> str:
        """The form two spellings of one reference share: SX52 and SX052, NI 14 and NI14, "(Aiv)" and "A iv"."""
        return canonical_ref(self.text)


class Refs(Written):
    """One or several references in one cell, separated by commas, semicolons, "and" or lines."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def items(self) -> tuple[Ref, ...]:
        """The references in the order written; "N/A" and "None" are none."""
        parts = re.split(r"[,;\n]|\band\b|&", self.text, flags=re.IGNORECASE)
        return tuple(Ref(text=part.strip()) for part in parts if canonical_ref(part) not in _NO_REF)


class Dated(Written):
    """What may say a day. What "Q2 2027/28" means hangs on the month in which the council's financial years begin.

    That month takes no part in equality and JSON, as the place where a record was read takes none: it is told by the
    framework, to its own dates and to those of the plans that are linked to it.
    """

    _starts: int = PrivateAttr(default=APRIL)

    @property
    def starts(self) -> int:
        """The month in which the council's financial years begin."""
        return self._starts

    def in_years_from(self, month: int) -> Self:
        """The value itself, now knowing in which month the council's financial years begin."""
        self._starts = month
        return self

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.text))


class WrittenDate(Dated):
    """One date as written."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def meaning(self) -> DateMeaning:
        """What the characters mean as a date."""
        return read_date(self.text, self.starts)


class Dates(Dated):
    """One or several dates in one cell, one a line: a completion for all steps, or one beside each."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def items(self) -> tuple[WrittenDate, ...]:
        """The dates line by line, without the number some people put before each."""
        return tuple(WrittenDate(text=_without_label(line)).in_years_from(self.starts) for line in self.lines)


class Target(Dated):
    """A target, a result or a baseline as written."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def meaning(self) -> TargetMeaning:
        """What the characters mean as a target."""
        return read_target(self.text, self.starts)


class Amount(Written):
    """Money as written: a sum, a range, "None", "Within existing resources" or words."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def meaning(self) -> AmountMeaning:
        """What the characters mean in pounds."""
        return read_amount(self.text)


class Number(Written):
    """A count or full-time equivalent as written."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def value(self) -> Decimal | None:
        """The number, or None where the characters are not one number."""
        return read_number(self.text)


class Owners(Written):
    """Who leads or owns something, as written: persons, posts or both, split by "/", ";" or lines."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def names(self) -> tuple[str, ...]:
        """The persons and posts in the order written."""
        parts = re.split(r"\s*/\s*|\s*;\s*|\n", re.sub(r"\bn/a\b", "", self.text, flags=re.IGNORECASE))
        return tuple(part.strip().rstrip(".") for part in parts if part.strip(" .-–"))


def dates_in(value: object) -> Iterator[Dated]:
    """Every date within a value, however deep."""
    match value:
        case Dated():
            yield value
        case BaseModel():
            yield from dates_in(tuple(value.__dict__.values()))
        case dict():
            yield from dates_in(tuple(value.values()))
        case tuple():
            for each in value:
                yield from dates_in(each)


@lru_cache(maxsize=8192)
def canonical_ref(text: str) -> str:
    """The form that all spellings of one reference share; "" where nothing of a reference is there.

    Letters in capitals, leading zeros of each number dropped, and whatever stands between two numbers a dot.
    """
    words = re.findall(r"\d+|[^\W\d_]+", text.upper())
    kept = [word.lstrip("0") or "0" if word.isdecimal() else word for word in words]
    apart = [word.isdecimal() and before.isdecimal() for before, word in zip(["", *kept], kept, strict=False)]
    return "".join(f".{word}" if number else word for number, word in zip(apart, kept, strict=True))


def ref_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which 1.2.10 stands after 1.2.9, and numbers before letters."""
    tokens = re.findall(r"\d+|[^\W\d_]+", text.upper())
    return tuple(_number_order(word.lstrip("0")) if word.isdecimal() else (1, 0, word) for word in tokens)


_NO_REF = ("", "NA", "NONE", "NIL")


def _number_order(digits: str) -> tuple[int, int, str]:
    """Numbers by their length, then by their digits: the same order, and no limit to how long they may be."""
    return (0, len(digits), digits)


def _without_label(line: str) -> str:
    return re.sub(r"^(?:\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]+\))\s+(?=\S)", "", line)
