"""What people and older workbooks call our sheets and columns: words by which a heading is known without asking."""

from __future__ import annotations

from collections.abc import Mapping

_REF = ("No", "Number", "ID", "Reference")

SHEETS: Mapping[str, tuple[str, ...]] = {
    "declarations": ("Cover", "Instructions", "How to fill this in"),
    "actions": ("Action plan", "Work plan", "Work programme", "Tasks"),
    "indicators": ("KPIs", "PIs", "Measures", "Performance indicators", "Performance measures", "Targets"),
    "risks": ("Risk register", "Risk log", "Threats"),
    "passages": ("Narrative", "Words", "Sections", "Texts"),
    "objectives": ("Service objectives", "Aims and objectives"),
    "council_actions": ("Corporate actions",),
    "partners": ("Key partners", "Partnerships"),
    "posts": ("Staffing", "Workforce", "Establishment", "Staff"),
    "bids": ("Growth bids", "Budget bids"),
    "last_year": ("Last year's plan", "Previous year", "Carried forward"),
    "money": ("Budget", "Budgets", "Finance", "Finances"),
}
"""Other names of a sheet, by what it holds."""

_ACTIONS: Mapping[str, tuple[str, ...]] = {
    "ref": (*_REF, "Action ref"),
    "title": ("Action description", "Description", "Project", "Task", "What we will do"),
    "serves": ("Objective", "Priority", "Links to", "Supports", "Serves"),
    "steps.text": ("Milestone", "Milestones", "Key steps", "Key milestones"),
    "steps.by": ("Milestone date", "Step date", "Milestone by"),
    "finish": ("Deadline", "By when", "Completion date", "Target date", "End date", "Due date", "Due", "Complete by"),
    "lead": ("Owner", "Lead officer", "Responsible officer", "Responsible", "Who", "Officer"),
    "also_leading": ("Other leads", "Supported by", "Supporting officers"),
    "outcome": ("Outcome", "Success measure", "Success criteria", "Measure of success"),
    "help_needed": ("Other services", "Services affected"),
    "resources": ("Resources", "Resource implications", "Cost", "Budget"),
    "risk": ("Risk", "Risks"),
}

COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "actions": _ACTIONS,
    "council_actions": _ACTIONS,
    "indicators": {
        "ref": (*_REF, "Code"),
        "name": ("Measure", "Performance indicator", "PI", "KPI", "Description"),
        "good_is": ("Polarity",),
        "frequency": ("Reported",),
        "method": ("Definition", "Calculation"),
    },
    "risks": {
        "ref": _REF,
        "cause": ("Risk", "Risk description", "Event", "Description"),
        "leading_to": ("Consequence", "Effect"),
        "resulting_in": ("Result",),
        "likelihood": ("Probability",),
        "impact": ("Severity",),
        "controls": ("Mitigation", "Mitigations", "Existing controls"),
        "owner": ("Risk owner", "Lead", "Responsible"),
        "residual": ("Residual risk", "Current score"),
    },
    "passages": {"section": ("Heading", "Chapter"), "text": ("Words", "Narrative", "Content", "Paragraph")},
    "objectives": {"ref": _REF, "text": ("Service objective", "Description")},
    "partners": {"name": ("Organisation", "Name")},
    "posts": {"title": ("Job title", "Position", "Role"), "number": ("No of posts",)},
    "money": {"heading": ("Budget heading", "Description", "Line"), "kind": ("Spend or income",)},
    "last_year": {"ref": _REF, "was": ("Description",), "fate": ("Outcome", "Status"), "why": ("Why",)},
    "bids": {"what": ("Bid", "Description"), "why": ("Justification",)},
}
"""Other headings of a column, by what its sheet holds and the field it fills."""
