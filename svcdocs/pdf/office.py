"""LibreOffice as a converter: Word documents go in, all of a build at once, and tagged PDFs come out.

One start of the program converts all documents that it is given. It works in a folder of its own, with settings of its
own, so that a LibreOffice that is open on the same machine neither lends its settings nor is disturbed.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from svcdocs.errors import SvcdocsError
from svcdocs.pdf.converter import Converted
from svcdocs.pdf.ending import end_with_children
from svcdocs.pdf.pages import pages_of

SECONDS_TO_START: Final = 120
SECONDS_EACH: Final = 60
"""How long LibreOffice may take: to start, and for a document. Half a second to three is usual for one."""

_OPTIONS: Final = {
    "PDFUACompliance": True,  # tagged, with the title shown
    "ExportBookmarks": True,
    "ExportBookmarksToPDFDestination": True,  # says on which page each heading stands
    "UseLosslessCompression": True,
}
_FILTER: Final = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": str(wanted).lower()} for name, wanted in _OPTIONS.items()}
)
_SETTINGS: Final = {
    # It draws a chart that has fallen out of this cache again in other proportions; the usual size is 20.
    ("/org.openoffice.Office.Common/Cache/Writer", "OLE_Objects"): "1000",
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("/org.openoffice.Office.Writer/Content/Update", "Link"): "0",  # never fetches anything
    ("/org.openoffice.Office.Common/Misc", "FirstRun"): "false",
}


class Office:
    """LibreOffice, ready to convert until it is closed."""

    def __init__(
        self, program: Path, *, to_start: float = SECONDS_TO_START, each: float = SECONDS_EACH, into: Path | None = None
    ) -> None:
        """``program`` is LibreOffice; ``to_start`` and ``each`` are seconds; ``into`` is where it works."""
        self._program, self._to_start, self._each = _for_consoles(program), to_start, each
        self._folder = tempfile.TemporaryDirectory(prefix="svcdocs-pdf-", dir=into, ignore_cleanup_errors=True)

    def __enter__(self) -> Self:
        here = Path(self._folder.name)
        (here / "profile" / "user").mkdir(parents=True)
        (here / "profile" / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def convert(self, documents: Mapping[str, bytes]) -> dict[str, Converted]:
        """The PDF of each document, by the same names; LibreOffice writes into it where each heading stands.

        Raises:
            SvcdocsError: LibreOffice cannot be started, takes too long, or gives no PDF of one of them.
        """
        if not documents:
            return {}
        with tempfile.TemporaryDirectory(dir=self._folder.name, ignore_cleanup_errors=True) as folder:
            # Names of our own: those of documents may be too long for a path, or mean something to a command line.
            files = {name: Path(folder, f"{number}.docx") for number, name in enumerate(documents)}
            for name, file in files.items():
                file.write_bytes(documents[name])
            self._run(Path(folder), list(files.values()))
            made = {name: file.with_suffix(".pdf") for name, file in files.items()}
            for name, file in made.items():
                if not file.is_file() or not file.read_bytes().startswith(b"%PDF"):
                    raise SvcdocsError(
                        f"LibreOffice made no PDF of {name}",
                        "open the document in LibreOffice to see what it says, or build without --pdf",
                    )
            pdfs = {name: file.read_bytes() for name, file in made.items()}
        return {name: Converted(pdf, pages_of(pdf)) for name, pdf in pdfs.items()}

    def _run(self, folder: Path, files: Sequence[Path]) -> None:
        profile = f"-env:UserInstallation={Path(self._folder.name, 'profile').as_uri()}"
        line = [str(self._program), profile, "--headless", "--norestore", "--nolockcheck", "--convert-to", _FILTER]
        limit = self._to_start + self._each * len(files)
        try:
            running = subprocess.Popen(  # noqa: S603 - the program was found on this machine, the files are ours
                [*line, "--outdir", str(folder), *map(str, files)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SvcdocsError(
                f"LibreOffice cannot be started: {error.strerror or error}",
                f"see whether {self._program} opens by itself, or build without --pdf",
            ) from error
        try:
            running.wait(limit)
        except subprocess.TimeoutExpired as error:
            raise SvcdocsError(
                f"LibreOffice has not finished {_counted(len(files))} in {limit:.0f} seconds, and was stopped",
                "close other programs and build again, or build without --pdf",
            ) from error
        finally:
            end_with_children(running)


def _for_consoles(program: Path) -> Path:
    """The form of the program that a console waits for: on Windows soffice.com, which lies beside soffice.exe."""
    beside = program.with_suffix(".com")
    return beside if program.suffix.lower() == ".exe" and beside.is_file() else program


def _registry() -> str:
    """The settings of LibreOffice as it keeps them."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (path, name), value in _SETTINGS.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n"
    )


def _counted(count: int) -> str:
    return "one document" if count == 1 else f"{count} documents"
