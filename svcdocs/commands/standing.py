"""Where everybody who fills in a workbook stands, told from what lies in the cycle folder."""

from __future__ import annotations

from svcdocs.commands.copies import Copies
from svcdocs.commands.intake import Intake
from svcdocs.commands.whose import Desks
from svcdocs.model.states import Standing, State, state_of
from svcdocs.project import Archive, Project
from svcdocs.workbook.reader import Reading


def standings(project: Project, intake: Intake) -> tuple[Standing, ...]:
    """How each contributor stands, in the framework's order.

    Raises:
        SvcdocsError: the ledger cannot be read.
    """
    desks = Desks(intake.cycle.framework)
    archive = Archive.open(project, desks.contributor_called)
    return tuple(
        _standing(Copies(project, desks, archive, archive.history(contributor)), intake, contributor)
        for contributor in intake.contributors
    )


def _standing(copies: Copies, intake: Intake, contributor: str) -> Standing:
    back, history = intake.returned.get(contributor), copies.history
    if back is None:
        return Standing(contributor, State.NOT_STARTED)
    sha, last = intake.hashes[back.file], history.last
    event = history.known(sha)
    return Standing(
        contributor=contributor,
        state=state_of(
            started=not back.is_untouched,
            declared=back.declaration.ready == "Yes",
            kept=event is not None,
            accepted=_is_accepted(copies, back, sha),
        ),
        file=back.file,
        version=event.version if event else 0,
        received=event.date if event else "",
        checked_by=back.declaration.checked_by,
        open=last.open if last and last.lies == sha else (),
    )


def _is_accepted(copies: Copies, back: Reading, sha: str) -> bool | None:
    """Whether a workbook says what was accepted; None where nothing was. Saving it once more changes nothing."""
    accepted = copies.history.accepted
    if accepted is None:
        return None
    if accepted.sha256 == sha:
        return True
    then = copies.version(accepted)
    return then is not None and then.reading.fingerprint == back.fingerprint
