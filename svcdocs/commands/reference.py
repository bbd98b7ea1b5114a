"""The verb reference: what every column of a workbook is for."""

from __future__ import annotations

from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.reference import reference
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework


def field_reference(workbook: str) -> str:
    """The field reference of the "service" or the "framework" workbook, with the answers a new cycle offers."""
    return reference(FRAMEWORK_BOOK if workbook == "framework" else SERVICE_BOOK, starter_framework())
