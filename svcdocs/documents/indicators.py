"""The indicators of a service: a table of what is measured."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from svcdocs.documents.formats import as_typed, block, filled, lines
from svcdocs.documents.references import told
from svcdocs.documents.said_once import alike, said_once
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Target
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Indicator
from svcdocs.model.text import Run, Text, joined, merged
from svcdocs.model.words import Words

_MOST_COLUMNS = 8
"""As many columns as stand beside each other on a landscape page, names of people among them."""
_MAY_BE_BLANK = (
    "unit", "good_is", "results", "baseline", "targets", "frequency", "people", "lead", "responsible", "owner",
    "updater",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator as a row of the table."""

    name: Text
    """Its reference and wording, with what it measures in a line below."""
    unit: str
    """What is counted."""
    good_is: str
    """Whether high or low is good."""
    results: Text
    """Past results, one year a line."""
    baseline: str
    """Where it stood before, and when that was."""
    targets: Text
    """The target of each year, one a line."""
    frequency: str
    """How often it is reported."""
    people: Text
    """Who answers for it, is responsible, owns and updates it."""
    lead: Text
    """Who answers for it."""
    responsible: Text
    """The responsible officer."""
    owner: Text
    """The measure owner."""
    updater: Text
    """The measure updater."""


@dataclass(frozen=True, slots=True)
class IndicatorColumns:
    """Which columns the table of indicators has: those that at least one of them fills."""

    unit: bool
    """Whether any says what is counted."""
    good_is: bool
    """Whether any says if high or low is good."""
    results: bool
    """Whether any has a past result."""
    baseline: bool
    """Whether any has a baseline."""
    targets: bool
    """Whether any has a target."""
    frequency: bool
    """Whether any says how often it is reported."""
    people: bool
    """Whether all who have to do with an indicator stand in one column, for want of room."""
    lead: bool
    """Whether those who answer for it have a column of their own."""
    responsible: bool
    """Whether responsible officers have a column of their own."""
    owner: bool
    """Whether measure owners have a column of their own."""
    updater: bool
    """Whether measure updaters have a column of their own."""


def indicator_rows(indicators: Iterable[Indicator], setting: Setting) -> tuple[IndicatorRow, ...]:
    """A row for each indicator in the order given."""
    shared = shared_indicators(setting)
    given = list(indicators)
    alike = _alike(given, setting)
    rows = [_row(row, shared.get(row.ref.canonical, SharedIndicator()), setting, alike) for row in given]
    blanks: dict[str, Any] = {name: _blank(name, rows, setting.words) for name in _MAY_BE_BLANK}
    return tuple(
        replace(row, **{name: blank for name, blank in blanks.items() if not getattr(row, name)}) for row in rows
    )


def indicator_columns(indicators: Sequence[Indicator], setting: Setting) -> IndicatorColumns:
    """The columns of the table. People have one for each part they have, where the page is wide enough for that."""
    shared = shared_indicators(setting)
    both = [(row, shared.get(row.ref.canonical, SharedIndicator())) for row in indicators]
    figures = {
        "unit": any((row.unit or common.unit).strip() for row, common in both),
        "good_is": any((row.good_is or common.good_is).strip() for row, common in both),
        "results": any(any(row.results.values()) for row in indicators),
        "baseline": any(row.baseline or row.baseline_note.strip() for row in indicators),
        "targets": any(any(row.targets.values()) for row in indicators),
        "frequency": any(row.frequency.strip() for row in indicators),
    }
    people = {
        "lead": any(row.lead for row in indicators),
        "responsible": any(row.responsible for row in indicators),
        "owner": any(row.owner for row in indicators),
        "updater": any(row.updater for row in indicators),
    }
    alike = _alike(indicators, setting)
    figures, people = ({name: has and name not in alike for name, has in each.items()} for each in (figures, people))
    together = 1 + sum(figures.values()) + sum(people.values()) > _MOST_COLUMNS
    return IndicatorColumns(**figures, people=together, **dict.fromkeys(people, False) if together else people)


def every_indicator(indicators: Sequence[Indicator], setting: Setting) -> str:
    """A sentence about what is the same for all indicators of a table; empty where nothing is."""
    words = setting.words
    labels = {
        "unit": words.unit,
        "good_is": words.good_is,
        "frequency": words.frequency,
        "responsible": words.responsible_officer,
        "owner": words.measure_owner,
        "updater": words.measure_updater,
    }
    return said_once(_alike(indicators, setting), labels, words.every_indicator, words)


def short_name(row: Indicator, setting: Setting) -> str:
    """The reference of an indicator; its wording where it has none."""
    return row.ref.text.strip() or " ".join(item.plain for item in row.name.blocks) or setting.words.dash


