"""What CI runs is what the README tells a reader to run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import EXTRAS, extra

PYTEST = re.compile(r"-m pytest\b([^\n&|;`]*)")


def test_ci_runs_the_test_command_of_the_readme(checkout: Path) -> None:
    readme = PYTEST.findall((checkout / "README.md").read_text(encoding="utf-8"))
    ci = PYTEST.findall((checkout / ".ci" / "run").read_text(encoding="utf-8"))
    assert len(ci) == 1
    assert {options.strip() for options in readme} == {ci[0].strip()}


def test_ci_ends_with_the_tests_so_that_their_summary_is_its_last_line(checkout: Path) -> None:
    assert (checkout / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1].startswith("python -m pytest")


@pytest.mark.parametrize("name", sorted(EXTRAS))
def test_a_missing_program_skips_with_its_name_on_a_bare_machine(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXTRAS, name, lambda: None)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=name):
        extra(name)


@pytest.mark.parametrize("name", sorted(EXTRAS))
def test_a_missing_program_fails_where_ci_promises_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXTRAS, name, lambda: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=name):
        extra(name)


@pytest.mark.parametrize("name", sorted(EXTRAS))
def test_ci_has_every_program_that_tests_ask_for(name: str) -> None:
    assert Path(extra(name)).is_file()
