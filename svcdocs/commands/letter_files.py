"""Letters as files of the output folder: what each is called, and which of earlier days go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from svcdocs.model.letters import Letter
from svcdocs.outputs import Output, read_manifest
from svcdocs.project import Project, file_name
from svcdocs.report.letters import letter_text

LETTERS, NOTICES = "letters/", "letters/changed-"
"""Where letters lie in the output folder, and how the names of notices about changed documents begin."""
OFFICERS_OWN = "policy-officer"
"""What the file with the policy officer's own list is called."""


def letter_outputs(letters: Iterable[Letter], inputs: Mapping[str, str]) -> list[Output]:
    """The letters as files that are written anew each time: what somebody wants to say beside is said in the mail."""
    return [
        Output(f"{LETTERS}{file_of(letter)}.txt", letter_text(letter).encode(), inputs, keep_edits=False)
        for letter in letters
    ]


def letters_gone(project: Project, outputs: Iterable[Output]) -> tuple[str, ...]:
    """The letters of earlier days for which there is none among these outputs: nobody is to send them any more.

    What tells of changed documents is a build's to take away.
    """
    made = {output.name for output in outputs}
    there = (name for name in read_manifest(project.output_dir).outputs if name.startswith(LETTERS))
    return tuple(name for name in there if name not in made and not name.startswith(NOTICES))


def file_of(letter: Letter) -> str:
    """The name of a letter's file, without its ending."""
    return file_name(letter.contributor) if letter.contributor else OFFICERS_OWN
