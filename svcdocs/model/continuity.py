"""What has become of last year's objectives, actions and indicators: one fate for each, and on what it rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from svcdocs.model import accounts
from svcdocs.model.accounts import Account
from svcdocs.model.framework import Priority
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.wordings import wording_of

Kept = Objective | Action | Indicator
"""What has to be accounted for from one year to the next."""
Found = Literal["said", "ref", "text", "status", "withdrawn", ""]
"""On what a fate rests: the team's word, the same reference, near words, last year's status, or this year's status and
reason; blank where it rests on nothing."""


class Fate(StrEnum):
    """What has become of a record of last year."""

    DONE = accounts.DONE
    CARRIED = accounts.CARRIED
    MERGED = accounts.MERGED
    REDATED = accounts.REDATED
    DROPPED = accounts.DROPPED
    MISSING = "Missing"
    AWAITED = "Awaited"


class Odd(StrEnum):
    """What does not fit together in what a team says of a record."""

    STILL_THERE = "said to be gone, and still there"
    NOWHERE = "said to be carried over, and nowhere"
    NO_TARGET = "said to be merged, and not into what"
    UNKNOWN_TARGET = "said to be something now that is not there"
    CLAIMED_TWICE = "said to be what another one is already"
    SAME_END = "said to be re-dated, with the same end"
    NO_REASON = "dropped without a reason"
    NOBODY_ASKED = "dropped, and nobody was asked"


@dataclass(frozen=True, slots=True)
class Heir:
    """What a record of last year is now, or what it was merged into; of no ``service`` where it is the council's."""

    service: str
    record: Kept | Risk | Priority


@dataclass(frozen=True, slots=True)
class Past:
    """One record of last year.

    ``service`` is the one that answers for it now; ``account`` what its team says of it, if it says anything; ``heirs``
    what it is now or was merged into.
    """

    service: str
    kind: str
    record: Kept
    fate: Fate
    found: Found = ""
    heirs: tuple[Heir, ...] = ()
    account: Account | None = None
    odd: tuple[Odd, ...] = ()

    @property
    def ref(self) -> str:
        """Its reference as written last year."""
        return self.record.ref.text.strip()

    @property
    def was(self) -> str:
        """Its words last year, in a line."""
        return " ".join(wording_of(self.record).plain.split())

    @property
    def why(self) -> str:
        """The reason given: on the sheet Last year, or on its row of this year."""
        if self.account is not None and self.account.why:
            return self.account.why.plain
        heir = self.heirs[0].record if self.found == "withdrawn" and self.heirs else None
        return getattr(heir, "reason", "").strip()

    @property
    def asked(self) -> str:
        """Who was asked."""
        return self.account.asked.strip() if self.account is not None else ""

    @property
    def is_published(self) -> bool:
        """Whether it may be told outside: not if its row said no last year, or if what it is now says so."""
        rows = (self.record, *(heir.record for heir in self.heirs))
        return all(folded(getattr(row, "publish", "")) != "no" for row in rows)

    @property
    def ends(self) -> tuple[str, str]:
        """When it was to end and when it is to end now, as written; blank where there is none."""
        now = self.heirs[0].record if len(self.heirs) == 1 else None
        return _end(self.record), _end(now)

    def as_json(self) -> dict[str, Any]:
        """The record and its fate under their published names; what is blank is null."""
        before, now = self.ends
        said: dict[str, Any] = {
            "service": self.service,
            "kind": self.kind,
            "ref": self.ref,
            "was": self.was,
            "fate": self.fate.value,
            "found_by": self.found,
            "now": [str(heir.record.ref).strip() or _words(heir.record) for heir in self.heirs],
            "now_service": self.heirs[0].service if self.heirs else "",
            "end_before": before,
            "end_now": now if self.fate is Fate.REDATED else "",
            "reason": self.why,
            "asked": self.asked,
            "to_settle": [odd.value for odd in self.odd],
        }
        return {name: value if value or isinstance(value, list) else None for name, value in said.items()}


@dataclass(frozen=True, slots=True)
class Continuity:
    """Last year's records with their fates, service by service; and what is new this year.

    ``year`` is last year's first year as the council writes it; ``strays`` are rows of the sheet Last year that are
    about nothing there was, each with its service; ``new`` are the records of this year that none of last year's is.
    """

    year: str
    pasts: tuple[Past, ...] = ()
    strays: tuple[tuple[str, Account], ...] = ()
    new: Mapping[str, tuple[Kept, ...]] = field(default_factory=dict)

    def of(self, service: str) -> tuple[Past, ...]:
        """The records for which one service answers."""
        return tuple(past for past in self.pasts if past.service == service)

    @property
    def services(self) -> tuple[str, ...]:
        """The services that answer for any, in the order in which they come."""
        return tuple(dict.fromkeys(past.service for past in self.pasts))

    def as_json(self) -> dict[str, Any]:
        """Everything under its published names."""
        counts = {fate.value: sum(past.fate is fate for past in self.pasts) for fate in Fate}
        return {"year": self.year or None, "records": [past.as_json() for past in self.pasts], "counts": counts}


def kept_in(plan: ServicePlan) -> dict[str, tuple[Kept, ...]]:
    """What a plan has of each kind that must not disappear; rows that say nothing of their own are left out."""
    return {
        accounts.OBJECTIVE: tuple(row for row in plan.objectives if row.ref or row.text),
        accounts.ACTION: tuple(row for row in plan.all_actions if row.ref or row.title),
        accounts.INDICATOR: tuple(row for row in plan.indicators if row.ref or row.name),
    }


def _end(record: object) -> str:
    return record.finish.text.strip() if isinstance(record, Action) else ""


def _words(record: Kept | Risk | Priority) -> str:
    words = record.text if isinstance(record, Priority) else wording_of(record)
    return " ".join(words.plain.split())


def continuity_schema() -> dict[str, Any]:
    """The JSON Schema of what ``Continuity.as_json`` gives."""
    text, several = {"type": ["string", "null"]}, {"type": "array", "items": {"type": "string"}}
    fates = [fate.value for fate in Fate]
    named = ("service", "ref", "was", "found_by", "now_service", "end_before", "end_now", "reason", "asked")
    fields = dict.fromkeys(named, text) | {
        "kind": {"enum": list(accounts.KINDS)},
        "fate": {"enum": fates},
        "now": several,
        "to_settle": several,
    }
    counts = {"type": "object", "properties": {fate: {"type": "integer"} for fate in fates}}
    records = {"type": "array", "items": {"type": "object", "properties": fields}}
    return {
        "description": "What has become of each objective, action and indicator of last year's plans.",
        "type": ["object", "null"],
        "properties": {"year": text, "records": records, "counts": counts},
    }
