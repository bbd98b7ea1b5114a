"""The verb issue with --requests: what services need of each other, a workbook for each who is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from svcdocs import __version__
from svcdocs.commands.check import told_outputs
from svcdocs.commands.intake import Progress, read_cycle
from svcdocs.commands.issue import must_be_ready, write_out
from svcdocs.commands.opening import bytes_of
from svcdocs.commands.requesting import with_refs
from svcdocs.commands.whose import Desks
from svcdocs.errors import SvcdocsError
from svcdocs.model.answers_owed import day_of_answer
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.assignments import Assignment
from svcdocs.model.dates import said_day
from svcdocs.model.names import folded
from svcdocs.model.requests import Answered, Notice, Request
from svcdocs.outputs import Published, publish
from svcdocs.project import Project, file_name, read_register, write_register
from svcdocs.workbook.writer import write_workbook


@dataclass(frozen=True, slots=True)
class IssuedRequests:
    """What was asked: the folder of the day, and for each who is asked the workbook and how much is to be answered.

    ``awaited`` are the services whose plans have not come in, so that nobody knows yet what they ask.
    """

    folder: Path
    workbooks: Mapping[str, Path]
    to_answer: Mapping[str, tuple[int, int]]
    awaited: tuple[str, ...] = ()
    published: Published = field(default_factory=lambda: Published(()))


def issue_requests(project: Project, today: date, progress: Progress, *, only: str = "") -> IssuedRequests:
    """Write what others ask of each service into a workbook of its own, in the folder of the day.

    What was answered stands in it; what is new, or has changed since, is to be answered. ``only`` names one who is
    asked.

    Raises:
        SvcdocsError: the framework is not ready, nobody asks anything of anybody or of ``only``, the register cannot be
            understood, or a workbook of that day lies there already.
    """
    register = read_register(project)
    intake = read_cycle(project, progress, today)
    cycle, desks = intake.cycle, Desks(intake.cycle.framework)
    must_be_ready(cycle.framework, [one for one in intake.findings if one.where and one.where.file == intake.framework])
    chosen = _chosen(desks, only, {one.asked for one in cycle.requests.asked if not one.is_notice})
    asked, known = with_refs(cycle, register, [one.service for one in chosen], today)
    notices = tuple(_notice(one) for one in cycle.requests.asked if one.is_notice)
    folder = project.issued_on(today)
    written = {folder / project.framework.name: bytes_of(project.framework)}
    workbooks: dict[str, Path] = {}
    for number, whose in enumerate(chosen):
        progress("Writing workbooks", number, len(chosen))
        path = workbooks[whose.contributor] = folder / f"{file_name(whose.contributor)}.xlsx"
        written[path] = _workbook(desks, whose, asked[whose.service], notices, today)
    write_out(written)
    if known != register:
        write_register(project, known)
    letters = told_outputs(project, read_cycle(project, progress, today), today)
    published = publish(project.output_dir, letters, program=__version__)
    counts = {one.contributor: _counts(asked[one.service]) for one in chosen}
    return IssuedRequests(folder, workbooks, counts, cycle.awaited, published)


def _chosen(desks: Desks, only: str, asked: Iterable[str]) -> tuple[Assignment, ...]:
    """The workbooks of those who are asked anything; of ``only``, where that is said."""
    there = set(asked)
    found = tuple(one for one in desks.answerers if one.service in there)
    if not found:
        raise SvcdocsError(
            "nobody asks anything of another service, as far as plans have come in",
            "whom a service needs stands on Actions, under 'Services whose help we need'",
        )
    if not only:
        return found
    wanted = folded(desks.service_called(only) or only)
    named = tuple(one for one in found if wanted in (folded(one.service), folded(one.contributor)))
    if not named:
        raise SvcdocsError(f"nobody asks anything of '{only}'", f"asked are: {', '.join(one.service for one in found)}")
    return named


def _workbook(
    desks: Desks, whose: Assignment, asked: Sequence[Request], notices: Sequence[Notice], today: date
) -> bytes:
    """One workbook: what is to be answered first, then what was answered, each in the order of the plans."""
    due = day_of_answer(desks.framework, today)
    layout = desks.layout(replace(whose, deadline=WrittenDate(text=said_day(due))))
    rows = [one.as_sent() for one in sorted(asked, key=lambda one: not one.is_open)]
    others = tuple(one for one in notices if folded(one.asker) != folded(whose.service))
    try:
        return write_workbook(layout, answered=Answered(answers=tuple(rows), notices=others))
    except ValueError as error:  # what Excel cannot hold: a text too long for a cell
        first = str(error).splitlines()[0]
        hint = "shorten that text in the workbook of the service that asks"
        raise SvcdocsError(f"the requests to {whose.service} cannot be written: {first}", hint) from error


def _notice(one: Request) -> Notice:
    return Notice(asker=one.asker, action=one.action, title=one.title, what=one.what, by=one.by)


def _counts(asked: Sequence[Request]) -> tuple[int, int]:
    """How many requests are to be answered, and how many there are."""
    return sum(one.is_open for one in asked), len(asked)
