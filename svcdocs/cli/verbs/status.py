"""The verb status: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import folder_argument, format_option, today_option

if TYPE_CHECKING:
    from svcdocs.commands.documents import Document
    from svcdocs.commands.status import Row, Status


@click.command(short_help="Say how everybody and every document stands, and what comes next.")
@folder_argument
@today_option
@format_option
def status(folder: Path, *, today: date, output_format: str) -> int:
    """Say where in the year the cycle is, how each return and document stands, who is late, and what comes next.

    Example: svcdocs status fenmoor-2027
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.commands.status import status as run
    from svcdocs.project import Project

    with progress() as tell:
        told = run(Project.open(folder), today, tell, given=folder)
    if output_format == "json":
        say_json(told.as_json())
    else:
        _tell(told)
    return 0


def _tell(told: Status) -> None:
    from svcdocs.cli.where_it_stands import in_counts, tell_late, tell_steps
    from svcdocs.cli.wrapping import say_heading, say_table, say_wrapped
    from svcdocs.model.dates import said_day

    today = f"today is {said_day(told.position.today)}"
    say(click.style(f"{told.title}, {today}" if told.title else today.capitalize(), bold=True))
    say_wrapped(told.position.phase, hang=0)
    tell_late(told.position.late)
    if told.rows:
        say_heading("Returns")
        say_table([_stands(row) for row in told.rows])
    for row in told.rows:
        for question in row.standing.open:
            say_wrapped(f"Still to be decided of {row.standing.contributor}: {question}", indent=2)
    if told.documents:
        say_heading("Documents")
        say_table(
            [
                (
                    document.stands.value + (", edited" if document.is_edited else ""),
                    _with(document.name, "; ".join(filter(None, _remarks(document, told)))),
                )
                for document in told.documents
            ]
        )
    say()
    say_wrapped(f"Found in all: {in_counts(told.found) or 'nothing to put right'}.", hang=0)
    if any(told.officer.values()):
        say_wrapped(f"Of these the policy officer's own: {in_counts(told.officer)}.", hang=0)
    tell_steps(told.position)


def _remarks(document: Document, told: Status) -> tuple[str, ...]:
    """What there is to say of a document: what has changed since it was built, when it went out, what was found."""
    from svcdocs.cli.where_it_stands import in_counts

    changed = f"built before the last change of {', '.join(document.because)}" if document.because else ""
    kept = "kept as it is until what blocks it is put right" if document.is_kept else ""
    sent = document.sent.in_words if document.sent else ""
    return changed, kept, sent, in_counts(told.services.get(document.service, {}))


def _stands(row: Row) -> tuple[str, str]:
    """How a return stands: its state, and whose it is with what else there is to say."""
    from svcdocs.cli.where_it_stands import in_counts
    from svcdocs.model.dates import said_day
    from svcdocs.model.states import State

    stand = row.standing
    is_awaited = stand.state in (State.NOT_STARTED, State.STARTED) and row.due is not None
    due = f"{'LATE: was due' if row.is_late else 'due'} {said_day(row.due)}" if is_awaited and row.due else ""
    version = f"version {stand.version} of {stand.received}" if stand.version else ""
    return stand.state.value, _with(stand.contributor, ", ".join(filter(None, (due, version, in_counts(row.found)))))


def _with(name: str, remark: str) -> str:
    return f"{name}: {remark}" if remark else name
