from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.dates import DateKind, date_at_end, read_date, said_iso
from tests.plans import AWKWARD_DATES

K = DateKind
Day = date | None


def span(first: str, last: str) -> tuple[Day, Day]:
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


NOTHING = (None, None)
READ: list[tuple[str, DateKind, tuple[Day, Day]]] = [
    ("March 2010", K.MONTH, span("2010-03-01", "2010-03-31")),
    ("31st March 2012", K.DAY, span("2012-03-31", "2012-03-31")),
    ("31 st March 2012", K.DAY, span("2012-03-31", "2012-03-31")),
    ("31 st Dec 2011.", K.DAY, span("2011-12-31", "2011-12-31")),
    ("30 th June 2011", K.DAY, span("2011-06-30", "2011-06-30")),
    ("Monday, 3 May 2027", K.DAY, span("2027-05-03", "2027-05-03")),
    ("1/4/2027", K.DAY, span("2027-04-01", "2027-04-01")),
    ("01.04.27", K.DAY, span("2027-04-01", "2027-04-01")),
    ("2027-04-01 00:00:00", K.DAY, span("2027-04-01", "2027-04-01")),
    ("Mar2012", K.MONTH, span("2012-03-01", "2012-03-31")),
    ("July 09", K.MONTH, span("2009-07-01", "2009-07-31")),
    ("Sept. 2027", K.MONTH, span("2027-09-01", "2027-09-30")),
    ("February 2028", K.MONTH, span("2028-02-01", "2028-02-29")),
    ("12/2027", K.MONTH, span("2027-12-01", "2027-12-31")),
    ("(May 2027)", K.MONTH, span("2027-05-01", "2027-05-31")),
    ("by end of March 2028", K.MONTH, span("2028-03-01", "2028-03-31")),
    ("By end Q3", K.QUARTER, NOTHING),
    ("Q1 2027/28", K.QUARTER, span("2027-04-01", "2027-06-30")),
    ("Q4 27/28", K.QUARTER, span("2028-01-01", "2028-03-31")),
    ("Quarter 2 of 2027/28", K.QUARTER, span("2027-07-01", "2027-09-30")),
    ("2009/10", K.YEAR, span("2009-04-01", "2010-03-31")),
    ("2011-12", K.YEAR, span("2011-04-01", "2012-03-31")),
    ("FY25/FY26", K.YEAR, span("2025-04-01", "2026-03-31")),
    ("FY26/27", K.YEAR, span("2026-04-01", "2027-03-31")),
    ("FY27", K.YEAR, span("2026-04-01", "2027-03-31")),
    ("FY2027", K.YEAR, span("2026-04-01", "2027-03-31")),
    ("FY26–FY28", K.RANGE, span("2025-04-01", "2028-03-31")),
    ("FY26-FY27", K.RANGE, span("2025-04-01", "2027-03-31")),
    ("2026/27 to 2028/29", K.RANGE, span("2026-04-01", "2029-03-31")),
    ("FY27 Q2", K.QUARTER, span("2026-07-01", "2026-09-30")),
    ("Q2 FY27", K.QUARTER, span("2026-07-01", "2026-09-30")),
    ("2027/28 Q2", K.QUARTER, span("2027-07-01", "2027-09-30")),
    ("FY26 Q1–Q3", K.RANGE, span("2025-04-01", "2025-12-31")),
    ("Q1–Q3 FY26", K.RANGE, span("2025-04-01", "2025-12-31")),
    ("FY26 Q4 to FY27 Q1", K.RANGE, span("2026-01-01", "2026-06-30")),
    ("Q2 2027", K.UNKNOWN, NOTHING),
    ("2028", K.YEAR, span("2028-01-01", "2028-12-31")),
    ("all induction courses held in 2011/12", K.YEAR, span("2011-04-01", "2012-03-31")),
    ("in place by June 2028", K.MONTH, span("2028-06-01", "2028-06-30")),
    ("From Jan 2009", K.FROM, span("2009-01-01", "")),
    ("after March 2028", K.FROM, span("2028-04-01", "")),
    ("up to April 09", K.UNTIL, span("", "2009-04-30")),
    ("before April 2027", K.UNTIL, span("", "2027-03-31")),
    ("March – April 09", K.RANGE, span("2009-03-01", "2009-04-30")),
    ("Jan-Feb 09", K.RANGE, span("2009-01-01", "2009-02-28")),
    ("from April 2027 to June 2027", K.RANGE, span("2027-04-01", "2027-06-30")),
    ("1 to 5 May 2027", K.RANGE, span("2027-05-01", "2027-05-05")),
    ("March 2010 (at least partly in operation)", K.MONTH, span("2010-03-01", "2010-03-31")),
    ("Ongoing", K.ONGOING, NOTHING),
    ("on-going as appropriate", K.ONGOING, NOTHING),
    ("Ongoing throughout the year", K.ONGOING, NOTHING),
    ("quarterly updates 2011-12", K.RECURRING, NOTHING),
    ("monthly updates 2011-12 – as required", K.RECURRING, NOTHING),
    ("one meeting held per month", K.RECURRING, NOTHING),
    ("Annually", K.RECURRING, NOTHING),
    ("six-monthly", K.RECURRING, NOTHING),
    ("As and when required", K.RECURRING, NOTHING),
    ("See Actions", K.ELSEWHERE, NOTHING),
    ("As set out under actions", K.ELSEWHERE, NOTHING),
    ("As soon as possible – date to be given after the review", K.LATER, NOTHING),
    ("TBC", K.LATER, NOTHING),
    ("to be confirmed by Finance", K.LATER, NOTHING),
    ("N/A", K.NONE, NOTHING),
    ("-", K.NONE, NOTHING),
    (" \u00a0", K.BLANK, NOTHING),
    ("31st September 2011", K.IMPOSSIBLE, NOTHING),
    ("31 st September 2011", K.IMPOSSIBLE, NOTHING),
    ("29 February 2027", K.IMPOSSIBLE, NOTHING),
    ("31/4/2027", K.IMPOSSIBLE, NOTHING),
    ("2027/26", K.IMPOSSIBLE, NOTHING),
    ("May 2027 to March 2027", K.IMPOSSIBLE, span("2027-05-01", "2027-03-31")),
    ("2028-03", K.UNKNOWN, NOTHING),
    ("27/28", K.UNKNOWN, NOTHING),
    ("31 March", K.UNKNOWN, NOTHING),
    ("early in 2010", K.UNKNOWN, NOTHING),
    ("year 2", K.UNKNOWN, NOTHING),
    ("soon", K.UNKNOWN, NOTHING),
]


