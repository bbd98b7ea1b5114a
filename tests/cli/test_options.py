from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from svcdocs.cli.boundary import run
from svcdocs.cli.main import program
from tests.cli.conftest import SAMPLE


def given(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """What the verb "show" was given."""
    run(program(SAMPLE), ["show", *arguments])
    said: dict[str, str] = json.loads(capsys.readouterr().out)
    return said


def test_the_cycle_is_the_current_folder_unless_one_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert given(capsys)["folder"] == ""
    assert given(capsys, str(tmp_path))["folder"] == tmp_path.name


def test_today_stands_in_for_the_clock(capsys: pytest.CaptureFixture[str]) -> None:
    assert given(capsys, "--today", "2027-03-01")["today"] == "2027-03-01"


def test_without_today_it_is_the_day_on_the_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime.now(UTC).date()
    assert abs(date.fromisoformat(given(capsys)["today"]) - now) <= timedelta(days=1)


def test_the_format_is_text_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert given(capsys)["format"] == "text"
    assert given(capsys, "--format", "json")["format"] == "json"
    assert run(program(SAMPLE), ["show", "--format", "xml"]) == 2
