"""Which record of one version is which of another: by reference, then by near text, then by place; one to one."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TypeVar

from svcdocs.comparison.naming import all_words_of, key_of, words_of
from svcdocs.model.base import Record
from svcdocs.model.changes import How, Matched

R = TypeVar("R", bound=Record)


def matched(before: Sequence[R], after: Sequence[R]) -> tuple[Matched[R], ...]:
    """Every record of both versions of one part, once: in the order of ``after``, what is gone behind what it followed."""
    pairs: dict[int, tuple[int, How]] = {}
    free = list(range(len(before)))
    for j, new in enumerate(after):
        key, how = key_of(new)
        for i in free:
            if (key and key_of(before[i])[0] == key) or before[i] == new:
                pairs[j] = (i, how if key else "text")
                free.remove(i)
                break
    for j, new in enumerate(after):
        if j in pairs:
            continue
        for i in free:
            one, other = words_of(before[i]) or all_words_of(before[i]), words_of(new) or all_words_of(new)
            if difflib.SequenceMatcher(None, one, other).ratio() > 0.6:
                pairs[j] = (i, "text")
                free.remove(i)
                break
    found: list[Matched[R]] = []
    gone = {i: Matched(before[i], None) for i in free}
    while 0 in gone and len(gone) and min(gone) == len(found):
        found.append(gone.pop(min(gone)))
    for j, new in enumerate(after):
        if j not in pairs:
            found.append(Matched(None, new))
            continue
        i, how = pairs[j]
        found.append(Matched(before[i], new, how))
        while i + 1 in gone:
            i += 1
            found.append(gone.pop(i))
    return (*found, *gone.values())
