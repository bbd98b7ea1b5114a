"""The corporate risks, the highest first: what may happen, what is done about it, and all services that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, first_owners, is_published, one_line
from svcdocs.documents.formats import bracketed, decimal, filled, inline, lines
from svcdocs.documents.lists import risk_sentence
from svcdocs.documents.scores import Coloured, coloured
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.risk_scale import highest_score, is_in_highest_band
from svcdocs.model.scorecard_view import RankedRisk
from svcdocs.model.service_plan import Risk
from svcdocs.model.text import Block, Run, Text, merged


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A corporate risk."""

    ref: str
    """Its reference; of a risk that several services name, that of the first."""
    service: str
    """The service that watches it; of several the first, the one whose score is the highest."""
    services: str
    """Every service that names it, one a line, each with its reference; behind a score of its own that score."""
    text: Text
    """What may happen, what that would lead to, and what it would mean."""
    score: Coloured
    """Likelihood times impact, with the band it falls into."""
    controls: Text
    """What is in place, and what else will be done."""
    owner: str
    """Who watches it."""
    whose: Text
    """The services that name it, and who watches it."""


@dataclass(frozen=True, slots=True)
class RisksPart:
    """The corporate risks."""

    rows: tuple[RiskRow, ...]
    """Those in the highest band of the council's scale, or all where it has no bands; the highest first."""
    others: tuple[RiskRow, ...]
    """Those that services marked as corporate and that score less, the highest first."""


def risks_part(view: CorporateView, style: Style) -> RisksPart:
    """The corporate risks on and below the council's threshold, but for what may not be published."""
    scale = style.framework.risk_scale
    rows = [[each for each in (one, *one.others) if is_published(each.risk)] for one in view.risks]
    told = [(same[0], _risk_row(same, style)) for same in rows if same]
    if highest_score(scale) is None:
        return RisksPart(tuple(row for _, row in told), ())
    high = [one.score is not None and is_in_highest_band(scale, one.score) for one, _ in told]
    return RisksPart(
        tuple(row for (_, row), is_high in zip(told, high, strict=True) if is_high),
        tuple(row for (_, row), is_high in zip(told, high, strict=True) if not is_high),
    )


def _risk_row(same: Sequence[RankedRisk], style: Style) -> RiskRow:
    """A risk as the first of some services names it, with what the others do about it."""
    one = same[0]
    words, risk = style.words, one.risk
    sentence = risk_sentence(risk.cause, risk, style.setting.words, "; ")
    if one.score is None:
        given = " × ".join(part.strip() or words.dash for part in (risk.likelihood, risk.impact))
        score = Coloured(given if risk.likelihood.strip() or risk.impact.strip() else words.not_given)
    else:
        label = one.band.label.strip() if one.band else ""
        shown = " · ".join(part for part in (decimal(one.score), label) if part)
        score = coloured(shown, one.band.colour if one.band else "")
    services = "\n".join(_named_by(each, one, style) for each in same)
    owner = "; ".join(dict.fromkeys(first_owners((each.risk.owner,), each.service, style) for each in same))
    return RiskRow(
        ref=risk.ref.text.strip() or words.dash,
        service=one.service,
        services=services,
        text=one_line(Text(blocks=(Block(runs=sentence),)), words.not_given),
        score=score,
        controls=filled(_controls(same, style), words.not_given),
        owner=owner,
        whose=lines([*services.split("\n"), words.watched_by.format(owner=owner)]),
    )


def _named_by(one: RankedRisk, first: RankedRisk, style: Style) -> str:
    """A service with its reference for a risk, and its score where that is another than the first one's."""
    words = style.words
    score = (
        words.score_of.format(score=decimal(one.score)) if one.score is not None and one.score != first.score else ""
    )
    return f"{one.service}{bracketed((one.risk.ref.text.strip(), score))}"


def _controls(same: Sequence[RankedRisk], style: Style) -> Text:
    """What is in place and still to be done; of several services each under its name, what is said twice once."""
    words = style.words
    told = {one.service: tuple(_of_one(one.risk, style)) for one in same}
    if len(set(told.values())) == 1:
        return Text(blocks=told[same[0].service])
    blocks: list[Block] = []
    for service, own in told.items():
        blocks += [Block(runs=(Run(text=service, bold=True),)), *(own or lines([words.not_given]).blocks)]
    return Text(blocks=tuple(blocks))


def _of_one(risk: Risk, style: Style) -> Iterator[Block]:
    words = style.words
    for pattern, text in ((words.controls, risk.controls), (words.further, risk.further_action)):
        if len(text.blocks) > 1:
            yield Block(runs=(Run(text=pattern.partition("{text}")[0].strip()),))
            yield from text.blocks
        elif text:
            before, _, after = pattern.partition("{text}")
            yield Block(runs=merged((Run(text=before), *inline(text), Run(text=after))))
