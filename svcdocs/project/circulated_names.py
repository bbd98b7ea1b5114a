"""What frozen copies are called: names that people read in a folder, each of one copy alone, and safe on every system.

Usual names leave a cycle folder about 100 of the 259 characters that a path may have on Windows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from itertools import count
from pathlib import Path, PurePosixPath

from svcdocs.files import sha256_of
from svcdocs.project.circulated import Circulation, is_version, lies_otherwise
from svcdocs.project.file_names import spoken_name

LONGEST_FOLDER, LONGEST_COPY = 40, 130
LONGEST_PATH = 259
"""Characters that a path may have on Windows unless somebody has allowed more (learn.microsoft.com, "Maximum Path
Length Limitation")."""
_LONGEST_MARKS = 60
_BETWEEN = " - "


def folder_name(circulation: Circulation, version: str, date: str) -> str:
    """The folder of a version: "Draft 3 (1 March 2027)". One that another version has is told apart."""
    said = f"{version} ({date})" if date and date not in version else version
    name = spoken_name(said, LONGEST_FOLDER)
    others = {
        PurePosixPath(copy.file).parent.name.casefold()
        for copy in circulation.copies
        if not is_version(copy.version, version)
    }
    return name if name.casefold() not in others else f"{name} {_told_apart(said)}"


def copy_name(circulation: Circulation, document: str, title: str, marks: Sequence[str], taken: Collection[str]) -> str:
    """The copy of a document: its title and its ``marks``, which are version, status and date.

    A long title is cut before any of the marks is. ``taken`` are the names that other copies get in the same folder.
    """
    suffix = PurePosixPath(document).suffix
    end = f"{_BETWEEN}{spoken_name(_BETWEEN.join(marks), _LONGEST_MARKS)}" if marks else ""
    stem = spoken_name(title, LONGEST_COPY - len(end.encode("utf-16-le")) // 2 - len(suffix)) + end
    others = {PurePosixPath(copy.file).name for copy in circulation.copies if copy.document != document} | set(taken)
    if f"{stem}{suffix}".casefold() in {name.casefold() for name in others}:
        return f"{stem} {_told_apart(document)}{suffix}"
    return f"{stem}{suffix}"


def data_place(circulation: Circulation, folder: Path, content: bytes) -> Path:
    """Where the data of a version is kept: where it is already, else "plans.json" or the next that is free."""
    recorded = {copy.data: copy.data_sha256 for copy in circulation.copies}
    sha = sha256_of(content)
    for name in _data_names():
        path = folder / name
        known = recorded.get(circulation.project.name_of(path), sha)
        if known == sha and not lies_otherwise(path, content):
            return path
    raise AssertionError("there is always one more name")


def _data_names() -> Iterator[str]:
    yield "plans.json"
    yield from (f"plans {number}.json" for number in count(2))


def _told_apart(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
