from __future__ import annotations

import datetime as dt

from svcdocs.model.about import About
from svcdocs.model.letters import Contact
from svcdocs.model.reprints import PartChange, Reprint
from svcdocs.report.reprints import notice_text, reprint_lines

DAY = dt.date(2027, 3, 8)
PARTS = (PartChange("Money", figures=4, dates=1), PartChange("Notes", lines=1), PartChange("Annex", is_new=True))
HOMES = Reprint(
    "service-plans/homes.docx",
    "Homes",
    ("Finance (Third revision)",),
    PARTS,
    (Contact("Ann Hill", "ann@wick.example"), Contact("Cllr Bo Reed")),
)


def test_each_document_is_told_with_where_it_changed_because_of_what_and_whom_to_tell() -> None:
    assert list(reprint_lines([HOMES], ["Homes, Text D4: The text says 'a budget of £1m'."])) == [
        (0, "Printed otherwise than before, with what is new from Finance (Third revision):"),
        (2, "service-plans/homes.docx: Money: 4 figures, 1 date; Notes: 1 line; Annex: new"),
        (4, "To be told: Ann Hill, Cllr Bo Reed"),
        (0, "Sentences that the new figures contradict, and those before did not:"),
        (2, "Homes, Text D4: The text says 'a budget of £1m'."),
    ]


def test_nothing_is_said_where_nothing_changed() -> None:
    assert list(reprint_lines([], [])) == []


def test_of_many_headings_the_first_are_named_and_the_others_counted() -> None:
    many = Reprint("corporate-plan.docx", "", (), tuple(PartChange(f"Part {n}", figures=1) for n in range(11)))
    (_, line) = list(reprint_lines([many], []))
    assert line[1].endswith("Part 7: 1 figure; and 3 more")


def test_a_notice_goes_to_all_of_them_and_says_where_and_what_no_longer_agrees() -> None:
    about = About(council="Little Wick Council", officer="Di Pell")
    assert notice_text(HOMES, about, ["Homes, Text D4: It says £1m."], DAY).splitlines() == [
        "To: Ann Hill <ann@wick.example>; Cllr Bo Reed",
        "Subject: Homes: what has changed in the service plan of Homes",
        "",
        "Dear colleagues,",
        "",
        (
            "On 8 March 2027 the service plan of Homes was made anew, with what is new from Finance (Third revision). "
            "It says the same as before but for this:"
        ),
        "",
        "- Money: 4 figures, 1 date",
        "- Notes: 1 line",
        "- Annex: new",
        "",
        "These sentences do not agree with the figures any more; please say what is right:",
        "",
        "- Homes, Text D4: It says £1m.",
        "",
        "The document that you had before this day is out of date.",
        "",
        "With thanks",
        "Di Pell",
    ]
