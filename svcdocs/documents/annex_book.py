"""The annexes as one spreadsheet for everybody: a table a sheet, and a first sheet that says what is where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from svcdocs.documents.annex_actions import service_actions
from svcdocs.documents.annex_answers import answer_told
from svcdocs.documents.annex_dependencies import called_on
from svcdocs.documents.annex_glossary import short_form_rows
from svcdocs.documents.annex_index import priorities_of
from svcdocs.documents.annex_indicators import public_indicators
from svcdocs.documents.beside import contact_of, plan_title
from svcdocs.documents.corporate_actions import (
    Style,
    action_row,
    people,
    plain_line,
)
from svcdocs.documents.front import period, version
from svcdocs.documents.indicators import shared_indicators
from svcdocs.documents.references import told
from svcdocs.excel.spec import MAX_TEXT, BookSpec, DataColumn, DataSheet
from svcdocs.model.as_written import Target
from svcdocs.model.corporate_view import Contribution, CorporateView
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.helping import asks_of
from svcdocs.model.names import folded
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action, Indicator, ServicePlan
from svcdocs.model.short_forms import ShortForm
from svcdocs.word.printable import printable

_NARROW, _MIDDLE, _WIDE = 12, 30, 60
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_NAME = 31
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = 6
"""How much longer Excel writes what looks like one of its own escapes."""


def annex_book(view: CorporateView, style: Style, shorts: Iterable[ShortForm]) -> BookSpec:
    """The spreadsheet as a declaration. What may not be published is in no sheet; the first one counts it."""
    words, about = style.words, style.framework.about
    made, hidden = zip(*_sheets(view, style, shorts), strict=True)
    names = _names([words.book_contents, *(sheet.name for sheet in made)])
    sheets = [
        replace(sheet, name=name, nothing=words.annex_nothing) for sheet, name in zip(made, names[1:], strict=True)
    ]
    title = words.book_title.format(council=about.council_name, title=plan_title(style), period=period(style.setting))
    if style.setting.draft:
        title = words.draft_title.format(title=title)
    stands = version(style.setting)
    if stands:
        title = words.version.format(version=title, date=stands)
    return BookSpec(
        sheets=(replace(_contents(sheets, hidden, title, style), name=names[0]), *sheets),
        title=title,
        author=about.council_name or words.not_given,
        language=about.language.strip() or "en-GB",
    )


def _contents(sheets: Sequence[DataSheet], hidden: Sequence[int], title: str, style: Style) -> DataSheet:
    words = style.words
    rows = [
        (sheet.name, sheet.about, str(len(sheet.rows)), str(count)) for sheet, count in zip(sheets, hidden, strict=True)
    ]
    first = [(words.book_about, title, words.dash, words.dash)]
    first += [(words.questions, contact, words.dash, words.dash)] if (contact := contact_of(style)) else []
    heads = ((words.book_sheet, _MIDDLE), (words.book_what, _WIDE), (words.book_rows, _NARROW))
    return DataSheet(
        name=words.book_contents,
        table="contents",
        about=title,
        columns=_columns(*heads, (words.book_hidden, _MIDDLE)),
        rows=_fitted((*first, *rows)),
        links=tuple(range(len(first), len(first) + len(rows))),
    )


def _sheets(view: CorporateView, style: Style, shorts: Iterable[ShortForm]) -> Iterator[tuple[DataSheet, int]]:
    """The sheets, each with the number of rows that are left out of it."""
    words, plans = style.words, style.setting.cycle.plans
    left = sum(not is_published(action) for plan in plans for action in plan.all_actions)
    yield _actions(style), left
    measures = (row for plan in plans for row in plan.indicators if not row.measures_nothing)
    yield _indicators(style), sum(not is_published(row) for row in measures)
    yield _dependencies(style), sum(not is_published(ask.action) for ask in asks_of(style.setting.cycle))
    yield _by_lead(view, style), sum(not is_published(led.action) for lead in view.leads for led in lead.actions)
    yield _by_priority(view, style), _hidden_by_priority(view)
    rows = tuple((row.short, row.meaning) for row in short_form_rows(shorts))
    heads = _columns((words.annex_short, _MIDDLE), (words.annex_in_full, _WIDE))
    yield DataSheet(words.book_glossary, "glossary", words.annex_glossary_note, heads, _fitted(rows)), 0


def _actions(style: Style) -> DataSheet:
    words = style.words
    rows = (
        (part.service, row.ref, plain_line(row.title), row.serves, row.lead, row.finish)
        for part in (service_actions(plan, style) for plan in style.setting.cycle.plans)
        for row in part.rows
    )
    heads = _columns(
        (words.service, _MIDDLE),
        (words.ref, _NARROW),
        (words.annex_action, _WIDE),
        (words.annex_serves, _MIDDLE),
        (words.annex_lead, _MIDDLE),
        (words.by_when, _MIDDLE),
    )
    return DataSheet(words.book_actions, "actions", words.annex_actions_note, heads, _fitted(rows))


def _indicators(style: Style) -> DataSheet:
    words, plans = style.words, style.setting.cycle.plans
    shown = [(plan, row) for plan in plans for row in public_indicators(plan)]
    earlier = tuple(sorted({year for _, row in shown for year, result in row.results.items() if result}))
    asked = dict.fromkeys((*style.framework.longest_years, *(year for _, row in shown for year in row.targets)))
    heads = _columns(
        (words.service, _MIDDLE),
        (words.ref, _NARROW),
        (words.indicator, _WIDE),
        (words.book_measures, _MIDDLE),
        (words.unit, _NARROW),
        (words.good_is, _NARROW),
        (words.baseline_label, _NARROW),
        (words.book_baseline_from, _MIDDLE),
        *((words.book_result.format(year=year), _NARROW) for year in earlier),
        *((words.target_for.format(year=year), _MIDDLE) for year in asked),
        (words.frequency, _MIDDLE),
        (words.who_answers, _MIDDLE),
    )
    rows = (_indicator(plan, row, (earlier, tuple(asked)), style) for plan, row in shown)
    return DataSheet(words.book_indicators, "indicators", words.annex_indicators_note, heads, _fitted(rows))


def _indicator(
    plan: ServicePlan, row: Indicator, years: tuple[tuple[str, ...], tuple[str, ...]], style: Style
) -> tuple[str, ...]:
    words, setting = style.words, replace(style.setting, plan=plan)
    shared = shared_indicators(setting).get(row.ref.canonical, SharedIndicator())
    covered = style.framework.years_of(plan.service)
    who = next((one for one in (row.lead, row.responsible, row.owner) if one), row.lead)
    targets = (
        row.targets.get(year, Target()).text.strip() or (words.not_given if year in covered else words.dash)
        for year in years[1]
    )
    return (
        plan.service,
        row.ref.text.strip() or words.dash,
        plain_line(row.name or shared.name) or words.not_given,
        told(row.objective, setting) or words.dash,
        (row.unit or shared.unit).strip() or words.not_given,
        row.polarity or shared.polarity or words.not_given,
        row.baseline.text.strip() or words.not_given,
        row.baseline_note.strip() or words.dash,
        *(row.results.get(year, Target()).text.strip() or words.dash for year in years[0]),
        *targets,
        row.frequency.strip() or words.not_given,
        "; ".join(people(who, plan.service, style)) or words.not_given,
    )


def _dependencies(style: Style) -> DataSheet:
    words = style.words
    rows = []
    for ask in asks_of(style.setting.cycle):
        if is_published(ask.action):
            row = action_row(ask.service, ask.action, style)
            said = (row.ref, plain_line(row.title), ask.what or words.annex_not_said, row.finish)
            rows.append((ask.service, called_on(ask, style), *said, answer_told(ask, words)))
    heads = _columns(
        (words.service, _MIDDLE),
        (words.annex_needs_help_of, _MIDDLE),
        (words.ref, _NARROW),
        (words.annex_action, _WIDE),
        (words.annex_what_help, _WIDE),
        (words.by_when, _MIDDLE),
        (words.request_said, _WIDE),
    )
    return DataSheet(words.book_dependencies, "dependencies", words.annex_help_about, heads, _fitted(rows))


def _by_lead(view: CorporateView, style: Style) -> DataSheet:
    words = style.words
    rows = (
        (
            lead.name or words.annex_no_lead,
            led.service,
            row.ref,
            plain_line(row.title),
            words.book_also if led.also else words.book_first,
            row.finish,
        )
        for lead in view.leads
        for led in lead.actions
        if is_published(led.action)
        for row in (action_row(led.service, led.action, style),)
    )
    heads = _columns(
        (words.annex_lead, _MIDDLE),
        (words.service, _MIDDLE),
        (words.ref, _NARROW),
        (words.annex_action, _WIDE),
        (words.book_leading, _NARROW),
        (words.by_when, _MIDDLE),
    )
    return DataSheet(words.book_by_lead, "index_by_lead", words.book_by_lead_about, heads, _fitted(rows))


def _by_priority(view: CorporateView, style: Style) -> DataSheet:
    words = style.words
    rows = []
    for aim, reached in priorities_of(view, style):
        for priority, contributions in reached:
            for one in contributions:
                assert isinstance(one.record, Action)
                row = action_row(one.service, one.record, style)
                rows.append((aim, priority, one.service, row.ref, plain_line(row.title), row.lead, row.finish))
    heads = _columns(
        (words.book_aim, _MIDDLE),
        (words.annex_priority, _WIDE),
        (words.service, _MIDDLE),
        (words.ref, _NARROW),
        (words.annex_action, _WIDE),
        (words.annex_lead, _MIDDLE),
        (words.by_when, _MIDDLE),
    )
    return DataSheet(words.book_by_priority, "index_by_priority", words.book_by_priority_about, heads, _fitted(rows))


def _hidden_by_priority(view: CorporateView) -> int:
    reached: list[Contribution] = [*view.loose]
    for aim in view.aims:
        reached += [*aim.also, *(one for action in aim.council_actions for one in action.contributions)]
    return sum(isinstance(one.record, Action) and not is_published(one.record) for one in reached)


def _names(words: Sequence[str]) -> list[str]:
    """Names that Excel takes for sheets, made of a council's words: no two alike, none too long."""
    names: list[str] = []
    for number, word in enumerate(words):
        bare = " ".join(_NO_NAME.sub(" ", word).split()).strip(" '")[:_LONGEST_NAME].strip(" '")
        is_free = bare and folded(bare) not in map(folded, (*names, "history"))
        names.append(bare if is_free else f"{bare[: _LONGEST_NAME - 4]} {number + 1}".strip())
    return names


def _fitted(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows whose cells hold what a cell can: nothing that nobody sees, and no more characters than there is room."""
    return tuple(tuple(_fit(printable(cell)) for cell in row) for row in rows)


def _fit(text: str) -> str:
    room = MAX_TEXT - _ESCAPED * len(_ESCAPE.findall(text))
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * room else units[: 2 * (room - 1)].decode("utf-16-le", "ignore") + "…"


def _columns(*heads: tuple[str, int]) -> tuple[DataColumn, ...]:
    """Columns with titles that differ: a council may use one word for two of ours."""
    titles: list[str] = []
    for title, _ in heads:
        same = sum(one.partition(" (")[0].casefold() == title.casefold() for one in titles)
        shown = printable(title).replace("\n", " ").strip() or str(len(titles) + 1)
        titles.append(f"{shown} ({same + 1})" if same else shown)
    return tuple(DataColumn(title, width) for title, (_, width) in zip(titles, heads, strict=True))
