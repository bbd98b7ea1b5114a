"""The office programs of a machine: where each is, and where it was looked for."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A program: its path, None where it was not found, and the places that were looked at."""

    path: Path | None
    looked: tuple[str, ...]


def libreoffice() -> Found:
    """LibreOffice, on the path or where its installers put it."""
    usual = [*_registered("soffice.exe"), *_under_program_files("LibreOffice", "program", "soffice.exe")]
    usual.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    return _found(("soffice", "libreoffice"), usual)


def word() -> Found:
    """Microsoft Word, on the path or where its installers put it."""
    usual = [*_registered("Winword.exe")]
    usual += [
        path
        for root in ("root", "")
        for office in ("Office16", "Office15")
        for path in _under_program_files("Microsoft Office", root, office, "WINWORD.EXE")
    ]
    usual.append(Path("/Applications/Microsoft Word.app"))
    return _found(("winword",), usual)


def _found(commands: Iterable[str], usual: Iterable[Path]) -> Found:
    looked = ["the folders of PATH"]
    for command in commands:
        path = shutil.which(command)
        if path:
            return Found(Path(path), tuple(looked))
    here = [place for place in usual if _is_of_this_machine(place)]
    for place in here:
        if place.exists():
            return Found(place, tuple(looked))
    return Found(None, (*looked, *dict.fromkeys(str(place.parent) for place in here)))


def _registered(program: str) -> Iterable[Path]:
    """Where Windows itself would start a program; nothing on other systems.

    Source: "Application Registration" (the key App Paths), learn.microsoft.com.
    """
    try:
        winreg = importlib.import_module("winreg")
    except ImportError:
        return
    key = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{program}"
    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        with suppress(OSError):
            path = str(winreg.QueryValue(root, key) or "").strip('"')
            if path:
                yield Path(path)


def _under_program_files(*parts: str) -> Iterable[Path]:
    roots = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
    return [Path(root, *parts) for root in dict.fromkeys(roots) if root]


def _is_of_this_machine(place: Path) -> bool:
    """Whether such a path can be on this machine: one under /Applications on a Mac only."""
    return not place.as_posix().startswith("/Applications") or Path("/Applications").is_dir()
