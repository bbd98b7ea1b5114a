from __future__ import annotations

import pytest

from svcdocs.model.findings import Finding
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
