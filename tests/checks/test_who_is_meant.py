from __future__ import annotations

import pytest

from svcdocs.checks.who_is_meant import who_is_meant
from svcdocs.model.framework import Framework

COUNCIL = Framework.model_validate(
    {
        "about": {"officer": "Asha Verrall", "email": "policy@fenmoor.example"},
        "people": [
            {"name": "Jo Mercer", "post": "Parks Manager", "email": "parks@fenmoor.example"},
            {"name": "Jane O'Hara-Mercer", "post": "Tree Officer"},
            {"name": "Sam Ann Fell"},
            {"name": "Jo Field", "post": "Ranger"},
            {"name": "", "post": "Head of Parks"},
        ],
        "services": [{"service": "Parks", "manager": "Prince", "portfolio": "Cllr Reza Mir"}],
    }
)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("j.mercer@fenmoor.gov.uk", ["Jo Mercer"]),
        ("jo.mercer@fenmoor.gov.uk", ["Jo Mercer"]),
        ("MercerJ@fenmoor.gov.uk", ["Jo Mercer"]),
        ("jfield2@fenmoor.gov.uk", ["Jo Field"]),
        ("Parks@Fenmoor.example", ["Jo Mercer"]),
        ("policy@fenmoor.example", ["Asha Verrall"]),
        ("j.smith@fenmoor.gov.uk", []),
        ("Reza", ["Cllr Reza Mir"]),
        ("Cllr Mir", ["Cllr Reza Mir"]),
        ("Jo", ["Jo Mercer", "Jo Field"]),
        ("mercer", ["Jo Mercer"]),
        ("Mercer, J", ["Jo Mercer"]),
        ("Mr J. Mercer", ["Jo Mercer"]),
        ("JM", ["Jo Mercer"]),
        ("J.F.", ["Jo Field"]),
        ("SAF", ["Sam Ann Fell"]),
        ("Sam Fell", ["Sam Ann Fell"]),
        ("S A Fell", ["Sam Ann Fell"]),
        ("J", []),
        ("Prince", []),
        ("Head of Parks and Trees", []),
        ("Manager", []),
        ("", []),
    ],
)
def test_somebody_is_known_by_an_address_a_part_of_the_name_or_initials(typed: str, people: list[str]) -> None:
    assert list(who_is_meant(typed, COUNCIL)) == people


def test_the_post_stands_beside_who_has_one() -> None:
    assert who_is_meant("Jo", COUNCIL) == {"Jo Mercer": "Parks Manager", "Jo Field": "Ranger"}
