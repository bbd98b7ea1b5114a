from __future__ import annotations

import click
import pytest

from svcdocs.cli.boundary import run
from svcdocs.cli.main import program
from tests.cli.conftest import SAMPLE


def test_verbs_are_listed_in_the_order_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    run(program({"well": SAMPLE["well"], "bug": SAMPLE["bug"]}), ["--help"])
    printed = capsys.readouterr().out
    assert 0 < printed.index("well") < printed.index("bug")


def test_running_a_verb_imports_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(program({"well": SAMPLE["well"], "broken": "svcdocs.cli.no_such_module:verb"}), ["well"]) == 0
    assert capsys.readouterr().err == ""


def test_a_mistyped_verb_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(program(SAMPLE), ["progres"]) == 2
    assert "there is no verb 'progres': did you mean 'progress'?" in capsys.readouterr().err


def test_a_verb_that_is_not_in_the_table_is_none() -> None:
    group = program(SAMPLE)
    assert group.get_command(click.Context(group), "nothing") is None
