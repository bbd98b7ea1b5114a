from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison import nearness
from svcdocs.model.assignments import Assignment
from svcdocs.model.continuity import Fate, Odd
from svcdocs.model.gaps import Gap
from svcdocs.model.service_plan import ServicePlan
from tests.comparison.last_years import SHELTER, TREES, WAITING, known, only, plan, said, since
from tests.comparison.versions import TITLES
from tests.plans import HOSTILE

BEFORE = {"actions": [SHELTER]}
DROPPED = {"why": "The county runs one now", "asked": "Cllr Mir, 4 December 2026"}


def test_what_has_the_same_reference_is_carried_over() -> None:
    past = only(BEFORE, plan(actions=[SHELTER | {"title": "Open the night shelter"}]))
    assert (past.fate, past.found, past.service) == (Fate.CARRIED, "ref", "Housing")
    assert [str(heir.record.ref) for heir in past.heirs] == ["HC1.1"]


def test_what_has_nearly_the_same_words_is_carried_over_and_says_that_its_words_told_it() -> None:
    again = {"ref": "HC4.7", "title": "Open a second emergency night shelter in town", "finish": "March 2027"}
    past = only(BEFORE, plan(actions=[again]))
    assert (past.fate, past.found, str(past.heirs[0].record.ref)) == (Fate.CARRIED, "text", "HC4.7")


def test_an_action_that_is_one_for_a_council_action_by_now_is_carried_over() -> None:
    assert only(BEFORE, plan(council_actions=[SHELTER])).fate is Fate.CARRIED


@pytest.mark.parametrize(
    ("before", "now", "fate"),
    [
        ("March 2027", "June 2028", Fate.REDATED),
        ("March 2027", "31 March 2027", Fate.CARRIED),
        ("March 2027", "Mar 2027", Fate.CARRIED),
        ("31 March 2027", "31st March 2027", Fate.CARRIED),
        ("Ongoing", "ongoing", Fate.CARRIED),
        ("Ongoing", "June 2028", Fate.REDATED),
        ("March 2027", "", Fate.CARRIED),
        ("", "June 2028", Fate.CARRIED),
    ],
)
def test_what_is_carried_over_with_another_end_is_redated(before: str, now: str, fate: Fate) -> None:
    past = only({"actions": [SHELTER | {"finish": before}]}, plan(actions=[SHELTER | {"finish": now}]))
    assert past.fate is fate
    assert past.ends == (before, now)


@pytest.mark.parametrize("status", ["C", "c", "Complete", "complete", "Done"])
def test_what_last_years_status_calls_complete_is_done(status: str) -> None:
    past = only({"actions": [SHELTER | {"status": status}]}, plan())
    assert (past.fate, past.found) == (Fate.DONE, "status")


@pytest.mark.parametrize("status", ["", "G", "Not complete", "To be done"])
def test_no_other_status_makes_it_done(status: str) -> None:
    assert only({"actions": [SHELTER | {"status": status}]}, plan()).fate is Fate.MISSING


def test_what_was_complete_and_goes_on_is_carried_over_unless_it_is_complete_there_too() -> None:
    before = {"actions": [SHELTER | {"status": "C"}]}
    assert only(before, plan(actions=[SHELTER])).fate is Fate.CARRIED
    assert only(before, plan(actions=[SHELTER | {"status": "C"}])).fate is Fate.DONE


def test_what_the_team_calls_done_is_done() -> None:
    past = only({"indicators": [WAITING]}, plan(last_year=[said(WAITING, "Done", "Indicator")]))
    assert (past.fate, past.found) == (Fate.DONE, "said")


def test_what_was_merged_says_into_what() -> None:
    past = only(BEFORE, plan(actions=[TREES], last_year=[said(SHELTER, "Merged", now="HC1.2", why="One brief")]))
    assert (past.fate, past.why) == (Fate.MERGED, "One brief")
    assert [(heir.service, str(heir.record.ref)) for heir in past.heirs] == [("Housing", "HC1.2")]


