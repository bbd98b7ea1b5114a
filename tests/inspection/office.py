"""Documents looked at by the programs of others: Microsoft's validator, and LibreOffice as a reader sees it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SECONDS = 300


def told_by_microsoft(validator: str, file: Path) -> list[Any]:
    """What Microsoft's own validator finds in a file."""
    done = subprocess.run(
        [validator, str(file)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    errors: list[Any] = json.loads(done.stdout)["errors"]
    return errors


def shown_by_libreoffice(needs: Callable[[str], str], files: Sequence[Path], into: Path) -> dict[str, str]:
    """What stands on the pages of documents, by their names without ".docx", without blanks and hyphens."""
    reader = needs("pdftotext")
    converted(needs("libreoffice"), "pdf", files, into)
    shown = {}
    for path in files:
        pdf = str(into / f"{path.stem}.pdf")
        said = subprocess.run([reader, pdf, "-"], check=True, capture_output=True, text=True).stdout
        shown[path.stem] = re.sub(r"[\s\u00ad-]+", "", said)
    return shown


def converted(office: str, kind: str, files: Sequence[Path], into: Path) -> None:
    """Let LibreOffice open documents and save them as another kind in a folder."""
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    line = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(into), *map(str, files)]
    subprocess.run(line, check=True, capture_output=True, timeout=SECONDS)
