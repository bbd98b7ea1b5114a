"""The imitation of Word put where pywin32 would be, and what it notes."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from svcdocs.pdf import word

IMITATION = Path(__file__).parent / "imitation"
PROGRAM = f"WINWORD{os.environ.get('PYTEST_XDIST_WORKER', '')}.EXE"
"""What the imitation's process is called: tests that run at the same time must not take each other's for theirs."""

needs_links = pytest.mark.skipif(
    os.name == "nt", reason="the imitation's process is a link to Python, which Windows lets few people make"
)


@dataclass(frozen=True)
class Stub:
    """``log`` has a line for each thing that was asked of the imitation."""

    log: Path

    @property
    def notes(self) -> list[list[Any]]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines]

    def asked(self, what: str) -> list[list[Any]]:
        return [note[1:] for note in self.notes if note[0] == what]

    def runs(self) -> bool:
        """Whether a Word that was started is still there after a while."""
        for _ in range(50):
            if not self.is_there():
                return False
            time.sleep(0.1)
        return True

    def is_there(self) -> bool:
        """Whether a Word that was started is there."""
        return any(_is_alive(pid) for (pid,) in self.asked("start") if pid)

    def end(self) -> None:
        for (pid,) in self.asked("start"):
            if pid and psutil.pid_exists(pid):
                psutil.Process(pid).kill()


def imitate_word(folder: Path, monkeypatch: pytest.MonkeyPatch, **amiss: object) -> Stub:
    """Let every process that is started find the imitation; ``amiss`` is what it does otherwise than it should."""
    program = folder / PROGRAM
    if not program.exists():
        program.symlink_to(sys.executable)
    stub = Stub(folder / "word.log")
    plan = {"log": str(stub.log), "winword": str(program), **amiss}
    monkeypatch.setenv("WORD_IMITATION", json.dumps(plan))
    monkeypatch.syspath_prepend(str(IMITATION))
    monkeypatch.setattr(word, "_PROGRAM", PROGRAM.lower())
    return stub


def _is_alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
