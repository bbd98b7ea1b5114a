"""Which Word template prints which document, from which context."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from svcdocs.documents.annex_actions import AnnexActionsContext
from svcdocs.documents.annex_dependencies import AnnexDependenciesContext
from svcdocs.documents.annex_glossary import AnnexGlossaryContext
from svcdocs.documents.annex_index import AnnexIndexContext
from svcdocs.documents.annex_indicators import AnnexIndicatorsContext
from svcdocs.documents.any_plan import AnyPlan
from svcdocs.documents.beside import Front
from svcdocs.documents.change_sheet import ChangeSheetContext
from svcdocs.documents.corporate_plan import CorporatePlanContext
from svcdocs.documents.corporate_summary import CorporateSummaryContext
from svcdocs.documents.council_report import CouncilReportContext
from svcdocs.documents.readable import ReadableContext, readable_context
from svcdocs.documents.service_plan import ServicePlanContext, service_plan_context
from svcdocs.documents.three_year import ThreeYearContext, three_year_context
from svcdocs.model.framework import LAYOUTS
from svcdocs.word.properties import Properties


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document. ``template`` is the name of its Word template, without ".docx"."""

    template: str
    context: type
    properties: Callable[[Any], Properties]


def _properties(context: AnyPlan | ChangeSheetContext | CorporatePlanContext | Front) -> Properties:
    return Properties(
        title=context.document_title, subject=context.period, author=context.council, language=context.language
    )


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        document.template: document
        for document in (
            Document("service-plan", ServicePlanContext, _properties),
            Document("service-plan-readable", ReadableContext, _properties),
            Document("service-plan-three-year", ThreeYearContext, _properties),
            Document("corporate-plan", CorporatePlanContext, _properties),
            Document("corporate-summary", CorporateSummaryContext, _properties),
            Document("annex-a-actions", AnnexActionsContext, _properties),
            Document("annex-b-indicators", AnnexIndicatorsContext, _properties),
            Document("annex-c-dependencies", AnnexDependenciesContext, _properties),
            Document("annex-d-index", AnnexIndexContext, _properties),
            Document("annex-e-glossary", AnnexGlossaryContext, _properties),
            Document("council-report", CouncilReportContext, _properties),
            Document("change-sheet", ChangeSheetContext, _properties),
        )
    }
)
"""Every document by the name of its template."""

SERVICE_PLANS: Mapping[str, tuple[str, Callable[..., AnyPlan]]] = MappingProxyType(
    dict(
        zip(
            LAYOUTS,
            (
                ("service-plan", service_plan_context),
                ("service-plan-three-year", three_year_context),
                ("service-plan-readable", readable_context),
            ),
            strict=True,
        )
    )
)
"""For each way to print a service plan the name of its template, and what lays a plan out for that template."""
