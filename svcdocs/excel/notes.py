"""The words of the comments on a sheet: plain notes, and the threads of newer Excel."""

from __future__ import annotations

import re

from lxml import etree

from svcdocs.excel.cells import place
from svcdocs.excel.package import Link, Package
from svcdocs.excel.strings import namespace, read_string

_STAND_IN = re.compile(r"\[Threaded comment\].*?\n(?:Comment|Kommentar):\s*", re.DOTALL)
"""What Excel puts before a thread's words in the note that older versions show."""


def read_notes(package: Package, links: dict[str, Link]) -> dict[tuple[int, int], str]:
    """The notes of a sheet by (row, column), from the parts its relationships lead to. Raises BadPartError."""
    notes: dict[tuple[int, int], str] = {}
    for link in links.values():
        if link.kind == "comments":
            notes.update(_plain_notes(package, link.target))
    threads: dict[tuple[int, int], list[str]] = {}
    for link in links.values():
        if link.kind == "threadedComment":
            _add_threads(package, link.target, threads)
    return notes | {where: "\n".join(words) for where, words in threads.items()}


def _plain_notes(package: Package, part: str) -> dict[tuple[int, int], str]:
    root = package.xml(part)
    space = namespace(root)
    found: dict[tuple[int, int], str] = {}
    for comment in root.iter(f"{space}comment"):
        where = place(comment.get("ref", ""))
        if where is None:
            continue
        text = "".join(read_string(item, space).text for item in comment.iterchildren(f"{space}text"))
        found[where] = _STAND_IN.sub("", text).strip()
    return found


def _add_threads(package: Package, part: str, threads: dict[tuple[int, int], list[str]]) -> None:
    root = package.xml(part)
    for comment in root:
        where = place(comment.get("ref", ""))
        words = "".join(child.text or "" for child in comment if etree.QName(child).localname == "text")
        if where and words.strip():
            threads.setdefault(where, []).append(words.strip())
