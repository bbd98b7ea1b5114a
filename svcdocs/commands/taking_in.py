"""One return taken in: kept for ever, and put into the workbooks folder as it is or merged with another copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from svcdocs.commands.arrivals import Arrival
from svcdocs.commands.copies import Copies, is_news
from svcdocs.comparison.shares import Shares
from svcdocs.errors import SvcdocsError
from svcdocs.files import remove, sha256_of, sha256_of_file
from svcdocs.project import Archive, Event, Filed, History, Project, What, file_name
from svcdocs.workbook.shares import share_in

_UNREADABLE = ("cell-error", "formula-not-calculated")
"""Findings of reading by which a cell says nothing that can be merged."""


@dataclass(frozen=True)
class Taken:
    """What became of one return.

    ``version`` is its number in the archive; ``lies`` the workbook that counts after it, None where the return changes
    nothing of that. ``before`` is what it is compared with and ``since`` what that is called; ``notes`` and ``clashes``
    are told to whoever sent it, ``for_officer`` to the policy officer alone.
    """

    archive: Archive
    version: int
    new: Arrival
    lies: Arrival | None = None
    before: Shares | None = None
    since: str = ""
    notes: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    for_officer: tuple[str, ...] = ()


def take_in(new: Arrival, copies: Copies, today: date, *, alone: bool = False) -> Taken:
    """Keep a return and make it, or what it gives with the last one, the workbook that counts.

    ``alone`` says that it replaces the last one, whatever that holds.

    Raises:
        SvcdocsError: it cannot be merged, or something cannot be written; nothing has changed then.
    """
    last_event = copies.history.current
    if last_event is None:
        return _first(new, copies, today)
    last, called = copies.version(last_event), _called(last_event.version, copies)
    if last is None or not lies_there(copies.project, copies.history):
        why = "cannot be read any more" if last is None else "is no longer in the workbooks folder"
        return _first(new, copies, today, f"{called.capitalize()} {why}: this one counts alone.")
    if alone:
        return _next(new, copies, today, last_event, last)
    return _beside_the_last(new, copies, today, last_event, last)


def lies_there(project: Project, history: History) -> bool:
    """Whether there is anything in the place where the workbook of a contributor was put last."""
    return history.last is not None and (project.folder / history.last.place).is_file()


def place_of(new: Arrival, copies: Copies) -> Path:
    """Where the workbook of a contributor lies; its ending stays."""
    name = f"{file_name(copies.history.contributor)}{new.path.suffix.lower()}"
    return copies.project.workbooks_dir / name


def clear_away(project: Project, before: Archive, after: Archive, contributor: str) -> Iterator[str]:
    """Take what lay in the workbooks folder under another name out of it, if it is kept; told where it stays."""
    was, now = before.history(contributor).last, after.history(contributor)
    if was is None or now.last is None or not was.place or was.place.casefold() == now.last.place.casefold():
        return
    path = project.folder / was.place
    if path.is_file() and not (now.keeps(sha256_of_file(path)) and remove(path)):
        yield f"{was.place} is still there and holds an older version: take it out of the folder."


def _first(new: Arrival, copies: Copies, today: date, *notes: str) -> Taken:
    sent = copies.sent_out(new.reading.identity)
    archive = _record(new, copies, today, [Filed(What.RECEIVED, new.content, new.name)], new.content)
    since = "what was sent out" if sent else ""
    return _taken(archive, new, lies=new, before=share_in(sent.reading) if sent else None, since=since, notes=notes)


def _beside_the_last(new: Arrival, copies: Copies, today: date, last_event: Event, last: Arrival) -> Taken:
    """What two workbooks give together: the new one where it goes on from the last, else what both say."""
    if new.reading.is_untouched:
        return _kept(new, copies, today, 0, f"It is as it was sent out, so version {last_event.version} stays.")
    origin = copies.origin_of(new)
    if origin == last_event.version:
        return _next(new, copies, today, last_event, last)
    base = copies.says(origin, new)
    has_news = base is None or is_news(base, share_in(new.reading))
    typed_back = copies.typed_back(origin, new, last)
    if not has_news and not typed_back:
        note = f"All it says stands in {_called(origin, copies)} too, so version {last_event.version} stays."
        return _kept(new, copies, today, origin, note)
    return _merged(new, copies, today, origin, last, typed_back=typed_back)


def _next(new: Arrival, copies: Copies, today: date, last_event: Event, last: Arrival) -> Taken:
    filed = Filed(What.RECEIVED, new.content, new.name, after=(last_event.version,))
    archive = _record(new, copies, today, [filed], new.content)
    since = _called(last_event.version, copies)
    return _taken(archive, new, lies=new, before=share_in(last.reading), since=since)


def _kept(new: Arrival, copies: Copies, today: date, origin: int, note: str) -> Taken:
    """A return that changes nothing is kept like every other."""
    filed = Filed(What.RECEIVED, new.content, new.name, after=_from(origin))
    archive = copies.archive.record(copies.history.contributor, [filed], today)
    return _taken(archive, new, notes=(note,))


def _merged(
    new: Arrival, copies: Copies, today: date, origin: int, last: Arrival, *, typed_back: tuple[str, ...]
) -> Taken:
    """Two people's copies as one workbook: where they differ, the one saved later stands, and edits that were kept.

    ``typed_back`` is what may have been typed back in the new one, to be asked about.
    """
    last_event = copies.history.current
    assert last_event is not None
    is_older = bool(new.saved) and last_event.what is What.RECEIVED and last.saved > new.saved
    new_first = not is_older and last_event.what is not What.EDITS_KEPT
    merger = copies.merge(origin, new, last, new_first=new_first)
    number = copies.archive.next_version(copies.history)
    asked = (*merger.clashes, *typed_back)
    filed = [
        Filed(What.RECEIVED, new.content, new.name, after=_from(origin)),
        Filed(
            What.MERGED,
            merger.content,
            f"{file_name(copies.history.contributor)} merged.xlsx",
            after=(last_event.version, number),
            open=asked,
        ),
    ]
    whole = replace(new, path=Path(filed[1].name), content=merger.content)
    archive = _record(whole, copies, today, filed, merger.content)
    lies = replace(copies, archive=archive).version(archive.history(copies.history.contributor).events[-1])
    note = (
        f"It was not made from {_called(last_event.version, copies)}, but like that from {_called(origin, copies)}: "
        "the two were merged, record by record."
    )
    send = f"Send {place_of(new, copies).with_suffix('.xlsx').name} from the workbooks folder with the letter."
    way = f'To take this one alone, type: svcdocs receive --put-back "{copies.history.contributor}" --version {number}'
    taken = _taken(archive, new, lies=lies, before=share_in(last.reading), since=_called(last_event.version, copies))
    return replace(taken, notes=(note, *_unread_in(new)), clashes=asked, for_officer=(send, way))


def _unread_in(new: Arrival) -> Iterator[str]:
    """What of a return was not merged, since its cells cannot be read: what stood there before stays."""
    for finding in new.reading.findings:
        if finding.code in _UNREADABLE and finding.where is not None:
            stays = "What was there before stays: type it again if it changed."
            yield f"On {finding.where.sheet}, {finding.message} {stays}"


def _record(new: Arrival, copies: Copies, today: date, filed: list[Filed], content: bytes) -> Archive:
    """Keep and place a workbook; what lies in its place must be kept already."""
    place = place_of(new, copies)
    if place.is_file() and not copies.history.keeps(sha256_of_file(place)):
        name = copies.project.name_of(place)
        raise SvcdocsError(
            f"nobody knows whose {name} is, so it is not written over",
            "take it out of the folder, or put right what `svcdocs check` says of it",
        )
    return copies.archive.record(copies.history.contributor, filed, today, workbook=(place, content))


def _taken(
    archive: Archive,
    new: Arrival,
    *,
    lies: Arrival | None = None,
    before: Shares | None = None,
    since: str = "",
    notes: tuple[str, ...] = (),
) -> Taken:
    event = archive.history(new.whose.contributor).known(sha256_of(new.content))
    assert event is not None
    return Taken(archive, event.version, new, lies, before, since, notes)


def _from(origin: int) -> tuple[int, ...]:
    return (origin,) if origin else ()


def _called(version: int, copies: Copies) -> str:
    event = copies.history.versions.get(version)
    return f"version {version} of {event.date}" if event else "what was sent out"
