"""One part of a template while it is being compiled: its nodes, the tags and steps in it, and what is wrong with it."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import Final

from svcdocs.word.faults import Place, TemplateFault
from svcdocs.word.names import Element, P, nearest
from svcdocs.word.survey import Spot
from svcdocs.word.tags import Tag, mark

ATTRIBUTE: Final = "\ufdd0{}\ufdd1"
"""A mark inside an attribute, made of two characters that Unicode keeps for such private use."""


@dataclass(slots=True)
class Step:
    """Something done at one point of a document that no tag asks for: numbering an id, keeping a cell whole."""

    kind: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """One part of a template while it is being compiled.

    ``steps`` holds tags and steps by their number; marks in the tree point at them. ``spots`` knows where each
    paragraph stood before anything was moved.
    """

    root: Element
    part: str
    spots: dict[Element, Spot]
    steps: list[Tag | Step] = field(default_factory=list)
    _faults: list[tuple[int, TemplateFault]] = field(default_factory=list)
    _order: dict[Element, int] = field(default_factory=dict)

    def add(self, step: Tag | Step) -> int:
        """Give a tag or step its number."""
        self.steps.append(step)
        number = len(self.steps) - 1
        if isinstance(step, Tag):
            step.number = number
        return number

    def mark(self, step: Tag | Step) -> Element:
        """A new mark for a tag or step."""
        return mark(self.add(step))

    def fault(self, tag: Tag, message: str, hint: str = "") -> None:
        """Report something about a tag."""
        self._report(tag.paragraph, TemplateFault(tag.place, message, hint, tag.typed))

    def report(self, element: Element, message: str, hint: str = "", place: Place | None = None) -> None:
        """Report something about an element; ``place`` says where it is, if not in a paragraph."""
        self._report(element, TemplateFault(place or self.place(element), message, hint))

    def faults(self) -> list[TemplateFault]:
        """What has been reported, in reading order; what stands twice in a text box, for old programs, once."""
        return list(dict.fromkeys(fault for _, fault in sorted(self._faults, key=operator.itemgetter(0))))

    def _report(self, element: Element, fault: TemplateFault) -> None:
        around = element if element.tag == P else nearest(element, P)
        self._order = self._order or {paragraph: number for number, paragraph in enumerate(self.spots)}
        self._faults.append((-1 if around is None else self._order.get(around, -1), fault))

    def place(self, element: Element) -> Place:
        """The place of the paragraph an element stands in, or of the first paragraph in it."""
        around = element if element.tag == P else nearest(element, P)
        found = around if around in self.spots else next((p for p in element.iter(P) if p in self.spots), None)
        if found is not None:
            return self.spots[found].place
        return Place(next(iter(self.spots.values())).place.template if self.spots else "template", self.part)
