"""The verb trace: its arguments and what it prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.boundary import Session
from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import format_option

if TYPE_CHECKING:
    from svcdocs.commands.trace import Trace
    from svcdocs.report.tracing import Traced

_MOST_WORDS = 2
_MOST_NAMED = 8


@click.command(short_help="Say where an objective, action, indicator or risk comes from and where it is printed.")
@click.argument("given", nargs=-1, required=True, metavar="[FOLDER] REF")
@format_option
@click.pass_context
def trace(context: click.Context, given: tuple[str, ...], *, output_format: str) -> int:
    """Say where something came from, by its reference: the cells, who sent it and when; and where it is printed.

    REF is the reference of an objective, action, indicator, risk or priority, or its whole wording in quotation marks.

    Example: svcdocs trace fenmoor-2027 HC1.3
    """
    from svcdocs.excel.guarded import start as start_reading

    if len(given) > _MOST_WORDS:
        raise click.UsageError('put a reference that has blanks into quotation marks: "NI 14"')
    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.commands.trace import trace as run
    from svcdocs.project import Project

    folder = Path(given[0]) if len(given) == _MOST_WORDS else Path()
    context.ensure_object(Session).folder = folder
    with progress() as tell:
        found = run(Project.open(folder), given[-1], tell)
    if output_format == "json":
        say_json([one.as_json() for one in found])
        return 0
    for number, one in enumerate(found):
        if number:
            say()
        _tell(one)
    if len(found) > 1:
        say()
        say(f"{len(found)} records have the reference {given[-1]}.")
    return 0


def _tell(found: Trace) -> None:
    from svcdocs.cli.told import tell_plainly
    from svcdocs.cli.wrapping import say_heading, say_table

    say(click.style(str(found.one)[:1].upper() + str(found.one)[1:], bold=True))
    _tell_origin(found)
    say_heading("What is written")
    rows = [
        (f"{cell.where.cell if cell.where else ''}  {cell.title}", " / ".join(cell.text.split("\n")))
        for cell in found.cells
    ]
    say_table(rows)
    _tell_linked("It names", found.names)
    _tell_linked("It is named by", found.named_by)
    if found.findings:
        say_heading("What was found")
        for finding in found.findings:
            tell_plainly(finding)
    _tell_printed(found)


def _tell_origin(found: Trace) -> None:
    from svcdocs.cli.wrapping import say_wrapped

    where = f"{found.file}, sheet {found.sheet}" if found.file else "nowhere that can be told"
    say_wrapped(f"Written in {where}.", hang=0)
    stand = found.standing
    if stand is not None:
        version = f"version {stand.version}, received {stand.received}" if stand.version else "not kept on record yet"
        checked = f", checked by {stand.checked_by}" if stand.checked_by else ""
        say_wrapped(f"Sent by {stand.contributor}: {stand.state}, {version}{checked}.", hang=0)
    if found.given:
        say_wrapped(f"It had no reference: {found.given.ref} was given to it on {found.given.given}.", hang=0)


def _tell_linked(head: str, ones: Iterable[Traced]) -> None:
    from svcdocs.cli.wrapping import say_heading, say_wrapped

    found = list(ones)
    if found:
        say_heading(head)
    for one in found[:_MOST_NAMED]:
        say_wrapped(str(one), indent=2)
    if len(found) > _MOST_NAMED:
        say(f"  and {len(found) - _MOST_NAMED} more; --format json has them all")


def _tell_printed(found: Trace) -> None:
    from svcdocs.cli.wrapping import say_heading, say_wrapped
    from svcdocs.commands.beside_names import BESIDE, BOOK
    from svcdocs.commands.documents import Print

    say_heading("Where it is printed")
    for name, stands in found.documents.items():
        places = [one for one in found.printed if one.document == name]
        if not places and name in (*BESIDE, BOOK):
            continue  # each of them prints some kinds of records only
        if not places and stands is Print.BUILT and found.one.service == "" and name != "corporate-plan.docx":
            continue  # a priority need not stand in every service's plan
        remark = "" if stands is Print.BUILT else f" ({'not built yet' if stands is Print.NOT_BUILT else stands})"
        say(f"  {name}{remark}")
        for line, count in Counter(f"{one.how}: {one}" for one in places).items():
            say_wrapped(line if count == 1 else f"{line} ({count} times)", indent=4)
        if not places and stands in (Print.BUILT, Print.STALE):
            say("    nowhere")
