"""What the tests of the Excel room share: LibreOffice, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def recalculated(tmp_path: Path) -> Callable[..., bytes]:
    """Opens a workbook in LibreOffice, calculates and saves it, as .xlsx or in another format, and gives the bytes."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is not installed")
        pytest.skip("needs LibreOffice (soffice)")

    filters = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}

    def save(data: bytes, form: str = "xlsx") -> bytes:
        source, out = tmp_path / "book.xlsx", tmp_path / "out"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        kind = f"{form}:{filters[form]}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (out / source.with_suffix(f".{form}").name).read_bytes()

    return save
