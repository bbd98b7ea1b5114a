"""A part of a template as a Python function: literal XML, and between it the values, loops and conditions of tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from svcdocs.word.blocks import runs
from svcdocs.word.contract import Shape
from svcdocs.word.expressions import Expression
from svcdocs.word.names import DECLARATION
from svcdocs.word.printable import in_attribute, in_text
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.tags import MARK, Tag
from svcdocs.word.values import colour, number_text, plain_text

if TYPE_CHECKING:
    from svcdocs.word.work import Work

_MARKS: Final = re.compile(rf"<\?{MARK} (\d+)\?>|\ufdd0(\d+)\ufdd1")
CODE_NAME: Final = "<template>"
_TOOLS: Final[dict[str, Any]] = {
    "e": in_text, "a": in_attribute, "n": number_text, "v": plain_text, "colour": colour, "runs": runs,
    "len": len, "map": map, "str": str, "enumerate": enumerate, "__builtins__": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled part. ``tags`` tells which tag a line of the function belongs to, for when a value is missing."""

    part: str
    run: Callable[[Any, Work, list[str]], None]
    code: CodeType
    tags: Mapping[int, Tag]


def compile_part(sheet: Sheet) -> Program:
    """Turn a part whose tags are checked into a function that writes it into a list of strings."""
    xml = DECLARATION + etree.tostring(sheet.root, encoding="unicode")
    return compile_text(sheet.part, xml, sheet.steps)


def compile_text(part: str, xml: str, steps: Sequence[Tag | Step]) -> Program:
    """Turn the text of a part, with marks in it, into a function."""
    writer = _Writer(steps)
    at = 0
    for match in _MARKS.finditer(xml):
        writer.literal(xml[at : match.start()])
        writer.step(int(match.group(1) or match.group(2)))
        at = match.end()
    writer.literal(xml[at:])
    source = writer.finished()
    code = compile(source, CODE_NAME, "exec")
    space: dict[str, Any] = dict(_TOOLS)
    # The source is ours from end to end: names are made up here, constants are written by repr, and every attribute
    # has been found in the types of the context.
    exec(code, space)  # noqa: S102
    run = space["run"]
    return Program(part, run, run.__code__, writer.tags)


