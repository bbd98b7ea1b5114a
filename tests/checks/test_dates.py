from __future__ import annotations

import pytest

from svcdocs.checks.dates import plan_span
from tests.checks.councils import changed, found, framework, place


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Novembr 2027", "November 2027"),
        ("3 Sepetmber 2027", "3 September 2027"),
        ("when the roof is done", ""),
        ("Q5 2027/28", ""),
    ],
)
def test_a_month_with_a_slip_of_the_finger_is_asked_about(typed: str, meant: str) -> None:
    (finding,) = found(**changed("actions", finish=typed))
    assert finding.code == "date-unreadable"
    assert finding.hint.startswith(f"Did you mean '{meant}'? Then type that." if meant else "Write a date such as ")


def test_an_impossible_date_is_an_error_at_its_cell() -> None:
    (finding,) = found(**changed("actions", finish="31st September 2027"))
    assert (finding.code, place(finding), finding.field) == ("date-impossible", "Actions H6", "Finish by")
    assert finding.message == "There is no such date as '31st September 2027'."
    assert finding.blocks


def test_an_impossible_date_is_found_in_steps_targets_and_promises() -> None:
    wrong = "31 April 2027"
    steps = found(
        **changed("actions", steps=[{"text": "Plan"}, {"text": "Build", "by": wrong}, {"text": f"Go ({wrong})"}])
    )
    assert [place(finding) for finding in steps] == ["Actions E7", "Actions D8"]
    (target,) = found(**changed("indicators", targets={"2027/28": "4", "2028/29": wrong}))
    assert (target.code, place(target), target.field) == ("date-impossible", "Indicators F6", "Target 2028/29")
    owed = found(passages=[{"section": "Risks", "text": "Figures", "owed_on": wrong}])
    assert "date-impossible" in {finding.code for finding in owed}


@pytest.mark.parametrize("written", ["soon", "31 March", "when Finance is ready"])
def test_what_is_not_read_as_a_date_is_told_with_examples(written: str) -> None:
    (finding,) = found(**changed("actions", finish=written))
    assert (finding.code, place(finding)) == ("date-unreadable", "Actions H6")
    assert finding.message == f"'{written}' is not read as a date, so nobody can be reminded of it."
    assert "31 March 2028" in finding.hint


def test_a_date_that_is_still_to_be_confirmed_is_told_as_a_placeholder() -> None:
    (finding,) = found(**changed("actions", finish="TBC"))
    assert (finding.code, finding.field) == ("placeholder-left", "Finish by")


@pytest.mark.parametrize("written", ["Ongoing", "See Actions", "N/A", "-", "From May 2027", "Quarterly"])
def test_known_words_are_no_finding(written: str) -> None:
    assert found(**changed("actions", finish=written)) == []


def test_a_step_dated_after_its_action_is_reported_at_the_step() -> None:
    (finding,) = found(**changed("actions", steps=[{"text": "Plan"}, {"text": "Build", "by": "1 April 2028"}]))
    assert (finding.code, place(finding), finding.field) == ("step-after-finish", "Actions E7", "Step by")
    assert finding.message == (
        "This step is dated 1 April 2028, but Action HC1.1 'Open a shelter' is to end by March 2028."
    )


def test_a_step_dated_in_its_bracket_is_reported_at_its_text() -> None:
    (finding,) = found(**changed("actions", steps=[{"text": "Build (April 2028)"}]))
    assert (finding.code, place(finding)) == ("step-after-finish", "Actions D6")


@pytest.mark.parametrize("finish", ["31 March 2028", "Ongoing", "See Actions", "March 2027\nOngoing", ""])
def test_a_step_is_not_late_within_the_month_or_where_the_end_is_open(finish: str) -> None:
    told = found(**changed("actions", finish=finish, steps=[{"text": "Build", "by": "March 2028"}, {"text": "Go"}]))
    assert "step-after-finish" not in {finding.code for finding in told}


def test_the_last_of_several_ends_counts() -> None:
    ends = "May 2028\nJune 2027"
    assert found(**changed("actions", finish=ends, steps=[{"text": "a", "by": "May 2028"}, {"text": "b"}])) == []


def span(**changes: object) -> tuple[str, str] | None:
    days = plan_span(framework(**changes), "Housing")
    return (days[0].isoformat(), days[1].isoformat()) if days else None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("March 2027", "'March 2027' lies before the plan begins; it runs from 1 April 2027 to 31 March 2029."),
        ("1 April 2029", "'1 April 2029' lies after the plan ends; it runs from 1 April 2027 to 31 March 2029."),
    ],
)
def test_a_date_outside_the_plan_is_reported(written: str, said: str) -> None:
    (finding,) = found(**changed("actions", finish=written, steps=[]))
    assert (finding.code, place(finding), finding.message) == ("date-outside-plan", "Actions H6", said)


@pytest.mark.parametrize("written", ["1 April 2027", "31 March 2029", "2027/28", "up to March 2035", "From 2020"])
def test_a_date_that_touches_the_plan_is_inside_it(written: str) -> None:
    assert found(**changed("actions", finish=written, steps=[])) == []


def test_without_a_first_year_nothing_is_outside() -> None:
    assert plan_span(framework(first_year="soon"), "Housing") is None
    texts = [{"section": "Achievements", "text": "Many"}]
    told = found(of={"first_year": "soon"}, passages=texts, **changed("actions", finish="March 1999", steps=[]))
    assert [finding.code for finding in told] == ["framework-gap"]


