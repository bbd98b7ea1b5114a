"""Nothing disappears: one fate for each objective, action and indicator of last year, and on what it rests.

What a team says on its sheet Last year counts, as far as this year's plans bear it out; of what it says nothing, this
year's plans tell: by reference, then by near words, one to one. What neither tells is missing, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from svcdocs.comparison.accounts import Left, is_done, is_withdrawn, left_by, said_of
from svcdocs.comparison.heirs import Heirs, Told
from svcdocs.comparison.values import plain_words
from svcdocs.model.accounts import ANSWERS, KINDS, Account
from svcdocs.model.as_written import Dates
from svcdocs.model.continuity import Continuity, Fate, Found, Heir, Kept, Odd, Past, kept_in
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, ServicePlan

_SAID = {folded(answer): Fate(answer) for answer in ANSWERS}
_PARTS = {KINDS[0]: ("objectives",), KINDS[1]: ("actions", "council_actions"), KINDS[2]: ("indicators",)}


def continuity_of(cycle: Cycle, before: Framework, plans: Iterable[ServicePlan]) -> Continuity:
    """What has become of each record of last year's ``plans``, which were written against the framework ``before``.

    The records come in the council's order of services, objectives before actions before indicators; each has exactly
    one fate. What belongs to a plan or sheet that has not come in is awaited and not missing.
    """
    left = left_by(cycle.framework, before, plans)
    accounts, strays = said_of(left, cycle.plans, cycle.framework.service_names)
    told = [Told(one, accounts.get(place), _said(accounts, place)) for place, one in enumerate(left)]
    heirs = Heirs(cycle, told)
    pasts = tuple(_past(one, cycle, heirs) for one in told)
    taken = {id(heir.record) for past in pasts for heir in past.heirs}
    return Continuity(before.about.first_year.strip(), pasts, tuple(strays), _new(cycle, taken))


def _said(accounts: Mapping[int, Account], place: int) -> Fate | None:
    """What the team has picked; None where it has picked nothing that there is to pick."""
    account = accounts.get(place)
    return _SAID.get(folded(account.fate)) if account is not None else None


def _past(told: Told, cycle: Cycle, heirs: Heirs) -> Past:
    fate, found, of, odd = _decided(told, cycle, heirs)
    return Past(told.left.service, told.left.kind, told.left.record, fate, found, tuple(of), told.account, tuple(odd))


Decided = tuple[Fate, Found, Sequence[Heir], Sequence[Odd]]


def _decided(told: Told, cycle: Cycle, heirs: Heirs) -> Decided:
    heir = heirs.of(told)
    if heir is not None and isinstance(heir.record, Kept) and is_withdrawn(heir.record, cycle.framework):
        return Fate.DROPPED, "withdrawn", [heir], []
    match told.said:
        case None:
            return _as_shown(told, cycle, heirs)
        case Fate.CARRIED | Fate.REDATED:
            return _carried(told, cycle, heirs)
        case said:
            return _gone(told, cycle, heirs, heir) if heir else _left_out(told, cycle, heirs, said)


def _as_shown(told: Told, cycle: Cycle, heirs: Heirs) -> Decided:
    """What the plans show of a record of which nobody says anything."""
    heir, record = heirs.of(told), told.left.record
    if heir is not None:
        is_over = told.left.is_done and isinstance(heir.record, Kept) and is_done(heir.record, cycle.framework)
        return (*((Fate.DONE, "status") if is_over else _there(record, heir, heirs.how(told))), [heir], [])
    if told.left.is_done:
        return Fate.DONE, "status", [], []
    return (Fate.AWAITED if _is_awaited(told.left, cycle) else Fate.MISSING), "", [], []


def _gone(told: Told, cycle: Cycle, heirs: Heirs, heir: Heir) -> Decided:
    """What is said to be over, and is there under its own reference: as done, or merged with others into itself?"""
    if told.said is Fate.DONE and isinstance(heir.record, Kept) and is_done(heir.record, cycle.framework):
        return Fate.DONE, "said", [heir], []
    into_itself = told.said is Fate.MERGED and any(one.record is heir.record for one in heirs.named(told)[0])
    return (*_there(told.left.record, heir), [heir], [] if into_itself else [Odd.STILL_THERE])


def _left_out(told: Told, cycle: Cycle, heirs: Heirs, said: Fate) -> Decided:
    """What is said to be over, and is there no more."""
    if said is Fate.DONE:
        return Fate.DONE, "said", [], []
    if said is Fate.DROPPED:
        return Fate.DROPPED, "said", [], list(_unexplained(told))
    targets, unknown = heirs.named(told)
    if targets and not unknown:
        return Fate.MERGED, "said", targets, []
    if _is_awaited(told.left, cycle):
        return Fate.AWAITED, "", [], []
    return Fate.MISSING, "", [], [Odd.UNKNOWN_TARGET if unknown else Odd.NO_TARGET]


def _carried(told: Told, cycle: Cycle, heirs: Heirs) -> Decided:
    heir = heirs.of(told)
    targets, unknown = heirs.named(told)
    odd = [Odd.UNKNOWN_TARGET] if unknown else []
    if heir is None and targets:  # what is several by now, or the council's own, is nobody's alone
        is_claimed = len(targets) == 1 and isinstance(targets[0].record, Kept)
        return Fate.MERGED, "said", targets, [Odd.CLAIMED_TWICE] if is_claimed else odd
    if heir is None:
        if _is_awaited(told.left, cycle):
            return Fate.AWAITED, "", [], []
        return Fate.MISSING, "", [], odd or [Odd.NOWHERE]
    fate, found = _there(told.left.record, heir, heirs.how(told))
    if told.said is Fate.REDATED and fate is not Fate.REDATED:
        odd.append(Odd.SAME_END)
    return fate, found, [heir], odd


def _there(record: Kept, heir: Heir, how: Found = "ref") -> tuple[Fate, Found]:
    """The fate of what is there this year as well: re-dated, where it has another end."""
    now = heir.record
    ends = [one.finish for one in (record, now) if isinstance(one, Action) and one.finish]
    is_redated = len(ends) == 2 and not _is_one_end(*ends)  # noqa: PLR2004 - one last year and one now
    return (Fate.REDATED if is_redated else Fate.CARRIED), how


def _is_one_end(one: Dates, other: Dates) -> bool:
    """Whether two cells give the same end: the same last day where both can be read, else the same words."""
    days = [tuple(date.meaning.last for date in each.items) for each in (one, other)]
    return (
        days[0] == days[1] if all(map(all, days)) else folded(plain_words(one.text)) == folded(plain_words(other.text))
    )


def _unexplained(told: Told) -> Iterator[Odd]:
    assert told.account is not None
    if not told.account.why:
        yield Odd.NO_REASON
    if not told.account.asked.strip():
        yield Odd.NOBODY_ASKED


def _is_awaited(left: Left, cycle: Cycle) -> bool:
    """Whether what it may be this year stands in something that has not come in, or cannot be read."""
    service, parts = left.service, _PARTS[left.kind]
    if service not in cycle.framework.service_names:
        return bool(cycle.awaited)
    if service in cycle.awaited or any(
        gap.part in parts and not gap.field and gap.concerns(service) for gap in cycle.gaps
    ):
        return True
    team = folded(left.record.team)
    return any(
        service in one.services and (not one.team or not team or folded(one.team) == team)
        for one in cycle.missing
        if not {*parts, "last_year"}.isdisjoint(one.parts)
    )


def _new(cycle: Cycle, taken: set[int]) -> dict[str, tuple[Kept, ...]]:
    """The records of this year, by service, that no record of last year is."""
    return {
        plan.service: tuple(row for rows in kept_in(plan).values() for row in rows if id(row) not in taken)
        for plan in cycle.plans
    }
