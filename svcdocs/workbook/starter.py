"""The framework a new cycle starts with: working defaults for everything a council need not decide at once."""

from __future__ import annotations

from svcdocs.model.corporate_words import every_word
from svcdocs.model.framework import FORMS, Framework
from svcdocs.model.planning_year import YearStep

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
    (
        "Council actions plan",
        "Council actions implementation plan",
        "",
        "Anything to say before the council actions. They stand on the sheet Council actions.",
    ),
    ("Operational plan", "Operational plan", "", "Anything to say before the indicators and their targets."),
    ("Improvement plan", "Improvement plan", "", "Anything to say before the service's own actions."),
    ("Action plan", "Service improvement action plan", "", "Anything to say before the table of actions."),
    ("Indicators", "Local indicators", "", "Anything to say before the table of indicators."),
)
_FORMS = {
    **dict.fromkeys(("Council actions plan", "Operational plan", "Improvement plan"), FORMS[1]),
    "Action plan": FORMS[0],
}
"""Sections that plans of one form alone have."""
_NEVER = {"SWOT", "External drivers", "Key partners", "Values", "Council actions", "Indicators", *_FORMS}
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
    ("September", "Workbooks go out to the services", "Policy officer", YearStep.ISSUE),
    ("December", "Workbooks come back", "Services", YearStep.RETURN),
    ("January", "Overview and Scrutiny comments on the drafts", "Members", YearStep.COMMENTS),
    ("February", "Plans are signed", "Portfolio holders and corporate managers", YearStep.SIGNING),
    ("March", "Council adopts the corporate plan", "Council", YearStep.ADOPTION),
)


