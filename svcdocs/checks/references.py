"""References: each leads somewhere, none is given twice, and every team named is one the service has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from svcdocs.checks.free_refs import first_free, seen_twice
from svcdocs.checks.names import ALIKE, ALIKE_REF, by_number, called, did_you_mean, elsewhere, said_by_ref
from svcdocs.checks.rule import ERROR, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, is_sheet_unread, may_be_unread_ref
from svcdocs.model.as_written import canonical_ref
from svcdocs.model.cycle import Cycle, named_refs
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.owed import is_promised, to_be_added
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.teams import home_of, stays_of, team_called
from svcdocs.model.wordings import Planned, beginnings_of, may_be_wording, planned, wording_of

UNKNOWN_REF = Rule(
    "ref-unknown",
    "A reference leads nowhere",
    ERROR,
    ERROR,
    message=(
        "A cell names an objective, action, priority or indicator that nobody has, so the row is printed beside "
        "nothing."
    ),
    remedy="Correct the reference as the finding suggests; or add a row for what it is meant to lead to.",
    example=Example(
        "Actions | Ref: HC1.1 | For: HC11",
        "Actions | Ref: HC1.1 | For: HC1",
    ),
)
REF_TWICE = Rule(
    "ref-twice",
    "A reference is given twice",
    ERROR,
    ERROR,
    message=(
        "Two rows of one kind have the same reference, so nobody can tell which of them is meant; SX52 and SX052 "
        "are the same."
    ),
    remedy="Give one of them another reference; or, if both are the same, put them on one row.",
    example=Example(
        "Indicators | Ref: SX71 | Indicator: Repairs done on the first visit\n"
        "Indicators | Ref: SX071 | Indicator: Calls answered within a minute",
        "Indicators | Ref: SX71 | Indicator: Repairs done on the first visit\n"
        "Indicators | Ref: SX072 | Indicator: Calls answered within a minute",
    ),
)
_PARTS: Mapping[tuple[type[Planned], str], tuple[str, ...]] = {
    (Objective, "under"): ("objectives",),
    (Objective, "serves"): ("objectives",),
    (Action, "serves"): ("objectives", "council_actions"),
    (Action, "indicators"): ("indicators",),
    (Indicator, "objective"): ("objectives", "actions"),
    (Risk, "serves"): ("objectives", "actions", "council_actions"),
}
"""By what names something and the field in which it does: the parts of a plan that may hold it."""
UNKNOWN_TEAM = Rule(
    "team-unknown",
    "A team is not one of the service's",
    WARNING,
    WARNING,
    judged=True,
    message="What stands under Team is not one of the teams of this service, or has moved to another service.",
    remedy="Choose the team from the list; if it is a new one, ask the policy officer to add it.",
    example=Example(
        "Actions | Ref: HC1.1 | Team: Homelesness",
        "Actions | Ref: HC1.1 | Team: Homelessness",
    ),
)


def unknown_references(cycle: Cycle) -> Iterator[Hit]:
    """A cell that names an objective, priority or indicator that nobody has; told once for cells that say the same.

    Where the sheet is gone on which it would stand, that is told once for all such references; where its workbook has
    not come back, or its own cell cannot be read, not at all.
    """
    framework = cycle.framework
    council = [str(row.ref) for row in framework.priorities] + [str(row.ref) for row in framework.shared_indicators]
    council += [wording for row in framework.priorities for wording in beginnings_of(row.text)]
    for plan in cycle.plans:
        twice = _to_be_given_anew(plan)
        alike: dict[tuple[str, ...], list[tuple[Planned, str]]] = {}
        unseen: dict[str, tuple[Planned, str, list[str]]] = {}
        for record, field, lost in _unknown(cycle, plan):
            parts = _PARTS[type(record), field]
            if is_sheet_unread(cycle, plan.service, parts):
                unseen.setdefault(parts[0], (record, field, []))[2].extend(lost)
            elif unknown := tuple(name for name in lost if not _may_be_there(cycle, plan, name, parts)):
                alike.setdefault(unknown, []).append((record, field))
        for unknown, cells in alike.items():
            (record, field), *others = cells
            said = " and ".join(f"'{in_short(name)}'" for name in unknown)
            lacks = "reference or wording" if any(map(may_be_wording, unknown)) else "reference"
            message = f"{called(record)} names {said}, and there is no such {lacks}.{elsewhere(others)}"
            known = (*_names_in(plan, _PARTS[type(record), field], but=record), *council)
            hint = _meant_by(unknown[0], twice) or did_you_mean(
                unknown[0],
                by_number(unknown[0], known),
                "Give the reference of one that exists, or add it.",
                said_by_ref((*planned(plan), *framework.priorities)),
                least=ALIKE if may_be_wording(unknown[0]) else ALIKE_REF,
            )
            yield Hit(UNKNOWN_REF, message, hint, plan.service, record, field)
        for record, field, written in unseen.values():
            yield _unseen(plan, record, field, written)


def references_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """Two records of one sheet with the same reference, in any spelling."""
    for plan in cycle.plans:
        for group in _groups(plan):
            yield from _twice(group, plan)


def unknown_teams(cycle: Cycle) -> Iterator[Hit]:
    """A team that the framework does not list under the service, or that has moved on to another; told once a name."""
    framework = cycle.framework
    for plan in cycle.plans:
        told: set[str] = set()
        for record in (*plan.passages, *plan.posts, *plan.partners, *plan.money, *planned(plan)):
            team = getattr(record, "team", "")
            if not team or folded(team) in told:
                continue
            told.add(folded(team))
            wrong = _moved(framework, plan.service, team) or _unknown_team(framework, plan.service, team)
            if wrong:
                yield Hit(UNKNOWN_TEAM, *wrong, plan.service, record, "team")


def _names_in(plan: ServicePlan, parts: Collection[str], but: Planned) -> Iterator[str]:
    """The references and wordings in some parts of a plan, without those of one record: nothing means itself."""
    own = {id(record) for part in parts for record in getattr(plan, part)}
    for record in planned(plan):
        if record is not but and (not own or id(record) in own):
            yield str(record.ref)
            yield from beginnings_of(wording_of(record))


def _may_be_there(cycle: Cycle, plan: ServicePlan, written: str, parts: Collection[str]) -> bool:
    """Whether a reference may lead to something that is yet to come, or whose own reference cannot be read."""
    return is_awaited(cycle, plan.service, parts) or may_be_unread_ref(cycle, plan, written, parts)


def _unseen(plan: ServicePlan, record: Planned, field: str, written: Sequence[str]) -> Hit:
    """All the references that lead to one sheet that is not there, told at the first of them."""
    names = list(dict.fromkeys(in_short(one) for one in written))
    others = f" and {len(names) - 1} others" if len(names) > 2 else f" and '{names[1]}'" if len(names) > 1 else ""  # noqa: PLR2004
    message = f"'{names[0]}'{others} cannot be looked up, since the sheet on which they belong could not be read."
    if len(names) == 1:
        message = f"'{names[0]}' cannot be looked up, since the sheet on which it belongs could not be read."
    hint = "Put the sheet right first; these references then say whether anything is wrong with them."
    return Hit(UNKNOWN_REF, message, hint, plan.service, record, field)


def _unknown(cycle: Cycle, plan: ServicePlan) -> Iterator[tuple[Planned, str, tuple[str, ...]]]:
    """The cells that name what is not there, each with its record, its field, and what that is."""
    ours = to_be_added(cycle.framework)
    shared = {row.ref.canonical for row in cycle.framework.shared_indicators}
    for record in planned(plan):
        for field, refs in named_refs(record).items():
            named = () if is_promised(refs, ours) else cycle.named(plan.service, refs)
            lost = [one.written for one in named if not (one.found or canonical_ref(one.written) in shared)]
            if lost:
                yield record, field, tuple(lost)


def _moved(framework: Framework, service: str, team: str) -> tuple[str, str] | None:
    """What to say of a team that is another service's by the end of the plans, and what to do about it."""
    row = team_called(framework, service, team)
    home = home_of(framework, team, service) if row else service
    if home == service:
        return None
    message = f"'{in_short(team)}' has moved to {in_short(home)}, in whose plan its work is printed."
    hint = (
        f"Move the row into the workbook for {in_short(home)}; if it is this service's work, take the team out of it."
    )
    return message, hint


