"""Files of a cycle opened for the verbs: their bytes, and whether a picture is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from svcdocs.errors import SvcdocsError
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.service_plan import is_table
from svcdocs.project import Project

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8")
"""How the pictures that Word can show begin, whatever their files are called: PNG and JPEG."""


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        SvcdocsError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SvcdocsError(
            f"{path} cannot be read: {error.strerror or error}", "close it elsewhere and try again"
        ) from error


def pictures_of(project: Project) -> dict[str, bytes]:
    """The pictures of a cycle by file name, and its logo under the name "logo"."""
    folder = project.pictures_dir
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    shown = (path for path in found if path.suffix.lower() in (".png", ".jpg", ".jpeg") and path.is_file())
    pictures = {path.name: bytes_of(path) for path in shown}
    return pictures | ({"logo": bytes_of(project.logo)} if project.logo else {})


def missing_pictures(project: Project, cycle: Cycle) -> Iterator[Finding]:
    """A picture that a passage names and that is not in the folder of pictures, or is not one that Word can show."""
    folder = project.pictures_dir
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    there = {path.name.casefold() for path in files if bytes_of(path).startswith(_PICTURES)}
    severity = Severity.ERROR if cycle.framework.is_final else Severity.NOTE
    for plan in cycle.plans:
        for passage in plan.passages:
            if passage.picture and not is_table(passage) and passage.picture.casefold() not in there:
                yield Finding(
                    "picture-missing",
                    severity,
                    f"There is no PNG or JPEG picture '{passage.picture}' in the folder {project.name_of(folder)}.",
                    "Put the file there under that name, saved as PNG or JPEG; or correct the name.",
                    service=plan.service,
                    where=passage.cell("picture"),
                    field="Picture",
                )
