"""Whatever is taken out of a plan changes the corporate plan where it was counted or told, and nowhere else."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from svcdocs import shipped
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.model.cycle import Cycle
from svcdocs.word import Properties, Template
from tests.corporate import small
from tests.documents.corporate_outline import outline

TEMPLATE = Template.compile(shipped.doc_template("corporate-plan"), CorporatePlanContext)
Place = tuple[str, str]
SHARE_CELLS = 4
"""The cells of a row about what a service contributes to a council action."""

HOMES: dict[str, Any] = copy.deepcopy(small.HOMES)
HOMES["indicators"][0]["objective"] = "H1"
HOMES["indicators"][1]["objective"] = "A2"
for post in HOMES["posts"][:3]:
    post["team"] = "Building"
HOMES["actions"].append(
    {
        "ref": "H3.1",
        "title": "Lag pipes",
        "serves": "A2",
        "finish": "May 2027",
        "lead": "Kim Oak",
        "resources": "£9,000",
    }
)


def places(cycle: Cycle) -> dict[Place, str]:
    """What stands in each place of the plan: its heading, and the first cells of a row or the beginning of a line."""
    context = corporate_plan_context(cycle, consolidate(cycle), draft=True)
    found: dict[Place, str] = {}
    heading = ""
    text = outline(TEMPLATE.render(context, Properties(title="x")))
    # A cell of several lines is of one row.
    for line in re.sub(r"(?<=[^|])\n(?=[^\n|]* \|)(?!\|)", " / ", text).split("\n"):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        key = _key(line)
        found[heading, key] = found.get((heading, key), "") + line
    return found


def _key(line: str) -> str:
    cells = line.split(" | ")
    if line.startswith("| "):
        return " | ".join(cells[:2]) if len(cells) == SHARE_CELLS and cells[1] in ("Homes", "Streets") else cells[0]
    if line.startswith("Most actions are led by"):
        return "Most actions are led by"
    by_ref = re.match(r"• (?:Council action )?[A-Z][\w.-]*\d", line)
    return by_ref[0] if by_ref else re.split(r"[\d:(]", line)[0].strip()


def changed(before: dict[Place, str], after: dict[Place, str]) -> set[Place]:
    return {place for place in {*before, *after} if before.get(place) != after.get(place)}


def without(part: str, place: int) -> Cycle:
    plan = copy.deepcopy(HOMES)
    del plan[part][place]
    return small.cycle(small.STREETS, plan)


BEFORE = places(small.cycle(small.STREETS, HOMES))
FIGURES, SERVICES, THREAD = "The council in figures", "Service by service", "What leads to each council action"
MATRIX, GAPS, CARD = "Which service contributes to which aim", "What is still to be joined up", "Scorecard"
AIM, UNDER, OTHER = "Aim A: Safe homes", "Council actions under aim A", "Other headline actions"
COUNTED: set[Place] = {
    (FIGURES, "| Actions"),
    (SERVICES, "| Homes"),
    (SERVICES, "Most actions are led by"),
}
IN_MATRIX: set[Place] = {(MATRIX, "| Homes"), (MATRIX, "| All services")}
FOR_AIM = COUNTED | IN_MATRIX | {(UNDER, "Actions for it in all"), (AIM, "• Of its")}
SECOND: set[Place] = {(THREAD, "| A2"), (UNDER, "| A2 | Homes")}

ASKED: Place = ("All that is asked for", "| Asked for")

ACTIONS: dict[str, set[Place]] = {
    "H1.1": FOR_AIM | {(THREAD, "| A1"), (UNDER, "| A1 | Homes")},
    "H1.2": FOR_AIM | SECOND | {(AIM, "| Insulate 40 roofs")},
    "H2.1": COUNTED | IN_MATRIX | {(GAPS, "• H2.1"), (OTHER, "• Buy shelves"), (OTHER, "# Other headline actions")},
    "H2.2": COUNTED | IN_MATRIX | {(GAPS, "• H2.2")},
    "H3.1": FOR_AIM | SECOND | {(AIM, "• Of its"), (AIM, "The money"), (AIM, "• The most is needed by")} | {ASKED},
}
ONE_INDICATOR: set[Place] = {(FIGURES, "| Indicators"), (SERVICES, "| Homes")}
INDICATORS: dict[str, set[Place]] = {
    "H-1": ONE_INDICATOR
    | {(THREAD, "| A1"), (GAPS, "• Council action A1"), (CARD, "Lines of the scorecard")}
    | {(AIM, "How we will know"), (AIM, "| Indicator"), (AIM, "| H-1 Homes built (Number; good is high) | Homes")}
    | {(AIM, "More indicators that measure it"), (AIM, "Indicators that measure it")}
    | {(CARD, "The latest results against the targets for the first year")},
    "H-2": ONE_INDICATOR | {(THREAD, "| A2"), (GAPS, "• Council action A2"), (AIM, "More indicators that measure it")},
}
WORKFORCE = "Workforce"
ONE_POST: set[Place] = {(WORKFORCE, "| Homes"), (WORKFORCE, "| Sum of 1 of 3 services")}
POSTS: dict[str, set[Place]] = {
    "Builder": ONE_POST | {(FIGURES, "| Workforce (FTE)"), (SERVICES, "| Homes")},
    "Planner": ONE_POST | {(FIGURES, "| Workforce (FTE)"), (SERVICES, "| Homes")},
    "Helper": {(WORKFORCE, "• Homes, Building")},
    "Adviser": ONE_POST | {(WORKFORCE, "• Homes, Warmth"), ASKED},
}


@pytest.mark.parametrize(
    ("part", "name", "expected"),
    [
        *(("actions", ref, expected) for ref, expected in ACTIONS.items()),
        *(("indicators", ref, expected) for ref, expected in INDICATORS.items()),
        *(("posts", title, expected) for title, expected in POSTS.items()),
    ],
)
def test_what_is_taken_out_changes_where_it_was_counted_or_told_and_nowhere_else(
    part: str, name: str, expected: set[Place]
) -> None:
    (place,) = (n for n, row in enumerate(HOMES[part]) if name in (row.get("ref"), row.get("title")))
    assert changed(BEFORE, places(without(part, place))) == expected


@pytest.mark.parametrize("part", ["objectives", "council_actions", "risks", "money"])
def test_whatever_is_taken_out_is_seen_somewhere(part: str) -> None:
    for place in range(len(HOMES[part])):
        assert changed(BEFORE, places(without(part, place)))
