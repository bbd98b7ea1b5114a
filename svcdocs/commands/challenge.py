"""The challenge pack of a cycle as files: a page for each service whose plan has come in."""

from __future__ import annotations

from collections.abc import Mapping

from svcdocs.model.challenge import Question
from svcdocs.outputs import Output
from svcdocs.project import file_name
from svcdocs.report.challenge import challenge_text


def challenge_outputs(questions: Mapping[str, tuple[Question, ...]], hashes: Mapping[str, str]) -> list[Output]:
    """A text for each service, written anew each time."""
    return [
        Output(
            f"challenge/{file_name(service)}.txt",
            challenge_text(service, asked).encode(),
            hashes,
            keep_edits=False,
        )
        for service, asked in questions.items()
    ]
