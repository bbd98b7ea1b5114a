from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.beside import style_of
from svcdocs.documents.covers import Cover, council_cover, council_titles, service_cover
from svcdocs.model.cycle import link
from tests.cycles import framework, plan

ABOUT = {"council": "Saltmarsh", "first_year": "2027/28", "stage": "Final", "version_date": {"text": "1 March 2027"}}


def cover(version: str, service: str = "Parks", *, draft: bool = False, **changes: Any) -> Cover:
    services = [{"service": service}]
    council = framework(services=services, about=ABOUT | {"version": version} | changes.pop("about", {}), **changes)
    content = plan(service)
    return service_cover(link(council, [content]), content, draft=draft)


def told(cover: Cover) -> str:
    return " - ".join((cover.title, *cover.marks))


@pytest.mark.parametrize(
    ("version", "draft", "expected"),
    [
        ("Version 2", False, "Parks - Service plan 2027/28 - Version 2 - For approval - 1 March 2027"),
        ("Draft 3", True, "Parks - Service plan 2027/28 - Draft 3 - 1 March 2027"),
        ("Draft 3", False, "Parks - Service plan 2027/28 - Draft 3 - For approval - 1 March 2027"),
        ("Version 2", True, "Parks - Service plan 2027/28 - Draft – Version 2 - 1 March 2027"),
        ("For approval 2, 1 March 2027", False, "Parks - Service plan 2027/28 - For approval 2, 1 March 2027"),
    ],
)
def test_a_copy_is_called_as_its_cover_says_and_no_word_stands_twice(version: str, draft: bool, expected: str) -> None:  # noqa: FBT001
    assert told(cover(version, draft=draft)) == expected


def test_a_plan_that_all_have_approved_says_so() -> None:
    signed = [{"role": "Portfolio Holder", "name": "Cllr Tom Brandreth", "status": "Approved"}]
    assert cover("Version 2", signatures=signed).status == "Approved"
    assert cover("Version 2").status == "For approval"


def test_a_service_that_is_called_by_the_title_is_not_followed_by_it() -> None:
    assert cover("Draft 1", "Parks Service Plan").title == "Parks Service Plan 2027/28"
    assert cover("Draft 1", "Planning").title == "Planning - Service plan 2027/28"


def test_a_plan_of_which_there_is_a_public_edition_says_which_one_it_is() -> None:
    content = plan("Parks", actions=[{"ref": "P1", "title": "Sell the depot", "publish": "No"}])
    cycle = link(framework(about=ABOUT | {"version": "Draft 3"}), [content])
    assert service_cover(cycle, content, draft=True).version == "Draft 3 – internal edition"


def test_documents_of_the_council_are_called_by_their_titles_and_stand_where_the_corporate_plan_does() -> None:
    signed = [{"service": "Corporate plan", "role": "Council", "status": "Approved"}]
    style = style_of(link(framework(about=ABOUT | {"version": "Version 2"}, signatures=signed), []), {}, draft=False)
    named = [told(council_cover(title, style, draft=False)) for title in council_titles(style)]
    end = "Version 2 - Approved - 1 March 2027"
    assert named[:2] == [
        f"Corporate plan: summary 2027/28 - {end}",
        f"Annex A: Actions - Corporate plan 2027/28 - {end}",
    ]
    assert named[-2:] == [
        f"Report to Council: Corporate plan 2027/28 - {end}",
        f"Data of the Corporate plan, 2027/28 - {end}",
    ]
