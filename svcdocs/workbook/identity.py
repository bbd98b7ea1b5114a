"""What a workbook knows of itself: kept in its hidden document properties, so that its file name may be anything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from svcdocs.model.as_written import Written
from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.text import Block, BlockKind, Run, Text

LAYOUT = "3"  # raised when sheets or headings change, so that an older workbook is known as such

_NAMES = {
    "kind": "workbook",
    "cycle": "cycle",
    "contributor": "contributor",
    "service": "service",
    "team": "team",
    "layout": "layout",
    "issued": "issued",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Which workbook this is.

    ``kind`` is "framework", "service" (it is about one) or "central" (about several); ``issued`` the fingerprint of
    what stood in it when it was sent out, by which a workbook nobody has touched is told from one that somebody has.
    """

    kind: str = ""
    cycle: str = ""
    contributor: str = ""
    service: str = ""
    team: str = ""
    layout: str = ""
    issued: str = ""

    def properties(self) -> dict[str, str]:
        """The document properties that carry it."""
        return {name: getattr(self, field) for field, name in _NAMES.items()}


def identity_of(properties: Mapping[str, str]) -> Identity:
    """The identity in a workbook's document properties; blank where a program has dropped them."""
    return Identity(**{field: properties.get(name, "") for field, name in _NAMES.items()})


def layout_number(identity: Identity) -> int:
    """The layout a workbook was written in; the first, where it does not say."""
    return int(identity.layout) if identity.layout.isdecimal() else 1


def cycle_name(framework: Framework) -> str:
    """The name of a planning cycle, by which a workbook of another council or year is known: "Fenmoor … 2027/28"."""
    return f"{framework.about.council} {framework.about.first_year}".strip()


def is_of_cycle(name: str, framework: Framework) -> bool:
    """Whether the name of a cycle is that of this one, in whatever manner its first year was written then."""
    if name == cycle_name(framework):
        return True
    council, years = framework.about.council.strip(), framework.financial_years
    begins = years.begins(name.removeprefix(council)) if name.startswith(council) else None
    return begins is not None and begins == years.begins(framework.about.first_year)


def fingerprint(records: Mapping[str, Iterable[Record]]) -> str:
    """A hash of what a workbook says, sheet by sheet, that no change of origin or order of sheets moves.

    Only what was typed counts: neither what it means, which a later version may read better, nor blanks, so that a new
    column leaves the fingerprints of older workbooks as they are.
    """
    content = {name: [typed(record) for record in group] for name, group in sorted(records.items())}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def typed(value: object) -> Any:
    """What was typed of a value, as JSON has it: of models all that is not as it is by default.

    The same as ``model_dump`` without defaults, in a fraction of its time: no blank is compared field by field.
    """
    kind: type = type(value)
    manner = _manner(kind)
    return manner(value) if manner is not None else value


@lru_cache(maxsize=256)
def _manner(kind: type) -> Callable[[Any], Any] | None:
    """How values of a type are put into JSON; None for those that go as they are.

    Asked once a type and not once a value: whether something is one of pydantic's models takes long to answer.
    """
    manners: tuple[tuple[type, Callable[[Any], Any]], ...] = (
        (Written, lambda value: {"text": value.text} if value.text else {}),
        (Text, lambda value: {"blocks": [_block(block) for block in value.blocks]} if value.blocks else {}),
        (Record, _record),
        (Mapping, lambda value: {key: typed(held) for key, held in value.items()}),
        (tuple, lambda value: [typed(held) for held in value]),
    )
    return next((manner for base, manner in manners if issubclass(kind, base)), None)


def _record(record: Record) -> dict[str, Any]:
    usual, said = _usual(type(record)), record.__dict__
    set_fields = ((name, said[name]) for name in record.model_fields_set)
    return {name: typed(held) for name, held in set_fields if (held != usual[name] if name in usual else held)}


@lru_cache(maxsize=256)
def _usual(kind: type[Record]) -> Mapping[str, Any]:
    """The answers that stand in a new record of a kind; all its other fields are blank there."""
    defaults = ((name, info.get_default(call_default_factory=True)) for name, info in kind.model_fields.items())
    return {name: default for name, default in defaults if default}


def _block(block: Block) -> dict[str, Any]:
    said: dict[str, Any] = {"runs": [_run(run) for run in block.runs]} if block.runs else {}
    if block.kind is not BlockKind.PARAGRAPH:
        said["kind"] = block.kind.value
    if block.level:
        said["level"] = block.level
    if block.label:
        said["label"] = block.label
    return said


def _run(run: Run) -> dict[str, Any]:
    if not (run.bold or run.italic):
        return {"text": run.text}
    marks = {"bold": run.bold, "italic": run.italic}
    return {"text": run.text} | {mark: True for mark, is_on in marks.items() if is_on}
