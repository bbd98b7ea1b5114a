"""The background papers of the report to Council: what each is called, with the name of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from svcdocs.documents.beside import plan_title
from svcdocs.documents.corporate_actions import Style
from svcdocs.model.framework import About


@dataclass(frozen=True, slots=True)
class Files:
    """The files that go to Council with the report: ``annexes`` from A to E, ``services`` by the names of services."""

    plan: str
    summary: str
    annexes: tuple[str, ...]
    data: str
    services: Mapping[str, str]


def background_papers(files: Files, style: Style) -> Iterator[str]:
    """A line for each paper: the plan, its summary, annexes and data, then the services' plans."""
    words, title = style.words, plan_title(style)
    yield words.report_paper.format(title=title, file=files.plan)
    yield words.report_paper.format(title=words.summary_title.format(title=title), file=files.summary)
    annexes = (
        words.annex_actions,
        words.annex_indicators,
        words.annex_dependencies,
        words.annex_index,
        words.annex_glossary,
    )
    for annex, file in zip(annexes, files.annexes, strict=True):
        yield words.report_paper.format(title=annex, file=file)
    yield words.report_data.format(title=title, file=files.data)
    plan = style.framework.about.plan_title.strip() or About().plan_title
    for service, file in files.services.items():
        yield words.report_service_plans.format(title=plan, service=service, file=file)
