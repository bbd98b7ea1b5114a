"""The workbooks and field references that lie ready in workbook_templates, made from the declarations."""

from __future__ import annotations

from svcdocs.model.assignments import PARTS, Assignment, requests_to
from svcdocs.model.framework import Framework
from svcdocs.workbook.finance_book import FINANCE_BOOK
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reference import reference
from svcdocs.workbook.requests_book import REQUESTS_BOOK
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_workbook

_YEARS = {"first_year": "2027/28", "years": "2"}
_MONEY = (
    {"heading": "2026/27 original budget", "year": "2026/27", "basis": "Original"},
    {"heading": "2027/28 estimate", "year": "2027/28", "basis": "Estimate"},
)
_SERVICES = ({"service": "Housing and Communities"}, {"service": "Streets and Parks"})


def standard_files() -> dict[str, bytes]:
    """The files by name: each workbook blank, and beside it what every column of it is for.

    The same bytes every time. The workbooks of a service and of Finance are for looking at and trying out: they have
    the columns of two years as an example, since those of a real cycle come from its framework.
    """
    framework, example = starter_framework(), _example()
    sections = tuple(row.key for row in example.sections)
    whole = Assignment("", ("",), tuple(PARTS.values()), sections=sections, leads=True)
    services = tuple(row["service"] for row in _SERVICES)
    finance = Assignment("Finance", services, ("money",), central=True)
    central = example.model_copy(update={"services": Framework.model_validate({"services": _SERVICES}).services})
    kind = {"service": Identity(kind="service"), "central": Identity(kind="central", contributor="Finance")}
    return {
        "framework.xlsx": write_framework(framework, Identity(kind="framework")),
        "framework.md": reference(FRAMEWORK_BOOK, framework).encode(),
        "service-workbook.xlsx": write_workbook(layout_of(example, whole), identity=kind["service"]),
        "service-workbook.md": reference(SERVICE_BOOK, example).encode(),
        "finance-workbook.xlsx": write_workbook(layout_of(central, finance), identity=kind["central"]),
        "finance-workbook.md": reference(FINANCE_BOOK, example).encode(),
        "requests-workbook.xlsx": write_workbook(
            layout_of(central, requests_to(services[0])), identity=Identity(kind=REQUESTS_BOOK.kind)
        ),
        "requests-workbook.md": reference(REQUESTS_BOOK, example).encode(),
    }


def _example() -> Framework:
    return Framework.model_validate(starter_framework().model_dump() | {"about": _YEARS, "money_columns": _MONEY})
