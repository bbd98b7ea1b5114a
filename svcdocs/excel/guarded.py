"""Reads files from outside in a process of its own: bytes in, cells out, or one sentence why not.

One process is started when it is first needed and reads one file after another, the next while the caller still makes
something of the last. A file that makes it die, take too long or take too much memory is refused; the process is
replaced and the other files are read.
"""

from __future__ import annotations

import atexit
import dataclasses
import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from svcdocs.errors import UnusableFile
from svcdocs.excel.child import BOOK, FAILED, REFUSED, SEEN, TOO_BIG
from svcdocs.excel.process import DiedError, Process, TooLargeError, TooSlowError

if TYPE_CHECKING:
    from svcdocs.excel.cells import CellBook
    from svcdocs.excel.package import Limits
    from svcdocs.excel.second_reader import Unseen

_AHEAD = 1
"""So many files are read while the caller works on another."""
_FRESH_WORKBOOK = "Copy what was typed into a fresh workbook and send that."
_OPEN_AND_SAVE = "Open it in Excel and save it under a new name, or copy what was typed into a fresh workbook."


class _Request(NamedTuple):
    name: str
    content: bytes
    limits: Limits
    asks: str = "read"


class _Reader:
    """The one process of this program that reads, and whose turn it is."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = Lock()

    def start(self) -> None:
        """Starts the process where none runs, without waiting for it."""
        if self._process is None or not self._process.runs:
            self._process = Process()

    def ask(self, request: _Request) -> bytes:
        """The answer to one request. Raises UnusableFile.

        What other files have left behind in the process takes memory too, so one that was too much for a process that
        has read before is given a fresh one: what is said of a file does not depend on what was read before it.
        """
        with self._turn:
            if self._process is not None and self._process.has_grown(request.limits):
                self.stop()
            self.start()
            assert self._process is not None
            if self._process.has_answered:
                with suppress(DiedError, TooLargeError):
                    answer = self._answer(request)
                    if answer[:1] != TOO_BIG:
                        return answer
                self.stop()
                self.start()
            try:
                return self._answer(request)
            except (DiedError, TooLargeError) as error:
                raise _refused(request, error) from error

    def _answer(self, request: _Request) -> bytes:
        """What the process answers. Raises DiedError, TooLargeError, or UnusableFile where it takes too long."""
        said = {"name": request.name, "asks": request.asks, "limits": dataclasses.asdict(request.limits)}
        assert self._process is not None
        try:
            return self._process.ask(json.dumps(said).encode(), request.content, request.limits)
        except (DiedError, TooLargeError):
            self.stop()
            raise
        except TooSlowError as error:
            self.stop()
            raise _refused(request, error) from error

    def stop(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.stop()
            self._process = None


_READER = _Reader()
atexit.register(_READER.stop)


def start() -> None:
    """Starts the process that reads, so that it is ready by the time there is something to read."""
    _READER.start()


def read_guarded(content: bytes, name: str, limits: Limits) -> CellBook:
    """The cells of one workbook of any format; ``name`` is what messages call it. Raises UnusableFile."""
    return _book(_READER.ask(_Request(name, content, limits)), name)


def read_each(files: Iterable[tuple[str, bytes | UnusableFile]], limits: Limits) -> Iterator[CellBook | UnusableFile]:
    """The cells of each file in order; where one is refused, why.

    A file is given as its name and its bytes, or the reason why there are none.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    pending: deque[tuple[str, Future[bytes]]] = deque()
    try:
        for name, content in files:
            pending.append((name, pool.submit(_answer, name, content, limits)))
            if len(pending) > _AHEAD:
                yield _outcome(*pending.popleft())
        while pending:
            yield _outcome(*pending.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def seen_by_another(content: bytes, name: str, limits: Limits) -> list[Unseen]:
    """The cells in which another reader sees something and ours does not. Raises UnusableFile."""
    from svcdocs.excel.second_reader import Unseen  # noqa: PLC0415 (only whoever asks for it needs it)

    answer = _READER.ask(_Request(name, content, limits, asks="unseen"))
    if answer[:1] != SEEN:
        raise _told(answer, name)
    return [Unseen(*map(str, one)) for one in json.loads(answer[1:])]


def _answer(name: str, content: bytes | UnusableFile, limits: Limits) -> bytes:
    if isinstance(content, UnusableFile):
        raise content
    return _READER.ask(_Request(name, content, limits))


def _outcome(name: str, answer: Future[bytes]) -> CellBook | UnusableFile:
    try:
        return _book(answer.result(), name)
    except UnusableFile as error:
        return error


def _book(answer: bytes, name: str) -> CellBook:
    from svcdocs.excel.our_marks import without_marks  # noqa: PLC0415 (whoever starts early needs none of it)
    from svcdocs.excel.transport import BadAnswerError, unpack_book  # noqa: PLC0415

    if answer[:1] != BOOK:
        raise _told(answer, name)
    try:
        return without_marks(unpack_book(memoryview(answer)[1:].tobytes()))
    except BadAnswerError as error:
        raise _failed(name) from error


def _told(answer: bytes, name: str) -> UnusableFile:
    """The refusal that an answer other than cells stands for."""
    kind, rest = answer[:1], answer[1:]
    if kind == REFUSED:
        message, hint, code = map(str, json.loads(rest))
        return UnusableFile(message, hint, code)
    if kind == TOO_BIG:
        return _too_large(name)
    error = _failed(name)
    if kind == FAILED:
        error.add_note(rest.decode("utf-8", "replace"))
    return error


def _refused(request: _Request, error: Exception) -> UnusableFile:
    if isinstance(error, TooSlowError):
        seconds = f"{request.limits.seconds:g}"
        return UnusableFile(
            f"{request.name} was not read to its end within {seconds} seconds.", _FRESH_WORKBOOK, "file-too-slow"
        )
    if isinstance(error, TooLargeError):
        return _too_large(request.name)
    return _failed(request.name)


def _too_large(name: str) -> UnusableFile:
    return UnusableFile(f"{name} takes more memory than any plan does.", _FRESH_WORKBOOK, "file-too-much-memory")


def _failed(name: str) -> UnusableFile:
    return UnusableFile(f"{name} is made in a way that cannot be read.", _OPEN_AND_SAVE, "file-unreadable")
