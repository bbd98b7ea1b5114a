"""A Word document as text, one line a paragraph or table row, for tests to compare and to search."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

_SIGNS = {
    "List Bullet": "• ", "List Bullet 2": "  • ", "Owed": "! ", "Draft Notice": "! ", "Title": "= ",
    "Table Bullet": "• ", "Kept Bullet": "• ",
}  # fmt: skip


def opened(data: bytes) -> WordDocument:
    """The document behind the bytes."""
    return Document(io.BytesIO(data))


def outline(data: bytes) -> str:
    """Paragraphs with a sign for their style ("#" a heading, "•" a bullet, "!" what is owed), rows with bars."""
    lines: list[str] = []
    for item in opened(data).iter_inner_content():
        if isinstance(item, Paragraph):
            lines += _paragraph(item)
        else:
            for row in item.rows:
                lines.append("| " + " | ".join(_cell([_line(p) for p in cell.paragraphs]) for cell in row.cells) + " |")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def section(text: str, heading: str) -> str:
    """The part of an outline under a heading, up to the next of its level or above."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.lstrip("# ") == heading and line.startswith("#"))
    level = len(lines[start]) - len(lines[start].lstrip("#"))
    end = start + 1
    while end < len(lines) and not (
        lines[end].startswith("#") and len(lines[end]) - len(lines[end].lstrip("#")) <= level
    ):
        end += 1
    return "\n".join(lines[start:end])


def _cell(lines: list[str]) -> str:
    return " / ".join(line for line in lines if line) or "(empty)"


def _paragraph(paragraph: Paragraph) -> list[str]:
    line = _line(paragraph)
    return [line] if line.strip("# ") else []


def _line(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    if style.startswith("toc"):
        return ""
    if style.startswith("Part Heading"):
        return f"# {paragraph.text}"
    if style.startswith("Heading "):
        return f"{'#' * int(style[-1])} {paragraph.text}"
    return f"{_SIGNS.get(style, '')}{paragraph.text}" if paragraph.text else ""
