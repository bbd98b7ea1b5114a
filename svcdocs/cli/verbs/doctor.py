"""The verb doctor: its arguments and what it prints."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK, NOTHING_BLOCKS
from svcdocs.cli.console import say, say_json
from svcdocs.cli.options import folder_argument, format_option, today_option


@click.command(short_help="Say whether everything that is needed is there and works.")
@folder_argument
@today_option
@format_option
def doctor(folder: Path, *, today: date, output_format: str) -> int:
    """Look at the program, this machine and a cycle folder, and say what needs attention. Nothing is changed.

    Example: svcdocs doctor fenmoor-2027
    """
    from svcdocs.cli.wrapping import say_wrapped
    from svcdocs.commands.doctor import doctor as run

    now = datetime.combine(today, datetime.now().astimezone().time()).astimezone()
    looked_at = run(folder, now, getattr(sys.stdout, "encoding", None) or "utf-8")
    needs = [one for one in looked_at if not one.is_well]
    if output_format == "json":
        say_json({"ok": not needs, "examined": [one.as_json() for one in looked_at]})
        return FINDINGS_BLOCK if needs else NOTHING_BLOCKS
    for one in looked_at:
        head, colour = ("OK       ", "green") if one.is_well else ("ATTENTION", "yellow")
        say_wrapped(f"{one.what}: {one.found}", head=head, colour=colour, hang=11)
        if one.remedy:
            say_wrapped(one.remedy, indent=11, hang=0)
    say()
    count = len(needs)
    say(
        f"{count} thing{' needs' if count == 1 else 's need'} attention." if needs else "Everything is there and works."
    )
    return FINDINGS_BLOCK if needs else NOTHING_BLOCKS
