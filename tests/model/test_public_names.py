from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.framework import Framework
from svcdocs.model.public_names import PublicNames, public_names

TOM = {
    "name": "Tom Fell",
    "post": "Options Manager",
    "abbreviation": "OM",
    "also_written": "T. Fell\nOptions Mgr",
    "grade": "Officer",
}
JOAN = {"name": "Joan O'Dowd", "post": "Director", "grade": "director"}
SAM = {"name": "Sam Ray", "grade": "Officer"}
ANN = {"name": "Ann-Marie Lee", "post": "Clerk"}


def names(*people: dict[str, Any], grades: str = "Chief Executive\n DIRECTOR ") -> PublicNames:
    return public_names(Framework.model_validate({"about": {"named_grades": grades}, "people": people}))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Tom Fell", "Options Manager"),
        ("tom  FELL", "Options Manager"),
        ("T. Fell", "Options Manager"),
        ("Options Mgr", "Options Mgr"),
        ("Tom Fell/ Options Manager", "Options Manager"),
        ("Options Manager / Tom Fell", "Options Manager"),
        ("Tom Fell, OM", "Options Manager"),
        ("Tom Fell (OM)", "Options Manager"),
        ("Tom Fell (lead)", "Options Manager (lead)"),
        ("Joan O’Dowd\nTom Fell\nCllr Mir", "Joan O’Dowd\nOptions Manager\nCllr Mir"),
        ("Tom Fellowes", "Tom Fellowes"),
        ("Sam Ray; Tom Fell", "an officer of the council; Options Manager"),
        ("Ann–Marie Lee", "Clerk"),
        ("", ""),
        ("-", "-"),
        ("Parks / Homes; Trees", "Parks / Homes; Trees"),
    ],
)
def test_a_cell_of_names_has_the_post_of_each_that_is_not_named_in_public(typed: str, told: str) -> None:
    assert names(TOM, JOAN, SAM, ANN).in_posts(typed) == told


def test_everybody_is_named_while_the_council_names_no_grades() -> None:
    everybody = names(TOM, JOAN, ANN, grades="")
    assert not everybody.is_any
    assert everybody.in_posts("Tom Fell") == "Tom Fell"


def test_somebody_whose_grade_is_not_known_is_not_named() -> None:
    assert names(JOAN, ANN).in_posts("Ann-Marie Lee") == "Clerk"


def test_somebody_with_two_posts_is_named_where_the_grade_of_either_is() -> None:
    assert names(TOM, TOM | {"grade": "Director"}).in_posts("Tom Fell") == "Tom Fell"


def test_those_whom_a_text_names_are_found_each_once() -> None:
    found = names(TOM, JOAN, SAM).named_in("Ask Tom\nFell, T. Fell or Sam Ray; not Joan O'Dowd, and not Sam Rayner.")
    assert [person.name for person in found] == ["Tom Fell", "Sam Ray"]
