"""The lists of the corporate plan: scorecard, risks, milestones, and the index by lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import (
    Style,
    finish,
    one_line,
    people,
    plain_line,
    title_beside_ref,
)
from svcdocs.documents.formats import bracketed, decimal, filled, inline
from svcdocs.documents.lists import risk_sentence
from svcdocs.documents.scores import Coloured, coloured
from svcdocs.model.as_written import Owners
from svcdocs.model.corporate_view import CorporateView, LedAction, RankedRisk, ScorecardLine
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Risk
from svcdocs.model.text import Block, BlockKind, Run, Text, merged

MOST_YEARS = 3
"""The most years whose targets stand in columns of their own."""
_LONGEST_TITLE = 80
"""The most characters of a title in the index; it stands in full beside the priority it serves."""


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """An indicator on the corporate scorecard."""

    ref: str
    """Its reference; a dash where it has none yet."""
    name: Text
    """What is measured."""
    service: str
    """The service that reports it."""
    measure: str
    """Its unit, and whether high or low is good."""
    baseline: str
    """Where it stood before."""
    latest: str
    """The newest result, with its year."""
    first: str
    """The target for the first year."""
    second: str
    """The target for the second year; a dash where the service's plan does not go so far and gives none."""
    third: str
    """The target for the third year; a dash where the service's plan does not go so far and gives none."""
    targets: str
    """The targets of the years of the service's plan one a line, each with its year: for more than three years."""
    lead: str
    """Who answers for it."""


@dataclass(frozen=True, slots=True)
class ScorecardPart:
    """The corporate scorecard."""

    years: int
    """How many years the plan covers; targets stand in columns of their own where it is not more than three."""
    first_year: str
    """The name of the first year."""
    second_year: str
    """The name of the second year; empty where the plan has none."""
    third_year: str
    """The name of the third year; empty where the plan has none."""
    first_target: str
    """What stands over the targets for the first year."""
    second_target: str
    """What stands over the targets for the second year."""
    third_target: str
    """What stands over the targets for the third year."""
    rows: tuple[ScorecardRow, ...]
    """The indicators, by service."""
    missing: tuple[str, ...]
    """Which shared indicators are missing, and whose they are."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A corporate risk."""

    ref: str
    """Its reference."""
    service: str
    """The service that watches it."""
    text: Text
    """What may happen, what that would lead to, and what it would mean."""
    score: Coloured
    """Likelihood times impact, with the band it falls into."""
    controls: Text
    """What is in place, and what else will be done."""
    owner: str
    """Who watches it."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date in the council's year."""

    when: str
    """The day or month."""
    what: str
    """What happens."""
    who: str
    """Whose date it is."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What somebody leads in one service."""

    lead: str
    """The person or post."""
    service: str
    """The service."""
    actions: Text
    """The actions as a list: reference, what will be done, by when."""


def scorecard_part(view: CorporateView, style: Style) -> ScorecardPart:
    """The scorecard, but for what may not be published."""
    years = tuple(map(style.setting.year_name, style.framework.longest_years))
    first, second, third = (*years, "", "", "")[:MOST_YEARS]
    return ScorecardPart(
        years=len(years),
        first_year=first,
        second_year=second,
        third_year=third,
        first_target=style.words.target_for.format(year=first),
        second_target=style.words.target_for.format(year=second),
        third_target=style.words.target_for.format(year=third),
        rows=tuple(_scorecard_row(line, style) for line in view.scorecard.lines if is_published(line.indicator)),
        missing=tuple(_missing(view, style)),
    )


def risk_rows(view: CorporateView, style: Style) -> tuple[RiskRow, ...]:
    """The corporate risks, the highest first, but for what may not be published."""
    return tuple(_risk_row(one, style) for one in view.risks if is_published(one.risk))


def date_rows(style: Style) -> tuple[DateRow, ...]:
    """The council's calendar in the order of its dates; what has no date that can be read comes last."""
    none = style.words.not_given
    rows = sorted(
        style.framework.calendar,
        key=lambda row: (row.when.meaning.first is None, str(row.when.meaning.first), str(row.when.meaning.last)),
    )
    return tuple(DateRow(row.when.text or none, row.what or none, row.who or style.words.dash) for row in rows)


def index_rows(view: CorporateView, style: Style) -> tuple[IndexRow, ...]:
    """Every action under everybody who leads it, sorted by name, but for what may not be published."""
    rows = []
    for lead in view.leads:
        services: dict[str, list[Block]] = {}
        for led in lead.actions:
            if is_published(led.action):
                services.setdefault(led.service, []).append(_led(led, style))
        name = lead.name or style.words.no_lead
        rows += [IndexRow(name, service, Text(blocks=tuple(blocks))) for service, blocks in services.items()]
    return tuple(rows)


