"""What has changed since last year in all services, as the corporate plan says it: counts by service, then each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.last_year import FateTable, fate_tables, lead_of
from svcdocs.model.continuity import Fate, Past
from svcdocs.model.text import Text

_LISTED = (Fate.DROPPED, Fate.MISSING, Fate.MERGED, Fate.REDATED)
"""The fates that are told one by one; of the others there are only the counts."""


@dataclass(frozen=True, slots=True)
class FateCounts:
    """What has become of what one service had, or all of them, in numbers that add up."""

    service: str
    """The service; a word for all of them in the last row."""
    all: str
    """How many there were."""
    done: str
    """How many are done."""
    carried: str
    """How many are carried over."""
    redated: str
    """How many have a new end."""
    merged: str
    """How many are merged."""
    dropped: str
    """How many are dropped."""
    open: str
    """How many are not accounted for yet, or awaited."""


@dataclass(frozen=True, slots=True)
class CorporateLastYear:
    """The appendix of the corporate plan."""

    lead: Text
    """How many there were in all services, and what has become of them, in sentences."""
    services: tuple[FateCounts, ...]
    """The counts of each service."""
    total: FateCounts
    """Those of all services."""
    tables: tuple[FateTable, ...]
    """What is dropped, not accounted for, merged and re-dated, a table each."""
    unpublished: str
    """How many of these are counted but not for publication, in words; empty where there are none."""


def corporate_last_year(style: Style) -> CorporateLastYear | None:
    """What has become of last year's plans; None where nobody knows that, or they had nothing."""
    last, words = style.setting.cycle.last_year, style.words
    if last is None or not last.pasts:
        return None
    had = words.since_all_in if last.year else words.since_all
    told = [past for past in last.pasts if past.fate in _LISTED]
    shown = [past for past in told if past.is_published]
    hidden = len(told) - len(shown)
    return CorporateLastYear(
        lead=lead_of(
            last.pasts,
            had.format(year=last.year, count=len(last.pasts)),
            sum(map(len, last.new.values())),
            words,
        ),
        services=tuple(_counts(service, last.of(service)) for service in last.services),
        total=_counts(words.since_total, last.pasts),
        tables=fate_tables(shown, words, _LISTED),
        unpublished=words.since_unpublished.format(count=hidden) if hidden else "",
    )


def _counts(service: str, pasts: Sequence[Past]) -> FateCounts:
    def of(*fates: Fate) -> str:
        return f"{sum(past.fate in fates for past in pasts):,}"

    return FateCounts(
        service=service,
        all=f"{len(pasts):,}",
        done=of(Fate.DONE),
        carried=of(Fate.CARRIED),
        redated=of(Fate.REDATED),
        merged=of(Fate.MERGED),
        dropped=of(Fate.DROPPED),
        open=of(Fate.MISSING, Fate.AWAITED),
    )
