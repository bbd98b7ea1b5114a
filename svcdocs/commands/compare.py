"""The verb compare: what has changed between two cycles, or two versions of one; as lines, as data and in Word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.commands.intake import Progress, read_cycle
from svcdocs.commands.opening import bytes_of
from svcdocs.commands.printing import ready
from svcdocs.comparison.versions import Compared, Version, compared
from svcdocs.documents.change_sheet import ChangeSheetContext, change_sheet
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import read_plans
from svcdocs.model.changes import ChangeKind
from svcdocs.model.names import lines_of
from svcdocs.outputs import Output, Published, publish
from svcdocs.project import Project, file_name

SCHEDULE = "schedule-of-changes.docx"
"""The sheet with the changes of all services."""


def compare(before: Path, after: Path, progress: Progress) -> Compared:
    """What has changed from one version to another; each is a cycle folder, or a plans.json that was exported.

    Raises:
        SvcdocsError: one of them is neither, or cannot be read.
    """
    return compared(_version(before, progress), _version(after, progress))


def as_json(found: Compared) -> dict[str, Any]:
    """The comparison under its published names."""
    return {
        "before": found.before.name,
        "after": found.after.name,
        "changes": [change.as_json() for change in found.changes],
        "counts": {kind.value: count for kind, count in _counts(found).items()},
        "not_compared": list(found.not_compared),
    }


def summary(found: Compared) -> str:
    """How much has changed, in a line."""
    counts = _counts(found)
    said = ", ".join(f"{count} {kind.value}" for kind, count in counts.items() if count)
    return f"From {found.before.name} to {found.after.name}: {said or 'nothing has changed'}"


def write_sheets(found: Compared, folder: Path, after: Path) -> Published:
    """Write a change sheet in Word for each portfolio holder with only what is theirs, and the schedule of them all.

    ``after`` is where the later version was read: if that is a cycle with a template of its own, it is used.

    Raises:
        SvcdocsError: the folder cannot be written to, or the template cannot be used.
    """
    template = ready(Project.open(after) if after.is_dir() else None, "change-sheet")
    holders: dict[str, list[str]] = {}
    for row in found.after.framework.services:
        for holder in () if row.team else lines_of(row.portfolio):
            holders.setdefault(holder, []).append(row.service)
    sheets = {SCHEDULE: _sheet(found)}
    sheets |= {f"changes-{file_name(name)}.docx": _sheet(found, name, own) for name, own in holders.items()}
    outputs = [Output(name, template.print(sheet), template.inputs) for name, sheet in sheets.items()]
    return publish(folder, outputs, program=__version__)


def _sheet(found: Compared, holder: str = "", services: Sequence[str] | None = None) -> ChangeSheetContext:
    return change_sheet(
        found.after.framework,
        found.changes,
        before=found.before.name,
        after=found.after.name,
        holder=holder,
        services=services,
        not_compared=found.not_compared,
    )


def _version(path: Path, progress: Progress) -> Version:
    if path.is_dir():
        cycle = read_cycle(Project.open(path), progress).cycle
        name = _name(path, cycle.framework.about.version)
        return Version(name, cycle.framework, tuple(cycle.plans), cycle.finance, cycle.requests)
    if path.suffix.lower() != ".json":
        what = "is not there" if not path.exists() else "is neither a cycle folder nor a plans.json"
        raise SvcdocsError(f"{path} {what}", "give the folder of a cycle, or the plans.json that svcdocs export wrote")
    held = read_plans(bytes_of(path), path.name)
    return Version(_name(path, held.framework.about.version), held.framework, held.plans, held.finance, held.requests)


def _name(path: Path, version: str) -> str:
    shown = path.resolve().name
    return f"{shown} ({version.strip()})" if version.strip() else shown


def _counts(found: Compared) -> dict[ChangeKind, int]:
    counts = Counter(change.kind for change in found.changes)
    return {kind: counts[kind] for kind in ChangeKind}
