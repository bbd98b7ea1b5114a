"""Plain docxtpl as a witness: the same template and data, rendered by it with autoescape on."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Collection
from typing import Any

from docx.shared import Mm
from docxtpl.inline_image import InlineImage
from docxtpl.richtext import RichText, RichTextParagraph
from docxtpl.template import DocxTemplate

from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.word import Chart, Diagram, Picture
from svcdocs.word.numbering import labels


class Paragraphs:
    """Block text as docxtpl's rich paragraphs."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __html__(self) -> str:
        return "".join(_paragraph(_with_label(block)) for block in self._text.blocks)


class Line(Paragraphs):
    """Block text as docxtpl's rich text within a line."""

    def __html__(self) -> str:
        text = "\n".join(block.plain for block in self._text.blocks)
        return str(RichText(text))  # type: ignore[no-untyped-call]


def _with_label(block: Block) -> str:
    """The characters of a block; a label that Word cannot count stands among them."""
    is_typed = block.kind is BlockKind.NUMBERED and not labels(block.label)
    return f"{block.label}\t{block.plain}" if is_typed else block.plain


def _paragraph(text: str) -> str:
    made = RichTextParagraph()  # type: ignore[no-untyped-call]
    made.add(RichText(text))  # type: ignore[no-untyped-call]
    return str(made)


def render_plain(template: bytes, context: Any, in_line: Collection[str] = ()) -> bytes:
    """Render with docxtpl. ``in_line`` names the fields of block text that the template prints with ``{{r … }}``."""
    document = DocxTemplate(io.BytesIO(template))
    return _rendered(document, wrapped(context, in_line, document))


def render_wrapped(template: bytes, names: dict[str, Any]) -> bytes:
    """Render with docxtpl what has been wrapped before."""
    return _rendered(DocxTemplate(io.BytesIO(template)), names)


def wrapped(context: Any, in_line: Collection[str] = (), document: DocxTemplate | None = None) -> dict[str, Any]:
    """A context as names and values docxtpl can print; pictures need the document they are meant for."""
    names = [field.name for field in dataclasses.fields(context) if document or field.type != "Picture"]
    return {name: _wrapped(getattr(context, name), document, in_line, name) for name in names}


def _rendered(document: DocxTemplate, names: dict[str, Any]) -> bytes:
    document.render(names, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Wrapped:
    """A record whose block texts and pictures docxtpl can print."""

    def __init__(self, record: Any, document: DocxTemplate | None, in_line: Collection[str]) -> None:
        for field in dataclasses.fields(record):
            setattr(self, field.name, _wrapped(getattr(record, field.name), document, in_line, field.name))


def _wrapped(value: Any, document: DocxTemplate | None, in_line: Collection[str], name: str) -> Any:
    match value:
        case Text():
            return Line(value) if name in in_line else Paragraphs(value)
        case Picture():
            return InlineImage(document, io.BytesIO(value.data), Mm(value.width), Mm(value.height))  # type: ignore[no-untyped-call]
        case Chart():
            return ""  # docxtpl draws nothing, and a chart has no text of its own among the paragraphs
        case Diagram():
            return "\n".join(("", *(line for box in value.boxes for line in box.lines)))
        case tuple():
            return [_wrapped(item, document, in_line, name) for item in value]
    return _Wrapped(value, document, in_line) if dataclasses.is_dataclass(value) else value
