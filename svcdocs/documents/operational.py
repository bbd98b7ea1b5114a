"""The operational plan: for each objective its indicators and milestones, with a target for each year of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from svcdocs.documents.formats import as_typed, filled, lines, plain
from svcdocs.documents.heads import OPERATIONAL, Heads, head_part
from svcdocs.documents.indicators import shared_indicators
from svcdocs.documents.keeping import height, kept_rows
from svcdocs.documents.parts import Part, headed
from svcdocs.documents.references import told
from svcdocs.documents.setting import Setting
from svcdocs.documents.team_openings import TeamOpenings
from svcdocs.model.as_written import Target
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Indicator, Objective
from svcdocs.model.text import Run, Text, merged

MOST_YEARS = 5
"""As many years as have a column each; the targets of more stand in one column, a line for each."""

_LINE = {"name": 50, "target": 16, "lead": 19}
"""About how many characters stand in a line of each column where there are three years."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """An indicator or milestone as a row of the operational plan."""

    name: Text
    """Its reference and wording, with the baseline in brackets."""
    note: str
    """What else it measures, its team where the table is not that team's, targets for other years; else empty."""
    targets: tuple[Text, ...]
    """Its target for each column of the table; empty where none is set."""
    lead: Text
    """Who leads, one a line."""
    stays: bool
    """Whether it stays on one page with the row below it, so that none stands alone."""


@dataclass(frozen=True, slots=True)
class TargetTable:
    """Indicators and milestones that stand together in a table."""

    above: tuple[Part, ...]
    """The headings that open above it: of the team, the objective with its aims and approaches, the supporting one."""
    nothing: str
    """What is said where nothing is measured; else empty."""
    columns: tuple[str, ...]
    """The years, one a column; "Targets" alone where there are too many."""
    width: int
    """The number of these columns."""
    rows: tuple[TargetRow, ...]
    """The indicators and milestones in the order given."""


def target_tables(setting: Setting, openings: TeamOpenings) -> tuple[TargetTable, ...]:
    """The tables objective by objective, those of a team under its name; last what measures no one objective."""
    heads = Heads(OPERATIONAL, setting)
    placed = [(row, heads.of(row.objective, row.team)) for row in setting.plan.indicators]
    used = [head for head in heads.order if head in heads.own or any(head is one for _, one in placed)]
    tables: list[TargetTable] = []
    for team, name in openings.names(head.team for head in used).items():
        above = openings.open(team, name)
        for head in (head for head in used if setting.team(head.team) == team):
            own = [row for row, one in placed if one is head]
            opening = (*above, head_part(head, setting, 3 if name else 2))
            tables += _of_head(own, head, heads, setting, opening)
            above = ()
    loose = [row for row, head in placed if head is None]
    opening = (headed(setting.words.other_indicators, 2),) if loose and tables else ()
    return (*tables, *_of_head(loose, None, heads, setting, opening)) if loose else tuple(tables)


def _of_head(
    rows: Sequence[Indicator], head: Objective | None, heads: Heads, setting: Setting, above: tuple[Part, ...]
) -> Iterator[TargetTable]:
    """The tables of one objective: what has no supporting objective directly under it, then one for each of these."""
    groups: dict[str, list[Indicator]] = {"": []}
    wordings: dict[str, Text] = {}
    given = heads.supporting(head) if head else ()
    for row in rows:
        part = heads.part_of(row.objective, head) if head and not row.supporting_objective else None
        _open(part.text if part else row.supporting_objective, groups, wordings).append(row)
    for one in given:
        _open(one.text, groups, wordings)
    level = 3 if not above else above[-1].level + 1
    for name, own in groups.items():
        shown = tuple(_row(row, head, heads, setting) for row in own if not row.measures_nothing)
        if name:
            above = (*above, headed(" ".join(item.plain for item in wordings[name].blocks), level))
        if shown or name or len(groups) == 1:
            yield _table(above, shown, setting)
            above = ()


def _open(wording: Text, groups: dict[str, list[Indicator]], wordings: dict[str, Text]) -> list[Indicator]:
    """The indicators of a supporting objective, by its words."""
    name = folded(wording.plain)
    wordings.setdefault(name, wording)
    return groups.setdefault(name, [])


def _table(above: tuple[Part, ...], rows: tuple[TargetRow, ...], setting: Setting) -> TargetTable:
    years = setting.framework.years_of(setting.plan.service)
    names = tuple(setting.year_name(year) for year in years)
    columns = names if 0 < len(names) <= MOST_YEARS else (setting.words.targets,)
    kept = kept_rows([_height(row) for row in rows])
    rows = tuple(replace(row, stays=place in kept) for place, row in enumerate(rows))
    return TargetTable(above, "" if rows else setting.words.nothing_measured, columns, len(columns), rows)


def _height(row: TargetRow) -> int:
    """About how many lines a row takes."""
    return max(
        height(row.name, _LINE["name"]) + height(plain(row.note), _LINE["name"]),
        height(row.lead, _LINE["lead"]),
        *(height(target, _LINE["target"]) for target in row.targets),
    )


def _row(row: Indicator, head: Objective | None, heads: Heads, setting: Setting) -> TargetRow:
    words = setting.words
    shared = shared_indicators(setting).get(row.ref.canonical, SharedIndicator())
    return TargetRow(
        name=_name(row, shared, setting),
        note=" · ".join(_notes(row, head, heads, setting)),
        targets=_targets(row, setting),
        stays=False,
        lead=filled(lines(as_typed(row.lead)), words.not_given),
    )


def _name(row: Indicator, shared: SharedIndicator, setting: Setting) -> Text:
    words = setting.words
    *most, last = filled(row.name or shared.name, words.not_given).blocks
    value, note = row.baseline.text.strip(), row.baseline_note.strip()
    both = words.baseline_from.format(note=note, value=value) if value and note else ""
    baseline = both or note or (words.baseline.format(value=value) if value else "")
    last = last.model_copy(update={"runs": merged((*last.runs, Run(text=f" ({baseline})" if baseline else "")))})
    first, *more = (*most, last)
    ref = row.ref.text.strip()
    lead = (Run(text=ref, bold=True), Run(text=" – ")) if ref else ()
    return Text(blocks=(first.model_copy(update={"runs": merged((*lead, *first.runs))}), *more))


def _notes(row: Indicator, head: Objective | None, heads: Heads, setting: Setting) -> Iterator[str]:
    """What the place of a row in the plan does not tell."""
    words = setting.words
    others = told(heads.names(row.objective, head), setting)
    if others:
        yield words.measures.format(refs=others)
    if row.team.strip() and setting.team(row.team) != setting.team(head.team if head else ""):
        yield row.team.strip()
    years = setting.framework.years_of(setting.plan.service)
    for year, target in row.targets.items():
        if target and year not in years:
            yield words.year.format(year=year, value=target.text.strip())


def _targets(row: Indicator, setting: Setting) -> tuple[Text, ...]:
    words, years = setting.words, setting.framework.years_of(setting.plan.service)
    said = {year: row.targets.get(year, Target()).text.strip() for year in years}
    if 0 < len(said) <= MOST_YEARS:
        return tuple(plain(target) for target in said.values())
    each = (words.year.format(year=setting.year_name(year), value=text or words.not_set) for year, text in said.items())
    return (lines(each),)
