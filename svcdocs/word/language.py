"""Expressions held to a short list of what is allowed, checked against the contract, and turned into Python source.

Nothing is run here: what a template asks for is only ever worked out while a document is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from jinja2 import nodes

from svcdocs.word.contract import Kind, Shape, did_you_mean, names_of, simple
from svcdocs.word.expressions import Chain, Expression, ExpressionError, FollowsFromAnother, Scope, Variable

MAX_DEPTH = 40

_TEXT, _NUMBER, _FLAG = simple(Shape.TEXT), simple(Shape.NUMBER), simple(Shape.FLAG)
_COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
_LOOP = {
    "first": ("{i} == 1", _FLAG),
    "last": ("{i} == len({s})", _FLAG),
    "index": ("{i}", _NUMBER),
    "index0": ("({i} - 1)", _NUMBER),
    "length": ("len({s})", _NUMBER),
}
_FILTERS = ("join", "length")
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Call: "nothing can be called",
    nodes.Getitem: "[ ] is not part of the language",
    nodes.Pow: "powers are not part of the language",
    nodes.BinExpr: "arithmetic is not part of the language",
    nodes.UnaryExpr: "arithmetic is not part of the language",
    nodes.Filter: "the filters are join and length",
    nodes.Test: "the only test is “is none”",
    nodes.Literal: "lists and dictionaries are not part of the language",
}


def compiled(node: nodes.Expr, scope: Scope) -> Expression:
    """Check an expression in its scope and turn it into Python.

    Raises:
        ExpressionError: it uses something that is not allowed, or a name that is not there.
    """
    work = _Compiler(scope)
    code, kind = work.expression(node)
    return Expression(code, kind, tuple(work.chains), frozenset(work.patterns))


class _Compiler:
    """One walk over one expression. Each kind of node has its method; a node without one is refused."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.chains: list[Chain] = []
        self.patterns: set[str] = set()
        self._depth = 0
        self._methods: dict[type[nodes.Node], Callable[..., tuple[str, Kind]]] = {
            nodes.Name: self._way, nodes.Getattr: self._way, nodes.Const: self._constant, nodes.Compare: self._compare,
            nodes.And: self._either, nodes.Or: self._either, nodes.Not: self._not, nodes.CondExpr: self._choice,
            nodes.Concat: self._concat, nodes.Filter: self._filter, nodes.Test: self._test,
            nodes.TemplateData: self._constant,
        }  # fmt: skip

    def expression(self, node: nodes.Node) -> tuple[str, Kind]:
        """The Python source of a node, and its kind. Raises ExpressionError where it is refused."""
        method = self._methods.get(type(node))
        if method is None:
            unknown = "this is not part of the language"
            reason = next((why for cls, why in _REFUSED.items() if isinstance(node, cls)), unknown)
            raise ExpressionError(f"is refused: {reason}.", "Let the program work it out, and print the result.")
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError("is too deep to be read.")
        result = method(node)
        self._depth -= 1
        return result

    def _way(self, node: nodes.Name | nodes.Getattr) -> tuple[str, Kind]:
        steps: list[str] = []
        start: nodes.Node = node
        while isinstance(start, nodes.Getattr):
            steps.insert(0, start.attr)
            start = start.node
        if not isinstance(start, nodes.Name):
            self.expression(start)  # tells what is refused, where that is the trouble
            raise ExpressionError("is refused: a field can only be asked of a name.")
        if start.name == "loop" and "loop" not in self._scope.variables:
            return self._loop(steps)
        variable = self._variable(start.name)
        return self._follow(variable, steps)

    def _variable(self, name: str) -> Variable:
        found = self._scope.variables.get(name)
        if found is not None and not found.kind.shapes:
            raise FollowsFromAnother
        if found is not None:
            return found
        offered = names_of(self._scope.context)
        if name not in offered:
            everything = [*self._scope.variables, *offered]
            raise ExpressionError(f"asks for “{name}”, which is not there.", did_you_mean(name, everything))
        return Variable(f"c.{name}", offered[name], name, name)

    def _follow(self, variable: Variable, steps: list[str]) -> tuple[str, Kind]:
        kind, shown, pattern = variable.kind, variable.path, variable.pattern
        for step in steps:
            if kind.record is None:
                raise ExpressionError(f"asks for “{step}” of {_last(shown)}, which is a {kind} and has no fields.")
            offered = names_of(kind.record)
            if step not in offered:
                message = f"asks for “{step}”, which {_last(shown)} does not have."
                raise ExpressionError(message, did_you_mean(step, list(offered)))
            kind, shown, pattern = offered[step], f"{shown}.{step}", f"{pattern}.{step}"
        # "c.title" starts at the context, which has no name of its own in a path; "v2" at the item of a loop.
        root, *first = variable.code.split(".")
        self.chains.append(Chain(root, "" if first else variable.path, (*first, *steps)))
        self.patterns.add(pattern)
        return ".".join([variable.code, *steps]), kind

    def _loop(self, steps: list[str]) -> tuple[str, Kind]:
        if self._scope.loop is None:
            raise ExpressionError("asks for “loop”, but stands in no loop.")
        if len(steps) != 1 or steps[0] not in _LOOP:
            raise ExpressionError("asks the loop for something it does not tell.", f"It tells: {', '.join(_LOOP)}.")
        code, kind = _LOOP[steps[0]]
        turn, items = self._scope.loop
        return "(" + code.format(i=turn, s=items) + ")", kind

    def _constant(self, node: nodes.Const | nodes.TemplateData) -> tuple[str, Kind]:
        if isinstance(node, nodes.TemplateData):
            return repr(node.data), _TEXT
        constant = node.value
        if isinstance(constant, bool):
            return repr(constant), _FLAG
        if isinstance(constant, str):
            return repr(str(constant)), _TEXT
        if isinstance(constant, (int, float)) and math.isfinite(constant):
            return repr(constant), _NUMBER
        raise ExpressionError(f"is refused: {constant} is neither a text nor a number.", "Ask “is none” instead.")

    def _compare(self, node: nodes.Compare) -> tuple[str, Kind]:
        code, left = self.expression(node.expr)
        for operand in node.ops:
            right_code, right = self.expression(operand.expr)
            _comparable(operand.op, left, right)
            code, left = f"{code} {_COMPARISONS[operand.op]} {right_code}", right
        return f"({code})", _FLAG

    def _either(self, node: nodes.And | nodes.Or) -> tuple[str, Kind]:
        (left_code, left), (right_code, right) = self.expression(node.left), self.expression(node.right)
        word = "and" if isinstance(node, nodes.And) else "or"
        # "owner or 'Not given'" cannot come out as nothing, even where the owner may be missing.
        optional = right.optional or (left.optional and word == "and")
        return f"({left_code} {word} {right_code})", _either_of(left, right, optional=optional)

    def _not(self, node: nodes.Not) -> tuple[str, Kind]:
        return f"(not {self.expression(node.node)[0]})", _FLAG

    def _choice(self, node: nodes.CondExpr) -> tuple[str, Kind]:
        test = self.expression(node.test)[0]
        yes_code, yes = self.expression(node.expr1)
        no_code, no = self.expression(node.expr2) if node.expr2 is not None else ("''", _TEXT)
        return f"({yes_code} if {test} else {no_code})", _either_of(yes, no, optional=yes.optional or no.optional)

    def _concat(self, node: nodes.Concat) -> tuple[str, Kind]:
        parts = []
        for part in node.nodes:
            code, kind = self.expression(part)
            must_print(kind)
            parts.append(code if kind == _TEXT and code.startswith("'") else f"v({code})")
        return "(" + " + ".join(parts) + ")", _TEXT

    def _filter(self, node: nodes.Filter) -> tuple[str, Kind]:
        if node.name not in _FILTERS:
            near = did_you_mean(node.name, _FILTERS)
            raise ExpressionError(f"asks for the filter “{node.name}”: {_REFUSED[nodes.Filter]}.", near)
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise ExpressionError(f"is refused: {_REFUSED[nodes.Filter]}.")
        code, kind = self.expression(node.node)
        if node.name == "length":
            if kind.shapes - {Shape.LIST, Shape.TEXT} or node.args:
                raise ExpressionError(f"asks for the length of a {kind}.")
            return f"len({code})", _NUMBER
        if kind.item is None or not kind.item.is_printed or len(node.args) > 1:
            raise ExpressionError(f"cannot join a {kind}.", "Join a list of texts: names|join(', ').")
        between, glue = self.expression(node.args[0]) if node.args else ("''", _TEXT)
        must_print(glue)
        return f"{between}.join(map(v, {code}))", _TEXT

    def _test(self, node: nodes.Test) -> tuple[str, Kind]:
        if node.name != "none" or node.args:
            raise ExpressionError(f"is refused: {_REFUSED[nodes.Test]}.")
        return f"({self.expression(node.node)[0]} is None)", _FLAG


