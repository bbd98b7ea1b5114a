"""The workbook of a service: its sheets in the order in which a team meets them."""

from __future__ import annotations

from svcdocs.model.finance import ControlTotal, StatedColumn, Statement
from svcdocs.model.service_plan import (
    Action,
    Bid,
    Declaration,
    Indicator,
    ListEntry,
    MoneyLine,
    Objective,
    Partner,
    Passage,
    Post,
    Risk,
)
from svcdocs.workbook.declaration import Ask, Book, Shape, Sheet

_ACTION_COLUMNS = (
    Ask("ref", 9),
    Ask("title", 60, needs="What will you do?"),
    Ask("serves", 14, choices="objectives_and_priorities", needs="What is it for?", spans=True),
    Ask("steps.text", 60),
    Ask("steps.by", 16),
    Ask("finish", 16, needs="By when?"),
    Ask("lead", 24, choices="leads", needs="Who leads?"),
    Ask("also_leading", 24),
    Ask("outcome", 60, needs="How will anyone know?"),
    Ask("help_needed", 30),
    Ask("resources", 24, needs="What does it cost beyond what you have?"),
    Ask("risk", 30),
    Ask("group", 22, inherits=True),
    Ask("team", 20, choices="teams", spans=True),
    Ask("detail", 60, later=True),
    Ask("outputs", 40, later=True),
    Ask("indicators", 14, later=True),
    Ask("headline", 11, choices="yes_no", later=True),
    Ask("publish", 11, choices="yes_no", later=True),
    Ask("status", 10, choices="statuses", later=True),
    Ask("progress", 30, family="quarters", later=True),
    Ask("reason", 30, later=True),
)

