"""The architecture holds; and each rule that says so fails on a small tree that breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import architecture as rules

LONG_FUNCTIONS: dict[str, str] = {}
"""Functions of more than 60 lines, each with the reason why it is clearer whole."""

LONG_FILES: dict[str, str] = {}
"""Files of more than 300 lines, each with the reason why they are clearer whole."""


def floors(root: Path, checkout: Path) -> subprocess.CompletedProcess[str]:
    """Our own contract, applied to the package under a folder."""
    command = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", command, "--config", str(checkout / "pyproject.toml"), "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def tree(root: Path, files: dict[str, str]) -> Path:
    """A package of that name with these files, each folder a package."""
    for name, text in {"__init__.py": "", **files}.items():
        file = root / "svcdocs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if file.parent != root / "svcdocs":
            (file.parent / "__init__.py").touch()
    return root


def test_imports_point_down_and_every_room_has_a_floor(checkout: Path) -> None:
    done = floors(checkout, checkout)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_sound_tree_passes_the_floors(tmp_path: Path, checkout: Path) -> None:
    sound = {
        "errors.py": "",
        "model/plan.py": "",
        "excel/cells.py": "from svcdocs.errors import __name__",
        "checks/dates.py": "from svcdocs.model import plan",
        "commands/check.py": "from svcdocs.checks import dates\nfrom svcdocs.excel import cells",
        "cli/main.py": "def verb():\n    from svcdocs.commands import check",
    }
    done = floors(tree(tmp_path, sound), checkout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("breach", "told"),
    [
        ({"model/plan.py": "import svcdocs.excel", "excel/cells.py": ""}, "svcdocs.model"),
        ({"excel/cells.py": "from svcdocs.word import zips", "word/zips.py": ""}, "svcdocs.excel"),
        ({"checks/dates.py": "def f():\n    from svcdocs.report import page", "report/page.py": ""}, "svcdocs.checks"),
        ({"errors.py": "from svcdocs.model import plan", "model/plan.py": ""}, "svcdocs.errors"),
        ({"commands/build.py": "from ..cli import main", "cli/main.py": ""}, "svcdocs.commands"),
        ({"utilities.py": ""}, "utilities"),
        ({"helpers/text.py": ""}, "helpers"),
    ],
    ids=[
        "up",
        "beside",
        "beside, within a function",
        "errors up",
        "relative",
        "a module without a floor",
        "a room without one",
    ],
)
def test_the_floors_refuse(breach: dict[str, str], told: str, tmp_path: Path, checkout: Path) -> None:
    done = floors(tree(tmp_path, breach), checkout)
    assert done.returncode == 1
    assert told in done.stdout


def test_only_cli_imports_click(checkout: Path) -> None:
    assert rules.only_cli_imports_click(checkout) == []


def test_click_outside_cli_is_found(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {"commands/build.py": "def f():\n    from click.testing import CliRunner", "cli/main.py": "import click"},
    )
    assert rules.only_cli_imports_click(tmp_path) == ["svcdocs.commands.build imports click"]


def test_the_model_needs_only_pydantic_and_pure_parts_of_the_standard_library(checkout: Path) -> None:
    assert rules.the_model_needs_only_pydantic(checkout) == []


@pytest.mark.parametrize(
    "line", ["import os", "from pathlib import Path", "import lxml.etree", "from io import StringIO"]
)
def test_a_model_that_reaches_out_is_found(line: str, tmp_path: Path) -> None:
    tree(tmp_path, {"model/plan.py": f"import re\nfrom pydantic import BaseModel\nfrom .other import x\n{line}\n"})
    assert len(rules.the_model_needs_only_pydantic(tmp_path)) == 1


def test_only_cli_reads_the_clock(checkout: Path) -> None:
    assert rules.only_cli_reads_the_clock(checkout) == []


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import date\nx = date.today()",
        "import datetime as dt\nx = dt.datetime.now(dt.UTC)",
        "from datetime import datetime as moment\nx = moment.now",
        "from time import time as seconds\nx = seconds()",
        "import time\nx = time.strftime('%Y')",
    ],
)
def test_a_clock_below_cli_is_found(code: str, tmp_path: Path) -> None:
    tree(tmp_path, {"checks/dates.py": code, "cli/options.py": code})
    assert len(rules.only_cli_reads_the_clock(tmp_path)) == 1


def test_functions_are_seen_at_once(checkout: Path) -> None:
    assert sorted(rules.functions_are_seen_at_once(checkout)) == sorted(LONG_FUNCTIONS)


def test_files_stay_readable(checkout: Path) -> None:
    assert sorted(rules.files_stay_readable(checkout)) == sorted(LONG_FILES)


def test_long_functions_and_files_are_found(tmp_path: Path) -> None:
    tree(tmp_path, {"checks/long.py": "def short(): ...\n\n\ndef long():\n" + "    x = 1\n" * 300})
    assert rules.functions_are_seen_at_once(tmp_path) == ["svcdocs.checks.long.long"]
    assert rules.files_stay_readable(tmp_path) == ["svcdocs.checks.long"]
