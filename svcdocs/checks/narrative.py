"""Figures in the narrative: how many there are of something, and how much, is what the plan's own tables say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.checks.stated import Stated, counted_in, counted_on, money_in, posts_in
from svcdocs.checks.unread import is_awaited, is_sheet_unread
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import Reading, kind_of, reading_of
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.service_plan import PARTS, Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.text import Text

CONTRADICTS = Rule(
    "figure-contradicts",
    "A figure in the text is not that of the table",
    WARNING,
    WARNING,
    "service",
    message="A sentence gives a number of objectives, actions, indicators, risks or staff, or a budget, and the plan's "
    "own table has another.",
    remedy="Correct the text or the table; or say in the text what else is counted.",
    example=Example(
        "Text | Section: About our service | Text: The service has 12.5 FTE.\n"
        "Posts | Team: Repairs | Post: Fitter | FTE: 2\nPosts | Team: Repairs | Post: Clerk | FTE: 0.5",
        "Text | Section: About our service | Text: The service has 2.5 FTE.\n"
        "Posts | Team: Repairs | Post: Fitter | FTE: 2\nPosts | Team: Repairs | Post: Clerk | FTE: 0.5",
    ),
)

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;:])\s+(?=[A-Z‘“'\"(\d])|\n")
_NOT_NOW = re.compile(
    r"\b(?:last year|previous|before|earlier|former|had|were|was|used to|will|would|could|may|should|another|more|fewer"
    r"|less|extra|additional|new|since|achieved|completed|delivered|from|until|when|if|other|county|national|by 20\d\d"
    r"|each|per|every|than|half|quarter|between|district’s|neighbouring|shared|vacant|temporary|agency|volunteers?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of another time, of a part, or of somebody else."""


def figures_that_contradict_the_tables(cycle: Cycle) -> Iterator[Hit]:
    """A number in a sentence about now and the whole that is none of those the plan's own tables come to.

    Each figure may be that of a team, of a part or of the whole; only what is none of them is told, once a passage.
    """
    read = reading_of(cycle)
    for plan in cycle.plans:
        tables: dict[str, list[Decimal]] = {}
        for passage in plan.passages:
            for stated in _stated(passage.text):
                if stated.of not in tables:
                    tables[stated.of] = _of_table(cycle, plan, stated.of, read)
                known = tables[stated.of]
                if not known or any(stated.may_be(value) for value in known):
                    continue
                message = f"The text says '{in_short(stated.written)}', {_said(stated, known)}."
                hint = (
                    f"Correct the text or the sheet {_sheet(plan, stated.of)}; or say in the text what else is counted."
                )
                yield Hit(CONTRADICTS, message, hint, plan.service, passage, "text")
                break


