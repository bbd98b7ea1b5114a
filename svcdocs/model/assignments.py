"""Who fills in what: one assignment for each workbook that goes out, worked out from the framework.

Rows of "Who fills in what" name the head of a service, each of its teams, one team, or anybody else. The first three
get a workbook about one service; anybody else (Finance, HR) one workbook about all the services the row names. What
nobody has been given goes to the head of the service, or where there is none to the service as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.organisation import Contributor, Service
from svcdocs.model.teams import home_of, names_of

HEAD = "Head of service"
REQUESTS = "requests"
"""What a workbook asks for that holds what other services ask of one: it is no part of a plan."""
_REQUESTS_TO = "Requests – "
EACH_TEAM = "Each team"

PARTS: dict[str, str] = {
    "Actions": "actions",
    "Indicators": "indicators",
    "Risks": "risks",
    "Text": "passages",
    "Objectives": "objectives",
    "Council actions": "council_actions",
    "SWOT": "swot",
    "Drivers": "drivers",
    "Partners": "partners",
    "Posts": "posts",
    "Bids": "bids",
    "Money": "money",
    "Last year": "last_year",
}
"""The parts of a service plan that somebody can be asked for: the name of the sheet, and the field it fills."""
_LAST_YEAR = "last_year"
TEAM_PARTS = ("actions", "indicators", "risks", "passages", "posts", "bids", "last_year")
"""What a team fills in where the framework does not say."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One workbook that somebody fills in.

    ``contributor`` is its name, which no other has: "Housing", "Housing – Repairs", "Finance". ``parts`` are fields of
    a service plan; ``sections`` the keys of the sections on the sheet Text. ``central`` says that it is about several
    services, so that each row names its own; otherwise ``services`` is the one it is about. ``leads`` says that single
    answers of the plan come from it. ``asked`` is the framework's row that asks for it, the first where several do;
    None where it is asked for what nobody else has been given.
    """

    contributor: str
    services: tuple[str, ...]
    parts: tuple[str, ...]
    sections: tuple[str, ...] = ()
    team: str = ""
    central: bool = False
    leads: bool = False
    contact: str = ""
    email: str = ""
    deadline: WrittenDate = field(default_factory=WrittenDate)
    asked: Contributor | None = field(default=None, compare=False, repr=False)

    @property
    def service(self) -> str:
        """The service it is about; "" where it is about several."""
        return "" if self.central else self.services[0]

    @property
    def asks_for_answers(self) -> bool:
        """Whether it holds what other services ask of one, to be answered."""
        return self.parts == (REQUESTS,)


def requests_to(asked: str, contact: str = "", email: str = "") -> Assignment:
    """The workbook in which a service, or somebody who works for several, answers what others ask of it."""
    return Assignment(f"{_REQUESTS_TO}{asked}", (asked,), (REQUESTS,), contact=contact, email=email)


def asked_of(contributor: str) -> str:
    """Whom the workbook of requests of that name asks; "" where it is no such workbook."""
    return contributor.removeprefix(_REQUESTS_TO) if contributor.startswith(_REQUESTS_TO) else ""


def answerers(framework: Framework) -> tuple[Assignment, ...]:
    """A workbook of requests for everybody who can be asked: each service, and whoever works for several."""
    found: dict[str, Assignment] = {}
    made = assignments_of(framework)
    for name in framework.service_names:
        row = framework.service(name) or Service(service=name)
        found[folded(name)] = requests_to(name, row.contact, row.email)
    for one in made:
        if one.leads:
            found[folded(one.service)] = requests_to(one.service, one.contact, one.email)
        elif one.central:
            found.setdefault(folded(one.contributor), requests_to(one.contributor, one.contact, one.email))
    return tuple(found.values())


def assignments_of(framework: Framework) -> tuple[Assignment, ...]:
    """The workbooks of a cycle in the order in which their content is merged: the framework's.

    A service for which no head, team or teams are named has one workbook of its own, with all that no central
    contributor has been given.
    """
    central = tuple(_central(framework))
    own = [one for name in framework.service_names for one in _of_service(framework, name, central)]
    return (*own, *(_with_sections(one, framework, central) for one in central))


def contributors_to(framework: Framework, service: str) -> tuple[Assignment, ...]:
    """The workbooks from which the plan of one service is made, the one that leads first."""
    return tuple(one for one in assignments_of(framework) if service in one.services)


def _central(framework: Framework) -> Iterator[Assignment]:
    """One workbook for each name that is neither head nor team."""
    found = []
    for row in framework.contributors:
        who = row.who.strip()
        if not who or any(_is_own(row, framework, service) for service in framework.service_names):
            continue
        found.append(
            Assignment(
                contributor=who,
                services=tuple(_services(row, framework)),
                parts=tuple(_parts(row)),
                sections=tuple(_sections(row, framework)),
                central=True,
                contact=row.contact,
                email=row.email,
                deadline=row.deadline,
                asked=row,
            )
        )
    yield from (one for one in _joined(found) if one.parts and one.services)


def _joined(rows: Iterable[Assignment]) -> Iterator[Assignment]:
    """Several rows about one contributor are one workbook."""
    found: dict[str, Assignment] = {}
    for more in rows:
        one = found.setdefault(folded(more.contributor), more)
        found[folded(more.contributor)] = replace(
            one,
            services=tuple(dict.fromkeys((*one.services, *more.services))),
            parts=_in_order((*one.parts, *more.parts)),
            sections=tuple(dict.fromkeys((*one.sections, *more.sections))),
            contact=one.contact or more.contact,
            email=one.email or more.email,
            deadline=one.deadline or more.deadline,
        )
    yield from found.values()


def _with_sections(one: Assignment, framework: Framework, central: Iterable[Assignment]) -> Assignment:
    """Somebody from outside who is asked for text but for no section by name: for those that nobody else has."""
    if one.sections or "passages" not in one.parts:
        return one
    keys = [
        key
        for service in one.services
        for key in _open_sections(
            framework, service, (*_made(framework, service), *(each for each in central if service in each.services))
        )
    ]
    return replace(one, sections=tuple(dict.fromkeys(keys)))


def _of_service(framework: Framework, service: str, central: Iterable[Assignment]) -> Iterator[Assignment]:
    """The workbooks about one service; the one that leads, which comes first, takes what nobody has been given."""
    others = [one for one in central if service in one.services]
    made = _made(framework, service)
    given = {part for one in (*made, *others) for part in one.parts}
    rest = tuple(part for part in PARTS.values() if part not in given)
    sections = _open_sections(framework, service, (*made, *others))
    writers = [one for one in (*made, *others) if "passages" in one.parts and not one.sections]
    lead = next((one for one in made if one.leads), None) or _whole(framework, service)
    if sections and not writers:
        rest = _in_order((*rest, "passages"))
    if rest == (_LAST_YEAR,) and not lead.parts and made:
        # What became of last year's work is nobody's workbook alone: it goes to all who say what will be done.
        made = [replace(one, parts=_in_order((*one.parts, *rest))) if "actions" in one.parts else one for one in made]
        rest = ()
    lead = replace(lead, parts=_in_order((*lead.parts, *rest)))
    shown = [lead, *(one for one in made if not one.leads)] if lead.parts else made
    for one in shown:
        is_writer = "passages" in one.parts and (not one.sections or (one is lead and not writers))
        own = (*one.sections, *(key for key in sections if key not in one.sections)) if is_writer else one.sections
        yield replace(one, sections=own, leads=one is shown[0])


def _made(framework: Framework, service: str) -> list[Assignment]:
    """The workbooks about one service that rows stand for, before what nobody has been given is shared out."""
    rows = [row for row in framework.contributors if _is_own(row, framework, service)]
    return list(
        _joined(one for row in rows if service in _services(row, framework) for one in _own(row, framework, service))
    )


def _open_sections(framework: Framework, service: str, given: Iterable[Assignment]) -> tuple[str, ...]:
    """The sections of a service's plan that nobody alone has been given by name.

    Of a section that each team writes a part of, the words about all of them are still open.
    """
    named = Counter(section for one in given if "passages" in one.parts for section in one.sections)
    keys = (row.key for row in framework.sections_of(service) if row.key)
    return tuple(dict.fromkeys(key for key in keys if named[key] != 1))


def _whole(framework: Framework, service: str) -> Assignment:
    """The workbook of a service as a whole, before anything has been put into it."""
    row = framework.service(service) or Service(service=service)
    return Assignment(service, (service,), (), leads=True, contact=row.contact, email=row.email, deadline=row.deadline)


def _own(row: Contributor, framework: Framework, service: str) -> Iterator[Assignment]:
    """The workbooks of one service that a row stands for."""
    council = framework.service(service) or Service(service=service)
    who = folded(row.who)
    teams = framework.teams_of(service)
    if who == folded(HEAD) or who in all_folded(names_of(council)):
        yield _assignment(row, framework, service, council, leads=True)
    else:
        for team in teams:
            if home_of(framework, team.team, service) != service:
                continue  # a team that moves on has its workbook in the service to which it moves
            if who == folded(EACH_TEAM) or who in all_folded(names_of(team)):
                yield _assignment(row, framework, service, team)


def _assignment(
    row: Contributor, framework: Framework, service: str, desk: Service, *, leads: bool = False
) -> Assignment:
    parts = tuple(_parts(row)) or (() if leads else TEAM_PARTS)
    return Assignment(
        contributor=f"{service} – {desk.team}" if desk.team else service,
        services=(service,),
        parts=parts,
        sections=tuple(_sections(row, framework)),
        team=desk.team,
        leads=leads,
        contact=row.contact or desk.contact,
        email=row.email or desk.email,
        deadline=row.deadline or desk.deadline or _due(framework, service),
        asked=row,
    )


def _due(framework: Framework, service: str) -> WrittenDate:
    row = framework.service(service)
    return row.deadline if row else WrittenDate()


def _is_own(row: Contributor, framework: Framework, service: str) -> bool:
    """Whether a row is about the head or a team of a service, and not about somebody outside it."""
    council = framework.service(service)
    heads = (HEAD, EACH_TEAM, *(names_of(council) if council else ()))
    teams = (name for team in framework.teams_of(service) for name in names_of(team))
    return folded(row.who) in all_folded((*heads, *teams))


def _services(row: Contributor, framework: Framework) -> Iterator[str]:
    """The services a row is about, in the council's order."""
    named = set(map(framework.service_name, lines_of(row.services)))
    yield from (service for service in framework.service_names if not named or service in named)


def _parts(row: Contributor) -> Iterator[str]:
    """The parts of a plan that a row names, in the order of the sheets."""
    named = all_folded(lines_of(row.sheets))
    yield from (part for sheet, part in PARTS.items() if folded(sheet) in named)


def _sections(row: Contributor, framework: Framework) -> Iterator[str]:
    found = (framework.section(line) for line in lines_of(row.sections))
    yield from dict.fromkeys(section.key for section in found if section is not None)


def _in_order(parts: Iterable[str]) -> tuple[str, ...]:
    wanted = set(parts)
    return tuple(part for part in PARTS.values() if part in wanted)
