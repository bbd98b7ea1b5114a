"""Which process a window of ``win32gui`` beside it belongs to."""

from __future__ import annotations

from tests.pdf.imitation.win32gui import _windows


def GetWindowThreadProcessId(window: int) -> tuple[int, int]:
    return 1, _windows()[window][1]
