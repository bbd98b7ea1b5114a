"""The sheets of the framework that come with working defaults: scales, keys, headings, words and rules."""

from __future__ import annotations

from svcdocs.model.framework import (
    CalendarDate,
    GlossaryEntry,
    ListHeading,
    MoneyColumn,
    OurWord,
    RagRule,
    RiskLevel,
    RuleSetting,
    SharedIndicator,
    SharedResource,
    StatusKey,
)
from svcdocs.workbook.declaration import Ask, Sheet

LIST_HEADINGS = Sheet(
    "List headings",
    ListHeading,
    "list_headings",
    "The headings of the SWOT and of the external drivers.",
    (Ask("sheet", 14, choices="lists", strict=True), Ask("heading", 40, needs="What is it called?")),
    spare_rows=12,
)
MONEY_COLUMNS = Sheet(
    "Money columns",
    MoneyColumn,
    "money_columns",
    "The columns of figures on the money sheets, in order.",
    (
        Ask("heading", 30, needs="What is it called?"),
        Ask("year", 12),
        Ask("basis", 14, choices="bases"),
        Ask("as_at", 20),
    ),
    spare_rows=8,
)
SHARED_INDICATORS = Sheet(
    "Shared indicators",
    SharedIndicator,
    "shared_indicators",
    "Indicators the council sets for several services.",
    (
        Ask("ref", 10),
        Ask("name", 60, needs="What is measured?"),
        Ask("unit", 14, choices="units"),
        Ask("good_is", 12, choices="good_is"),
        Ask("services", 28),
        Ask("scorecard", 11, choices="yes_no"),
    ),
    spare_rows=20,
)
STATUS_KEY = Sheet(
    "Status key",
    StatusKey,
    "status_key",
    "The letters used for the progress of actions, with the words and colours beside them.",
    (Ask("letter", 9, needs="Which letter?"), Ask("label", 20), Ask("meaning", 60), Ask("colour", 12)),
    spare_rows=8,
)
RAG_RULES = Sheet(
    "RAG rule",
    RagRule,
    "rag_rules",
    "How a service decides on a status; printed under the key.",
    (Ask("rule", 90),),
    spare_rows=8,
)
RISK_SCALE = Sheet(
    "Risk scale",
    RiskLevel,
    "risk_scale",
    "The council's scales of likelihood and impact, and the bands of their product.",
    (
        Ask("axis", 14, choices="axes", strict=True),
        Ask("score", 12, needs="Which score?"),
        Ask("label", 20),
        Ask("meaning", 60),
        Ask("colour", 12),
    ),
    spare_rows=12,
)
CALENDAR = Sheet(
    "Calendar",
    CalendarDate,
    "calendar",
    "The dates of the planning year.",
    (
        Ask("when", 22, needs="When?"),
        Ask("what", 60),
        Ask("who", 30),
        Ask("step", 26, choices="year_steps", strict=True),
    ),
)
GLOSSARY = Sheet(
    "Glossary",
    GlossaryEntry,
    "glossary",
    "Abbreviations that may stand in plans without being explained.",
    (Ask("abbreviation", 18), Ask("meaning", 60, needs="What does it stand for?")),
)
OUR_WORDS = Sheet(
    "Our words",
    OurWord,
    "words",
    "The council's own words for all that documents print of their own accord. A blank leaves the word as it is.",
    (
        Ask("term", 30),
        Ask("ours", 50),
        Ask("singular", 50),
        Ask("plural", 40),
        Ask("others", 40, family="languages"),
        Ask("others_plural", 40, family="languages"),
    ),
)
RULES = Sheet(
    "Rules",
    RuleSetting,
    "rules",
    "How strictly each check is taken. An error keeps a plan from being built; a blank leaves the check as it is.",
    (
        Ask("rule", 26),
        Ask("looks_for", 60),
        Ask("draft", 12, choices="severities", strict=True),
        Ask("final", 12, choices="severities", strict=True),
        Ask("limit", 12),
    ),
)
SHARED_RESOURCES = Sheet(
    "Shared resources",
    SharedResource,
    "shared_resources",
    "Where two rows may ask for one sum or post: whether they do. The checks ask, with the row to type here.",
    (
        Ask("one", 44, needs="Which row?"),
        Ask("other", 44, needs="Which other row?"),
        Ask("answer", 16, choices="same_or_not", strict=True, needs="The same, or not?"),
        Ask("note", 60),
    ),
    since=3,
    spare_rows=30,
)
