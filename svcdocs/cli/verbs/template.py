"""The verb template, with its two: check and fields."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK, NOTHING_BLOCKS
from svcdocs.cli.console import say, say_json
from svcdocs.cli.options import format_option
from svcdocs.cli.written import write_file


@click.group(short_help="Check a Word template, or list what it may print.")
def template() -> None:
    """Work with the Word templates of the documents."""


@template.command(short_help="Say what in a Word template cannot be printed, and where.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option("--for", "document", default="", metavar="DOCUMENT", help="The document it is for, such as service-plan.")
@format_option
def check(files: tuple[Path, ...], document: str, output_format: str) -> int:
    """Say everything that is wrong with a Word template, with the heading, table, row and cell.

    Without FILE, the templates of the cycle in the current folder are checked; outside a cycle, the built-in ones.

    Example: svcdocs template check our-council-2027/doc_templates/service-plan.docx
    """
    from svcdocs.commands.templates import check_templates

    found = check_templates(files, document)
    if output_format == "json":
        say_json({name: dataclasses.asdict(checked) for name, checked in found.items()})
    else:
        for name, checked in found.items():
            count = len(checked.faults)
            say(f"{name}: {count} to put right" if count else f"{name}: nothing to put right")
            for fault in checked.faults:
                say(f"  {fault}")
            if checked.objection:
                say(f"  For your information: plain docxtpl could not read it ({checked.objection}).")
    return FINDINGS_BLOCK if any(checked.faults for checked in found.values()) else NOTHING_BLOCKS


@template.command(short_help="List what the templates of the documents may print.")
@click.argument("document", default="", metavar="[DOCUMENT]")
@click.option("--write", "file", type=click.Path(path_type=Path), help="Write all of it into this file, as Markdown.")
@format_option
def fields(document: str, file: Path | None, output_format: str) -> int:
    """List every name that the template of a document may print, with its meaning and how to write it.

    Without DOCUMENT, those of all documents are listed.

    Example: svcdocs template fields service-plan
    """
    from svcdocs.commands.template_fields import fields_page
    from svcdocs.commands.templates import template_fields

    found = template_fields(document)
    if file is not None:
        write_file(file, fields_page().encode())
    elif output_format == "json":
        say_json({name: [dataclasses.asdict(one) for one in told] for name, told in found.items()})
    else:
        for name, told in found.items():
            say(f"{name}.docx may print:")
            for one in told:
                say(f"  {one.path} ({one.kind}): {one.meaning}")
                for label, more in (("write", one.write), ("for example", one.example)):
                    if more:
                        say(f"      {label}: {more}")
    return NOTHING_BLOCKS
