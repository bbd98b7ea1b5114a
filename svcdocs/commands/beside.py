"""The documents beside the corporate plan: its annexes and their spreadsheet, its summary, the report to Council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from svcdocs.checks.abbreviations import short_forms
from svcdocs.commands.beside_names import ANNEXES, BOOK, REPORT, SUMMARY
from svcdocs.commands.intake import Intake
from svcdocs.commands.opening import pictures_of
from svcdocs.commands.printing import Print, ready
from svcdocs.documents.annex_actions import annex_actions_context
from svcdocs.documents.annex_book import annex_book
from svcdocs.documents.annex_dependencies import annex_dependencies_context
from svcdocs.documents.annex_glossary import annex_glossary_context
from svcdocs.documents.annex_index import annex_index_context
from svcdocs.documents.annex_indicators import annex_indicators_context
from svcdocs.documents.beside import Front, style_of
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_summary import corporate_summary_context
from svcdocs.documents.council_report import council_report_context
from svcdocs.documents.covers import Cover, council_cover, council_titles
from svcdocs.documents.report_papers import Files, background_papers
from svcdocs.excel.writing import write_book
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.cycle import Cycle
from svcdocs.model.short_forms import ShortForm
from svcdocs.outputs import sha256_of
from svcdocs.project import Project


@dataclass(frozen=True, slots=True)
class Beside:
    """What is made beside the corporate plan: Word documents, and the spreadsheet."""

    prints: tuple[Print, ...]
    book: Print


def beside(project: Project, intake: Intake, cycle: Cycle, view: CorporateView, *, draft: bool) -> Beside:
    """All that stands beside the corporate plan, made from what that is made from.

    Raises:
        SvcdocsError: a template cannot be used.
    """
    pictures = pictures_of(project)
    said = {**intake.answers_awaited, **intake.hashes}
    inputs = {**said, **{f"pictures/{name}": sha256_of(data) for name, data in pictures.items()}}
    style, shorts = style_of(cycle, pictures, draft=draft), short_forms(cycle)
    contexts = contexts_of(view, style, shorts, background_papers(_files(project, cycle), style))
    covers = covers_of(style, draft=draft)
    book = Print(BOOK, said, lambda _: write_book(annex_book(view, style, shorts)), covers[BOOK])
    return Beside(tuple(_prints(project, contexts, inputs, covers)), book)


def covers_of(style: Style, *, draft: bool) -> dict[str, Cover]:
    """What the covers of the documents beside the corporate plan say, by the names of their files.

    The report to Council is a draft until Council has it.
    """
    names = (SUMMARY, *ANNEXES, REPORT, BOOK)
    return {
        name: council_cover(title, style, draft=draft or name == REPORT)
        for name, title in zip(names, council_titles(style), strict=True)
    }


def contexts_of(
    view: CorporateView, style: Style, shorts: Sequence[ShortForm], papers: Iterable[str]
) -> dict[str, Front]:
    """What each document beside the corporate plan prints, by the name of its file; ``papers`` go with the report."""
    annexes = (
        annex_actions_context(view, style),
        annex_indicators_context(view, style),
        annex_dependencies_context(view, style),
        annex_index_context(view, style),
        annex_glossary_context(view, style, shorts),
    )
    return {
        SUMMARY: corporate_summary_context(view, style),
        **dict(zip(ANNEXES, annexes, strict=True)),
        REPORT: council_report_context(view, style, papers),
    }


def _prints(
    project: Project, contexts: Mapping[str, Front], inputs: Mapping[str, str], covers: Mapping[str, Cover]
) -> Iterator[Print]:
    for name, context in contexts.items():
        template = ready(project, PurePosixPath(name).stem)
        printed = partial(template.print, context)
        yield Print(name, {**inputs, **template.inputs}, printed, covers[name])


def _files(project: Project, cycle: Cycle) -> Files:
    return Files(
        plan=project.corporate_plan.name,
        summary=SUMMARY,
        annexes=tuple(PurePosixPath(name).name for name in ANNEXES),
        data=PurePosixPath(BOOK).name,
        services={plan.service: project.service_plan(plan.service).name for plan in cycle.plans},
    )
