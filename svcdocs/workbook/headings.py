"""Headings as people type them: what they change by accident makes no other heading."""

from __future__ import annotations

import re


def fold(text: str) -> str:
    """A heading without what people change by accident: case, blanks, marks at the ends."""
    return re.sub(r"[\s\u00a0\u200b\ufeff]+", " ", text).strip(" *:.").casefold()
