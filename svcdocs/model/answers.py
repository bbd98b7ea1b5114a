"""Short answers as people give them in a cell: yes and no."""

from __future__ import annotations


def is_yes(written: str) -> bool:
    """Whether a cell that asks for Yes says so; blank and everything else is no."""
    return written.strip().casefold() in ("yes", "y", "true")
