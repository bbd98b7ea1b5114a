"""Findings as the page shows them: by service and by who must act, the worst first, those of one kind as one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from svcdocs.model.addressed import by_contributor
from svcdocs.model.excerpts import Excerpt, ExcerptCell
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.folding import folded_findings
from svcdocs.report.counting import Counts, counts_of

_WIDEST = 5
"""So many columns of a sheet stand beside each other on an excerpt."""
_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell of an excerpt: its text, and whether it is the one that is meant."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of a group: its cell, the cells around it in the group's columns, and its own sentence."""

    cell: str
    around: tuple[Shown, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that ask for the same thing in one column of a sheet.

    ``columns`` are the letters and the heading of each column shown; ``differs`` says that each finding has a sentence
    of its own, so that ``headline`` is about all of them.
    """

    severity: Severity
    headline: str
    hint: str
    code: str
    file: str
    sheet: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    differs: bool

    @property
    def asks(self) -> str:
        """What it asks of its reader, in words."""
        return self.severity.asks

    @property
    def cell(self) -> str:
        """The sheet and the cell of the first finding; "" where it is about a whole file or none."""
        return f"{self.sheet} {self.lines[0].cell}".strip()


@dataclass(frozen=True, slots=True)
class Addressed:
    """What one contributor hears of one service; ``who`` is "" for the policy officer."""

    key: str
    who: str
    counts: Counts
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class OfService:
    """What there is to say about one service, or with the name "" about the council as a whole."""

    key: str
    name: str
    counts: Counts
    parts: tuple[Addressed, ...]


def by_service(
    findings: Iterable[Finding],
    owners: Mapping[str, str],
    excerpts: Mapping[CellRef, Excerpt],
    titles: Mapping[str, str],
) -> tuple[OfService, ...]:
    """Every finding under its service and who must act, the worst of each first, else in their order.

    The keys are short names for the places on the page: "s1" for the first service, "s1-2" for its second part.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.service, []).append(finding)
    worst = sorted(found.items(), key=lambda each: counts_of(each[1]).rank)
    return tuple(
        OfService(key := f"s{number}", name, counts_of(ones), tuple(_parts(key, ones, owners, excerpts, titles)))
        for number, (name, ones) in enumerate(worst, 1)
    )


def _parts(
    key: str,
    findings: Sequence[Finding],
    owners: Mapping[str, str],
    excerpts: Mapping[CellRef, Excerpt],
    titles: Mapping[str, str],
) -> Iterable[Addressed]:
    heard = sorted(by_contributor(findings, owners).items(), key=lambda each: counts_of(each[1]).rank)
    for number, (who, ones) in enumerate(heard, 1):
        groups = tuple(_group(fold.findings, excerpts, titles) for fold in folded_findings(ones, least=1))
        yield Addressed(f"{key}-{number}", who, counts_of(ones), groups)


def _group(findings: Sequence[Finding], excerpts: Mapping[CellRef, Excerpt], titles: Mapping[str, str]) -> Group:
    first, where = findings[0], findings[0].where or CellRef("")
    around = [excerpts.get(one.where) if one.where else None for one in findings]
    columns = _columns([each for each in around if each is not None])
    differs = len({one.message for one in findings}) > 1
    title = titles.get(first.code, "").rstrip(".")
    return Group(
        severity=first.severity,
        headline=f"{title}." if differs and title else first.message,
        hint=first.hint,
        code=first.code,
        file=where.file,
        sheet=where.sheet,
        columns=tuple(columns.items()),
        lines=tuple(_line(one, excerpt, columns) for one, excerpt in zip(findings, around, strict=True)),
        differs=differs,
    )


def _columns(excerpts: Sequence[Excerpt]) -> dict[str, str]:
    """The columns that some excerpts show, from left to right: the marked one, and those that most of them have."""
    often = Counter(cell.column for each in excerpts for cell in each.cells if cell.column != each.marked)
    kept = {*(each.marked for each in excerpts), *(column for column, _ in often.most_common(_WIDEST - 1))}
    headings: dict[str, str] = {}
    for cell in (cell for each in excerpts for cell in each.cells if cell.column in kept):
        headings[cell.column] = headings.get(cell.column) or cell.heading
    return dict(sorted(headings.items(), key=lambda each: (len(each[0]), each[0])))


def _line(finding: Finding, excerpt: Excerpt | None, columns: Iterable[str]) -> Line:
    cells: Mapping[str, ExcerptCell] = {cell.column: cell for cell in excerpt.cells} if excerpt else {}
    marked = excerpt.marked if excerpt else ""
    around = tuple(Shown(cells[at].text if at in cells else "", at == marked) for at in columns)
    return Line(finding.where.cell if finding.where else "", around, finding.message)
