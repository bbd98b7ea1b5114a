"""The framework workbook: what the policy officer fills in before anyone else begins."""

from __future__ import annotations

from svcdocs.model.framework import (
    About,
    Contributor,
    CorporateText,
    CouncilValue,
    Person,
    Priority,
    Section,
    Service,
    Signature,
)
from svcdocs.workbook.declaration import Ask, Book, Shape, Sheet
from svcdocs.workbook.settings_sheets import (
    CALENDAR,
    GLOSSARY,
    LIST_HEADINGS,
    MONEY_COLUMNS,
    OUR_WORDS,
    RAG_RULES,
    RISK_SCALE,
    RULES,
    SHARED_INDICATORS,
    SHARED_RESOURCES,
    STATUS_KEY,
)

ABOUT = Sheet(
    "About",
    About,
    "about",
    "Whose plan it is, for which years, and how far it has got.",
    tuple(
        Ask(
            name,
            60,
            choices={"stage": "stages", "number_steps": "yes_no", "year_starts": "months"}.get(name, ""),
            strict=name in ("stage", "number_steps"),
            later=name in ("other_languages", "number_steps", "year_starts"),
        )
        for name in About.model_fields
    ),
    shape=Shape.FORM,
)
PRIORITIES = Sheet(
    "Priorities",
    Priority,
    "priorities",
    "Aims, approaches and council actions, in the order in which they are printed. Items stand below their action.",
    (
        Ask("level", 16, choices="levels", strict=True, needs="Aim, approach, council action or item?"),
        Ask("ref", 10),
        Ask("text", 80, needs="What is the wording?"),
        Ask("under", 10),
        Ask("lead_services", 30),
        Ask("why", 60),
        Ask("approved", 24),
        Ask("also_written", 30, later=True),
        Ask("withdrawn_on", 16, later=True),
        Ask("replaced_by", 14, later=True),
    ),
)
SERVICES = Sheet(
    "Services and teams",
    Service,
    "services",
    "One row for each service that writes a plan, and one below it for each of its teams.",
    (
        Ask("service", 30, needs="Which service?", inherits=True),
        Ask("team", 30),
        Ask("manager", 24),
        Ask("portfolio", 30),
        Ask("contact", 24),
        Ask("email", 30),
        Ask("deadline", 18),
        Ask("also_called", 30),
        Ask("form", 18, choices="forms", strict=True, later=True),
        Ask("years", 12, later=True),
        Ask("belongs_from", 18, later=True),
        Ask("belongs_until", 18, later=True),
    ),
    lone_rows=True,
)
CONTRIBUTORS = Sheet(
    "Who fills in what",
    Contributor,
    "contributors",
    "Blank: each service fills in one workbook. Otherwise a row for each who gets a workbook of their own.",
    (
        Ask("who", 26, choices="contributors", needs="Who?"),
        Ask("services", 30),
        Ask("sheets", 24, choices="sheets"),
        Ask("sections", 30),
        Ask("contact", 24),
        Ask("email", 30),
        Ask("deadline", 18),
    ),
    since=2,
    spare_rows=30,
)
PEOPLE = Sheet(
    "People",
    Person,
    "people",
    "Who may lead or own something. May start empty: names that are not here are reported once each.",
    (
        Ask("name", 28),
        Ask("post", 36),
        Ask("abbreviation", 14),
        Ask("also_written", 30),
        Ask("service", 28, choices="services"),
        Ask("email", 30),
    ),
    spare_rows=120,
)
SIGN_OFF = Sheet(
    "Sign-off",
    Signature,
    "signatures",
    "Who signs each plan: a pair a row, or a body. Leave Service blank for what stands in every plan.",
    (
        Ask("service", 28, choices="services"),
        Ask("area", 28),
        Ask("role", 24, needs="Who approves?"),
        Ask("name", 28),
        Ask("counter_role", 24),
        Ask("counter_name", 28),
        Ask("order", 9),
        Ask("status", 24, choices="approvals"),
        Ask("when", 18),
        Ask("minute", 16),
        Ask("subject_to", 40, later=True),
        Ask("answers_for", 30, later=True),
        Ask("deputy", 24, later=True),
    ),
)
VALUES = Sheet(
    "Values",
    CouncilValue,
    "values",
    "The values the council works by.",
    (Ask("text", 90),),
    spare_rows=12,
)
SECTIONS = Sheet(
    "Sections",
    Section,
    "sections",
    "The sections of a service plan in the order of print. Tables on landscape pages follow the narrative.",
    (
        Ask("key", 24, needs="Which section?"),
        Ask("heading", 44),
        Ask("under", 24),
        Ask("question", 60),
        Ask("lead_in", 50),
        Ask("word_limit", 12),
        Ask("required", 12, choices="required", strict=True),
        Ask("numbered", 12, choices="yes_no"),
        Ask("forms", 18, later=True),
    ),
)
NARRATIVE = Sheet(
    "Narrative",
    CorporateText,
    "corporate_text",
    "The council's own words in the corporate plan: foreword, summary and the like.",
    (Ask("part", 24, needs="Which part?"), Ask("text", 100)),
    spare_rows=20,
)

FRAMEWORK_BOOK = Book(
    kind="framework",
    title="Framework of the planning cycle",
    sheets=(
        ABOUT,
        PRIORITIES,
        SERVICES,
        CONTRIBUTORS,
        PEOPLE,
        SIGN_OFF,
        CALENDAR,
        NARRATIVE,
        VALUES,
        SECTIONS,
        LIST_HEADINGS,
        MONEY_COLUMNS,
        SHARED_INDICATORS,
        STATUS_KEY,
        RAG_RULES,
        RISK_SCALE,
        GLOSSARY,
        OUR_WORDS,
        RULES,
        SHARED_RESOURCES,
    ),
)
