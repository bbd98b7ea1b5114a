"""Which columns the tables of actions have: those that say more than one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from svcdocs.documents.action_plan import ActionGroup
from svcdocs.documents.said_once import alike, said_once
from svcdocs.documents.setting import Setting


@dataclass(frozen=True, slots=True)
class ActionColumns:
    """Those columns that may be left out, because what they say is said once above all tables."""

    finish: bool
    """Whether actions end on different days."""
    help_needed: bool
    """Whether actions differ in the services whose help they need."""
    resources: bool
    """Whether actions differ in what they need beyond what there is."""


def action_columns(groups: Iterable[ActionGroup]) -> ActionColumns:
    """The columns all tables have: they are the same in each, so that the tables can be read below each other."""
    found = _alike(groups)
    return ActionColumns(**{name: name not in found for name in ("finish", "help_needed", "resources")})


def every_action(groups: Iterable[ActionGroup], setting: Setting) -> str:
    """A sentence about what is the same for all actions; empty where nothing is."""
    words = setting.words
    labels = {
        "finish": words.completion_date,
        "help_needed": words.services_directly_affected,
        "resources": words.additional_resources,
    }
    return said_once(_alike(groups), labels, words.every_action, words)


def _alike(groups: Iterable[ActionGroup]) -> dict[str, str]:
    rows = [row for group in groups for row in group.rows]
    return alike({name: [getattr(row, name).plain for row in rows] for name in ("finish", "help_needed", "resources")})
