"""The verb issue: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from svcdocs.cli.console import progress, say
from svcdocs.cli.options import folder_argument, today_option


@click.command(short_help="Write the workbooks that go out to the services.")
@folder_argument
@click.option(
    "--from", "plans_from", type=click.Path(path_type=Path), help="Start from the content of this plans.json."
)
@click.option("--only", default="", metavar="SERVICE", help="Write the workbook of this service only.")
@today_option
def issue(folder: Path, plans_from: Path | None, only: str, today: date) -> int:
    """Write a workbook for each service into issued/DATE, with the framework's lists in its drop-downs.

    Example: svcdocs issue fenmoor-2027 --from fenmoor-2026/output/data/plans.json
    """
    from svcdocs.cli.told import tell_findings
    from svcdocs.commands.issue import issue as run
    from svcdocs.project import Project

    with progress() as tell:
        issued = run(Project.open(folder), today, tell, plans_from=plans_from, only=only)
    if issued.findings:
        tell_findings(issued.findings)
    count = len(issued.workbooks)
    say(f"Wrote {count} workbook{'' if count == 1 else 's'} into {issued.folder}:")
    for service, path in issued.workbooks.items():
        say(f"  {path.name}  ({service})")
    say(f"Next: send each to its service. What comes back goes into {folder / 'workbooks'};")
    say(f"then type: svcdocs check {folder}")
    return 0
