"""Writing a set of outputs: every one is prepared beside its place first, then all are put in place, each in one step.

When one cannot be prepared (a full disk), nothing is put in place. A file that cannot be replaced, because Word on
Windows holds it open, keeps its old content and is named; the others are still written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from svcdocs.errors import SvcdocsError
from svcdocs.files import prepared, remove, replace, sha256_of, sha256_of_file
from svcdocs.outputs.decide import Decision, Output, decide
from svcdocs.outputs.manifest import (
    MANIFEST,
    Entry,
    Manifest,
    OutputState,
    beside,
    manifest_bytes,
    output_state,
    read_manifest,
)


class Outcome(StrEnum):
    """What became of an output."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Result:
    """One output after publishing: ``file`` has the new content; None where it could not be written.

    ``why`` and ``hint`` are empty where all went well.
    """

    name: str
    outcome: Outcome
    file: Path | None
    why: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of each output, in the order they were given."""

    results: tuple[Result, ...]

    def of(self, outcome: Outcome) -> tuple[Result, ...]:
        """The outputs to which that happened."""
        return tuple(result for result in self.results if result.outcome is outcome)


def publish(folder: Path, outputs: Sequence[Output], *, program: str, gone: Iterable[str] = ()) -> Published:
    """Writes outputs into a folder, which is made where needed, and records them in its manifest.

    Outputs that are not in this set keep their files and their records, but for ``gone``: those are not made any more
    and go, unless somebody has edited them.

    Raises:
        SvcdocsError: two outputs have names that Windows takes for one, the folder cannot be written to, or its
            manifest cannot be read or replaced.
    """
    _names_must_differ(outputs)
    manifest = read_manifest(folder)
    decided: list[Decision] = []
    refused: dict[str, OSError] = {}
    for output in outputs:
        try:
            decided.append(decide(output, manifest, lambda name: _sha_on_disk(folder / name)))
        except OSError as error:
            refused[output.name] = error
    refused |= _put_in_place(folder, [decision for decision in decided if decision.must_write], manifest)
    done = [decision for decision in decided if decision.output.name not in refused]
    removed = {name for decision in done for name in decision.superseded if remove(folder / name)}
    removed |= {name for name in gone if _is_ours(folder, name, manifest) and remove(folder / name)}
    _save_manifest(folder, _recorded(manifest, done, removed, program))
    decision_of = {decision.output.name: decision for decision in decided}
    return Published(
        tuple(
            _refusal(name, refused[name]) if name in refused else _result(folder, decision_of[name], manifest)
            for name in (output.name for output in outputs)
        )
    )


def survey(folder: Path, inputs: Mapping[str, Mapping[str, str]]) -> dict[str, OutputState]:
    """How outputs stand. ``inputs`` gives for each output the hashes that its inputs have now."""
    manifest = read_manifest(folder)
    return {name: output_state(name, manifest, _sha_on_disk(folder / name), now) for name, now in inputs.items()}


def _names_must_differ(outputs: Sequence[Output]) -> None:
    seen: set[str] = set()
    for output in outputs:
        if output.name.casefold() in seen:
            hint = "give services names that differ in more than case and punctuation"
            raise SvcdocsError(f"two documents would both be {output.name}", hint)
        seen.add(output.name.casefold())


def _put_in_place(folder: Path, decisions: Sequence[Decision], manifest: Manifest) -> dict[str, OSError]:
    """Replaces the target of every decision; gives back the outputs that were refused, with the reason."""
    if not decisions:
        return {}
    with prepared({folder / decision.target: decision.output.content for decision in decisions}) as ready:
        writing = {decision.target: sha256_of(decision.output.content) for decision in decisions}
        _save_manifest(folder, Manifest(manifest.outputs, {**manifest.writing, **writing}))
        errors = {
            decision.output.name: replace(ready[folder / decision.target], folder / decision.target)
            for decision in decisions
        }
    return {name: error for name, error in errors.items() if error}


def _save_manifest(folder: Path, manifest: Manifest) -> None:
    content = manifest_bytes(manifest)
    if _sha_on_disk(folder / MANIFEST) == sha256_of(content) or manifest == Manifest():
        return
    with prepared({folder / MANIFEST: content}) as ready:
        error = replace(ready[folder / MANIFEST], folder / MANIFEST)
    if error:
        raise SvcdocsError(
            f"{folder / MANIFEST} cannot be replaced: {error.strerror or error}",
            "close the program that has it open, and run the same command again",
        ) from error


def _recorded(manifest: Manifest, done: Sequence[Decision], removed: set[str], program: str) -> Manifest:
    """The manifest after publishing: new records for what has the new content, none for what was removed.

    What an earlier build was cut short in, and this one did not write, stays known as ours.
    """
    entries = {name: entry for name, entry in manifest.outputs.items() if name not in removed}
    for decision in done:
        entries[decision.target] = Entry(sha256_of(decision.output.content), decision.output.inputs, program)
    targets = {decision.target for decision in done}
    return Manifest(entries, {name: sha for name, sha in manifest.writing.items() if name not in targets})


def _is_ours(folder: Path, name: str, manifest: Manifest) -> bool:
    """Whether nobody has edited what lies under a name of ours, or nothing lies there any more."""
    there = _sha_on_disk(folder / name)
    return there is None or there in manifest.built(name)


def _result(folder: Path, decision: Decision, manifest: Manifest) -> Result:
    name, file = decision.output.name, folder / decision.target
    if decision.is_beside:
        known = any(record in manifest.outputs for record in (name, *beside(name)))
        why = "was edited since it was built" if known else "is there already, and was not built here"
        return Result(
            name,
            Outcome.KEPT,
            file,
            f"{name} {why}: it is left as it is, and the new build is '{file.name}' beside it",
            "carry the edits into the workbook, then rename the new build over the old file; "
            "or keep the edited file and leave the new build",
        )
    return Result(name, Outcome.WRITTEN if decision.must_write else Outcome.UNCHANGED, file)


def _refusal(name: str, error: OSError) -> Result:
    if isinstance(error, PermissionError):
        why, hint = "is open in another program or may not be changed", "close it in Word, and build again"
    else:
        why, hint = f"could not be replaced: {error.strerror or error}", "see that the folder can be written to"
    return Result(name, Outcome.REFUSED, None, f"{name} {why}: its old content stays", hint)


def _sha_on_disk(file: Path) -> str | None:
    try:
        return sha256_of_file(file)
    except FileNotFoundError:
        return None
