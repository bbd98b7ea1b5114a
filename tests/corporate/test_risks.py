from __future__ import annotations

from decimal import Decimal

from svcdocs.corporate.risks import ranked_risk, top_risks
from svcdocs.model.framework import RiskLevel
from svcdocs.model.service_plan import Risk
from tests.corporate import small


def test_marked_risks_and_those_in_the_highest_band_are_ranked_by_score() -> None:
    ranked = [(one.service, one.risk.ref.text, one.score) for one in top_risks(small.cycle())]
    assert ranked == [
        ("Streets", "R1", Decimal(16)),
        ("Homes", "R4", Decimal(15)),
        ("Homes", "R1", Decimal(12)),
        ("Homes", "R3", None),
    ]


def test_a_score_has_the_word_of_its_band() -> None:
    assert [one.band.label if one.band else None for one in top_risks(small.cycle())] == ["High", "High", "High", None]


def test_a_score_between_two_bands_has_none() -> None:
    scale = [RiskLevel(axis="Band", score="1 to 5", label="Low"), RiskLevel(axis="Band", score="9", label="High")]
    assert ranked_risk(scale, "Homes", Risk(likelihood="2", impact="3")).band is None
    assert ranked_risk(scale, "Homes", Risk(likelihood="3", impact="3")).band == scale[1]
