"""What the program does without a verb: say where in the year we are, and offer the next steps."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli import boundary
from svcdocs.cli.console import progress, say
from svcdocs.cli.options import today_option

if TYPE_CHECKING:
    from svcdocs.model.position import Position


@click.command(hidden=True)
@today_option
@click.pass_context
def alone(context: click.Context, *, today: date) -> int:
    """Say where in the year the current folder is, and what comes next; in a terminal, run what is chosen."""
    from svcdocs.project.folder import SETTINGS_FILE

    folder = Path()
    if not (folder / SETTINGS_FILE).is_file():
        return _begin(folder.absolute(), SETTINGS_FILE)
    context.ensure_object(boundary.Session).folder = folder
    while True:
        position = _position(folder, today)
        _tell(position)
        if not _is_asked() or not position.steps:
            return boundary.NOTHING_BLOCKS
        chosen = _chosen(position)
        if chosen is None:
            return boundary.NOTHING_BLOCKS
        _run(context, chosen)


def _begin(folder: Path, settings: str) -> int:
    """How to begin, where the current folder is no cycle."""
    from svcdocs.cli.wrapping import say_wrapped
    from svcdocs.commands.position import on_windows
    from svcdocs.report.typed_lines import quoted

    inside = sorted(each.parent.name for each in folder.glob(f"*/{settings}"))
    above = next((parent for parent in folder.parents if (parent / settings).is_file()), None)
    say_wrapped("There is no planning cycle in this folder. A cycle is a folder of its own, one for each year.", hang=0)
    say()
    if above or inside:
        place = str(above) if above else inside[0]
        say(f"To go to {'the one this lies in' if above else place}, type:")
        say(f"  cd {quoted(place, windows=on_windows())}")
    say("To start a new one, with a name of your own, type:")
    say("  svcdocs new our-council-2027")
    say("All there is to type:")
    say("  svcdocs --help")
    return boundary.NOTHING_BLOCKS


def _position(folder: Path, today: date) -> Position:
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.commands.status import status
    from svcdocs.project import Project

    with progress() as tell:
        return status(Project.open(folder), today, tell, given=folder).position


def _tell(position: Position) -> None:
    from svcdocs.cli.where_it_stands import tell_late, tell_position
    from svcdocs.model.dates import said_day

    say(click.style(f"Today is {said_day(position.today)}.", bold=True))
    tell_position(position)
    tell_late(position.late)


def _is_asked() -> bool:
    """Whether somebody sits at a terminal who can answer."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def _chosen(position: Position) -> str | None:
    """The line that was chosen by its number; None where somebody leaves."""
    most = len(position.steps)
    while True:
        say()
        try:
            typed = input(f"Type a number from 1 to {most} to do it now, or press Enter to leave: ").strip()
        except EOFError:
            say()
            return None
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= most:
            line = position.steps[int(typed) - 1].line
            if line:
                return line
            say("That is not done here: there is nothing to type for it.")
        else:
            say(f"'{typed}' is none of the numbers.")


def _run(context: click.Context, line: str) -> None:
    """Run a line as if it had been typed, within the same boundary."""
    from svcdocs.commands.position import on_windows
    from svcdocs.report.typed_lines import words_of

    group = context.find_root().command
    assert isinstance(group, click.Group)
    say()
    say(click.style(f"> {line}", bold=True))
    boundary.run(group, words_of(line, windows=on_windows()))
    say()
