"""Printing that works on every console: results to standard output, progress to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any

import click

Progress = Callable[[str, int, int], None]
"""Told by a command as it goes: what it is at, how many are done, how many there are."""


class ReaderGoneError(Exception):
    """Whoever read our standard output stopped reading (``svcdocs check | head``)."""


def make_safe() -> None:
    """Characters that a console has no sign for are printed as "?" instead of ending the program.

    A Windows console or file in cp1252 knows no "→" and no Welsh "ŵ".
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def colour() -> bool | None:
    """False where NO_COLOR asks for none (no-color.org), else None: click colours terminals only."""
    return False if os.environ.get("NO_COLOR") else None


def say(text: str = "") -> None:
    """Prints a line of the result."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise ReaderGoneError from None


def say_json(value: Any) -> None:
    """Prints a result for programs, in plain ASCII, which every code page and pipe passes on unharmed."""
    say(json.dumps(value, indent=2, sort_keys=True))


def warn(text: str) -> None:
    """Prints a line to standard error."""
    with suppress(OSError):
        click.echo(text, err=True)


def forget_reader() -> None:
    """Sends the rest of standard output nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def progress() -> Iterator[Progress]:
    """Shows how far a command is: a bar on a terminal, one plain line for each new thing it is at elsewhere."""
    if not sys.stderr or not sys.stderr.isatty():
        yield _plain_progress()
        return
    from rich.console import Console  # noqa: PLC0415 (a tenth of a second that only terminals need)
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield show


def _plain_progress() -> Progress:
    shown: list[str] = []

    def show(what: str, _done: int, total: int) -> None:
        if what not in shown[-1:]:
            shown.append(what)
            warn(f"{what} ({total})" if total > 1 else what)

    return show
