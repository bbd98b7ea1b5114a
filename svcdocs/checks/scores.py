"""Scores: what is written out as a product comes to what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from svcdocs.checks.names import called
from svcdocs.checks.rule import ERROR, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle

DIFFERS = Rule(
    "score-differs",
    "A score is not what its figures come to",
    WARNING,
    ERROR,
    judged=True,
    message="A score is typed with its working, and the working comes to something else.",
    remedy="Correct the score or its figures.",
    example=Example(
        "Risks | Ref: R1 | Residual score: 4 x 3 = 15",
        "Risks | Ref: R1 | Residual score: 4 x 3 = 12",
    ),
)

_SCORES = ("likelihood", "impact", "residual", "target")
_FIGURE = r"(\d{1,4}(?:\.\d{1,2})?)"
_PRODUCT = re.compile(
    rf"(?<![\d.x×*])(?<![x×*]\s){_FIGURE}\)?\s*[x×*]\s*[a-z]?\s*\(?{_FIGURE}\)?\s*=\s*{_FIGURE}", re.IGNORECASE
)


def scores_that_do_not_come_out(cycle: Cycle) -> Iterator[Hit]:
    """A score of a risk that is typed with its working, and the working is wrong: "4 x 3 = 15"."""
    for plan in cycle.plans:
        for risk in plan.risks:
            for field in _SCORES:
                for match in _PRODUCT.finditer(getattr(risk, field)):
                    one, other, stated = map(Decimal, match.groups())
                    if one * other != stated:
                        told = match[0].strip()
                        message = f"{called(risk)} has the score '{told}', and that makes {one * other:f}."
                        yield Hit(DIFFERS, message, "Correct the score or its figures.", plan.service, risk, field)
