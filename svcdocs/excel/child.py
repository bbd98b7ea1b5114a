"""What runs in the process of its own that reads files from outside: requests in at standard input, answers out.

A file made to do harm, or one a library cannot bear, ends this process and no other. ``process`` starts it, asks it,
and ends it where it takes too long or too much. Nothing is loaded before it is needed, so that it starts quickly.
"""

from __future__ import annotations

import faulthandler
import json
import os
import struct
import sys
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from svcdocs.excel.sheet_cells import RunMaker

MB = 2**20
_LENGTH = struct.Struct(">Q")
_ORPHANED, _SLACK = 4, 5
"""How many times its limit, and seconds more, a file may take before this process ends itself: its parent must be gone,
since it would have ended it long before."""

BOOK, REFUSED, TOO_BIG, FAILED, SEEN = b"B", b"R", b"M", b"F", b"S"
"""The first byte of an answer: cells, a refusal, no memory left, an error nobody foresaw, what a second reader saw."""


def main() -> None:
    """Answers requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # a library that prints must not print into our answers
    requests = sys.stdin.buffer
    _load_what_reading_needs()  # before anything is timed
    write_frame(answers, json.dumps(os.getpid()).encode())
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (pathlib takes as long to load as all the rest)
        while (header := read_frame(requests)) is not None and (content := read_frame(requests)) is not None:
            said = json.loads(header)
            _bound_memory(said["limits"]["memory_mb"])
            last = said["limits"]["seconds"] * _ORPHANED + _SLACK
            faulthandler.dump_traceback_later(last, exit=True, file=nowhere)
            answer = _answer(said, content)
            faulthandler.cancel_dump_traceback_later()
            write_frame(answers, answer)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message of a stream; None where it has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = stream.read(length)
    return frame if len(frame) == length else None


def write_frame(stream: IO[bytes], frame: bytes) -> None:
    """Writes one message."""
    stream.write(_LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def _load_what_reading_needs() -> None:
    """Loads the reader while the parent still has other things to do."""
    import svcdocs.excel.reading  # noqa: F401, PLC0415


def _answer(said: dict[str, Any], content: bytes) -> bytes:
    from svcdocs.errors import UnusableFile  # noqa: PLC0415 (see the top)

    try:
        return _read(said, content)
    except UnusableFile as error:
        return REFUSED + json.dumps([error.message, error.hint, error.code]).encode()
    except MemoryError:
        return TOO_BIG
    except Exception:  # noqa: BLE001 (whatever a file makes a library raise, the others are still read)
        import traceback  # noqa: PLC0415

        return FAILED + traceback.format_exc().encode("utf-8", "replace")


def _read(said: dict[str, Any], content: bytes) -> bytes:
    from svcdocs.excel.package import Limits, bytes_of  # noqa: PLC0415
    from svcdocs.excel.reading import read_cells  # noqa: PLC0415
    from svcdocs.excel.transport import PackedRun, pack_book  # noqa: PLC0415

    limits = Limits(**said["limits"])
    shown = str(said["name"])
    book = read_cells(bytes_of(content, shown, limits), shown, limits, cast("RunMaker", PackedRun))
    if said["asks"] == "read":
        return BOOK + pack_book(book)
    from svcdocs.excel.second_reader import unseen  # noqa: PLC0415

    return SEEN + json.dumps(unseen(content, book)).encode()


def _bound_memory(megabytes: int) -> None:
    """Where the system can, it refuses more memory itself, at once; elsewhere the parent looks on.

    What is bounded is the address space, which is never smaller than the memory in use.
    """
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, hard))
    except (ImportError, OSError, ValueError):
        pass