def test_a_thing_may_be_merged_into_several_of_another_service_or_into_a_council_action() -> None:
    rows = [said(SHELTER, "Merged", now="PK1, PK2, A1")]
    parks = plan("Parks", objectives=[{"ref": "PK1", "text": "Shade"}], indicators=[{"ref": "PK2", "name": "Trees"}])
    past = only(BEFORE, plan(last_year=rows), parks)
    named = [(heir.service, str(heir.record.ref)) for heir in past.heirs]
    assert (past.fate, named) == (Fate.MERGED, [("Parks", "PK1"), ("Parks", "PK2"), ("", "A1")])


def test_a_thing_may_be_named_by_its_words() -> None:
    past = only(BEFORE, plan(actions=[TREES], last_year=[said(SHELTER, "Merged", now=TREES["title"])]))
    assert [str(heir.record.ref) for heir in past.heirs] == ["HC1.2"]


def test_what_was_dropped_says_why_and_who_was_asked() -> None:
    past = only(BEFORE, plan(last_year=[said(SHELTER, "Dropped", **DROPPED)]))
    assert (past.fate, past.why, past.asked, past.odd) == (
        Fate.DROPPED,
        "The county runs one now",
        "Cllr Mir, 4 December 2026",
        (),
    )


@pytest.mark.parametrize(
    ("given", "odd"),
    [
        ({}, (Odd.NO_REASON, Odd.NOBODY_ASKED)),
        ({"why": "No money"}, (Odd.NOBODY_ASKED,)),
        ({"asked": "Cabinet"}, (Odd.NO_REASON,)),
    ],
)
def test_what_was_dropped_without_a_reason_or_without_asking_is_odd(
    given: dict[str, str], odd: tuple[Odd, ...]
) -> None:
    past = only(BEFORE, plan(last_year=[said(SHELTER, "Dropped", **given)]))
    assert (past.fate, past.odd) == (Fate.DROPPED, odd)


def test_what_this_year_marks_as_withdrawn_with_a_reason_is_dropped_and_nobody_is_asked_again() -> None:
    row = SHELTER | {"status": "W", "reason": "The county runs one now."}
    past = only(BEFORE, plan(actions=[row], last_year=[said(SHELTER)]))
    assert (past.fate, past.found, past.why, past.odd) == (Fate.DROPPED, "withdrawn", "The county runs one now.", ())


def test_what_is_marked_as_withdrawn_without_a_reason_is_still_there() -> None:
    assert only(BEFORE, plan(actions=[SHELTER | {"status": "Withdrawn"}])).fate is Fate.CARRIED


def test_what_is_nowhere_and_of_which_nobody_speaks_is_missing() -> None:
    past = only(BEFORE, plan(actions=[TREES], last_year=[said(SHELTER)]))
    assert (past.fate, past.found, past.heirs, past.odd) == (Fate.MISSING, "", (), ())


@pytest.mark.parametrize("fate", ["Dropped", "Merged", "Done"])
def test_what_is_said_to_be_over_and_has_a_row_this_year_is_odd(fate: str) -> None:
    past = only(BEFORE, plan(actions=[SHELTER], last_year=[said(SHELTER, fate, **DROPPED)]))
    assert (past.fate, past.odd) == (Fate.CARRIED, (Odd.STILL_THERE,))


@pytest.mark.parametrize("fate", ["Dropped", "Merged", "Done"])
def test_near_words_do_not_contradict_a_team_that_says_it_is_over(fate: str) -> None:
    near = {"ref": "HC9.9", "title": SHELTER["title"] + " again", "finish": "March 2029"}
    past = only(BEFORE, plan(actions=[near], last_year=[said(SHELTER, fate, now="HC9.9", **DROPPED)]))
    assert (past.fate, past.odd) == (Fate(fate), ())


def test_what_is_merged_with_others_into_itself_is_carried_over() -> None:
    past = only(BEFORE, plan(actions=[SHELTER], last_year=[said(SHELTER, "Merged", now="HC1.1")]))
    assert (past.fate, past.odd) == (Fate.CARRIED, ())


