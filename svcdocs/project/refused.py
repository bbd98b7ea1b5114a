"""Files from outside the folder that could not be taken in: kept in mind until whoever sent each sends a good one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from svcdocs.files import put_in_place
from svcdocs.project.folder import Project

REFUSED = "refused.json"


@dataclass(frozen=True, slots=True)
class Refused:
    """One such file: whose it is by its name, what it is called, and what whoever sent it is told.

    The path is not kept, since that is a place on the machine of whoever typed it.
    """

    contributor: str
    name: str
    code: str
    message: str
    hint: str


def read_refused(project: Project) -> tuple[Refused, ...]:
    """What is kept in mind, in order; nothing where that cannot be understood: no more than a reminder is lost."""
    try:
        said = json.loads((project.received_dir / REFUSED).read_bytes())
        names = [field.name for field in fields(Refused)]
        return tuple(Refused(**{name: str(entry[name]) for name in names}) for entry in said["refused"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def write_refused(project: Project, refused: tuple[Refused, ...]) -> None:
    """Keep these in mind and no others; where there are none and never were, no file is made.

    Raises:
        SvcdocsError: it cannot be written; it is as it was then.
    """
    if refused == read_refused(project):
        return
    text = json.dumps({"schema": 1, "refused": [asdict(each) for each in refused]}, ensure_ascii=False, indent=2)
    put_in_place({project.received_dir / REFUSED: f"{text}\n".encode("utf-8", "surrogatepass")})
