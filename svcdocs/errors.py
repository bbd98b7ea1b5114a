"""What a user can put right and the program cannot go on from: one sentence, and a hint how to mend it."""

from __future__ import annotations


class SvcdocsError(Exception):
    """An expected failure: told in one line with its hint, never as a traceback.

    ``message`` says what is wrong and where; ``hint`` says what to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnusableFile(SvcdocsError):
    """A file from outside that cannot be read at all: encrypted, damaged, oversized, or not what it claims to be.

    ``code`` names the reason for programs and stays the same whatever the sentence says.
    """

    def __init__(self, message: str, hint: str = "", code: str = "file-unusable") -> None:
        super().__init__(message, hint)
        self.code = code