@pytest.mark.parametrize("fate", ["Carried over", "Re-dated"])
def test_what_is_said_to_go_on_and_is_nowhere_is_missing(fate: str) -> None:
    past = only(BEFORE, plan(last_year=[said(SHELTER, fate)]))
    assert (past.fate, past.odd) == (Fate.MISSING, (Odd.NOWHERE,))


@pytest.mark.parametrize(
    ("now", "odd"), [("", Odd.NO_TARGET), ("XX9", Odd.UNKNOWN_TARGET), ("HC1.2, XX9", Odd.UNKNOWN_TARGET)]
)
def test_what_is_merged_into_nothing_there_is_is_missing(now: str, odd: Odd) -> None:
    past = only(BEFORE, plan(actions=[TREES], last_year=[said(SHELTER, "Merged", now=now)]))
    assert (past.fate, past.odd) == (Fate.MISSING, (odd,))


def test_what_is_carried_over_under_another_reference_is_found_as_the_team_says() -> None:
    other = {"ref": "HC7.1", "title": "Somewhere to sleep, whatever happens", "finish": "March 2027"}
    past = only(BEFORE, plan(actions=[other], last_year=[said(SHELTER, "Carried over", now="hc 7.01")]))
    assert (past.fate, past.found, str(past.heirs[0].record.ref)) == (Fate.CARRIED, "said", "HC7.1")


def test_two_that_claim_one_record_are_odd() -> None:
    rows = [said(SHELTER, "Carried over", now="HC3"), said(TREES, "Carried over", now="HC3")]
    now = plan(actions=[{"ref": "HC3", "title": "Shelter under trees"}], last_year=rows)
    one, other = known(since({"actions": [SHELTER, TREES]}, now)).pasts
    assert (one.fate, one.odd) == (Fate.CARRIED, ())
    assert (other.fate, other.odd) == (Fate.MERGED, (Odd.CLAIMED_TWICE,))


def test_what_goes_on_as_something_of_another_kind_is_carried_over() -> None:
    now = plan(
        objectives=[{"ref": "HC3", "text": "Beds for all"}], last_year=[said(SHELTER, "Carried over", now="HC3")]
    )
    past = only(BEFORE, now)
    assert (past.fate, past.found, past.odd, past.ends) == (Fate.CARRIED, "said", (), ("March 2027", ""))


@pytest.mark.parametrize("now", ["HC3, HC4", "A1"])
def test_what_goes_on_as_several_or_as_the_councils_own_is_merged_into_these(now: str) -> None:
    parts = [{"ref": "HC3", "title": "Beds"}, {"ref": "HC4", "title": "Blankets"}]
    past = only(BEFORE, plan(actions=parts, last_year=[said(SHELTER, "Carried over", now=now)]))
    assert (past.fate, past.odd) == (Fate.MERGED, ())
    assert ", ".join(str(heir.record.ref) for heir in past.heirs) == now


def test_what_is_said_to_be_redated_and_ends_as_before_is_odd() -> None:
    past = only(BEFORE, plan(actions=[SHELTER], last_year=[said(SHELTER, "Re-dated")]))
    assert (past.fate, past.odd) == (Fate.CARRIED, (Odd.SAME_END,))


def test_a_row_about_nothing_there_was_is_a_stray() -> None:
    rows = [said(SHELTER, "Done"), said({"ref": "HC8", "title": "Map every footpath"}, "Done")]
    found = known(since(BEFORE, plan(last_year=rows)))
    assert [(service, str(row.ref)) for service, row in found.strays] == [("Housing", "HC8")]


def test_a_row_is_about_the_kind_it_names() -> None:
    before = {"actions": [SHELTER], "indicators": [{"ref": "HC1.1", "name": "Beds"}]}
    rows = [said({"ref": "HC1.1", "name": "Beds"}, "Done", "indicator")]
    action, indicator = known(since(before, plan(last_year=rows))).pasts
    assert (action.fate, indicator.fate) == (Fate.MISSING, Fate.DONE)


