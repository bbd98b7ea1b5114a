from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLE = {
    name: f"tests.cli.sample_verbs:{name}"
    for name in ("show", "well", "wrong", "bug", "stopped", "long", "child", "progress")
}
CHECKOUT = Path(__file__).resolve().parent.parent.parent

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run_sample(tmp_path: Path) -> Run:
    """Runs the sample verbs in a process of their own, whose current folder is ``tmp_path``."""

    def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        code = (
            "import sys; from svcdocs.cli.main import program; from svcdocs.cli.boundary import run; "
            f"sys.exit(run(program({SAMPLE!r}), {list(arguments)!r}))"
        )
        return subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), **env},
            capture_output=True,
            check=False,
            timeout=60,
        )

    return run
