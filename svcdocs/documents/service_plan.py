"""A service plan as its Word template prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from svcdocs.documents.action_plan import ActionGroup, KeyRow, action_groups, rag_rules, status_key
from svcdocs.documents.front import (
    Approval,
    Signing,
    approvals,
    holders,
    logo,
    names,
    period,
    plan_title,
    signings,
    version,
)
from svcdocs.documents.indicators import (
    IndicatorColumns,
    IndicatorNote,
    IndicatorRow,
    indicator_columns,
    indicator_notes,
    indicator_rows,
)
from svcdocs.documents.outline import HOMES, Place, places_of
from svcdocs.documents.sections import HAS, SectionContext, is_text, parts_below, section, sections
from svcdocs.documents.setting import Setting, key, setting_of
from svcdocs.documents.words import capitalised
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Section
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import Text
from svcdocs.word.pictures import Picture

_LANDSCAPE = ("action plan", "indicators")


@dataclass(frozen=True, slots=True)
class ServicePlanContext:
    """All that a service plan prints, in its order."""

    language: str
    """The language of the document, for spelling and screen readers."""
    document_title: str
    """The title in the properties of the document."""
    council: str
    """The council's full name."""
    logo: Picture | None
    """The council's logo, where it has given one."""
    service: str
    """The service."""
    plan_title: str
    """The title of the plan, which says so while it is a draft."""
    short_title: str
    """Service and title, for the top of every page."""
    period: str
    """The years of the plan."""
    version: str
    """The version and its date."""
    fingerprint: str
    """What identifies the content, for the foot of every page; empty where nobody has asked for it."""
    holders: tuple[str, ...]
    """The portfolio holders."""
    managers: tuple[str, ...]
    """Who answers for the service."""
    approvals_lead_in: str
    """The words above those who sign."""
    signings: tuple[Signing, ...]
    """Those who sign."""
    approvals: tuple[Approval, ...]
    """The bodies that approve."""
    sections: tuple[SectionContext, ...]
    """The sections in the council's order, each followed by its parts."""
    action_plan: SectionContext
    """Heading and words of the action plan."""
    key: tuple[KeyRow, ...]
    """What the statuses mean."""
    rag_rules: Text
    """How a status is decided."""
    groups: tuple[ActionGroup, ...]
    """The actions by group, each group a table."""
    appendix: SectionContext
    """Heading and words of the appendix of indicators."""
    indicators: tuple[IndicatorRow, ...]
    """The indicators."""
    indicator_columns: IndicatorColumns
    """Which columns their table has."""
    indicator_notes: tuple[IndicatorNote, ...]
    """How the figures of some are worked out."""


def service_plan_context(
    cycle: Cycle, plan: ServicePlan, *, draft: bool, pictures: Mapping[str, bytes] | None = None, fingerprint: str = ""
) -> ServicePlanContext:
    """Lay out one plan for its template.

    Args:
        cycle: the plan among the others of its year, linked to the framework.
        plan: the plan to print.
        draft: whether the document says that it is a draft; sections required only in the final may then be blank.
        pictures: PNG or JPEG files by their names; the council's logo is called "logo", with or without its ending.
        fingerprint: what identifies the content, printed small at the foot of every page.
    """
    setting = setting_of(cycle, plan, pictures or {}, draft=draft)
    narrative, action_plan, appendix = _sections(setting)
    about, words, title, years = cycle.framework.about, setting.words, plan_title(setting), period(setting)
    return ServicePlanContext(
        language=about.language.strip() or "en-GB",
        document_title=words.document_title.format(service=plan.service, title=title, period=years),
        council=about.council.strip() or words.not_given,
        logo=logo(setting),
        service=plan.service,
        plan_title=title,
        short_title=words.short_title.format(service=plan.service, title=title),
        period=years,
        version=version(setting),
        fingerprint=fingerprint,
        holders=holders(setting),
        managers=names(setting.service.manager),
        approvals_lead_in=about.approvals.strip() or words.approvals,
        signings=signings(setting),
        approvals=approvals(setting),
        sections=narrative,
        action_plan=action_plan,
        key=status_key(setting),
        rag_rules=rag_rules(setting),
        groups=action_groups(setting),
        appendix=appendix,
        indicators=indicator_rows(plan.indicators, setting),
        indicator_columns=indicator_columns(plan.indicators, setting),
        indicator_notes=indicator_notes(plan.indicators, setting),
    )


def _sections(setting: Setting) -> tuple[tuple[SectionContext, ...], SectionContext, SectionContext]:
    """The narrative, and what stands around the action plan and around the indicators."""
    plan = setting.plan
    present = [name for name in HOMES if HAS[name](plan)]
    places = places_of(plan.passages, setting, present)
    actions, indicators = (_wide_place(name, places, setting) for name in _LANDSCAPE)
    elsewhere = {id(place) for place in (actions, indicators, *_within(actions), *_within(indicators))}
    narrative = [place for place in places if id(place) not in elsewhere]
    action_plan = _with_parts(actions, setting)
    if not plan.all_actions:
        action_plan = replace(action_plan, not_given=setting.words.not_given)
    return sections(narrative, setting), action_plan, _with_parts(indicators, setting)


def _with_parts(place: Place, setting: Setting) -> SectionContext:
    """A section on pages of its own, its parts behind its text."""
    found = section(place, setting)
    return replace(found, before=(*found.before, *parts_below(place, setting)))


def _within(place: Place) -> Iterator[Place]:
    for part in filter(is_text, place.below):
        yield part
        yield from _within(part)


def _wide_place(name: str, places: list[Place], setting: Setting) -> Place:
    """The section of a list that has landscape pages of its own; a new one where the framework has none."""
    for place in places:
        if key(place.section.key) in HOMES[name] or name in place.lists:
            return place
    heading = capitalised(setting.words.action_plan if name == "action plan" else setting.words.indicators)
    return Place(Section(key=name, heading=heading), heading, 1)
