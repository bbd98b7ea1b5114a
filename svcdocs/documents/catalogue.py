"""Which Word template prints which document, from which context."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from svcdocs.documents.corporate_plan import CorporatePlanContext
from svcdocs.documents.service_plan import ServicePlanContext
from svcdocs.word.properties import Properties


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document. ``template`` is the name of its Word template, without ".docx"."""

    template: str
    context: type
    properties: Callable[[Any], Properties]


def _service_plan(context: ServicePlanContext) -> Properties:
    return Properties(
        title=context.document_title, subject=context.period, author=context.council, language=context.language
    )


def _corporate_plan(context: CorporatePlanContext) -> Properties:
    return Properties(
        title=context.document_title, subject=context.period, author=context.council, language=context.language
    )


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        document.template: document
        for document in (
            Document("service-plan", ServicePlanContext, _service_plan),
            Document("corporate-plan", CorporatePlanContext, _corporate_plan),
        )
    }
)
"""Every document by the name of its template."""
