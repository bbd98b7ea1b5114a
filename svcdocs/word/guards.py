"""What keeps a document lawful whatever the data: no cell without paragraph, no table without rows, no blank left."""

from __future__ import annotations

import copy

from lxml import etree

from svcdocs.word.names import PPR, SECTPR, TBL, TC, TEXT_BOX, TR, Element, P, fragment, w
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.tags import MARK, Tag

_CONTAINERS = (TC, w("hdr"), w("ftr"), TEXT_BOX, w("footnote"), w("endnote"), w("sdtContent"))
_NO_ROOM = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    "</w:pPr></w:p>"
)
_HARMLESS = (w("bookmarkStart"), w("bookmarkEnd"))


def add_guards(sheet: Sheet) -> None:
    """Add the steps that look after paragraphs, rows, tables and cells which may be left empty, in place."""
    _refuse_joined_tables(sheet)
    emptied = {p for p in list(sheet.root.iter(P)) if _may_vanish(sheet, p)}
    for paragraph in emptied:
        _guard_paragraph(sheet, paragraph)
    for row in list(sheet.root.iter(TR)):
        if _only_in_marks(row, TC):
            _guard(sheet, row, "row")
    for table in list(sheet.root.iter(TBL)):
        if _only_in_marks(table, TR):
            _guard(sheet, table, "table")
    for container in list(sheet.root.iter(*_CONTAINERS)):
        if _holds_paragraphs(container) and not _ends_well(container, emptied):
            container.append(sheet.mark(Step("keep", {"blank": _blank(sheet, container)})))
    _close_body(sheet, emptied)


def _close_body(sheet: Sheet, emptied: set[Element]) -> None:
    """See that the text ends with a paragraph, as Word wants; one that is added takes no room."""
    body = sheet.root.find(w("body"))
    last = None if body is None or not len(body) else body[-1]
    if last is not None and last.tag == SECTPR:
        before = last.getprevious()
        if before is not None and (before.tag != P or before in emptied):
            last.addprevious(sheet.mark(Step("keep", {"blank": _NO_ROOM})))


def is_mark(node: Element) -> bool:
    """Whether a node stands for a tag or step."""
    return isinstance(node, etree._ProcessingInstruction) and node.target == MARK  # noqa: SLF001 - the only name


def _refuse_joined_tables(sheet: Sheet) -> None:
    """Report loops that would set table after table with nothing in between: Word shows them as one."""
    for mark in (mark for table in sheet.root.iter(TBL) for mark in [table.getprevious()] if mark is not None):
        step = sheet.steps[int(mark.text or 0)] if is_mark(mark) else None
        if isinstance(step, Tag) and step.word == "for" and not _apart(sheet, mark):
            sheet.fault(step, "would join its tables into one.", "Put a heading or a paragraph between them.")


def _apart(sheet: Sheet, mark: Element) -> bool:
    """Whether a paragraph, or anything else that is no table, stands in the turns of a loop."""
    depth = 0
    for node in mark.itersiblings():
        step = sheet.steps[int(node.text or 0)] if is_mark(node) else None
        if isinstance(step, Tag):
            depth += (step.word in ("for", "if")) - (step.word in ("endfor", "endif"))
            if depth < 0:
                return False
            if step.sign == "{{":
                return True
        elif step is None and node.tag != TBL:
            return True
    return True


def _may_vanish(sheet: Sheet, paragraph: Element) -> bool:
    """Whether all that a paragraph shows stands inside conditions or loops within it."""
    if any(True for _ in paragraph.iter(SECTPR)) or _beside_table(paragraph):
        return False
    depth, controls = 0, 0
    for child in paragraph:
        if is_mark(child):
            step = sheet.steps[int(child.text or 0)]
            if isinstance(step, Step) and step.kind.startswith("heading"):
                continue
            word = step.word if isinstance(step, Tag) else ""
            depth += (word in ("if", "for")) - (word in ("endif", "endfor"))
            controls += 1
            if not word and not depth:
                return False
        elif child.tag != PPR and child.tag not in _HARMLESS and not depth:
            return False
    return controls > 0 and depth == 0 and not any(child.tag in _HARMLESS for child in paragraph)


def _beside_table(paragraph: Element) -> bool:
    """Whether a paragraph keeps a table from its neighbour: without it Word would join two tables into one."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    return any(node is not None and node.tag == TBL for node in (before, after))


def _guard_paragraph(sheet: Sheet, paragraph: Element) -> None:
    paragraph.addprevious(sheet.mark(Step("paragraph")))
    number = str(len(sheet.steps) - 1)
    properties = paragraph.find(PPR)
    body = sheet.mark(Step("paragraph_body", {"of": number}))
    if properties is None:
        paragraph.insert(0, body)
    else:
        properties.addnext(body)
    paragraph.addnext(sheet.mark(Step("paragraph_end", {"of": number})))


def _guard(sheet: Sheet, element: Element, kind: str) -> None:
    element.addprevious(sheet.mark(Step(kind)))
    element.addnext(sheet.mark(Step(f"{kind}_end", {"of": str(len(sheet.steps) - 1)})))


def _only_in_marks(element: Element, wanted: str) -> bool:
    """Whether every row of a table, or cell of a row, stands between marks, so that none may be left.

    What stands before the first mark or behind the last one, where all loops and conditions have ended, is certain.
    """
    children = list(element)
    marks = [n for n, child in enumerate(children) if is_mark(child)]
    return bool(marks) and not any(child.tag == wanted for child in (*children[: marks[0]], *children[marks[-1] + 1 :]))


def _holds_paragraphs(container: Element) -> bool:
    parent = container.getparent()
    if container.tag == w("sdtContent"):
        holder = None if parent is None else parent.getparent()
        return holder is not None and holder.tag in (w("body"), *_CONTAINERS)
    return True


def _ends_well(container: Element, emptied: set[Element]) -> bool:
    last = container[-1] if len(container) else None
    while last is not None and last.tag in _HARMLESS:
        last = last.getprevious()
    return last is not None and last.tag == P and last not in emptied


def _blank(sheet: Sheet, container: Element) -> str:
    """A blank paragraph that looks like what stood in the container, so that its row keeps its height."""
    inside = next(container.iter(P), None)
    looks = None if inside is None else inside.find(PPR)
    if looks is not None:
        plain = copy.deepcopy(looks)
        for extra in plain.findall(w("numPr")):
            plain.remove(extra)
        return f"<w:p>{fragment(plain)}</w:p>"
    for node in container.iter(etree.ProcessingInstruction):
        step = sheet.steps[int(node.text or 0)] if is_mark(node) else None
        if isinstance(step, Tag) and step.paragraph.find(PPR) is not None:
            return f"<w:p>{fragment(step.paragraph.find(PPR))}</w:p>"
    return "<w:p/>"
