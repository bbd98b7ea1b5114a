from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from svcdocs.commands import programs

MINE, ALL = 1, 2
"""The two parts of the registry, for one user and for all."""


def registry(monkeypatch: pytest.MonkeyPatch, entries: dict[tuple[int, str], str]) -> None:
    """A machine whose registry has these programs, under a key of their own."""

    def query(root: int, key: str) -> str:
        head, _, program = key.rpartition("\\")
        if head != r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths" or (root, program) not in entries:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return entries[root, program]

    held = ModuleType("winreg")
    held.__dict__.update(HKEY_CURRENT_USER=MINE, HKEY_LOCAL_MACHINE=ALL, QueryValue=query)
    monkeypatch.setitem(sys.modules, "winreg", held)
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("root", [MINE, ALL])
def test_a_word_that_windows_knows_is_found_wherever_it_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: int
) -> None:
    program = tmp_path / "WINWORD.EXE"
    program.touch()
    registry(monkeypatch, {(root, "Winword.exe"): f'"{program}"'})
    assert programs.word().path == program


def test_a_program_that_is_registered_and_gone_is_not_found_and_its_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry(monkeypatch, {(ALL, "soffice.exe"): str(tmp_path / "gone" / "soffice.exe"), (ALL, "Winword.exe"): ""})
    found = programs.libreoffice()
    assert found.path is None
    assert str(tmp_path / "gone") in found.looked
    assert programs.word().path is None


def test_where_there_is_no_registry_the_usual_places_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "Microsoft Office" / "root" / "Office16" / "WINWORD.EXE"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setitem(sys.modules, "winreg", None)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert programs.word().path == program
