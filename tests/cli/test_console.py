from __future__ import annotations

import json

import pytest

from svcdocs.cli import console
from tests.cli.conftest import Run


def test_a_cp1252_console_gets_a_question_mark_for_what_it_has_no_sign_for(run_sample: Run) -> None:
    done = run_sample("well", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode("cp1252").split() == ["Ynys", "Môn", "?", "?", "?"]


def test_a_utf_8_console_gets_every_character(run_sample: Run) -> None:
    assert run_sample("well", PYTHONUTF8="1").stdout.decode().split() == ["Ynys", "Môn", "→", "ŵ", "✔"]


def test_an_error_on_a_cp1252_console_keeps_its_line_and_hint(run_sample: Run) -> None:
    done = run_sample("wrong", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 2
    assert done.stderr.decode("cp1252").splitlines()[0] == "svcdocs: the workbook '?.xlsx' is encrypted"


def test_json_is_plain_ascii_so_that_no_code_page_harms_it(capsys: pytest.CaptureFixture[str]) -> None:
    console.say_json({"service": "Ynys Môn → ŵ"})
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert json.loads(printed) == {"service": "Ynys Môn → ŵ"}


def test_progress_goes_to_standard_error_as_one_line_for_each_thing(run_sample: Run) -> None:
    done = run_sample("progress")
    assert done.stdout.split() == [b"done"]
    assert [line.decode() for line in done.stderr.splitlines()] == ["reading workbooks (3)", "writing"]


def test_progress_on_a_terminal_is_a_bar_that_goes_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with console.progress() as tell:
        tell("reading workbooks", 1, 3)
    told = capsys.readouterr()
    assert told.out == ""
    assert "reading workbooks" in told.err


@pytest.mark.parametrize(("said", "expected"), [("1", False), ("", None)])
def test_no_color_is_honoured(said: str, expected: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", said)
    assert console.colour() is expected
