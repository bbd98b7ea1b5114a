"""Microsoft Word as a converter: one Word of our own for a whole build, on Windows, and tagged PDFs out of it.

It follows Word's documented object model and is tested with an imitation of that: no test runs Word itself. Word is
driven by a process between (``word_child``), so that nothing Word does, and no question it asks unseen, can hold a
build for ever: what takes too long is ended, that process and the Word it has started. A Word in which somebody works
is never ended, nor is ours where somebody has opened a document in it. Other versions of Word, and other fonts and
printers, may break pages elsewhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Any, Final, Self

import psutil

from svcdocs.errors import SvcdocsError
from svcdocs.pdf.converter import Converted
from svcdocs.pdf.ending import end, end_with_children
from svcdocs.pdf.pages import Pages, count_of

SECONDS_TO_START: Final = 120
SECONDS_EACH: Final = 180
SECONDS_TO_END: Final = 20
"""How long Word may take: to start with all its add-ins, for a document, and to end."""

_PROGRAM: Final = "winword.exe"
_FOR_OTHERS: Final = "embedding"
"""In the command line of every Word that Windows has started for another program, and of none that somebody opened."""
_DOCUMENT_WINDOW: Final = "OpusApp"
_BEGIN: Final = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from svcdocs.pdf.word_child import main; main()"
)
"""The way a new process finds the same program, wherever it was started from, without trusting the current folder."""
_ASK_WORD: Final = "open Word by itself, answer whatever it asks, close it and build again, or build without --pdf"


class Word:
    """Word, ready to convert until it is closed. It is started when there is something to do."""

    def __init__(
        self, *, to_start: float = SECONDS_TO_START, each: float = SECONDS_EACH, into: Path | None = None
    ) -> None:
        """``to_start`` and ``each`` are seconds; ``into`` is where it works."""
        self._to_start, self._each = to_start, each
        self._folder = tempfile.TemporaryDirectory(prefix="svcdocs-pdf-", dir=into, ignore_cleanup_errors=True)
        self._driver: _Driver | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._driver is not None:
            self._driver.stop()
        self._folder.cleanup()

    def convert(self, documents: Mapping[str, bytes]) -> dict[str, Converted]:
        """The PDF of each document, by the same names; Word says where each heading stands.

        Raises:
            SvcdocsError: Word cannot be started, takes too long, ends, or makes no PDF of one of them.
        """
        if not documents:
            return {}
        if self._driver is None:
            self._driver = _Driver()
            self._begin(self._driver)
        with tempfile.TemporaryDirectory(dir=self._folder.name, ignore_cleanup_errors=True) as folder:
            # Names of our own: those of documents may be too long for a path, and Word's limit is shorter still.
            return {
                name: self._converted(self._driver, name, content, Path(folder, f"{number}.docx"))
                for number, (name, content) in enumerate(documents.items())
            }

    def _begin(self, driver: _Driver) -> None:
        try:
            said = driver.answer(self._to_start)
        except Empty:
            driver.note_word()
            raise SvcdocsError(
                f"Microsoft Word was not ready after {self._to_start:.0f} seconds, and {driver.kill()}", _ASK_WORD
            ) from None
        driver.note_word()
        if "ready" not in said:
            driver.stop()
            why = f": {said['unusable']}" if said.get("unusable") else ""
            raise SvcdocsError(f"Microsoft Word cannot be started{why}", _ASK_WORD)

    def _converted(self, driver: _Driver, name: str, content: bytes, file: Path) -> Converted:
        file.write_bytes(content)
        pdf = file.with_suffix(".pdf")
        try:
            said = driver.ask({"document": str(file), "pdf": str(pdf)}, self._each)
        except Empty:
            raise SvcdocsError(
                f"Microsoft Word has not finished {name} in {self._each:.0f} seconds, and {driver.kill()}", _ASK_WORD
            ) from None
        if "pages" in said and pdf.is_file() and (made := pdf.read_bytes()).startswith(b"%PDF"):
            return Converted(made, Pages(count_of(made), said["pages"]))
        if "busy" in said:
            raise SvcdocsError(f"Microsoft Word is busy with something else, and made no PDF of {name}", _ASK_WORD)
        if not said or "gone" in said:
            driver.kill()
            raise SvcdocsError(
                f"Microsoft Word ended while it was at work on {name}",
                "build again; if it stays so, build without --pdf, and open the document in Word to see what it does",
            )
        raise SvcdocsError(
            f"Microsoft Word made no PDF of {name}{': ' if said.get('refused') else ''}{said.get('refused', '')}",
            "build without --pdf, and open the document in Word to see what it says",
        )


class _Driver:
    """The process that drives Word, and the Word that it has started."""

    def __init__(self) -> None:
        self._before = _words_of_others()
        self._word: set[psutil.Process] = set()
        self._popen = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-X", "utf8", "-c", _BEGIN, json.dumps([path for path in sys.path if path])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._pumping = Thread(target=self._pump, daemon=True)
        self._pumping.start()

    def answer(self, seconds: float) -> dict[str, Any]:
        """What it says next; nothing where it has ended. Raises Empty where it says nothing for so long."""
        said = self._answers.get(timeout=seconds)
        if not said:
            self._answers.put(said)  # for whoever asks once more
        return said

    def ask(self, what: dict[str, str], seconds: float) -> dict[str, Any]:
        """What it says to a request, as ``answer`` tells it."""
        assert self._popen.stdin is not None
        try:
            self._popen.stdin.write(json.dumps(what).encode() + b"\n")
            self._popen.stdin.flush()
        except OSError:
            return {}
        return self.answer(seconds)

    def note_word(self) -> None:
        """Find the Word that has been started. Where two programs start one at once, it is not known which is ours."""
        started = _words_of_others() - self._before
        self._word = started if len(started) == 1 else set()  # rather one left running than another's ended

    def stop(self) -> None:
        """Let Word end; where it does not, end it. One in which somebody works now is left to them."""
        self._close(self._popen.stdin)
        with suppress(Empty):
            while said := self.answer(SECONDS_TO_END):
                if "kept" in said:
                    self._word = set()
        psutil.wait_procs(self._word, SECONDS_TO_END)
        self.kill()

    def kill(self) -> str:
        """End the process and its Word at once, but no Word in which somebody works. What became of it, in words."""
        end_with_children(self._popen)
        shown = {one for one in self._word if one.is_running() and _is_shown(one)}
        end(self._word - shown)
        self._word = set()
        self._close(self._popen.stdin)
        self._pumping.join(SECONDS_TO_END)  # it comes to its end with the process
        if not self._pumping.is_alive():
            self._close(self._popen.stdout)
        return "was left open, since it shows a document" if shown else "was ended"

    @staticmethod
    def _close(stream: IO[bytes] | None) -> None:
        if stream is not None:
            with suppress(OSError):  # what was still to be written to it is of no use to anybody
                stream.close()

    def _pump(self) -> None:
        """Take answers as they come, in a thread of its own, so that waiting for one can be ended."""
        assert self._popen.stdout is not None
        with suppress(OSError, ValueError):  # it was stopped in the middle of an answer
            for line in self._popen.stdout:
                self._answers.put(json.loads(line))
        self._answers.put({})


def _words_of_others() -> set[psutil.Process]:
    """Every Word that runs because a program started it, and that may be looked at."""
    found = set()
    for one in psutil.process_iter(["name"]):
        if (one.info["name"] or "").lower() == _PROGRAM:
            with suppress(psutil.Error):
                if any(_FOR_OTHERS in part.lower() for part in one.cmdline()):
                    found.add(one)
    return found


def _is_shown(word: psutil.Process) -> bool:
    """Whether a Word shows a window with a document, as ours never does: then somebody has opened one in it.

    Source of the name of such windows: as for ``word_child``'s.
    """
    import win32gui  # noqa: PLC0415 - there are none but on Windows
    import win32process  # noqa: PLC0415

    shown: list[int] = []

    def look(window: int, _: object) -> None:
        if win32gui.IsWindowVisible(window) and win32gui.GetClassName(window) == _DOCUMENT_WINDOW:
            shown.append(win32process.GetWindowThreadProcessId(window)[1])

    win32gui.EnumWindows(look, None)
    return word.pid in shown
