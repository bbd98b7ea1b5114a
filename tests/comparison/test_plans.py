from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison.plans import Parts, changes_between, parts_of
from svcdocs.model.as_written import Ref
from svcdocs.model.base import Origin
from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.findings import CellRef
from svcdocs.model.service_plan import Action, Indicator, MoneyLine, Passage, ServicePlan, Step
from svcdocs.model.text import Run, Text, parse
from tests.comparison.versions import TITLES, action, edited, parts, risk

SOME = settings(max_examples=60, deadline=None)
ADDED, REMOVED, CHANGED, MOVED = ChangeKind


def changes(before: Any, after: Any, part: str = "actions") -> tuple[Change, ...]:
    """The changes between two versions of one part."""
    return changes_between({part: tuple(before)}, {part: tuple(after)})


@SOME
@given(st.data())
def test_versions_that_say_the_same_give_nothing_wherever_they_were_read(data: st.DataObject) -> None:
    base = data.draw(parts())
    elsewhere = {
        part: tuple(
            record.model_copy(deep=True).at(Origin("other.xlsx", "Other", 90 - row))
            for row, record in enumerate(records)
        )
        for part, records in base.items()
    }
    assert changes_between(base, elsewhere) == ()


@SOME
@given(st.data())
def test_versions_that_differ_give_something_and_the_other_way_about_the_opposite(data: st.DataObject) -> None:
    base = data.draw(parts())
    copy = data.draw(edited(base))
    there, back = changes_between(base, copy), changes_between(copy, base)
    assert bool(there) == (base != copy)
    opposite = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED, MOVED: MOVED}
    assert sorted(_said(one.kind, one.before, one.after, one) for one in there) == sorted(
        _said(opposite[one.kind], one.after, one.before, one) for one in back
    )


def _said(kind: ChangeKind, before: str, after: str, change: Change) -> tuple[str, ...]:
    return kind, change.part, change.field, before, after, change.how


@st.composite
def plans_with_edits(draw: st.DrawFn) -> tuple[tuple[Action, ...], tuple[Action, ...], set[tuple[str, ...]]]:
    """Actions, the same after some edits, and the edits as kind, title of the action, field, before and after."""
    titles = draw(st.permutations(TITLES))
    refs = draw(st.permutations([f"HC{number}" for number in range(1, 33)]))
    before: list[Action] = []
    after: list[Action] = []
    edits: set[tuple[str, ...]] = set()
    for place, title in enumerate(titles[:10]):
        made = action(title, draw(st.sampled_from((refs[place], ""))), finish="March 2028", steps=[{"text": "Begin"}])
        edit = draw(st.sampled_from(("none", "none", "remove", "add", "ref", "word", "date", "step", "progress")))
        if edit != "add":
            before.append(made)
        if edit != "remove":
            after.append(_after(edit, made, refs[place + 16], edits))
        if edit in ("add", "remove"):
            edits.add((ADDED, title, "", "", title) if edit == "add" else (REMOVED, title, "", title, ""))
    return tuple(before), tuple(after), edits


def _after(edit: str, made: Action, ref: str, edits: set[tuple[str, ...]]) -> Action:
    title = made.title.plain
    match edit:
        case "ref":
            edits.add((CHANGED, title, "ref", made.ref.text, ref))
            return made.model_copy(update={"ref": Ref(text=ref)})
        case "word":
            edits.add((CHANGED, f"{title} at once", "title", title, f"{title} at once"))
            return made.model_copy(update={"title": parse(f"{title} at once")})
        case "date":
            edits.add((CHANGED, title, "finish", "March 2028", "June 2028"))
            return Action.model_validate(made.model_dump() | {"finish": "June 2028"})
        case "step":
            edits.add((ADDED, title, "steps", "", "Finish"))
            return made.model_copy(update={"steps": (*made.steps, Step(text=parse("Finish")))})
        case "progress":
            edits.add((CHANGED, title, "progress Q1", "", "All done"))
            return made.model_copy(update={"progress": {"Q1": parse("All done")}})
    return made


@SOME
@given(plans_with_edits())
def test_the_changes_are_exactly_the_edits_made(
    drawn: tuple[tuple[Action, ...], tuple[Action, ...], set[tuple[str, ...]]],
) -> None:
    before, after, edits = drawn
    titles = {str(record.ref) + " " + record.title.plain: record.title.plain for record in (*before, *after)}
    titles |= {record.title.plain: record.title.plain for record in (*before, *after)}
    told = [(one.kind, titles[one.record], one.field, one.before, one.after) for one in changes(before, after)]
    assert len(told) == len(edits)
    assert set(told) == edits


def test_a_changed_cell_is_told_with_its_record_its_column_both_values_and_both_cells() -> None:
    old = action("Open the new hub", "HC1.2", finish="March 2028").at(Origin("a.xlsx", "Actions", 7, {"finish": "F"}))
    new = action("Open the new hub", "HC1.2", finish="June 2028").at(Origin("b.xlsx", "Actions", 9, {"finish": "G"}))
    assert changes_between({"actions": (old,)}, {"actions": (new,)}, service="Housing") == (
        Change(
            CHANGED,
            "actions",
            "HC1.2 Open the new hub",
            "",
            "finish",
            "Finish by",
            "March 2028",
            "June 2028",
            "ref",
            CellRef("a.xlsx", "Actions", "F7"),
            CellRef("b.xlsx", "Actions", "G9"),
            "Housing",
        ),
    )


