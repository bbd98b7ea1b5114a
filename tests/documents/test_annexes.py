"""The annexes: everything of every service once, both ways, and nothing that may not be published."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from svcdocs import shipped
from svcdocs.commands.beside_names import ANNEXES, BESIDE
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word.outline import outline as word_outline
from svcdocs.word.outline import text_of
from tests.corporate import small
from tests.documents import besides, samples
from tests.documents.corporate_outline import outline, section
from tests.inspection.accessibility import accessibility
from tests.inspection.validity import validity

HERE = Path(__file__).parent
A, B, C, D, E = ANNEXES
STREETS = copy.deepcopy(small.STREETS) | {
    "actions": [
        *small.STREETS["actions"],
        {"ref": "S8.1", "title": "Clear gutters", "help_needed": "Homes: a list of flats\nAll services: a day each"},
        {"title": "Wash signs", "help_needed": "Homes\nThe Parish Clerk: dates", "serves": "B"},
        {"ref": "S8.2", "title": "Sell the hidden yard", "help_needed": "Homes: SECRETHELP", "publish": "No",
         "lead": "Secret Agent", "serves": "B1", "detail": "The DPMO agrees."},
    ],
    "indicators": [
        *small.STREETS["indicators"],
        {"ref": "S8", "name": "Bins hidden SECRETBINS", "publish": "No", "unit": "Number"},
    ],
}  # fmt: skip
GLOSSARY = [{"abbreviation": "ASB", "meaning": "Anti-social behaviour"}, {"abbreviation": "DPMO", "meaning": "Secret"}]
HOMES = copy.deepcopy(small.HOMES) | {
    "passages": [{"section": "Context", "text": "We stop ASB and the HBR. The Homes and Mills Trust (HMT) helps."}]
}


def cycle(*plans: Mapping[str, Any], **framework: Any) -> Cycle:
    council = Framework.model_validate({**small.FRAMEWORK, "glossary": GLOSSARY, **framework})
    return link(council, [ServicePlan.model_validate(plan) for plan in plans or (HOMES, STREETS)])


MADE = besides.printed(cycle())
TEXT = {name: outline(data) for name, data in MADE.items()}
SECRET = ("hidden yard", "SECRETHELP", "Secret Agent", "SECRETBINS", "S8.2", "DPMO")


@pytest.mark.parametrize("name", BESIDE)
def test_each_document_of_a_small_council_reads_as_accepted(name: str) -> None:
    samples.agrees(TEXT[name], HERE / f"{Path(name).stem}.sample.txt")


@pytest.mark.parametrize("name", BESIDE)
def test_each_template_is_the_one_that_was_reviewed(name: str) -> None:
    template = shipped.doc_template(Path(name).stem).read_bytes()
    samples.agrees(word_outline(template), HERE / f"{Path(name).stem}.template.txt")


@pytest.mark.parametrize("name", BESIDE)
def test_each_document_holds_together_and_can_be_read_by_everybody(name: str) -> None:
    assert validity(MADE[name]) == []
    assert accessibility(MADE[name]) == []


@pytest.mark.parametrize("name", BESIDE)
def test_the_same_plans_give_the_same_bytes(name: str) -> None:
    assert besides.printed(cycle())[name] == MADE[name]


@pytest.mark.parametrize("name", BESIDE)
def test_what_is_not_for_publication_leaves_no_trace_in_any_part_of_a_document(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(MADE[name])) as archive:
        parts = {part: archive.read(part).decode("utf-8", "replace") for part in archive.namelist()}
    found = [
        (part, word) for part, content in parts.items() for word in SECRET if word in re.sub("<[^>]*>", "", content)
    ]
    assert found == []


def test_how_much_is_left_out_is_counted() -> None:
    published = sum(row.get("publish") != "No" for row in STREETS["actions"])
    hidden = len(STREETS["actions"]) - published
    assert f"Not for publication and not shown here: {hidden}." in TEXT[A]
    assert "Not for publication and not shown here: 1." in TEXT[B]
    assert "Not for publication and not shown here: 1." in TEXT[C]
    assert "Not for publication" not in outline(besides.printed(cycle(HOMES))[A])


@pytest.mark.parametrize("name", BESIDE)
def test_a_draft_says_so_in_title_head_and_notice_and_a_final_document_does_not(name: str) -> None:
    assert re.search(r"^= .* – draft$", TEXT[name], re.MULTILINE)
    assert "This is a draft" in TEXT[name]
    about = {**small.FRAMEWORK["about"], "version": "Final"}
    final = outline(besides.printed(cycle(about=about), draft=False)[name])
    assert ("draft" in final.lower()) is (name == "council-report.docx")  # which an officer has still to finish


@pytest.mark.parametrize("name", BESIDE)
def test_a_council_without_any_return_has_the_document_all_the_same(name: str) -> None:
    empty = link(Framework.model_validate({**small.FRAMEWORK, "corporate_text": [], "calendar": []}), [])
    data = besides.printed(empty)[name]
    assert validity(data) == []
    assert accessibility(data) == []
    assert "(empty)" not in outline(data)


@pytest.mark.parametrize("name", BESIDE)
def test_what_people_typed_is_printed_as_they_typed_it(name: str) -> None:
    typed = 'R&D {{ 7*7 }} <b> "x" {% if %} שלום 👏'
    homes = copy.deepcopy(HOMES)
    homes["actions"].append(
        {"ref": "H9.9", "title": typed, "serves": "A1", "help_needed": f"Streets: {typed}", "headline": "Yes"}
    )
    homes["indicators"].append({"ref": "H-9", "name": typed})
    glossary = [*GLOSSARY, {"abbreviation": "R&D", "meaning": typed}]
    text = text_of(besides.printed(cycle(homes, STREETS, glossary=glossary))[name])
    assert (typed in text) is (name != "council-report.docx")
    assert "49" not in text


def rows_under(text: str, heading: str) -> list[str]:
    return [line for line in section(text, heading).split("\n") if line.startswith("| ")][1:]


def test_every_action_stands_once_under_its_service() -> None:
    for plan in (HOMES, STREETS):
        published = [row for row in (*plan.get("council_actions", ()), *plan["actions"]) if row.get("publish") != "No"]
        found = rows_under(TEXT[A], plan["service"])
        assert [line.split(" | ")[0][2:] for line in found] == [row.get("ref", "–") for row in published]
        assert [row["title"] in line for row, line in zip(published, found, strict=True)] == [True] * len(published)


def test_an_action_tells_what_it_serves_who_leads_and_by_when() -> None:
    assert "| A1 | Buy the mill site | A1 | Homes Manager; Jo Lane | June 2027 |" in TEXT[A]
    assert "| H1.2 | Insulate 40 roofs | A2 (i); H1 | Jo Lane; Homes Manager | Not given |" in TEXT[A]
    assert "| – | Wash signs | B | Not given | Not given |" in TEXT[A]


def test_every_indicator_stands_once_under_its_service() -> None:
    for plan in (HOMES, STREETS):
        wanted = [row["ref"] for row in plan["indicators"] if row.get("publish") != "No"]
        found = [re.match(r"\| (.+?) – ", line) for line in rows_under(TEXT[B], plan["service"])]
        assert [one[1] for one in found if one] == wanted


def test_help_is_told_from_both_sides() -> None:
    needs = section(TEXT[C], "Streets needs")
    assert "| S8.1 Clear gutters | • Homes: a list of flats / • All services: a day each | Not given |" in needs
    asked = section(TEXT[C], "Homes is asked for")
    assert "• S8.1: a list of flats (no date given)" in asked
    assert "• Wash signs: Not said (no date given)" in asked
    assert "• S8.1: a day each (no date given)" in section(TEXT[C], "All services are asked for")
    assert "• Wash signs: dates (no date given)" in section(TEXT[C], "The Parish Clerk")
    asks = {"ref": "S9.9", "title": "Ask", "help_needed": "the parish clerk: dates"}
    others = STREETS | {"actions": [asks]}
    assert "## The parish clerk" in outline(besides.printed(cycle(others))[C])


def test_short_forms_of_posts_are_in_full_where_an_annex_says_who_answers() -> None:
    measured = HOMES | {"indicators": [{"ref": "H-1", "name": "x", "lead": "HM / Bo Reed", "updater": "hm"}]}
    text = section(outline(besides.printed(cycle(measured))[B]), "Homes")
    assert "Homes Manager / Bo Reed" in text
    assert "HM" not in text


def test_at_a_glance_each_service_has_whose_help_it_needs_and_who_needs_its() -> None:
    glance = section(TEXT[C], "At a glance")
    assert "| Homes | – | Streets (3) |" in glance
    assert "| Streets | Homes (2), All services (1), The Parish Clerk (1) | – |" in glance


def test_nobody_who_needs_no_help_is_listed_as_needing_it() -> None:
    text = outline(besides.printed(cycle(HOMES))[C])
    assert "No action needs the help of others." in text
    assert "| Homes |" not in text


def test_the_index_has_every_published_action_under_all_who_lead_it() -> None:
    index = section(TEXT[D], "By who leads")
    for plan in cycle().plans:
        for action in plan.all_actions:
            leaders = len(action.lead.names) + len(action.also_leading.names) or 1
            name = f"• {action.ref.text} ".replace("  ", " ") if action.ref else f"• {action.title.plain} ("
            assert index.count(name) == (0 if action.publish == "No" else leaders), action.ref


def test_the_index_by_priority_names_actions_by_their_references_service_by_service() -> None:
    rows = rows_under(TEXT[D], "Aim A: Safe homes")
    assert rows == ["| A1 Build 20 homes | • Homes: A1; H1.1 |", "| A2 Warm every home | • Homes: H1.2 |"]
    whole = "| Aim B: Clean streets as a whole | • Streets: S1.2; Wash signs |"
    assert whole in rows_under(TEXT[D], "Aim B: Clean streets")
    assert "• Homes: H2.1; H2.2" in section(TEXT[D], "None of the council’s priorities")


def test_the_glossary_has_what_is_used_and_no_more() -> None:
    lines = rows_under(TEXT[E], "Short forms and what they stand for")
    assert "| ASB | Anti-social behaviour |" in lines
    assert "| HMT | Homes and Mills Trust |" in lines
    assert not any("DPMO" in one for one in lines)


def test_a_short_form_that_nothing_explains_is_told_in_a_draft_and_left_out_of_the_final_glossary() -> None:
    assert "! Still to be said in full: HBR" in TEXT[E]
    about = {**small.FRAMEWORK["about"], "version": "Final"}
    assert "HBR" not in outline(besides.printed(cycle(about=about), draft=False)[E])
