"""The verb reference: its arguments and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from svcdocs.cli.console import say
from svcdocs.cli.written import write_file


@click.command(short_help="Print what every column of the workbooks is for.")
@click.argument("workbook", type=click.Choice(["service", "finance", "requests", "framework"]), default="service")
@click.option("--write", "file", type=click.Path(path_type=Path), help="Write it into this file.")
def reference(workbook: str, file: Path | None) -> int:
    """Print the field reference of the services' workbook, of Finance's, of that for requests or of the framework.

    Example: svcdocs reference service --write field-reference.md
    """
    from svcdocs.commands.reference import field_reference

    text = field_reference(workbook)
    if file is None:
        say(text.rstrip("\n"))
    else:
        write_file(file, text.encode())
    return 0
