"""Last year's plans, where the settings say that they lie: read, as they left things, and what has become of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from svcdocs.commands.opening import bytes_of
from svcdocs.commands.whose import Desks
from svcdocs.comparison.accounts import accounts_for, left_by
from svcdocs.comparison.continuity import continuity_of
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import read_plans
from svcdocs.model.accounts import Account
from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import ServicePlan
from svcdocs.outputs import sha256_of
from svcdocs.project import Project
from svcdocs.workbook.assembly import share_of
from svcdocs.workbook.shares import Share


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's plans with the framework they were written against; ``name`` and ``sha`` are those of their file."""

    name: str
    sha: str
    framework: Framework
    plans: tuple[ServicePlan, ...]


def last_year_of(project: Project, framework: Framework) -> LastYear | None:
    """Last year's plans; None where the settings name none.

    Raises:
        SvcdocsError: the file cannot be read, is no plans.json or one of a later version, or is of this year.
    """
    if project.last_year is None:
        return None
    name, content = project.name_of(project.last_year), bytes_of(project.last_year)
    held = read_plans(content, name)
    year = held.framework.about.first_year.strip()
    if year and folded(year) == folded(framework.about.first_year):
        hint = "give the plans.json of the cycle before this one as last_year in svcdocs.toml, or take that line out"
        raise SvcdocsError(f"{name} holds the plans of {year}, which are those of this cycle", hint)
    return LastYear(name, sha256_of(content), held.framework, link(held.framework, held.plans).plans)


def with_last_year(cycle: Cycle, before: LastYear | None) -> Cycle:
    """The cycle, knowing what has become of last year's records; as it is where there were none."""
    return cycle if before is None else cycle.since(continuity_of(cycle, before.framework, before.plans))


def with_accounts(share: Share, project: Project, desks: Desks, whose: Assignment) -> Share:
    """What a contributor has filled in, with the rows of the sheet Last year where its workbook has none yet."""
    rows = accounts_asked(last_year_of(project, desks.framework), desks.framework)
    wide = {name: dict(parts) for name, parts in share.items()}
    for service in whose.services:
        own = share_of(ServicePlan(service=service, last_year=rows.get(service, ())), whose, desks.framework).last_year
        if own and not wide.get(service, {}).get("last_year"):
            wide.setdefault(service, {})["last_year"] = own
    return wide


def accounts_asked(before: LastYear | None, framework: Framework) -> Mapping[str, tuple[Account, ...]]:
    """The rows that the sheets Last year start with, by service; none where there was no last year."""
    return {} if before is None else accounts_for(left_by(framework, before.framework, before.plans))
