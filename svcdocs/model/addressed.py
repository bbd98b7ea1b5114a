"""Who hears of which finding, and of which first: everybody of what is their own, the policy officer of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from svcdocs.model.findings import Finding, Severity

OFFICER = ""
"""Under this name stands what the policy officer hears: it is no contributor's."""

_ORDER = list(Severity)
_UNREAD = frozenset({"file-health", "sheet-missing", "headings-not-found", "column-missing"})
"""Codes of findings behind which more may be hidden: what they name was not read at all."""
_HOLDS_UP = frozenset({"ref-twice", "ref-unknown", "section-unknown", "not-ready"})
"""Codes of findings for which others wait: whoever refers to a row, and whoever asks whether all has come."""

_PRINTED_WRONG = frozenset(
    {
        "appendix-missing",
        "bid-restated",
        "cells-merged-across",
        "cited-part-missing",
        "date-impossible",
        "date-outside-plan",
        "end-differs",
        "example-left-in",
        "figure-contradicts",
        "heading-of-another-year",
        "money-point",
        "note-to-self",
        "percent-as-fraction",
        "percentage-range",
        "person-not-named",
        "placeholder-left",
        "ref-in-text-unknown",
        "step-after-finish",
        "table-total-differs",
        "target-restated",
        "text-cut-off",
        "total-differs",
    }
)
"""Codes of findings of which a reader of the plan would see what is wrong; the others ask for more, or for order."""
_FIRST = (_UNREAD, _HOLDS_UP, _PRINTED_WRONG)


def by_contributor(findings: Iterable[Finding], owners: Mapping[str, str]) -> dict[str, tuple[Finding, ...]]:
    """The findings under the contributor who is to hear of each, under ``OFFICER`` those that are nobody else's.

    ``owners`` gives the contributor whose workbook a file is. A team hears only of cells of its own workbook, and never
    of what the framework or somebody else has wrong; of what is shared, the policy officer hears as well. Each one's
    findings come the worst first, else in their order.
    """
    heard: dict[str, list[Finding]] = {}
    for finding in findings:
        file = finding.where.file if finding.where else ""
        owner = OFFICER if finding.audience == "officer" else owners.get(file, OFFICER)
        for who in dict.fromkeys((owner, OFFICER) if finding.shared else (owner,)):
            heard.setdefault(who, []).append(finding)
    return {who: tuple(sorted(ones, key=lambda one: _ORDER.index(one.severity))) for who, ones in heard.items()}


def most_pressing_first(findings: Iterable[Finding], sheets: Sequence[str] = ()) -> tuple[Finding, ...]:
    """The findings of one contributor in the order in which they are best seen to.

    What keeps a document from being made comes first; of what weighs the same, what was not read at all, then what
    others wait for, what would be printed wrong, and the rest; each as the ``sheets`` of the workbook follow each
    other, from the top down, and on each sheet last what moves its rows.
    """
    order = {name: number for number, name in enumerate(sheets)}

    def pressing(finding: Finding) -> tuple[int, int, int, bool]:
        first = next((number for number, codes in enumerate(_FIRST) if finding.code in codes), len(_FIRST))
        sheet = finding.where.sheet if finding.where else ""
        return _ORDER.index(finding.severity), first, order.get(sheet, len(order)), finding.moves_rows

    return tuple(sorted(findings, key=pressing))
