"""What last year's plans leave to account for: each record with the service that answers for it now, and its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from svcdocs.comparison.matching import paired
from svcdocs.model.accounts import DONE, KINDS, Account
from svcdocs.model.as_written import Ref
from svcdocs.model.continuity import Kept, kept_in
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, ServicePlan
from svcdocs.model.teams import home_of, stays_of
from svcdocs.model.wordings import wording_of

_DONE = frozenset({"achieved", "complete", "completed", "delivered", "done", "finished"})
_WITHDRAWN = frozenset({"abandoned", "cancelled", "deleted", "discontinued", "dropped", "withdrawn"})
_NOT_YET = frozenset({"not", "nearly", "partly", "almost", "be"})


@dataclass(frozen=True, slots=True)
class Left:
    """One record that last year's plans leave: its kind, the service that answers for it now, and its team."""

    service: str
    kind: str
    record: Kept
    is_done: bool


def left_by(framework: Framework, before: Framework, plans: Iterable[ServicePlan]) -> tuple[Left, ...]:
    """Every record of last year's plans, by the services of ``framework``; last year's is ``before``.

    A service is the same under another of its names, and a team takes its records along into the service to which it
    belongs by now. What belonged to a service that is none any more, and to no team that is, stays under its old name.
    """
    order = {name: place for place, name in enumerate(framework.service_names)}
    left = [
        Left(_home(framework, plan.service, record), kind, record, is_done(record, before))
        for plan in plans
        for kind, records in kept_in(plan).items()
        for record in records
    ]
    return tuple(sorted(left, key=lambda one: (order.get(one.service, len(order)), KINDS.index(one.kind))))


def accounts_for(left: Iterable[Left]) -> dict[str, tuple[Account, ...]]:
    """The rows of the sheet Last year for each service: what last year's status answers already is answered."""
    rows: dict[str, list[Account]] = {}
    for one in left:
        rows.setdefault(one.service, []).append(_row(one))
    return {service: tuple(own) for service, own in rows.items()}


def said_of(
    left: Sequence[Left], plans: Iterable[ServicePlan], services: Iterable[str]
) -> tuple[dict[int, Account], list[tuple[str, Account]]]:
    """What the sheets Last year say of each record, by its place; and the rows that are about none, by service.

    A row belongs to a record as two versions of one row belong together: by reference, then by near words. A row of any
    service may speak of what belonged to one that is none of ``services`` any more.
    """
    found: dict[int, Account] = {}
    strays: list[tuple[str, Account]] = []
    own = _by_service_and_kind(left)
    for plan in plans:
        for kind, rows in _by_kind(plan.last_year).items():
            places = own.get((plan.service, kind), [])
            free = _paired(left, places, rows, found)
            strays += [(plan.service, row) for row in free]
    now = set(services)
    gone = [place for place, one in enumerate(left) if one.service not in now]
    for kind in KINDS:
        rows = [row for _, row in strays if _kind(row) == kind]
        free = _paired(left, [place for place in gone if left[place].kind == kind], rows, found)
        strays = [(service, row) for service, row in strays if _kind(row) != kind or any(row is one for one in free)]
    return found, strays


def is_done(record: Kept, framework: Framework) -> bool:
    """Whether the status of an action says that it is done, by the council's key to statuses."""
    return _says(record, framework, _DONE)


def is_withdrawn(record: Kept, framework: Framework) -> bool:
    """Whether the status of an action says that it is withdrawn, and its row why."""
    return _says(record, framework, _WITHDRAWN) and bool(record.reason.strip())


def _says(record: Kept, framework: Framework, words: frozenset[str]) -> bool:
    status = folded(record.status) if isinstance(record, Action) else ""
    if not status:
        return False
    key = next((row for row in framework.status_key if status in (folded(row.letter), folded(row.label))), None)
    said = set(folded(key.label if key is not None else status).replace(",", " ").split())
    return bool(said & words) and not said & _NOT_YET


def _home(framework: Framework, service: str, record: Kept) -> str:
    """The service that answers for a record now."""
    today, team = framework.service_name(service), record.team.strip()
    if not team or not stays_of(framework, team):
        return today
    return home_of(framework, team, today) or today


def _row(one: Left) -> Account:
    words = " ".join(wording_of(one.record).plain.split())
    return Account(
        ref=Ref(text=one.record.ref.text),
        kind=one.kind,
        was=words,
        fate=DONE if one.is_done else "",
        team=one.record.team,
    )


def _by_service_and_kind(left: Sequence[Left]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(left):
        places.setdefault((one.service, one.kind), []).append(place)
    return places


def _by_kind(rows: Iterable[Account]) -> Mapping[str, list[Account]]:
    found: dict[str, list[Account]] = {}
    for row in rows:
        found.setdefault(_kind(row), []).append(row)
    return found


def _kind(row: Account) -> str:
    return next((kind for kind in KINDS if folded(kind) == folded(row.kind)), "")


def _paired(
    left: Sequence[Left], places: Sequence[int], rows: Sequence[Account], found: dict[int, Account]
) -> list[Account]:
    """Give each row to the record it is about; the rows that are about none of these."""
    issued = [_row(left[place]) for place in places]
    pairs = {
        pair.after: pair.before for pair in paired(issued, rows) if pair.before is not None and pair.after is not None
    }
    found |= {places[before]: rows[after] for after, before in pairs.items()}
    return [row for place, row in enumerate(rows) if place not in pairs]
