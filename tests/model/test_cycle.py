from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from svcdocs.model.as_written import Refs, WrittenDate
from svcdocs.model.cycle import Cycle, link, named_refs
from svcdocs.model.framework import Framework, Priority, Service
from svcdocs.model.service_plan import ServicePlan, Step
from svcdocs.model.spellings import parents
from svcdocs.model.wordings import planned
from svcdocs.model.years import APRIL

PRIORITIES = [
    {"level": "Aim", "ref": "A", "text": "Homes"},
    {"level": "Approach", "ref": "(i)", "text": "Early", "under": "A"},
    {"level": "Aim", "ref": "B", "text": "Streets", "also_written": "C\nClean and tidy streets"},
    {"level": "Approach", "ref": "(i)", "text": "Parishes", "under": "B"},
    {"level": "Approach", "ref": "(ii)", "text": "Prices", "under": "B"},
    {"level": "Council action", "ref": "A1", "text": "Build", "under": "A"},
    {"level": "Item", "ref": "i)", "text": "Plan"},
    {"level": "Council action", "ref": "B1", "text": "Sweep", "under": "B"},
    {"level": "Item", "ref": "i)", "text": "Buy"},
]


def cycle(**plan: Any) -> Cycle:
    framework = Framework.model_validate(
        {
            "priorities": PRIORITIES,
            "services": [{"service": "Homes"}, {"service": "Streets"}, {"service": "Homes", "team": "X"}],
        }
    )
    return link(framework, [ServicePlan.model_validate({"service": "Homes"} | plan)])


def wording(found: Priority | None) -> str:
    return found.text.plain if found else ""


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("A", "Homes"),
        ("(a)", "Homes"),
        ("C", "Streets"),
        ("A(i)", "Early"),
        ("(Bi)", "Parishes"),
        ("B) i)", "Parishes"),
        ("(ii)", "Prices"),
        ("A1", "Build"),
        ("A1 i)", "Plan"),
        ("B1(i)", "Buy"),
        ("(i)", ""),
        ("Z", ""),
        ("", ""),
    ],
)
def test_a_priority_is_found_by_every_spelling_that_names_only_it(ref: str, text: str) -> None:
    assert wording(cycle().priority(ref)) == text


def test_an_item_without_a_parent_belongs_to_the_council_action_above_it() -> None:
    assert parents(cycle().framework.priorities) == ["", "A", "", "B", "B", "A", "A1", "B", "B1"]


def test_an_item_that_names_an_aim_still_belongs_to_the_council_action_above_it() -> None:
    rows = [*PRIORITIES[:7], {"level": "Item", "ref": "ii)", "text": "Build", "under": "A"}]
    assert parents(Framework.model_validate({"priorities": rows}).priorities)[-2:] == ["A1", "A1"]


def test_a_services_own_record_goes_before_a_priority_of_the_same_reference() -> None:
    linked = cycle(actions=[{"ref": "A1", "title": "Our part"}])
    assert [type(found).__name__ for found in linked.find("Homes", "a1")] == ["Action"]
    assert [type(found).__name__ for found in linked.find("Streets", "A1")] == ["Priority"]
    assert linked.find("Homes", "Z") == ()


def test_plans_stand_in_the_councils_order_and_the_missing_ones_are_awaited() -> None:
    framework = cycle().framework
    plans = [ServicePlan(service=name) for name in ("Parks", "Streets")]
    linked = link(framework, plans)
    assert [plan.service for plan in linked.plans] == ["Streets", "Parks"]
    assert linked.awaited == ("Homes",)
    assert linked.plan("Parks") is plans[0]
    assert linked.plan("Homes") is None


def named(text: str, priorities: list[dict[str, str]] | None = None, **plan: Any) -> list[tuple[str, str, bool]]:
    """What a cell of a service names: what is written, the wording of what it names, whether that is a former one."""
    framework = Framework.model_validate({"priorities": priorities or LONG, "services": [{"service": "Homes"}]})
    linked = link(framework, [ServicePlan.model_validate({"service": "Homes"} | plan)])
    return [(one.written, wording(one.priority), one.is_former) for one in linked.named("Homes", Refs(text=text))]