@pytest.mark.parametrize(("written", "kind", "days"), READ, ids=[written for written, _, _ in READ])
def test_a_written_date_means(written: str, kind: DateKind, days: tuple[Day, Day]) -> None:
    meaning = read_date(written)
    assert (meaning.kind, (meaning.first, meaning.last)) == (kind, days)


def test_every_awkward_date_has_a_meaning_that_is_tested() -> None:
    assert set(AWKWARD_DATES.values()) - {""} <= {written for written, _, _ in READ}


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text("0123456789/-. stndrhq4March–FY()", max_size=20))
def test_reading_never_fails_and_days_are_in_order(written: str) -> None:
    meaning = read_date(written)
    if meaning.first and meaning.last and meaning.kind is not K.IMPOSSIBLE:
        assert meaning.first <= meaning.last


@settings(max_examples=200)
@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%d %b %y", "%Y-%m-%d"])
)
def test_every_day_is_read_in_every_british_form(day: date, form: str) -> None:
    meaning = read_date(day.strftime(form))
    assert (meaning.kind, meaning.first, meaning.last) == (K.DAY, day, day)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Agree the brief (June 2027)", "June 2027"),
        ("Agree the brief (with tenants) (by 3 May 2027).", "by 3 May 2027"),
        ("Review (on-going as appropriate);", "on-going as appropriate"),
        ("Courses (all induction courses held in 2011/12)", "all induction courses held in 2011/12"),
        ("Report (TBC)", "TBC"),
        ("Agree the brief (June 2027) with tenants", ""),
        ("Agree the brief (with tenants)", ""),
        ("Agree the brief (June 2027 (if funded))", ""),
        ("Agree the brief ()", ""),
        ("Agree the brief (-)", ""),
        ("(", ""),
    ],
)
def test_the_date_of_a_line_is_its_last_bracket_if_that_reads_wholly_as_one(line: str, found: str) -> None:
    assert date_at_end(line) == found


@settings(max_examples=200, deadline=None)
@given(st.text() | st.text("() 2027MayTBC.", max_size=20))
def test_looking_for_a_date_at_the_end_never_fails(line: str) -> None:
    assert date_at_end(line) in line


@pytest.mark.parametrize(
    ("written", "starts", "days"),
    [
        ("FY26", 7, span("2025-07-01", "2026-06-30")),
        ("Q2 2027/28", 7, span("2027-10-01", "2027-12-31")),
        ("FY26 Q1 – FY28 Q2", 7, span("2025-07-01", "2027-12-31")),
        ("by end of FY28 Q4", 7, span("2028-04-01", "2028-06-30")),
        ("Q1 2027", 1, span("2027-01-01", "2027-03-31")),
        ("2027", 1, span("2027-01-01", "2027-12-31")),
    ],
)
def test_years_and_quarters_are_the_councils_own(written: str, starts: int, days: tuple[Day, Day]) -> None:
    meaning = read_date(written, starts)
    assert (meaning.first, meaning.last) == days


def test_a_day_of_a_record_is_said_as_people_say_it_and_anything_else_as_it_stands() -> None:
    assert said_iso("2027-03-01") == "1 March 2027"
    assert said_iso("some time") == "some time"
