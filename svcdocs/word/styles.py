"""The styles of a template: looked up by the name people see in Word, with what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.word.names import PPR, Element, child_value, value, w, whole

_HEADING = re.compile(r"heading ([1-9])")
_BODY_TEXT_LEVEL = 9
_USUAL_SIZE = 20  # what Word takes where a document does not say


class Styles:
    """The paragraph styles of one document. Names are compared without regard to case, as Word's own vary."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root.iter(w("style")))
        paragraphs = [style for style in elements if style.get(w("type")) == "paragraph"]
        self._by_id = {str(style.get(w("styleId"))): style for style in paragraphs}
        self._ids = {child_value(style, "name").lower(): key for key, style in self._by_id.items()}
        defaults = (key for key, style in self._by_id.items() if style.get(w("default")) in ("1", "true", "on"))
        self.default = next(defaults, "")
        size = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('sz')}")
        self._size = whole(value(size), _USUAL_SIZE)

    def id_of(self, name: str) -> str:
        """The id of the style with this name; empty where there is none."""
        return self._ids.get(name.lower(), "")

    def name(self, style_id: str) -> str:
        """The name of a style as Word shows it."""
        style = self._by_id.get(style_id)
        return style_id if style is None else child_value(style, "name")

    def of(self, paragraph: Element) -> str:
        """The id of the style a paragraph has."""
        return child_value(paragraph.find(PPR), "pStyle") or self.default

    def heading_level(self, style_id: str) -> int:
        """From 1 for a heading of the first level; 0 for what is no heading."""
        for style in self.chain(style_id):
            outline = child_value(style, "pPr/outlineLvl")
            if outline:
                return _level(outline)
            match = _HEADING.fullmatch(child_value(style, "name").lower())
            if match:
                return int(match.group(1))
        return 0

    def level_of(self, paragraph: Element) -> int:
        """The heading level of a paragraph, which may set its own; 0 for what is no heading."""
        outline = child_value(paragraph.find(PPR), "outlineLvl")
        if outline:
            return _level(outline)
        return self.heading_level(self.of(paragraph))

    def property(self, style_id: str, path: str) -> Element | None:
        """The first element at this path ("pPr/ind") in the style or in those it is based on."""
        steps = "/".join(w(step) for step in path.split("/"))
        return next((found for style in self.chain(style_id) if (found := style.find(steps)) is not None), None)

    def size(self, style_id: str) -> int:
        """The size of a style's letters in half-points."""
        return whole(value(self.property(style_id, "rPr/sz")), self._size)

    def numbering(self, style_id: str) -> tuple[str, int]:
        """The numbering a style brings along: the id of its list, empty where it has none, and the level from 0."""
        number = value(self.property(style_id, "pPr/numPr/numId"))
        level = value(self.property(style_id, "pPr/numPr/ilvl"))
        return ("" if number == "0" else number, whole(level))

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and those it is based on, from the nearest."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = child_value(style, "basedOn")


def _level(outline: str) -> int:
    """The heading level behind Word's outline level, which counts from 0 and ends with body text."""
    level = whole(outline, _BODY_TEXT_LEVEL)
    return 0 if level >= _BODY_TEXT_LEVEL else level + 1
