"""The verb check: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK
from svcdocs.cli.console import progress, say, say_json, warn
from svcdocs.cli.options import folder_argument, format_option, today_option

if TYPE_CHECKING:
    from svcdocs.commands.check import Checked


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
    from svcdocs.cli.told import tell_unwritten
    from svcdocs.commands.check import check as run
    from svcdocs.project import Project

    project = Project.open(folder)
    with progress() as tell:
        checked = run(project, tell, files=files, second_reader=second_reader, into=into, today=today, given=folder)
    if output_format == "json":
        say_json(_as_json(checked))
    else:
        kept = [path.name for path in (project.report, project.findings_json) if path.is_file()]
        where = project.name_of(project.output_dir)
        _tell(checked, "" if files else " and ".join(f"{where}/{name}" for name in kept))
    for line in checked.marked.lines:
        warn(line)
    refused = max(tell_unwritten(checked.published), tell_unwritten(checked.marked.published))
    return FINDINGS_BLOCK if checked.blocks else refused


def _as_json(checked: Checked) -> dict[str, Any]:
    from svcdocs.commands.status import position_as_json

    said = checked.as_json() | {"states": [each.as_json() for each in checked.standings]}
    return said | {"position": position_as_json(checked.position) if checked.position else None}


def _tell(checked: Checked, all_in: str) -> None:
    """What was found, then what else there is to know, and last how much it is and what comes next."""
    from svcdocs.cli.told import summary, tell_cleared, tell_groups, tell_owed
    from svcdocs.cli.where_it_stands import states_in_short, tell_next
    from svcdocs.cli.wrapping import say_wrapped

    tell_groups(checked.findings, all_in)
    tell_cleared(len(checked.cleared), gaps_block=checked.gaps_block)
    tell_owed(checked.owed)
    for service, read in checked.files.items():
        say_wrapped(f"Read for {service}: {', '.join(read)}")
    if checked.awaited:
        say_wrapped(f"Awaited from: {', '.join(checked.awaited)}")
    for name in checked.stale:
        say_wrapped(f"Out of date: {name} was built from workbooks that have changed since. Build again.")
    for name in checked.marked.names:
        say_wrapped(f"Wrote {name}.")
    if checked.standings:
        say_wrapped(f"Where everybody stands: {states_in_short(checked.standings)}")
    say()
    say(click.style(summary(checked.findings), bold=True))
    if checked.position:
        tell_next(checked.position, "check")
