from __future__ import annotations

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, found, place

PASSAGE = {"section": "About our service"}
CODES = {"appendix-missing", "appendix-uncited", "appendix-order", "cited-part-missing"}


def told(text: str, *headings: str, **values: object) -> list[Finding]:
    """What is said of a text, where the framework has sections of some more headings."""
    rows = [{"key": heading, "heading": heading, "required": "Never"} for heading in headings]
    of = {"sections": [*FRAMEWORK["sections"], *rows]}
    return [one for one in found(of=of, passages=[PASSAGE | {"text": text} | values]) if one.code in CODES]


def test_an_appendix_that_is_cited_and_not_there_is_told_at_the_text() -> None:
    (finding,) = told("Our partners are listed in Appendix C.")
    assert (finding.code, place(finding)) == ("appendix-missing", "Passages B6")
    assert finding.message == "The text cites Appendix C, and the plan has no such appendix (it has none)."
    assert "cites Appendix Q" in told("See Appendix Q.")[0].message
    (other,) = told("See annex 3 and appendix A.", "Appendix A: Terms")
    assert "cites Appendix 3" in other.message


@pytest.mark.parametrize(
    "text",
    [
        "See Appendix A.",
        "It is in appendix 2 to the strategy; also see Appendix A",
        "It is in Appendix B of the local plan (and our Appendix A).",
        "The appendix a reader wants is Appendix A",
    ],
)
def test_an_appendix_that_is_there_or_another_documents_is_left_alone(text: str) -> None:
    assert told(text, "Appendix A: Terms") == []


def test_an_appendix_that_the_plan_heads_itself_is_there() -> None:
    assert told("Appendix C: Partners\nSee Appendix C.") == []


def test_an_appendix_that_no_plan_cites_is_told_to_the_officer_at_its_section() -> None:
    (finding,) = told("Nothing cited.", "Appendix A: Terms")
    assert (finding.code, place(finding), finding.audience) == ("appendix-uncited", "Sections B9", "officer")


def test_an_appendix_b_without_an_a_is_told_to_the_officer() -> None:
    (finding,) = told("See Appendix B.", "APPENDIX B")
    assert (finding.code, place(finding)) == ("appendix-order", "Sections B9")
    assert finding.message == "There is an Appendix B, and no Appendix A before it."
    assert told("See appendix 1 and appendix 2.", "Appendix 1: a", "Appendix 2: b") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trends are shown in Figure 4.", "The text cites Figure 4"),
        ("The posts (Table 2) are new.", "The text cites Table 2"),
        ("This is told in section 9 below.", "The text cites section 9, and the plan has 3 sections"),
        ("The chart below shows who reports to whom.", "The text speaks of 'The chart below'"),
    ],
)
def test_a_part_that_is_cited_and_not_there_is_told(text: str, said: str) -> None:
    (finding,) = told(text)
    assert (finding.code, place(finding)) == ("cited-part-missing", "Passages B6")
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Figure 4: Trends\nTrends are shown in Figure 4.",
        "Grants under section 106 and notices under section 21.",
        "The table tennis club meets; see Table 2 of the local plan.",
        "It is told in section 2 above.",
        "A map of the district hangs below the stairs.",
    ],
)
def test_a_part_that_is_there_or_another_documents_is_no_finding(text: str) -> None:
    assert told(text) == []


def test_a_picture_that_is_there_or_promised_is_not_missed() -> None:
    assert told("The chart below shows it.", picture="chart.png") == []
    assert told("The chart below shows it.", kind="To be added") == []
