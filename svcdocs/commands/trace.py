"""The verb trace: where a record came from, what it is linked to, and every place in which it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from svcdocs.commands.documents import Document, Print, documents_of
from svcdocs.commands.intake import Intake, Progress, read_cycle
from svcdocs.commands.printed_at import Printed, pages_of, printed_in
from svcdocs.commands.standing import standings
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.model.given_refs import GivenRef
from svcdocs.model.names import folded
from svcdocs.model.states import Standing
from svcdocs.project import Project, read_register
from svcdocs.report.tracing import (
    Cell,
    Traced,
    cells_of,
    every_record,
    findings_of,
    named_by,
    names_of,
    near_to,
    traced,
)
from svcdocs.word.places import Place


@dataclass(frozen=True, slots=True)
class Trace:
    """One record: where it was written and by whom, what it is linked to, what was found, and where it is printed.

    ``standing`` says how the return stands that it came with; None for the framework's. ``given`` is the reference that
    was given to it, where it had none. ``documents`` says for each document that may print it how that stands.
    """

    one: Traced
    cells: tuple[Cell, ...]
    standing: Standing | None
    given: GivenRef | None
    names: tuple[Traced, ...]
    named_by: tuple[Traced, ...]
    findings: tuple[Finding, ...]
    printed: tuple[Printed, ...]
    documents: Mapping[str, Print] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The workbook it was written in."""
        return self.one.record.origin.file if self.one.record.origin else ""

    @property
    def sheet(self) -> str:
        """The sheet it was written on."""
        return self.one.record.origin.sheet if self.one.record.origin else ""

    def as_json(self) -> dict[str, Any]:
        """The record for programs."""
        return {
            "kind": self.one.kind,
            "ref": str(self.one.record.ref) or None,
            "given_ref": self.given.ref if self.given else None,
            "service": self.one.service or None,
            "wording": self.one.wording,
            "file": self.file or None,
            "sheet": self.sheet or None,
            "cells": [cell.as_json() for cell in self.cells],
            "return": self.standing.as_json() if self.standing else None,
            "names": [_short(one) for one in self.names],
            "named_by": [_short(one) for one in self.named_by],
            "findings": [finding.as_json() for finding in self.findings],
            "printed": [printed.as_json() for printed in self.printed],
            "documents": {name: stands.value for name, stands in self.documents.items()},
        }


def trace(project: Project, ref: str, progress: Progress) -> tuple[Trace, ...]:
    """Trace every record that a reference or a whole wording names: several services may use the same reference.

    Raises:
        SvcdocsError: nothing is called so; the hint names what is nearest. Or the framework, the ledger, the register
            or a document cannot be read.
    """
    intake = read_cycle(project, progress)
    given = read_register(project)
    found = traced(intake.cycle, ref, given)
    if not found:
        near = near_to(intake.cycle, ref)
        hint = "did you mean " + " or ".join(map(str, near)) + "?" if near else _where_to_look(intake)
        raise SvcdocsError(f"nothing in this cycle has the reference '{ref}'", hint)
    progress("Looking through the documents", 0, 1)
    known = _Known(
        intake,
        documents_of(project, intake),
        {each.file: each for each in standings(project, intake) if each.file},
        given,
    )
    pages = dict(pages_of(project, known.documents))
    return tuple(_trace(one, known, pages) for one in found)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the cycle, whichever record is traced."""

    intake: Intake
    documents: Sequence[Document]
    standings: Mapping[str, Standing]
    given: Sequence[GivenRef]


def _trace(one: Traced, known: _Known, pages: Mapping[str, Sequence[Place]]) -> Trace:
    intake = known.intake
    file = one.record.origin.file if one.record.origin else ""
    documents = [each for each in known.documents if one.service in ("", each.service) or not each.service]
    given = (each for each in known.given if (each.service, folded(each.words)) == (one.service, folded(one.wording)))
    printed = [
        found
        for each in documents
        for found in printed_in(one, each.name, pages.get(each.name, ()), own=_is_only(one, intake, each.service))
    ]
    return Trace(
        one=one,
        cells=tuple(cells_of(one.record)),
        standing=known.standings.get(file),
        given=None if one.record.ref else next(given, None),
        names=names_of(intake.cycle, one),
        named_by=named_by(intake.cycle, one),
        findings=findings_of(one, intake.findings),
        printed=tuple(printed),
        documents={each.name: each.stands for each in documents},
    )


def _is_only(one: Traced, intake: Intake, service: str) -> bool:
    """Whether a reference can mean no other record in the document of a service; "" is that of the whole council."""
    alike = [
        other
        for other in every_record(intake.cycle)
        if other.record.ref.canonical == one.record.ref.canonical and (not service or other.service in ("", service))
    ]
    return len(alike) == 1


def _short(one: Traced) -> dict[str, str | None]:
    return {
        "kind": one.kind,
        "ref": str(one.record.ref) or None,
        "service": one.service or None,
        "wording": one.wording,
    }


def _where_to_look(intake: Intake) -> str:
    awaited = ", ".join(intake.cycle.awaited)
    return f"nothing has come back from {awaited} yet" if awaited else "type a reference as it stands in a column Ref"