def _led(led: LedAction, style: Style) -> Block:
    """An action in the index: its reference, or its title alone where it has none, and by when."""
    ref, words = led.action.ref.text.strip(), style.words
    title = _shortened(title_beside_ref(led.action, style))
    about = bracketed((finish(led.action) or words.no_date, words.also_leading if led.also else ""))
    runs = (*((Run(text=f"{ref} ", bold=True),) if ref else ()), *title, Run(text=about))
    return Block(kind=BlockKind.BULLET, runs=merged(runs))


def _shortened(title: tuple[Run, ...]) -> tuple[Run, ...]:
    """A title that is longer than two lines of the index, cut behind a word."""
    said = "".join(run.text for run in title)
    if len(said) <= _LONGEST_TITLE:
        return title
    kept = said[: _LONGEST_TITLE + 1].rpartition(" ")[0] or said[:_LONGEST_TITLE]
    return (Run(text=f"{kept.rstrip(' ,;:–-')}…"),)


def _missing(view: CorporateView, style: Style) -> Iterator[str]:
    """A sentence for each shared indicator that is not reported by all who should."""
    words = style.words
    patterns = {False: words.shared_not_reported, True: words.shared_awaited}
    for row in {id(one.shared): one.shared for one in view.scorecard.not_reported}.values():
        said = []
        for awaited, pattern in patterns.items():
            mine = (one for one in view.scorecard.not_reported if one.shared is row and one.awaited is awaited)
            services = ", ".join(one.service for one in mine)
            said += [pattern.format(services=services)] if services else []
        yield words.shared_missing.format(ref=row.ref.text, name=plain_line(row.name), missing="; ".join(said)).strip()


def _scorecard_row(line: ScorecardLine, style: Style) -> ScorecardRow:
    words, indicator, shared = style.words, line.indicator, line.shared
    unit = indicator.unit.strip() or (shared.unit.strip() if shared else "")
    good = indicator.polarity or (shared.polarity if shared else "")
    asked = style.framework.years_of(line.service)
    given = [
        (year, target.text.strip() or (words.not_given if year in asked else words.dash))
        for year, target in line.targets
    ]
    first, second, third = (*(text for _, text in given), *[words.dash] * MOST_YEARS)[:MOST_YEARS]
    targets = (
        words.target.format(year=style.setting.year_name(year), value=text)
        for year, text in given
        if year in asked or text != words.dash
    )
    baseline = " ".join(part for part in (indicator.baseline.text, _bracket(indicator.baseline_note)) if part.strip())
    latest = words.result.format(value=line.latest[1].text, year=line.latest[0]) if line.latest else words.not_given
    return ScorecardRow(
        ref=indicator.ref.text.strip() or words.dash,
        name=one_line(indicator.name or (shared.name if shared else Text()), words.not_given),
        service=line.service,
        measure=words.measure.format(unit=unit, good=good.lower()) if unit and good else unit or words.not_given,
        baseline=baseline or words.not_given,
        latest=latest,
        first=first,
        second=second,
        third=third,
        targets="\n".join(targets) or words.not_given,
        lead=_owners((indicator.lead, indicator.responsible, indicator.owner), line.service, style),
    )


def _risk_row(one: RankedRisk, style: Style) -> RiskRow:
    words, risk = style.words, one.risk
    sentence = risk_sentence(risk.cause, risk, style.setting.words, "; ")
    if one.score is None:
        given = " × ".join(part.strip() or words.dash for part in (risk.likelihood, risk.impact))
        score = Coloured(given if risk.likelihood.strip() or risk.impact.strip() else words.not_given)
    else:
        label = one.band.label.strip() if one.band else ""
        shown = " · ".join(part for part in (decimal(one.score), label) if part)
        score = coloured(shown, one.band.colour if one.band else "")
    return RiskRow(
        ref=risk.ref.text.strip() or words.dash,
        service=one.service,
        text=one_line(Text(blocks=(Block(runs=sentence),)), words.not_given),
        score=score,
        controls=_controls(risk, style),
        owner=_owners((risk.owner,), one.service, style),
    )


def _controls(risk: Risk, style: Style) -> Text:
    words = style.words
    blocks: list[Block] = []
    for pattern, text in ((words.controls, risk.controls), (words.further, risk.further_action)):
        if len(text.blocks) > 1:
            blocks += [Block(runs=(Run(text=pattern.partition("{text}")[0].strip()),)), *text.blocks]
        elif text:
            before, _, after = pattern.partition("{text}")
            blocks.append(Block(runs=merged((Run(text=before), *inline(text), Run(text=after)))))
    return filled(Text(blocks=tuple(blocks)), words.not_given)


def _owners(given: Iterable[Owners], service: str, style: Style) -> str:
    """The first of several cells in which somebody is named."""
    return "; ".join(people(next((one for one in given if one), Owners()), service, style)) or style.words.not_given


def _bracket(note: str) -> str:
    return f"({note.strip()})" if note.strip() else ""