def test_each_member_of_a_family_is_a_field_of_its_own() -> None:
    old = Indicator.model_validate({"ref": "N1", "targets": {"2027/28": "12", "2028/29": "10"}})
    new = Indicator.model_validate({"ref": "N1", "targets": {"2027/28": "12", "2028/29": "9", "2029/30": "8"}})
    assert [(one.field, one.title, one.before, one.after) for one in changes([old], [new], "indicators")] == [
        ("targets 2028/29", "Target 2028/29", "10", "9"),
        ("targets 2029/30", "Target 2029/30", "", "8"),
    ]
    line = MoneyLine.model_validate({"heading": "Employees", "figures": {"2027/28 original": "412,300"}})
    (gone,) = changes([line], [MoneyLine(heading="Employees")], "money")
    assert (gone.title, gone.before, gone.after) == ("2027/28 original", "412,300", "")


def test_a_blank_member_of_a_family_is_no_change() -> None:
    old, new = Indicator(ref=Ref(text="N1")), Indicator.model_validate({"ref": "N1", "targets": {"2027/28": ""}})
    assert changes([old], [new], "indicators") == ()


def test_steps_are_told_like_records_within_their_action() -> None:
    old = action("Open a hub", "HC1", steps=[{"text": "Agree the brief", "by": "May 2027"}, {"text": "Sign the lease"}])
    new = action(
        "Open a hub",
        "HC1",
        steps=[{"text": "Order furniture"}, {"text": "Agree the briefing", "by": "June 2027"}],
    )
    assert [(one.kind, one.record, one.step, one.field, one.title) for one in changes([old], [new])] == [
        (ADDED, "HC1 Open a hub", "Order furniture", "steps", ""),
        (CHANGED, "HC1 Open a hub", "Agree the briefing", "steps.text", "Step"),
        (CHANGED, "HC1 Open a hub", "Agree the briefing", "steps.by", "Step by"),
        (REMOVED, "HC1 Open a hub", "Sign the lease", "steps", ""),
    ]


def test_another_order_is_told_once_a_part_and_once_for_the_steps_of_an_action() -> None:
    made = [action(title) for title in TITLES[:6]]
    assert [(one.kind, one.part, one.field) for one in changes(made, made[::-1])] == [(MOVED, "actions", "")]
    old = action("Open a hub", "HC1", steps=[{"text": text} for text in TITLES[:4]])
    new = old.model_copy(update={"steps": old.steps[::-1]})
    assert [(one.kind, one.record, one.field) for one in changes([old], [new])] == [(MOVED, "HC1 Open a hub", "steps")]


def test_what_comes_or_goes_in_between_is_no_other_order() -> None:
    made = [action(title) for title in TITLES[:6]]
    kinds = {one.kind for one in changes(made[:4], [made[5], made[0], made[2], made[4], made[3]])}
    assert kinds == {ADDED, REMOVED}


def test_only_bold_is_told_as_a_change_with_the_same_words() -> None:
    bold = Text(blocks=(parse([Run(text="Open a hub", bold=True)]).blocks))
    (change,) = changes([action("Open a hub", "HC1")], [Action(ref=Ref(text="HC1"), title=bold)])
    assert (change.field, change.before, change.after) == ("title", "Open a hub", "Open a hub")


def test_a_change_of_reference_is_told_as_one_of_a_field() -> None:
    (change,) = changes([action(TITLES[0], "HC1")], [action(TITLES[0], "HC7")])
    assert (change.kind, change.title, change.before, change.after, change.how) == (
        CHANGED,
        "Ref",
        "HC1",
        "HC7",
        "text",
    )


def test_parts_are_told_in_the_order_of_the_plan_and_others_behind_them() -> None:
    before: Parts = {"totals": (risk("One"),), "risks": (risk("Two"),)}
    after: Parts = {"columns": (risk("Three"),), "passages": (Passage(section="Context", text=parse("Words")),)}
    assert [one.part for one in changes_between(before, after)] == ["passages", "risks", "totals", "columns"]


def test_the_words_of_a_whole_record_are_told_uncut() -> None:
    (change,) = changes([], [action("word " * 40, "HC1")])
    assert change.after == ("word " * 40).strip()
    assert len(change.record) < 70
    (change,) = changes([Passage(section="Context", text=parse("Words"))], [], "passages")
    assert (change.record, change.before, change.after) == ("Context", "Words", "")


def test_the_parts_of_a_plan_are_all_its_lists() -> None:
    plan = ServicePlan(service="Housing", risks=(risk("Flood"),))
    assert parts_of(plan)["risks"] == plan.risks
    assert "service" not in parts_of(plan)
    assert "declarations" in parts_of(plan)
