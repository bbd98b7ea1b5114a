"""The workbooks and field references that lie ready in workbook_templates, made from the declarations."""

from __future__ import annotations

from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reference import reference
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_service_workbook

_YEARS = {"first_year": "2027/28", "years": "2"}
_MONEY = (
    {"heading": "2026/27 original budget", "year": "2026/27", "basis": "Original"},
    {"heading": "2027/28 estimate", "year": "2027/28", "basis": "Estimate"},
)


def standard_files() -> dict[str, bytes]:
    """The files by name: each workbook blank, and beside it what every column of it is for.

    The same bytes every time. The service's workbook is for looking at and trying out: it has the columns of two years
    as an example, since those of a real cycle come from its framework.
    """
    framework, example = starter_framework(), _example()
    return {
        "framework.xlsx": write_framework(framework, Identity(kind="framework")),
        "framework.md": reference(FRAMEWORK_BOOK, framework).encode(),
        "service-workbook.xlsx": write_service_workbook(ServicePlan(service=""), example, Identity(kind="service")),
        "service-workbook.md": reference(SERVICE_BOOK, example).encode(),
    }


def _example() -> Framework:
    return Framework.model_validate(starter_framework().model_dump() | {"about": _YEARS, "money_columns": _MONEY})
