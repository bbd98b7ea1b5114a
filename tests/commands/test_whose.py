"""Whose a workbook is, by the name of its file."""

from __future__ import annotations

import pytest

from svcdocs.commands.whose import Desks
from tests.cycles import MANY_HANDS, framework

DESKS = Desks(
    framework(**MANY_HANDS | {"contributors": [*MANY_HANDS["contributors"], {"who": "HR", "sheets": "Posts"}]})
)


@pytest.mark.parametrize(
    ("stem", "contributor"),
    [
        ("HR return", "HR"),
        ("2027_hr_final", "HR"),
        ("H.R. 2027 (hr)", "HR"),
        ("Three charts", ""),
        ("width row", ""),
        ("financereturn", "Finance"),
        ("FinanceReturn2027", "Finance"),
        ("refinancing", ""),
        ("refinance 2027", ""),
        ("Finance-Return", "Finance"),
        ("financev2", "Finance"),
        ("xfinancex 2027", ""),
    ],
)
def test_a_short_name_counts_only_as_a_word_of_its_own(stem: str, contributor: str) -> None:
    found = DESKS.in_name(stem)
    assert (found.contributor if found else "") == contributor


@pytest.mark.parametrize(
    ("stem", "contributor"),
    [
        ("housingrepairsreturn v2", "Housing Repairs"),
        ("overhousingrepairs", ""),
        ("housing_repairsV3", "Housing Repairs"),
    ],
)
def test_a_long_name_counts_only_as_words_of_its_own_too(stem: str, contributor: str) -> None:
    desks = Desks(framework(services=[{"service": "Housing Repairs"}]))
    found = desks.in_name(stem)
    assert (found.contributor if found else "") == contributor
