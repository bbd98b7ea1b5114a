from __future__ import annotations

import pytest

from svcdocs.checks.abbreviations import short_forms
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.checks.councils import changed, found, place

PASSAGE = {"section": "About our service"}


def told(*texts: str, of: dict[str, object] | None = None) -> list[Finding]:
    passages = [PASSAGE | {"text": text} for text in texts]
    return [one for one in found(of=of, passages=passages) if one.code == "abbreviation-unexplained"]


def test_an_abbreviation_never_explained_is_told_once_a_service_with_its_places() -> None:
    (finding,) = told("The QZX meets monthly.", "Two QZXs report.", "QZX")
    assert (place(finding), finding.severity) == ("Passages B6", "note")
    assert finding.message == "'QZX' is explained neither in this plan nor in the glossary. It stands in 3 places."


@pytest.mark.parametrize(
    "text",
    [
        "The quality zone executive (QZX) meets. QZX is new.",
        "The QZX (quality zone executive) meets.",
        "QZX stands for quality zone executive.",
        "The Quality Zone Xecutive meets, and the QZX reports.",
        "The BBC, the NHS, IT and HR.",
        "Chapter XIV, and Henry VIII",
        "Indicator SX52 in Q1 of FY27, N1 and A1",
        "It is NOT free.",
        "OUR FINANCIAL QZX RESOURCES",
        "The M25, postcode PE21 and grade B2",
    ],
)
def test_what_is_explained_known_or_no_abbreviation_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_the_glossary_and_the_peoples_own_short_forms_explain() -> None:
    assert told("The QZX meets the HOM.", of={"glossary": [{"abbreviation": "QZX", "meaning": "Quality zone"}]}) == []


def test_an_abbreviation_in_an_action_is_told_at_its_cell() -> None:
    (finding,) = found(**changed("actions", outcome="Agreed by the QZX in May"))
    assert (finding.code, finding.field) == ("abbreviation-unexplained", "How we will know")


def test_the_short_forms_that_are_used_are_listed_with_what_glossary_or_text_says() -> None:
    glossary = [
        {"abbreviation": "CCTV", "meaning": "Closed-circuit television"},
        {"abbreviation": "Q1, Q2", "meaning": "Quarters of the year"},
        {"abbreviation": "EPC", "meaning": "Energy performance certificate"},
    ]
    text = (
        "CCTV stays. By Q2 the data protection and media office (DPMO) decides. The HBR (high-band register) grows."
        " The PSPO stands for public spaces protection order. We ask the QXZ."
    )
    plan = {"service": "Homes", "passages": [{"section": "About our service", "text": text}]}
    cycle = link(
        Framework.model_validate({"services": [{"service": "Homes"}], "glossary": glossary}),
        [ServicePlan.model_validate(plan)],
    )
    found = {one.short: one.meaning for one in short_forms(cycle)}
    assert found == {
        "CCTV": "Closed-circuit television",
        "DPMO": "data protection and media office",
        "HBR": "high-band register",
        "PSPO": "public spaces protection order",
        "Q1, Q2": "Quarters of the year",
        "QXZ": "",
    }
    assert list(found) == sorted(found, key=str.casefold)


def test_a_short_form_that_only_rows_not_for_publication_use_is_not_listed() -> None:
    action = {"ref": "H1", "title": "Ask the QXZ", "publish": "No", "steps": [{"text": "The QXY agrees"}]}
    plan = ServicePlan.model_validate({"service": "Homes", "actions": [action]})
    cycle = link(Framework.model_validate({"services": [{"service": "Homes"}]}), [plan])
    assert not {"QXZ", "QXY"} & {one.short for one in short_forms(cycle)}
    published = ServicePlan.model_validate({"service": "Homes", "actions": [{**action, "publish": ""}]})
    cycle = link(cycle.framework, [published])
    assert {"QXZ", "QXY"} <= {one.short for one in short_forms(cycle)}
