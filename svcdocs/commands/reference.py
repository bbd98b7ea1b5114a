"""The verb reference: what every column of a workbook is for."""

from __future__ import annotations

from svcdocs.workbook.finance_book import FINANCE_BOOK
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.reference import reference
from svcdocs.workbook.requests_book import REQUESTS_BOOK
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework

WORKBOOKS = {book.kind: book for book in (SERVICE_BOOK, FINANCE_BOOK, REQUESTS_BOOK, FRAMEWORK_BOOK)}


def field_reference(workbook: str) -> str:
    """The field reference of one of ``WORKBOOKS``, with the answers a new cycle offers."""
    return reference(WORKBOOKS[workbook], starter_framework())
