"""The verb new: its arguments and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from svcdocs.cli.console import say


@click.command(short_help="Start a planning cycle in a new folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--templates", is_flag=True, help="Put copies of the Word templates into the folder, for editing.")
def new(folder: Path, *, templates: bool) -> int:
    """Start a planning cycle: a folder with its settings and a framework workbook to fill in.

    Nothing that is there already is written over.

    Example: svcdocs new fenmoor-2027
    """
    from svcdocs.commands.new import new_cycle
    from svcdocs.commands.position import on_windows
    from svcdocs.report.typed_lines import typed_line

    started = new_cycle(folder, templates=templates)
    say(f"Started a planning cycle in {started.folder}:")
    for path in started.files:
        say(f"  {path}")
    say(
        "Plans are easiest to read with each action a short block of text: write Readable as the form of plan on the"
        " sheet Services and teams, which holds that column folded away at its right."
    )
    line = typed_line("issue", str(started.folder), windows=on_windows())
    say(f"Next: fill in {started.folder / 'framework.xlsx'}, save it, and type: {line}")
    return 0