LONG = [
    {"level": "Aim", "ref": "A", "text": "Homes, streets and parks"},
    {"level": "Council action", "ref": "A7", "text": "Sweep every road", "also_written": "B2\nSweep streets, and bins"},
    {"level": "Council action", "ref": "A8", "text": "Plant trees"},
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A7", [("A7", "Sweep every road", False)]),
        ("b 02", [("b 02", "Sweep every road", True)]),
        ("B2, A8", [("B2", "Sweep every road", True), ("A8", "Plant trees", False)]),
        ("homes – streets and PARKS.", [("homes – streets and PARKS.", "Homes, streets and parks", False)]),
        ("Sweep streets, and bins", [("Sweep streets, and bins", "Sweep every road", True)]),
        (
            "• Homes, streets and parks\nA8 and B2",
            [
                ("• Homes, streets and parks", "Homes, streets and parks", False),
                ("A8", "Plant trees", False),
                ("B2", "Sweep every road", True),
            ],
        ),
        ("Homes, streets\nand parks", [("Homes, streets and parks", "Homes, streets and parks", False)]),
        (
            "Sweep every road; Plant trees",
            [("Sweep every road", "Sweep every road", False), ("Plant trees", "Plant trees", False)],
        ),
        ("A8: Plant trees", [("A8: Plant trees", "Plant trees", False)]),
        ("Council action A8", [("Council action A8", "Plant trees", False)]),
        ("Sweep streets", [("Sweep streets", "", False)]),
        ("N/A", []),
        ("", []),
    ],
)
def test_a_cell_names_priorities_by_reference_or_wording_in_force_or_former(text: str, expected: list[Any]) -> None:
    assert named(text) == expected


def test_a_council_says_in_its_own_word_which_level_it_names() -> None:
    rows = {"priorities": LONG, "words": [{"term": "aim", "singular": "goal"}], "services": [{"service": "Homes"}]}
    linked = link(Framework.model_validate(rows), [])
    assert [wording(linked.priority(f"{word} A")) for word in ("Goal", "aim", "Hope")] == [LONG[0]["text"]] * 2 + [""]


def test_a_spelling_that_two_priorities_had_before_names_neither_and_one_in_use_goes_before_a_former_one() -> None:
    both = [
        *LONG,
        {"level": "Council action", "ref": "A9", "text": "Empty bins", "also_written": "B2\nA8\nPlant trees"},
    ]
    assert named("B2, A8", both) == [("B2", "", False), ("A8", "Plant trees", False)]
    assert named("plant trees", both) == [("plant trees", "Plant trees", False)]
    alike = [*LONG, {"level": "Item", "ref": "i)", "text": "Plant trees"}]
    assert named("Plant trees", alike) == [("Plant trees", "", False)]


def test_two_references_that_read_like_a_former_one_are_two() -> None:
    rows = [*LONG, {"level": "Aim", "ref": "B", "text": "Clean air", "also_written": "AA8"}]
    assert named("A, A8", rows) == [("A", LONG[0]["text"], False), ("A8", "Plant trees", False)]


def test_a_services_own_record_of_a_former_reference_is_what_it_names() -> None:
    assert named("B2", actions=[{"ref": "B2", "title": "Ours"}]) == [("B2", "Sweep every road", False)]


def test_items_of_council_actions_numbered_anew_under_each_aim_are_told_apart_by_all_that_stands_above_them() -> None:
    rows = [
        {"level": "Aim", "ref": "A", "text": "Homes"},
        {"level": "Council action", "ref": "1", "text": "Build", "under": "A"},
        {"level": "Item", "ref": "i)", "text": "Plan"},
        {"level": "Aim", "ref": "B", "text": "Streets"},
        {"level": "Council action", "ref": "1", "text": "Sweep", "under": "B"},
        {"level": "Item", "ref": "i)", "text": "Buy"},
    ]
    assert [found for _, found, _ in named("A1, B1, A1i, B1 (i), 1i", rows)] == ["Build", "Sweep", "Plan", "Buy", ""]


def test_every_kind_of_record_says_whom_it_names() -> None:
    plan = ServicePlan.model_validate(
        {
            "service": "Homes",
            "objectives": [{"under": "HC1", "serves": "A"}, {}],
            "actions": [{"serves": "A", "indicators": "N1"}],
            "indicators": [{"objective": "HC1"}],
            "risks": [{"serves": "HC1"}],
        }
    )
    named = [{field: str(refs) for field, refs in named_refs(row).items()} for row in planned(plan)]
    assert named == [
        {"under": "HC1", "serves": "A"},
        {"under": "", "serves": ""},
        {"serves": "A", "indicators": "N1"},
        {"objective": "HC1"},
        {"serves": "HC1"},
    ]


