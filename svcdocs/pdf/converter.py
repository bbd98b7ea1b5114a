"""What a program that turns Word documents into PDFs takes and gives, whichever program it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from svcdocs.pdf.pages import Pages


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as a program has laid it out: the PDF, and the pages of its headings by their bookmarks."""

    pdf: bytes
    pages: Pages


class Converter(Protocol):
    """A program that is ready to convert until it is closed; nothing is left running then."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def convert(self, documents: Mapping[str, bytes]) -> dict[str, Converted]:
        """The PDF of each document, by the same names.

        Raises:
            SvcdocsError: the program cannot be started, takes too long, or gives no PDF of one of them.
        """
        ...