def test_a_plan_that_has_not_come_in_is_awaited_and_nothing_of_it_missing() -> None:
    assert only(BEFORE, plan("Parks")).fate is Fate.AWAITED


def test_what_a_workbook_that_has_not_come_back_may_hold_is_awaited() -> None:
    away = Assignment("Housing – Beds", ("Housing",), ("actions",), team="Beds")
    before = {"actions": [SHELTER | {"team": "Beds"}, TREES | {"team": "Trees"}], "indicators": [WAITING]}
    pasts = known(since(before, plan(), missing=(away,))).pasts
    assert [past.fate for past in pasts] == [Fate.AWAITED, Fate.MISSING, Fate.MISSING]


def test_what_a_sheet_that_cannot_be_read_may_hold_is_awaited() -> None:
    pasts = known(since({"actions": [SHELTER], "indicators": [WAITING]}, plan(), gaps=(Gap("actions"),))).pasts
    assert [past.fate for past in pasts] == [Fate.AWAITED, Fate.MISSING]


def test_a_team_takes_what_it_had_along_into_the_service_it_goes_to() -> None:
    services = [
        {"service": "Housing", "also_called": "Homes"},
        {"service": "Housing", "team": "Beds", "also_called": "Shelters", "belongs_until": "30 September 2027"},
        {"service": "Parks"},
        {"service": "Parks", "team": "Beds", "belongs_from": "1 October 2027"},
    ]
    before = {"actions": [SHELTER | {"team": "Shelters"}]}
    past = only(before, plan(), plan("Parks", actions=[SHELTER]), services=services)
    assert (past.service, past.fate, past.heirs[0].service) == ("Parks", Fate.CARRIED, "Parks")
    assert only(before, plan(actions=[TREES]), plan("Parks"), services=services).service == "Parks"


GONE = [{"service": "Housing"}, {"service": "Parks"}]


def test_what_a_service_had_that_is_no_more_is_found_by_its_words_wherever_it_is() -> None:
    before = [ServicePlan.model_validate({"service": "Baths", "actions": [SHELTER, TREES]})]
    taken_over = SHELTER | {"ref": "PK9"}
    other = {"ref": "HC1.2", "title": "Digitise old burial registers"}
    pasts = known(since(before, plan(actions=[other]), plan("Parks", actions=[taken_over]), services=GONE)).pasts
    assert [(past.service, past.fate, past.found) for past in pasts] == [
        ("Baths", Fate.CARRIED, "text"),
        ("Baths", Fate.MISSING, ""),
    ]


def test_any_service_may_say_what_became_of_what_one_had_that_is_no_more() -> None:
    before = [ServicePlan.model_validate({"service": "Baths", "actions": [SHELTER]})]
    found = known(since(before, plan(last_year=[said(SHELTER, "Done")]), plan("Parks"), services=GONE))
    assert [past.fate for past in found.pasts] == [Fate.DONE]
    assert found.strays == ()


def test_what_is_new_this_year_is_what_nothing_of_last_year_is() -> None:
    found = known(since(BEFORE, plan(actions=[SHELTER, TREES], indicators=[WAITING])))
    assert {name: [str(row.ref) for row in rows] for name, rows in found.new.items()} == {"Housing": ["HC1.2", "HI01"]}


def test_a_row_that_says_no_to_publish_in_either_year_is_not_for_publication() -> None:
    assert only(BEFORE, plan(actions=[SHELTER])).is_published
    assert not only(BEFORE, plan(actions=[SHELTER | {"publish": "No"}])).is_published
    assert not only({"actions": [SHELTER | {"publish": "No"}]}, plan()).is_published


RECORDS = st.lists(st.sampled_from(range(len(TITLES))), unique=True, max_size=8)
PICKS = st.sampled_from(["", "Done", "Carried over", "Merged", "Re-dated", "Dropped", "Closed", *HOSTILE.values()])


def _record(number: int, end: str = "March 2028") -> dict[str, Any]:
    return {"ref": f"HC{number}", "title": TITLES[number], "finish": end}


