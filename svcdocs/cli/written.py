"""Writing one file that somebody named on the command line."""

from __future__ import annotations

from pathlib import Path

from svcdocs.cli.console import say
from svcdocs.errors import SvcdocsError


def write_file(path: Path, content: bytes) -> None:
    """Write a file and say so.

    Raises:
        SvcdocsError: it cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise SvcdocsError(f"{path} cannot be written: {error.strerror or error}", "choose another place") from error
    say(f"Wrote {path}.")
