"""The verb circulate: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK, NOTHING_BLOCKS
from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import folder_argument, format_option, today_option

if TYPE_CHECKING:
    from svcdocs.commands.circulate import Frozen, Line


@click.command(short_help="Freeze the copies that go out for reading and signature.")
@folder_argument
@click.option(
    "--service", "services", multiple=True, metavar="NAME", help="Only the plan of this service; may be repeated."
)
@today_option
@format_option
def circulate(folder: Path, *, services: tuple[str, ...], today: date, output_format: str) -> int:
    """Copy the documents that are built into a folder of their version, where they stay what they are.

    Each copy is called by its service, version, status and date, such as "Housing - Service plan 2027-28 - Draft 3 -
    14 February 2027.docx", and is written down in circulated.jsonl. Send these copies out, and not those in output.

    A document that was edited, or that says something else than the workbooks, is left out and told. What was once
    circulated as Draft 3 is never replaced: what has changed since goes out as Draft 4. From then on the page for those
    who sign says what has changed since the version that was circulated before.

    Example: svcdocs circulate fenmoor-2027
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.commands.circulate import circulate as run
    from svcdocs.commands.position import folder_words, on_windows
    from svcdocs.project import Project
    from svcdocs.report.typed_lines import typed_line

    with progress() as tell:
        frozen = run(project := Project.open(folder), today, tell, only=services)
    if output_format == "json":
        say_json(frozen.as_json())
    else:
        _tell(frozen, project.name_of(frozen.folder), typed_line("build", *folder_words(folder), windows=on_windows()))
    return FINDINGS_BLOCK if frozen.blocks else NOTHING_BLOCKS


def _tell(frozen: Frozen, folder: str, build: str) -> None:
    from svcdocs.cli.wrapping import say_heading, say_table, say_wrapped
    from svcdocs.commands.circulate import NOT

    say_table([(line.outcome, _told(line)) for line in frozen.lines], indent=0)
    say()
    is_any = any(line.outcome != NOT for line in frozen.lines)
    say(f"To send out: the copies in {folder}" if is_any else "There is nothing to send out.")
    remedies = dict.fromkeys(line.remedy for line in frozen.lines if line.remedy)
    if remedies:
        say_heading("What to do about the others")
    for remedy in remedies:
        say_wrapped(f"{remedy[:1].upper()}{remedy[1:]}.", indent=2)
    if any("build again" in remedy for remedy in remedies):
        say(f"  {build}")
    if frozen.not_kept or frozen.findings:
        say_heading("Not as it was circulated")
    for file, kept in frozen.not_kept:
        say_wrapped(f"{file}: {kept}. Put it back from a backup copy; it is not written over here.", indent=2)
    for finding in frozen.findings:
        say_wrapped(f"{finding.message} {finding.hint}", indent=2)


def _told(line: Line) -> str:
    """The name of a copy; and where there is none to send out, the document with why."""
    return f"{line.document}: {line.why}" if line.why else line.file.rpartition("/")[2]
