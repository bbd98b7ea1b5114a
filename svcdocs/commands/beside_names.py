"""What the corporate plan and the documents beside it are called, from the output folder."""

from __future__ import annotations

CORPORATE = "corporate-plan.docx"
SUMMARY = "corporate-summary.docx"
REPORT = "council-report.docx"
BOOK = "annexes/corporate-plan-data.xlsx"
ANNEXES = tuple(
    f"annexes/annex-{name}.docx" for name in ("a-actions", "b-indicators", "c-dependencies", "d-index", "e-glossary")
)
BESIDE = (SUMMARY, *ANNEXES, REPORT)
"""The Word documents among them."""
MOST_PAGES = {CORPORATE: 24, SUMMARY: 6}
"""With more pages than that a document is not read by those it is for."""
