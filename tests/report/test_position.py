from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from svcdocs.model.planning_year import DatedEvent, YearStep
from svcdocs.model.states import State
from svcdocs.report.position import Desk, Situation, named, position_of

TODAY, BEFORE, AFTER = date(2026, 12, 14), date(2026, 12, 11), date(2027, 2, 12)
STEPS = {
    YearStep.ISSUE: date(2026, 10, 12),
    YearStep.RETURN: BEFORE,
    YearStep.COMMENTS: date(2027, 1, 19),
    YearStep.SIGNING: date(2027, 3, 12),
}
EVENTS = (DatedEvent(date(2027, 1, 11), "Draft 2 is circulated"), DatedEvent(AFTER, "Figures"))
KEPT = Desk("Parks", State.RECEIVED, BEFORE, is_kept=True)
NOW = Situation(TODAY, ("our plans",), begins=date(2027, 4, 1), steps=STEPS, events=EVENTS, desks=(KEPT,))


def lines(now: Situation) -> list[str]:
    return [step.line for step in position_of(now).steps]


def whats(now: Situation) -> str:
    return "\n".join(step.what for step in position_of(now).steps)


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (replace(NOW, desks=()), "The framework is being filled in"),
        (
            replace(NOW, desks=(Desk("Parks", State.NOT_STARTED),)),
            "No workbooks have gone out yet. They were to go out by 12",
        ),
        (
            replace(NOW, is_issued=True, desks=(KEPT, Desk("Finance", State.STARTED, AFTER))),
            "Workbooks are being filled in: 1 of 2 are back and ready. The next are due on 12 February 2027.",
        ),
        (replace(NOW, desks=(KEPT, Desk("Homes", State.NOT_STARTED, BEFORE))), "Workbooks are late: 1 of 2"),
        (replace(NOW, blocking=1), "All workbooks are back, and they are being checked: one thing to put right."),
        (replace(NOW, unbuilt=2), "All workbooks are back with nothing to put right: the documents can be built."),
        (replace(NOW, stale=1), "All workbooks are back with nothing to put right: the documents can be built."),
        (NOW, "The drafts are built and can be read. Comments are due on 19 January 2027."),
        (replace(NOW, is_final=True), "The final plans are built and can be signed. They are to be signed by 12 March"),
        (
            replace(NOW, is_final=True, today=date(2027, 4, 1)),
            "The plans are built, and have been in force since 1 April 2027.",
        ),
    ],
)
def test_the_phase_goes_by_what_has_been_done(now: Situation, phase: str) -> None:
    assert position_of(now).phase.startswith(phase)


def test_before_anything_has_gone_out_the_framework_comes_first() -> None:
    assert lines(replace(NOW, desks=())) == ['svcdocs check "our plans"']
    broken = replace(NOW, desks=(Desk("Parks", State.NOT_STARTED),), framework_blocks=2, blocking=2)
    assert lines(broken) == ['svcdocs check "our plans"']
    assert "2 things in framework.xlsx" in whats(broken)


def test_the_inbox_goes_before_asking_and_asking_before_building() -> None:
    late = Desk("Homes", State.STARTED, BEFORE)
    now = replace(NOW, is_issued=True, inbox=2, desks=(KEPT, late), unbuilt=1, stale=1)
    steps = position_of(now).steps
    assert [step.line for step in steps] == [
        'svcdocs receive "our plans"',
        "",
        'svcdocs build "our plans" --draft',
    ]
    assert "the 2 files in the inbox" in steps[0].what
    assert (steps[1].what, steps[1].due) == ("Ask for what is overdue: Homes", BEFORE)
    assert "1 not built yet, 1 out of date" in steps[2].what


def test_workbooks_that_may_go_out_are_issued_by_the_day_of_the_calendar() -> None:
    first = position_of(replace(NOW, desks=(Desk("Parks", State.NOT_STARTED),))).steps[0]
    assert (first.line, first.due) == ('svcdocs issue "our plans"', STEPS[YearStep.ISSUE])


