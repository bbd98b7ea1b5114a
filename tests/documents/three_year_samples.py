"""A small plan of the three-year form with every odd cell such plans have: two teams, three years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.documents.setting import Setting, setting_of
from svcdocs.documents.three_year import ThreeYearContext, three_year_context
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.shipped import doc_template
from svcdocs.word import Properties, Template
from tests.documents import samples

FRAMEWORK: Mapping[str, Any] = {
    **samples.FRAMEWORK,
    "about": {**samples.FRAMEWORK["about"], "years": "3"},
    "priorities": [
        {"level": "Aim", "ref": "A", "text": "An accessible council"},
        {"level": "Aim", "ref": "B", "text": "Safe and clean places"},
        {"level": "Approach", "ref": "A(i)", "under": "A", "text": "Listen"},
        {"level": "Approach", "ref": "A(ii)", "under": "A", "text": "Answer"},
        {"level": "Council action", "ref": "A1", "under": "A", "text": "Open a one-stop shop by May 2028"},
        {"level": "Council action", "ref": "A4", "under": "A", "text": "Write a charter with residents"},
    ],
    "services": [
        {"service": "Contact", "portfolio": "Cllr Mo Reed\nCllr Ada Bray, Leader", "form": "three-year"},
        {"service": "Contact", "team": "Policy"},
        {"service": "Contact", "team": "Customers", "also_called": "Customer services"},
    ],
    "sections": [
        {"key": "About our service", "heading": "Key functions"},
        {"key": "Service objectives", "heading": "Service objectives"},
        {"key": "Customers", "heading": "Our customers", "forms": "Current"},
        {"key": "Council actions plan", "heading": "Council actions implementation plan", "forms": "Three-year",
         "lead_in": "(to be used to set out plans to deliver the six council actions)"},
        {"key": "Operational plan", "heading": "Operational plan", "forms": "Three-year"},
        {"key": "Improvement plan", "heading": "Improvement plan", "forms": "Three-year"},
        {"key": "Action plan", "heading": "Service improvement action plan", "forms": "Current"},
        {"key": "Indicators", "heading": "Local indicators"},
    ],
}  # fmt: skip

_SUPPORT = {
    "resources": "£12,000 - £15,000", "outputs": "One counter", "outcome": "Shorter waits",
    "risk": "None", "help_needed": "All services",
}  # fmt: skip

PLAN: Mapping[str, Any] = {
    "service": "Contact",
    "passages": [
        {"section": "About our service", "text": "We answer residents."},
        {"section": "Improvement plan", "text": "Policy has no improvements of its own."},
    ],
    "objectives": [
        {"ref": "1", "text": "Residents know where to turn:", "serves": "A", "team": "Customers"},
        {"text": "one number for all calls", "under": "1"},
        {"ref": "2", "text": "Decisions rest on facts", "serves": "B", "team": "Policy"},
        {"ref": "OP1", "under": "1", "text": "Residents know where to turn and are answered", "team": "Customers",
         "printed_in": "Operational plan", "aims": "(A) An accessible council\nB) Safe and clean places"},
        {"ref": "OP2", "under": "2", "text": "Decisions rest on facts and figures", "team": "Policy",
         "printed_in": "Operational plan", "serves": "A, A(i), A(ii)"},
        {"ref": "OP2a", "under": "OP2", "text": "Publish what we know", "printed_in": "Operational plan"},
        {"ref": "IP1", "under": "1", "text": "Definition and achievement of service standards",
         "printed_in": "Improvement plan", "aims": "An accessible Council (A)",
         "approaches": "(iv) Be open\n(Aiv) Ask"},
        {"ref": "IP2", "text": "Promote equality", "printed_in": "Improvement plan"},
    ],
    "council_actions": [
        {"team": "Policy", "title": "Agree with partners by May 2027 how places are looked after", **_SUPPORT,
         "steps": [{"text": "We will:"}, {"text": "1. ask partners"}, {"text": "2. say early in 2028 – but not so"}],
         "finish": "1. April 2027\n2. Ongoing throughout the year", "lead": "Policy Manager / Clerk", "risk": ""},
        {"team": "Policy", "title": "Count what matters", "steps": [
            {"text": "Two paragraphs here."}, {"text": "(the second a note in brackets)"}],
         "finish": "See Actions", "lead": "Tom Fell.", "outputs": "leave OUT"},
        {"team": "Customer services", "ref": "A1", "detail": "At the market.",
         "steps": [{"text": "1. choose a house (Jan-Feb 27)"}, {"text": "2. open it", "by": "March 2028"}],
         "lead": "Jo Ash", **dict.fromkeys(_SUPPORT, "Leave out")},
        {"team": "Customers", "ref": "A4", "title": "Write a charter (A4)", "finish": "Mar 09", "status": "A",
         "progress": {"Q1": "Begun", "Q2": ""}, "indicators": "SX52", "serves": "A4, A(i)"},
    ],
    "actions": [
        {"team": "Customers", "ref": "7", "title": "Standards", "detail": "For all counters.", "serves": "IP1",
         **_SUPPORT, "steps": [{"text": "1. write them. 2. print them"}], "finish": "May 2027", "lead": "Jo Ash/ CSPO"},
        {"team": "Customers", "title": "Mystery shopping", "serves": "IP1, A1",
         "steps": [{"text": "Ask shoppers (up to April 27)"}, {"text": "Ask them again (do we need to?)"}]},
        {"team": "Customers", "title": "Hearing loops", "serves": "IP2", "finish": "As soon as possible"},
        {"team": "Customers", "title": "New uniforms"},
    ],
    "indicators": [
        {"objective": "OP1", "supporting_objective": "Answer every call", "ref": "SX52", "name": "Calls answered",
         "baseline": "37%", "baseline_note": "2006", "lead": "Jo Ash / CSPO",
         "targets": {"2027/28": "80%", "2028/29": "3 (?)", "2029/30": "-"}},
        {"objective": "OP1", "supporting_objective": "Answer every call", "name": "Charter printed",
         "baseline_note": "baseline being developed", "targets": {"2027/28": "1 st May 09"}, "lead": "-"},
        {"objective": "1", "supporting_objective": "Train all staff"},
        {"objective": "OP1", "name": "Visits", "baseline": "9", "targets": {"2027/28": "N/A", "2030/31": "5"}},
        {"objective": "OP2, A1", "ref": "NI 14", "name": "Reports read", "unit": "Number", "good_is": "High",
         "frequency": "Quarterly", "owner": "Tom Fell", "results": {"2026/27": "4"}, "method": "Count them.",
         "team": "Customers", "targets": {"2028/29": "Baseline +2.5%", "2029/30": "By end Q3"}},
        {"ref": "SX18", "name": "Complaints"},
    ],
}  # fmt: skip


def cycle_of(plan: Mapping[str, Any], **framework: Any) -> tuple[Cycle, ServicePlan]:
    """A plan linked to the framework; ``framework`` replaces fields of the latter."""
    made = ServicePlan.model_validate({"service": "Contact"} | dict(plan))
    return link(Framework.model_validate({**FRAMEWORK, **framework}), [made]), made


def setting(plan: Mapping[str, Any], **framework: Any) -> Setting:
    """What parts of the document are made from."""
    cycle, made = cycle_of(plan, **framework)
    return setting_of(cycle, made, {}, draft=True)


def context(plan: Mapping[str, Any] = PLAN, *, draft: bool = True, **framework: Any) -> ThreeYearContext:
    """What the template prints of a plan."""
    cycle, made = cycle_of(plan, **framework)
    return three_year_context(cycle, made, draft=draft)


def printed(context: ThreeYearContext) -> bytes:
    """The document a context makes with the built-in template."""
    template = Template.compile(doc_template("service-plan-three-year"), ThreeYearContext)
    return template.render(context, Properties(title=context.document_title))
