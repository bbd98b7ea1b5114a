from __future__ import annotations

import re

import pytest

from svcdocs.cli import told, wrapping
from svcdocs.cli.told import tell_groups
from svcdocs.model.findings import CellRef, Finding, Severity

LONG = "Objective P1 names a thing that there is no such thing of, and " * 4


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns."""
    for module in (wrapping, told):
        monkeypatch.setattr(module, "width", lambda: 79)


def some(count: int, severity: Severity = Severity.WARNING) -> list[Finding]:
    where = [CellRef("parks.xlsx", "Actions", f"A{number}") for number in range(count)]
    return [
        Finding(f"code-{severity}-{at}", severity, LONG, "Mend it.", service="Parks", where=cell)
        for at, cell in enumerate(where)
    ]


@pytest.mark.usefixtures("terminal")
def test_lines_fit_the_terminal_and_go_on_further_in(capsys: pytest.CaptureFixture[str]) -> None:
    tell_groups(some(1))
    lines = re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out).splitlines()
    assert max(map(len, lines)) <= 79
    assert lines[2].startswith("  please check  Actions A0: ")
    assert lines[3].startswith("      ")


def test_a_pipe_gets_every_finding_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell_groups(some(9), "output/findings.json")
    assert capsys.readouterr().out.count(LONG) == 9


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_what_does_not_block_is_cut_with_its_count_and_where_all_of_it_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell_groups([*some(9), *some(8, Severity.ERROR)], "output/findings.json")
    printed = capsys.readouterr().out
    assert printed.count("[code-warning-") == 5
    assert printed.count("[code-error-") == 8
    assert "and more: 4 please check" in printed
    assert "All findings stand in output/findings.json" in printed


@pytest.mark.usefixtures("terminal")
def test_whoever_has_something_to_put_right_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    blocking = Finding("x", Severity.ERROR, "Wrong.", "Mend it.", service="Homes")
    tell_groups([*some(2), blocking])
    printed = capsys.readouterr().out
    assert printed.index("Homes") < printed.index("Parks")


@pytest.mark.usefixtures("terminal")
def test_colour_is_never_the_only_sign(capsys: pytest.CaptureFixture[str]) -> None:
    wrapping.say_wrapped("The cell is wrong.", head="to put right", colour="red", indent=2)
    assert "to put right" in re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out)
