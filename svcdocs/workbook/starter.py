"""The framework a new cycle starts with: working defaults for everything a council need not decide at once."""

from __future__ import annotations

from svcdocs.model.framework import Framework

_SECTIONS: tuple[tuple[str, str, str, str], ...] = (
    ("About our service", "About our service", "", "What does the service do, for whom, and with which teams?"),
    (
        "Performance",
        "Our performance and plans to improve",
        "",
        "How well did the service do, and what follows from it?",
    ),
    ("Achievements", "Achievements in {last year}", "Performance", "What did the service achieve last year?"),
    ("Plans to improve", "Where we plan to improve", "Performance", "What should be better at the end of this plan?"),
    ("Context", "Context", "", "What does a reader need to know of the world the service works in?"),
    (
        "External drivers",
        "External drivers",
        "Context",
        "What from outside shapes the service? The list goes on the sheet Drivers.",
    ),
    (
        "Key partners",
        "Key partners",
        "Context",
        "With whom does the service work? The list goes on the sheet Partners.",
    ),
    (
        "SWOT",
        "Strengths, weaknesses, opportunities and threats",
        "Context",
        "Where did the analysis come from? The lists go on the sheet SWOT.",
    ),
    ("Council objectives", "Council objectives", "", "How does the service help the council reach its aims?"),
    (
        "Council actions",
        "Council actions for {year}",
        "Council objectives",
        "Which of the council's own actions does the service carry?",
    ),
    ("Values", "Values", "Council objectives", "How does the service live by the council's values?"),
    (
        "Service objectives",
        "Service objectives",
        "",
        "What does the service set out to achieve? The list goes on the sheet Objectives.",
    ),
    ("Customers", "Our customers", "", "Whom does the service serve, inside and outside the council?"),
    ("Customer views", "What our customers think", "Customers", "What do they say, and how do you know?"),
    ("Community needs", "Needs of all our community", "", "How does the service meet the needs of everyone?"),
    ("Financial resources", "Financial resources", "", "What explains the figures? They stand on the sheet Money."),
    ("Value for money", "Value for money", "", "How do you know that the service is worth what it costs?"),
    ("Workforce", "Workforce", "", "What should a reader know of the people? Posts stand on the sheet Posts."),
    ("Risks", "Risks", "", "Where are risks kept and reviewed? The list goes on the sheet Risks."),
    ("Action plan", "Service improvement action plan", "", "Anything to say before the table of actions."),
    ("Indicators", "Local indicators", "", "Anything to say before the table of indicators."),
)
_NEVER = {"SWOT", "External drivers", "Key partners", "Values", "Council actions", "Action plan", "Indicators"}
_HEADINGS = (
    ("SWOT", ("Strengths", "Weaknesses", "Opportunities", "Threats")),
    ("Drivers", ("Political", "Economic", "Social", "Technological", "Legal", "Environmental")),
)
_STATUSES = (
    ("G", "On track", "Done, or will be done by the date given.", "00703C"),
    ("A", "At risk", "There are concerns; the date may be missed.", "FFDD00"),
    ("R", "Off track", "Little progress; the date will be missed unless something changes.", "D4351C"),
    ("C", "Complete", "Done.", "1D70B8"),
    ("N", "Not started", "Not due to have started.", "505A5F"),
)
_LEVELS = {
    "Likelihood": ("Unlikely", "Possible", "Likely", "Almost certain"),
    "Impact": ("Minor", "Moderate", "Major", "Severe"),
}
_BANDS = (("1-4", "Low", "00703C"), ("6-9", "Medium", "FFDD00"), ("12-16", "High", "D4351C"))
_CALENDAR = (
    ("September", "Workbooks go out to the services", "Policy officer"),
    ("December", "Workbooks come back", "Services"),
    ("January", "Overview and Scrutiny comments on the drafts", "Members"),
    ("February", "Plans are signed", "Portfolio holders and corporate managers"),
    ("March", "Council adopts the corporate plan", "Council"),
)


def starter_framework() -> Framework:
    """A framework with every scale, key, section and heading in place, and nothing that is one council's own."""
    return Framework.model_validate(
        {
            "sections": [
                {
                    "key": key,
                    "heading": heading,
                    "under": under,
                    "question": question,
                    "required": "Never" if key in _NEVER else "Final",
                }
                for key, heading, under, question in _SECTIONS
            ],
            "list_headings": [
                {"sheet": sheet, "heading": heading} for sheet, headings in _HEADINGS for heading in headings
            ],
            "status_key": [
                {"letter": letter, "label": label, "meaning": meaning, "colour": colour}
                for letter, label, meaning, colour in _STATUSES
            ],
            "rag_rules": [
                {"rule": "The lead officer chooses the status each quarter and says why where it is not green."}
            ],
            "risk_scale": [
                *(
                    {"axis": axis, "score": str(score), "label": label}
                    for axis, labels in _LEVELS.items()
                    for score, label in enumerate(labels, 1)
                ),
                *({"axis": "Band", "score": span, "label": label, "colour": colour} for span, label, colour in _BANDS),
            ],
            "calendar": [{"when": when, "what": what, "who": who} for when, what, who in _CALENDAR],
        }
    )
