"""The verb build: its arguments and what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK
from svcdocs.cli.console import progress, say, say_json
from svcdocs.cli.options import folder_argument, format_option, today_option

if TYPE_CHECKING:
    from svcdocs.commands.build import Built, Line, SetOnPages


@click.command(short_help="Make every service plan and the corporate plan.")
@folder_argument
@click.option(
    "--draft", is_flag=True, help="Build in spite of what is to be put right; gaps are shown, DRAFT on every page."
)
@click.option("--service", default="", metavar="NAME", help="Build the plan of this service only.")
@click.option("--public", is_flag=True, help="Also make public editions, without what is not for publication.")
@click.option("--pdf", is_flag=True, help="Also make a PDF of each (LibreOffice or Word), and number their contents.")
@today_option
@format_option
def build(folder: Path, *, draft: bool, service: str, public: bool, pdf: bool, today: date, output_format: str) -> int:
    """Make the Word documents: a service plan for each service, the corporate plan, and what goes with that.

    A service with something to put right keeps its last good document; the others are built.

    Example: svcdocs build fenmoor-2027 --draft
    """
    from svcdocs.excel.guarded import start as start_reading

    start_reading()  # it becomes ready while all the rest is loaded
    from svcdocs.cli.told import tell_unwritten
    from svcdocs.commands.build import build as run
    from svcdocs.project import Project

    project = Project.open(folder)
    set_on_pages = _pdf_maker(project.settings.programs.pdf) if pdf else None
    with progress() as tell:
        asked = {"draft": draft, "public": public}
        built = run(project, tell, **asked, only=service, today=today, set_on_pages=set_on_pages)
    if output_format == "json":
        say_json(built.as_json())
    else:
        _tell(built, folder)
    refused = tell_unwritten(built.published)
    return FINDINGS_BLOCK if built.blocks else refused


def _tell(built: Built, folder: Path) -> None:
    from svcdocs.cli.told import summary, tell_findings
    from svcdocs.cli.wrapping import say_wrapped
    from svcdocs.commands.position import folder_words, on_windows
    from svcdocs.report.reprints import reprint_lines
    from svcdocs.report.typed_lines import typed_line

    blocking = [finding for finding in built.findings if finding.blocks]
    if blocking:
        tell_findings(blocking)
        say()
    width = max((len(line.document) for line in built.lines), default=0)
    for line in built.lines:
        told = f"{line.document:<{width}}  {line.outcome}{_more(line)}"
        say_wrapped(told, hang=width + 2)
    changed = list(reprint_lines(built.reprints, built.contradicted))
    if changed:
        say()
    for indent, text in changed:
        say_wrapped(text, indent=indent)
    say()
    say(f"In the workbooks: {summary(built.findings)}")
    if built.findings:
        say(f"To see it all: {typed_line('check', *folder_words(folder), windows=on_windows())}")


def _pdf_maker(asked: str) -> SetOnPages:
    from svcdocs.commands.pdfs import PdfMaker

    return PdfMaker(asked)


def _more(line: Line) -> str:
    """How many pages a document has, and why it was not built or what else there is to say of it."""
    why = f": {line.why}" if line.why else ""
    if not line.pages:
        return why
    count = f"{line.pages} {'page' if line.pages == 1 else 'pages'}"
    return f", {count}, and its PDF{why}" if line.has_pdf else f", about {count}{why}"
