"""The policy officer's page: a cycle as it lies there in, one self-contained HTML text out.

Everything that people have typed is printed as text: the template escapes all it prints, and the page forbids whatever
is not its own style sheet.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from svcdocs.model.addressed import OFFICER, by_contributor
from svcdocs.model.months import months_of
from svcdocs.model.names import folded
from svcdocs.model.owed import Owed, by_debtor
from svcdocs.model.states import Standing
from svcdocs.model.words import capitalised
from svcdocs.report.charts import Chart, findings_chart, months_charts, states_chart
from svcdocs.report.counting import Counts, counts_of
from svcdocs.report.folding import OfService, by_service
from svcdocs.report.mail import Letter, letter_to
from svcdocs.report.situation import Situation

_TEMPLATES = Path(__file__).parent / "templates"
_OPEN = 30
"""Up to so many groups of findings a page shows unfolded."""
WHOLE = "The council as a whole"


@dataclass(frozen=True, slots=True)
class Row:
    """One contributor in the table of returns."""

    standing: Standing
    received: str
    due: str
    contact: str
    letter: Letter


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who must act: their counts over all services, and where on the page they are told."""

    who: str
    counts: Counts
    places: tuple[tuple[str, str], ...]
    letter: Letter | None


@dataclass(frozen=True, slots=True)
class Debt:
    """What one debtor owes; ``letter`` is there where the debtor fills in a workbook."""

    who: str
    owed: tuple[Owed, ...]
    letter: Letter | None


def page_html(situation: Situation) -> str:
    """The page as a text in UTF-8: the same for the same situation."""
    view = _view(situation)
    return _environment().get_template("page.html").render(view)


def _view(told: Situation) -> dict[str, Any]:
    """Everything the template prints, worked out."""
    services = by_service(told.findings, told.owners, told.excerpts, told.titles)
    letters = _letters(told)
    charts = [states_chart(told.standings)] if told.standings else []
    charts += [findings_chart(services, WHOLE)] if services else []
    style = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    years = told.cycle.framework.plan_years
    return {
        "told": told,
        "about": told.cycle.framework.about,
        "years": " to ".join(dict.fromkeys((*years[:1], *years[-1:]))),
        "counts": counts_of(told.findings),
        "services": services,
        "unfolded": sum(len(part.groups) for one in services for part in one.parts) <= _OPEN,
        "actors": _actors(services, letters),
        "returns": tuple(_rows(told, letters)),
        "declared": sum(1 for one in told.standings if one.state.value not in ("not started", "started")),
        "debts": tuple(_debts(told.owed, letters)),
        "blocking": _blocking(services),
        "charts": tuple(charts),
        "months": _months(told),
        "letters": letters,
        "whole": WHOLE,
        "style": Markup(style),  # noqa: S704 (our own file, and nobody else's words)
        "policy": _policy(style),
    }


def _letters(told: Situation) -> dict[str, Letter]:
    """A message to everybody who fills in a workbook."""
    states = {one.contributor: one.state for one in told.standings}
    heard = {who: counts_of(ones) for who, ones in by_contributor(told.findings, told.owners).items()}
    names = dict.fromkeys((*states, *told.assignments, *(who for who in heard if who != OFFICER)))
    return {
        who: letter_to(told.cycle.framework, who, told.assignments.get(who), states.get(who), heard.get(who, Counts()))
        for who in names
    }


def _actors(services: Iterable[OfService], letters: Mapping[str, Letter]) -> tuple[Actor, ...]:
    """Everybody who must act, the worst first."""
    places: dict[str, list[tuple[str, str]]] = {}
    sums: dict[str, list[Counts]] = {}
    for service in services:
        for part in service.parts:
            places.setdefault(part.who, []).append((part.key, service.name or WHOLE))
            sums.setdefault(part.who, []).append(part.counts)
    actors = (
        Actor(who, Counts(*map(sum, zip(*sums[who], strict=True))), tuple(places[who]), letters.get(who))
        for who in places
    )
    return tuple(sorted(actors, key=lambda each: each.counts.rank))


def _rows(told: Situation, letters: Mapping[str, Letter]) -> Iterable[Row]:
    for one in told.standings:
        asked = told.assignments.get(one.contributor)
        due = str(asked.deadline) if asked else ""
        yield Row(
            one,
            _in_words(one.received),
            due,
            " ".join(asked.contact.split()) if asked else "",
            letters[one.contributor],
        )


def _debts(owed: Iterable[Owed], letters: Mapping[str, Letter]) -> Iterable[Debt]:
    known = {folded(who): letter for who, letter in letters.items()}
    for who, ones in by_debtor(owed).items():
        yield Debt(who, ones, known.get(folded(who)))


def _blocking(services: Iterable[OfService]) -> dict[str, int]:
    """How many findings keep the plan of a service from being built."""
    return {one.name: one.counts.errors for one in services}


def _months(told: Situation) -> tuple[Chart, ...]:
    months = months_of(told.cycle.plans, told.cycle.framework.first_day, told.cycle.framework.last_day)
    return months_charts(months) if months else ()


def _policy(style: str) -> str:
    """What the page allows itself: its own style sheet, known by its hash, and nothing else."""
    digest = b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    """The templates of the page, compiled once. Everything they print is escaped, and what is not there is refused."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_printed,
    )
    filters: dict[str, Callable[..., Any]] = {"capitalised": capitalised, "day": _day, "many": _many}
    made.filters.update(filters)
    return made


def _printed(value: object) -> object:
    """What is printed, as it is; a value that is none would print the word None.

    Raises:
        ValueError: the template prints what is not there.
    """
    if value is None:
        raise ValueError("the page would print None")
    return value


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _in_words(day: str) -> str:
    """A day of the ledger as people write it; what is none, as it stands there."""
    try:
        return _day(date.fromisoformat(day))
    except ValueError:
        return day


def _many(count: int, one: str, several: str = "") -> str:
    """A count and what is counted: "1 return", "2,000 findings"."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
