"""Teams and services in time: by which names a team goes, to which service it belongs, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.organisation import Service


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which teams or services become others: what there was until then, and what there is from then on.

    Nothing ``before``: a new one. Nothing ``after``: one that ends. Two before and one after are a merger, one before
    and two after a split, one of each a move or a new name.
    """

    before: tuple[Service, ...]
    after: tuple[Service, ...]

    @property
    def day(self) -> date | None:
        """The first day on which it holds; None where that cannot be read."""
        if self.after:
            return self.after[0].belongs_from.meaning.first
        last = self.before[0].belongs_until.meaning.last
        return last + timedelta(days=1) if last else None


def names_of(row: Service) -> tuple[str, ...]:
    """Every name of a team, or of a service where the row is about one: the one in use first."""
    return lines_of("\n".join((row.team or row.service, row.also_called)))


def team_called(framework: Framework, service: str, name: str) -> Service | None:
    """The row of a team of a service by any of its names; None where the service has no such team.

    Where several rows have that name, the one whose name in use it is; of these the last in time.
    """
    own = {id(row) for row in framework.teams_of(service)}
    rows = [row for row in stays_of(framework, name) if id(row) in own]
    in_use = [row for row in rows if folded(row.team) == folded(name)]
    return next(reversed(in_use or rows), None)


def stays_of(framework: Framework, team: str) -> tuple[Service, ...]:
    """The rows of a team, by any of its names, under all services to which it belongs: the earliest first.

    A row without "from" stands before those that have one.
    """
    wanted = folded(team)
    rows = [row for row in framework.services if row.team and wanted and wanted in all_folded(names_of(row))]
    return tuple(sorted(rows, key=_begins))


def home_of(framework: Framework, team: str, service: str = "") -> str:
    """The service in whose plan a team's work is printed: of those to which it belongs in turn, the last.

    ``service`` is where the team was when its workbook went out. Two services may each have a team of one name: a team
    has moved only where the rows have dates that say so. A team that is split among several services has its work where
    it was.
    """
    rows = stays_of(framework, team)
    here = [row for row in rows if _is_called(framework, row.service, service)]
    dated = [row for row in rows if row.belongs_from or row.belongs_until]
    for row in (here or dated or rows)[-1:]:
        return framework.service_name(_last(framework, row).service)
    return service


def successors_of(framework: Framework, row: Service) -> tuple[Service, ...]:
    """What becomes of a team or service after its last day: the next rows that go by one of its names.

    Only days tell that there is something to follow: the row must have a last one, and the next a first, which lies
    within the years of the plans.
    """
    if not row.belongs_until:
        return ()
    names, last = all_folded(names_of(row)), framework.last_day
    later = [
        other
        for other in framework.services
        if other is not row
        and other.belongs_from
        and _begins(other) > _begins(row)
        and (last is None or _begins(other) <= last.toordinal())
        and not names.isdisjoint(all_folded(names_of(other)))
    ]
    first = min(map(_begins, later), default=0)
    return tuple(other for other in later if _begins(other) == first)


def predecessors_of(framework: Framework, row: Service) -> tuple[Service, ...]:
    """What a team or service was until its first day."""
    rows = (other for other in framework.services if other.belongs_until)
    return tuple(other for other in rows if any(one is row for one in successors_of(framework, other)))


def changes_of(framework: Framework, service: str = "") -> tuple[Change, ...]:
    """What changes while the plans run, in order of date; with ``service``, what touches it or one of its teams.

    What changed on the first day of the plans or before it is how things are, and what lies behind their last is none
    of their business. A day that cannot be read is taken for one of theirs.
    """
    first, last = framework.first_day, framework.last_day
    own = {id(row) for row in (framework.service(service), *framework.teams_of(service)) if row is not None}
    shown = [
        change
        for change in _all_changes(framework)
        if (change.day is None or first is None or last is None or first < change.day <= last)
        and (not service or any(id(row) in own for row in (*change.before, *change.after)))
    ]
    return tuple(sorted(shown, key=lambda change: change.day or date.max))


def _all_changes(framework: Framework) -> list[Change]:
    """Every row that begins or ends, with what it comes from or goes to; a merger is one change."""
    merged: dict[tuple[int, ...], tuple[list[Service], tuple[Service, ...]]] = {}
    followed: set[int] = set()
    for row in framework.services:
        after = successors_of(framework, row)
        followed.update(id(one) for one in after)
        if row.belongs_until:
            merged.setdefault(tuple(map(id, after)) or (id(row), 0), ([], after))[0].append(row)
    changes = [Change(tuple(before), after) for before, after in merged.values()]
    begun = (row for row in framework.services if row.belongs_from and id(row) not in followed)
    return [*changes, *(Change((), (row,)) for row in begun)]


def _last(framework: Framework, row: Service) -> Service:
    """The row that a team ends in, as far as one follows another alone. Each begins after the one before: it ends."""
    after = successors_of(framework, row)
    return _last(framework, after[0]) if len(after) == 1 else row


def _begins(row: Service) -> int:
    first = row.belongs_from.meaning.first
    return first.toordinal() if first else 0


def _is_called(framework: Framework, typed: str, service: str) -> bool:
    return bool(service) and folded(framework.service_name(typed)) == folded(framework.service_name(service))