TEXT = Sheet(
    "Text",
    Passage,
    "passages",
    "The words of your plan, section by section. One row has been started for each section, with its question.",
    (
        Ask("section", 24, choices="sections", inherits=True),
        Ask("text", 90, needs="What should stand here?", instead=("owed_by", "owed_on", "picture")),
        Ask("team", 22, choices="teams"),
        Ask("kind", 15, choices="kinds", strict=True),
        Ask("place", 15, choices="places", strict=True),
        Ask("owed_by", 18),
        Ask("owed_on", 18),
        Ask("picture", 22, later=True),
    ),
    prompt="What to write",
    spare_rows=200,
)
OBJECTIVES = Sheet(
    "Objectives",
    Objective,
    "objectives",
    "What the service sets out to achieve. A part of an objective has a row of its own, with the whole under Under.",
    (
        Ask("ref", 10),
        Ask("text", 80, needs="What will be different?"),
        Ask("under", 10),
        Ask("serves", 16, choices="priorities", needs="Which aim or council action does it serve?"),
        Ask("team", 22, choices="teams"),
        Ask("printed_in", 20, choices="tables", strict=True, later=True),
        Ask("aims", 50, later=True),
        Ask("approaches", 50, later=True),
        Ask("reason", 30, later=True),
    ),
)
COUNCIL_ACTIONS = Sheet(
    "Council actions",
    Action,
    "council_actions",
    "What the service does for the council's own actions, named under For; printed before all that is on Actions.",
    _ACTION_COLUMNS,
    parts="steps",
)
ACTIONS = Sheet(
    "Actions",
    Action,
    "actions",
    "What the service will do. One row a step: for the next step of an action, leave all to the left of Step blank.",
    _ACTION_COLUMNS,
    parts="steps",
    spare_rows=120,
)
INDICATORS = Sheet(
    "Indicators",
    Indicator,
    "indicators",
    "What is counted or measured. Write targets as you would say them: 85%, By June 2027, Set baseline, N/A.",
    (
        Ask("ref", 10),
        Ask("name", 60, needs="What is measured?"),
        Ask("unit", 14, choices="units", needs="In what unit?"),
        Ask("good_is", 12, choices="good_is", needs="Is high or low good?"),
        Ask("results", 12, family="past years"),
        Ask("targets", 14, family="plan years", needs="What is the target?"),
        Ask("lead", 24, choices="leads", needs="Who answers for it?", instead=("responsible", "owner")),
        Ask("objective", 12, choices="objectives_and_priorities", later=True, spans=True),
        Ask("supporting_objective", 40, later=True, spans=True, inherits=True, within="objective"),
        Ask("frequency", 14, choices="frequencies", later=True),
        Ask("baseline", 12, later=True),
        Ask("baseline_note", 18, later=True),
        Ask("method", 50, later=True),
        Ask("why_target", 40, later=True),
        Ask("thresholds", 18, later=True),
        Ask("responsible", 24, choices="leads", later=True),
        Ask("owner", 24, choices="leads", later=True),
        Ask("updater", 24, choices="leads", later=True),
        Ask("source", 24, later=True),
        Ask("team", 20, choices="teams", later=True),
        Ask("scorecard", 11, choices="yes_no", later=True),
        Ask("publish", 11, choices="yes_no", later=True),
        Ask("reason", 30, later=True),
    ),
)
RISKS = Sheet(
    "Risks",
    Risk,
    "risks",
    "What may keep the service from its plan. Say what may happen, what it would lead to, and what that would mean.",
    (
        Ask("ref", 9),
        Ask("cause", 60, needs="What may happen?"),
        Ask("leading_to", 40),
        Ask("resulting_in", 40),
        Ask("likelihood", 12, choices="likelihoods", needs="How likely?"),
        Ask("impact", 10, choices="impacts", needs="How bad?"),
        Ask("controls", 50, needs="What is in place?"),
        Ask("further_action", 40),
        Ask("owner", 24, choices="leads", needs="Who watches it?"),
        Ask("residual", 12),
        Ask("target", 12),
        Ask("serves", 12, later=True),
        Ask("team", 20, choices="teams", later=True),
        Ask("corporate", 11, choices="yes_no", later=True),
        Ask("publish", 11, choices="yes_no", later=True),
        Ask("reason", 30, later=True),
    ),
)
SWOT = Sheet(
    "SWOT",
    ListEntry,
    "swot",
    "One entry a cell under its heading. Start a cell with a dash where it belongs to the entry above.",
    (Ask("text", 60, family="swot"),),
    shape=Shape.LISTS,
    spare_rows=20,
)
DRIVERS = Sheet(
    "Drivers",
    ListEntry,
    "drivers",
    "What from outside will shape the service in these years. One entry a cell; a dash for a part of the entry above.",
    (Ask("text", 60, family="drivers"),),
    shape=Shape.LISTS,
    spare_rows=20,
)
PARTNERS = Sheet(
    "Partners",
    Partner,
    "partners",
    "Whom the service works with. Words before or after the list go on the sheet Text.",
    (Ask("name", 60, needs="Who?"), Ask("note", 60), Ask("team", 22, choices="teams")),
    spare_rows=20,
)
POSTS = Sheet(
    "Posts",
    Post,
    "posts",
    "The posts of each team; or one row a team with its total: leave Post blank and give the FTE.",
    (
        Ask("team", 24, choices="teams", inherits=True),
        Ask("title", 40),
        Ask("number", 10),
        Ask("fte", 12, needs="How many full-time posts?", instead=("number",)),
        Ask("reports_to", 30),
        Ask("state", 16, choices="post_states"),
        Ask("note", 40),
    ),
)
MONEY = Sheet(
    "Money",
    MoneyLine,
    "money",
    "The budget, a line a row. Figures in the unit the guide names; spend and income both without a sign.",
    (
        Ask("heading", 40, needs="What is the money for?"),
        Ask("kind", 12, choices="money_kinds", needs="Spend or income?"),
        Ask("fund", 18),
        Ask("figures", 16, family="money"),
        Ask("included", 14, choices="yes_no"),
        Ask("team", 22, choices="teams"),
        Ask("note", 40),
    ),
)
BIDS = Sheet(
    "Bids",
    Bid,
    "bids",
    "Money or posts you ask for beyond what you have, a row each. The budget itself stands on the sheet Money.",
    (
        Ask("ref", 10),
        Ask("what", 60, needs="What is it for?"),
        Ask("serves", 14, choices="objectives_and_priorities"),
        Ask("amounts", 16, family="plan years"),
        Ask("fte", 10),
        Ask("once", 14, choices="how_often"),
        Ask("why", 60, needs="Why is it needed?"),
        Ask("without", 50),
        Ask("state", 14, choices="bid_states"),
        Ask("team", 22, choices="teams"),
        Ask("publish", 11, choices="yes_no", later=True),
        Ask("reason", 30, later=True),
    ),
    spare_rows=20,
)
STATEMENT = Sheet(
    "About the figures",
    Statement,
    "statement",
    "What holds for every figure in this workbook.",
    tuple(
        Ask(name, 60, choices="signs" if name == "sign" else "", strict=name == "sign")
        for name in Statement.model_fields
    ),
    shape=Shape.FORM,
)
STATED_COLUMNS = Sheet(
    "Columns of figures",
    StatedColumn,
    "columns",
    "When the figures of each column were right. One row has been started for each column.",
    (Ask("heading", 34, needs="Which column?"), Ask("as_at", 22), Ask("note", 60)),
    spare_rows=8,
)
CONTROL_TOTALS = Sheet(
    "Control totals",
    ControlTotal,
    "totals",
    "What the lines must come to. They are compared with the lines, and a difference is told.",
    (
        Ask("service", 30, choices="services"),
        Ask("kind", 12, choices="money_kinds", needs="Spend or income?"),
        Ask("fund", 18),
        Ask("figures", 16, family="money"),
        Ask("note", 40),
    ),
    spare_rows=30,
)
FINANCE_SHEETS = (STATEMENT, STATED_COLUMNS, CONTROL_TOTALS)
"""What a workbook has beside its parts of the plans, where its contributor gives the money of several services."""
DECLARATION = Sheet(
    "Guide",
    Declaration,
    "declarations",
    "What this workbook is for, and how to say that it is ready.",
    (Ask("ready", 40, choices="yes_no", strict=True), Ask("checked_by", 40), Ask("checked_on", 40), Ask("message", 40)),
    shape=Shape.FORM,
    guide=True,
)

SERVICE_BOOK = Book(
    kind="service",
    title="Service plan workbook",
    sheets=(
        DECLARATION,
        ACTIONS,
        INDICATORS,
        RISKS,
        TEXT,
        OBJECTIVES,
        COUNCIL_ACTIONS,
        SWOT,
        DRIVERS,
        PARTNERS,
        POSTS,
        BIDS,
        MONEY,
    ),
)
