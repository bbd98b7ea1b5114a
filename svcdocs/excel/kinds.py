"""What a file is, told from its first bytes and not from its name: bytes in, a format we read out, or a refusal."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from svcdocs.errors import UnusableFile

Wrapping = Literal["zip", "ole"]
"""The two ways in which workbooks are wrapped: a zip of parts, or the compound files of old Office."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "Open it in Excel and save it as an Excel workbook (.xlsx)."
SEND_AGAIN = "Ask for the file to be saved and sent again."
SEND_THE_WORKBOOK = "Ask for the workbook itself."

_HEAD = 4_096
"""Bytes in which a file says what it is."""
_LEAST_TEXT = 8
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class _Other(NamedTuple):
    """A kind of file that is no workbook: its code, how it begins, and what is said of it."""

    code: str
    begins: tuple[bytes, ...]
    says: str
    hint: str


_OTHERS = (
    _Other("file-pdf", (b"%PDF",), "is a PDF, not a workbook", SEND_THE_WORKBOOK),
    _Other(
        "file-picture",
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF"),
        "is a picture, not a workbook",
        SEND_THE_WORKBOOK,
    ),
    _Other("file-word", (b"{\\rtf",), "is a text document (RTF), not a workbook", SEND_THE_WORKBOOK),
    _Other(
        "file-shortcut",
        (b"L\x00\x00\x00\x01\x14\x02\x00", b"[InternetShortcut]", b"[Desktop Entry]", b"book\x00\x00\x00\x00mark"),
        "is only a shortcut to a file, not the file itself",
        "Ask for the workbook it points to.",
    ),
    _Other(
        "file-archive",
        (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"),
        "is a packed archive, not a workbook",
        "Unpack it and put the workbook that is in it into the folder.",
    ),
    _Other(
        "file-very-old",
        (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08"),
        "is a worksheet of a very old Excel",
        SAVE_AS,
    ),
)


_MARKED_UP = (
    (re.compile("urn:schemas-microsoft-com:office:spreadsheet"), "file-xml", "is a workbook in the XML form of 2003"),
    (re.compile("<office:document"), "file-xml", "is an OpenDocument file in one piece of XML"),
    (
        re.compile(r"<(?:!doctype html|html|head|body|table|meta)\b|\Amime-version:"),
        "file-web-page",
        "is a web page that is called a workbook",
    ),
    (re.compile(r"\A<\?xml"), "file-xml", "is XML, not an Excel workbook"),
)
"""Texts with mark-up: by what each is known, its code, and what is said of it; the first that fits counts."""


def wrapping_of(data: bytes, shown: str) -> Wrapping:
    """How a workbook is wrapped; ``shown`` is what messages call it. Raises UnusableFile for what is none."""
    if shown.rpartition("/")[2].startswith("~$"):
        raise UnusableFile(
            f"{shown} only says that somebody has a workbook open.", "Delete it when nobody has.", "file-lock"
        )
    if not data:
        raise UnusableFile(f"{shown} is empty (0 bytes).", SEND_AGAIN, "file-empty")
    if data.startswith(b"PK"):
        return "zip"
    if data.startswith(OLE):
        return "ole"
    raise _refusal(data, shown)


def _refusal(data: bytes, shown: str) -> UnusableFile:
    if not data.strip(b"\0"):
        says = "holds nothing but zeros: it was never copied or downloaded whole"
        return UnusableFile(f"{shown} {says}.", SEND_AGAIN, "file-damaged")
    for other in _OTHERS:
        if data.startswith(other.begins):
            return UnusableFile(f"{shown} {other.says}.", other.hint, other.code)
    if data[4:8] == b"ftyp":
        return UnusableFile(f"{shown} is a picture or a film, not a workbook.", SEND_THE_WORKBOOK, "file-picture")
    return _text(data, shown)


def _text(data: bytes, shown: str) -> UnusableFile:
    """What is said of a file that may be text: a link, XML, a list of values, or nothing we know."""
    head = _characters(data[:_HEAD])
    if head is None:
        return UnusableFile(f"{shown} is not an Excel workbook.", SAVE_AS, "file-not-a-workbook")
    start = head.lstrip("\ufeff \t\r\n").lower()
    if start.startswith("{") and ("google" in start or '"doc_id"' in start or '"resource_id"' in start):
        hint = "In Google Sheets, choose File, Download, Microsoft Excel (.xlsx), and send that."
        return UnusableFile(f"{shown} is only a link to Google Drive.", hint, "file-link")
    for sign, code, says in _MARKED_UP:
        if sign.search(start):
            return UnusableFile(f"{shown} {says}.", SAVE_AS, code)
    says = "is plain text (such as CSV), not an Excel workbook"
    return UnusableFile(f"{shown} {says}.", "Put its content into the workbook that was issued.", "file-text")


def _characters(head: bytes) -> str | None:
    """The beginning of a text; None where it is none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    if len(head) < _LEAST_TEXT or _CONTROL.search(head):
        return None
    return head.decode("utf-8", "replace")
