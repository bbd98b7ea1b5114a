from __future__ import annotations

from decimal import Decimal

import pytest

from svcdocs.documents import formats
from svcdocs.model.as_written import Amount, Number, Owners
from svcdocs.model.text import Run, parse


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("412300", "412,300"),
        ("-12,000", "−12,000"),
        ("(1,200)", "−1,200"),
        ("£24,000", "£24,000"),
        ("1250.50", "1,250.50"),
        ("£12,000 – £15,000", "£12,000 – £15,000"),
        ("Within existing resources", "Within existing resources"),
        ("TBC", "TBC"),
        ("", ""),
    ],
)
def test_bare_figures_get_commas_and_a_true_minus_and_words_stay(typed: str, printed: str) -> None:
    assert formats.money(Amount(text=typed)) == printed


def test_a_sum_is_told_only_where_every_part_of_it_is_known() -> None:
    assert formats.total([Number(text="0.1"), Number(text="0.2")]) == "0.3"
    assert formats.total([Number(text="1"), Number(text="TBC")]) == ""
    assert formats.total([Number(text="1"), Number()]) == ""
    assert formats.total([]) == ""


def test_name_and_post_of_one_person_are_one() -> None:
    couples = frozenset({("tom fell", "options manager")})
    assert formats.owners(Owners(text="Tom  Fell / Options Manager\nJo Ash/Clerk"), couples) == (
        "Tom  Fell / Options Manager",
        "Jo Ash",
        "Clerk",
    )


def test_people_stand_in_the_lines_and_with_the_signs_with_which_they_were_typed() -> None:
    lead = Owners(text="Parks Supt.\nDirector; Budget Office\nA. Reed / Clerk")
    others = Owners(text="Clerk\nJo Ash; Director\nN/A")
    assert formats.as_typed(lead, others) == (
        "Parks Supt.", "Director; Budget Office", "A. Reed / Clerk", "Jo Ash; Director", "N/A",
    )  # fmt: skip
    assert formats.as_typed(Owners(), Owners()) == ()


def test_a_dash_where_an_owner_belongs_is_kept() -> None:
    assert formats.owners(Owners(text="-"), frozenset()) == ("-",)


def test_a_text_on_one_line_keeps_marks_and_numbers() -> None:
    text = parse([Run(text="a) "), Run(text="one", bold=True), Run(text="\nb) two")])
    assert formats.inline(text) == (Run(text="a) "), Run(text="one", bold=True), Run(text=" b) two"))


def test_a_lettered_list_goes_on_after_z() -> None:
    assert [formats.letters(place) for place in (0, 25, 26, 53)] == ["a)", "z)", "aa)", "bbb)"]


@pytest.mark.parametrize(
    ("colour", "light"), [("00703C", True), ("FFDD00", False), ("D4351C", True), ("505A5F", True), ("FFFFFF", False)]
)
def test_text_on_a_colour_is_black_or_white_whichever_reads_better(colour: str, *, light: bool) -> None:
    assert formats.needs_light_text(colour) is light


@pytest.mark.parametrize(("typed", "colour"), [("#ffdd00", "FFDD00"), ("amber", "auto"), ("", "auto"), ("FFF", "auto")])
def test_what_is_no_colour_is_no_colour(typed: str, colour: str) -> None:
    assert formats.hex_colour(typed) == colour


def test_a_number_is_never_printed_in_powers_of_ten() -> None:
    assert formats.decimal(Decimal("1E+3")) == "1,000"
