"""The verb compare: its arguments and what it prints."""

from __future__ import annotations

import itertools
from pathlib import Path

import click

from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import format_option


@click.command(short_help="Say what has changed between two years, cycles or versions.")
@click.argument("before", type=click.Path(path_type=Path), metavar="A")
@click.argument("after", type=click.Path(path_type=Path), metavar="B")
@click.option(
    "--write",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Also write it in Word: the schedule of all changes, and for each portfolio holder only what is theirs.",
)
@format_option
def compare(before: Path, after: Path, *, write: Path | None, output_format: str) -> int:
    """Say what has changed from A to B, record by record and field by field.

    A and B are each the folder of a cycle, or a plans.json that svcdocs export wrote: keep one of each version that
    goes to Cabinet or Council, and of each year.

    Example: svcdocs compare cabinet/plans.json fenmoor-2027 --write changes
    """
    from svcdocs.cli.told import tell_unwritten
    from svcdocs.cli.wrapping import say_heading, say_wrapped
    from svcdocs.commands.compare import as_json, summary, write_sheets
    from svcdocs.commands.compare import compare as run
    from svcdocs.comparison.told import told
    from svcdocs.excel.guarded import start as start_reading
    from svcdocs.model.terms import terms_of

    if before.is_dir() or after.is_dir():
        start_reading()  # it becomes ready while all the rest is loaded
    with progress() as tell:
        found = run(before, after, tell)
    published = write_sheets(found, write, after) if write else None
    if output_format == "json":
        say_json(as_json(found))
    else:
        terms = terms_of(found.after.framework)
        for service, own in itertools.groupby(found.changes, key=lambda change: change.service):
            say_heading(service or "What holds for all services")
            for line in told(own, terms):
                say_wrapped(line, indent=2)
        if found.changes:
            say()
        for line in found.not_compared:
            say_wrapped(line, hang=0)
        say_wrapped(summary(found), hang=0)
        if published:
            say(f"Wrote {len(published.results)} documents into {write}.")
    return tell_unwritten(published) if published else 0
