"""The verb export: the whole model as plans.json and as tidy tables, in output/data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from svcdocs import __version__
from svcdocs.commands.intake import Intake, Progress, read_cycle
from svcdocs.exports.plans import plans_value
from svcdocs.exports.tables import tables
from svcdocs.model.findings import Finding
from svcdocs.outputs import Output, Published, json_bytes, publish
from svcdocs.project import Project


@dataclass(frozen=True, slots=True)
class Exported:
    """The data written, and what was found on the way."""

    folder: Path
    published: Published
    findings: tuple[Finding, ...]


def export(project: Project, progress: Progress) -> Exported:
    """Write plans.json and the tables, whatever is still to be put right: data is for looking at, too."""
    intake = read_cycle(project, progress)
    published = publish(project.output_dir, data_outputs(intake), program=__version__)
    return Exported(project.data_dir, published, intake.findings)


def data_outputs(intake: Intake) -> list[Output]:
    """The data of a cycle as outputs, under the folder data."""
    files = {"plans.json": json_bytes(plans_value(intake.cycle)), **tables(intake.cycle)}
    return [Output(f"data/{name}", content, intake.hashes, keep_edits=False) for name, content in files.items()]
