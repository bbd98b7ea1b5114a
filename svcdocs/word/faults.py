"""What is wrong with a template, or with what it was asked to print: the place, a sentence, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.errors import SvcdocsError


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a template something stands, as a person would look it up in Word.

    ``table``, ``row`` and ``cell`` count from 1; 0 means that it stands in no table. Tables count within their part.
    """

    template: str
    part: str = "body"
    heading: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    text_box: bool = False

    def __str__(self) -> str:
        words = [self.template, self.part]
        if self.heading:
            words.append(f"under “{self.heading}”")
        if self.text_box:
            words.append("text box")
        if self.table:
            words.append(f"table {self.table}, row {self.row}, cell {self.cell}")
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing to put right in a template. ``tag`` is the tag as typed, or empty."""

    place: Place
    message: str
    hint: str = ""
    tag: str = ""

    def __str__(self) -> str:
        quoted = f" {self.tag}" if self.tag else ""
        return f"{self.place}:{quoted} {self.message}" + (f" {self.hint}" if self.hint else "")


class TemplateErrors(SvcdocsError):
    """A template cannot be used. ``faults`` holds everything that is wrong with it, in reading order."""

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        lines = [str(fault) for fault in faults]
        count = "1 fault" if len(lines) == 1 else f"{len(lines)} faults"
        name = faults[0].place.template if faults else "template"
        super().__init__(
            "\n".join([f"{name} has {count}:", *(f"  {line}" for line in lines)]),
            hint="Mend them in Word and check the template again.",
        )
        self.faults = tuple(faults)


class RenderError(SvcdocsError):
    """A value that the template prints is missing or of the wrong kind.

    ``path`` is the way to the value in the data, for example ``groups[2].actions[5].owner``.
    """

    def __init__(self, place: Place, path: str, message: str, hint: str = "") -> None:
        super().__init__(f"{place}: {path}: {message}" if path else f"{place}: {message}", hint)
        self.place = place
        self.path = path
