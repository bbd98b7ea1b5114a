"""The annex with every indicator of every service, in the tables in which the services' own plans print them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from svcdocs.documents.beside import Front, front_of, hidden
from svcdocs.documents.corporate_actions import Style, people
from svcdocs.documents.formats import owners
from svcdocs.documents.indicators import (
    IndicatorColumns,
    IndicatorRow,
    every_indicator,
    indicator_columns,
    indicator_rows,
)
from svcdocs.model.as_written import Owners
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Indicator, ServicePlan


@dataclass(frozen=True, slots=True)
class ServiceIndicators:
    """The indicators of one service."""

    service: str
    """Its name."""
    said_once: str
    """What is the same for all of them; empty where nothing is."""
    columns: IndicatorColumns
    """Which columns their table has."""
    rows: tuple[IndicatorRow, ...]
    """Its indicators, but for those that may not be published."""
    table: str
    """What a screen reader calls their table."""


@dataclass(frozen=True, slots=True)
class AnnexIndicatorsContext(Front):
    """All that the annex of indicators prints."""

    services: tuple[ServiceIndicators, ...]
    """The services whose plans have come in, in the council's order."""
    unpublished: str
    """How many indicators are left out; empty where none is."""


def annex_indicators_context(view: CorporateView, style: Style) -> AnnexIndicatorsContext:
    """Lay out the annex of indicators."""
    front = front_of(style, view, style.words.annex_indicators)
    plans = style.setting.cycle.plans
    left = sum(not is_published(row) for plan in plans for row in plan.indicators if not row.measures_nothing)
    return AnnexIndicatorsContext(
        **front.fields(),
        services=tuple(_service(plan, style) for plan in plans),
        unpublished=hidden(left, style),
    )


def public_indicators(plan: ServicePlan) -> tuple[Indicator, ...]:
    """The indicators of a plan that measure something and may be published."""
    return tuple(row for row in plan.indicators if is_published(row) and not row.measures_nothing)


def _in_full(row: Indicator, service: str, style: Style) -> Indicator:
    """The indicator with the posts of those who have to do with it in full, where a short form stands for one."""
    full = {}
    for name in ("lead", "responsible", "owner", "updater"):
        given: Owners = getattr(row, name)
        told = people(given, service, style)
        if told != owners(given, style.setting.couples):
            full[name] = Owners(text="\n".join(told))
    return row.model_copy(update=full) if full else row


def _service(plan: ServicePlan, style: Style) -> ServiceIndicators:
    setting = replace(style.setting, plan=plan)
    shown = tuple(_in_full(row, plan.service, style) for row in public_indicators(plan))
    return ServiceIndicators(
        service=plan.service,
        said_once=every_indicator(shown, setting),
        columns=indicator_columns(shown, setting),
        rows=indicator_rows(shown, setting),
        table=style.words.annex_indicators_table.format(service=plan.service),
    )
