"""A small council for tests: three services, of which one has not sent its return."""

from __future__ import annotations

from typing import Any

from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

FRAMEWORK: dict[str, Any] = {
    "about": {
        "council": "Little Wick Council",
        "corporate_title": "Corporate plan",
        "first_year": "2027/28",
        "years": "2",
        "stage": "Draft",
        "version": "Draft 1",
        "version_date": "4 January 2027",
    },
    "priorities": [
        {"level": "Aim", "ref": "A", "text": "Safe homes", "why": "Too many homes are cold."},
        {"level": "Aim", "ref": "B", "text": "Clean streets"},
        {"level": "Approach", "ref": "A(i)", "text": "Act early", "under": "A"},
        {"level": "Approach", "ref": "B(i)", "text": "Work with parishes", "under": "B"},
        {
            "level": "Council action",
            "ref": "A1",
            "text": "Build 20 homes",
            "under": "A",
            "lead_services": "Homes",
            "approved": "Council, 2 March 2027",
        },
        {"level": "Council action", "ref": "A2", "text": "Warm every home", "under": "A(i)"},
        {"level": "Item", "ref": "A2(i)", "text": "Insulate roofs", "under": "A2"},
        {"level": "Item", "ref": "A2(ii)", "text": "Replace boilers"},
        {"level": "Council action", "ref": "B1", "text": "Sweep every street weekly", "under": "B"},
        {
            "level": "Council action",
            "ref": "B2",
            "text": "Close the depot",
            "under": "B",
            "withdrawn_on": "1 May 2027",
            "replaced_by": "B1",
        },
        {"level": "Council action", "ref": "Z9", "text": "Publish our accounts"},
    ],
    "services": [
        {"service": "Homes", "manager": "Ann Hill", "deadline": "8 January 2027"},
        {"service": "Homes", "team": "Building"},
        {"service": "Homes", "team": "Warmth"},
        {"service": "Streets", "manager": "Bo Reed", "deadline": "15 January 2027"},
        {"service": "Customers", "manager": "Cy Dale", "deadline": "22 January 2027"},
    ],
    "people": [
        {"name": "Tom Fell", "post": "Homes Manager", "abbreviation": "HM", "service": "Homes"},
        {"post": "Sweeping Supervisor", "abbreviation": "SS", "service": "Streets"},
    ],
    "money_columns": [
        {"heading": "2026/27 budget", "year": "2026/27", "basis": "Original", "as_at": "1 December 2026"},
        {"heading": "2027/28 estimate", "year": "2027/28", "basis": "Estimate"},
    ],
    "shared_indicators": [
        {
            "ref": "SX052",
            "name": "Complaints answered in time",
            "unit": "Percentage",
            "good_is": "High",
            "scorecard": "Yes",
        },
        {"ref": "SX1", "name": "Sickness", "unit": "Days", "good_is": "Low", "scorecard": ""},
    ],
    "risk_scale": [
        {"axis": "Likelihood", "score": "3", "label": "Likely"},
        {"axis": "Band", "score": "1-5", "label": "Low"},
        {"axis": "Band", "score": "6–11", "label": "Medium"},
        {"axis": "Band", "score": "12-16", "label": "High"},
    ],
    "calendar": [
        {"when": "March 2027", "what": "Council adopts the plan", "who": "Council"},
        {"when": "5 February 2027", "what": "Scrutiny comments", "who": "Scrutiny"},
        {"when": "To be agreed", "what": "Parish meeting", "who": "Parishes"},
    ],
    "corporate_text": [
        {"part": "Foreword", "text": "We listen.\n• First\n• Second"},
        {"part": "Summary", "text": "Two things matter."},
    ],
}

