"""How high the paragraphs and table rows of a finished document are, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from svcdocs.word.names import PPR, TBL, TC, TCPR, TR, WP, Element, P, T, child_value, own, value, w, whole
from svcdocs.word.styles import Styles
from svcdocs.word.widths import width

_LEADING = 1.149
"""The height of a line of Arial in sizes of its letters."""
_BOLD = 1.06
"""How much wider bold letters are."""
_BESIDE, _ABOVE = 142, 93
"""The room at the sides of a cell, and above and below its text with the line under it."""
_LIST_INDENT = 360
_EMU = 635
"""English metric units, in which pictures are measured, in a twentieth of a point."""
_WHOLE_LINE = 240
_LEAST = 300
"""No line is taken to be narrower: a damaged width must not give a document without end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table row on its way to a page.

    ``lines`` are the heights of the parts between which a page may end; a row that must not be cut has one. ``head`` is
    the height of the heading row that is repeated above a row on a new page.
    """

    lines: tuple[float, ...]
    before: int = 0
    after: int = 0
    keeps_next: bool = False
    begins_page: bool = False
    ends_section: bool = False
    head: float = 0

    @property
    def height(self) -> float:
        """Its height without the space before and after it."""
        return sum(self.lines)


@dataclass(frozen=True, slots=True)
class _Looks:
    """What of a style matters for the height of its paragraphs."""

    size: int
    is_bold: bool
    before: int
    after: int
    line: float
    indent: int
    borders: float
    keeps_next: bool
    keeps_lines: bool
    begins_page: bool

    def height(self, lines: int) -> float:
        return lines * self.line


@dataclass(slots=True)
class Heights:
    """The heights of what stands in one document."""

    styles: Styles
    defaults: Element | None
    _looks: dict[str, _Looks] = field(default_factory=dict)

    def pieces(self, elements: Iterator[Element], across: int) -> Iterator[Piece]:
        """The paragraphs and rows of a section as pieces. ``across`` is the width of its lines."""
        for element in elements:
            if element.tag == P:
                yield self.paragraph(element, across)
            elif element.tag == TBL:
                yield from self._rows(element)

    def paragraph(self, paragraph: Element, across: int) -> Piece:
        """A paragraph set in lines of a width."""
        looks, own_looks = self._of(self.styles.of(paragraph)), paragraph.find(PPR)
        indent = whole(_attribute(own_looks, "ind", "left"), looks.indent)
        room = max(across - indent, _LEAST)
        pictures = [*paragraph.iter(f"{{{WP}}}inline")]
        if pictures:
            lines: tuple[float, ...] = (_pictures_height(pictures, room),)
        else:
            count = _lines_of(_text(paragraph), looks.size * (_BOLD if looks.is_bold else 1), room)
            lines = (looks.line,) * count
        if looks.keeps_lines:
            lines = (sum(lines),)
        return Piece(
            (*lines[:-1], lines[-1] + looks.borders),
            looks.before,
            looks.after,
            keeps_next=self._keeps_next(paragraph),
            begins_page=looks.begins_page,
            ends_section=own_looks is not None and own_looks.find(w("sectPr")) is not None,
        )

    def _rows(self, table: Element) -> Iterator[Piece]:
        head = 0.0
        for row in table.findall(TR):
            properties = row.find(w("trPr"))
            height = max((self._cell(cell) for cell in row.findall(TC)), default=0.0)
            height = max(height, whole(child_value(properties, "trHeight")))
            is_head = properties is not None and properties.find(w("tblHeader")) is not None
            is_whole = properties is not None and properties.find(w("cantSplit")) is not None
            kept = is_head or any(self._keeps_next(p) for p in row.iter(P))
            lines = (height,) if is_whole else (_WHOLE_LINE,) * max(1, round(height / _WHOLE_LINE))
            yield Piece(lines, keeps_next=kept, head=0 if is_head else head)
            head += height if is_head else 0

    def _keeps_next(self, paragraph: Element) -> bool:
        looks = paragraph.find(PPR)
        return self._of(self.styles.of(paragraph)).keeps_next or (
            looks is not None and looks.find(w("keepNext")) is not None
        )

    def _cell(self, cell: Element) -> float:
        room = whole(_attribute(cell.find(TCPR), "tcW", "w")) - _BESIDE
        height, after = 0.0, 0
        for place, paragraph in enumerate(cell.findall(P)):
            piece = self.paragraph(paragraph, max(room, _LEAST))
            height += piece.height + (max(piece.before, after) if place else piece.before)
            after = piece.after
        return height + after + _ABOVE

    def _of(self, style: str) -> _Looks:
        if style not in self._looks:
            self._looks[style] = self._read(style)
        return self._looks[style]

    def _read(self, style: str) -> _Looks:
        def spacing(name: str, default: int) -> int:
            for one in (*self.styles.chain(style), self.defaults):
                found = _attribute(None if one is None else one.find(PPR), "spacing", name)
                if found:
                    return whole(found, default)
            return default

        size = self.styles.size(style)
        line = spacing("line", _WHOLE_LINE)
        exact = _attribute_of(self.styles.property(style, "pPr/spacing"), "lineRule") == "exact"
        indent = _attribute_of(self.styles.property(style, "pPr/ind"), "left")
        has_number = bool(self.styles.numbering(style)[0])
        sides = self.styles.property(style, "pPr/pBdr")
        return _Looks(
            size=size,
            is_bold=_is_set(self.styles.property(style, "rPr/b")),
            before=spacing("before", 0),
            after=spacing("after", 0),
            line=line if exact else size * 10 * _LEADING * line / _WHOLE_LINE,
            indent=whole(indent) or (_LIST_INDENT if has_number else 0),
            borders=sum(_border(side) for side in sides if side.tag in (w("top"), w("bottom")))
            if sides is not None
            else 0,
            keeps_next=_is_set(self.styles.property(style, "pPr/keepNext")),
            keeps_lines=_is_set(self.styles.property(style, "pPr/keepLines")),
            begins_page=_is_set(self.styles.property(style, "pPr/pageBreakBefore")),
        )


def _is_set(element: Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")


def _attribute(properties: Element | None, child: str, name: str) -> str:
    return "" if properties is None else _attribute_of(properties.find(w(child)), name)


def _attribute_of(element: Element | None, name: str) -> str:
    return "" if element is None else str(element.get(w(name)) or "")


def _border(side: Element) -> float:
    return whole(_attribute_of(side, "sz")) * 20 / 8 + whole(_attribute_of(side, "space")) * 20


def _text(paragraph: Element) -> str:
    signs = {w("br"): "\n", w("tab"): "    "}
    return "".join(signs.get(str(one.tag), one.text or "") for one in own(paragraph, P, T, w("br"), w("tab")))


def _lines_of(text: str, size: float, room: float) -> int:
    """How many lines a text takes. ``size`` is that of its letters in half-points."""
    unit, count = size / 100, 0
    for line in text.split("\n"):
        count, used = count + 1, 0.0
        for word in line.split(" "):
            long = width(word) * unit
            if used and used + width(" ") * unit + long > room:
                count, used = count + 1, long
            else:
                used += long + (width(" ") * unit if used else 0)
            if used > room:
                more = int(used // room)
                count, used = count + more, used - more * room
    return count


def _pictures_height(pictures: list[Element], room: float) -> float:
    """The height of pictures set beside each other as far as they go."""
    height = across = row = 0.0
    for picture in pictures:
        extent = picture.find(f"{{{WP}}}extent")
        wide, high = (whole(extent.get(name)) / _EMU if extent is not None else 0.0 for name in ("cx", "cy"))
        if across and across + wide > room:
            height, across, row = height + row, 0.0, 0.0
        across, row = across + wide, max(row, high)
    return height + row
