"""What to do with one output, decided from hashes alone: write it, leave it, or write beside somebody's edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from svcdocs.files import sha256_of
from svcdocs.outputs.manifest import MANIFEST, Manifest, beside


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be published.

    ``name`` is its path from the output folder, with "/". ``inputs`` maps the name of each input to its SHA-256.
    ``keep_edits`` is off for files that nobody edits, such as the report, which every check writes anew.
    """

    name: str
    content: bytes
    inputs: Mapping[str, str]
    keep_edits: bool = True

    def __post_init__(self) -> None:
        path = PurePosixPath(self.name)
        inside = not path.is_absolute() and ".." not in path.parts and path.as_posix() == self.name
        if not inside or not path.name or set(self.name) & set('\\:*?"<>|') or self.name.casefold() == MANIFEST:
            raise ValueError(f"not a name for an output: {self.name!r}")


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one output.

    ``target`` is the name its content has or gets; it differs from the output's own where that was edited.
    ``superseded`` names new builds beside it that nobody touched and nobody needs any more.
    """

    output: Output
    target: str
    must_write: bool
    superseded: tuple[str, ...] = ()

    @property
    def is_beside(self) -> bool:
        """Whether the output's own file is left alone because somebody edited it."""
        return self.target != self.output.name


def decide(output: Output, manifest: Manifest, sha_on_disk: Callable[[str], str | None]) -> Decision:
    """What to do with one output. ``sha_on_disk`` gives the hash of the file of that name, None where there is none.

    A file is overwritten only when its hash is one that we built; one that we know nothing of counts as edited.
    """
    new, there, built = sha256_of(output.content), sha_on_disk(output.name), manifest.built(output.name)
    if there is None or there == new or there in built or not output.keep_edits:
        recorded = [name for name in beside(output.name) if name in manifest.outputs]
        unneeded = tuple(name for name in recorded if sha_on_disk(name) in built)
        return Decision(output, output.name, must_write=there != new, superseded=unneeded)
    for name in beside(output.name):
        there = sha_on_disk(name)
        if there is None or there == new or there in built:
            return Decision(output, name, must_write=there != new)
    raise ValueError(f"too many edited builds beside {output.name}")
