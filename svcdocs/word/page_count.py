"""About how many pages a finished document has, told without a program that lays it out.

Lines are broken by the widths of Arial, rows and kept lines go to the next page as Word takes them there. Over the
example, the plans on paper and generated plans of 8 to 174 pages the count is that of LibreOffice or within a tenth.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from svcdocs.word.heights import Heights, Piece
from svcdocs.word.names import SECTPR, Element, w, whole
from svcdocs.word.styles import Styles

_FEWEST_LINES = 2
"""So many lines of a paragraph stand together at the end of a page and at the beginning of one."""
_A4 = {"w": 11906, "h": 16838}
_LEAST_ROOM = 1440
"""No page is taken to leave less: margins that meet must not give a document without end."""


def about_pages(document: bytes) -> int:
    """The number of pages of a .docx of ours, as near as it can be told from its text and styles."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body, styles = (etree.fromstring(archive.read(f"word/{part}.xml")) for part in ("document", "styles"))
    defaults = styles.find(f"{w('docDefaults')}/{w('pPrDefault')}")
    heights = Heights(Styles(styles), defaults)
    count = 0
    for elements, section in _sections(body[0]):
        size, margins = (None if section is None else section.find(w(name)) for name in ("pgSz", "pgMar"))
        across, down = _room(size, margins, "w", "left", "right"), _room(size, margins, "h", "top", "bottom")
        count += _Pages(down).of(list(heights.pieces(iter(elements), across)))
    return max(count, 1)


def _sections(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """The elements of each section, and what sets up its pages; None behind the last where nothing does."""
    elements: list[Element] = []
    for element in body:
        found = element if element.tag == SECTPR else element.find(f"{w('pPr')}/{SECTPR}")
        elements.append(element)
        if found is not None:
            yield elements, found
            elements = []
    if elements:
        yield elements, None


def _room(size: Element | None, margins: Element | None, *names: str) -> int:
    """What the margins leave of a page, of A4 where it does not say how large it is."""
    whole_page, first, last = names
    found = (whole(one.get(w(name))) if one is not None else 0 for one, name in ((margins, first), (margins, last)))
    given = whole(size.get(w(whole_page))) if size is not None else 0
    return max((given or _A4[whole_page]) - sum(found), _LEAST_ROOM)


@dataclass(slots=True)
class _Pages:
    """The pages of a section while they are being filled. ``used`` is how far down the last of them goes."""

    room: float
    count: int = 1
    used: float = 0
    after: int = 0

    def of(self, pieces: Sequence[Piece]) -> int:
        for place, piece in enumerate(pieces):
            if piece.ends_section and place:
                continue
            if self.used and (piece.begins_page or not self._holds_kept(pieces, place)):
                self._turn()
            self._set(piece)
        return self.count

    def _turn(self) -> None:
        self.count, self.used, self.after = self.count + 1, 0, 0

    def _holds_kept(self, pieces: Sequence[Piece], place: int) -> bool:
        """Whether what must stay together from here on fits what is left of the page, or fits no page at all."""
        kept = list(takewhile(lambda piece: piece.keeps_next, (pieces[at] for at in range(place, len(pieces)))))
        if not kept:
            return True
        need, after = 0.0, self.after
        for piece in kept:
            need += max(piece.before - after, 0) + piece.height + piece.after
            after = piece.after
        for piece in pieces[place + len(kept) : place + len(kept) + 1]:
            need += max(piece.before - after, 0) + sum(piece.lines[:_FEWEST_LINES])
        return self.used + need <= self.room or need > self.room

    def _set(self, piece: Piece) -> None:
        gap = max(piece.before - self.after, 0) if self.used else 0
        if self.used + gap + piece.height <= self.room:
            self.used += gap + piece.height + piece.after
        else:
            self._break(piece, self.used + gap)
        self.after = piece.after

    def _break(self, piece: Piece, top: float) -> None:
        """Set what does not fit: as many lines as go, the rest on the pages behind."""
        fitting = 0
        while fitting < len(piece.lines) and top + piece.lines[fitting] <= self.room:
            top, fitting = top + piece.lines[fitting], fitting + 1
        fitting = min(fitting, len(piece.lines) - _FEWEST_LINES)
        rest = piece.lines[fitting:] if fitting >= _FEWEST_LINES else piece.lines
        self._turn()
        head = piece.head if piece.head < self.room / 2 else 0
        self.used = head + sum(rest) + piece.after
        while self.used - piece.after > self.room:
            self.count, self.used = self.count + 1, self.used - self.room + head
