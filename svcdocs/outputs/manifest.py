"""manifest.json: for each output its hash, the hashes of what it was built from, and by which version. No clock.

An output is stale when the hash of one of its inputs differs from the one recorded; it was edited when its own hash
does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from svcdocs.errors import SvcdocsError
from svcdocs.outputs.json_text import json_bytes

MANIFEST = "manifest.json"
_SCHEMA = 1
_MOST_BESIDE = 99


@dataclass(frozen=True, slots=True)
class Entry:
    """One output as it was built. ``inputs`` maps the name of each input to its SHA-256."""

    sha256: str
    inputs: Mapping[str, str]
    program: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every output that was built into one folder, by its name from there ("service-plans/housing.docx").

    ``writing`` holds the hashes of outputs that were being put in place: when a build is cut short, what it had
    already replaced is known as ours and not taken for somebody's edit.
    """

    outputs: Mapping[str, Entry] = field(default_factory=dict)
    writing: Mapping[str, str] = field(default_factory=dict)

    def built(self, name: str) -> frozenset[str]:
        """The hashes of everything we built under that name or beside it: a file that has one was not edited."""
        names = [name, *beside(name)]
        return frozenset(
            [self.outputs[known].sha256 for known in names if known in self.outputs]
            + [self.writing[known] for known in names if known in self.writing]
        )

    def entry(self, name: str, sha256: str | None) -> Entry | None:
        """What is recorded of an output whose file has that hash.

        A person who takes the new build renames it over the file they had edited; its record moves with it.
        """
        taken = (self.outputs[other] for other in beside(name) if other in self.outputs)
        own = self.outputs.get(name)
        if own and own.sha256 == sha256:
            return own
        return next((entry for entry in taken if entry.sha256 == sha256), own)


@dataclass(frozen=True, slots=True)
class OutputState:
    """How one output stands: built and on disk, edited since, and which of its inputs changed since."""

    name: str
    is_built: bool
    is_present: bool
    is_edited: bool
    changed_inputs: tuple[str, ...]

    @property
    def is_stale(self) -> bool:
        """Whether it was built from something else than what lies there now."""
        return self.is_built and bool(self.changed_inputs)


def output_state(name: str, manifest: Manifest, sha256: str | None, inputs: Mapping[str, str]) -> OutputState:
    """The state of one output, from the hash of its file (None: no file) and the hashes of its inputs as they are."""
    entry = manifest.entry(name, sha256)
    was = entry.inputs if entry else {}
    changed = tuple(sorted(key for key in was.keys() | inputs.keys() if was.get(key) != inputs.get(key)))
    return OutputState(
        name=name,
        is_built=entry is not None,
        is_present=sha256 is not None,
        is_edited=sha256 is not None and sha256 not in manifest.built(name),
        changed_inputs=changed if entry else (),
    )


def beside(name: str) -> Iterator[str]:
    """Names for a new build beside an edited output: "plan (new build).docx", "plan (new build 2).docx" and so on."""
    path = PurePosixPath(name)
    for number in range(1, _MOST_BESIDE + 1):
        again = f" {number}" if number > 1 else ""
        yield path.with_name(f"{path.stem} (new build{again}){path.suffix}").as_posix()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an output folder; an empty one where nothing was built yet.

    Raises:
        SvcdocsError: it cannot be read, or a later version of svcdocs wrote it.
    """
    file = folder / MANIFEST
    try:
        said = json.loads(file.read_bytes())
        if said["schema"] > _SCHEMA:
            raise SvcdocsError(f"{file} was written by a later version of svcdocs", "install that version")
        return Manifest({name: _entry(entry) for name, entry in said["outputs"].items()}, dict(said.get("writing", {})))
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "delete it and build again: documents that differ are then left alone, and new ones written beside them"
        raise SvcdocsError(f"{file} cannot be read", hint) from error


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written."""
    said: dict[str, Any] = {
        "schema": _SCHEMA,
        "outputs": {
            name: {"sha256": entry.sha256, "inputs": dict(entry.inputs), "program": entry.program}
            for name, entry in manifest.outputs.items()
        },
    }
    if manifest.writing:
        said["writing"] = dict(manifest.writing)
    return json_bytes(said)


def _entry(said: Mapping[str, Any]) -> Entry:
    return Entry(sha256=said["sha256"], inputs=dict(said["inputs"]), program=said["program"])