@given(before=RECORDS, now=RECORDS, data=st.data())
@settings(deadline=None)
def test_every_record_of_last_year_has_exactly_one_fate(before: list[int], now: list[int], data: st.DataObject) -> None:
    targets = st.sampled_from(["", "HC1", "HC2, HC3", "XX1", *HOSTILE.values()])
    rows = [
        said(
            _record(number), data.draw(PICKS), now=data.draw(targets), why=data.draw(targets), asked=data.draw(targets)
        )
        for number in data.draw(RECORDS)
    ]
    made = plan(actions=list(map(_record, now)), last_year=rows)
    found = known(since({"actions": list(map(_record, before))}, made))
    assert [past.ref for past in found.pasts] == [f"HC{number}" for number in before]
    assert sum(found.as_json()["counts"].values()) == len(before)
    claimed = Counter(
        id(heir.record) for past in found.pasts if past.fate in (Fate.CARRIED, Fate.REDATED) for heir in past.heirs
    )
    assert max(claimed.values(), default=1) == 1


@given(numbers=st.lists(st.sampled_from(range(len(TITLES))), unique=True, min_size=1, max_size=10), data=st.data())
@settings(deadline=None)
def test_removing_one_record_of_this_year_changes_its_fate_alone(numbers: list[int], data: st.DataObject) -> None:
    out = data.draw(st.sampled_from(numbers))
    ends = {number: data.draw(st.sampled_from(["March 2028", "June 2028"])) for number in numbers}
    before = {"actions": list(map(_record, numbers))}

    def fates(left: list[int]) -> dict[str, Fate]:
        now = plan(actions=[_record(number, ends[number]) for number in left])
        return {past.ref: past.fate for past in known(since(before, now)).pasts}

    whole, without = fates(numbers), fates([number for number in numbers if number != out])
    assert {ref for ref in whole if whole[ref] is not without[ref]} == {f"HC{out}"}
    assert without[f"HC{out}"] is Fate.MISSING


@given(before=st.permutations(range(8)), now=st.permutations(range(4, 12)), rows=st.permutations(range(8)))
@settings(deadline=None)
def test_the_order_of_rows_changes_no_fate(before: list[int], now: list[int], rows: list[int]) -> None:
    def fates(last: list[int], this: list[int], asked: list[int]) -> dict[str, Any]:
        picks = {number: ("Done", "Dropped", "Merged", "", "Carried over")[number % 5] for number in asked}
        said_rows = [said(_record(number), picks[number], now="HC11" if number % 5 == 2 else "") for number in asked]
        made = plan(actions=list(map(_record, this)), last_year=said_rows)
        pasts = known(since({"actions": list(map(_record, last))}, made)).pasts
        return {past.ref: past.as_json() for past in pasts}

    assert fates(before, now, rows) == fates(sorted(before), sorted(now), sorted(rows))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_words_are_words(text: str) -> None:
    record = {"ref": text, "title": f"{text} and no more", "finish": text}
    row = said(record, "Dropped", why=text, asked=text)
    past = only({"actions": [record]}, plan(last_year=[row]))
    assert (past.fate, past.was) == (Fate.DROPPED, " ".join(f"{text} and no more".split()))
    assert only({"actions": [record]}, plan(actions=[record])).fate is Fate.CARRIED


def test_twice_the_records_take_about_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(count: int) -> int:
        calls = 0
        real = nearness.nearness

        def counted(one: Any, other: Any) -> float:
            nonlocal calls
            calls += 1
            return real(one, other)

        monkeypatch.setattr("svcdocs.comparison.matching.nearness", counted)
        words = [f"{TITLES[n % len(TITLES)]} in parish {n} of ward {n % 97}" for n in range(count)]
        rows = [{"ref": f"HC{n}", "title": text} for n, text in enumerate(words)]
        later = [row | {"title": row["title"] + " and beyond"} for row in rows]
        asked = [said(row, "Carried over") for row in rows]
        assert {past.fate for past in known(since({"actions": rows}, plan(actions=later, last_year=asked))).pasts} == {
            Fate.CARRIED
        }
        return calls

    small = work(200)
    assert work(400) < 3 * small + 100
