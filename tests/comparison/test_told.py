from __future__ import annotations

from dataclasses import replace

import pytest

from svcdocs.comparison.plans import changes_between
from svcdocs.comparison.told import NOTHING, clash_told, told
from svcdocs.model.changes import Change, ChangeKind, Clash
from svcdocs.model.findings import CellRef
from svcdocs.model.service_plan import Action
from svcdocs.model.terms import terms_of
from tests.comparison.versions import TITLES, action, risk
from tests.plans import COUNCIL, in_own_words

ADDED, REMOVED, CHANGED, MOVED = ChangeKind


def cell(record: str, before: str, after: str, field: str = "finish", title: str = "Finish by") -> Change:
    """A change of a field of an action."""
    return Change(CHANGED, "actions", record, field=field, title=title, before=before, after=after)


def test_where_nothing_has_changed_a_line_says_so() -> None:
    assert told(()) == (NOTHING,)


def test_what_has_come_or_gone_is_counted_and_named() -> None:
    before = {"actions": (action("Open a hub", "HC1"), action("Plant trees", "HC2"))}
    after = {"actions": tuple(action(title) for title in ("Renew the baths", "Sell surplus vans", "Survey tenants"))}
    assert told(changes_between(before, after)) == (
        "2 actions removed: HC1 Open a hub, HC2 Plant trees",
        "3 actions added: Renew the baths, Sell surplus vans, Survey tenants",
    )


@pytest.mark.parametrize(
    ("part", "one", "several"),
    [
        ("risks", "1 risk added: A", "2 risks added: A, B"),
        ("passages", "1 text added: A", "2 texts added: A, B"),
        ("swot", "1 entry of the SWOT added: A", "2 entries of the SWOT added: A, B"),
        ("money", "1 line of money added: A", "2 lines of money added: A, B"),
    ],
)
def test_records_are_called_by_what_they_are(part: str, one: str, several: str) -> None:
    new = [Change(ADDED, part, name) for name in ("A", "B")]
    assert told(new[:1]) == (one,)
    assert told(new) == (several,)


def test_of_many_only_the_first_are_named() -> None:
    new = [Change(ADDED, "actions", f"HC{number}") for number in range(1, 10)]
    assert told(new) == ("9 actions added: HC1, HC2, HC3, HC4, HC5 and 4 more",)
    assert told(new[:6]) == ("6 actions added: HC1, HC2, HC3, HC4, HC5, HC6",)


def test_names_with_commas_in_them_are_kept_apart() -> None:
    new = [Change(ADDED, "posts", name) for name in ("Repairs, Joiner", "Repairs, Roofer")]
    assert told(new) == ("2 posts added: Repairs, Joiner; Repairs, Roofer",)


def test_an_entry_under_a_heading_is_called_by_it_once() -> None:
    change = Change(CHANGED, "swot", "Threats, Less money", field="text", title="Threats", before="a", after="b")
    assert told([change]) == ("Threats, Less money: 'a' is now 'b'",)


def test_a_changed_cell_is_told_with_both_values() -> None:
    assert told([cell("HC1", "March 2028", "June 2028")]) == ("Finish by of HC1: 'March 2028' is now 'June 2028'",)
    assert told([cell("HC1", "", "June 2028")]) == ("Finish by of HC1: now 'June 2028'",)
    assert told([cell("HC1", "March 2028", "")]) == ("Finish by of HC1: 'March 2028' is taken out",)


def test_the_same_change_of_several_records_is_one_line_and_so_are_many_changes_of_one_field() -> None:
    same = [cell(f"HC{number}", "March 2028", "June 2028") for number in range(1, 4)]
    assert told(same) == ("Finish by of HC1, HC2, HC3: 'March 2028' is now 'June 2028'",)
    many = [cell(f"HC{number}", "March 2028", f"{number} June 2028") for number in range(1, 6)]
    assert len(told(many[:4])) == 4
    assert told(many) == ("Finish by changed 5 times: HC1, HC2, HC3, HC4, HC5",)


def test_of_long_texts_the_place_is_shown_where_they_differ() -> None:
    start = "We will look after every tree along the main roads of the town and its villages, "
    (line,) = told([cell("HC1", f"{start}as we did", f"{start}as we do")])
    assert line == "Finish by of HC1: '…its villages, as we did' is now '…its villages, as we do'"


def test_other_signs_for_the_same_words_are_one_line() -> None:
    made = [
        cell("HC1", "the team's", "the team’s"),
        cell("HC2", "a - b", "a – b", field="outcome"),
        cell("HC3", "A", "A"),
    ]
    assert told(made) == ("3 cells with the same words in other signs: HC1, HC2, HC3",)


