from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from svcdocs import __version__
from svcdocs.cli.boundary import run
from svcdocs.cli.main import program
from tests.cli.conftest import CHECKOUT, SAMPLE, Run


def sample(*arguments: str) -> int:
    return run(program(SAMPLE), arguments)


def test_a_verb_s_number_is_the_exit_code_and_none_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert sample("show") == 1
    assert sample("well") == 0
    assert capsys.readouterr().err == ""


def test_what_a_user_can_put_right_is_one_line_and_a_hint_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert sample("wrong") == 2
    told = capsys.readouterr()
    assert told.err == "svcdocs: the workbook 'ŵ.xlsx' is encrypted\nhint: save it without a password\n"
    assert told.out == ""


@pytest.mark.parametrize("arguments", [["show", "--never"], ["shwo"], ["show", "--today", "1 April"], ["--never"]])
def test_a_wrong_use_is_told_and_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert sample(*arguments) == 2
    assert "Error: " in capsys.readouterr().err


def test_ctrl_c_says_stopped_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert sample("stopped") == 2
    assert capsys.readouterr().err.strip() == "svcdocs: stopped"


def test_a_bug_is_one_sentence_and_its_traceback_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert sample("bug", "nowhere") == 3
    told = capsys.readouterr().err
    (log,) = tmp_path.glob("svcdocs-bug-*.log")
    assert told.count("\n") == 1
    assert str(log) in told
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: in nowhere → ŵ" in kept
    assert "sample_verbs.py" in kept
    assert f"svcdocs {__version__}, Python 3." in kept


def test_a_bug_in_a_cycle_is_kept_beside_what_the_cycle_builds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "output").mkdir()
    assert sample("bug", str(tmp_path)) == 3
    (log,) = (tmp_path / "output").glob("svcdocs-bug-*.log")
    assert str(log) in capsys.readouterr().err


def test_a_bug_whose_log_cannot_be_written_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert sample("bug") == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_broken_pipe_to_another_process_is_told_as_a_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert sample("child") == 3
    assert "something went wrong" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["long"], ["--help"]])
def test_a_reader_that_leaves_ends_the_program_in_silence(arguments: list[str]) -> None:
    code = (
        "import sys; from svcdocs.cli.main import program; from svcdocs.cli.boundary import run; "
        f"sys.stdin.readline(); sys.exit(run(program({SAMPLE!r}), {arguments!r}))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"\n")
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 2


def test_a_bug_on_a_cp1252_console_is_told_too(run_sample: Run) -> None:
    done = run_sample("bug", "Ynys Môn ŵ", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 3
    assert b"svcdocs-bug-" in done.stderr
