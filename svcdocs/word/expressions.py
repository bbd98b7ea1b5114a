"""Expressions of a template as Jinja parses them, and what is known about each: its scope, its way through the data.

Only Jinja's parser is used. Its compiler would work out ``9**9**9`` before anybody could object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, nodes

from svcdocs.word.contract import Kind

MAX_LENGTH = 1_000

_environment = Environment(autoescape=True)


class ExpressionError(Exception):
    """An expression that is refused: ``message`` says why, ``hint`` what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class FollowsFromAnother(Exception):
    """An expression that cannot be judged, because the loop it depends on is refused."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that is in reach: the Python name behind it, its kind, and its way through the data.

    A kind without shapes belongs to a loop that is faulty itself: what depends on it is not reported again.
    ``path`` holds ``{i1}`` where the turn of a loop belongs, so that an error can name the very item.
    """

    code: str
    kind: Kind
    path: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in reach at one point of a template."""

    context: type
    variables: dict[str, Variable] = field(default_factory=dict)
    loop: tuple[str, str] | None = None
    """The Python names of the innermost loop's turn (from 1) and of its list."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One way through the data, step by step: where it starts, and the attributes that follow."""

    root: str
    path: str
    steps: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The way as one path, such as ``groups[{i1}].title``."""
        return ".".join((*([self.path] if self.path else []), *self.steps))


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression: its Python source, its kind, the ways it takes through the data, the names it uses."""

    code: str
    kind: Kind
    chains: tuple[Chain, ...] = ()
    patterns: frozenset[str] = frozenset()


def parse(source: str) -> nodes.Expr:
    """The expression between the signs of a tag.

    Raises:
        ExpressionError: it is none.
    """
    body = _parsed("{{ " + source + " }}")
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        raise ExpressionError("is not one expression.")
    return body[0].nodes[0]


def parse_for(source: str) -> tuple[str, nodes.Expr, nodes.Expr | None]:
    """The parts of ``for name in list if condition``: name, list, condition.

    Raises:
        ExpressionError: it is no such sentence.
    """
    body = _parsed("{% for " + source + " %}{% endfor %}")
    loop = body[0] if len(body) == 1 else None
    if not isinstance(loop, nodes.For) or not isinstance(loop.iter, nodes.Expr) or loop.recursive:
        raise ExpressionError("is not a loop.", "Write: for item in list.")
    if not isinstance(loop.target, nodes.Name):
        raise ExpressionError("names more than one thing.", "Write: for item in list.")
    assert loop.test is None or isinstance(loop.test, nodes.Expr)
    return loop.target.name, loop.iter, loop.test


def _parsed(source: str) -> Sequence[nodes.Node]:
    if len(source) > MAX_LENGTH:
        raise ExpressionError(f"is longer than {MAX_LENGTH} characters.", "Let the program work it out instead.")
    try:
        return _environment.parse(source).body
    except TemplateSyntaxError as error:
        raise ExpressionError(f"cannot be read: {(error.message or 'syntax').rstrip('.')}.") from error
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        raise ExpressionError("is too deep or too large to be read.") from error
