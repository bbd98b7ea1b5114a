"""Teams and services in time: by which names a team goes, to which service it belongs, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.organisation import Service


@dataclass(frozen=True, slots=True)
class Move:
    """A team that belongs to one service after another while the plans run: its rows in the order of time."""

    team: str
    stays: tuple[Service, ...]


def names_of(row: Service) -> tuple[str, ...]:
    """Every name of a team, or of a service where the row is about one: the one in use first."""
    return lines_of("\n".join((row.team or row.service, row.also_called)))


def stays_of(framework: Framework, team: str) -> tuple[Service, ...]:
    """The rows of a team, by any of its names, under all services to which it belongs: the earliest first.

    A row without "from" stands before those that have one.
    """
    wanted = folded(team)
    rows = [row for row in framework.services if row.team and wanted in all_folded(names_of(row))]
    return tuple(sorted(rows, key=lambda row: (row.belongs_from.meaning.first is not None, _order(row))))


def home_of(framework: Framework, team: str, service: str = "") -> str:
    """The service in whose plan a team's work is printed: of those to which it belongs in turn, the last.

    ``service`` is where the team was when its workbook went out. Two services may each have a team of one name: a team
    has moved only where the rows have dates that say so.
    """
    rows = stays_of(framework, team)
    dated = [row for row in rows if row.belongs_from or row.belongs_until]
    here = next((row for row in rows if folded(row.service) == folded(service)), None)
    if here is not None and here not in dated:
        return here.service
    last = (dated or list(rows))[-1:]
    return last[0].service if last else service


def moves_of(framework: Framework) -> tuple[Move, ...]:
    """The teams that belong to more than one service while the plans run, in the framework's order."""
    found: dict[str, Move] = {}
    for row in framework.services:
        if row.team:
            stays = tuple(stay for stay in stays_of(framework, row.team) if stay.belongs_from or stay.belongs_until)
            if len({stay.service for stay in stays}) > 1:
                found.setdefault(folded(stays[-1].team), Move(stays[-1].team, stays))
    return tuple(found.values())


def _order(row: Service) -> int:
    first = row.belongs_from.meaning.first
    return first.toordinal() if first else 0