OWN = {
    "objectives": [
        {"text": "Lead, advise and support teams by:\n• research"},
        {"ref": "H2", "text": "Homes, streets and parks"},
        {"text": "Equality – fair for all"},
    ],
    "actions": [{"title": "Open a shelter"}],
}


def records(text: str) -> list[tuple[str, list[str]]]:
    """What a cell names: what is written, and the kinds of all that is so called."""
    framework = Framework.model_validate({"priorities": LONG, "services": [{"service": "Homes"}]})
    linked = link(framework, [ServicePlan.model_validate({"service": "Homes"} | OWN)])
    return [
        (one.written, [type(each).__name__ for each in one.found]) for one in linked.named("Homes", Refs(text=text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lead, advise and support teams by", [("Lead, advise and support teams by", ["Objective"])]),
        ("Lead, ADVISE and support teams by research", [("Lead, ADVISE and support teams by research", ["Objective"])]),
        ("Equality", [("Equality", ["Objective"])]),
        ("• Open a shelter\nEquality – fair for all; A8", [
            ("• Open a shelter", ["Action"]), ("Equality – fair for all", ["Objective"]), ("A8", ["Priority"]),
        ]),
        ("Homes, streets and parks", [("Homes, streets and parks", ["Objective", "Priority"])]),
        ("H2, A8, and Z9", [("H2", ["Objective"]), ("A8", ["Priority"]), ("Z9", [])]),
        ("Q1, Z9", [("Q1", []), ("Z9", [])]),
    ],
)  # fmt: skip
def test_a_cell_names_the_services_own_records_by_their_wordings(text: str, expected: list[Any]) -> None:
    assert records(text) == expected


@pytest.mark.parametrize(
    "text", ["Guide, advise and help teams", "Guide, advise\nand help; or so", "See the plan for streets, homes & bins"]
)
def test_words_that_lead_nowhere_are_one_thing_whatever_stands_between_them(text: str) -> None:
    assert records(text) == [(" ".join(text.split()), [])]
    assert records(f"H2\n{text}")[0] == ("H2", ["Objective"])


def test_the_keys_of_a_cell_are_those_of_the_services_own_records() -> None:
    framework = Framework.model_validate({"priorities": LONG, "services": [{"service": "Homes"}]})
    linked = link(framework, [ServicePlan.model_validate({"service": "Homes"} | OWN)])
    assert linked.keys("Homes", Refs(text="h02; Equality\nA8 and Homes, streets and parks")) == (
        "H2", "EQUALITYFAIRFORALL", "A8", "HOMES", "STREETS", "PARKS",
    )  # fmt: skip
    assert linked.keys("Homes", Refs(text="Homes, streets and parks")) == ("H2",)


def test_linking_tells_every_date_of_the_plans_in_which_month_the_councils_years_begin() -> None:
    council = Framework.model_validate({"about": {"first_year": "FY28", "year_starts": "July"}})
    given = ServicePlan.model_validate(
        {
            "service": "Housing",
            "actions": [{"finish": "Q1 FY28", "steps": [{"text": "Go (Q1 FY28)"}, {"by": "Q1 FY28"}]}],
            "indicators": [{"targets": {"FY28": "Q1 FY28"}}],
        }
    )
    (linked,) = link(council, [given]).plans
    assert linked == given
    action, (indicator,) = linked.actions[0], linked.indicators
    when = indicator.targets["FY28"].meaning.when
    days = [action.finish.items[0].meaning, *(step.due.meaning for step in action.steps), when]
    assert {day.first for day in days if day is not None} == {date(2027, 7, 1)}
    assert given.actions[0].finish.items[0].meaning.first == date(2027, 4, 1)  # what was given is left alone
    assert Step().by.starts == APRIL


def test_a_framework_tells_its_own_dates_in_which_month_its_years_begin() -> None:
    about = {"first_year": "FY28", "year_starts": "July", "ends_on": "Q1 FY28"}
    made = Framework.model_validate({"about": about, "services": [{"service": "Homes", "belongs_from": "Q2 FY28"}]})
    again = Framework.model_construct(None, about=made.about, services=made.services)
    for council in (made, again):
        assert (council.first_day, council.last_day) == (date(2027, 7, 1), date(2027, 9, 30))
        assert council.services[0].belongs_from.meaning.first == date(2027, 10, 1)
    assert WrittenDate().starts == Service().belongs_from.starts == APRIL
