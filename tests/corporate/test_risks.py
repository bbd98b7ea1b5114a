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


ALIKE = {"cause": "Rising prices of building land and labour", "leading_to": "fewer new homes", "corporate": "Yes"}


def test_risks_of_several_services_that_say_nearly_the_same_stand_once_where_the_highest_does() -> None:
    homes = {"service": "Homes", "risks": [{"ref": "R1", "likelihood": "2", "impact": "2", **ALIKE}]}
    streets = {
        "service": "Streets",
        "risks": [
            {"ref": "R7", "likelihood": "3", "impact": "4", **ALIKE, "leading_to": "fewer homes"},
            {"ref": "R8", "likelihood": "1", "impact": "4", **ALIKE},
        ],
    }
    found = top_risks(small.cycle(homes, streets))
    assert [(one.service, one.risk.ref.text) for one in found] == [("Streets", "R7"), ("Streets", "R8")]
    assert [(one.service, one.risk.ref.text, one.score) for one in found[0].others] == [("Homes", "R1", Decimal(4))]


def test_two_alike_risks_of_one_service_are_two_and_few_words_are_not_compared() -> None:
    twice = {"service": "Homes", "risks": [{"ref": "R1", **ALIKE}, {"ref": "R2", **ALIKE}]}
    assert [len(one.others) for one in top_risks(small.cycle(twice))] == [0, 0]
    short = {"cause": "Frost", "corporate": "Yes"}
    plans = [{"service": name, "risks": [short]} for name in ("Homes", "Streets")]
    assert len(top_risks(small.cycle(*plans))) == len(plans)
