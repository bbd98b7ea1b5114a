"""The verb check: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK
from svcdocs.cli.console import progress, say, say_json, warn
from svcdocs.cli.options import folder_argument, format_option, today_option


@click.command(short_help="Say everything that is to be put right, cell by cell.")
@folder_argument
@click.option(
    "--file", "files", multiple=True, type=click.Path(path_type=Path), help="Only this workbook. May be given again."
)
@click.option("--second-reader", is_flag=True, help="Read every workbook once more with openpyxl. Slow.")
@click.option(
    "--annotate",
    "into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also write marked copies of the workbooks, and a preview of each plan, into this folder.",
)
@today_option
@format_option
def check(
    folder: Path,
    files: tuple[Path, ...],
    *,
    second_reader: bool,
    into: Path | None,
    today: date,
    output_format: str,
) -> int:
    """Read every workbook and say what is to be put right: which cell, what is wrong, what to do.

    Example: svcdocs check fenmoor-2027
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.cli.told import tell_cleared, tell_findings, tell_owed, tell_unwritten
    from svcdocs.commands.check import check as run
    from svcdocs.project import Project

    with progress() as tell:
        checked = run(Project.open(folder), tell, files=files, second_reader=second_reader, into=into, today=today)
    if output_format == "json":
        say_json(checked.as_json())
    else:
        tell_findings(checked.findings)
        tell_cleared(len(checked.cleared), gaps_block=checked.gaps_block)
        tell_owed(checked.owed)
        for service, read in checked.files.items():
            say(f"Read for {service}: {', '.join(read)}")
        if checked.awaited:
            say(f"Awaited from: {', '.join(checked.awaited)}")
        for name in checked.stale:
            say(f"Out of date: {name} was built from workbooks that have changed since. Build again.")
        for name in checked.marked.names:
            say(f"Wrote {name}.")
    for line in checked.marked.lines:
        warn(line)
    refused = max(tell_unwritten(checked.published), tell_unwritten(checked.marked.published))
    return FINDINGS_BLOCK if checked.blocks else refused
