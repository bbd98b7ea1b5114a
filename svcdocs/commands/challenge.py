"""The challenge pack of a cycle as files: a page for each service whose plan has come in."""

from __future__ import annotations

from svcdocs.challenge.pack import challenge_pack
from svcdocs.commands.intake import Intake
from svcdocs.outputs import Output
from svcdocs.project import file_name
from svcdocs.report.challenge import challenge_text


def challenge_outputs(intake: Intake) -> list[Output]:
    """A text for each service, written anew each time."""
    return [
        Output(
            f"challenge/{file_name(service)}.txt",
            challenge_text(service, questions).encode(),
            intake.hashes,
            keep_edits=False,
        )
        for service, questions in challenge_pack(intake.cycle, intake.findings).items()
    ]
