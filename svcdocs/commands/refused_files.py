"""Files that came and were not taken in, as whoever sent them is told: which file, why, and what to send instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from svcdocs.commands.whose import Desks
from svcdocs.model.findings import Finding

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


def _is_refusal(finding: Finding) -> bool:
    """Whether it is told of a file as a whole that somebody has sent, and that could not be used."""
    is_of_a_file = finding.where is not None and not finding.where.sheet
    known = finding.code in _INSTEAD or (finding.code.startswith("file-") and finding.code not in _OURS)
    return is_of_a_file and known and finding.blocks
