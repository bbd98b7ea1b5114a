"""A template that another program has opened and saved once prints the same text."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from svcdocs.commands.build import BUILT, build
from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.project import Project
from svcdocs.shipped import doc_template
from svcdocs.word import check
from svcdocs.word.places import places_in
from tests.cycles import no_progress


def test_templates_saved_by_libreoffice_print_the_example_with_the_same_text(
    needs: Callable[[str], str], checkout: Path, tmp_path: Path
) -> None:
    ours, theirs = (copied(checkout, tmp_path / name) for name in ("ours", "theirs"))
    saved_by_libreoffice(needs("libreoffice"), theirs / "doc_templates", tmp_path)
    for name, document in DOCUMENTS.items():
        assert check(theirs / "doc_templates" / f"{name}.docx", document.context) == []
    printed = [texts(folder) for folder in (ours, theirs)]
    assert printed[0]
    assert printed[0] == printed[1]


def copied(checkout: Path, to: Path) -> Path:
    ignored = shutil.ignore_patterns("output", "doc_templates")
    return Path(shutil.copytree(checkout / "examples" / "fenmoor-2027", to, ignore=ignored))


def saved_by_libreoffice(soffice: str, folder: Path, scratch: Path) -> None:
    folder.mkdir()
    files = [str(doc_template(name)) for name in DOCUMENTS]
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    assert {path.stem for path in folder.glob("*.docx")} == set(DOCUMENTS)


def texts(folder: Path) -> dict[str, list[object]]:
    """What each document of a cycle says, paragraph by paragraph and row by row, by its name."""
    project = Project.open(folder)
    assert {line.outcome for line in build(project, no_progress).lines} == {BUILT}
    made = sorted(project.output_dir.rglob("*.docx"))
    return {path.name: [(one.headings, one.cells) for one in places_in(path.read_bytes())] for path in made}