def test_who_is_late_is_who_has_not_sent_a_ready_workbook_by_their_own_day() -> None:
    desks = (
        Desk("Homes", State.STARTED, BEFORE),
        Desk("Trees", State.NOT_STARTED, date(2026, 12, 1)),
        Desk("Today", State.NOT_STARTED, TODAY),
        Desk("Finance", State.NOT_STARTED, AFTER),
        Desk("Play", State.NOT_STARTED),
        Desk("Ready", State.READY, BEFORE),
        KEPT,
        Desk("Changed", State.CHANGED, BEFORE),
    )
    late = position_of(replace(NOW, desks=desks)).late
    assert [(one.contributor, one.state) for one in late] == [("Trees", State.NOT_STARTED), ("Homes", State.STARTED)]


def test_returns_with_nothing_to_put_right_can_be_accepted_together_only_if_all_can() -> None:
    two = (KEPT, replace(KEPT, contributor="Homes and Streets"))
    assert 'svcdocs receive "our plans" --accept all' in lines(replace(NOW, desks=two))
    mixed = (*two, replace(KEPT, contributor="Finance", blocking=1))
    assert 'svcdocs receive "our plans" --accept Parks --accept "Homes and Streets"' in lines(replace(NOW, desks=mixed))


def test_an_accepted_return_that_was_changed_is_accepted_again_once_somebody_has_looked() -> None:
    changed = replace(KEPT, state=State.CHANGED)
    assert 'svcdocs receive "our plans" --accept Parks' in lines(replace(NOW, desks=(changed,)))
    by_hand = replace(changed, is_kept=False)
    assert 'svcdocs receive "our plans"' in lines(replace(NOW, desks=(by_hand,)))


def test_a_finding_is_due_before_the_next_step_of_the_year() -> None:
    [step, *_] = position_of(replace(NOW, blocking=3, blocked=("Parks", "Homes"))).steps
    assert (step.line, step.due) == ('svcdocs check "our plans"', STEPS[YearStep.COMMENTS])
    assert "in Parks and Homes (3)" in step.what


def test_questions_that_are_open_are_told_where_they_can_be_read() -> None:
    assert "Decide what is still open (2)" in whats(replace(NOW, desks=(replace(KEPT, questions=2),)))


def test_what_is_left_of_three_steps_is_what_the_calendar_holds() -> None:
    desks = (replace(KEPT, state=State.ACCEPTED),)
    final = position_of(replace(NOW, is_final=True, desks=desks)).steps
    assert [step.what for step in final] == [
        "Have the plans signed",
        "In the calendar: Draft 2 is circulated",
        "In the calendar: Figures",
    ]
    draft = position_of(replace(NOW, desks=desks)).steps
    assert "set Stage to Final" in draft[0].what


def test_the_current_folder_is_not_typed() -> None:
    assert lines(replace(NOW, folder=(), unbuilt=1))[0] == "svcdocs build"


def test_many_names_are_cut_with_their_count() -> None:
    assert named(["A"]) == "A"
    assert named(["A", "B", "C"]) == "A, B and C"
    assert named(["A", "B", "C", "D", "E"]) == "A, B, C and 2 more"


def test_documents_that_are_built_are_to_be_circulated_under_their_version() -> None:
    assert "Circulate Draft 3 for reading: this makes the copies to send out" in whats(replace(READY, unsent=2))
    assert 'svcdocs circulate "our plans"' in lines(replace(READY, unsent=2))
    assert "Circulate Draft 3 for reading and signature" in whats(replace(READY, unsent=2, is_final=True))


def test_what_is_not_built_has_no_version_or_was_circulated_is_not_to_be_circulated() -> None:
    for now in (READY, replace(READY, unsent=2, version=""), replace(READY, unsent=2, stale=1)):
        assert "Circulate" not in whats(now)


def test_what_has_changed_since_its_version_was_circulated_needs_another_first() -> None:
    now = replace(READY, unsent=1, outrun=2)
    assert "Give the next version a name, on the sheet About of framework.xlsx, and build: 2 documents say" in whats(
        now
    )
    assert "Circulate" not in whats(now)


READY = replace(NOW, desks=(Desk("Parks", State.ACCEPTED, BEFORE, is_kept=True),), version="Draft 3", events=())
