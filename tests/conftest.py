"""What every test may ask for: programs that a bare machine lacks, and the top of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is the machine's business: no test is about time. Whoever works on the code looks at other
# examples each time; CI looks at the same ones, so that the same code has the same result there.
settings.register_profile("svcdocs", deadline=None, derandomize=os.environ.get("CI", "").lower() == "true")
settings.load_profile("svcdocs")

CHECKOUT = Path(__file__).resolve().parent.parent

_LIBREOFFICE_ON_WINDOWS = Path(os.environ.get("PROGRAMFILES", "")) / "LibreOffice" / "program" / "soffice.exe"

_PYTHONS_WITH_UNO = ("/usr/bin/python3", str(_LIBREOFFICE_ON_WINDOWS.with_name("python.exe")))


def _has_uno(python: str) -> bool:
    """Whether a Python has the bridge to LibreOffice."""
    if not Path(python).is_file():
        return False
    return subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode == 0


def browser_modules() -> Path | None:
    """The folder of npm packages with which tests drive a browser and judge what it shows; None where it is not set."""
    said = os.environ.get("SVCDOCS_BROWSER_MODULES")
    needed = ("playwright-core", "axe-core")
    return Path(said) if said and all((Path(said) / name / "package.json").is_file() for name in needed) else None


def _browser() -> str | None:
    """A Chromium, where there is also what drives it."""
    return (shutil.which("chromium") or shutil.which("google-chrome")) if browser_modules() else None


EXTRAS: dict[str, Callable[[], str | None]] = {
    "libreoffice": lambda: (
        shutil.which("soffice")
        or shutil.which("libreoffice")
        or (str(_LIBREOFFICE_ON_WINDOWS) if _LIBREOFFICE_ON_WINDOWS.is_file() else None)
    ),
    "python-uno": lambda: next(filter(_has_uno, _PYTHONS_WITH_UNO), None),
    "node": lambda: shutil.which("node"),
    "browser": _browser,
    "ooxml-validator": lambda: shutil.which(os.environ.get("SVCDOCS_OOXML_VALIDATOR") or "ooxml-validator"),
    "pdftoppm": lambda: shutil.which("pdftoppm"),
    "pdftotext": lambda: shutil.which("pdftotext"),
}


def extra(name: str) -> str:
    """The path of a program from outside; without it the test is skipped, and fails where CI=true promises it."""
    path = EXTRAS[name]()
    if path:
        return path
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{name} is not on this machine, and CI promises that it is")
    pytest.skip(f"{name} is not on this machine")


@pytest.fixture
def needs() -> Callable[[str], str]:
    """``needs("libreoffice")`` gives the program's path, or skips the test with the reason."""
    return extra


@pytest.fixture
def checkout() -> Path:
    """The top of the source tree."""
    return CHECKOUT