def test_steps_are_told_with_their_action() -> None:
    old = action("Open a hub", "HC1", steps=[{"text": "Agree the brief", "by": "May 2027"}, {"text": "Sign the lease"}])
    new = action("Open a hub", "HC1", steps=[{"text": "Agree the brief", "by": "June 2027"}, {"text": "Order beds"}])
    assert told(changes_between({"actions": (old,)}, {"actions": (new,)})) == (
        "Step by of 'Agree the brief' in HC1 Open a hub: 'May 2027' is now 'June 2027'",
        "1 step removed from HC1 Open a hub: Sign the lease",
        "1 step added to HC1 Open a hub: Order beds",
    )


def test_another_order_is_told() -> None:
    assert told([Change(MOVED, "actions")]) == ("Actions: in another order",)
    assert told([Change(MOVED, "actions", "HC1", field="steps")]) == ("Steps of HC1: in another order",)


def test_our_words_are_the_councils_and_what_was_typed_is_left_alone() -> None:
    terms = terms_of(in_own_words(COUNCIL))
    made = [Change(ADDED, "actions", "HC1 An action"), cell("HC1 An action", "", "an objective", title="Objective")]
    assert told(made, terms) == ("1 task added: HC1 An action", "Goal of HC1 An action: now 'an objective'")
    assert told([Change(ADDED, "actions", "HC1", "a step", "steps")], terms) == ("1 stage added to HC1: a step",)


def test_a_clash_is_told_with_both_values_and_both_cells() -> None:
    clash = Clash(
        part="actions",
        record="HC1 Open a hub",
        step="",
        field="finish",
        title="Finish by",
        base="May 2027",
        one="June 2027",
        other="July 2027",
        kept="June 2027",
        cell_one=CellRef("one.xlsx", "Actions", "F7"),
        cell_other=CellRef("other.xlsx", "Actions", "F9"),
    )
    assert clash_told(clash) == (
        "Finish by of HC1 Open a hub: 'June 2027' (one.xlsx 'Actions' F7) in one copy, "
        "'July 2027' (other.xlsx 'Actions' F9) in the other"
    )
    whole = replace(clash, title="", field="", one="Open a hub", other="", cell_other=None)
    assert (
        clash_told(whole) == "HC1 Open a hub: changed in the first copy (one.xlsx 'Actions' F7), taken out in the other"
    )
    assert "'a step' in HC1 Open a hub: changed in the second copy" in clash_told(
        replace(whole, step="a step", one="", other="a step")
    )


def test_the_lines_of_a_plan_stand_in_the_order_of_its_changes() -> None:
    before: dict[str, tuple[Action, ...]] = {"actions": (action("Open a hub", "HC1", finish="May 2027", lead="Tom"),)}
    after = {"actions": (action("Open a hub", "HC1", finish="June 2027", lead="Asha"),)}
    assert [line.partition(" of ")[0] for line in told(changes_between(before, after))] == ["Finish by", "Lead"]


def test_a_step_that_has_become_a_bullet_says_the_same_words_in_other_signs() -> None:
    made = [cell("HC1", "Apply for the grant", "• Apply for the grant", field="text", title="Step")]
    assert told(made) == ("1 cell with the same words in other signs: HC1",)
    assert told([cell("HC1", "A-rated homes", "B-rated homes")]) != told(made)


@pytest.mark.parametrize(("before", "was"), [("", "blank"), ("Give each rep", "cut off")])
def test_a_row_that_has_its_name_back_is_told_as_that_and_not_as_gone_and_come(before: str, was: str) -> None:
    title = "Give each repairs van the parts it uses most"
    old, new = (action(one, finish="May 2027", outcome="Fewer second visits") for one in (before, title))
    others = [action(words, finish="May 2027") for words in TITLES[:5]]
    lines = told(changes_between({"actions": (*others, old)}, {"actions": (*others, new)}))
    assert lines == (f"{title}: the row has its name, which was {was} before",)


def test_several_rows_that_have_their_names_back_are_told_in_one_line() -> None:
    pair = [[risk(words if named else "", owner=f"Owner {words}") for words in TITLES[:2]] for named in (False, True)]
    lines = told(changes_between({"risks": tuple(pair[0])}, {"risks": tuple(pair[1])}))
    assert lines == (f"{TITLES[0]}, {TITLES[1]}: the rows have their names, which were blank before",)


def test_a_name_that_says_more_than_before_is_told_with_both() -> None:
    old, new = action("Open a hub", finish="May 2027"), action("Open a hub in Fenton", finish="May 2027")
    (line,) = told(changes_between({"actions": (old,)}, {"actions": (new,)}))
    assert line == "Action of Open a hub in Fenton: 'Open a hub' is now 'Open a hub in Fenton'"
