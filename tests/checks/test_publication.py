from __future__ import annotations

from typing import Any

from svcdocs.model.findings import Finding
from tests.checks.councils import PLAN, changed, found, place

TOM = {"name": "Tom Fell", "post": "Housing Options Manager", "abbreviation": "HOM", "grade": "Officer"}
JOAN = {"name": "Joan Ashdown", "post": "Director of Homes", "grade": "Director"}
ABOUT = {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2"}


def told(code: str, *people: dict[str, Any], grades: str = "Director", **parts: Any) -> list[Finding]:
    of = {"about": ABOUT | {"named_grades": grades}, "people": people or (TOM, JOAN)}
    return [finding for finding in found(of=of, **parts) if finding.code == code]


def test_a_text_that_names_somebody_who_is_not_named_in_public_is_told_at_its_cell_with_the_post() -> None:
    (finding,) = told("public-name-in-text", **changed("actions", outcome="Tom Fell says so, and Joan Ashdown"))
    assert (finding.audience, finding.field) == ("officer", "How we will know")
    assert finding.message == "The text names Tom Fell, who is not named in public."
    assert "'Housing Options Manager'" in finding.hint


def test_steps_and_the_words_of_the_council_are_looked_at_and_rows_that_are_not_published_are_not() -> None:
    assert told("public-name-in-text", **changed("actions", steps=[{"text": "Ask Tom Fell", "by": "May 2027"}]))
    hidden = changed("actions", steps=[{"text": "Ask Tom Fell", "by": "May 2027"}], outcome="Tom Fell", publish="No")
    assert told("public-name-in-text", **hidden) == []


def test_no_name_is_told_of_while_everybody_is_named() -> None:
    assert told("public-name-in-text", grades="", **changed("actions", outcome="Tom Fell says so")) == []
    assert told("public-grade-missing", TOM | {"grade": ""}, grades="") == []


def test_somebody_who_leads_and_has_no_grade_is_told_of_once_and_others_are_not() -> None:
    idle = {"name": "Una Pell", "post": "Clerk"}
    (finding,) = told("public-grade-missing", TOM | {"grade": ""}, JOAN, idle)
    assert finding.message == "Tom Fell is named in a plan, and no grade says whether in public as well."
    assert finding.audience == "officer"


def test_somebody_who_is_to_stand_by_a_post_and_has_none_is_told_of() -> None:
    (finding,) = told("public-post-missing", TOM | {"post": "", "abbreviation": ""}, JOAN)
    assert finding.field == "Post"


def test_a_grade_that_nobody_has_is_told_with_the_nearest() -> None:
    (finding,) = told("public-grade-unknown", grades="Directr\nOfficer")
    assert finding.message == "Nobody on the sheet People has the grade 'Directr'."
    assert finding.hint.startswith("Did you mean 'Director'?")


def test_a_text_that_refers_to_a_hidden_row_is_told_and_cells_of_references_are_not() -> None:
    risks = [PLAN["risks"][0] | {"ref": "R7", "publish": "No"}]
    (finding,) = told("public-row-cited", risks=risks, **changed("actions", outcome="As R7 says, not R71", risk="R7"))
    assert place(finding).startswith("Actions")
    assert finding.message.startswith("The text refers to 'R7': Risk R7 ")


def test_a_passage_that_is_not_for_publication_says_why() -> None:
    passages = [*PLAN["passages"], {"section": "About our service", "text": "We may sell.", "publish": "No"}]
    (finding,) = told("exemption-missing", passages=passages)
    assert finding.field == "Exemption"
    passages[-1] |= {"exemption": "Paragraph 3"}
    assert told("exemption-missing", passages=passages) == []