HOMES: dict[str, Any] = {
    "service": "Homes",
    "objectives": [
        {"ref": "H1", "text": "More homes", "serves": "A, A1"},
        {"ref": "H1a", "text": "More small homes", "under": "H1"},
        {"ref": "H2", "text": "A tidy office"},
    ],
    "council_actions": [
        {
            "ref": "A1",
            "title": "Buy the mill site",
            "finish": "June 2027",
            "lead": "HM",
            "also_leading": "Jo Lane",
            "headline": "Yes",
        },
    ],
    "actions": [
        {"ref": "H1.1", "title": "Draw up designs", "serves": "H1a", "finish": "May 2027", "lead": "Tom Fell"},
        {
            "ref": "H1.2",
            "title": "Insulate 40 roofs",
            "serves": "A2 (i); H1",
            "lead": "Jo Lane / HM",
            "headline": "yes",
        },
        {"ref": "H2.1", "title": "Buy shelves", "serves": "H2", "finish": "Ongoing", "headline": "Yes"},
        {"ref": "H2.2", "title": "Paint the door", "serves": "Q7"},
    ],
    "indicators": [
        {
            "ref": "H-1",
            "name": "Homes built",
            "unit": "Number",
            "good_is": "High",
            "scorecard": "Yes",
            "baseline": "4",
            "results": {"2025/26": "6", "2024/25": "5", "2026/27": ""},
            "targets": {"2027/28": "10", "2028/29": "Set in March"},
            "lead": "HM",
        },
        {"ref": "H-2", "name": "Roofs insulated", "unit": "Number"},
    ],
    "risks": [
        {"ref": "R1", "cause": "Prices rise", "likelihood": "3", "impact": "4", "leading_to": "fewer homes"},
        {"ref": "R2", "cause": "The mill floods", "likelihood": "1", "impact": "4"},
        {"ref": "R3", "cause": "Staff leave", "corporate": "Yes", "likelihood": "?", "impact": "2"},
        {"ref": "R4", "cause": "The bank fails", "likelihood": "Likely", "impact": "5"},
    ],
    "posts": [
        {"team": "Building", "title": "Builder", "fte": "1.1"},
        {"title": "Planner", "fte": "2.2", "state": "Vacant"},
        {"title": "Helper", "fte": "some"},
        {"team": "Warmth", "title": "Adviser", "fte": "0.5", "state": "Subject to bid"},
        {"team": "Warmth", "fte": "0.7"},
    ],
    "money": [
        {
            "heading": "Employees",
            "kind": "Spend",
            "figures": {"2026/27 budget": "100,000.10", "2027/28 estimate": "£0.20"},
        },
        {"heading": "Repairs", "kind": "spend", "figures": {"2026/27 budget": "0.20", "2027/28 estimate": "£5 to £9"}},
        {"heading": "Rents", "kind": "Income", "figures": {"2026/27 budget": "(40,000)", "2027/28 estimate": ""}},
        {"heading": "Total", "kind": "Total", "figures": {"2026/27 budget": "60,000.30", "2027/28 estimate": "7"}},
    ],
}

STREETS: dict[str, Any] = {
    "service": "Streets",
    "objectives": [{"ref": "S1", "text": "Cleaner towns", "serves": "B1"}],
    "actions": [
        {
            "ref": "S1.1",
            "title": "Mend the sweeper",
            "serves": "S1, B1",
            "finish": "July 2027",
            "lead": "Sweeping supervisor",
        },
        {"ref": "S1.2", "title": "Meet the parishes", "serves": "B(i)", "finish": "May 2028", "headline": "Yes"},
        {"ref": "S1.3", "title": "Insulate the depot", "serves": "A2", "lead": "SS", "publish": "No"},
    ],
    "indicators": [{"ref": "SX 52", "name": "Complaints in time", "unit": "%", "targets": {"2027/28": "80%"}}],
    "risks": [{"ref": "R1", "cause": "Frost", "likelihood": "4", "impact": "4"}],
    "posts": [{"team": "Sweeping", "note": "to follow"}],
    "money": [{"heading": "Fuel", "kind": "Spend", "figures": {"2026/27 budget": "see note"}}],
}


def cycle(*plans: dict[str, Any]) -> Cycle:
    """The small council with these plans; with its own two where none are given."""
    chosen = plans or (STREETS, HOMES)
    return link(Framework.model_validate(FRAMEWORK), [ServicePlan.model_validate(plan) for plan in chosen])
