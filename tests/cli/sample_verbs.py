"""Verbs that end in every way a verb can, for the tests of the boundary."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from svcdocs.cli import console, options
from svcdocs.errors import SvcdocsError


@click.command
@options.folder_argument
@options.today_option
@options.format_option
def show(folder: Path, today: date, output_format: str) -> int:
    """Prints what it was given."""
    console.say_json({"folder": folder.name, "today": today.isoformat(), "format": output_format})
    return 1


@click.command
def well() -> None:
    """Ends well, and prints letters and signs that few code pages have."""
    console.say("Ynys Môn → ŵ ✔")


@click.command
def wrong() -> None:
    """Ends with what a user can put right."""
    raise SvcdocsError("the workbook 'ŵ.xlsx'\nis encrypted", "save it without a password")


@click.command
@options.folder_argument
def bug(folder: Path) -> None:
    """Ends with a bug."""
    raise ZeroDivisionError(f"in {folder.name} → ŵ")


@click.command
def stopped() -> None:
    """Ends as when somebody presses Ctrl-C."""
    raise KeyboardInterrupt


@click.command
def long() -> None:
    """Prints more than any pipe holds."""
    for _ in range(20_000):
        console.say("a line of the result that is long enough to fill a pipe before long")


@click.command
def child() -> None:
    """Ends with a broken pipe that is not standard output."""
    raise BrokenPipeError(32, "Broken pipe")


@click.command
def progress() -> None:
    """Shows progress and prints a result."""
    with console.progress() as tell:
        for done in range(3):
            tell("reading workbooks", done, 3)
        tell("writing", 0, 1)
    console.say("done")
