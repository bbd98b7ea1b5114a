"""Arguments and options that many verbs share, so that they mean the same everywhere."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from svcdocs.cli.boundary import Session


def _date(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else date.today()  # noqa: DTZ011 (a council's day is the day on its own calendar)


def _folder(context: click.Context, _option: click.Parameter, value: Path) -> Path:
    context.ensure_object(Session).folder = value
    return value


folder_argument = click.argument(
    "folder", type=click.Path(path_type=Path), default=Path(), callback=_folder, metavar="[FOLDER]"
)
"""The cycle folder, by default the current one; the verb's function gets ``folder: Path``."""

today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    callback=_date,
    help="Take this for today's date.",
)
"""Stands in for the clock; the verb's function gets ``today: date``."""

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Print for people or for programs.",
)
"""The verb's function gets ``output_format: str``, "text" or "json"."""
