"""Programs that stand in for LibreOffice: what they do is a few lines of Python."""

from __future__ import annotations

import os
import sys
import textwrap
from pathlib import Path


def stub(folder: Path, does: str) -> Path:
    """A program that runs these lines; ``arguments`` are those it was given, ``files`` the documents among them."""
    code = folder / "stub.py"
    begin = "import pathlib, subprocess, sys, time\narguments = sys.argv[1:]\n"
    begin += "files = [pathlib.Path(one) for one in arguments if one.endswith('.docx')]\n"
    code.write_text(begin + textwrap.dedent(does), encoding="utf-8")
    if os.name == "nt":
        program = folder / "soffice.cmd"
        program.write_text(f'@"{sys.executable}" "{code}" %*\n', encoding="utf-8")
        return program
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{code}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program
