"""What was circulated of each document, and whether what stands in the output folder is still that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from svcdocs.model.dates import said_iso
from svcdocs.outputs import Manifest, read_manifest, sha256_of_file
from svcdocs.project import Circulated, Circulation, Project


@dataclass(frozen=True, slots=True)
class Sent:
    """The last circulation of a document: its version, its day, and whether what stands there now is the same."""

    version: str
    day: str
    is_same: bool

    @property
    def in_words(self) -> str:
        """For people: "circulated as Draft 3 on 1 March 2027, and differs from that"."""
        differs = "" if self.is_same else ", and differs from that"
        return f"circulated as {self.version} on {said_iso(self.day)}{differs}"

    def as_json(self) -> dict[str, Any]:
        """The circulation for programs."""
        return {"version": self.version, "day": self.day, "same": self.is_same}


def sent_of(project: Project, documents: Iterable[str]) -> dict[str, Sent]:
    """How documents were last circulated, by their names in the output folder; those that never were are not in it.

    Raises:
        SvcdocsError: the record or the manifest cannot be read.
    """
    circulation = Circulation.open(project)
    last = {copy.document: copy for copy in circulation.copies}
    if not last:
        return {}
    manifest = read_manifest(project.output_dir)
    return {
        name: Sent(last[name].version, last[name].day, _is_same(project, manifest, last[name]))
        for name in documents
        if name in last
    }


def _is_same(project: Project, manifest: Manifest, copy: Circulated) -> bool:
    """Whether a document is the one of which a copy was circulated, or was built from the same in the same way."""
    try:
        sha = sha256_of_file(project.output_dir / copy.document)
    except OSError:
        return False
    entry = manifest.entry(copy.document, sha)
    return sha == copy.sha256 or (
        entry is not None
        and (entry.sha256, entry.program, dict(entry.inputs)) == (sha, copy.program, dict(copy.inputs))
    )
