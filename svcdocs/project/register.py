"""The register of references that were given: one file in the archive, which is read whole and written whole."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from svcdocs.errors import SvcdocsError
from svcdocs.files import put_in_place
from svcdocs.model.given_refs import GivenRef
from svcdocs.project.folder import Project


def read_register(project: Project) -> tuple[GivenRef, ...]:
    """Every reference that was given in a cycle.

    Raises:
        SvcdocsError: the file cannot be read or understood. It must not be written over then: what it says is for life.
    """
    path = project.register
    if not path.exists():
        return ()
    try:
        said = json.loads(path.read_bytes())
        names = {field.name for field in fields(GivenRef)}
        given = tuple(GivenRef(**{name: str(entry[name]) for name in names}) for entry in said["given"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "put the file back from a copy; until then no new references are given"
        raise SvcdocsError(f"{path} cannot be understood", hint) from error
    return given


def write_register(project: Project, given: tuple[GivenRef, ...]) -> None:
    """Write the register, in the order in which the references were given.

    Raises:
        SvcdocsError: it cannot be written; it is as it was then.
    """
    text = json.dumps({"schema": 1, "given": [asdict(each) for each in given]}, ensure_ascii=False, indent=2)
    put_in_place({project.register: f"{text}\n".encode("utf-8", "surrogatepass")})
