"""The verb schema: its arguments and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from svcdocs.cli.console import say
from svcdocs.cli.written import write_file

_write = click.option("--write", "file", type=click.Path(path_type=Path), help="Write it into this file.")


@click.command(short_help="Print the JSON Schema of plans.json.")
@_write
def schema(file: Path | None) -> int:
    """Print the JSON Schema of plans.json, for people who write programs.

    Example: svcdocs schema --write plans.schema.json
    """
    from svcdocs.exports.plans import schema as plans_schema
    from svcdocs.outputs import json_bytes

    content = json_bytes(plans_schema())
    if file is None:
        say(content.decode().rstrip("\n"))
    else:
        write_file(file, content)
    return 0
