"""A service plan as its Word template prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from svcdocs.documents.action_columns import ActionColumns, action_columns, every_action
from svcdocs.documents.action_plan import (
    ActionGroup,
    KeyRow,
    action_groups,
    has_progress,
    rag_rules,
    status_key,
)
from svcdocs.documents.any_plan import AnyPlan, any_plan
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.indicator_notes import IndicatorNote, indicator_notes, results_are_few, without_results
from svcdocs.documents.indicators import (
    IndicatorColumns,
    IndicatorRow,
    every_indicator,
    indicator_columns,
    indicator_rows,
)
from svcdocs.documents.landscape import Told, told_apart, with_changes
from svcdocs.documents.milestones import milestones
from svcdocs.documents.order import Pages
from svcdocs.documents.sections import NARRATIVE, SectionContext
from svcdocs.documents.setting import Setting, setting_of
from svcdocs.documents.trends import trends
from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle
from svcdocs.model.homes import HOMES, has_list
from svcdocs.model.publication import Edition
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import Text

_LANDSCAPE: Final[tuple[Pages, ...]] = ("action plan", "indicators")
_LISTS = (*NARRATIVE, *_LANDSCAPE)


@dataclass(frozen=True, slots=True)
class ServicePlanContext(AnyPlan):
    """All that a service plan of the usual form prints, in its order."""

    action_plan: SectionContext
    """Heading and words of the action plan."""
    key: tuple[KeyRow, ...]
    """What the statuses mean."""
    rag_rules: Text
    """How a status is decided."""
    groups: tuple[ActionGroup, ...]
    """The actions by group, each group a table."""
    action_columns: ActionColumns
    """Which columns these tables have beside those they always have."""
    every_action: str
    """A sentence about what is the same for all actions; empty where nothing is."""
    milestones: Drawn | None
    """When the actions end, month by month, as a chart; nothing where there are too few dates to show."""
    has_progress: bool
    """Whether any action has a status or progress, so that the tables have these two columns."""
    appendix: SectionContext
    """Heading and words of the appendix of indicators."""
    indicators: tuple[IndicatorRow, ...]
    """The indicators."""
    indicator_columns: IndicatorColumns
    """Which columns their table has."""
    every_indicator: str
    """A sentence about what is the same for all of them; empty where nothing is."""
    indicator_notes: tuple[IndicatorNote, ...]
    """How the figures of some are worked out."""
    trends: tuple[Drawn, ...]
    """Results and targets of each indicator with figures enough, as a chart."""


def service_plan_context(
    cycle: Cycle,
    plan: ServicePlan,
    *,
    draft: bool,
    pictures: Mapping[str, bytes] | None = None,
    fingerprint: str = "",
    edition: Edition | None = None,
    since: Since | None = None,
) -> ServicePlanContext:
    """Lay out one plan for its template.

    Args:
        cycle: the plan among the others of its year, linked to the framework.
        plan: the plan to print.
        draft: whether the document says that it is a draft; sections required only in the final may then be blank.
        pictures: PNG or JPEG files by their names; the council's logo is called "logo", with or without its ending.
        fingerprint: what identifies the content, printed small at the foot of every page.
        since: what has changed since the version that those who sign have seen, where one is known.
        edition: the public edition, where the cycle and the plan are what the public may see.
    """
    setting = setting_of(cycle, plan, pictures or {}, draft=draft, edition=edition, since=since)
    told, action_plan, appendix = _sections(setting)
    few = results_are_few(plan.indicators)
    measured = without_results(plan.indicators) if few else plan.indicators
    rows = indicator_rows(measured, setting)
    has_appendix = bool(rows or appendix.before or appendix.teams or appendix.after)
    groups = action_groups(setting)
    return ServicePlanContext(
        **any_plan(setting, told.stretches(_LANDSCAPE[: 1 + has_appendix]), fingerprint).fields(),
        action_plan=action_plan,
        key=status_key(setting),
        rag_rules=rag_rules(setting),
        groups=groups,
        action_columns=action_columns(groups),
        every_action=every_action(groups, setting),
        milestones=milestones(setting),
        has_progress=has_progress(plan),
        appendix=appendix,
        indicators=rows,
        indicator_columns=indicator_columns(measured, setting),
        every_indicator=every_indicator(measured, setting),
        indicator_notes=indicator_notes(plan.indicators, setting, with_results=few),
        trends=trends(plan.indicators, setting),
    )


def _sections(setting: Setting) -> tuple[Told, SectionContext, SectionContext]:
    """The plan told apart, and what stands around the action plan and around the indicators."""
    plan = setting.plan
    present = [name for name in _LISTS if has_list(plan, name)]
    told = told_apart(setting, present, _LANDSCAPE)
    actions, indicators = told.wide
    action_plan = actions.section
    if not plan.all_actions and not actions.is_owed:
        action_plan = replace(action_plan, not_given=setting.nothing_in(HOMES["action plan"][0]))
    if not told.has_narrative:
        action_plan = with_changes(action_plan, setting)
    return told, action_plan, indicators.section
