"""Tidy tables: a CSV file for each kind of record, a row a record, with the place it was read, and datapackage.json.

Every cell is text as written; a value that a spreadsheet would take for a formula is preceded by an apostrophe, as
OWASP advises against CSV injection (owasp.org, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from svcdocs.model.as_written import Written
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.ledger import ledger_of
from svcdocs.model.requests import Answer
from svcdocs.model.service_plan import PARTS, TableRow
from svcdocs.model.text import Text
from svcdocs.outputs import json_bytes

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_HARMLESS = re.compile(r"-(?:\d[\d,]*(?:\.\d+)?%?)?")
_PLACE = ("file", "sheet", "cell")


def tables(cycle: Cycle) -> dict[str, bytes]:
    """The files of the data package by name: a CSV for each kind of record and other table; datapackage.json."""
    rows = {name: list(_rows(cycle, name)) for name in PARTS}
    rows["steps"] = list(_steps(cycle))
    rows["since_last_year"] = list(_pasts(cycle))
    rows["own_tables"] = list(_own_tables(cycle))
    rows["resources_asked"] = list(_resources_asked(cycle))
    rows["requests"] = list(_requests(cycle))
    files = {f"{name}.csv": _csv(group) for name, group in rows.items() if group}
    files["datapackage.json"] = json_bytes(_package(cycle, rows))
    return files


def _rows(cycle: Cycle, name: str) -> Iterator[dict[str, str]]:
    for plan in cycle.plans:
        for record in getattr(plan, name):
            yield _guarded({"service": plan.service, **_cells(record), **_place(record)})


def _steps(cycle: Cycle) -> Iterator[dict[str, str]]:
    """The steps of all actions; an action is named by its table, its place there and its reference, if it has one."""
    for plan in cycle.plans:
        for table, actions in (("council_actions", plan.council_actions), ("actions", plan.actions)):
            for place, action in enumerate(actions, 1):
                of = {"service": plan.service, "table": table, "action_number": str(place), "action": str(action.ref)}
                for number, step in enumerate(action.steps, 1):
                    yield _guarded({**of, "number": str(number), **_cells(step), **_place(step)})


def _own_tables(cycle: Cycle) -> Iterator[dict[str, str]]:
    """The cells of the services' own tables, each with its section, sheet, heading and the number of its row."""
    for plan in cycle.plans:
        for passage in plan.passages:
            head, *body = passage.rows or (TableRow(),)
            of = {"service": plan.service, "section": passage.section, "table": passage.picture}
            for number, row in enumerate(body, 1):
                for place, (name, text) in enumerate(zip(head.cells, row.cells, strict=True), 1):
                    said = {"row": str(number), "heading": name.plain, "text": text.plain}
                    yield _guarded({**of, **said, **_place(row, f"cells {place}")})


def _resources_asked(cycle: Cycle) -> Iterator[dict[str, str]]:
    """What rows ask for beyond what there is: those with one number ask for the same, and one of them is counted."""
    for number, line in enumerate(ledger_of(cycle).lines, 1):
        for claim in line.claims:
            said = {
                "line": str(number),
                "counted": "yes" if claim is line.counted else "no",
                "service": claim.service,
                "row": claim.name,
                "kind": claim.kind.value,
                "written": claim.written,
                **{f"sum {year or 'no year given'}": f"{amount:f}" for year, amount in claim.sums},
                "fte": "" if claim.fte is None else f"{claim.fte:f}",
                "certainty": claim.certainty.value,
            }
            yield _guarded({**said, **_place(claim.record, claim.field)})


def _requests(cycle: Cycle) -> Iterator[dict[str, str]]:
    """What services ask of each other, whether it was sent out or not, with the place where it was asked.

    What was said to it stands beside it; ``asked`` is blank where all services are asked.
    """
    for one in cycle.requests.asked:
        said = one.answer or Answer()
        asked = {
            name: _plain(getattr(one, name)) for name in ("ref", "asker", "asked", "action", "title", "what", "by")
        }
        answer = {name: _plain(getattr(said, name)) for name in ("answer", "new_date", "words")}
        more = {"asked_on": one.asked_on.text, "standing": one.standing.value, **answer}
        yield _guarded({**asked, **more, **_place(one.of, "help_needed")})


def _pasts(cycle: Cycle) -> Iterator[dict[str, str]]:
    """What has become of last year's records, a row each, with the row that says so."""
    for past in cycle.last_year.pasts if cycle.last_year else ():
        fields = past.as_json().items()
        said = {name: "; ".join(value) if isinstance(value, list) else value or "" for name, value in fields}
        yield _guarded({**said, **(_place(past.account) if past.account else dict.fromkeys(_PLACE, ""))})


def _cells(record: Record) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mapping):
            cells |= {f"{name} {member}": _plain(item) for member, item in value.items()}
        elif not isinstance(value, tuple):  # steps have a table of their own
            cells[name] = _plain(value)
    return cells


def _plain(value: Any) -> str:
    return value.plain if isinstance(value, Text) else value.text if isinstance(value, Written) else str(value)


def _guarded(row: Mapping[str, str]) -> dict[str, str]:
    """A row in which no cell can be taken for a formula; a dash alone and a number below zero are none."""
    return {
        name: f"'{text}" if text.startswith(_DANGEROUS) and not _HARMLESS.fullmatch(text) else text
        for name, text in row.items()
    }


def _place(record: Record, field: str = "") -> dict[str, str]:
    cell = record.cell(field)
    return dict(zip(_PLACE, (cell.file, cell.sheet, cell.cell) if cell else ("", "", ""), strict=True))


def _columns(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Every column any row has, in the order in which they appear, the place last."""
    names = dict.fromkeys(name for row in rows for name in row if name not in _PLACE)
    return [*names, *_PLACE]


def _csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, _columns(rows), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    # Excel takes a CSV for the local code page unless it begins with a byte order mark.
    return out.getvalue().encode("utf-8-sig", "replace")


def _package(cycle: Cycle, rows: Mapping[str, list[dict[str, str]]]) -> dict[str, Any]:
    about = cycle.framework.about
    return {
        "name": "service-plans",
        "title": f"{about.council_name} service plans {about.first_year}".strip(),
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": column, "type": "string"} for column in _columns(group)]},
            }
            for name, group in sorted(rows.items())
            if group
        ],
    }
