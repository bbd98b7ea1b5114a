"""A part of a template taken apart: every tag becomes a mark at the node it governs - run, paragraph, row or cell."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterable

from lxml import etree

from svcdocs.word.breaks import freed_of_its_break
from svcdocs.word.names import (
    PPR,
    RPR,
    RUN,
    SECTPR,
    TC,
    TCPR,
    TR,
    VAL,
    Element,
    P,
    T,
    cell_property,
    child_value,
    fragment,
    nearest,
    own,
    remove,
    w,
)  # fmt: skip
from svcdocs.word.sheet import ATTRIBUTE, Sheet
from svcdocs.word.survey import shortened, text_of_paragraph
from svcdocs.word.tags import Piece, Tag, fill, join, looks_of, mark, marks, pieces_of, read_tag, settle

_CONTROL = ("if", "elif", "else", "endif", "for", "endfor")
_CELL_WORDS = ("cellbg", "vm")
_SEEN = tuple(
    w(name) for name in ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference", "fldChar")
)
_CARRIERS = {"p": P, "tr": TR, "tc": TC}
_CARRIER_WORDS = {"p": "paragraph", "tr": "row", "tc": "cell"}


def take_apart(sheet: Sheet) -> None:
    """Put a mark in the place of every tag of a part, in place; what is wrong goes to the sheet's faults."""
    carried: list[tuple[Tag, Element]] = []
    for paragraph in list(sheet.root.iter(P)):
        pieces = pieces_of(paragraph)
        tags, halves = join(pieces, sheet.spots[paragraph].place, paragraph)
        for half in halves:
            message = f"“{half}” begins or ends a tag that is not whole."
            hint = "A tag opens and closes in one paragraph: {{ … }} or {% … %}."
            sheet.report(paragraph, message, hint)
        _refuse_field_codes(sheet, paragraph)
        if tags:
            carried += _place_tags(sheet, paragraph, pieces)
    _replace_carriers(sheet, carried)


def _place_tags(sheet: Sheet, paragraph: Element, pieces: list[Piece]) -> list[tuple[Tag, Element]]:
    """Set the marks inside one paragraph. Tags that govern more than runs are handed back with what they govern."""
    carried: list[tuple[Tag, Element]] = []
    for piece in pieces:
        kept: list[str | Tag] = []
        for item in piece.items:
            if isinstance(item, str):
                kept.append(item)
            elif item.sign != "{#" and _is_known(sheet, item):
                run = piece.element.getparent()
                if item.sign == "{{" and item.level and run is not None:
                    item.looks = looks_of(run)
                _sort_out(sheet, paragraph, item, kept, carried)
        changed = kept != [piece.text]
        piece.items = kept
        if changed:
            if piece.element.tag == T:
                _split(piece)
            else:
                settle(piece)
    for run in [run for run in own(paragraph, P, RUN) if _is_hollow(run)]:
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    return carried


def _sort_out(
    sheet: Sheet, paragraph: Element, tag: Tag, kept: list[str | Tag], carried: list[tuple[Tag, Element]]
) -> None:
    """Decide for one tag whether it stays in its run, colours or merges its cell, or governs a node around it."""
    if tag.level in _CARRIERS:
        carrier = paragraph if tag.level == "p" else nearest(paragraph, _CARRIERS[tag.level])
        if carrier is None:
            sheet.fault(tag, f"governs a table {_CARRIER_WORDS[tag.level]}, but stands in no table.", "Write {%p … %}.")
            return
        sheet.add(tag)
        carried.append((tag, carrier))
    elif tag.word in _CELL_WORDS:
        cell = nearest(paragraph, TC)
        if cell is None:
            sheet.fault(tag, "is about a table cell, but stands in no table.")
        else:
            {"cellbg": _colour, "vm": _merge}[tag.word](sheet, tag, cell)
    else:
        sheet.add(tag)
        kept.append(tag)


def _is_known(sheet: Sheet, tag: Tag) -> bool:
    """Whether a tag belongs to the language at all; reports it where it does not."""
    inside = tag.typed[2:-2]
    if inside.startswith(("-", "+")) or inside.endswith(("-", "+")):
        sheet.fault(tag, "holds a sign for taking blanks away.", "Leave the - out: conditions leave no blank lines.")
    elif tag.sign == "{{":
        if tag.source and tag.level in ("", "p", "r"):
            return True
        hint = "Write {{ name }}, {{p text }} or {{r text }}."
        sheet.fault(tag, "prints nothing." if not tag.source else "cannot print a row or a cell.", hint)
    elif tag.word in _CONTROL or (tag.word in _CELL_WORDS and not tag.level):
        if bool(tag.source) == (tag.word in ("if", "elif", "for", "cellbg")):
            return True
        sheet.fault(tag, "says too much." if tag.source else "says too little.")
    else:
        known = "if, elif, else, endif, for, endfor, cellbg, vm"
        what = f"“{tag.word}” is not part of the language." if tag.word else "is empty."
        sheet.fault(tag, what, f"It knows: {known}; p, tr, tc or r stands right behind {{% and a blank follows.")
    return False