def council_figures_that_contradict(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a number in the council's own texts that is none of those the plans come to.

    It may be that of all plans together, or one of a single plan's; while a return is awaited nobody can tell.
    """
    if cycle.awaited:
        return
    read = reading_of(cycle)
    held = {name: tuple(row for plan in cycle.plans for row in getattr(plan, name)) for name in PARTS}
    whole = ServicePlan.model_construct(None, service="", **held)
    for row in cycle.framework.corporate_text:
        for stated in _stated(row.text):
            tables = [_of_table(cycle, plan, stated.of, read) for plan in (whole, *cycle.plans)]
            if not all(tables) or any(stated.may_be(value) for table in tables for value in table):
                continue
            together = f"all plans together have {tables[0][0].normalize():f}"
            known = "no line or sum of the plans is that" if stated.of == "budget" else together
            message = f"The text says '{in_short(stated.written)}', and {known}."
            hint = "Correct the text; or say in it what else is counted."
            yield Hit(replace(CONTRADICTS, audience="officer"), message, hint, "", row, "text")
            break


def _stated(text: Text) -> Iterator[Stated]:
    for block in text.blocks:
        before = ""
        for sentence in _SENTENCE_ENDS.split(block.plain):
            if not _NOT_NOW.search(sentence):
                yield from (*counted_in(sentence), *counted_on(before, sentence))
                yield from (*posts_in(sentence), *money_in(sentence))
            before = sentence


def _of_table(cycle: Cycle, plan: ServicePlan, of: str, read: Reading) -> list[Decimal]:
    """The figures that a text may mean, the whole first; none where a table is not there, or not all of it."""
    part = _PARTS.get(of, of)
    asked = ("actions", "council_actions") if part == "actions" else (part,)
    if is_awaited(cycle, plan.service, asked) or is_sheet_unread(cycle, plan.service, asked):
        return []
    match of:
        case "objectives" | "indicators" | "risks" | "actions":
            return _counts(plan, of)
        case "fte" | "staff":
            # While a team comes or goes, the posts that are meant stand in two plans.
            moves = any(row.belongs_from or row.belongs_until for row in cycle.framework.teams_of(plan.service))
            return [] if moves else _people(plan, of)
    return _money(cycle, plan, read)


_PARTS = {"fte": "posts", "staff": "posts", "budget": "money"}
"""The part of a plan that a figure is of, where it is called otherwise."""


def _sheet(plan: ServicePlan, of: str) -> str:
    """The sheet on which the table stands."""
    part = _PARTS.get(of, of)
    places = (record.origin.sheet for record in getattr(plan, part) if record.origin is not None)
    return next(places, part.capitalize())


def _counts(plan: ServicePlan, of: str) -> list[Decimal]:
    """How many there are: all, those of each team or group, and those that stand by themselves or are marked."""
    ways: list[int] = []
    rows: tuple[Objective | Action | Indicator | Risk, ...]
    match of:
        case "actions":
            rows = plan.all_actions
            steps = sum(len(action.steps) or 1 for action in plan.all_actions)
            marked = sum(folded(action.headline) == "yes" for action in plan.all_actions)
            ways = [len(plan.actions), len(plan.council_actions), steps, marked]
        case "objectives":
            rows = plan.objectives
            wholes = [row for row in plan.objectives if not row.under]
            ways = [
                len(wholes),
                *(sum(not row.printed_in.strip() for row in each) for each in (plan.objectives, wholes)),
            ]
        case "indicators":
            rows = tuple(row for row in plan.indicators if not row.measures_nothing)
            ways = [len(plan.indicators)]
        case _:
            rows = plan.risks
    for each in (rows, [row for row in rows if not getattr(row, "under", None)]):
        for field in ("team", "group"):
            ways += Counter(folded(getattr(row, field, "")) for row in each).values()
    return [Decimal(way) for way in dict.fromkeys((len(rows), *ways)) if way] if rows else []


def _people(plan: ServicePlan, of: str) -> list[Decimal]:
    """The posts or full-time posts: of all, of each team, of each post; the states of them apart."""
    single = [post for post in plan.posts if post.title]
    field = "fte" if of == "fte" else "number"
    stated = [post for post in plan.posts if not post.title]
    values = [getattr(post, field).value for post in single or stated]
    if not values or any(value is None for value in values):
        return []
    whole = sum(values, Decimal(0))
    teams: dict[str, Decimal] = {}
    team = ""
    for post in plan.posts:
        team = folded(post.team) or team
        if post.title:
            teams[team] = teams.get(team, Decimal(0)) + (getattr(post, field).value or Decimal(0))
    filled = (post for post in single if folded(post.state) == "filled")
    also = sum((getattr(post, field).value or Decimal(0) for post in filled), Decimal(0))
    totals = [post.fte.value for post in stated if post.fte.value is not None and of == "fte"]
    fte = sum((post.fte.value or Decimal(0) for post in single), Decimal(0))
    return [
        whole,
        *teams.values(),
        also,
        *totals,
        *(value for value in values if value),
        *([fte] if of == "staff" else []),
    ]


def _money(cycle: Cycle, plan: ServicePlan, read: Reading) -> list[Decimal]:
    """What the lines of the budget come to, column by column and kind by kind, each line and each total, in pounds."""
    scale = _SCALES.get(folded(cycle.money_unit).replace(" ", ""))
    if scale is None:
        return []
    found: list[Decimal] = []
    for column in cycle.money_columns:
        kinds: dict[str, Decimal] = {}
        lines: list[Decimal] = []
        teams: dict[str, Decimal] = {}
        for line in plan.money:
            amount = line.figures.get(column.heading)
            value = read(amount) if amount is not None else None
            if value is None:
                if amount:
                    return []  # a figure that cannot be read: nobody can tell what the sums are
                continue
            lines.append(abs(value))
            kinds[kind_of(line)] = kinds.get(kind_of(line), Decimal(0)) + value
            if kind_of(line) == "spend":
                teams[folded(line.team)] = teams.get(folded(line.team), Decimal(0)) + value
        spend, income = kinds.get("spend", Decimal(0)), abs(kinds.get("income", Decimal(0)))
        saving = abs(kinds.get("saving", Decimal(0)))
        sums = [
            spend - income,
            spend,
            spend - saving,
            spend - income - saving,
            *map(abs, kinds.values()),
            *teams.values(),
        ]
        found += [value * scale for value in (*sums, *lines) if value]
    return found


_SCALES = {
    "£": Decimal(1),
    "": Decimal(1),
    "£000": Decimal(1000),
    "£k": Decimal(1000),
    "£m": Decimal(1_000_000),
}


def _said(stated: Stated, known: list[Decimal]) -> str:
    """What the table has beside what the text says; of money no sum, since nobody can tell which year's is meant.

    Only where the table has a figure of the very digits in another order, that is most likely the one.
    """
    if stated.of == "budget":
        alike = [value for value in known if sorted(f"{value:f}") == sorted(f"{stated.value:f}")]
        if alike:
            return f"and the plan's own table has {alike[0]:,f}: two digits may have changed places"
        return "and no line or sum of the plan's own table is that"
    return f"and the plan's own table has {known[0].normalize():f}"
