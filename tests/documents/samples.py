"""A small council and a small plan in which everything that can be printed is there once; and documents taken apart."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from svcdocs.documents.service_plan import ServicePlanContext, service_plan_context
from svcdocs.documents.setting import Setting, setting_of
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.shipped import doc_template
from svcdocs.word import Properties, Template

FRAMEWORK: Mapping[str, Any] = {
    "about": {
        "council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "version": "Draft 3",
        "version_date": "12 January 2027", "stage": "Draft",
    },
    "priorities": [
        {"level": "Aim", "ref": "A", "text": "Homes for all"},
        {"level": "Aim", "ref": "B", "text": "Clean streets"},
        {"level": "Approach", "ref": "A(i)", "under": "A", "text": "Help early"},
        {"level": "Council action", "ref": "A1", "under": "A", "text": "Build 90 homes", "lead_services": "Homes"},
        {"level": "Item", "ref": "A1(i)", "under": "A1", "text": "on land of our own"},
        {"level": "Council action", "ref": "B1", "under": "B", "text": "Sweep each road", "lead_services": "Streets"},
    ],
    "values": [{"text": "We listen"}],
    "services": [
        {"service": "Homes", "manager": "Joan Ashdown", "portfolio": "Cllr Reza Mir", "form": ""},
        {"service": "Homes", "team": "Options", "also_called": "Housing options"},
        {"service": "Homes", "team": "Standards"},
    ],
    "people": [{"name": "Tom Fell", "post": "Options Manager"}],
    "signatures": [
        {"area": "Housing", "role": "Portfolio Holder", "name": "Cllr Reza Mir", "counter_role": "Corporate Manager",
         "counter_name": "Joan Ashdown", "order": "1"},
        {"role": "Cabinet", "status": "Approved", "when": "9 March 2027", "minute": "CAB/27/014", "order": "2"},
        {"service": "Streets", "role": "Portfolio Holder", "name": "Cllr Bo Lund"},
    ],
    "sections": [
        {"key": "About our service", "heading": "About our service", "required": "Draft"},
        {"key": "Achievements", "heading": "Achievements in {last year}"},
        {"key": "Context", "heading": "Context"},
        {"key": "External drivers", "heading": "External drivers", "under": "Context"},
        {"key": "Key partners", "heading": "Key partners", "under": "Context"},
        {"key": "SWOT", "heading": "SWOT", "under": "Context"},
        {"key": "Council objectives", "heading": "Council objectives", "lead_in": "The council has two aims."},
        {"key": "Council actions", "heading": "Council actions for {year}", "under": "Council objectives"},
        {"key": "Service objectives", "heading": "Service objectives"},
        {"key": "Customers", "heading": "Our customers", "required": "Final"},
        {"key": "Financial resources", "heading": "Financial resources"},
        {"key": "Workforce", "heading": "Workforce"},
        {"key": "Risks", "heading": "Risks"},
        {"key": "Action plan", "heading": "Service improvement action plan"},
        {"key": "Indicators", "heading": "Local indicators"},
    ],
    "list_headings": [
        {"sheet": "SWOT", "heading": "Strengths"}, {"sheet": "SWOT", "heading": "Threats"},
        {"sheet": "Drivers", "heading": "Economic"},
    ],
    "money_columns": [{"heading": "2027/28 original", "as_at": "8 January 2027"}, {"heading": "2028/29 estimate"}],
    "status_key": [
        {"letter": "A", "label": "At risk", "meaning": "There are concerns.", "colour": "FFDD00"},
        {"letter": "G", "label": "On track", "meaning": "All is well.", "colour": "00703C"},
    ],
    "rag_rules": [{"rule": "Amber from one month late."}],
    "risk_scale": [{"axis": "Band", "score": "6-9", "label": "Medium", "colour": "FFDD00"}],
}  # fmt: skip

PLAN: Mapping[str, Any] = {
    "service": "Homes",
    "passages": [
        {"section": "About our service", "text": "We find homes.\n• for families\n  – with children\n• for others"},
        {"text": "Joined up by hand.", "team": "Housing options"},
        {"section": "Achievements", "text": "Three things went well", "kind": "Heading"},
        {"text": "R&D cut the wait < 9 days", "team": "Standards"},
        {"section": "SWOT", "text": "Drawn up in May.", "place": "After"},
        {"section": "Financial resources", "text": "revenue budget 2027/28",
         "owed_by": "Finance", "owed_on": "21 February 2027"},
        {"section": "Workforce", "text": "Two of us are learning.", "team": "Options"},
        {"section": "Odds and ends", "text": "A word that has no section."},
    ],
    "objectives": [
        {"ref": "H1", "text": "Fewer people lose their home", "serves": "A, A(i)"},
        {"ref": "H1a", "text": "Advice comes in time", "under": "H1"},
        {"ref": "H2", "text": "Homes are safe", "serves": "A1"},
    ],
    "swot": [
        {"heading": "Strengths", "text": "Staff who stay"}, {"heading": "Strengths", "text": "- for years"},
        {"heading": "threats", "text": "Rents"},
    ],
    "drivers": [{"heading": "Economic", "text": "Prices of land"}],
    "partners": [{"name": "Fen Rivers Homes", "note": "builds with us", "team": "Standards"}],
    "council_actions": [
        {"ref": "A1", "title": "Build 90 homes", "serves": "A1",
         "steps": [{"text": "(i) Find land"}, {"text": "(ii) Build"}],
         "finish": "March 2029", "lead": "Joan Ashdown", "outcome": "90 homes", "resources": "£40,000", "status": "G"},
    ],
    "actions": [
        {"ref": "H1.1", "title": "Open a night shelter", "detail": "In the old school.", "group": "Homelessness",
         "serves": "H1", "team": "Options",
         "steps": [{"text": "Agree the brief (May 2027)"}, {"text": "Open it", "by": "June 2027"}],
         "finish": "March 2028", "lead": "Tom Fell / Options Manager", "also_leading": "Joan Ashdown",
         "outcome": "No one sleeps rough", "outputs": "12 beds", "indicators": "HI1", "help_needed": "Finance: a case",
         "resources": "None", "risk": "R1", "progress": {"Q1": "Brief agreed"}},
        {"ref": "H1.2", "title": "Train staff", "group": "Homelessness"},
        {"ref": "H2.1", "title": "Inspect homes", "group": "Safe homes", "steps": [{"text": "Inspect 40 homes"}]},
    ],
    "indicators": [
        {"ref": "HI1", "name": "People sleeping rough", "unit": "Number", "good_is": "Low", "results": {"2026/27": "7"},
         "targets": {"2027/28": "3 (?)", "2028/29": "0"}, "lead": "Tom Fell", "objective": "H1",
         "frequency": "Quarterly",
         "baseline": "9", "baseline_note": "2025", "method": "A count in one night.", "source": "Outreach"},
        {"ref": "HI2", "name": "Homes inspected", "targets": {"2027/28": "40"}},
    ],
    "risks": [
        {"ref": "R1", "cause": "Landlords leave,", "leading_to": "fewer homes", "resulting_in": "longer stays.",
         "likelihood": "3", "impact": "3", "controls": "A forum", "owner": "Tom Fell", "residual": "6"},
        {"cause": "Staff are ill"},
    ],
    "posts": [
        {"team": "Options", "title": "Options Manager", "number": "1", "fte": "1.0", "state": "Filled"},
        {"team": "Options", "title": "Options Officer", "number": "3", "fte": "2.60", "state": "Vacant",
         "note": "one-year contract"},
        {"team": "Standards", "fte": "4.5"},
    ],
    "money": [
        {"heading": "Employees", "kind": "Spend", "fund": "General Fund", "figures": {"2027/28 original": "412300"}},
        {"heading": "Rents", "kind": "Income", "figures": {"2027/28 original": "-12,000", "2028/29 estimate": "TBC"}},
        {"heading": "Net", "kind": "Total", "figures": {"2027/28 original": "400,300"}},
    ],
    "bids": [
        {"ref": "B1", "what": "A second shelter", "serves": "H1.1", "amounts": {"2027/28": "£24,000"}, "fte": "0.50",
         "once": "One-off", "why": "The first is full.", "without": "Six people a night have no bed.",
         "state": "Asked for", "team": "Options"},
    ],
}  # fmt: skip


def cycle_of(plan: Mapping[str, Any] = PLAN, framework: Mapping[str, Any] = FRAMEWORK) -> tuple[Cycle, ServicePlan]:
    """The sample plan linked to the sample framework."""
    made = ServicePlan.model_validate(plan)
    return link(Framework.model_validate(framework), [made]), made


def setting(plan: Mapping[str, Any] | None = None, **framework: Any) -> Setting:
    """What parts of the document are made from; ``framework`` replaces fields of the sample framework."""
    cycle, made = cycle_of({"service": "Homes"} | dict(plan or {}), {**FRAMEWORK, **framework})
    return setting_of(cycle, made, {}, draft=True)


def context(
    plan: Mapping[str, Any] | None = None,
    *,
    draft: bool = True,
    pictures: Mapping[str, bytes] | None = None,
    **framework: Any,
) -> ServicePlanContext:
    """What the template prints of a plan; by default of the sample plan."""
    cycle, made = cycle_of(PLAN if plan is None else {"service": "Homes"} | dict(plan), {**FRAMEWORK, **framework})
    return service_plan_context(cycle, made, draft=draft, pictures=pictures)


def printed(context: ServicePlanContext) -> bytes:
    """The document a context makes with the built-in template."""
    template = Template.compile(doc_template("service-plan"), ServicePlanContext)
    return template.render(context, Properties(title=context.document_title))


def opened(document: bytes) -> WordDocument:
    """A document by python-docx."""
    return Document(io.BytesIO(document))


def body(document: bytes) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in reading order."""
    return opened(document).iter_inner_content()


def by_heading(document: bytes) -> dict[str, list[str]]:
    """The lines under each heading, by the heading's text; headings that read the same share their lines."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for item in body(document):
        if isinstance(item, Table):
            found[heading] += [p.text for row in item.rows for cell in row.cells for p in cell.paragraphs]
        elif item.style is not None and (item.style.name or "").startswith(("Heading", "Part Heading")):
            heading = item.text
            found.setdefault(heading, []).append(heading)
        else:
            found[heading].append(item.text)
    return found


def tables(document: bytes, first: str) -> list[Table]:
    """The tables whose first cell says this."""
    return [item for item in body(document) if isinstance(item, Table) and item.cell(0, 0).text == first]


def agrees(text: str, file: Path) -> None:
    """Hold a text against the one that was last accepted; SVCDOCS_ACCEPT=1 accepts the new one instead."""
    if os.environ.get("SVCDOCS_ACCEPT") == "1":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; SVCDOCS_ACCEPT=1 accepts what is new"


def png(across: int = 30, down: int = 20) -> bytes:
    """A plain picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\x12\x43\x6d" * across for _ in range(down))
    header = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
