"""Changes and clashes in the words of a receipt: a line each, and one line for many of a kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from svcdocs.comparison.values import plain_words
from svcdocs.model.changes import Change, ChangeKind, Clash
from svcdocs.model.findings import in_short
from svcdocs.model.terms import Terms

NOTHING = "Nothing has changed"

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
    "council_actions": ("action for council actions", "actions for council actions"),
    "money": ("line of money", "lines of money"),
}
"""What the records of a part are called, one and several, where the name of the part does not say it."""
_SPELLING = ("spelling",)
_SIGNS = re.compile(r"^[^\S\n]*[•–-][^\S\n]+", re.MULTILINE)
"""The signs of bullets at the beginning of lines."""


def told(changes: Iterable[Change], terms: Terms | None = None) -> tuple[str, ...]:
    """Changes as lines, in their order; ``NOTHING`` where there are none. ``terms`` are the council's words for ours.

    "Finish by of HC1 Open a hub: 'March 2028' is now 'June 2028'", "3 actions added: A, B, C". Cells of which only
    blanks, quotation marks, dashes, bullets or bold and italic are others are told in one line.
    """
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_kind_of(change), []).append(change)
    lines = [line for kind, group in groups.items() for line in _lines(kind, group, terms or Terms())]
    return tuple(lines) or (NOTHING,)


def clash_told(clash: Clash, terms: Terms | None = None) -> str:
    """A clash as a line: both values, and where each stands."""
    what = _named(clash.record, clash.step)
    one, other = (f" ({cell})" if cell else "" for cell in (clash.cell_one, clash.cell_other))
    if not clash.title:
        which = f"the first copy{one}" if clash.one else f"the second copy{other}"
        return f"{what}: changed in {which}, taken out in the other"
    mine, theirs = _excerpts(_on_one_line(clash.one), _on_one_line(clash.other))
    return (
        f"{(terms or Terms()).put_into(clash.title)} of {what}: {mine}{one} in one copy, {theirs}{other} in the other"
    )


def _on_one_line(value: str) -> str:
    """A value with its lines parted by strokes, so that they can still be told apart."""
    return " / ".join(line.strip() for line in value.splitlines() if line.strip())


def _kind_of(change: Change) -> tuple[str, ...]:
    """What changes that are told together have in common."""
    if change.kind is not ChangeKind.CHANGED:
        return change.kind, change.part, change.field, change.record if change.field else ""
    if _bare_words(change.before) == _bare_words(change.after):
        return _SPELLING
    return change.kind, change.part, change.field


def _bare_words(value: str) -> str:
    """The words of a value without the signs of its list: a step that has become a bullet says what it said."""
    return plain_words(_SIGNS.sub("", value))


def _lines(kind: tuple[str, ...], group: Sequence[Change], terms: Terms) -> Iterator[str]:
    if kind == _SPELLING:
        count = _counted(len(group), "cell", "cells")
        yield f"{count} with the same words in other signs: {_list(_names(group))}"
    elif group[0].kind is ChangeKind.CHANGED:
        yield from _of_cells(group, terms)
    elif group[0].kind is ChangeKind.MOVED:
        yield _of_order(group[0], terms)
    else:
        yield _of_wholes(group, terms)


def _of_cells(group: Sequence[Change], terms: Terms) -> Iterator[str]:
    """Changes of one field: one by one; those to the same value in one line, and so are many."""
    yield from _named_again([one for one in group if _has_its_name_again(one)])
    group = [one for one in group if not _has_its_name_again(one)]
    if not group:
        return
    title = terms.put_into(group[0].title)
    same = {(change.before, change.after) for change in group}
    if len(same) == 1 < len(group):
        yield f"{title} of {_list(_names(group))}: {_is_now(group[0])}"
    elif len(group) > _MANY:
        yield f"{title} changed {len(group)} times: {_list(_names(group))}"
    else:
        yield from (f"{_cell_named(title, one)}: {_is_now(one)}" for one in group)


def _has_its_name_again(change: Change) -> bool:
    """Whether a row that had no name, or one cut off within a word, is now called by it."""
    if change.step or not change.after or not change.record.endswith(in_short(change.after)):
        return False
    goes_on = change.after.removeprefix(change.before) if change.after.startswith(change.before) else ""
    return not change.before or (change.before[-1].isalnum() and goes_on[:1].isalnum())


def _named_again(group: Sequence[Change]) -> Iterator[str]:
    """Rows that have their names: nothing has come or gone there."""
    for was in ("blank", "cut off"):
        rows = [one.record for one in group if bool(one.before) == (was == "cut off")]
        has = "the row has its name, which was" if len(rows) == 1 else "the rows have their names, which were"
        if rows:
            yield f"{_list(rows)}: {has} {was} before"


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
    if not first.field:
        return f"{count} {first.kind}: {_list(_names(group))}"
    whose = "to" if first.kind is ChangeKind.ADDED else "from"
    return f"{count} {first.kind} {whose} {first.record}: {_list(change.step for change in group)}"


def _is_now(change: Change) -> str:
    before, after = _excerpts(change.before, change.after)
    if not change.before:
        return f"now {after}"
    return f"{before} is now {after}" if change.after else f"{before} is taken out"


def _excerpts(one: str, other: str) -> tuple[str, str]:
    """Two values in quotation marks, cut where they are long: so that what differs is seen."""
    one, other = " ".join(one.split()), " ".join(other.split())
    start = 0
    if in_short(one) == in_short(other):
        alike = (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
        start = one.rfind(" ", 0, max(next(alike, min(len(one), len(other))) - _BEFORE, 0)) + 1
    lead = "…" if start else ""
    return f"'{lead}{in_short(one[start:])}'", f"'{lead}{in_short(other[start:])}'"


def _names(group: Iterable[Change]) -> Iterator[str]:
    return (_named(change.record, change.step) for change in group)


def _cell_named(title: str, change: Change) -> str:
    """A cell in a sentence; an entry of a list is called by the heading it stands under, and needs it but once."""
    name = _named(change.record, change.step)
    return name if name.startswith(f"{title}, ") else f"{title} of {name}"


def _named(record: str, step: str) -> str:
    return f"'{step}' in {record}" if step else record


def _list(names: Iterable[str]) -> str:
    """Names, each once; no more than a reader wants."""
    shown = [f"{name} ({count} times)" if count > 1 else name for name, count in Counter(names).items()]
    more = len(shown) - _NAMED
    between = "; " if any(", " in name for name in shown) else ", "
    return between.join(shown) if more <= 1 else f"{between.join(shown[:_NAMED])} and {more} more"


def _part_words(part: str) -> tuple[str, str]:
    several = part.replace("_", " ")
    return _PARTS.get(part, (several.removesuffix("s"), several))


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
