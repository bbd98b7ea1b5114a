"""The verb new: a folder for a planning cycle, with settings and a framework workbook to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from svcdocs import __version__
from svcdocs.errors import SvcdocsError
from svcdocs.project import SETTINGS_FILE, settings_text
from svcdocs.shipped import doc_templates
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework

FOLDERS = ("workbooks", "inbox", "pictures")


@dataclass(frozen=True, slots=True)
class Started:
    """A new cycle: its folder and the files made in it."""

    folder: Path
    files: tuple[Path, ...]


def new_cycle(folder: Path, *, templates: bool = False) -> Started:
    """Start a cycle in a folder; ``templates`` puts copies of the Word templates into it for editing.

    Nothing that is there already is written over.

    Raises:
        SvcdocsError: one of the files is there already, or the folder cannot be written to.
    """
    contents = {
        SETTINGS_FILE: settings_text(program=__version__).encode(),
        "framework.xlsx": write_framework(starter_framework(), Identity(kind="framework")),
    }
    if templates:
        contents |= {f"doc_templates/{name}.docx": path.read_bytes() for name, path in doc_templates().items()}
    there = [name for name in contents if (folder / name).exists()]
    if there:
        raise SvcdocsError(
            f"{folder} already holds {', '.join(there)}, and nothing is written over",
            "give a folder that does not exist yet",
        )
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        return Started(folder, tuple(_made(folder / name, content) for name, content in contents.items()))
    except OSError as error:
        raise SvcdocsError(
            f"{folder} cannot be written to: {error.strerror or error}", "choose another folder"
        ) from error


def _made(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
    return path
