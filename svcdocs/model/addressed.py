"""Who hears of which finding: everybody of what lies in their own workbook, and the policy officer of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from svcdocs.model.findings import Finding, Severity

OFFICER = ""
"""Under this name stands what the policy officer hears: it is no contributor's."""

_ORDER = list(Severity)


def by_contributor(findings: Iterable[Finding], owners: Mapping[str, str]) -> dict[str, tuple[Finding, ...]]:
    """The findings under the contributor who is to hear of each, under ``OFFICER`` those that are nobody else's.

    ``owners`` gives the contributor whose workbook a file is. A team hears only of cells of its own workbook, and never
    of what the framework or somebody else has wrong. Each one's findings come the worst first, else in their order.
    """
    heard: dict[str, list[Finding]] = {}
    for finding in findings:
        file = finding.where.file if finding.where else ""
        owner = OFFICER if finding.audience == "officer" else owners.get(file, OFFICER)
        heard.setdefault(owner, []).append(finding)
    return {who: tuple(sorted(ones, key=lambda one: _ORDER.index(one.severity))) for who, ones in heard.items()}