def must_print(kind: Kind) -> None:
    """Refuse what cannot be printed in a line.

    Raises:
        ExpressionError: it is neither text nor number.
    """
    if kind.is_printed:
        return
    hints = {
        Shape.BLOCKS: "Write {{p … }} to set it as paragraphs, or {{r … }} to set it within the line.",
        Shape.LIST: "Loop over it, or write …|join(', ').",
        Shape.FLAG: "Write {{ 'yes' if … else 'no' }}.",
        Shape.RECORD: "Print one of its fields: " + ", ".join(list(names_of(kind.record))[:8]) + "."
        if kind.record
        else "",
    }
    raise ExpressionError(f"is a {kind}, and only text and numbers can be printed.", hints.get(kind.shape, ""))


def _last(path: str) -> str:
    return "“" + path.rpartition(".")[2].partition("[")[0] + "”"


def _either_of(left: Kind, right: Kind, *, optional: bool) -> Kind:
    if (left.shapes, left.item, left.record) == (right.shapes, right.item, right.record):
        return Kind(left.shapes, optional, left.item, left.record)
    return Kind(left.shapes | right.shapes, optional)


def _comparable(operator: str, left: Kind, right: Kind) -> None:
    """Refuse comparisons that could only ever come out one way, or could not be made at all."""
    if operator in ("in", "notin"):
        fits = right.shapes == {Shape.TEXT} and left.shapes == {Shape.TEXT}
        if not fits and not (right.item is not None and right.item.shapes & left.shapes):
            raise ExpressionError(f"looks for a {left} in a {right}.")
    elif not left.shapes & right.shapes:
        raise ExpressionError(f"compares a {left} with a {right}.")
    elif operator not in ("eq", "ne") and not (left.is_printed and left.shapes == right.shapes):
        raise ExpressionError(f"puts a {left} and a {right} in order.")
