"""Colours of six hexadecimal digits: read as typed, and how well two of them can be told apart."""

from __future__ import annotations

WHITE, BLACK = "FFFFFF", "000000"
READABLE = 4.5
"""The least contrast between text and what is behind it (WCAG 2.2, 1.4.3)."""
_DIGITS = frozenset("0123456789ABCDEF")


def digits_of(typed: str) -> str:
    """Six hexadecimal digits in capitals, with or without # in front; empty where something else was typed."""
    digits = typed.strip().removeprefix("#").upper()
    return digits if len(digits) == len(WHITE) and set(digits) <= _DIGITS else ""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21 (black on white), as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
