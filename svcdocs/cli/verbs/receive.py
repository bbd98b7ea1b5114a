"""The verb receive: its arguments and what it prints."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK
from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import folder_argument, format_option, today_option

if TYPE_CHECKING:
    from svcdocs.commands.receive import Received
    from svcdocs.model.states import Standing


@click.command(short_help="Take in what has come back, and give a receipt for it.")
@folder_argument
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option("--replace", "alone", is_flag=True, help="Each return replaces the last one; nothing is merged.")
@click.option(
    "--keep-edits", multiple=True, metavar="NAME", help="Keep what you edited in this contributor's workbook."
)
@click.option("--drop-edits", multiple=True, metavar="NAME", help="Do without what you edited in it.")
@click.option("--put-back", default="", metavar="NAME", help="Make the version before of this contributor count again.")
@click.option("--version", type=click.IntRange(1), help="With --put-back: this version.")
@click.option("--accept", multiple=True, metavar="NAME", help="Mark this contributor's return as accepted; or 'all'.")
@today_option
@format_option
def receive(
    folder: Path,
    files: tuple[Path, ...],
    *,
    alone: bool,
    keep_edits: tuple[str, ...],
    drop_edits: tuple[str, ...],
    put_back: str,
    version: int | None,
    accept: tuple[str, ...],
    today: date,
    output_format: str,
) -> int:
    """Take in what has come back, under any name: put it into the folder inbox first, or give the FILEs.

    Every original is kept for ever in the folder received. Who sent it is known from the workbook itself. A second
    return is a new version; what two people filled in side by side is put together, and what they say differently in
    one cell is told with both values. The receipts lie in output/receipts, to be sent back.

    Example: svcdocs receive fenmoor-2027
    """
    from svcdocs.cli.told import tell_unwritten
    from svcdocs.commands.edits import Choices
    from svcdocs.commands.receive import Orders
    from svcdocs.commands.receive import receive as run
    from svcdocs.project import Project

    if version and not put_back:
        raise click.UsageError("--version goes with --put-back")
    orders = Orders(alone, Choices(keep_edits, drop_edits), put_back, version or 0, accept)
    with progress() as tell:
        received = run(Project.open(folder), today, tell, files=files, orders=orders)
    if output_format == "json":
        say_json(received.as_json())
    else:
        _tell(received)
    refused = tell_unwritten(received.published)
    return FINDINGS_BLOCK if received.blocks else refused


def _tell(received: Received) -> None:
    from svcdocs.cli.told import tell_findings
    from svcdocs.report.receipts import receipt_lines

    for receipt in received.receipts:
        for line in receipt_lines(receipt):
            say(line)
        say()
    if received.findings:
        tell_findings(received.findings)
        say()
    for line in received.lines:
        say(line)
    if not (received.receipts or received.findings or received.lines):
        say("Nothing new has come back.")
    tell_standings(received.standings)


def tell_standings(standings: Iterable[Standing]) -> None:
    """Print where everybody stands, and the questions that are still open."""
    rows = list(standings)
    width = max((len(each.contributor) for each in rows), default=0)
    say()
    say(click.style("Where everybody stands", bold=True))
    for each in rows:
        version = f", version {each.version} of {each.received}" if each.version else ""
        say(f"  {each.contributor:<{width}}  {each.state}{version}")
        for question in each.open:
            say(f"      still to be decided: {question}")
