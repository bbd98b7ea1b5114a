"""What has changed since the version that those who sign have seen, as the page for them says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from svcdocs.documents.formats import bracketed
from svcdocs.model.changes import Change, ChangeKind, Since
from svcdocs.model.findings import in_short
from svcdocs.model.words import Words

_MOST = 10
"""As many records as are told; how many more have changed is told in one line."""
_WORDS_BEFORE = 3
"""As many words stand before the first that differs of two long texts."""


def lead_of(since: Since, words: Words) -> str:
    """The words that lead in to it."""
    return words.signers_changed.format(version=since.version or words.signers_earlier)


def records_changed(since: Since, words: Words) -> Iterator[tuple[str, str]]:
    """Each record that has changed with what has, in the order of the plan; last how many more there are.

    Another order, or other type for the same words, is no change that anybody signs.
    """
    records: dict[tuple[str, str], list[Change]] = {}
    for change in since.changes:
        if change.kind is not ChangeKind.MOVED and not _says_the_same(change):
            records.setdefault((change.part, change.record), []).append(change)
    told = [(record, _told(changes, words)) for (_, record), changes in records.items()]
    yield from told[:_MOST] or [("", words.signers_unchanged)]
    if len(told) > _MOST:
        yield "", words.signers_more_changes.format(count=len(told) - _MOST)


def _told(changes: list[Change], words: Words) -> str:
    first = changes[0]
    if not first.step and not first.title:
        return words.signers_added if first.kind is ChangeKind.ADDED else words.signers_removed
    if len(changes) == 1 and first.kind is ChangeKind.CHANGED:
        pattern = words.signers_was if first.before and first.after else words.signers_now
        pattern = pattern if first.after else words.signers_blank
        before, after = _from_where_they_differ(first.before.split(), first.after.split())
        return pattern.format(field=_field(first, words), before=before, after=after)
    return words.signers_fields.format(fields=", ".join(dict.fromkeys(_field(one, words) for one in changes)))


def _field(change: Change, words: Words) -> str:
    """What of a record has changed: one of its answers, or a step of it."""
    if change.step and not change.title:
        is_new = change.kind is ChangeKind.ADDED
        return f"‘{change.step}’{bracketed([words.signers_added if is_new else words.signers_removed])}"
    return change.title


def _says_the_same(change: Change) -> bool:
    """Whether a field has the same words as before: bold, say, or broken into other lines."""
    return change.kind is ChangeKind.CHANGED and change.before.split() == change.after.split()


def _from_where_they_differ(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Two texts in short. Where both begin alike for longer than that, they begin a little before they differ."""
    shown = [in_short(" ".join(words)) for words in (before, after)]
    if shown[0] != shown[1]:
        return shown[0], shown[1]
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = max(alike - _WORDS_BEFORE, 0)
    one, other = (in_short(" ".join(("…", *words[start:]))) for words in (before, after))
    return one, other
