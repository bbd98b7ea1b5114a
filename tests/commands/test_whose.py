"""Whose a workbook is, by the name of its file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from svcdocs.commands.whose import Desks
from svcdocs.excel.cells import CellBook
from svcdocs.excel.reading import read_book
from svcdocs.model.framework import Framework
from svcdocs.model.requests import Answered
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.writer import write_workbook
from tests.cycles import MANY_HANDS, framework
from tests.plans import MANY_HANDS as COUNCIL

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


REQUESTS = {"answers": [{"ref": f"ST-r{number}", "asker": "Housing", "what": "keys"} for number in (1, 2)]}


def requests_to_streets() -> CellBook:
    """What Streets is asked, as a program leaves it that has dropped its properties."""
    desks = Desks(COUNCIL)
    whose = next(one for one in desks.answerers if one.service == "Streets")
    book = read_book(write_workbook(desks.layout(whose), answered=Answered.model_validate(REQUESTS)))
    return replace(book, properties={}, core={})


def test_a_workbook_of_requests_is_known_by_its_guide_its_references_or_its_name() -> None:
    desks, book = Desks(COUNCIL), requests_to_streets()
    bare = replace(book, sheets=tuple(tab for tab in book.sheets if tab.name == "Requests"))
    blank = replace(bare, sheets=())
    for cells, stem, note in (
        (book, "x", "its guide"),
        (bare, "x", "2 of its references are those of requests to Streets"),
        (blank, "Requests Streets final", "its file name alone"),
    ):
        whose, how = desks.of_book(cells, stem)
        assert whose is not None
        assert (whose.contributor, note in how) == ("Requests – Streets", True)


def test_the_name_of_a_service_alone_is_its_own_workbook_and_not_what_it_is_asked() -> None:
    whose = Desks(COUNCIL).in_name("streets final")
    assert whose is not None
    assert whose.contributor == "Streets"


def test_answers_of_a_service_that_is_called_otherwise_by_now_are_its_own() -> None:
    services = COUNCIL.model_dump(mode="json")["services"]
    for row in services:
        if row["service"] == "Streets" and not row["team"]:
            row["also_called"] = "Roads"
    desks = Desks(COUNCIL.model_copy(update={"services": Framework.model_validate({"services": services}).services}))
    found = desks.of(Identity(kind="requests", contributor="Requests – Roads", service="Roads"), "")
    assert found is not None
    assert found.contributor == "Requests – Streets" == desks.contributor_called("Requests – Roads")
    assert desks.of(Identity(kind="requests", contributor="Requests – Nobody", service="Nobody"), "") is None
