"""The command ``svcdocs``: its verbs, and the way in for the console script and for ``py -m svcdocs``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import click

from svcdocs import __version__
from svcdocs.cli.boundary import run
from svcdocs.cli.lazy import LazyGroup, imported

VERBS: Mapping[str, str] = MappingProxyType(
    {
        verb: f"svcdocs.cli.verbs.{verb}:{verb}"
        for verb in (
            "new",
            "issue",
            "receive",
            "check",
            "build",
            "circulate",
            "status",
            "trace",
            "compare",
            "export",
            "template",
            "reference",
            "rules",
            "schema",
            "doctor",
        )
    }
)
"""Each verb, in the order of the year, and where it is: ``{"build": "svcdocs.cli.verbs.build:build"}``."""

WITHOUT_A_VERB = "svcdocs.cli.alone:alone"
"""What the program does where no verb is typed; it is no verb itself."""


def program(verbs: Mapping[str, str], alone: str = WITHOUT_A_VERB) -> click.Group:
    """The click group over a table of verbs; ``alone`` is what runs where none is typed."""

    @click.group(cls=LazyGroup, verbs=verbs, invoke_without_command=True)
    @click.version_option(__version__, prog_name="svcdocs", message="%(prog)s %(version)s")
    @click.pass_context
    def svcdocs(context: click.Context) -> int | None:
        """From the Excel workbooks of a council's teams to service plans and a corporate plan in Word.

        Without a command it says where in the year the current folder is, and what comes next.
        """
        if context.invoked_subcommand is not None:
            return None
        command = imported(alone)
        with command.make_context("svcdocs", [], parent=context) as inner:
            code: int | None = command.invoke(inner)
            return code

    return svcdocs


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and gives back its exit code. Without arguments, those of the process."""
    return run(program(VERBS), arguments)
