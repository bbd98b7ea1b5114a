"""Documents and their PDFs: printed, laid out on pages, and printed again with the page of each heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from svcdocs.commands.converting import pdf_program
from svcdocs.commands.intake import Progress
from svcdocs.commands.printing import Paged, Print, pdf_inputs, pdf_name
from svcdocs.outputs import Output
from svcdocs.pdf.converter import Converted, Converter
from svcdocs.pdf.finishing import finished
from svcdocs.word.outline import contents_of, core_of

_MOST_PASSES: Final = 4
"""A number more in the contents may push a heading over to another page, and its number with it; hardly ever twice."""


class PdfMaker:
    """Sets documents on pages with LibreOffice or Word. Nothing is started before there is something to do.

    Raises:
        SvcdocsError: there is neither on this machine, or not what the settings ask for.
    """

    def __init__(self, asked: str = "") -> None:
        """``asked`` is the program that the settings ask for, empty where they leave it open."""
        self._program = pdf_program(asked)

    def __call__(self, prints: Sequence[Print], progress: Progress) -> Paged:
        """Each document with the pages of its contents, and its PDF beside it.

        Raises:
            SvcdocsError: the program cannot be used, or takes too long.
        """
        with self._program.start() as converter:
            plain = {one.name: one.printed({}) for one in prints}
            documents, made = self._laid_out(prints, plain, converter, progress)
        outputs = []
        for one in prints:
            document = documents[one.name]
            headings = {entry.bookmark: entry.text for entry in contents_of(document)}
            said = core_of(document)
            pdf = finished(made[one.name].pdf, headings, title=said["title"], language=said["language"])
            outputs.append(Output(one.name, document, one.inputs))
            outputs.append(Output(pdf_name(one.name), pdf, pdf_inputs(one.name, plain[one.name], one.inputs)))
        return Paged(tuple(outputs), {name: found.pages.count for name, found in made.items()}, has_pdfs=True)

    def _laid_out(
        self, prints: Sequence[Print], plain: Mapping[str, bytes], converter: Converter, progress: Progress
    ) -> tuple[dict[str, bytes], dict[str, Converted]]:
        """Documents whose contents say the pages on which their PDFs have the headings, and these PDFs.

        ``plain`` are the documents without the numbers of pages.
        """
        documents = dict(plain)
        made: dict[str, Converted] = {}
        due: Sequence[Print] = prints
        for number in range(_MOST_PASSES):
            progress("Making PDFs", number, _MOST_PASSES)
            documents |= {one.name: one.printed(_numbers(made, one.name)) for one in due if one.name in made}
            now = converter.convert({one.name: self._program.ready(documents[one.name]) for one in due})
            due = [one for one in due if now[one.name].pages.of_headings != _numbers(made, one.name)]
            made |= now
            if not due:
                break
        return documents, made


def _numbers(made: Mapping[str, Converted], name: str) -> dict[str, int]:
    return made[name].pages.of_headings if name in made else {}
