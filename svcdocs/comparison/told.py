"""Changes and clashes in the words of a receipt: a line each, and one line for many of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from svcdocs.comparison.values import plain_words
from svcdocs.model.changes import Change, ChangeKind, Clash
from svcdocs.model.findings import in_short
from svcdocs.model.terms import Terms

_NOTHING = "Nothing has changed"
_MANY = 4
"""More changes of one field than this are told together."""
_NAMED = 5
"""So many records are named in a line."""
_BEFORE = 20
"""So many characters are shown before the first that differs, where a value is too long to be shown."""
_PARTS = {
    "passages": ("text", "texts"),
    "swot": ("entry of the SWOT", "entries of the SWOT"),
    "drivers": ("external driver", "external drivers"),
    "council_actions": ("row of council actions", "rows of council actions"),
    "money": ("line of money", "lines of money"),
    "declarations": ("declaration", "declarations"),
}
"""What the records of a part are called, one and several, where the name of the part does not say it."""


def told(changes: Iterable[Change], terms: Terms | None = None) -> tuple[str, ...]:
    """Changes as lines, in their order; one line that says so where there are none.

    "Finish by of HC1 Open a hub: 'March 2028' is now 'June 2028'", "3 actions added: A, B, C". What is written
    otherwise and says the same is only counted. ``terms`` are the council's words for ours.
    """
    words = terms or Terms()
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_kind_of(change), []).append(change)
    lines = [line for group in groups.values() for line in _lines(group, words)]
    return tuple(lines) or (_NOTHING,)


def clash_told(clash: Clash, terms: Terms | None = None) -> str:
    """A clash as a line: both values, and where each stands."""
    where = [f" ({cell})" if cell else "" for cell in (clash.cell_one, clash.cell_other)]
    what = _named(clash.record, clash.step)
    if not clash.title:
        gone, left = (0, 1) if clash.one == "" else (1, 0)
        return f"{what}: {_COPIES[left]} copy{where[left]} has changed it, and {_COPIES[gone]} has taken it out"
    one, other = _excerpts(clash.one, clash.other)
    title = (terms or Terms()).put_into(clash.title)
    return f"{title} of {what}: one copy says {one}{where[0]}, the other {other}{where[1]}"


_COPIES = ("the first", "the second")


def _kind_of(change: Change) -> tuple[str, ...]:
    """What changes that can be told in one line have in common."""
    of_step = change.record if change.step or change.kind is not ChangeKind.CHANGED else ""
    if change.kind is not ChangeKind.CHANGED:
        return change.part, change.kind, change.field, of_step if change.field else ""
    if plain_words(change.before) == plain_words(change.after):
        return ("spelling",)
    return change.part, change.kind, change.field


def _lines(group: Sequence[Change], terms: Terms) -> Iterator[str]:
    first = group[0]
    if first.kind is ChangeKind.MOVED:
        yield _of_order(first, terms)
    elif first.kind is not ChangeKind.CHANGED:
        yield _of_wholes(group, terms)
    elif _kind_of(first) == ("spelling",):
        yield f"{_counted(len(group), 'cell', 'cells')} written in other signs, in the same words: {_list(group)}"
    else:
        yield from _of_cells(group, terms)


def _of_order(change: Change, terms: Terms) -> str:
    if change.field:
        return f"{terms.put_into('Steps')} of {change.record}: in another order"
    words = terms.put_into(_part_words(change.part)[1])
    return f"{words[:1].upper()}{words[1:]}: in another order"


def _of_wholes(group: Sequence[Change], terms: Terms) -> str:
    """Records, or steps of one record, that have come or gone."""
    first = group[0]
    one, several = ("step", "steps") if first.field else _part_words(first.part)
    count = _counted(len(group), terms.put_into(one), terms.put_into(several))
    towards = "to" if first.kind is ChangeKind.ADDED else "from"
    whose = f" {towards} {first.record}" if first.field else ""
    return f"{count} {first.kind}{whose}: {_list(group)}"


def _of_cells(group: Sequence[Change], terms: Terms) -> Iterator[str]:
    """Changes of one field: one by one; those to the same value in one line, and so are many."""
    title = terms.put_into(group[0].title)
    same = Counter((change.before, change.after) for change in group)
    if len(same) == 1 and len(group) > 1:
        one, other = _excerpts(group[0].before, group[0].after)
        yield f"{title} of {_list(group)}: {_is_now(one, other)}"
    elif len(group) > _MANY:
        yield f"{title} of {_counted(len(group), *_part_words(group[0].part))} changed: {_list(group)}"
    else:
        for change in group:
            one, other = _excerpts(change.before, change.after)
            yield f"{title} of {_named(change.record, change.step)}: {_is_now(one, other)}"


def _is_now(before: str, after: str) -> str:
    if before == _BLANK:
        return f"now {after}"
    return f"{before} is taken out" if after == _BLANK else f"{before} is now {after}"


_BLANK = "''"


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Two values in quotation marks, cut where they are long: so that what differs is seen."""
    one, other = " ".join(before.split()), " ".join(after.split())
    start = 0
    if in_short(one) == in_short(other):
        alike = next(
            (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
        )
        start = one.rfind(" ", 0, max(alike - _BEFORE, 0)) + 1
    lead = "…" if start else ""
    return f"'{lead}{in_short(one[start:])}'", f"'{lead}{in_short(other[start:])}'"


def _list(group: Sequence[Change]) -> str:
    """The names of what changes are about, each once; no more than a reader wants."""
    names = Counter(_named("" if change.field == "steps" else change.record, change.step) for change in group)
    shown = [f"{name} ({count} times)" if count > 1 else name for name, count in names.items()]
    more = len(shown) - _NAMED
    return ", ".join(shown) if more <= 1 else f"{', '.join(shown[:_NAMED])} and {more} more"


def _named(record: str, step: str) -> str:
    return f"'{step}' in {record}" if step and record else step or record


def _part_words(part: str) -> tuple[str, str]:
    several = part.replace("_", " ")
    return _PARTS.get(part, (several.removesuffix("s"), several))


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
