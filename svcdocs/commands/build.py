"""The verb build: read, link, check, consolidate, print, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from svcdocs import __version__
from svcdocs.commands.beside_names import BESIDE, BOOK, CORPORATE, MOST_PAGES
from svcdocs.commands.check import publish_findings
from svcdocs.commands.export import data_outputs
from svcdocs.commands.figures import contradicted_since
from svcdocs.commands.held import reasons_against
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle
from svcdocs.commands.made import made, must_be_services
from svcdocs.commands.printing import Paged, Print, name_in_output, pdf_name
from svcdocs.commands.reprints import notices, notices_gone, reprints
from svcdocs.model.findings import Finding
from svcdocs.model.reprints import Reprint
from svcdocs.outputs import Outcome, Published, publish, read_manifest
from svcdocs.project import Project
from svcdocs.word.page_count import about_pages

BUILT, KEPT, NOT_BUILT = "built", "kept", "not built"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one document, why where it was not built, and else its pages: counted in its PDF, or about."""

    document: str
    outcome: str
    why: str = ""
    pages: int = 0
    has_pdf: bool = False

    def as_json(self) -> dict[str, Any]:
        """The line for programs."""
        pages, about = (self.pages, None) if self.has_pdf else (None, self.pages or None)
        return {
            "document": self.document,
            "outcome": self.outcome,
            "why": self.why,
            "pages": pages,
            "about_pages": about,
        }


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: a line for each document, the findings, and what was written.

    ``reprints`` are the documents that say something else than before, and where; ``contradicted`` the sentences that
    the figures contradict since Finance gave those.
    """

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    published: Published
    reprints: tuple[Reprint, ...] = ()
    contradicted: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether a document that was asked for was not built."""
        return any(line.outcome != BUILT for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "documents": [line.as_json() for line in self.lines],
            "findings": [finding.as_json() for finding in self.findings],
            "counts": counts(self.findings),
            "changed": [one.as_json() for one in self.reprints],
            "contradicted": list(self.contradicted),
        }


_ABOUT = 1.05
"""By so much the number of pages that is told without a PDF may be too high."""
SetOnPages = Callable[[Sequence[Print], Progress], Paged]
"""What prints documents and sets them on pages."""


def build(
    project: Project,
    progress: Progress,
    *,
    draft: bool = False,
    only: str = "",
    public: bool = False,
    today: date | None = None,
    set_on_pages: SetOnPages | None = None,
) -> Built:
    """Make the documents of a cycle.

    ``draft`` builds in spite of findings that block; ``only`` names one service, whose plan alone is made; ``public``
    also makes the public edition of each. ``today`` is the day of the letters and the challenge pack; without it none
    are written. ``set_on_pages`` also makes a PDF of each document; without it there are none, and the contents have no
    page numbers.

    Raises:
        SvcdocsError: the framework or a template cannot be used, there is no service ``only``, or the output folder
            cannot be written to.
    """
    intake = read_cycle(project, progress, today)
    must_be_services(intake.cycle.framework, [only])
    reasons = dict(reasons_against(intake, draft=draft))
    everything = made(project, intake, reasons, draft=draft, only=only, public=public)
    data = [everything.book.whole(), *data_outputs(intake)] if everything.book else []
    paged = (set_on_pages or _printed)(everything.prints, progress)
    changed = reprints(project, paged.outputs, intake)
    against = contradicted_since(project, intake) if changed else ()
    news = notices(changed, intake.cycle.framework, against, today)
    gone = notices_gone(project, paged.outputs, news, intake.cycle.framework, today)
    data += news
    published = publish(project.output_dir, [*paged.outputs, *data], program=__version__, gone=gone)
    told = publish_findings(project, intake, today).published
    published = Published((*published.results, *told.results))
    lines = _lines(project, intake, reasons, _written(paged, published), only=only, public=public)
    return Built(tuple(lines), intake.findings, published, changed, against)


def _printed(prints: Sequence[Print], progress: Progress) -> Paged:
    """Documents for Word alone, which has no need to know their pages."""
    outputs = []
    for number, one in enumerate(prints):
        progress("Making documents", number, len(prints))
        outputs.append(one.whole())
    return Paged(tuple(outputs), {one.name: about_pages(one.content) for one in outputs})


def _written(paged: Paged, published: Published) -> dict[str, Line]:
    """The line of each document that was written, by its name."""
    written = {result.name for result in published.results if result.outcome is not Outcome.REFUSED}
    return {
        name: Line(name, BUILT, pages=pages, has_pdf=paged.has_pdfs and bool(pages))
        for name, pages in {**paged.pages, BOOK: 0}.items()
        if name in written
    }


def _lines(
    project: Project,
    intake: Intake,
    reasons: Mapping[str, str],
    written: Mapping[str, Line],
    *,
    only: str,
    public: bool,
) -> Iterator[Line]:
    """A line for each document asked for. ``written`` has those of the ones that were."""
    behind = _behind(project)
    for service in intake.cycle.framework.service_names:
        if only in ("", service):
            for path in (project.service_plan(service), *([project.public_plan(service)] if public else ())):
                name, why = name_in_output(project, path), reasons.get(service, "")
                yield _line(name, why, behind.get(name, ""), written.get(name), there=path.exists())
    if not only:
        why = reasons.get(CORPORATE, "")
        for name in (CORPORATE, *BESIDE, BOOK):
            there = (project.output_dir / name).exists()
            yield _warned(_line(name, why, behind.get(name, ""), written.get(name), there=there))


def _behind(project: Project) -> dict[str, str]:
    """For each document whose PDF was made from other inputs than the document itself, a sentence that says so."""
    held = read_manifest(project.output_dir).outputs
    pdfs = {name: dict(held[pdf].inputs) for name in held if (pdf := pdf_name(name)) in held and pdf != name}
    return {
        name: "its PDF is of an earlier build"
        for name, inputs in pdfs.items()
        if {key: sha for key, sha in inputs.items() if key != name} != dict(held[name].inputs)
    }


def _line(name: str, why: str, behind: str, written: Line | None, *, there: bool) -> Line:
    """What became of a document; ``behind`` is what there is to say of its PDF."""
    if written:
        return replace(written, why=behind)
    why = why or "it could not be written"
    if there:
        return Line(name, KEPT, f"{why}; the last good document stays")
    return Line(name, NOT_BUILT, why)


def _warned(line: Line) -> Line:
    """A line that says so where its document has more pages than are read."""
    most = MOST_PAGES.get(line.document, line.pages)
    if line.pages <= most * (1 if line.has_pdf else _ABOUT):
        return line
    return replace(line, why="; ".join(filter(None, (line.why, f"longer than the {most} pages it should have"))))
