from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_last_year import CorporateLastYear, corporate_last_year
from svcdocs.documents.last_year import LastYearPart, last_year_part
from svcdocs.documents.service_plan import service_plan_context
from svcdocs.documents.setting import setting_of
from svcdocs.model.corporate_words import corporate_words_of
from svcdocs.model.cycle import Cycle
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import BlockKind, Text
from tests.comparison.last_years import SHELTER, TREES, WAITING, plan, said, since
from tests.plans import HOSTILE

HOUSING, PARKS = "Housing", "Parks"
DROPPED = {"why": "The county runs one now", "asked": "Cllr Mir, 4 December 2026"}


def lines(text: Text) -> list[str]:
    return [block.plain for block in text.blocks]


def part(cycle: Cycle, service: str = HOUSING) -> LastYearPart | None:
    made = cycle.plan(service) or ServicePlan(service=service)
    return last_year_part(setting_of(cycle, made, {}, draft=True))


def council(cycle: Cycle) -> CorporateLastYear | None:
    setting = setting_of(cycle, ServicePlan(service=""), {}, draft=True)
    return corporate_last_year(Style(setting, corporate_words_of(cycle.framework)))


def rows(cycle: Cycle) -> dict[str, list[tuple[list[str], str, list[str]]]]:
    found = part(cycle)
    assert found
    return {
        f"{table.heading} | {table.became}": [(lines(row.ref), row.was, lines(row.became)) for row in table.rows]
        for table in found.tables
    }


def one(record: dict[str, Any], *now: dict[str, Any], **row: Any) -> dict[str, list[tuple[list[str], str, list[str]]]]:
    return rows(since({"actions": [record]}, plan(actions=now, last_year=[said(record, **row)] if row else ())))


NAME = (["HC1.1", "Action"], "Open a second emergency night shelter")


def test_what_was_dropped_stands_with_its_reason_and_who_was_asked() -> None:
    became = ["Reason: The county runs one now", "Asked: Cllr Mir, 4 December 2026"]
    assert one(SHELTER, fate="Dropped", **DROPPED) == {"Dropped | Why, and who was asked": [(*NAME, became)]}
    assert one(SHELTER, fate="Dropped") == {
        "Dropped | Why, and who was asked": [(*NAME, ["Reason: Not given", "Asked: Not given"])]
    }


def test_what_had_no_reference_is_told_by_its_kind_alone() -> None:
    (row,) = one(SHELTER | {"ref": ""}, fate="Dropped")["Dropped | Why, and who was asked"]
    assert row[0] == ["Action"]


def test_what_this_year_marks_as_withdrawn_stands_with_the_reason_on_its_row() -> None:
    withdrawn = SHELTER | {"status": "W", "reason": "The county runs one now"}
    assert one(SHELTER, withdrawn) == {
        "Dropped | Why, and who was asked": [
            (*NAME, ["Reason: The county runs one now", "Asked: Its row of this year says so"])
        ]
    }


def test_what_was_merged_stands_with_what_it_is_part_of_now() -> None:
    assert one(SHELTER, TREES, fate="Merged", now="HC1.2", why="One brief") == {
        "Merged | Merged into": [(*NAME, ["HC1.2 Plant four hundred trees along main roads", "One brief"])]
    }


def test_what_is_redated_stands_with_both_ends_and_its_new_name_where_it_has_one() -> None:
    later = SHELTER | {"finish": "June 2028"}
    assert one(SHELTER, later) == {"With a new end date | Its end": [(*NAME, ["March 2027; now June 2028"])]}
    renamed = later | {"ref": "HC7", "title": SHELTER["title"] + " in town"}
    assert one(SHELTER, renamed) == {
        "With a new end date | Its end": [
            (*NAME, ["March 2027; now June 2028", f"HC7 {renamed['title']} (found by its wording)"])
        ]
    }


def test_what_is_done_says_who_says_so() -> None:
    assert one(SHELTER | {"status": "C"}) == {"Done | How it ended": [(*NAME, ["Reported as done last year"])]}
    assert one(SHELTER, fate="Done") == {"Done | How it ended": [(*NAME, ["Done, as the service reports"])]}
    assert one(SHELTER, fate="Done", why="Opened on 3 May") == {"Done | How it ended": [(*NAME, ["Opened on 3 May"])]}


def test_what_is_missing_says_so() -> None:
    assert one(SHELTER) == {"Not accounted for yet | What is known": [(*NAME, ["The service has not said yet"])]}


def test_what_goes_on_as_it_was_is_counted_and_not_listed() -> None:
    cycle = since({"actions": [SHELTER, TREES]}, plan(actions=[SHELTER, TREES | {"ref": "hc 1.02"}, {"ref": "HC9"}]))
    found = part(cycle)
    assert found
    assert found.tables == ()
    assert lines(found.lead) == [
        (
            "Objectives, actions and indicators in last year’s plan, for 2026/27: 2. Of these: 2 carried over. "
            "New this year: 1."
        )
    ]


