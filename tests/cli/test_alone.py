from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from svcdocs.cli import alone
from svcdocs.cli.main import main
from svcdocs.model.position import NextStep, Position
from tests.cli.conftest import CHECKOUT
from tests.cycles import write_cycle
from tests.returns import sent_out


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at a terminal, answer by answer; at the end the input is closed."""
    typed: list[str] = []

    def asked(prompt: str) -> str:
        print(prompt)  # noqa: T201 - it is what a terminal shows
        if not typed:
            raise EOFError
        return typed.pop(0)

    monkeypatch.setattr("builtins.input", asked)
    monkeypatch.setattr(alone, "_is_asked", lambda: True)
    return typed


def test_outside_a_cycle_it_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "There is no planning cycle in this folder." in printed
    assert "svcdocs new our-council-2027" in printed


def test_beside_a_cycle_it_says_how_to_go_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path / "our plans", {})
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    assert '  cd "our plans"\n' in capsys.readouterr().out
    monkeypatch.chdir(tmp_path / "our plans" / "workbooks")
    assert main([]) == 0
    assert "To go to the one this lies in, type:" in capsys.readouterr().out


def test_in_a_cycle_it_prints_the_next_steps_and_asks_nobody_who_sits_at_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "No workbooks have gone out yet." in printed
    assert "  1  Send out the workbooks" in printed
    assert "       svcdocs issue\n" in printed
    assert "Type a number" not in printed


def test_a_number_runs_its_line_and_shows_what_is_next_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: list[str]
) -> None:
    write_cycle(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    answers += ["1", ""]
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "> svcdocs issue\n" in printed
    assert "Wrote 2 workbooks" in printed
    assert printed.index("Wrote 2 workbooks") < printed.rindex("What comes next")
    assert len(list((tmp_path / "issued").iterdir())) == 1


def test_what_is_no_number_of_a_step_is_asked_again_and_enter_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: list[str]
) -> None:
    sent_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    answers += ["9", "what?", "²"]
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert printed.count("is none of the numbers.") == 3
    assert "> svcdocs" not in printed


def test_a_step_that_is_not_done_here_says_so(capsys: pytest.CaptureFixture[str], answers: list[str]) -> None:
    answers += ["1", "2"]
    steps = (NextStep("Have the plans signed"), NextStep("Build", "svcdocs build"))
    assert alone._chosen(Position(date(2027, 1, 1), "", steps)) == "svcdocs build"
    assert "That is not done here" in capsys.readouterr().out


def test_a_line_that_fails_is_told_and_the_menu_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: list[str]
) -> None:
    write_cycle(tmp_path, {})
    (tmp_path / "issued").write_text("in the way")
    monkeypatch.chdir(tmp_path)
    answers += ["1", ""]
    assert main([]) == 0
    told = capsys.readouterr()
    assert "svcdocs: " in told.err
    assert told.out.count("What comes next") == 2


def test_a_framework_that_cannot_be_read_is_one_line_and_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path, {}).framework.write_bytes(b"no workbook")
    monkeypatch.chdir(tmp_path)
    assert main([]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2
    assert "framework.xlsx" in told[0]


def _steps(environment: dict[str, str], folder: Path) -> Iterator[bytes]:
    for encoding in ("cp1252", "utf-8", "ascii"):
        yield subprocess.run(
            [sys.executable, "-m", "svcdocs"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": encoding, **environment},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=True,
        ).stdout


def test_every_console_can_show_it_and_a_pipe_gets_no_colours(tmp_path: Path) -> None:
    write_cycle(tmp_path, {})
    for printed in _steps({"NO_COLOR": "1"}, tmp_path):
        assert b"svcdocs issue" in printed
        assert b"\x1b" not in printed