def _governs_runs(item: str | Tag) -> bool:
    return isinstance(item, Tag) and (item.sign == "{%" or item.level == "r")


def _split(piece: Piece) -> None:
    """Settle the text of a run; where a tag governs runs, cut the run there, so that each half keeps its looks."""
    if not any(_governs_runs(item) for item in piece.items):
        fill(piece.element, piece.items)
        return
    run = piece.element.getparent()
    assert run is not None
    after = _twin(run)
    for child in list(piece.element.itersiblings()):
        after.append(child)
    run.remove(piece.element)
    run.addnext(after)
    for governs, group in itertools.groupby(piece.items, _governs_runs):
        items = list(group)
        if governs:
            for tag in items:
                assert isinstance(tag, Tag)
                after.addprevious(mark(tag.number))
        elif any(items):
            between = _twin(run)
            fill(etree.SubElement(between, T), items)
            after.addprevious(between)


def _twin(run: Element) -> Element:
    """An empty run that looks the same."""
    twin = etree.Element(RUN, nsmap=run.nsmap)
    looks = run.find(RPR)
    if looks is not None:
        twin.append(copy.deepcopy(looks))
    return twin


def _is_hollow(run: Element) -> bool:
    """Whether nothing of a run is left but its looks."""
    return all(child.tag == RPR or (child.tag == T and not child.text and not len(child)) for child in run)


def _replace_carriers(sheet: Sheet, carried: Iterable[tuple[Tag, Element]]) -> None:
    """Put a mark in the place of every paragraph, row or cell that holds nothing but the tag that governs it."""
    by_carrier: dict[Element, list[Tag]] = {}
    for tag, carrier in carried:
        by_carrier.setdefault(carrier, []).append(tag)
    for carrier, tags in by_carrier.items():
        tag, word = tags[0], _CARRIER_WORDS[tags[0].level]
        if len(tags) > 1:
            for second in tags[1:]:
                sheet.fault(second, f"stands in the same {word} as {tag.typed}.", f"Each needs a {word} of its own.")
        elif _is_occupied(carrier):
            beside = "the text beside it in its" if tag.level != "p" else "the rest of its"
            sheet.fault(tag, f"would take away {beside} {word}.", f"Leave it alone in a {word}.")
        parent = carrier.getparent()
        if parent is None:
            continue  # its row is governed by another tag, which has been reported
        if any(True for _ in carrier.iter(SECTPR)) and not freed_of_its_break(carrier, tag):
            sheet.fault(
                tag, "stands in a paragraph that ends a section.", "Move the section break to its own paragraph."
            )
        if tag.sign == "{{":
            tag.extra["pPr"] = fragment(carrier.find(PPR))
            tag.extra["style"] = child_value(carrier.find(PPR), "pStyle")
        for one in tags:
            carrier.addprevious(mark(one.number))
        remove(carrier)


def _is_occupied(carrier: Element) -> bool:
    """Whether a node that a tag would replace holds anything a reader could see, or another tag."""
    paragraphs = [carrier] if carrier.tag == P else list(carrier.iter(P))
    if any(text_of_paragraph(paragraph) for paragraph in paragraphs):
        return True
    return any(True for _ in marks(carrier)) or any(True for _ in carrier.iter(*_SEEN))


def _colour(sheet: Sheet, tag: Tag, cell: Element) -> None:
    shading = cell_property(cell, "shd")
    shading.set(VAL, "clear")
    shading.set(w("color"), "auto")
    tag.extra["as"] = "colour"
    shading.set(w("fill"), ATTRIBUTE.format(sheet.add(tag)))


def _merge(sheet: Sheet, tag: Tag, cell: Element) -> None:
    """Write a cell in the first turn of its loop only, and continue it downwards in the others."""

    def made(typed: str) -> Tag:
        twin = read_tag(typed, tag.place, tag.paragraph)
        twin.typed = tag.typed
        return twin

    merge = made("{{ 'restart' if loop.first else 'continue' }}")
    merge.extra["as"] = "attribute"
    cell_property(cell, "vMerge").set(VAL, ATTRIBUTE.format(sheet.add(merge)))
    properties = cell.find(TCPR)
    assert properties is not None
    blank = etree.Element(P, nsmap=cell.nsmap)
    looks = tag.paragraph.find(PPR)
    if looks is not None:
        blank.append(copy.deepcopy(looks))
    properties.addnext(sheet.mark(made("{%p if loop.first %}")))
    cell.extend([sheet.mark(made("{%p else %}")), blank, sheet.mark(made("{%p endif %}"))])


def _refuse_field_codes(sheet: Sheet, paragraph: Element) -> None:
    for code in own(paragraph, P, w("instrText"), w("delText")):
        if "{{" in (code.text or "") or "{%" in (code.text or ""):
            message = f"“{shortened(code.text or '')}” holds a tag in a field code, where it is not read."
            sheet.report(paragraph, message, "Print the text itself instead.")