def shared_indicators(setting: Setting) -> dict[str, SharedIndicator]:
    """The council's own indicators by their references, in canonical form."""
    return {row.ref.canonical: row for row in setting.framework.shared_indicators if row.ref.canonical}


def _alike(indicators: Sequence[Indicator], setting: Setting) -> dict[str, str]:
    """What the columns say that say the same in every row. Who answers for an indicator stands in its row always."""
    shared = shared_indicators(setting)
    both = [(row, shared.get(row.ref.canonical, SharedIndicator())) for row in indicators]
    columns = {"unit": [_unit(*one) for one in both], "good_is": [_good_is(*one) for one in both]}
    columns["frequency"] = [row.frequency.strip() for row in indicators]
    for name in ("responsible", "owner", "updater"):
        columns[name] = [", ".join(as_typed(getattr(row, name))) for row in indicators]
    return alike(columns)


def _unit(row: Indicator, shared: SharedIndicator) -> str:
    return (row.unit or shared.unit).strip()


def _good_is(row: Indicator, shared: SharedIndicator) -> str:
    return row.good_is.strip() or shared.good_is.strip() or row.polarity or shared.polarity


def _row(row: Indicator, shared: SharedIndicator, setting: Setting, alike: Container[str]) -> IndicatorRow:
    years = setting.framework.years_of(setting.plan.service)
    return IndicatorRow(
        name=_name(row, shared, setting),
        unit=_unit(row, shared),
        good_is=_good_is(row, shared),
        results=_by_year(row.results, tuple(row.results), setting),
        baseline=_baseline(row, setting),
        targets=_by_year(row.targets, tuple(dict.fromkeys((*years, *row.targets))), setting),
        frequency=row.frequency.strip(),
        people=_people(row, setting, alike),
        lead=lines(as_typed(row.lead)),
        responsible=lines(as_typed(row.responsible)),
        owner=lines(as_typed(row.owner)),
        updater=lines(as_typed(row.updater)),
    )


def _blank(column: str, rows: Sequence[IndicatorRow], words: Words) -> str | Text:
    """What the blank cells of a column say: that they are not given; a dash where most of its cells are blank."""
    cells = [getattr(row, column) for row in rows]
    filled_in = sum(bool(cell) for cell in cells)
    word = words.dash if 0 < filled_in * 2 < len(cells) else words.not_given
    return word if all(isinstance(cell, str) for cell in cells) else lines([word])


def _name(row: Indicator, shared: SharedIndicator, setting: Setting) -> Text:
    words = setting.words
    wording = filled(row.name or shared.name, words.not_given)
    first, *more = wording.blocks
    ref = row.ref.text.strip()
    lead = (Run(text=ref, bold=True), Run(text=" – ")) if ref else ()
    head = first.model_copy(update={"runs": merged((*lead, *first.runs))})
    about = [words.measures.format(refs=told(row.objective, setting))] if row.objective else []
    about += [row.team.strip()] if row.team.strip() else []
    below = [block(" · ".join(about))] if about else []
    return joined((Text(blocks=(head, *more)), row.supporting_objective, Text(blocks=tuple(below))))


def _by_year(values: Mapping[str, Target], years: Sequence[str], setting: Setting) -> Text:
    """A line for each year; the years of the plan are told apart as blank or given, others stand only where given."""
    if not any(values.values()):
        return Text()
    words = setting.words
    shown = [(year, values.get(year, Target()).text.strip()) for year in years]
    return lines(
        words.year.format(year=setting.year_name(year), value=value or words.not_given) for year, value in shown
    )


def _baseline(row: Indicator, setting: Setting) -> str:
    value, remark = row.baseline.text.strip(), row.baseline_note.strip()
    if value and remark:
        return setting.words.on_its_own.format(value=value, note=remark)
    return value or remark


def _people(row: Indicator, setting: Setting, alike: Container[str]) -> Text:
    """Everyone once for each part they have; whoever leads is not said again to be responsible.

    ``alike`` names the parts that the same people have in all rows: they are told above the table.
    """
    words = setting.words
    leads = as_typed(row.lead)
    said = list(leads)
    for part, sentence in (("responsible", words.responsible), ("owner", words.owner), ("updater", words.updater)):
        names = as_typed(getattr(row, part))
        is_new = part != "responsible" or _keys(names) != _keys(leads)
        if names and is_new and part not in alike:
            said.append(sentence.format(names=", ".join(names)))
    return lines(said)


def _keys(names: Iterable[str]) -> list[str]:
    return [folded(name) for name in names]
