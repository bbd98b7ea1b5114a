"""What reading one workbook has to say of it: what was read otherwise than it stands, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Health:
    """Collected while a workbook is read, each thing once and in order.

    ``remarks`` are of little weight; ``lost`` names content that may be missing; ``unreadable`` gives for a sheet of
    which nothing could be read the reason; ``suspect`` are sheets that seem to hold more than was read.
    """

    remarks: dict[str, None] = field(default_factory=dict)
    lost: dict[str, None] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    suspect: dict[str, None] = field(default_factory=dict)

    def remark(self, words: str, sheet: str = "") -> None:
        """Something was read otherwise than it stands there."""
        self.remarks.setdefault(_about(sheet, words))

    def lose(self, words: str, sheet: str = "") -> None:
        """Something could not be read."""
        self.lost.setdefault(_about(sheet, words))

    def lose_sheet(self, sheet: str, reason: str) -> None:
        """Nothing of a sheet could be read."""
        self.unreadable.setdefault(sheet, reason)
        self.lose(f"nothing of it could be read, because {reason}", sheet)


def _about(sheet: str, words: str) -> str:
    return f"{sheet}: {words}" if sheet else words