def test_a_plan_may_end_before_its_last_year_does() -> None:
    assert span(ends_on="31 December 2028") == ("2027-04-01", "2028-12-31")
    assert span(ends_on="31 December 2035") == ("2027-04-01", "2029-03-31")


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ({"years": "3"}, ("2027-04-01", "2030-03-31")),
        ({"years": "1"}, ("2027-04-01", "2028-03-31")),
        ({"belongs_from": "October 2027"}, ("2027-10-01", "2029-03-31")),
        ({"belongs_until": "October 2028"}, ("2027-04-01", "2028-10-31")),
        ({"belongs_from": "1 April 2020", "belongs_until": "1 April 2035"}, ("2027-04-01", "2029-03-31")),
    ],
)
def test_a_plan_runs_for_the_years_of_its_service_while_there_is_one(
    row: dict[str, str], days: tuple[str, str]
) -> None:
    assert span(services=[{"service": "Housing", **row}]) == days


def test_a_date_after_a_service_has_closed_is_outside_its_plan() -> None:
    closing = {"services": [{"service": "Housing", "belongs_until": "30 September 2027"}], "priorities": []}
    told = found(of=closing, objectives=[], **changed("actions", finish="March 2028", steps=[], serves="A", team=""))
    assert "'March 2028' lies after the plan ends; it runs from 1 April 2027 to 30 September 2027." in {
        finding.message for finding in told
    }


@pytest.mark.parametrize(
    ("finish", "steps", "said"),
    [
        ("May 2027\nJune 2027", [], "Action HC1.1 'Open a shelter' has 2 dates under 'Finish by' and no steps."),
        ("May 2027\nJune 2027", ["a"], "Action HC1.1 'Open a shelter' has 2 dates under 'Finish by' and one step."),
        ("May 2027\nJune 2027", [*"abc"], "Action HC1.1 'Open a shelter' has 2 dates under 'Finish by' and 3 steps."),
    ],
)
def test_ends_that_are_neither_one_nor_one_a_step_are_reported(finish: str, steps: list[str], said: str) -> None:
    told = found(**changed("actions", finish=finish, steps=[{"text": text} for text in steps]))
    assert [(f.code, place(f), f.message) for f in told] == [("finish-count", "Actions H6", said)]


def test_one_end_for_each_step_is_in_order() -> None:
    pairs = changed("actions", finish="1. May 2027\n2. June 2027", steps=[{"text": "a"}, {"text": "b"}])
    assert found(**pairs) == []


def test_an_introduction_before_numbered_steps_is_no_step() -> None:
    steps = [{"text": text} for text in ("We will:", "1. ask", "2. do", "3. look")]
    assert found(**changed("actions", finish="1. May 2027\n2. June 2027\n3. July 2027", steps=steps)) == []
    assert found(**changed("actions", finish="May 2027\nMay 2027\nJune 2027\nJuly 2027", steps=steps)) == []
    (finding,) = found(**changed("actions", finish="May 2027\nJune 2027", steps=steps))
    assert finding.message == "Action HC1.1 'Open a shelter' has 2 dates under 'Finish by' and 3 steps."


FISCAL = {"first_year": "FY26", "years": "3", "year_starts": "July"}


def test_dates_are_checked_in_the_councils_own_financial_years() -> None:
    action = {"ref": "HC1.1", "title": "Open a shelter", "serves": "HC1", "lead": "Tom Fell", "outcome": "Beds"}
    dates = ("By June 2028", "FY26 Q1–Q3", "FY26–FY28", "FY28 Q4", "July 2028", "Q1 FY29", "June 2025", "FY25 Q4")
    late = found(
        of=FISCAL,
        actions=[action | {"ref": f"HC1.{place}", "finish": date} for place, date in enumerate(dates, 1)],
        indicators=[],
    )
    assert {finding.message for finding in late if finding.code.startswith("date-")} == {
        f"'{date}' lies {side}; it runs from 1 July 2025 to 30 June 2028."
        for date, side in (
            ("July 2028", "after the plan ends"),
            ("Q1 FY29", "after the plan ends"),
            ("June 2025", "before the plan begins"),
            ("FY25 Q4", "before the plan begins"),
        )
    }


def test_steps_and_targets_are_due_in_the_councils_own_quarters() -> None:
    """The fourth quarter of a year from July ends in June, so that a step of June lies within it."""
    steps = [{"text": "Build (Q4 FY28)"}, {"text": "Try", "by": "June 2028"}, {"text": "Go (Q1 FY29)"}]
    told = found(of=FISCAL, **changed("actions", finish="Q4 FY28", steps=steps), indicators=[])
    assert [place(one) for one in told if one.code == "step-after-finish"] == ["Actions D8"]
    late = found(of=FISCAL, **changed("indicators", targets={"FY28": "By end of Q1 FY29"}))
    assert [one.message[:20] for one in late if one.field == "Target FY28"] == ["'By end of Q1 FY29' "]


def test_the_example_of_a_date_is_in_the_councils_manner() -> None:
    told = found(of=FISCAL, **changed("actions", finish="soon"))
    assert any("Q2 FY26" in finding.hint for finding in told if finding.code == "date-unreadable")


def test_a_timeframe_in_phases_has_a_way_out() -> None:
    (finding,) = found(**changed("actions", finish="March 2028\nMay 2028\nJune 2028", steps=[]))
    assert finding.code == "finish-count"
    assert "the phases of one piece of work are steps" in finding.hint
    assert finding.hint.endswith("Or say in 'Why this is right' (column T) why it is right as it stands.")


def test_a_month_that_may_be_either_of_two_is_answered_by_both() -> None:
    (finding,) = found(**changed("actions", finish="3 Juny 2028"))
    assert finding.hint.startswith("Did you mean '3 June 2028' or '3 July 2028'? Then type the one you meant.")
