"""The order of tags in a part: every opening tag has its end beside it, every expression is checked in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from svcdocs.word.contract import Kind, Shape
from svcdocs.word.expressions import (
    Expression,
    ExpressionError,
    FollowsFromAnother,
    Scope,
    Variable,
    parse,
    parse_for,
)  # fmt: skip
from svcdocs.word.language import compiled, must_print
from svcdocs.word.names import PPR, SECTPR, Element, w
from svcdocs.word.sheet import Sheet
from svcdocs.word.tags import MARK, Tag

MAX_DEPTH = 12
"""Loops and conditions inside each other. No page needs more, and Python itself stops at twenty."""

_NOTES = (w("footnoteReference"), w("endnoteReference"))
_FAULTY = Kind(frozenset())


@dataclass(slots=True)
class Open:
    """A loop or condition that has not ended yet. ``number`` is its own within the part, for the names it needs."""

    tag: Tag
    parent: Element | None
    scope: Scope
    number: int
    had_else: bool = False

    @property
    def is_loop(self) -> bool:
        """Whether what stands inside may repeat."""
        return self.tag.word == "for"


def check_nesting(sheet: Sheet, context: type) -> dict[Element, tuple[Open, ...]]:
    """Walk a part in document order: pair tags, check expressions, and note where repeating would do harm.

    Returns:
        For each element the loops and conditions around it, where there are any.
    """
    walk = _Walk(sheet, context)
    for node in sheet.root.iter():
        walk.visit(node)
    for left in walk.open:
        sheet.fault(left.tag, "is never closed.", f"Add {_ending(left.tag)} after it.")
    return walk.around


class _Walk:
    def __init__(self, sheet: Sheet, context: type) -> None:
        self._sheet, self._context = sheet, context
        self.open: list[Open] = []
        self.around: dict[Element, tuple[Open, ...]] = {}
        self._count = 0

    def visit(self, node: Element) -> None:
        if isinstance(node.tag, str):
            self._element(node)
        elif isinstance(node, etree._ProcessingInstruction) and node.target == MARK:  # noqa: SLF001 - the only name
            step = self._sheet.steps[int(node.text or 0)]
            if isinstance(step, Tag):
                self._tag(step, node.getparent())

    def _element(self, node: Element) -> None:
        if self.open:
            self.around[node] = tuple(self.open)
            self._refuse_repeating(node)
        for text in node.attrib.values():
            for part in str(text).split("\ufdd0")[1:]:
                step = self._sheet.steps[int(part.partition("\ufdd1")[0])]
                assert isinstance(step, Tag)
                self._print(step)

    def _refuse_repeating(self, node: Element) -> None:
        parent = node.getparent()
        innermost = self.open[-1].tag
        if node.tag == SECTPR and parent is not None and parent.tag == PPR and not _is_in_body(parent):
            message = f"a section ends between {innermost.typed} and its end, in a control or text box."
            self._sheet.report(node, message, "Move the section break out, into the text itself.")
        elif node.tag in _NOTES and any(opened.is_loop for opened in self.open):
            message = f"a footnote stands inside {innermost.typed} and would repeat."
            self._sheet.report(node, message, "Move it outside the loop, or into the text.")

    def _tag(self, tag: Tag, parent: Element | None) -> None:
        if tag.sign == "{{":
            self._print(tag)
        elif tag.word in ("if", "for"):
            self._begin(tag, parent)
        elif tag.word in ("elif", "else"):
            self._turn(tag, parent)
        else:
            self._end(tag, parent)

    @property
    def _scope(self) -> Scope:
        return self.open[-1].scope if self.open else Scope(self._context)

    def _begin(self, tag: Tag, parent: Element | None) -> None:
        self._count += 1
        number = self._count
        scope = self._loop(tag, number) if tag.word == "for" else self._scope
        if tag.word == "if":
            tag.expression = self._checked(tag, tag.source)
        if len(self.open) >= MAX_DEPTH:
            self._sheet.fault(tag, f"stands inside {len(self.open)} others.", f"{MAX_DEPTH} is the limit.")
        tag.extra["number"] = str(number)
        self.open.append(Open(tag, parent, scope, number))

    def _loop(self, tag: Tag, number: int) -> Scope:
        """Check a loop; hands back the names in reach inside it."""
        outer = self._scope
        name, variable = "", Variable(f"v{number}", _FAULTY, "", "")
        try:
            name, items, test = parse_for(tag.source)
            tag.expression = compiled(items, outer)
            variable = _variable(tag, name, tag.expression, number)
            inner = _inside(outer, name, variable, number)
            # A condition on the loop is asked before there is a turn, so it cannot ask about turns.
            test_scope = replace(inner, loop=outer.loop)
            tag.extra["test"] = compiled(test, test_scope).code if test is not None else ""
        except ExpressionError as error:
            self._sheet.fault(tag, error.message, error.hint)
        except FollowsFromAnother:
            pass
        return _inside(outer, name, variable, number)

    def _turn(self, tag: Tag, parent: Element | None) -> None:
        opened = self._fitting(tag, parent)
        if tag.word == "elif":
            tag.expression = self._checked(tag, tag.source)
        if opened is None:
            return
        if opened.had_else or (opened.is_loop and tag.word == "elif"):
            self._sheet.fault(tag, f"does not belong to {opened.tag.typed}.")
        opened.had_else = opened.had_else or tag.word == "else"
        if opened.is_loop:
            opened.scope = self.open[-2].scope if len(self.open) > 1 else Scope(self._context)
        tag.extra["of"] = opened.tag.word
        tag.extra["number"] = str(opened.number)

    def _end(self, tag: Tag, parent: Element | None) -> None:
        opened = self._fitting(tag, parent)
        if opened is not None:
            tag.extra["of"] = "else" if opened.is_loop and opened.had_else else opened.tag.word
            tag.extra["number"] = str(opened.number)
            self.open.remove(opened)

    def _fitting(self, tag: Tag, parent: Element | None) -> Open | None:
        """What a tag in the middle or at the end belongs to. Reports what stands in between, or that it is alone."""
        words = {"endfor": ("for",), "endif": ("if",), "elif": ("if", "for"), "else": ("if", "for")}[tag.word]
        fitting = [opened for opened in self.open if opened.tag.word in words]
        beside = [opened for opened in fitting if opened.parent is parent]
        if not beside:
            if fitting:
                self._misplaced(tag, fitting[-1])
                if tag.word.startswith("end"):
                    self.open.remove(fitting[-1])
            else:
                wanted = " or ".join(f"{{% {word} … %}}" for word in words)
                self._sheet.fault(tag, "closes nothing.", f"There is no open {wanted} before it.")
            return None
        while self.open[-1] is not beside[-1]:
            left = self.open.pop()
            self._sheet.fault(left.tag, f"is not closed before {tag.typed}.", f"Add {_ending(left.tag)} before that.")
        return beside[-1]

    def _misplaced(self, tag: Tag, opened: Open) -> None:
        if tag.level != opened.tag.level:
            hint = f"Write {tag.typed.replace('{%' + tag.level, '{%' + opened.tag.level, 1)}, as in {opened.tag.typed}."
        elif tag.level:
            hint = "Both must stand in the same cell, table, text box or text."
        else:
            hint = "To go over more than one paragraph, give each tag a paragraph of its own: {%p … %}."
        self._sheet.fault(tag, f"does not stand beside {opened.tag.typed} ({opened.tag.place}).", hint)

    def _print(self, tag: Tag) -> None:
        expression = self._checked(tag, tag.source)
        if expression is None:
            return
        shapes = expression.kind.shapes
        if tag.level in ("p", "r"):
            if shapes != {Shape.BLOCKS}:
                hint = "Write {{ … }}." if expression.kind.is_printed else ""
                self._sheet.fault(tag, f"is a {expression.kind}; {{{{{tag.level} … }}}} sets block text.", hint)
            return
        try:
            if shapes != {Shape.PICTURE} or "as" in tag.extra:
                must_print(expression.kind)
        except ExpressionError as error:
            self._sheet.fault(tag, error.message, error.hint)

    def _checked(self, tag: Tag, source: str) -> Expression | None:
        try:
            tag.expression = compiled(parse(source), self._scope)
        except ExpressionError as error:
            self._sheet.fault(tag, error.message, error.hint)
        except FollowsFromAnother:
            pass
        return tag.expression


def _variable(tag: Tag, name: str, items: Expression, number: int) -> Variable:
    if items.kind.item is None:
        raise ExpressionError(f"loops over a {items.kind}, which is no list.")
    if name == "loop" or name.startswith("_"):
        raise ExpressionError(f"cannot call its item “{name}”.")
    path = items.chains[-1].whole if items.chains else tag.source
    pattern = next(iter(items.patterns), "") + "[]"
    return Variable(f"v{number}", items.kind.item, f"{path}[{{i{number}}}]", pattern)


def _inside(outer: Scope, name: str, variable: Variable, number: int) -> Scope:
    return Scope(outer.context, {**outer.variables, name: variable}, (f"i{number}", f"s{number}"))


def _is_in_body(properties: Element) -> bool:
    """Whether the paragraph with these properties stands in the text itself, where ``breaks`` looks after it."""
    return [above.tag for above in properties.iterancestors()][1:2] == [w("body")]


def _ending(tag: Tag) -> str:
    return f"{{%{tag.level} end{tag.word} %}}"
