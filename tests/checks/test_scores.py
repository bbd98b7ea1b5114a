from __future__ import annotations

import pytest

from tests.checks.councils import changed, found, place


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ER6 4 x 3 = 15", "'4 x 3 = 15', and that makes 12."),
        ("4×3=15", "'4×3=15', and that makes 12."),
        ("L4 x I3 = 11 (high)", "'4 x I3 = 11', and that makes 12."),
        ("(2.5) * (4) = 12", "'2.5) * (4) = 12', and that makes 10.0."),
    ],
)
def test_a_score_that_is_not_its_product_is_told_at_its_cell(typed: str, said: str) -> None:
    (finding,) = found(**changed("risks", residual=typed))
    assert (finding.code, place(finding), finding.field) == ("score-differs", "Risks J6", "Residual score")
    assert finding.message == f"Risk R1 'Rents rise' has the score {said}"


@pytest.mark.parametrize(
    "typed", ["4 x 3 = 12", "12", "4 x 3", "3 = 3", "as before", "2 x 2 x 2 = 8", "3 (4 x 3 = 12)"]
)
def test_a_score_that_comes_out_or_has_no_working_is_no_finding(typed: str) -> None:
    assert found(**changed("risks", residual=typed)) == []


def test_every_score_of_a_risk_is_worked_out() -> None:
    told = found(**changed("risks", likelihood="2 x 2 = 5", impact="1x1=2", residual="3*3=8", target="2×1=3"))
    assert len([one for one in told if one.code == "score-differs"]) == 4
