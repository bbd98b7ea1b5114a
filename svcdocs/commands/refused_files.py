"""Files that came and were not taken in, as whoever sent them is told: which file, why, and what to send instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from svcdocs.commands.whose import Desks
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.names import all_folded, folded
from svcdocs.project import Project, Refused, read_refused, write_refused

_STAYED = " It was left where it is."
_ITSELF = "Send the workbook itself: the Excel file that you were sent, filled in."
_AGAIN = (
    "Open it, save it once more as an Excel workbook (.xlsx), and send that; if it does not open, put your answers "
    "into the workbook that you were sent."
)
_INTO_OURS = "Put what is in it into the workbook that you were sent, and send that."
_INSTEAD = {
    **dict.fromkeys(("file-damaged", "file-empty", "file-unreadable", "file-unusable"), _AGAIN),
    **dict.fromkeys(("file-email", "file-opendocument", "file-pdf", "file-picture", "file-presentation"), _ITSELF),
    **dict.fromkeys(("file-shortcut", "file-word", "not-a-workbook"), _ITSELF),
    **dict.fromkeys(("file-text", "file-unsafe", "file-too-much-memory", "file-too-slow"), _INTO_OURS),
    "file-archive": "Unpack it, and send the workbook that is in it.",
    "workbook-of-another-cycle": "Send the workbook that you were sent for this year.",
}
"""What to send instead, by the code of a refusal whose own remedy is for whoever takes files in."""
_OURS = frozenset({"file-lock", "file-missing", "file-cannot-be-opened", "file-health"})
"""Codes that say nothing about what was sent."""


def to_their_sender(finding: Finding) -> Finding:
    """What is told of a file that was refused, as it is told to whoever sent it; any other finding as it is."""
    if not _is_refusal(finding):
        return finding
    assert finding.where is not None
    message = finding.message.replace(finding.where.file, PurePosixPath(finding.where.file).name)
    hint = _INSTEAD.get(finding.code, finding.hint.removesuffix(_STAYED))
    return replace(finding, message=message, hint=hint, audience="team")


def by_sender(findings: Iterable[Finding], desks: Desks) -> Iterator[tuple[str, Finding]]:
    """What is told of each file that was refused, with the contributor whom the file's name names."""
    for finding in findings:
        whose = desks.in_name(PurePosixPath(finding.where.file).stem) if finding.where is not None else None
        if whose is not None and _is_refusal(finding):
            yield whose.contributor, to_their_sender(finding)


def keep_in_mind(project: Project, desks: Desks, findings: Iterable[Finding], came: Collection[str]) -> None:
    """Keep in mind what was refused by its path, until a good return of the contributor it names has come.

    What lies in the inbox is seen there. ``came`` are the contributors of whom a return was taken in by now.

    Raises:
        SvcdocsError: it cannot be written.
    """
    good = all_folded(came)
    outside = [one for one in findings if one.where is not None and not _is_in_the_inbox(project, one.where.file)]
    new = {_refused(who, told): None for who, told in by_sender(outside, desks)}
    known = dict.fromkeys((*read_refused(project), *new))
    write_refused(project, tuple(one for one in known if folded(one.contributor) not in good))


def kept_in_mind(project: Project, but: Iterable[tuple[str, Finding]]) -> Iterator[tuple[str, Finding]]:
    """What was refused before and nothing good has come for since, with whose it is; ``but`` what is told anyhow."""
    told = {_refused(who, finding) for who, finding in but}
    for one in read_refused(project):
        if one not in told:
            where = CellRef(one.name)
            yield one.contributor, Finding(one.code, Severity.ERROR, one.message, one.hint, "team", where=where)


def _refused(who: str, told: Finding) -> Refused:
    name = PurePosixPath(told.where.file).name if told.where is not None else ""
    return Refused(who, name, told.code, told.message, told.hint)


def _is_in_the_inbox(project: Project, file: str) -> bool:
    return (project.folder / file).is_relative_to(project.inbox_dir)


def _is_refusal(finding: Finding) -> bool:
    """Whether it is told of a file as a whole that somebody has sent, and that could not be used."""
    is_of_a_file = finding.where is not None and not finding.where.sheet
    known = finding.code in _INSTEAD or (finding.code.startswith("file-") and finding.code not in _OURS)
    return is_of_a_file and known and finding.blocks