def _unknown_team(framework: Framework, service: str, team: str) -> tuple[str, str] | None:
    teams = framework.teams_of(service)
    if not teams or team_called(framework, service, team):
        return None
    elsewhere = dict.fromkeys(framework.service_name(row.service) for row in stays_of(framework, team))
    belongs = f" It belongs to {' and '.join(map(in_short, elsewhere))}." if elsewhere else ""
    hint = did_you_mean(team, (row.team for row in teams), "Ask the policy officer to add the team.")
    return f"'{in_short(team)}' is not one of the teams of {service}.{belongs}", hint


def _groups(plan: ServicePlan) -> tuple[tuple[Planned, ...], ...]:
    """The records of a plan among which no reference may come twice."""
    return plan.objectives, plan.all_actions, plan.indicators, plan.risks


def _twice(group: tuple[Planned, ...], plan: ServicePlan) -> Iterator[Hit]:
    for record, first in seen_twice(group):
        place, mine = first.cell("ref"), record.cell("ref")
        there = f", which stands in {place.cell} of the sheet '{place.sheet}'" if place else ""
        if place and mine and place.file != mine.file:
            there += f" of '{place.file}'"
        alike = record.ref.text.strip() == first.ref.text.strip()
        why = "" if alike else "; capitals, signs and a nought in front make no difference"
        message = f"{called(record)} has the same reference as {called(first)}{there}{why}."
        free = first_free(str(record.ref), group)
        hint = (
            f"Give this one another reference, such as {free}, which is free; or, if both are the same, put them on "
            "one row."
            if free
            else REF_TWICE.remedy
        )
        yield Hit(REF_TWICE, message, hint, plan.service, record, "ref")


def _to_be_given_anew(plan: ServicePlan) -> dict[str, Planned]:
    """By the reference that would be free for it: each record that has the reference of another."""
    again = ((record, group) for group in _groups(plan) for record, _ in seen_twice(group))
    return {canonical_ref(free): record for record, group in again if (free := first_free(str(record.ref), group))}


def _meant_by(unknown: str, twice: Mapping[str, Planned]) -> str:
    """What to do about a reference that leads nowhere, where one given twice is the likelier slip; "" elsewhere."""
    record = twice.get(canonical_ref(unknown))
    place = record.cell("ref") if record is not None else None
    if record is None or place is None:
        return ""
    return (
        f"Put right {place.sheet} {place.cell} first: {called(record)} has the reference of another there, and may be "
        f"the one that is meant by '{in_short(unknown)}'."
    )
