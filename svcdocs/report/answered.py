"""The part of a letter about reasons: which matters each of them was taken to answer, and how to answer one alone."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.model.findings import in_short
from svcdocs.model.letters import Answered, Letter

ANSWERED = "What your reasons answer"
"""The heading of the part."""
_HOW = (
    "We do not ask again about what you have given a reason for. If a reason is not about all that stands below it, "
    "begin it with the heading of the column it is about, such as '{}: …': it then answers that alone, and we ask "
    "about the others."
)
_MOST = 12


def answered_lines(letter: Letter) -> Iterator[str]:
    """The reasons, those first that were taken to answer more than one matter; nothing where there are none."""
    told = sorted(letter.answered, key=lambda one: len(one.matters) == 1)
    several = [one for one in told if len(one.matters) > 1]
    if several:
        yield _HOW.format(next((field for one in several for _, field, _ in one.matters if field), "Finish by"))
    shown = told[: max(_MOST, len(several))]
    for one in shown:
        yield f"- Sheet {one.sheet}, cell {one.cell}: '{in_short(one.reason)}' was taken as the answer to:"
        yield from (f"  - {place}: {message}" for place, message in _matters(one))
    if more := len(told) - len(shown):
        yield f"- and {more:,} more, each about one matter of its row"


def _matters(one: Answered) -> Iterator[tuple[str, str]]:
    for cell, field, message in one.matters:
        yield (f"cell {cell}, under '{field}'" if field else f"cell {cell}"), message
