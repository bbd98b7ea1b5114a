"""Short answers as people give them in a cell: yes, no, and several names one a line."""

from __future__ import annotations


def is_yes(written: str) -> bool:
    """Whether a cell that asks for Yes says so; blank and everything else is no."""
    return written.strip().casefold() in ("yes", "y", "true")


def names(written: str) -> tuple[str, ...]:
    """The names in a cell that holds one a line."""
    return tuple(line.strip() for line in written.split("\n") if line.strip())
