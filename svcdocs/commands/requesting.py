"""Requests between services: found in the plans, known again by what was sent out, with the answers that have come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from svcdocs.commands.whose import Desks
from svcdocs.comparison.matching import matched
from svcdocs.errors import SvcdocsError
from svcdocs.model.answers_owed import first_due
from svcdocs.model.as_written import Ref, WrittenDate, canonical_ref, dates_in
from svcdocs.model.assignments import REQUESTS, Assignment
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import said_day
from svcdocs.model.given_refs import REQUEST_SIGN, GivenRef, new_refs, refs_in
from svcdocs.model.names import folded
from svcdocs.model.requests import Answer, Request, Requests, Stray, requests_of
from svcdocs.model.text import Text
from svcdocs.outputs import json_bytes, sha256_of
from svcdocs.project import Project, file_name, read_register
from svcdocs.workbook.reader import Reading


def with_requests(cycle: Cycle, readings: Iterable[Reading], register: Sequence[GivenRef] = ()) -> Cycle:
    """The cycle with what services ask of each other, and the answers that ``readings`` of workbooks give.

    A request is known again by its action, else by its words, one to one: by those of the register, and by what stands
    in the workbooks themselves.
    """
    asked = requests_of(cycle.framework, cycle.plans, _given_to_actions(cycle, register))
    rows = {each.assignment.service: each.answered.answers for each in readings if each.answered is not None}
    found: dict[int, Request] = {}
    strays: list[Stray] = []
    for whom in dict.fromkeys((*(one.asked for one in asked), *rows)):
        places = [place for place, one in enumerate(asked) if one.asked == whom]
        answers, twice = _each_once(_of_this_cycle(row, cycle) for row in rows.get(whom, ()))
        known = [*answers, *_known(whom, register, answers)]
        pairs = dict(_paired(known, [asked[place] for place in places]))
        back = {id(row) for row in answers}
        found |= {place: _joined(asked[place], pairs.get(number), back) for number, place in enumerate(places)}
        taken = {id(row) for row in pairs.values()}
        strays += [Stray(asked=whom, answer=row) for row in answers if id(row) not in taken and row.says_something]
        strays += [Stray(asked=whom, answer=row, is_twice=True) for row in twice]
    requests = Requests(asked=tuple(found[place] for place in sorted(found)), strays=tuple(strays))
    return replace(cycle, requests=requests, kept={})


def register_of(project: Project) -> tuple[GivenRef, ...]:
    """The references that were given; none where the register cannot be understood, which others tell.

    Without it requests are still known by the workbooks that have come.
    """
    try:
        return read_register(project)
    except SvcdocsError:
        return ()


def answerers_of(cycle: Cycle, desks: Desks) -> tuple[Assignment, ...]:
    """The workbooks of requests, each due back on the day of the first answer that is owed."""
    due = first_due(cycle)
    return tuple(replace(one, deadline=due.get(one.service, one.deadline)) for one in desks.answerers)


def contributors_of(project: Project, desks: Desks, returned: Iterable[str]) -> tuple[str, ...]:
    """All who fill in a workbook: as the framework asks, who was sent requests, and others of whom one lies there."""
    stems = {path.stem for path in project.issued_dir.glob("*/*.xlsx")} if project.issued_dir.is_dir() else set()
    asked = (one.contributor for one in desks.answerers if file_name(one.contributor) in stems)
    return tuple(dict.fromkeys((*(one.contributor for one in desks.assignments), *asked, *returned)))


def hash_of(project: Project, register: Sequence[GivenRef]) -> dict[str, str]:
    """The hash of what the register says of requests, by its name; nothing where it says nothing of any."""
    said = [(one.ref, one.service, one.words, one.given) for one in register if one.part == REQUESTS]
    return {project.name_of(project.register): sha256_of(json_bytes(said))} if said else {}


def places_of(project: Project, desks: Desks) -> dict[str, str]:
    """Where the answers of each who can be asked will lie when they have come."""
    folder = project.workbooks_dir
    return {one.service: project.name_of(folder / f"{file_name(one.contributor)}.xlsx") for one in desks.answerers}


def printed_from(
    cycle: Cycle, files: Mapping[str, Sequence[str]], answers: Mapping[str, str], register: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """For each service the files beside its own in which its requests stand, if it has any that were sent out.

    ``files`` are the workbooks of each plan, ``answers`` those of each who was asked, or where they will lie, and
    ``register`` the names of the files that know the requests.
    """
    found: dict[str, tuple[str, ...]] = {}
    for plan in cycle.plans:
        by, of = cycle.requests.by(plan.service), cycle.requests.of(plan.service)
        others = [name for one in of for name in files.get(one.asker, ())]
        said = [answers[one.asked] for one in (*by, *of) if one.asked in answers]
        if by or of:
            found[plan.service] = tuple(dict.fromkeys((*others, *said, *register)))
    return found


def with_refs(
    cycle: Cycle, register: Sequence[GivenRef], whom: Collection[str], today: date
) -> tuple[Mapping[str, tuple[Request, ...]], tuple[GivenRef, ...]]:
    """What some are asked, each request with its reference, and the register that knows all of them.

    A request that was sent out before keeps the reference and the day it has; what the register knows it by are the
    words of today.
    """
    given = {one.ref: one for one in register}
    taken = refs_in(cycle) | {canonical_ref(one.ref) for one in register}
    taken |= {one.ref.canonical for one in cycle.requests.asked}
    refs = {name: new_refs(name, taken, sign=REQUEST_SIGN) for name in whom}
    found: dict[str, list[Request]] = {name: [] for name in whom}
    for one in cycle.requests.asked:
        if one.asked not in found:
            continue
        ref = one.ref or Ref(text=next(refs[one.asked]))
        on = one.asked_on or WrittenDate(text=said_day(today))
        found[one.asked].append(one.model_copy(update={"ref": ref, "asked_on": on}).for_action(one.of))
        day = given[ref.text].given if ref.text in given else (on.meaning.first or today).isoformat()
        given[ref.text] = GivenRef(ref.text, one.asked, REQUESTS, _words_of(one), day)
        taken |= {ref.canonical}
    return {name: tuple(ones) for name, ones in found.items() if ones}, tuple(given.values())


_APART = "\t"
"""What stands between the parts of the words by which the register knows a request."""
_ACTIONS = ("council_actions", "actions")


def _words_of(request: Request) -> str:
    said = (request.asker, request.action.text, request.title.plain, request.what.plain)
    return _APART.join(part.replace(_APART, " ") for part in said)


def _given_to_actions(cycle: Cycle, register: Sequence[GivenRef]) -> Mapping[int, str]:
    """The references that actions without one were given, by the actions' ids."""
    given = {(one.service, one.part, one.words): one.ref for one in register if one.part != REQUESTS}
    parts = ((plan, part, action) for plan in cycle.plans for part in _ACTIONS for action in getattr(plan, part))
    return {
        id(action): ref
        for plan, part, action in parts
        if not action.ref and (ref := given.get((plan.service, part, action.title.plain)))
    }


