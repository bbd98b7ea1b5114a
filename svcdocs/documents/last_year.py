"""What has changed since last year, as an appendix says it: a table for each fate, and the counts in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import labelled, lines, plain, written
from svcdocs.documents.setting import Setting
from svcdocs.model.accounts import ACTION, INDICATOR, OBJECTIVE
from svcdocs.model.as_written import canonical_ref
from svcdocs.model.continuity import Fate, Heir, Past
from svcdocs.model.framework import Priority
from svcdocs.model.text import Text
from svcdocs.model.wordings import wording_of
from svcdocs.model.words import Words

ORDER = (Fate.DROPPED, Fate.MISSING, Fate.MERGED, Fate.REDATED, Fate.DONE, Fate.CARRIED)
"""The tables in the order in which a reader wants them: what is gone first."""


@dataclass(frozen=True, slots=True)
class FateRow:
    """One objective, action or indicator of last year."""

    service: str
    """The service that answers for it."""
    ref: Text
    """Its reference where it had one, and what kind it was."""
    was: str
    """What it was; in the corporate plan behind its reference."""
    became: Text
    """What has become of it: what it is now, its new end, or why it is dropped and who was asked."""


@dataclass(frozen=True, slots=True)
class FateTable:
    """Those of one fate."""

    heading: str
    """What has become of them."""
    became: str
    """What stands over the last column."""
    rows: tuple[FateRow, ...]
    """Each of them, in the order of the services and sheets."""


@dataclass(frozen=True, slots=True)
class LastYearPart:
    """The appendix of one service's plan."""

    lead: Text
    """How many there were, and what has become of them, in sentences."""
    tables: tuple[FateTable, ...]
    """A table for each fate that any has."""


def last_year_part(setting: Setting) -> LastYearPart | None:
    """What has become of what a service's plan had last year; None where nobody knows that, or it had nothing."""
    last = setting.cycle.last_year
    pasts = last.of(setting.plan.service) if last else ()
    if last is None or not pasts:
        return None
    words = setting.words
    had = words.since_there_were_in if last.year else words.since_there_were
    return LastYearPart(
        lead_of(
            pasts, had.format(year=last.year, count=len(pasts)), len(last.new.get(setting.plan.service, ())), words
        ),
        fate_tables(pasts, words, ORDER, setting.plan.service),
    )


def lead_of(pasts: Sequence[Past], had: str, new: int, words: Words) -> Text:
    """The sentences over the tables: how many there were, what has become of how many, how many are new."""
    patterns = _patterns(words)
    counts = ((sum(past.fate is fate for past in pasts), patterns[fate]) for fate in patterns)
    said = ", ".join(pattern.format(count=count) for count, pattern in counts if count)
    return lines([" ".join((had, words.since_of_these.format(counts=said), words.since_new.format(count=new)))])


def fate_tables(pasts: Iterable[Past], words: Words, fates: Sequence[Fate], service: str = "") -> tuple[FateTable, ...]:
    """A table for each of some fates that any has; ``service`` is the one whose plan it is, "" for the council's.

    What goes on as it was has not changed: it stands in no table.
    """
    of: dict[Fate, list[Past]] = {fate: [] for fate in fates}
    for past in pasts:
        if past.fate in of and (past.fate is not Fate.CARRIED or any(_moved(past, words))):
            of[past.fate].append(past)
    heads = _heads(words)
    return tuple(
        FateTable(*heads[fate], tuple(_row(past, words, service) for past in found))
        for fate, found in of.items()
        if found
    )


def _row(past: Past, words: Words, service: str) -> FateRow:
    kind = {OBJECTIVE: words.since_objective, ACTION: words.since_action, INDICATOR: words.since_indicator}[past.kind]
    was = past.was or words.not_given
    return FateRow(
        service=past.service,
        ref=lines([past.ref, kind]),
        was=was if service else " ".join((*([past.ref] if past.ref else []), was)),
        became=_BECAME[past.fate](past, words),
    )


def _done(past: Past, words: Words) -> Text:
    said = words.since_reported_done if past.found == "status" else words.since_said_done
    return plain(past.why) if past.why else lines([said])


def _carried(past: Past, words: Words) -> Text:
    return lines(_moved(past, words))


def _redated(past: Past, words: Words) -> Text:
    before, after = (" / ".join(end.split("\n")) for end in past.ends)
    return lines([words.since_end.format(before=before, after=after), *_moved(past, words)])


def _merged(past: Past, words: Words) -> Text:
    return lines([*(named(heir, past.service, words) for heir in past.heirs), *past.why.split("\n")])


def _dropped(past: Past, words: Words) -> Text:
    asked = past.asked or (words.since_withdrawn if past.found == "withdrawn" else words.not_given)
    why = plain(written(past.why, words.not_given))
    return Text(blocks=(*labelled(words.since_reason, why), *labelled(words.since_asked, plain(asked))))


def _missing(_: Past, words: Words) -> Text:
    return lines([words.since_nothing_known])


_BECAME: dict[Fate, Callable[[Past, Words], Text]] = {
    Fate.DONE: _done,
    Fate.CARRIED: _carried,
    Fate.REDATED: _redated,
    Fate.MERGED: _merged,
    Fate.DROPPED: _dropped,
    Fate.MISSING: _missing,
}


def named(heir: Heir, service: str, words: Words) -> str:
    """What something is now: its reference and words; with its service, where that is another than ``service``."""
    record = heir.record
    text = record.text if isinstance(record, Priority) else wording_of(record)
    said = " ".join(part for part in (record.ref.text.strip(), *text.plain.split()) if part) or words.not_given
    is_elsewhere = heir.service and heir.service != service
    return words.since_in_service.format(what=said, service=heir.service) if is_elsewhere else said


def _moved(past: Past, words: Words) -> Iterator[str]:
    """What a record is called now, where that is not what it was called; and where it was found by its words, that."""
    for heir in past.heirs:
        said = named(heir, past.service, words)
        if canonical_ref(said) != canonical_ref(f"{past.ref} {past.was}"):
            yield words.on_its_own.format(value=said, note=words.since_other_words) if past.found == "text" else said


def _patterns(words: Words) -> dict[Fate, str]:
    return {
        Fate.CARRIED: words.since_carried,
        Fate.DONE: words.since_done,
        Fate.REDATED: words.since_redated,
        Fate.MERGED: words.since_merged,
        Fate.DROPPED: words.since_dropped,
        Fate.MISSING: words.since_missing,
        Fate.AWAITED: words.since_awaited,
    }


def _heads(words: Words) -> dict[Fate, tuple[str, str]]:
    return {
        Fate.DONE: (words.since_done_heading, words.since_done_how),
        Fate.CARRIED: (words.since_changed_heading, words.since_carried_how),
        Fate.REDATED: (words.since_redated_heading, words.since_redated_how),
        Fate.MERGED: (words.since_merged_heading, words.since_merged_how),
        Fate.DROPPED: (words.since_dropped_heading, words.since_dropped_how),
        Fate.MISSING: (words.since_missing_heading, words.since_missing_how),
    }
