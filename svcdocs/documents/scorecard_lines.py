"""A line of the corporate scorecard in words: what is measured, its newest result, how that stands, and its targets."""

from __future__ import annotations

from svcdocs.documents.corporate_actions import Style, one_line
from svcdocs.documents.formats import bracketed, with_end
from svcdocs.model.scorecard_view import ScorecardLine, Standing
from svcdocs.model.text import Text


def told_of(line: ScorecardLine, style: Style) -> str:
    """The newest result of an indicator with its year, and on a line of its own how it stands against the target."""
    return "\n".join(result_and_standing(line, style))


def name_told(line: ScorecardLine, style: Style) -> Text:
    """What is measured, with its unit and whether high or low is good in brackets."""
    words, shared = style.words, line.shared
    unit = line.indicator.unit.strip() or (shared.unit.strip() if shared else "")
    good = line.indicator.polarity or (shared.polarity if shared else "")
    name = one_line(line.indicator.name or (shared.name if shared else Text()), words.not_given)
    said = words.measure.format(unit=unit, good=good.lower()) if unit and good else unit
    return Text(blocks=(with_end(name.blocks[0], bracketed([said] if said else [])),))


def latest_result(line: ScorecardLine, style: Style) -> str:
    """The newest result of an indicator, with its year."""
    words = style.words
    return words.result.format(value=line.latest[1].text, year=line.latest[0]) if line.latest else words.not_given


def targets_told(line: ScorecardLine, style: Style) -> str:
    """The targets of the years of the service's plan, one a line, each with its year."""
    return "\n".join(single_targets(line, style))


def single_targets(line: ScorecardLine, style: Style) -> list[str]:
    """The same one by one; a word where there is none."""
    words, asked = style.words, style.framework.years_of(line.service)
    told = [
        words.target.format(year=style.setting.year_name(year), value=text)
        for year, text in given_targets(line, style)
        if year in asked or text != words.dash
    ]
    return told or [words.not_given]


def result_and_standing(line: ScorecardLine, style: Style) -> list[str]:
    """The newest result, and how it stands where that can be told."""
    result = latest_result(line, style)
    return [result] if line.standing is Standing.UNTOLD else [result, standings(style)[line.standing]]


def given_targets(line: ScorecardLine, style: Style) -> list[tuple[str, str]]:
    """The target of each year; a dash for a year that the plan of the service does not cover and gives none for."""
    words, asked = style.words, style.framework.years_of(line.service)
    return [
        (year, target.text.strip() or (words.not_given if year in asked else words.dash))
        for year, target in line.targets
    ]


def standings(style: Style) -> dict[Standing, str]:
    """How a result may stand against its target, in words."""
    words = style.words
    return {
        Standing.THERE: words.target_reached,
        Standing.SHORT: words.target_not_reached,
        Standing.UNTOLD: words.target_not_compared,
    }