def test_what_nobody_accounts_for_is_owed_there_and_not_among_the_words_of_the_plan() -> None:
    cycle = since({"actions": [SHELTER]}, plan(), sections=[{"key": "Context", "heading": "Context"}])
    found = part(cycle)
    assert found
    owed = [block.plain for block in found.lead.blocks if block.kind is BlockKind.OWED]
    what = "what has become of HC1.1 Open a second emergency night shelter, which last year’s plan had"
    assert owed == [f"To be added by Housing: {what}"]
    context = service_plan_context(cycle, cycle.plans[0], draft=True)
    assert not any("To be added" in str(section) for section in context.sections)


def test_what_goes_on_in_other_words_is_listed() -> None:
    assert one(SHELTER, SHELTER | {"title": "Open the shelter"}) == {
        "Carried over under another reference or wording | Now": [(*NAME, ["HC1.1 Open the shelter"])]
    }


def test_what_another_service_has_now_is_told_with_it() -> None:
    cycle = since(
        {"actions": [SHELTER]},
        plan(last_year=[said(SHELTER, "Merged", now="PK1")]),
        plan(PARKS, actions=[{"ref": "PK1", "title": "Benches"}]),
    )
    assert rows(cycle) == {"Merged | Merged into": [(*NAME, ["PK1 Benches (Parks)"])]}


def test_there_is_no_appendix_where_nobody_knows_last_year_or_it_had_nothing() -> None:
    cycle = since({"actions": [SHELTER]}, plan(), plan(PARKS))
    assert part(cycle, PARKS) is None
    assert council(since({}, plan())) is None
    unknown = since({}, plan())
    assert last_year_part(setting_of(unknown, unknown.plans[0], {}, draft=True)) is None


def _all() -> Cycle:
    """Two services, and everything that can become of something."""
    names = ("A done", "A kept", "A put off", "A merger", "A loss", "A gap")
    before = [{"ref": f"HC{n}", "title": f"{name} thing {n}", "finish": "March 2027"} for n, name in enumerate(names)]
    now = [before[1], before[2] | {"finish": "May 2029"}]
    rows_ = [
        said(before[0], "Done"),
        said(before[3], "Merged", now="HC1"),
        said(before[4], "Dropped", **DROPPED),
        said(before[5]),
    ]
    plans = [
        ServicePlan.model_validate({"service": "Homes", "actions": before}),
        ServicePlan.model_validate({"service": "Parks", "indicators": [WAITING | {"publish": "No"}]}),
    ]
    gone = [said(WAITING, "Dropped", "Indicator", why="Nobody reads it", asked="Cabinet")]
    return since(plans, plan(actions=now, last_year=rows_), plan(PARKS, last_year=gone))


def test_the_counts_of_the_corporate_plan_add_up_by_service_and_by_fate() -> None:
    found = council(_all())
    assert found
    counts = [[getattr(row, field.name) for field in fields(row)] for row in (*found.services, found.total)]
    assert counts == [
        ["Housing", "6", "1", "1", "1", "1", "1", "1"],
        ["Parks", "1", "0", "0", "0", "0", "1", "0"],
        ["All services", "7", "1", "1", "1", "1", "2", "1"],
    ]
    for _, whole, *parts in counts:
        assert int(whole) == sum(map(int, parts))
    assert lines(found.lead) == [
        (
            "Objectives, actions and indicators in last year’s plans, for 2026/27: 7. Of these: 1 carried over, "
            "1 done, 1 with a new end date, 1 merged, 2 dropped, 1 not accounted for yet. New this year: 0."
        )
    ]


def test_the_corporate_plan_lists_what_is_gone_missing_merged_and_put_off_with_its_service() -> None:
    found = council(_all())
    assert found
    assert [(table.heading, [(row.service, row.was) for row in table.rows]) for table in found.tables] == [
        ("Dropped", [("Housing", "HC4 A loss thing 4")]),
        ("Not accounted for yet", [("Housing", "HC5 A gap thing 5")]),
        ("Merged", [("Housing", "HC3 A merger thing 3")]),
        ("With a new end date", [("Housing", "HC2 A put off thing 2")]),
    ]


def test_what_is_not_for_publication_is_counted_in_the_corporate_plan_and_not_named() -> None:
    found = council(_all())
    assert found
    assert found.unpublished == "Counted above and not for publication: 1."


def test_what_is_not_for_publication_by_now_is_not_named_either() -> None:
    hidden = SHELTER | {"finish": "May 2029", "publish": "No"}
    found = council(since({"actions": [SHELTER]}, plan(actions=[hidden])))
    assert found
    assert (found.total.redated, found.tables, bool(found.unpublished)) == ("1", (), True)


def test_what_is_awaited_is_open_and_in_no_table() -> None:
    found = council(since({"actions": [SHELTER]}))
    assert found
    assert (found.total.open, found.tables) == ("1", ())
    assert lines(found.lead)[0].endswith("Of these: 1 awaited in returns that have not come in. New this year: 0.")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_words_are_printed_as_they_are(text: str) -> None:
    record = {"ref": "HC1", "title": text}
    cycle = since({"actions": [record]}, plan(last_year=[said(record, "Dropped", why=text, asked=text)]))
    ((_, was, became),) = rows(cycle)["Dropped | Why, and who was asked"]
    assert was == " ".join(text.split())
    assert became[0].startswith("Reason: ")
    assert became[-1].startswith("Asked: ")
