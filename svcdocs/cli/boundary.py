"""The one place where failures become exit codes.

0 nothing blocks · 1 findings that block · 2 cannot run (one line and a hint) · 3 a bug (one line, naming its log).
"""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from svcdocs import __version__
from svcdocs.cli import console
from svcdocs.errors import SvcdocsError

NOTHING_BLOCKS, FINDINGS_BLOCK, CANNOT_RUN, BUG = 0, 1, 2, 3


@dataclass(slots=True)
class Session:
    """What the boundary has to know of a run: ``folder`` is the cycle it is about, once a verb was given one."""

    folder: Path | None = None


def run(group: click.Group, arguments: Sequence[str] | None = None) -> int:
    """Runs a click group and gives back the exit code. A verb gives its exit code back; none is 0."""
    console.make_safe()
    session = Session()
    try:
        return _code(group, arguments, session)
    except SvcdocsError as error:
        console.warn(f"svcdocs: {_one_line(error.message)}")
        if error.hint:
            console.warn(f"hint: {_one_line(error.hint)}")
    except click.ClickException as error:
        error.show()
    except (click.Abort, KeyboardInterrupt):
        console.warn("svcdocs: stopped")
    except console.ReaderGoneError:
        console.forget_reader()
    except Exception as error:  # noqa: BLE001 (whatever else happens is a bug, and its traceback is kept)
        console.warn(f"svcdocs: something went wrong that is not your doing: {_keep(error, arguments, session)}")
        return BUG
    return CANNOT_RUN


def _code(group: click.Group, arguments: Sequence[str] | None, session: Session) -> int:
    given = None if arguments is None else list(arguments)
    try:
        code = group.main(given, prog_name="svcdocs", standalone_mode=False, obj=session, color=console.colour())
    except SystemExit:
        # click ends the program itself for one thing: a pipe that nobody reads any more.
        raise console.ReaderGoneError from None
    return code if isinstance(code, int) else NOTHING_BLOCKS


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _keep(error: Exception, arguments: Sequence[str] | None, session: Session) -> str:
    """Keeps the traceback in a file, beside what the cycle builds where that can be; says where."""
    report = "".join(
        [
            f"svcdocs {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"{list(arguments if arguments is not None else sys.argv[1:])}\n\n",
            *traceback.format_exception(error),
        ]
    )
    name = f"svcdocs-bug-{datetime.now(UTC):%Y%m%d-%H%M%S}.log"
    output = session.folder / "output" if session.folder else None
    for place in (output, Path(tempfile.gettempdir())):
        if place and place.is_dir():
            with suppress(OSError):
                (place / name).write_text(report, encoding="utf-8", errors="backslashreplace")
                return f"what happened is in {place / name}"
    return f"no file could be written, so here is what happened\n{report}"