class _Writer:
    """Writes the source line by line: what is printed in a row is handed over in one go."""

    def __init__(self, steps: Sequence[Tag | Step]) -> None:
        self._steps = steps
        self._lines = ["def run(c, s, o):", " w = o.extend"]
        self._depth = 1
        self._pending: list[tuple[str, Tag | None]] = []
        self.tags: dict[int, Tag] = {}

    def literal(self, text: str) -> None:
        if text:
            self._pending.append((repr(text), None))

    def step(self, number: int) -> None:
        step = self._steps[number]
        if isinstance(step, Tag):
            self._tag(step)
        else:
            getattr(self, f"_step_{step.kind}")(number, step)

    def finished(self) -> str:
        self._flush()
        return "\n".join(self._lines) + "\n"

    def _flush(self) -> None:
        if not self._pending:
            return
        self._line("w((")
        for code, tag in self._pending:
            self._line(f"{code},", tag)
        self._line("))")
        self._pending.clear()

    def _line(self, text: str, tag: Tag | None = None) -> None:
        self._lines.append(" " * self._depth + text)
        if tag is not None:
            self.tags[len(self._lines)] = tag

    def _statement(self, text: str, tag: Tag | None = None) -> None:
        self._flush()
        self._line(text, tag)

    def _print(self, code: str, tag: Tag | None = None) -> None:
        self._pending.append((code, tag))

    # Tags

    def _tag(self, tag: Tag) -> None:
        if tag.sign == "{{" or "as" in tag.extra:
            assert tag.expression is not None
            self._print(_printing(tag, tag.expression), tag)
        else:
            getattr(self, f"_{tag.word}")(tag)

    def _if(self, tag: Tag) -> None:
        assert tag.expression is not None
        self._statement(f"if {tag.expression.code}:", tag)
        self._indent()

    def _elif(self, tag: Tag) -> None:
        assert tag.expression is not None
        self._dedent()
        self._line(f"elif {tag.expression.code}:", tag)
        self._indent()

    def _else(self, tag: Tag) -> None:
        self._dedent()
        self._line("else:" if tag.extra["of"] == "if" else f"if not s{tag.extra['number']}:")
        self._indent()

    def _endif(self, _tag: Tag) -> None:
        self._dedent()

    def _for(self, tag: Tag) -> None:
        assert tag.expression is not None
        number, test = tag.extra["number"], tag.extra["test"]
        items = f"[v{number} for v{number} in {tag.expression.code} if {test}]" if test else tag.expression.code
        self._statement(f"s{number} = {items}", tag)
        self._line(f"for i{number}, v{number} in enumerate(s{number}, 1):", tag)
        self._indent()

    def _endfor(self, _tag: Tag) -> None:
        self._dedent()

    def _indent(self) -> None:
        self._depth += 1
        self._line("pass")

    def _dedent(self) -> None:
        self._flush()
        self._depth -= 1

    # Steps: each method is named after its kind.

    def _step_id(self, _number: int, _step: Step) -> None:
        self._print("str(s.next_id())")

    def _step_bookmark(self, number: int, _step: Step) -> None:
        self._statement(f"b{number} = str(s.next_id())")
        self._print(f"b{number}")

    def _step_again(self, _number: int, step: Step) -> None:
        self._print(f"b{step.data['of']}")

    def _step_contents(self, _number: int, step: Step) -> None:
        self._statement(f"s.contents_at(o, {step.data['index']})")

    def _step_heading(self, _number: int, step: Step) -> None:
        self._statement(f"s.begin_heading(o, {step.data['level']}, {step.data['num']!r}, {step.data['ilvl']})")

    def _step_heading_end(self, _number: int, _step: Step) -> None:
        self._statement("s.end_heading(o)")

    def _step_keep(self, _number: int, step: Step) -> None:
        self._statement(f"s.keep_paragraph(o, {step.data['blank']!r})")

    def _step_paragraph(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_paragraph_body(self, _number: int, step: Step) -> None:
        self._statement(f"n{step.data['of']} = len(o)")

    def _step_paragraph_end(self, _number: int, step: Step) -> None:
        of = step.data["of"]
        self._statement(f"s.drop_blank(o, m{of}, n{of})")

    def _step_row(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_row_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.drop_without(o, m{step.data['of']}, '<w:tc')")

    def _step_rows(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_rows_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.keep_rows(o, m{step.data['of']})")

    def _step_sections(self, _number: int, _step: Step) -> None:
        self._statement("s.begin_sections(o)")

    def _step_section(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_section_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.end_section(o, m{step.data['of']})")

    def _step_sections_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.end_sections(o, m{step.data['of']})")

    def _step_columns(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_columns_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.fit_columns(o, m{step.data['of']}, {step.data['total']})")

    def _step_table(self, number: int, _step: Step) -> None:
        self._statement(f"m{number} = len(o)")

    def _step_table_end(self, _number: int, step: Step) -> None:
        self._statement(f"s.drop_without(o, m{step.data['of']}, '<w:tr')")


def _printing(tag: Tag, expression: Expression) -> str:
    """The source that prints one expression where its tag stands."""
    code, shapes = expression.code, expression.kind.shapes
    if tag.level == "p":
        return f"s.blocks({code}, {tag.extra['host']})"
    if tag.level == "r":
        return f"runs({code}, {tag.looks!r})"
    if "as" in tag.extra:
        return {"colour": f"colour({code})", "attribute": f"a(v({code}))", "plain": f"v({code})"}[tag.extra["as"]]
    in_line = {Shape.PICTURE: f"s.picture({code})", Shape.NUMBER: f"n({code})", Shape.TEXT: f"e({code})"}
    return in_line.get(expression.kind.shape, f"e(v({code}))") if len(shapes) == 1 else f"e(v({code}))"