_RULES = (
    ("framework-gap", "The framework lacks what every document needs"),
    ("framework-date", "A date in the framework cannot be read"),
    ("service-unknown", "A service is not one of the council's"),
    ("service-twice", "Two services have the same name"),
    ("rule-unknown", "A row of the sheet Rules names no check"),
    ("approval-status", "Version, stage and approvals contradict each other"),
    ("approval-date", "An approval has a date that cannot be its own"),
    ("date-carried-over", "A date seems to be left over from last year"),
    ("limit-unclear", "A limit on the sheet Rules is not understood"),
    ("word-unknown", "A row of the sheet Our words names no word of ours"),
    ("word-filled-in", "A sentence of the council's lacks a {name} of ours"),
    ("word-twice", "A word of ours has two rows on the sheet Our words"),
    ("contributor-unknown-part", "Who fills in what names what is not there"),
    ("contributor-without-part", "A contributor has nothing to fill in"),
    ("contributor-like-team", "A contributor's name is nearly a team's"),
    ("contributor-clash", "Two contributors are asked for the same part"),
    ("move-dates", "The days of a team or service do not fit together"),
    ("move-outside-plan", "A team or service changes outside the plan's years"),
    ("service-closed", "A service closes while teams still belong to it"),
    ("team-twice", "A team may stand under two services at once"),
    ("priority-twice", "A priority's reference is given twice"),
    ("priority-under-unknown", "A priority stands under one not there"),
    ("priority-replaced", "It is not clear what took a priority's place"),
    ("priority-withdrawn", "Plans still serve a withdrawn priority"),
    ("priority-former", "A priority is written in a former way"),
    ("headlines-few", "An aim has few headline actions"),
    ("headlines-many", "An aim has many headline actions"),
    ("ref-unknown", "A reference leads nowhere"),
    ("ref-twice", "A reference is given twice"),
    ("team-unknown", "A team is not one of the service's"),
    ("ref-lookalike", "A reference looks like another"),
    ("ref-of-shared", "A shared indicator stands under another reference"),
    ("ref-in-text-unknown", "A text cites a reference that nothing has"),
    ("given-twice", "Two contributors give the same thing"),
    ("section-twice", "Two sections have the same name"),
    ("section-unknown", "A text belongs to no section"),
    ("section-empty", "A section has no text"),
    ("section-too-long", "A section is longer than it should be"),
    ("still-owed", "Something is still to come"),
    ("owed-unclear", "A promise does not say from whom or by when"),
    ("date-impossible", "A date does not exist"),
    ("date-unreadable", "What stands for a date cannot be read as one"),
    ("step-after-finish", "A step is dated after the end of its action"),
    ("date-outside-plan", "A date lies outside the years of the plan"),
    ("finish-count", "An action has neither one end nor one for each step"),
    ("end-differs", "An action's wording gives another end than its column"),
    ("end-after-priority", "An action ends after the day the council has adopted"),
    ("heading-of-another-year", "A heading is about the wrong year"),
    ("version-date-old", "The version date is that of an earlier year"),
    ("person-not-named", "A cell for a person or service names nobody"),
    ("person-unknown", "A person or post is not one the council knows"),
    ("person-spelled", "One post or person is written in several ways"),
    ("person-overloaded", "Much is due from one person in one month"),
    ("person-leads-many", "One person leads many actions"),
    ("unit-differs", "A figure is in another unit than its indicator"),
    ("percentage-range", "A percentage is below 0 or over 100"),
    ("shared-differs", "A shared indicator is not measured as the council has it"),
    ("target-direction", "Targets run against what is called good"),
    ("target-easier", "A target asks for less than was reached already"),
    ("target-flat", "A target never changes"),
    ("indicator-baseline", "An indicator does not say where it stood before"),
    ("baseline-differs", "A baseline is not the result of its year"),
    ("score-differs", "A score is not what its figures come to"),
    ("risk-off-scale", "A risk is not scored on the council's scale"),
    ("risk-residual-higher", "A risk is worse with its controls than without"),
    ("risk-uncontrolled", "A risk has no controls"),
    ("risk-high-no-action", "Nothing more is planned against a high risk"),
    ("total-differs", "A total is not the sum of its lines"),
    ("total-untyped", "A line is taken for a total by its heading"),
    ("control-total-differs", "A control total is not what the lines come to"),
    ("money-sign", "A figure has another sign than Finance says"),
    ("saving-open", "A saving does not say if the figures are net of it"),
    ("figures-unknown", "A column of figures is not one of the council's"),
    ("table-total-differs", "A total in a table is not the sum of its rows"),
    ("years-not-following", "Years at the head of columns do not follow each other"),
    ("fte-total-differs", "A team's FTE is not what its posts come to"),
    ("fte-over-number", "Posts come to more than full time"),
    ("asked-twice", "The same money or post is asked for twice"),
    ("shared-unclear", "A row on shared resources does not say what it should"),
    ("shared-sum-differs", "Two services give different sums for what they share"),
    ("action-alike", "Two actions say nearly the same"),
    ("target-restated", "A target in the text is not that of the table"),
    ("money-point", "A sum has a point where a comma may be meant"),
    ("bid-restated", "An action gives another sum than its bid"),
    ("figure-contradicts", "A figure in the text is not that of the table"),
    ("council-action-unplanned", "A council action is claimed and not planned"),
    ("council-action-no-lead", "A lead service plans nothing for its council action"),
    ("help-unasked", "A service whose help is needed does not speak of it"),
    ("help-unknown", "Help is needed of a service that is not there"),
    ("request-unanswered", "A request is not answered in time"),
    ("request-declined", "Help was declined, and the action still counts on it"),
    ("request-later", "Help comes after the action needs it"),
    ("request-question", "A service asks back about what is needed of it"),
    ("request-unclear", "An answer to a request lacks something"),
    ("request-changed", "A request has changed since it was answered"),
    ("request-gone", "An answer is to what nobody asks any more"),
    ("request-twice", "A request is answered on two rows"),
    ("last-year-missing", "Something of last year has disappeared"),
    ("last-year-contradicts", "What became of a thing of last year is not what the plan shows"),
    ("last-year-unexplained", "Something of last year is dropped without a word"),
    ("last-year-stray", "A row of the sheet Last year is about nothing there was"),
    ("action-incomplete", "An action lacks something a reader looks for"),
    ("indicator-incomplete", "An indicator lacks something a reader looks for"),
    ("risk-incomplete", "A risk lacks something a reader looks for"),
    ("risk-nameless", "A row of the risks does not say what the risk is"),
    ("objective-empty", "Nothing is planned for an objective"),
    ("public-name-in-text", "A text names somebody who is not named in public"),
    ("public-grade-missing", "The grade of somebody who is named is not known"),
    ("public-post-missing", "Somebody who is not named in public has no post"),
    ("public-grade-unknown", "A grade named in public is nobody's"),
    ("public-row-cited", "A text refers to a row that is not for publication"),
    ("exemption-missing", "A passage is not for publication and does not say why"),
    ("not-ready", "The workbook has not been declared ready"),
    ("no-signature", "Nobody is down to sign the plan"),
    ("placeholder-left", "A placeholder was left in"),
    ("note-to-self", "A note to self was left in"),
    ("example-left-in", "The sheet's own example was left in"),
    ("text-cut-off", "A text stops in the middle of a sentence"),
    ("appendix-missing", "An appendix is cited that is not there"),
    ("appendix-uncited", "An appendix is never cited"),
    ("appendix-order", "An appendix has none before it"),
    ("cited-part-missing", "A text cites a figure, table or section not there"),
    ("abbreviation-unexplained", "An abbreviation is never explained"),
    ("outcome-vague", "An outcome cannot be measured"),
    ("objective-untimed", "Nothing under an objective has a date"),
    ("deadlines-alike", "Many actions end on one and the same day"),
    ("all-within-resources", "Every action is within existing resources"),
    ("objectives-many", "A service has very many objectives"),
)
"""The checks by their codes, as the sheet Rules lists them; the rules themselves stand in the room of checks."""


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
                    "forms": _FORMS.get(key, ""),
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
            "calendar": [{"when": when, "what": what, "who": who, "step": step} for when, what, who, step in _CALENDAR],
            "words": [{"term": term, "ours": ours} for term, ours in every_word().items()],
            "rules": [{"rule": code, "looks_for": title} for code, title in _RULES],
        }
    )
