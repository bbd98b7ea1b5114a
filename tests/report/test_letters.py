"""The letters of the example cycles are reviewed as texts; SVCDOCS_REWRITE_GOLDEN=1 accepts them anew."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from svcdocs.commands.check import check
from svcdocs.model.findings import Severity
from svcdocs.model.letters import Answered, Contact, Kind, Letter, Matter, Returned
from svcdocs.report.letters import letter_mail, letter_subject, letter_text
from tests.cycles import no_progress
from tests.test_examples import DEFECTS, FENMOOR, copied

GOLDEN = Path(__file__).parent / "letters"
DAY = date(2027, 1, 15)
PLAIN = Letter(
    kind=Kind.PUT_RIGHT,
    contributor="Parks",
    council="Saltmarsh Borough Council",
    plan="the service plan 2027/28 of Parks",
    to=Contact("Tom Fell", "tom.fell@saltmarsh.example"),
    officer=Contact("Noor Haddow", "noor.haddow@saltmarsh.example"),
    matters=(Matter(Severity.ERROR, "Actions", "F6", "F6", "Finish by", "31st June", "No such date.", "Correct it."),),
    counts={Severity.ERROR: 1},
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {}
    for name, cycle in (("defects", DEFECTS), ("fenmoor", FENMOOR)):
        project = copied(cycle, tmp_path_factory.mktemp(name) / "cycle")
        check(project, no_progress, today=DAY)
        folders[name] = project.output_dir
    return folders


@pytest.mark.parametrize(
    "letter",
    [
        *("defects/letters/roads-and-paths", "defects/letters/libraries", "defects/letters/policy-officer"),
        *("defects/challenge/roads-and-paths", "fenmoor/letters/finance", "fenmoor/letters/customers-and-performance"),
        *("fenmoor/challenge/leisure-and-culture", "fenmoor/letters/policy-officer"),
    ],
)
def test_a_letter_of_the_example_reads_as_reviewed(written: dict[str, Path], letter: str) -> None:
    cycle, _, name = letter.partition("/")
    text = (written[cycle] / f"{name}.txt").read_text(encoding="utf-8")
    golden = GOLDEN / f"{letter.replace('/', '-')}.txt"
    if os.environ.get("SVCDOCS_REWRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_the_file_says_to_whom_and_about_what_above_what_is_pasted() -> None:
    assert letter_text(PLAIN).splitlines()[:4] == [
        "To: Tom Fell <tom.fell@saltmarsh.example>",
        "Subject: Parks: 1 thing to put right in your workbook",
        "",
        "Dear Tom Fell,",
    ]


def test_a_matter_names_sheet_cell_value_fault_and_remedy() -> None:
    assert (
        "1. Sheet Actions, cell F6, under 'Finish by'\n"
        "   It says now: 31st June\n"
        "   What is wrong: No such date.\n"
        "   What to do: Correct it.\n"
    ) in letter_text(PLAIN)


def test_a_short_letter_is_a_mail_as_it_stands_and_a_long_one_points_to_the_letter() -> None:
    assert letter_mail(PLAIN).body in letter_text(PLAIN)
    long = letter_mail(replace(PLAIN, matters=PLAIN.matters * 10))
    assert "stands in the letter that comes with this mail" in long.body
    assert "…" not in long.body
    assert "%E2%80%A6" not in long.link


def test_the_rest_is_counted_by_what_it_asks_and_by_sheet_and_stands_in_the_marked_copy() -> None:
    more = replace(PLAIN, counts={Severity.ERROR: 2, Severity.NOTE: 3}, rest=(("Actions", 1), ("Risks", 3)))
    said = "There is 1 more to put right and 3 more for your information: 1 on Actions, 3 on Risks."
    assert f"{said} We tell you of them once these are put right" in letter_text(more)
    assert f"{said} All of them stand in the marked copy" in letter_text(replace(more, marked="parks marked.xlsx"))
    assert "ask us for the copy in which all are marked" in letter_text(replace(more, file="parks.xlsx"))
    assert "ask us for the list of all of them" in letter_text(replace(more, file="parks.ods"))


def test_a_letter_says_what_changed_and_what_two_copies_say_differently() -> None:
    returned = Returned(
        "1 December 2026", since="version 1", changes=tuple(f"line {n}" for n in range(14)), open=("May or June",)
    )
    text = letter_text(replace(PLAIN, returned=returned))
    assert "which we received on 1 December 2026" in text
    assert "- Changed since version 1:\n  - line 0\n" in text
    assert "  - line 11\n  - and 2 more\n" in text
    assert "please tell us which is right\n- May or June\n" in text


def test_whoever_is_late_is_asked_for_what_there_is() -> None:
    late = replace(PLAIN, kind=Kind.FILL_IN, due="11 December 2026", late=True, matters=())
    assert letter_subject(late) == "Parks: your workbook was due on 11 December 2026"
    assert "Please send what you have by now" in letter_text(late)
    assert "\nBy when\n" not in letter_text(late)
    assert "\nBy when\nPlease send it back by 11 December 2026.\n" in letter_text(replace(late, late=False))


def test_a_letter_says_what_each_reason_was_taken_to_answer_and_how_to_answer_one_matter_alone() -> None:
    one = Answered("Actions", "Z7", "Agreed", (("B7", "Lead", "Nobody knows 'Al'."),))
    both = Answered("Actions", "Z6", "The lease ends then", (("F6", "Finish by", "Late."), ("I6", "Lead", "Unknown.")))
    assert (
        "What your reasons answer\n"
        "We do not ask again about what you have given a reason for. If a reason is not about all that stands below it,"
        " begin it with the heading of the column it is about, such as 'Finish by: …': it then answers that alone, and"
        " we ask about the others.\n"
        "- Sheet Actions, cell Z6: 'The lease ends then' was taken as the answer to:\n"
        "  - cell F6, under 'Finish by': Late.\n"
        "  - cell I6, under 'Lead': Unknown.\n"
        "- Sheet Actions, cell Z7: 'Agreed' was taken as the answer to:\n"
        "  - cell B7, under 'Lead': Nobody knows 'Al'.\n"
    ) in letter_text(replace(PLAIN, answered=(one, both)))
    assert "begin it with the heading" not in letter_text(replace(PLAIN, answered=(one,)))
    assert "What your reasons answer" not in letter_text(PLAIN)


def test_of_many_reasons_about_one_matter_each_some_are_told_and_none_of_those_about_several_is_left_out() -> None:
    one = Answered("Actions", "Z7", "Agreed", (("B7", "Lead", "Nobody knows 'Al'."),))
    several = replace(one, matters=one.matters * 2)
    text = letter_text(replace(PLAIN, answered=(one,) * 20 + (several,) * 14))
    assert (text.count("was taken as the answer to:"), text.count("Nobody knows 'Al'.")) == (14, 28)
    assert "- and 20 more, each about one matter of its row" in text


def test_a_letter_about_what_could_not_be_used_says_that_the_workbook_is_overdue() -> None:
    late = replace(PLAIN, kind=Kind.FILL_IN, due="11 December 2026", late=True)
    said = "It was due on 11 December 2026: please send it as soon as you can."
    assert said in letter_text(late)
    assert said not in letter_text(replace(late, late=False))
