"""Which documents in the output folder may go out: those that a build would make again as they are, byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs import __version__
from svcdocs.commands.beside_names import BESIDE, BOOK, CORPORATE
from svcdocs.commands.held import reasons_against
from svcdocs.commands.intake import Intake, Progress
from svcdocs.commands.made import made
from svcdocs.commands.printing import Print, name_in_output, pdf_inputs, pdf_name
from svcdocs.documents.covers import Cover
from svcdocs.errors import SvcdocsError
from svcdocs.outputs import Manifest, read_manifest, sha256_of
from svcdocs.project import Project
from svcdocs.word.outline import page_numbers_of

_BUILD = "build again"
_NAMED = 3
"""So many files at most are named whose change has made a document out of date."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document as it lies there. Without a ``cover`` it may not go out: ``why``, and ``remedy`` says what to do.

    ``document`` is its name in the output folder, ``service`` whose plan it is, blank for one of the whole council.
    """

    document: str
    service: str = ""
    cover: Cover | None = None
    content: bytes = b""
    inputs: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    remedy: str = ""


def candidates(
    project: Project, intake: Intake, progress: Progress, *, only: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """Every document that could go out, each followed by its PDF; ``only`` names services whose plans alone are meant.

    Raises:
        SvcdocsError: the manifest cannot be read, or a template cannot be used.
    """
    looked = _Looked(project, read_manifest(project.output_dir))
    services = intake.cycle.framework.service_names
    plans = {name_in_output(project, project.service_plan(name)): name for name in services}
    names = [name for name, service in plans.items() if not only or service in only]
    names += [] if only else [CORPORATE, *BESIDE, BOOK]
    true = _true_ones(project, intake, looked, names, progress)
    reasons = dict(reasons_against(intake, draft=False))
    found: list[Candidate] = []
    for name in names:
        service = plans.get(name, "")
        if name in true:
            one = true[name]
            found.append(Candidate(name, service, one.cover, looked.content(name), one.inputs))
            found += looked.pdf_of(found[-1], one)
        else:
            why, remedy = looked.what_is_wrong(name, reasons.get(service or CORPORATE, ""))
            found.append(Candidate(name, service, why=why, remedy=remedy))
    return tuple(found)


def _true_ones(
    project: Project, intake: Intake, looked: _Looked, names: Sequence[str], progress: Progress
) -> dict[str, Print]:
    """What a build prints of the documents that lie there just so; in spite of what is to be put right, if need be."""
    true: dict[str, Print] = {}
    for draft in (False, True):
        due = [name for name in names if name not in true and looked.is_ours(name)]
        if not due:
            break
        everything = made(project, intake, dict(reasons_against(intake, draft=draft)), draft=draft)
        prints = {one.name: one for one in everything.going_out if one.name in due}
        for number, (name, one) in enumerate(prints.items()):
            progress("Comparing documents", number, len(prints))
            looked.wanted[name] = one.inputs
            if looked.is_just_so(one):
                true[name] = one
    return true


@dataclass(frozen=True)
class _Looked:
    """The output folder, looked at: what lies there and what was built.

    ``wanted`` gives for each document that a build would make what it would make it from.
    """

    project: Project
    manifest: Manifest
    wanted: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _read: dict[str, bytes | None] = field(default_factory=dict)

    def content(self, name: str) -> bytes:
        """What a document holds; nothing where there is none, or where it could not be opened."""
        if name not in self._read:
            try:
                self._read[name] = (self.project.output_dir / name).read_bytes()
            except FileNotFoundError:
                self._read[name] = b""
            except OSError:
                self._read[name] = None
        return self._read[name] or b""

    def is_ours(self, name: str) -> bool:
        """Whether a document lies there as it was built."""
        return bool(self.content(name)) and sha256_of(self.content(name)) in self.manifest.built(name)

    def is_just_so(self, one: Print) -> bool:
        """Whether a document lies there as it would be printed now, on the pages on which it was set."""
        there = self.content(one.name)
        entry = self.manifest.entry(one.name, sha256_of(there))
        if entry is None or dict(entry.inputs) != dict(one.inputs):
            return False
        try:
            pages = page_numbers_of(there) if one.name.endswith(".docx") else {}
        except SvcdocsError:
            return False
        return one.printed(pages) == there

    def pdf_of(self, document: Candidate, printed: Print) -> Iterator[Candidate]:
        """The PDF of a document that may go out, if there is one."""
        name = pdf_name(document.document)
        if name == document.document or name not in self.manifest.outputs or not self.content(name):
            return
        inputs = pdf_inputs(document.document, printed.printed({}), document.inputs)
        entry = self.manifest.entry(name, sha256_of(self.content(name)))
        if not self.is_ours(name):
            yield Candidate(name, document.service, why="it was changed since it was made", remedy="build with --pdf")
        elif entry is None or dict(entry.inputs) != inputs or entry.program != __version__:
            yield Candidate(name, document.service, why="it is of an earlier build", remedy="build with --pdf")
        else:
            yield Candidate(name, document.service, document.cover, self.content(name), inputs)

    def what_is_wrong(self, name: str, reason: str) -> tuple[str, str]:
        """Why a document may not go out, and what to do. ``reason`` is what keeps it from being built, if anything."""
        there = self.content(name)
        build = f"have put right what is wrong, wait for what is awaited, and {_BUILD}" if reason else _BUILD
        if self._read.get(name) is None:
            return "it is held by another program", "close it there, and do this again"
        if not there:
            return reason or ("it is not there any more" if name in self.manifest.outputs else "not built yet"), build
        if not self.is_ours(name):
            return "it was edited since it was built", f"carry the edits into the workbook, and {_BUILD}"
        entry = self.manifest.entry(name, sha256_of(there))
        if reason:
            return f"it is the last good copy: {reason}", build
        if entry is not None and entry.program != __version__:
            return f"it was made with svcdocs {entry.program}, and this is {__version__}", _BUILD
        changed = self._changed(name, entry.inputs if entry else {})
        return (
            f"built before the last change of {changed}" if changed else "a build would make it otherwise now",
            build,
        )

    def _changed(self, name: str, was: Mapping[str, str]) -> str:
        """The files that have come, gone or changed since a document was built from what ``was`` there, in short."""
        now = self.wanted.get(name, was)
        names = sorted(each for each in now.keys() | was.keys() if now.get(each, "") != was.get(each, ""))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f"{', '.join(names[:_NAMED])}{more}"
