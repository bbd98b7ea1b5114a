"""The process that reads files, seen from outside: started, asked, watched for time and memory, ended.

Nothing here relies on fork, signals or resource limits: Windows has none of them.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import psutil

from svcdocs.errors import SvcdocsError
from svcdocs.excel.child import MB, read_frame, write_frame

if TYPE_CHECKING:
    from svcdocs.excel.package import Limits

_LOOK_EVERY = 0.05
"""Seconds between two looks at time and memory."""
_WAIT_FOR_START = 60
"""Seconds; a machine that is busy, or looks through every program for viruses, takes its time."""
_GROWN = 0.4
"""The part of its limit from which memory that one file has left behind counts against the next."""
_BUSY = 1.25
"""How many times its limit in processor time a file may take by the clock: the machine may have other things to do."""
_BEGIN = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from svcdocs.excel.child import main; main()"
"""The way a new process finds the same program, wherever it was started from, without trusting the current folder."""


class DiedError(Exception):
    """The process ended before it answered."""


class TooSlowError(Exception):
    """The process took longer than its limit and was ended."""


class TooLargeError(Exception):
    """The process took more memory than its limit and was ended."""


class Process:
    """One running process that reads. ``command`` stands in for it in tests."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        try:
            self._popen = subprocess.Popen(  # noqa: S603 (our own program)
                command or _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _cannot_start() from error
        self._frames: SimpleQueue[bytes | None] = SimpleQueue()
        self._watched: psutil.Process | None = None
        self._answered = False
        Thread(target=self._pump, daemon=True).start()

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._popen.poll() is None

    @property
    def has_answered(self) -> bool:
        """Whether it has read anything yet."""
        return self._answered

    def ask(self, header: bytes, content: bytes, limits: Limits) -> bytes:
        """The answer to one request.

        Raises DiedError, TooSlowError or TooLargeError; the process is then to be stopped.
        """
        watched = self._ready()
        assert self._popen.stdin is not None
        began, used = time.monotonic(), _seconds(watched)
        try:
            write_frame(self._popen.stdin, header)
            write_frame(self._popen.stdin, content)
        except OSError as error:
            raise DiedError from error
        while True:
            try:
                answer = self._frames.get(timeout=_LOOK_EVERY)
            except Empty:
                _judge(watched, limits, began, used)
                continue
            if answer is None:
                raise DiedError
            self._answered = True
            return answer

    def has_grown(self, limits: Limits) -> bool:
        """Whether so much memory is left over from earlier files that a fresh process is better."""
        return self._watched is not None and _memory(self._watched) > _GROWN * limits.memory_mb * MB

    def stop(self) -> None:
        """Ends the process at once and gives back what it held."""
        self._popen.kill()
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written to it is of no use to anybody
                    stream.close()

    def _ready(self) -> psutil.Process:
        """The process as it can be watched, once it says that it is there.

        It names itself: in a virtual environment on Windows the process started is only one that starts another.
        """
        if self._watched is None:
            try:
                hello = self._frames.get(timeout=_WAIT_FOR_START)
                self._watched = psutil.Process(int(hello or b""))
            except (Empty, ValueError, psutil.Error) as error:
                self.stop()
                raise _cannot_start() from error
        return self._watched

    def _pump(self) -> None:
        """Takes answers off the process as they come, in a thread of its own, so that waiting for one can be ended."""
        assert self._popen.stdout is not None
        try:
            while (frame := read_frame(self._popen.stdout)) is not None:
                self._frames.put(frame)
        except (OSError, ValueError):
            pass  # it was stopped in the middle of an answer
        self._frames.put(None)


def _cannot_start() -> SvcdocsError:
    return SvcdocsError(
        "the part of this program that reads workbooks cannot be started",
        "try again; if it stays so, ask whoever looks after this computer whether something keeps it back",
    )


def _command() -> list[str]:
    import json  # noqa: PLC0415

    paths = [path for path in sys.path if path]
    return [sys.executable, "-P", "-X", "utf8", "-c", _BEGIN, json.dumps(paths)]


def _judge(watched: psutil.Process, limits: Limits, began: float, used: float) -> None:
    """Processor time decides first, so that a busy machine does not refuse at once what an idle one reads."""
    by_clock = time.monotonic() - began
    if by_clock > limits.seconds and (_seconds(watched) - used > limits.seconds or by_clock > _BUSY * limits.seconds):
        raise TooSlowError
    if _memory(watched) > limits.memory_mb * MB:
        raise TooLargeError


def _seconds(watched: psutil.Process) -> float:
    try:
        times = watched.cpu_times()
    except psutil.Error:
        return 0.0  # it has just ended, which its answer will tell
    return float(times.user + times.system)


def _memory(watched: psutil.Process) -> int:
    """Bytes in use; on Windows those set aside as well, which nothing else bounds there."""
    try:
        info = watched.memory_info()
    except psutil.Error:
        return 0
    return max(int(info.rss), int(getattr(info, "private", 0)))
