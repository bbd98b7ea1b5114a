from __future__ import annotations

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, PLAN, changed, found, place

N1 = PLAN["indicators"][0]
CODES = {"ref-lookalike", "ref-of-shared", "ref-in-text-unknown"}


def told(**changes: object) -> list[Finding]:
    return [one for one in found(**changes) if one.code in CODES]  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [("N10", "N1O"), ("SX11", "SX1l"), ("NO7", "N07"), ("SX052", "SXO52")])
def test_references_that_look_alike_are_told_at_the_second(one: str, other: str) -> None:
    (finding,) = told(
        indicators=[N1, N1 | {"ref": one, "name": "Homes let"}, N1 | {"ref": other, "name": "Homes sold"}]
    )
    assert (finding.code, place(finding)) == ("ref-lookalike", "Indicators A8")
    assert finding.message.endswith(f"has the reference '{other}', which looks like '{one}'.")


def test_a_reference_that_looks_like_the_councils_is_told() -> None:
    (finding,) = told(indicators=[N1, N1 | {"ref": "SXO52", "name": "Homes let"}])
    assert "looks like 'SX052'" in finding.message


@pytest.mark.parametrize("refs", [("SX52", "SX53"), ("B21", "B2(i)"), ("NI1", "N11"), ("A1", "AI"), ("L1", "I1")])
def test_references_that_can_be_told_apart_are_left_alone(refs: tuple[str, str]) -> None:
    assert told(indicators=[N1, *(N1 | {"ref": ref, "name": f"Homes {ref}"} for ref in refs)]) == []


def test_a_shared_indicator_under_another_reference_is_told_with_the_councils() -> None:
    (finding,) = told(**changed("indicators", ref="SX25", name="Complaints"))
    assert (finding.code, place(finding)) == ("ref-of-shared", "Indicators A6")
    assert finding.message == (
        "Indicator SX25 'Complaints' has the reference 'SX25' here, and SX052 among the shared ones."
    )
    assert told(**changed("indicators", ref="SX52", name="Complaints")) == []


OBJECTIVES = [{"ref": f"HC{number}", "text": "Warm homes"} for number in (1, 2, 3)]


def test_a_code_in_a_text_that_nothing_has_is_told_once_with_what_may_be_meant() -> None:
    texts = [{"section": "About our service", "text": f"As {code} says."} for code in ("HC33", "HC033", "HC2")]
    (finding,) = told(objectives=OBJECTIVES, passages=texts)
    assert (finding.code, place(finding)) == ("ref-in-text-unknown", "Passages B6")
    assert finding.message == "'HC33' is cited here, and there is no such reference. The same stands in Passages B7."
    assert finding.hint.startswith("Did you mean 'HC3' (Warm homes)?")


@pytest.mark.parametrize("text", ["See HC3.", "See SX052.", "Form HC-9 and the ABC12", "Route HC1/HC2", "HC1.1"])
def test_a_code_that_is_there_or_is_built_otherwise_is_left_alone(text: str) -> None:
    assert told(objectives=OBJECTIVES, passages=[{"section": "About our service", "text": text}]) == []


def test_codes_in_texts_are_not_looked_for_where_references_have_no_letters_of_their_own() -> None:
    assert told(passages=[{"section": "About our service", "text": "The A14 and the HC9 were closed."}]) == []
    assert FRAMEWORK["shared_indicators"][0]["ref"] == "SX052"
