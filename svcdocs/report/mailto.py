"""A link that opens a new message in the reader's own mail program, with address, subject and words filled in."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

LONGEST = 1800
"""Characters of a whole link. Windows hands on about 2,000, and mail programs cut longer ones or open nothing."""
_LONGEST_ADDRESS, _LONGEST_SUBJECT = 330, 600
_GOES_ON = "…"


def mailto(address: str, subject: str, body: str) -> str:
    """The link (RFC 6068): percent-encoded throughout, with lines that end in %0D%0A, and no longer than LONGEST.

    A text that is too long is cut at the end of a line, or of a word of its first line, and goes on with "…". Without
    an address the mail program asks for one; one that is too long to be one is left out.
    """
    to = quote("".join(address.split()), safe="@")
    about = _cut(" ".join(subject.split()), _LONGEST_SUBJECT)
    head = f"mailto:{to if len(to) <= _LONGEST_ADDRESS else ''}?subject={about}&body="
    return head + _cut(body, LONGEST - len(head))


def holds(address: str, subject: str, body: str) -> bool:
    """Whether a link can hold a message whole."""
    return mailto(address, subject, body).endswith("&body=" + _encoded(body))


def _cut(text: str, room: int) -> str:
    """As much of a text as there is room for once it is encoded."""
    if len(_encoded(text)) <= room:
        return _encoded(text)
    lines, words = text.splitlines(keepends=True), text.split(" ")
    return _first_of(lines, room) or _first_of((f"{word} " for word in words), room) or _encoded(_GOES_ON)


def _first_of(pieces: Iterable[str], room: int) -> str:
    """As many of the pieces as there is room for, encoded, and a sign that they go on; "" where not even one fits."""
    kept = ""
    for piece in pieces:
        if len(_encoded(kept + piece + _GOES_ON)) > room:
            break
        kept += piece
    return _encoded(kept + _GOES_ON) if kept.strip() else ""


def _encoded(text: str) -> str:
    return quote("\r\n".join(text.split("\n")).encode("utf-8", "replace"), safe="")
