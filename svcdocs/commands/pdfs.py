"""Documents and their PDFs: printed, laid out on pages, and printed again with the page of each heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Final

from svcdocs.commands.intake import Progress
from svcdocs.commands.printing import Paged, Print, pdf_inputs, pdf_name
from svcdocs.commands.programs import libreoffice
from svcdocs.errors import SvcdocsError
from svcdocs.outputs import Output
from svcdocs.pdf.finishing import finished
from svcdocs.pdf.office import Office
from svcdocs.pdf.pages import Pages, pages_of
from svcdocs.word import contents_of
from svcdocs.word.links import without_tips

_MOST_PASSES: Final = 4
"""A number more in the contents may push a heading over to another page, and its number with it; hardly ever twice."""


class PdfMaker:
    """Sets documents on pages with LibreOffice. Nothing is started before there is something to do.

    Raises:
        SvcdocsError: there is no LibreOffice on this machine.
    """

    def __init__(self) -> None:
        found = libreoffice()
        if found.path is None:
            raise SvcdocsError(
                f"no PDFs can be made: LibreOffice was not found (looked in {'; '.join(found.looked)})",
                "install LibreOffice, which is free, or build without --pdf and save as PDF in Word",
            )
        self._program = found.path

    def __call__(self, prints: Sequence[Print], progress: Progress) -> Paged:
        """Each document with the pages of its contents, and its PDF beside it.

        Raises:
            SvcdocsError: LibreOffice cannot be used, or takes too long.
        """
        with ExitStack() as stack:
            office = stack.enter_context(Office(self._program))
            plain = {one.name: one.printed({}) for one in prints}
            documents, pdfs, pages = self._laid_out(prints, plain, office, progress)
        outputs = []
        for one in prints:
            headings = {entry.bookmark: entry.text for entry in contents_of(documents[one.name])}
            outputs.append(Output(one.name, documents[one.name], one.inputs))
            inputs = pdf_inputs(one.name, plain[one.name], one.inputs)
            outputs.append(Output(pdf_name(one.name), finished(pdfs[one.name], headings), inputs))
        return Paged(tuple(outputs), {name: found.count for name, found in pages.items()}, has_pdfs=True)

    def _laid_out(
        self, prints: Sequence[Print], plain: Mapping[str, bytes], office: Office, progress: Progress
    ) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, Pages]]:
        """Documents whose contents say the pages on which their PDFs have the headings; ``plain`` are those without."""
        documents = dict(plain)
        pdfs: dict[str, bytes] = {}
        pages: dict[str, Pages] = {}
        due: Sequence[Print] = prints
        for number in range(_MOST_PASSES):
            progress("Making PDFs", number, _MOST_PASSES)
            documents |= {one.name: one.printed(_numbers(pages, one.name)) for one in due if one.name in pages}
            made = office.convert({one.name: without_tips(documents[one.name]) for one in due})
            now = {name: pages_of(pdf) for name, pdf in made.items()}
            moved = [one for one in due if now[one.name].of_headings != _numbers(pages, one.name)]
            pdfs, pages = pdfs | made, pages | now
            due = moved
            if not due:
                break
        return documents, pdfs, pages


def _numbers(pages: Mapping[str, Pages], name: str) -> dict[str, int]:
    return pages[name].of_headings if name in pages else {}
