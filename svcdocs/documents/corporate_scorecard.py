"""The corporate scorecard: a line for each indicator, how it stands against its target, and the same as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, first_owners, one_line, plain_line
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.scorecard_lines import (
    given_targets,
    latest_result,
    name_told,
    result_and_standing,
    single_targets,
    standings,
    targets_told,
)
from svcdocs.documents.scorecard_picture import scorecard_drawn, scorecard_told
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.publication import is_published
from svcdocs.model.scorecard_view import ScorecardLine
from svcdocs.model.text import Text

MOST_YEARS = 3
"""The most years whose targets stand in columns of their own."""
_MOST_SHARED = 4
"""More columns than that do not stand beside the services on a portrait page."""


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """An indicator on the corporate scorecard."""

    ref: str
    """Its reference; a dash where it has none yet."""
    name: Text
    """What is measured."""
    named: Text
    """The same, with its unit and whether high or low is good in brackets."""
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
    standing: str
    """How the latest result stands against the target for the first year, in words."""


@dataclass(frozen=True, slots=True)
class SharedRow:
    """What one service reports of the indicators that several share."""

    service: str
    """The service."""
    cells: tuple[str, ...]
    """For each of them the newest result, how it stands, and the targets, one a line; a word where it has none."""


@dataclass(frozen=True, slots=True)
class SharedPart:
    """The indicators of the scorecard that several services share, side by side."""

    names: tuple[str, ...]
    """What they measure, with their references and units."""
    rows: tuple[SharedRow, ...]
    """A row for each service that reports any; none where no indicator is shared, or more than fit."""


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
    against: str
    """What stands over how the latest results stand against the target for the first year."""
    rows: tuple[ScorecardRow, ...]
    """The indicators, by service."""
    shared: SharedPart
    """Those that several services share."""
    others: tuple[ScorecardRow, ...]
    """Those that stand neither with an aim nor among the shared ones, by service."""
    missing: tuple[str, ...]
    """Which shared indicators are missing, and whose they are."""
    told: str
    """How many of the lines have reached their target for the first year; empty where there are none."""
    drawn: Drawn | None
    """The same as a picture, service by service; None where a picture would show nothing."""


def scorecard_part(view: CorporateView, style: Style) -> ScorecardPart:
    """The scorecard, but for what may not be published."""
    years = tuple(map(style.setting.year_name, style.framework.longest_years))
    first, second, third = (*years, "", "", "")[:MOST_YEARS]
    lines = [line for line in view.scorecard.lines if is_published(line.indicator)]
    with_aims = _with_aims(view)
    shared = _shared([line for line in lines if line.shared is not None], style)
    return ScorecardPart(
        years=len(years),
        first_year=first,
        second_year=second,
        third_year=third,
        first_target=style.words.target_for.format(year=first),
        second_target=style.words.target_for.format(year=second),
        third_target=style.words.target_for.format(year=third),
        against=style.words.against_target.format(year=first),
        rows=tuple(_scorecard_row(line, style) for line in lines),
        shared=shared,
        others=tuple(
            _scorecard_row(line, style)
            for line in lines
            if (not shared.rows if line.shared is not None else id(line.indicator) not in with_aims)
        ),
        missing=tuple(_missing(view, style)),
        told=scorecard_told(lines, style),
        drawn=scorecard_drawn(lines, style),
    )


def _shared(lines: Sequence[ScorecardLine], style: Style) -> SharedPart:
    """Shared indicators as columns, in the order in which they come up; services as rows."""
    by_ref: dict[str, dict[str, ScorecardLine]] = {}
    for line in lines:
        by_ref.setdefault(line.indicator.ref.canonical, {}).setdefault(line.service, line)
    once = sum(map(len, by_ref.values())) == len(lines)
    if not 0 < len(by_ref) <= _MOST_SHARED or not once:
        return SharedPart((), ())
    first = [next(iter(found.values())) for found in by_ref.values()]
    names = [f"{one.indicator.ref.text.strip()} {plain_line(name_told(one, style))}".strip() for one in first]
    services = dict.fromkeys(line.service for line in lines)

    def cell(line: ScorecardLine | None) -> str:
        if line is None:
            return style.words.none_here
        return "\n".join(("; ".join(result_and_standing(line, style)), "; ".join(single_targets(line, style))))

    return SharedPart(
        tuple(names),
        tuple(SharedRow(one, tuple(cell(found.get(one)) for found in by_ref.values())) for one in services),
    )


def _with_aims(view: CorporateView) -> set[int]:
    """The identities of the indicators that measure an aim and stand there."""
    return {id(one.indicator) for aim in view.aims for one in aim.measures}


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
    measure = words.measure.format(unit=unit, good=good.lower()) if unit and good else unit
    name = one_line(indicator.name or (shared.name if shared else Text()), words.not_given)
    given = given_targets(line, style)
    first, second, third = (*(text for _, text in given), *[words.dash] * MOST_YEARS)[:MOST_YEARS]
    baseline = " ".join(part for part in (indicator.baseline.text, _bracket(indicator.baseline_note)) if part.strip())
    return ScorecardRow(
        ref=indicator.ref.text.strip() or words.dash,
        name=name,
        named=name_told(line, style),
        service=line.service,
        measure=measure or words.not_given,
        baseline=baseline or words.not_given,
        latest=latest_result(line, style),
        first=first,
        second=second,
        third=third,
        targets=targets_told(line, style),
        lead=first_owners((indicator.lead, indicator.responsible, indicator.owner), line.service, style),
        standing=standings(style)[line.standing],
    )


def _bracket(note: str) -> str:
    return f"({note.strip()})" if note.strip() else ""
