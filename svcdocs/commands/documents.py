"""How the documents in the output folder stand against what lies in the cycle now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from svcdocs.commands.beside_names import BESIDE, BOOK, CORPORATE
from svcdocs.commands.held import reasons_against
from svcdocs.commands.intake import Intake
from svcdocs.commands.printing import name_in_output
from svcdocs.commands.sent import Sent, sent_of
from svcdocs.outputs import MANIFEST, OutputState, read_manifest, survey
from svcdocs.project import Project
from svcdocs.project.folder import SPREADSHEETS


class Print(StrEnum):
    """How a document stands. ``AWAITED`` is one that cannot be built yet, since no return has come in for it."""

    BUILT = "built"
    STALE = "out of date"
    NOT_BUILT = "not built"
    AWAITED = "awaits its return"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the cycle: its name from the output folder, the service whose plan it is ("" for the whole).

    ``is_edited`` says that somebody has edited the file since it was built, ``because`` which files by whose changes it
    is out of date, ``sent`` how it was last circulated, if it was. ``is_kept`` is one that is out of date, and stays as
    it is since something is to be put right first.
    """

    name: str
    service: str
    stands: Print
    is_edited: bool = False
    because: tuple[str, ...] = ()
    sent: Sent | None = None
    is_kept: bool = False

    def as_json(self) -> dict[str, Any]:
        """The document for programs."""
        return {
            "document": self.name,
            "service": self.service or None,
            "state": self.stands.value,
            "edited": self.is_edited,
            "kept": self.is_kept,
            "because": list(self.because),
            "circulated": self.sent.as_json() if self.sent else None,
        }


def documents_of(project: Project, intake: Intake) -> tuple[Document, ...]:
    """Every document of the cycle in the council's order of services, then those of the whole council.

    Public editions are among them once they have been built.
    """
    states = surveyed(project, intake)
    present = {plan.service for plan in intake.cycle.plans}
    services = intake.cycle.framework.service_names
    found = [
        (path, service, service in present)
        for service in services
        for path in (project.service_plan(service), project.public_plan(service))
        if path != project.public_plan(service) or path.is_file()
    ]
    found += [
        (path, "", bool(present))
        for path in (project.corporate_plan, *(project.output_dir / name for name in (*BESIDE, BOOK)))
    ]
    sent = sent_of(project, [name_in_output(project, path) for path, *_ in found])
    held = dict(reasons_against(intake, draft=False))
    documents = []
    for path, service, has_come in found:
        name = name_in_output(project, path)
        state = states.get(name)
        stands = Print.NOT_BUILT if has_come else Print.AWAITED
        if path.is_file():
            stands = Print.STALE if state and state.is_stale else Print.BUILT
        because = state.changed_inputs if state and stands is Print.STALE else ()
        is_kept = stands is Print.STALE and (service or CORPORATE) in held
        is_edited = bool(state and state.is_edited)
        documents.append(Document(name, service, stands, is_edited, because, sent.get(name), is_kept))
    return tuple(documents)


def stale_documents(project: Project, intake: Intake) -> tuple[str, ...]:
    """The documents in the output folder that were built from something else than what lies there now."""
    states = surveyed(project, intake)
    return tuple(sorted(name for name, state in states.items() if state.is_stale and name != MANIFEST))


def surveyed(project: Project, intake: Intake) -> dict[str, OutputState]:
    """How each document that was ever built stands, by its name: those in Word, and the spreadsheet of the annexes."""
    entries = read_manifest(project.output_dir).outputs
    now = {name: _now(entry.inputs, intake.hashes) for name, entry in entries.items() if is_document(name)}
    return survey(project.output_dir, now)


def is_document(name: str) -> bool:
    """Whether an output is a document for readers that is built from the workbooks; its PDF is none of its own."""
    return name.endswith(".docx") or name == BOOK


def _now(inputs: Mapping[str, str], hashes: Mapping[str, str]) -> dict[str, str]:
    """What the inputs of a document hash to now; a workbook that is gone has no hash."""
    return {name: hashes.get(name, sha) if _is_built_in(name) else hashes.get(name, "") for name, sha in inputs.items()}


def _is_built_in(name: str) -> bool:
    return Path(name).suffix.lower() not in SPREADSHEETS
