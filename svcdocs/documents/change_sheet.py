"""What has changed between two versions, as a sheet for one portfolio holder or as the schedule of all changes."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from svcdocs.documents.formats import plain
from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.framework import Framework
from svcdocs.model.text import Text
from svcdocs.model.words import Words, capitalised, words_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change."""

    what: str
    """What the change is about: an action, a step of one, an indicator."""
    field: str
    """Which of its answers; "All of it" where all of it has come or gone."""
    before: Text
    """What stood there."""
    after: Text
    """What stands there now."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one part of a plan."""

    heading: str
    """What the part is called."""
    rows: tuple[ChangeRow, ...]
    """Its changes."""


@dataclass(frozen=True, slots=True)
class ServiceChanges:
    """The changes in the plan of one service, or in what holds for all of them."""

    heading: str
    """The service; "What holds for all services" for the rest."""
    groups: tuple[ChangeGroup, ...]
    """Its changes part by part."""


@dataclass(frozen=True, slots=True)
class ChangeSheetContext:
    """All that a change sheet prints."""

    language: str
    """The language of the document."""
    document_title: str
    """The title in the properties of the document."""
    words: Words
    """The council's words for whatever the template says of its own accord."""
    council: str
    """The council's name."""
    title: str
    """What the sheet is called: for whom, or that it is the schedule of all changes."""
    period: str
    """From which version to which."""
    services: tuple[ServiceChanges, ...]
    """The changes service by service; what holds for all of them comes first."""
    not_compared: tuple[str, ...]
    """Of which services nothing could be compared, and why; a sentence each."""


def change_sheet(
    framework: Framework,
    changes: Iterable[Change],
    *,
    before: str,
    after: str,
    holder: str = "",
    services: Collection[str] | None = None,
    not_compared: Iterable[str] = (),
) -> ChangeSheetContext:
    """Lay out the changes between two versions.

    Args:
        framework: that of the later version.
        changes: all changes, service by service.
        before: what the earlier version is called.
        after: what the later version is called.
        holder: the portfolio holder for whom the sheet is; "" for the schedule of all changes.
        services: the services whose changes stand in it, and what others ask of these; None for all, and for what holds
            for all of them.
        not_compared: what could not be compared, a sentence each.
    """
    words, council = words_of(framework), framework.about.council_name
    chosen = [one for one in changes if services is None or one.service in services or one.also in services]
    title = words.changes_for.format(holder=holder) if holder else words.changes_schedule
    return ChangeSheetContext(
        language=framework.about.language.strip() or "en-GB",
        document_title=words.changes_document_title.format(council=council, title=title),
        words=words,
        council=council or words.not_given,
        title=title,
        period=words.changes_from_to.format(before=before, after=after),
        services=tuple(
            ServiceChanges(service or words.changes_of_all, tuple(_groups(list(own), words)))
            for service, own in itertools.groupby(chosen, key=lambda change: change.service)
        ),
        not_compared=tuple(not_compared),
    )


def _groups(changes: Iterable[Change], words: Words) -> Iterable[ChangeGroup]:
    for part, own in itertools.groupby(changes, key=lambda change: change.part):
        yield ChangeGroup(_part(part, words), tuple(_row(change, words) for change in own))


def _part(part: str, words: Words) -> str:
    """What a part is called; one of the framework is called as its field is."""
    called = {
        "actions": words.part_actions,
        "council_actions": words.council_actions,
        "indicators": words.part_indicators,
        "risks": words.part_risks,
        "objectives": words.part_objectives,
        "passages": words.part_passages,
        "swot": words.part_swot,
        "drivers": words.part_drivers,
        "partners": words.part_partners,
        "posts": words.part_posts,
        "money": words.part_money,
        "requests": words.changes_requests,
        "statement": words.changes_statement,
        "columns": words.changes_columns,
        "totals": words.changes_totals,
    }
    return capitalised(called.get(part) or part.replace("_", " "))


def _row(change: Change, words: Words) -> ChangeRow:
    what = words.step_of.format(number=f"‘{change.step}’", action=change.record) if change.step else change.record
    match change.kind:
        case ChangeKind.ADDED:
            return ChangeRow(what, words.changes_whole, plain(words.changes_new), plain(change.after))
        case ChangeKind.REMOVED:
            return ChangeRow(what, words.changes_whole, plain(change.before), plain(words.changes_gone))
        case ChangeKind.MOVED:
            return ChangeRow(
                what or words.changes_all, words.changes_whole, plain(words.dash), plain(words.changes_moved)
            )
    before, after = (plain(text or words.changes_blank) for text in (change.before, change.after))
    return ChangeRow(what, change.title, before, after)
