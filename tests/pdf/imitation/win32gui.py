"""Windows as an imitation of Word has them: "shown" in its plan names those that can be seen, as class and process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path


def _windows() -> list[tuple[str, int]]:
    plan = json.loads(os.environ["WORD_IMITATION"])
    notes = [json.loads(line) for line in Path(plan["log"]).read_text(encoding="utf-8").splitlines()]
    started = [note[1] for note in notes if note[0] == "start"]
    return [(kind, started[-1]) for kind in plan.get("shown", ())]


def EnumWindows(callback: Callable[[int, object], object], extra: object) -> None:
    for number in range(len(_windows())):
        callback(number, extra)


def IsWindowVisible(window: int) -> bool:
    return not GetClassName(window).startswith("hidden")


def GetClassName(window: int) -> str:
    return _windows()[window][0]
