"""Values on their way into a document: what is promised as text or number is asked to be one."""

from __future__ import annotations

import re

_COLOUR = re.compile("[0-9A-Fa-f]{6}|auto")


def number_text(value: object) -> str:
    """A number as Python writes it. Raises TypeError for anything else."""
    if type(value) is int or type(value) is float:
        return str(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(int(value) if isinstance(value, int) else float(value))
    raise TypeError(f"{type(value).__name__} is no number")


def plain_text(value: object) -> str:
    """A text as it is, or a number as text. Raises TypeError for anything else."""
    return str.__str__(value) if isinstance(value, str) else number_text(value)


def colour(value: object) -> str:
    """A colour as six hexadecimal digits, or "auto". Raises ValueError for anything else."""
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        return value
    raise ValueError(f"{value!r} is no colour: write six digits, such as 00703C")