def _known(whom: str, register: Sequence[GivenRef], answers: Sequence[Answer]) -> Iterator[Answer]:
    """The requests that the register knows and no workbook has, as the rows on which they were sent out."""
    there = {row.ref.canonical for row in answers}
    for one in register:
        if one.part == REQUESTS and one.service == whom and canonical_ref(one.ref) not in there:
            asker, action, title, what = (*one.words.split(_APART), "", "", "", "")[:4]
            on = WrittenDate(text=_said(one.given))
            yield Answer(
                ref=Ref(text=one.ref),
                asker=asker,
                action=Ref(text=action),
                title=Text.model_validate(title),
                what=Text.model_validate(what),
                asked_on=on,
            )


def _said(iso: str) -> str:
    """A day of the register as it is said; as it stands there where it is none."""
    try:
        return said_day(date.fromisoformat(iso))
    except ValueError:
        return iso


def _each_once(rows: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """The rows of a workbook, each reference once: the first row that says something; and the others that do."""
    found: dict[object, Answer] = {}
    twice: list[Answer] = []
    for row in rows:
        key = row.ref.canonical or id(row)
        before = found.setdefault(key, row)
        if before is row:
            continue
        if not before.says_something:
            found[key] = row
        elif row.says_something:
            twice.append(row)
    return list(found.values()), twice


def _of_this_cycle(row: Answer, cycle: Cycle) -> Answer:
    """A row whose dates know when the council's years begin, and that calls who asks as it is called by now."""
    for each in dates_in(row):
        each.in_years_from(cycle.framework.financial_years.starts)
    asker = cycle.framework.service_name(row.asker) or row.asker
    if asker == row.asker:
        return row
    copy = row.model_copy(update={"asker": asker})
    return copy.at(row.origin) if row.origin else copy


def _paired(known: Sequence[Answer], asked: Sequence[Request]) -> Iterator[tuple[int, Answer]]:
    """Which of the known requests each of some is, by its place: by the action it is for, else by near words."""
    free = {id(row): row for row in known}
    left: list[int] = []
    for place, one in enumerate(asked):
        row = next((row for row in free.values() if _is_for(row, one)), None)
        if row is None:
            left.append(place)
        else:
            del free[id(row)]
            yield place, row
    for asker in dict.fromkeys(asked[place].asker for place in left):
        new = {place: asked[place].as_sent() for place in left if asked[place].asker == asker}
        places = {id(row): place for place, row in new.items()}
        before = [row for row in free.values() if folded(row.asker) == folded(asker)]
        for pair in matched(before, [*new.values()]):
            if pair.before is not None and pair.after is not None:
                yield places[id(pair.after)], pair.before


def _is_for(row: Answer, request: Request) -> bool:
    """Whether a row is about the action of a request: by its reference, or where neither has one by its words."""
    if folded(row.asker) != folded(request.asker):
        return False
    if row.action.canonical or request.action.canonical:
        return row.action.canonical == request.action.canonical
    return bool(row.title) and folded(row.title.plain) == folded(request.title.plain)


def _joined(request: Request, row: Answer | None, back: Collection[int]) -> Request:
    """A request with the reference and the day under which it was sent out, and with its row if that came ``back``."""
    if row is None:
        return request
    sent = {"ref": row.ref, "asked_on": row.asked_on, "answer": row if id(row) in back else None}
    return request.model_copy(update=sent).for_action(request.of)
