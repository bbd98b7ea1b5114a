"""The annex with every action of every service."""

from __future__ import annotations

from dataclasses import dataclass, replace

from svcdocs.documents.beside import Front, front_of, hidden
from svcdocs.documents.corporate_actions import ActionRow, Style, action_row
from svcdocs.documents.references import told
from svcdocs.documents.setting import Setting
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action, ServicePlan
from svcdocs.model.thread import serves_itself


@dataclass(frozen=True, slots=True)
class ServedRow(ActionRow):
    """An action of a service, with what it serves."""

    serves: str
    """The references it names; else the council action it is called by; a dash where it names nothing."""


@dataclass(frozen=True, slots=True)
class ServiceActions:
    """The actions of one service."""

    service: str
    """Its name."""
    rows: tuple[ServedRow, ...]
    """Its actions, but for those that may not be published."""
    table: str
    """What a screen reader calls their table."""


@dataclass(frozen=True, slots=True)
class AnnexActionsContext(Front):
    """All that the annex of actions prints."""

    services: tuple[ServiceActions, ...]
    """The services whose plans have come in, in the council's order."""
    unpublished: str
    """How many actions are left out; empty where none is."""


def annex_actions_context(view: CorporateView, style: Style) -> AnnexActionsContext:
    """Lay out the annex of actions."""
    front = front_of(style, view, style.words.annex_actions)
    plans = style.setting.cycle.plans
    left = sum(not is_published(action) for plan in plans for action in plan.all_actions)
    return AnnexActionsContext(
        **front.fields(),
        services=tuple(service_actions(plan, style) for plan in plans),
        unpublished=hidden(left, style),
    )


def service_actions(plan: ServicePlan, style: Style) -> ServiceActions:
    """The actions of one plan, the council's own first, as the plan has them."""
    setting = replace(style.setting, plan=plan)
    return ServiceActions(
        service=plan.service,
        rows=tuple(_row(action, setting, style) for action in plan.all_actions if is_published(action)),
        table=style.words.annex_actions_table.format(service=plan.service),
    )


def _row(action: Action, setting: Setting, style: Style) -> ServedRow:
    row = action_row(setting.plan.service, action, style)
    return ServedRow(row.ref, row.title, row.service, row.lead, row.finish, _serves(action, setting))


def _serves(action: Action, setting: Setting) -> str:
    named = told(action.serves, setting)
    own = serves_itself(setting.cycle, setting.plan, action)
    return named or ", ".join(one.ref.text.strip() for one in own if one.ref) or setting.words.dash
