from __future__ import annotations

import importlib
import os
import subprocess
import sys

import click
import pytest

from svcdocs import __version__
from svcdocs.cli.boundary import run
from svcdocs.cli.main import VERBS, main, program
from tests.cli.conftest import CHECKOUT, SAMPLE


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"svcdocs {__version__}\n"


def test_every_verb_of_the_table_is_there() -> None:
    for verb, place in VERBS.items():
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        assert command.name == verb
        assert command.help


def test_without_a_verb_the_program_runs_what_there_is_for_that(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(program(SAMPLE, alone="tests.cli.sample_verbs:show"), []) == 1
    assert '"format": "text"' in capsys.readouterr().out


@pytest.mark.parametrize("arguments", ["--help", "--version"])
def test_help_needs_none_of_the_heavy_libraries(arguments: str) -> None:
    code = (
        f"import sys; from svcdocs.cli.main import main; code = main(['{arguments}']); "
        "print(sorted({'pydantic', 'lxml', 'openpyxl', 'docx', 'jinja2', 'rich', 'xlsxwriter'} & set(sys.modules)), "
        "file=sys.stderr); sys.exit(code)"
    )
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_python_m_svcdocs_is_the_same_program() -> None:
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-m", "svcdocs", "nothing"], env=env, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"there is no verb 'nothing'" in done.stderr
