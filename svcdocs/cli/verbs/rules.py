"""The verb rules: its arguments and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from svcdocs.cli.boundary import Session
from svcdocs.cli.console import say, say_json
from svcdocs.cli.options import format_option
from svcdocs.cli.written import write_file


def _folder(context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    if value is not None:
        context.ensure_object(Session).folder = value
    return value


@click.command(short_help="Print everything that is checked, and what to do about each.")
@click.argument("folder", type=click.Path(path_type=Path), required=False, callback=_folder, metavar="[FOLDER]")
@click.option("--write", "file", type=click.Path(path_type=Path), help="Write it into this file, as Markdown.")
@format_option
def rules(folder: Path | None, file: Path | None, output_format: str) -> int:
    """Print every check: what it finds, how much it matters, who must act, what to do, and an example.

    With a folder, as the framework of that cycle has them; without, as they come.

    Example: svcdocs rules fenmoor-2027 --write checks.md
    """
    from svcdocs.commands.rules import council_of, rules_as_json, rules_as_text
    from svcdocs.project import Project

    council = council_of(Project.open(folder) if folder is not None else None)
    if file is not None:
        write_file(file, rules_as_text(council).encode())
    elif output_format == "json":
        say_json(rules_as_json(council))
    else:
        say(rules_as_text(council).rstrip("\n"))
    return 0
