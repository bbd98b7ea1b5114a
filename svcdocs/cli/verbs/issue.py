"""The verb issue: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.console import progress, say
from svcdocs.cli.options import folder_argument, today_option

if TYPE_CHECKING:
    from svcdocs.project import Project


@click.command(short_help="Write the workbooks that go out to those who fill them in.")
@folder_argument
@click.option(
    "--from", "plans_from", type=click.Path(path_type=Path), help="Start from the content of this plans.json."
)
@click.option("--only", default="", metavar="NAME", help="Only the workbooks of this service, team or contributor.")
@click.option(
    "--refresh", default="", metavar="NAME", help="Carry this contributor's half-filled workbook over to a new one."
)
@click.option("--file", type=click.Path(path_type=Path), help="With --refresh: carry this workbook over.")
@click.option(
    "--requests", is_flag=True, help="Once plans have come in: what each service asks of others, for those to answer."
)
@today_option
def issue(
    folder: Path, plans_from: Path | None, only: str, *, refresh: str, file: Path | None, requests: bool, today: date
) -> int:
    """Write a workbook for each contributor into issued/DATE, with the framework's lists in its drop-downs.

    Who contributes what stands in the framework, on its sheet 'Who fills in what'. Where that is blank, each service
    gets one workbook.

    With --refresh, what a contributor has filled in so far goes into a new workbook with the framework of today, and
    nothing that was typed is lost.

    With --requests, each service that others need gets a small workbook in which it says to each request whether it can
    help, and by when. Sent out again, it holds what was answered, and asks only for the rest.

    Example: svcdocs issue fenmoor-2027 --from fenmoor-2026/output/data/plans.json
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.project import Project

    if requests:
        if plans_from or refresh or file:
            raise click.UsageError("--requests goes with --only alone")
        return _requests(Project.open(folder), folder, only, today)
    if refresh:
        if plans_from or only:
            raise click.UsageError("--refresh goes with neither --from nor --only")
        return _refresh(Project.open(folder), refresh, file, today)
    if file:
        raise click.UsageError("--file goes with --refresh")
    return _workbooks(Project.open(folder), folder, only, today, plans_from)


def _workbooks(project: Project, folder: Path, only: str, today: date, plans_from: Path | None) -> int:
    from svcdocs.cli.told import tell_findings
    from svcdocs.commands.issue import issue

    with progress() as tell:
        issued = issue(project, today, tell, plans_from=plans_from, only=only)
    if issued.findings:
        tell_findings(issued.findings)
    count = len(issued.workbooks)
    say(f"Wrote {count} workbook{'' if count == 1 else 's'} into {issued.folder}:")
    for contributor, path in issued.workbooks.items():
        say(f"  {path.name}  ({contributor})")
    _say_what_next(project, folder)
    return 0


def _refresh(project: Project, name: str, file: Path | None, today: date) -> int:
    from svcdocs.commands.refresh import refresh

    with progress() as tell:
        done = refresh(project, today, tell, name, file)
    say(f"Carried {done.source} of {done.contributor} over into {done.path}.")
    if done.lines:
        say(
            "It has no column for these any more; they stand in columns of the team's own, whose headings begin with #:"
        )
        for line in done.lines:
            say(f"  {line}")
    say("Next: send it to whom it is for, and receive it when it comes back.")
    return 0


def _requests(project: Project, folder: Path, only: str, today: date) -> int:
    from svcdocs.commands.issue_requests import issue_requests

    with progress() as tell:
        done = issue_requests(project, today, tell, only=only)
    count = len(done.workbooks)
    say(f"Wrote {count} workbook{'' if count == 1 else 's'} of requests into {done.folder}:")
    for contributor, path in done.workbooks.items():
        say(f"  {path.name}  ({_to_answer(*done.to_answer[contributor])})")
    if done.awaited:
        say(f"What these need is not among it, since their plans have not come in: {', '.join(done.awaited)}.")
    _say_what_next(project, folder)
    return 0


def _say_what_next(project: Project, folder: Path) -> None:
    """Where the letters lie that go with workbooks, and what is to be done when these come back."""
    from svcdocs.commands.position import folder_words, on_windows
    from svcdocs.report.typed_lines import typed_line

    say(f"A letter to go with each lies in {project.letters_dir}.")
    say(f"Next: send each to whom it is for. What comes back goes into {folder / 'inbox'};")
    say(f"then type: {typed_line('receive', *folder_words(folder), windows=on_windows())}")


def _to_answer(unanswered: int, count: int) -> str:
    """How many requests of a workbook are to be answered."""
    requests = f"{count} request{'' if count == 1 else 's'}"
    if not unanswered:
        return f"{requests}, all answered"
    return f"{requests} to answer" if unanswered == count else f"{unanswered} of {requests} to answer"
