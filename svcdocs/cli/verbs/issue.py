"""The verb issue: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from svcdocs.cli.console import progress, say
from svcdocs.cli.options import folder_argument, today_option


@click.command(short_help="Write the workbooks that go out to those who fill them in.")
@folder_argument
@click.option(
    "--from", "plans_from", type=click.Path(path_type=Path), help="Start from the content of this plans.json."
)
@click.option("--only", default="", metavar="NAME", help="Only the workbooks of this service, team or contributor.")
@today_option
def issue(folder: Path, plans_from: Path | None, only: str, today: date) -> int:
    """Write a workbook for each contributor into issued/DATE, with the framework's lists in its drop-downs.

    Who contributes what stands in the framework, on its sheet 'Who fills in what'. Where that is blank, each service
    gets one workbook.

    Example: svcdocs issue fenmoor-2027 --from fenmoor-2026/output/data/plans.json
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.cli.told import tell_findings
    from svcdocs.commands.issue import issue as run
    from svcdocs.project import Project

    with progress() as tell:
        issued = run(Project.open(folder), today, tell, plans_from=plans_from, only=only)
    if issued.findings:
        tell_findings(issued.findings)
    count = len(issued.workbooks)
    say(f"Wrote {count} workbook{'' if count == 1 else 's'} into {issued.folder}:")
    for contributor, path in issued.workbooks.items():
        say(f"  {path.name}  ({contributor})")
    say(f"Next: send each to whom it is for. What comes back goes into {folder / 'workbooks'};")
    say(f"then type: svcdocs check {folder}")
    return 0
