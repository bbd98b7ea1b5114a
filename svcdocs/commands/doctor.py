"""The verb doctor: whether all that is needed is there. It changes nothing: what it writes is removed again."""

from __future__ import annotations

import os
import platform
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.commands.converting import pdf_program
from svcdocs.commands.intake import read_framework_of
from svcdocs.commands.programs import Found, libreoffice, word
from svcdocs.errors import SvcdocsError
from svcdocs.model.dates import said_day
from svcdocs.project import SETTINGS_FILE, Project
from svcdocs.project.circulated_names import LONGEST_PATH
from svcdocs.shipped import doc_templates

_ROOM_MB = 200
_LONGEST_OUTPUT = len("service-plans/") + 80 + len(" (new build 99).docx")
_SYNCHRONISED = ("onedrive", "sharepoint", "dropbox", "google drive", "googledrive", "icloud")
_SIGNS = "£–’…·"
"""Signs that messages are written with."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: what was found, and what to do where that needs attention."""

    what: str
    found: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing needs to be done."""
        return not self.remedy

    def as_json(self) -> dict[str, Any]:
        """The line for programs."""
        return {"what": self.what, "ok": self.is_well, "found": self.found, "remedy": self.remedy or None}


def doctor(folder: Path, now: datetime, encoding: str) -> tuple[Examined, ...]:
    """Look at the program, the machine and a cycle folder.

    ``now`` is this moment with its time zone, ``encoding`` that in which the console shows text.
    """
    return (*_program(now, encoding), *_programs(), *_cycle(folder.absolute(), now))


def _program(now: datetime, encoding: str) -> Iterator[Examined]:
    yield Examined("svcdocs", f"{__version__}, in {Path(__file__).resolve().parent.parent}")
    yield Examined("Python", f"{platform.python_version()}, {sys.executable}, on {platform.platform(terse=True)}")
    yield Examined("Today", f"{said_day(now.date())}, {now:%H:%M} {now.tzname() or 'in no time zone'}")
    lacking = "".join(sign for sign in _SIGNS if not _shows(sign, encoding))
    remedy = "Some signs are shown as ?; on Windows, type first: chcp 65001" if lacking else ""
    yield Examined("Console", f"{encoding}{f', which lacks {lacking!a}' if lacking else ''}", remedy)
    try:
        yield Examined("Word templates", f"built in: {', '.join(doc_templates())}")
    except SvcdocsError as error:
        yield Examined("Word templates", error.message, error.hint)


def _shows(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _programs() -> Iterator[Examined]:
    """Word and LibreOffice: one of them is enough to open what is built."""
    office, writer = word(), libreoffice()
    for name, found, other in (("Microsoft Word", office, writer), ("LibreOffice", writer, office)):
        if found.path:
            yield Examined(name, str(found.path))
        else:
            yield Examined(name, f"not found; {_looked(found)}", "" if other.path else _no_office(name))


def _looked(found: Found) -> str:
    return f"looked in {'; '.join(found.looked)}"


def _no_office(name: str) -> str:
    return f"Documents are built without it; to open them on this machine, install {name}."


def _pdfs(asked: str) -> Examined:
    """What makes PDFs. They are an extra: a program that lacks needs attention only where the settings ask for it."""
    try:
        return Examined("PDFs", f"made with {pdf_program(asked).name} (build --pdf)")
    except SvcdocsError as error:
        return Examined("PDFs", error.message, _as_sentence(error.hint) if asked else "")


def _as_sentence(hint: str) -> str:
    return f"{hint[:1].upper()}{hint[1:]}."


def _cycle(folder: Path, now: datetime) -> Iterator[Examined]:
    try:
        project = Project.open(folder)
    except SvcdocsError as error:
        yield _pdfs("")
        yield Examined("Cycle", error.message, _as_sentence(error.hint))
        return
    yield _pdfs(project.settings.programs.pdf)
    yield Examined("Cycle", str(project.folder))
    yield _clock(project, now)
    yield _framework(project)
    own = [name for name in doc_templates() if project.own_doc_template(name)]
    yield Examined("Its own templates", ", ".join(own) if own else "none, so the built-in ones are used")
    for name in ("output_dir", "received_dir", "workbooks_dir", "circulation_dir"):
        yield _writable(getattr(project, name))
    yield _room(project)
    yield _place(project)


def _clock(project: Project, now: datetime) -> Examined:
    changed = datetime.fromtimestamp((project.folder / SETTINGS_FILE).stat().st_mtime, now.tzinfo)
    if changed > now + timedelta(days=1):
        day = said_day(changed.date())
        return Examined(
            "Clock", f"behind: {SETTINGS_FILE} was changed on {day}", "Set the date of this machine, or say --today."
        )
    return Examined("Clock", "agrees with the dates of the files")


def _framework(project: Project) -> Examined:
    try:
        framework, findings, _ = read_framework_of(project)
    except SvcdocsError as error:
        return Examined("Framework", error.message, _as_sentence(error.hint))
    council = framework.about.council.strip() or "a council without a name"
    found = f"{project.framework.name}: {council}, {len(framework.service_names)} services"
    blocking = sum(finding.blocks for finding in findings)
    return Examined("Framework", found, f"{blocking} to put right: svcdocs check tells what." if blocking else "")


def _writable(folder: Path) -> Examined:
    """Whether files can be made, replaced and removed in a folder; in the one above, where it is not there yet."""
    what = f"Writing to {folder.name}"
    place = next(each for each in (folder, *folder.parents) if each.is_dir())
    first = place / f"~$svcdocs-{secrets.token_hex(4)}.tmp"
    second = first.with_suffix(".tmp2")
    try:
        first.write_bytes(b"svcdocs")
        first.replace(second)
        second.unlink()
    except OSError as error:
        return Examined(
            what,
            f"refused in {place}: {error.strerror or error}",
            "Ask whoever looks after the drive for the right to change files there, or move the cycle folder.",
        )
    finally:
        for file in (first, second):
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return Examined(what, "works" if place == folder else f"works; the folder is made when it is needed in {place}")


def _room(project: Project) -> Examined:
    free = shutil.disk_usage(project.folder).free // 1_000_000
    remedy = f"Make room: {_ROOM_MB} MB should be free." if free < _ROOM_MB else ""
    return Examined("Room on the disk", f"{free / 1000:,.1f} GB free" if free > _ROOM_MB else f"{free} MB free", remedy)


def _place(project: Project, *, windows: bool = os.name == "nt") -> Examined:
    """Where the folder lies: too deep for Windows, or in a folder that a program synchronises."""
    longest = len(str(project.output_dir)) + 1 + _LONGEST_OUTPUT
    if windows and longest > LONGEST_PATH:
        found = f"paths of documents may have {longest} characters, and Windows takes {LONGEST_PATH}"
        return Examined(
            "Where it lies", found, "Move the cycle folder up, or give it and those above it shorter names."
        )
    synced = _synchronised(project.folder.parts)
    if synced:
        return Examined(
            "Where it lies",
            f"in {synced}, which is synchronised; if files are refused while it is at work, pause it, and choose "
            "'Always keep on this device' for the folder",
        )
    return Examined("Where it lies", "on no drive that is known to need care")


def _synchronised(parts: Sequence[str]) -> str:
    return next((part for part in parts for name in _SYNCHRONISED if name in part.casefold()), "")
