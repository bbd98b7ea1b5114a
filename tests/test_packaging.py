"""What is installed works far from the checkout: a sdist is built, from that a wheel, from that a package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from svcdocs import __version__


def run(*command: str, cwd: Path, path: Path | None = None) -> str:
    """Standard output of a program that has to succeed; ``path`` comes before everything installed."""
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(path or "")}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sdist")
    checkout = Path(__file__).resolve().parent.parent
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(out), cwd=checkout)
    with tarfile.open(next(out.glob("svcdocs-*.tar.gz"))) as archive:
        archive.extractall(out, filter="data")
    return next(path for path in out.glob("svcdocs-*") if path.is_dir())


@pytest.fixture(scope="module")
def installed(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel lies as an installer would put it: a wheel of pure Python is unpacked, no more."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out), cwd=sdist)
    with zipfile.ZipFile(next(out.glob("svcdocs-*.whl"))) as wheel:
        wheel.extractall(out / "site")
    return out / "site"


def shipped_by(folder: Path) -> dict[str, bytes]:
    """What lies in the two template folders below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("doc_templates", "workbook_templates")
        for path in (folder / name).rglob("*")
        if path.is_file() and not path.name.startswith(("~$", "."))
    }


def test_the_wheel_carries_every_template_unchanged(installed: Path, checkout: Path) -> None:
    assert shipped_by(checkout)
    assert shipped_by(installed / "svcdocs" / "_shipped") == shipped_by(checkout)


def test_the_wheel_carries_every_module_and_no_test(installed: Path, checkout: Path) -> None:
    modules = {path.relative_to(checkout) for path in (checkout / "svcdocs").rglob("*.py")}
    assert {path.relative_to(installed) for path in installed.rglob("*.py")} == modules
    assert (installed / "svcdocs" / "py.typed").is_file()


def test_the_wheel_carries_the_templates_of_the_officers_page(installed: Path, checkout: Path) -> None:
    lying = {path.name: path.read_bytes() for path in (checkout / "svcdocs" / "report" / "templates").iterdir()}
    carried = {path.name: path.read_bytes() for path in (installed / "svcdocs" / "report" / "templates").iterdir()}
    assert lying == carried
    assert "page.html" in carried


def test_the_wheel_holds_no_example_and_no_test(installed: Path) -> None:
    assert {path.name.split("-")[0] for path in installed.iterdir()} == {"svcdocs"}


def test_the_installed_package_runs_and_finds_its_templates_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    version = run(sys.executable, "-m", "svcdocs", "--version", cwd=tmp_path, path=installed)
    assert version == f"svcdocs {__version__}\n"
    show = "from svcdocs import shipped; print(shipped.__file__); print(shipped._place('doc_templates'))"
    where = run(sys.executable, "-c", show, cwd=tmp_path, path=installed).splitlines()
    assert [Path(line).is_relative_to(installed) for line in where] == [True, True]


def test_the_installed_package_builds_the_example_to_the_same_bytes_as_the_checkout(
    installed: Path, checkout: Path, tmp_path: Path
) -> None:
    built = []
    for number, source in enumerate((installed, checkout)):
        cycle = tmp_path / str(number) / "cycle"
        shutil.copytree(checkout / "examples" / "fenmoor-2027", cycle, ignore=shutil.ignore_patterns("output"))
        run(sys.executable, "-m", "svcdocs", "build", str(cycle), cwd=tmp_path, path=source)
        output = cycle / "output"
        files = sorted(path for path in output.rglob("*") if path.is_file())
        built.append({path.relative_to(output): path.read_bytes() for path in files})
    assert len(built[0]) > 10
    assert built[0] == built[1]


def test_the_checkout_is_found_in_the_checkout(checkout: Path, tmp_path: Path) -> None:
    show = "from svcdocs import shipped; print(shipped._place('workbook_templates'))"
    assert Path(run(sys.executable, "-c", show, cwd=tmp_path, path=checkout).strip()) == checkout / "workbook_templates"


def test_the_sdist_carries_the_tests_and_can_run_them(sdist: Path) -> None:
    assert (sdist / "tests" / "test_packaging.py").is_file()
    assert (sdist / "pyproject.toml").is_file()
