"""Objectives of services as a list: each behind its reference, its parts under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from svcdocs.documents.corporate_actions import Style, behind_ref
from svcdocs.documents.formats import with_end
from svcdocs.documents.heads import objectives_in_section
from svcdocs.model.corporate_view import Contribution
from svcdocs.model.service_plan import Objective
from svcdocs.model.text import Block, Text
from svcdocs.model.wordings import key_of


def objective_list(contributions: Iterable[Contribution], style: Style) -> Text:
    """The objectives among some contributions, as a list; a part stands under its whole where that is there too.

    What only words an objective anew, at the head of a table of its service's plan, is not listed beside it.
    """
    found = [(one.service, one.record) for one in contributions if isinstance(one.record, Objective)]
    heads = _heads(dict.fromkeys(service for service, _ in found), style)
    known = {(service, key_of(row)) for service, row in found if id(row) not in heads}
    named = {id(row): style.setting.cycle.keys(service, row.under) for service, row in found}
    above_it = {id(row): (service, next(iter(named[id(row)]), "")) for service, row in found}
    reworded = {
        (service, key_of(row)): above_it[id(row)]
        for service, row in found
        if id(row) in heads and row.under and above_it[id(row)] in known
    }
    wholes: dict[tuple[str, str], list[Block]] = {}
    lists: list[list[Block]] = []
    for service, row in found:
        own, whole = (service, key_of(row)), above_it[id(row)]
        if id(row) in heads and own in reworded:
            continue
        above = wholes.get(reworded.get(whole, whole)) if row.under else None
        told = behind_ref(row.ref.text.strip(), row.text, 0 if above is None else 1)
        if above is None:
            lists.append([with_end(told, f" ({service})")])
        else:
            above.append(told)
        wholes.setdefault(own, lists[-1] if above is None else above)
    return Text(blocks=tuple(block for blocks in lists for block in blocks))


def _heads(services: Iterable[str], style: Style) -> set[int]:
    """The identities of the objectives that stand at the head of a table in the plan of their service."""
    plans = [plan for service in services if (plan := style.setting.cycle.plan(service)) is not None]
    every = {id(row) for plan in plans for row in plan.objectives}
    return every - {id(row) for plan in plans for row in objectives_in_section(replace(style.setting, plan=plan))}
