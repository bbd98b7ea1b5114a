"""A click group whose verbs are imported when they are asked for."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """A group over a table from verb to "module:attribute"; help lists verbs in the table's order.

    Listing the verbs imports their files, which are light: what a verb does is imported when it runs.
    """

    def __init__(self, *args: Any, verbs: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The verbs, in the order of the table."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command of one verb, or None where there is no such verb."""
        if cmd_name not in self._verbs:
            return None
        return imported(self._verbs[cmd_name])

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the verb. A pipe to another process that broke is a bug, and told as one.

        click would take it for a reader of standard output that left, and end in silence; ``console.say`` tells that
        case apart.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise RuntimeError("a pipe to another process broke") from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was typed; one that does not exist is answered with the nearest that does."""
        if args and not args[0].startswith("-") and args[0] not in self._verbs:
            near = difflib.get_close_matches(args[0], self._verbs, n=1)
            advice = f"did you mean '{near[0]}'?" if near else "`svcdocs --help` lists what there is"
            ctx.fail(f"there is no verb '{args[0]}': {advice}")
        return super().resolve_command(ctx, args)


def imported(place: str) -> click.Command:
    """The command at a place, "module:attribute"."""
    module, _, attribute = place.partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    return command
