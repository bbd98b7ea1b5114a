"""Lines for people: wrapped to the width of a terminal, whole wherever else they go, so that a pipe can be searched."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence

import click

from svcdocs.cli.console import say

_NARROWEST = 40
_WIDEST = 110
"""Longer lines are hard to read, however wide the terminal."""


def width() -> int | None:
    """The columns that may be filled; None where nobody looks at a terminal."""
    if not sys.stdout or not sys.stdout.isatty():
        return None
    return min(max(shutil.get_terminal_size().columns - 1, _NARROWEST), _WIDEST)


def say_wrapped(text: str, *, head: str = "", colour: str | None = None, indent: int = 0, hang: int = 2) -> None:
    """Print a line that may be long: what does not fit goes on further down, indented by ``hang`` more.

    ``head`` is a word or two before the text, in ``colour``, which is never their only sign.
    """
    whole = f"{head}  {text}" if head else text
    lines = _lines(whole, indent, hang)
    first = lines[0]
    if head and colour and first.lstrip().startswith(head):
        first = first.replace(head, click.style(head, fg=colour), 1)
    for line in (first, *lines[1:]):
        say(line)


def say_heading(text: str) -> None:
    """Print a heading, with a blank line before it."""
    say()
    say(click.style(text, bold=True))


def say_table(rows: Sequence[tuple[str, str]], *, indent: int = 2) -> None:
    """Print rows of two columns; what of the second does not fit goes on under itself."""
    first = max((len(row[0]) for row in rows), default=0)
    for one, other in rows:
        say_wrapped(f"{one:<{first}}  {other}".rstrip(), indent=indent, hang=first + 2)


def _lines(text: str, indent: int, hang: int) -> list[str]:
    room, before = width(), " " * indent
    if room is None:
        return [before + text]
    return textwrap.wrap(
        text,
        room,
        initial_indent=before,
        subsequent_indent=before + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
