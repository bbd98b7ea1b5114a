"""The verb export: its arguments and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from svcdocs.cli.console import progress, say
from svcdocs.cli.options import folder_argument


@click.command(short_help="Write the plans as data: plans.json and tables.")
@folder_argument
def export(folder: Path) -> int:
    """Write all that the workbooks say as data into output/data: plans.json, and a CSV table for each kind of record.

    Example: svcdocs export fenmoor-2027
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.cli.told import summary, tell_unwritten
    from svcdocs.commands.export import export as run
    from svcdocs.project import Project

    with progress() as tell:
        exported = run(Project.open(folder), tell)
    say(f"Wrote {len(exported.published.results)} files into {exported.folder}.")
    say(f"In the workbooks: {summary(exported.findings)}")
    return tell_unwritten(exported.published)
