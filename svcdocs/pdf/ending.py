"""Programs that are to end: with all that they have started, and for certain."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from contextlib import suppress

import psutil


def end_with_children(running: subprocess.Popen[bytes]) -> None:
    """End a program with what it has started: what was started is often but a door to another program."""
    if running.poll() is not None:
        return
    with suppress(psutil.NoSuchProcess):
        end(psutil.Process(running.pid).children(recursive=True))
    running.kill()
    running.wait()


def end(processes: Iterable[psutil.Process]) -> None:
    """End these processes, where they have not ended by themselves or are not ours to end."""
    for one in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            one.kill()
