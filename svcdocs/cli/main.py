"""The command ``svcdocs``: its verbs, and the way in for the console script and for ``py -m svcdocs``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import click

from svcdocs import __version__
from svcdocs.cli.boundary import run
from svcdocs.cli.console import say
from svcdocs.cli.lazy import LazyGroup

VERBS: Mapping[str, str] = MappingProxyType(
    {
        verb: f"svcdocs.cli.verbs.{verb}:{verb}"
        for verb in ("new", "issue", "receive", "check", "build", "export", "template", "reference", "rules", "schema")
    }
)
"""Each verb, in the order of the year, and where it is: ``{"build": "svcdocs.cli.verbs.build:build"}``."""

WITHOUT_A_VERB = "status"
"""What ``svcdocs`` alone does, once there is such a verb; until then it prints its help."""


def program(verbs: Mapping[str, str]) -> click.Group:
    """The click group over a table of verbs."""

    @click.group(cls=LazyGroup, verbs=verbs, invoke_without_command=True)
    @click.version_option(__version__, prog_name="svcdocs", message="%(prog)s %(version)s")
    @click.pass_context
    def svcdocs(context: click.Context) -> int | None:
        """From the Excel workbooks of a council's teams to service plans and a corporate plan in Word."""
        if context.invoked_subcommand is not None:
            return None
        verb = svcdocs.get_command(context, WITHOUT_A_VERB)
        if verb is None:
            say(context.get_help())
            return 0
        with verb.make_context(WITHOUT_A_VERB, [], parent=context) as inner:
            code: int | None = verb.invoke(inner)
            return code

    return svcdocs


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and gives back its exit code. Without arguments, those of the process."""
    return run(program(VERBS), arguments)
