"""How the documents of a cycle stand: whether each is there, and whether it still says what the workbooks say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentState(StrEnum):
    """How one document stands; where several hold, the one that asks for something first."""

    OUT_OF_DATE = "out of date"
    EDITED = "edited in Word since it was built"
    UP_TO_DATE = "up to date"
    NOT_BUILT = "not built yet"


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its file from the output folder, what it is about, its state, and its pages where they are known.

    ``service`` is empty for one about the whole council; ``circulated`` says when it was, if it was.
    """

    name: str
    title: str
    state: DocumentState
    service: str = ""
    pages: int | None = None
    circulated: str = ""
