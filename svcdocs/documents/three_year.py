"""A service plan of the three-year form, as its Word template prints it: narrative, then plans in landscape tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from svcdocs.documents.any_plan import AnyPlan, any_plan
from svcdocs.documents.formats import lines
from svcdocs.documents.indicator_notes import IndicatorNote, indicator_notes, results_are_few, without_results
from svcdocs.documents.indicators import (
    IndicatorColumns,
    IndicatorRow,
    every_indicator,
    indicator_columns,
    indicator_rows,
    short_name,
)
from svcdocs.documents.landscape import Wide, told_apart, with_changes
from svcdocs.documents.operational import TargetTable, target_tables
from svcdocs.documents.order import Pages
from svcdocs.documents.planned import PlannedTable, council_tables, improvement_tables
from svcdocs.documents.sections import NARRATIVE, SectionContext
from svcdocs.documents.setting import Setting, setting_of
from svcdocs.documents.team_openings import TeamOpenings
from svcdocs.model.as_written import Owners, Refs, Target
from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle
from svcdocs.model.homes import HOMES, has_list
from svcdocs.model.publication import Edition
from svcdocs.model.service_plan import Indicator, ServicePlan

_LANDSCAPE: Final[tuple[Pages, ...]] = ("council actions plan", "operational plan", "improvement plan", "indicators")
_LISTS = (*NARRATIVE, *_LANDSCAPE[:3])


@dataclass(frozen=True, slots=True)
class ThreeYearContext(AnyPlan):
    """All that a service plan of the three-year form prints, in its order. A part without a heading is not printed."""

    council_plan: SectionContext
    """Heading and words of the council actions implementation plan."""
    council_tables: tuple[PlannedTable, ...]
    """The council actions team by team."""
    operational_plan: SectionContext
    """Heading and words of the operational plan."""
    target_tables: tuple[TargetTable, ...]
    """Indicators and milestones by objective and supporting objective."""
    improvement_plan: SectionContext
    """Heading and words of the improvement plan."""
    improvement_tables: tuple[PlannedTable, ...]
    """The service's own actions by team and objective."""
    appendix: SectionContext
    """Heading and words of the appendix on indicators."""
    indicators: tuple[IndicatorRow, ...]
    """Those indicators of which more is known than the operational plan shows."""
    indicator_columns: IndicatorColumns
    """Which columns their table has."""
    every_indicator: str
    """A sentence about what is the same for all of them; empty where nothing is."""
    indicator_notes: tuple[IndicatorNote, ...]
    """How the figures of some are worked out."""


def three_year_context(
    cycle: Cycle,
    plan: ServicePlan,
    *,
    draft: bool,
    pictures: Mapping[str, bytes] | None = None,
    fingerprint: str = "",
    edition: Edition | None = None,
    since: Since | None = None,
) -> ThreeYearContext:
    """Lay out one plan for its template; what is given is the same as for a plan of the usual form."""
    setting = setting_of(cycle, plan, pictures or {}, draft=draft, edition=edition, since=since)
    present = [name for name in _LISTS if has_list(plan, name)]
    told = told_apart(setting, present, _LANDSCAPE)
    wide = told.wide
    openings = [TeamOpenings(one.teams, setting) for one in wide[:3]]
    tables = (
        council_tables(setting, openings[0]),
        target_tables(setting, openings[1]),
        improvement_tables(setting, openings[2]),
    )
    rows, columns, notes, alike = _more(plan.indicators, setting)
    plans = _shown(wide[:3], tables, setting, is_first=not told.has_narrative)
    council, operational, improvement = (
        replace(plan, teams=opening.left) for plan, opening in zip(plans, openings, strict=True)
    )
    appendix = wide[3].section
    if not (rows or notes) and appendix.is_empty:
        appendix = _unprinted(appendix)
    headed = zip(_LANDSCAPE, (council, operational, improvement, appendix), strict=True)
    stretches = told.stretches([name for name, section in headed if section.heading])
    return ThreeYearContext(
        **any_plan(setting, stretches, fingerprint).fields(),
        council_plan=council,
        council_tables=tables[0],
        operational_plan=operational,
        target_tables=tables[1],
        improvement_plan=improvement,
        improvement_tables=tables[2],
        appendix=appendix,
        indicators=rows,
        indicator_columns=columns,
        every_indicator=alike,
        indicator_notes=notes,
    )


def _shown(
    wide: Sequence[Wide], tables: Sequence[Sequence[object]], setting: Setting, *, is_first: bool
) -> list[SectionContext]:
    """The three plans: one with nothing in it is printed only where it is required, or where there is no other."""
    made = []
    filled = [bool(rows) or not one.section.is_empty for one, rows in zip(wide, tables, strict=True)]
    for place, (one, is_filled) in enumerate(zip(wide, filled, strict=True)):
        if is_filled:
            made.append(one.section)
        elif one.is_required or (place == len(wide) - 1 and not any(filled)):
            made.append(replace(one.section, not_given=setting.nothing_in(HOMES[_LANDSCAPE[place]][0])))
        else:
            made.append(_unprinted(one.section))
    if is_first:
        opening = next(place for place, section in enumerate(made) if section.heading)
        made[opening] = with_changes(made[opening], setting)
    return made


def _unprinted(section: SectionContext) -> SectionContext:
    return replace(section, heading="")


def _more(
    indicators: Sequence[Indicator], setting: Setting
) -> tuple[tuple[IndicatorRow, ...], IndicatorColumns, tuple[IndicatorNote, ...], str]:
    """What is known of the indicators beyond the operational plan: a table of those of which it is, and notes.

    Last what is the same for all of the table.
    """
    every = [row for row in indicators if not row.measures_nothing]
    bare = [
        row.model_copy(
            update={"lead": Owners(), "baseline": Target(), "baseline_note": "", "targets": {}, "objective": Refs()}
        )
        for row in every
    ]
    told = _told(bare, setting)
    few = results_are_few(told)
    if few:
        told = _told(without_results(told), setting)
    rows = (
        replace(shown, name=lines([short_name(row, setting)]))
        for row, shown in zip(told, indicator_rows(told, setting), strict=True)
    )
    notes = indicator_notes(every, setting, with_results=few)
    return tuple(rows), indicator_columns(told, setting), notes, every_indicator(told, setting)


def _told(indicators: Iterable[Indicator], setting: Setting) -> list[Indicator]:
    """Those of which a table has something to tell."""
    return [row for row in indicators if _has_more(indicator_columns([row], setting))]


def _has_more(columns: IndicatorColumns) -> bool:
    """Whether any column of the table has something in it."""
    figures = (columns.unit, columns.good_is, columns.results, columns.frequency)
    return any((*figures, columns.people, columns.lead, columns.responsible, columns.owner, columns.updater))
