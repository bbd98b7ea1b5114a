"""issue --requests at the keyboard: what it prints, and with what it does not go."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcdocs.cli.main import main
from tests.commands.asking import SENT, WORKBOOK, action, asking, put_back, sent


def test_it_prints_a_line_for_each_workbook_and_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = asking(tmp_path / "c", action(1), action(2, "Homes: keys"))
    assert main(["issue", str(tmp_path / "c"), "--requests", "--today", SENT.isoformat()]) == 0
    printed = capsys.readouterr().out
    assert "Wrote 1 workbook of requests into" in printed
    assert f"{WORKBOOK}  (2 requests to answer)" in printed
    assert "then type: svcdocs receive" in printed
    put_back(project, sent(project), {"answer": "Accepted"})
    assert main(["issue", str(tmp_path / "c"), "--requests", "--today", "2027-01-11"]) == 0
    assert "(1 of 2 requests to answer)" in capsys.readouterr().out


@pytest.mark.parametrize("other", [["--refresh", "Parks"], ["--from", "plans.json"], ["--file", "parks.xlsx"]])
def test_it_goes_with_only_alone(other: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issue", str(tmp_path), "--requests", *other]) == 2
    assert "--requests goes with --only alone" in capsys.readouterr().err
