"""The README's commands do what it says, typed as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from svcdocs.cli.main import VERBS
from svcdocs.project import Project
from tests.conftest import CHECKOUT
from tests.cycles import framework, plan, workbook, write_cycle

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line.strip()
]
TUTORIAL = [line for line in LINES if line.startswith("svcdocs ")]
FROM_SCRATCH = [line for line in LINES if line.startswith("python3 -m venv")]


def run(line: str, folder: Path, home: Path, *, codes: tuple[int, ...] = (0,)) -> str:
    """Type a line in an empty home, with this Python's svcdocs on the path."""
    shown = line.replace("svcdocs ", f'"{sys.executable}" -m svcdocs ', 1)
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUTF8": "1",
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
    }
    done = subprocess.run(shown, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in codes, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_tutorial_leads_from_nothing_to_documents(tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    new, issue, receive, check, build, circulate = TUTORIAL
    run(new, work, home)
    cycle = work / "our-council-2027"
    # What the policy officer does between the lines: fill in the framework, and put in a return.
    shutil.copy(write_cycle(tmp_path / "filled").framework, cycle / "framework.xlsx")
    run(issue, work, home)
    [day] = (cycle / "issued").iterdir()
    assert sorted(path.name for path in day.iterdir()) == ["framework.xlsx", "homes.xlsx", "parks.xlsx"]
    (cycle / "inbox" / "our return.xlsx").write_bytes(workbook(plan("Parks"), framework()))
    assert "Parks: version 1" in run(receive, work, home)
    assert "Parks" in run(check, work, home)
    assert "service-plans/parks.docx    built" in re.sub(r" +", "    ", run(build, work, home, codes=(0, 1)))
    assert Project.open(cycle).service_plan("Parks").is_file()
    printed = run(circulate, work, home, codes=(1,))  # one service's return has not come in
    assert "circulated      Parks - Service plan 2027-28 to 2028-29 - Draft 1.docx" in re.sub(
        r" {2,}", "      ", printed
    )
    assert list(home.iterdir()) == []


def test_every_command_in_the_table_is_one_there_is_and_every_command_is_in_the_table() -> None:
    named = set(re.findall(r"^\| `svcdocs (\w+)", README, re.MULTILINE))
    assert named == set(VERBS)


def test_the_line_that_runs_the_tests_is_the_one_that_ci_runs() -> None:
    in_readme = FROM_SCRATCH[1].split(".venv/bin/")[-1]
    in_ci = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert in_readme in in_ci


def test_every_file_the_readme_points_to_is_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (CHECKOUT / target).exists()] == []


def test_windows_has_its_own_lines_without_ampersands() -> None:
    blocks = re.findall(r"```bat\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    assert not any("&" in block for block in blocks)


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="it installs from the package index; CI does that")
def test_the_first_line_installs_and_builds_the_example_in_a_clean_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", "output", "*_cache", ".hypothesis")
    shutil.copytree(CHECKOUT, copy, ignore=ignored)
    home = tmp_path / "home"
    home.mkdir()
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        FROM_SCRATCH[0],
        shell=True,
        cwd=copy,
        env=environment | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    output = copy / "examples" / "fenmoor-2027" / "output"
    assert (output / "corporate-plan.docx").is_file()
    assert len(list((output / "service-plans").glob("*.docx"))) == 6
