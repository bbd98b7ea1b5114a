"""By what a record is known: the key nobody else should have, the words that name it, and what a sentence calls it."""

from __future__ import annotations

from svcdocs.comparison.values import cells_of, written
from svcdocs.model.about import About
from svcdocs.model.accounts import Account
from svcdocs.model.as_written import Ref
from svcdocs.model.base import Record
from svcdocs.model.changes import How
from svcdocs.model.finance import ControlTotal
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.organisation import Contributor, Person, Service
from svcdocs.model.requests import Answer, Notice
from svcdocs.model.resources import Bid, MoneyLine, Post
from svcdocs.model.service_plan import Action, Declaration, Indicator, ListEntry, Partner, Passage, Risk

_NAMED_BY: dict[type[Record], tuple[str, ...]] = {
    Account: ("was",),
    About: ("council",),
    Action: ("title",),
    Indicator: ("name",),
    Risk: ("cause",),
    Partner: ("name",),
    Post: ("team", "title"),
    MoneyLine: ("heading", "kind", "fund", "team"),
    Bid: ("what",),
    Answer: ("title", "what"),
    Notice: ("what",),
    Passage: ("section", "team"),
    ListEntry: ("heading", "text"),
    Declaration: ("contributor",),
    ControlTotal: ("service", "kind", "fund"),
    Service: ("service", "team"),
    Person: ("name", "post"),
    Contributor: ("who",),
}
"""The fields by which a sentence calls a record, besides its reference."""
_TOLD_BY: dict[type[Record], tuple[str, ...]] = {Passage: ("text",), ListEntry: ("text",)}
"""The fields whose words tell a record from others, where they are not those by which it is called."""
_PLACED_BY: dict[type[Record], tuple[str, ...]] = {Passage: ("section", "team"), Declaration: ("contributor",)}
"""The fields that say where a record without a reference belongs, if only one belongs there."""
_USUAL = ("text", "title", "name", "heading", "key", "term", "part")


def key_of(record: Record) -> tuple[str, How]:
    """What only this record should have in its part, and how that is called: its reference, or the place it fills."""
    ref = getattr(record, "ref", None)
    if isinstance(ref, Ref):
        return ref.canonical, "ref"
    names = _PLACED_BY.get(type(record), ())
    places = [folded(written(getattr(record, name))) for name in names]
    return ("\n".join(places) if any(places) else ""), "place"


def words_of(record: Record) -> str:
    """The words that tell a record from others; "" where it has none."""
    names = _TOLD_BY.get(type(record)) or _named_by(record)
    return " ".join(said for name in names if (said := written(getattr(record, name))))


def all_words_of(record: Record) -> str:
    """Everything a record says."""
    return "\n".join(said for cell in cells_of(record).values() if (said := written(cell)))


def other_words_of(record: Record) -> str:
    """Everything a record says beside its reference and the words that tell it from others."""
    names = {"ref", *(_TOLD_BY.get(type(record)) or _named_by(record))}
    return "\n".join(said for key, cell in cells_of(record).items() if key not in names and (said := written(cell)))


def called(record: Record) -> str:
    """A record as a sentence calls it: "HC1.2 Open the new hub"; never blank."""
    ref = in_short(written(getattr(record, "ref", "")))
    said = [in_short(words) for name in _named_by(record) if (words := written(getattr(record, name)))]
    words = ", ".join(said) or ("" if ref else in_short(all_words_of(record)))
    return " ".join(part for part in (ref, words) if part) or "one without a name"


def _named_by(record: Record) -> tuple[str, ...]:
    fields = type(record).model_fields
    usual = next(((name,) for name in _USUAL if name in fields), ())
    return _NAMED_BY.get(type(record), usual)
