"""An .xlsx file as a package of parts: sizes judged before anything is unpacked, XML read without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from svcdocs.errors import UnusableFile

_MB = 2**20
MAX_PART = 64 * _MB
"""Bytes of one part once it is unpacked: some 1,000,000 cells."""
MAX_MEMBERS = 5_000
MAX_RATIO = 250
"""Unpacked to packed: deflate ends near 1,030; formatted empty rows, the most regular honest content, at 100."""
RATIO_COUNTS_FROM = 4 * _MB
"""Bytes; a smaller part is harmless however well it packs."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Open it in Excel and save it as an Excel workbook (.xlsx)."
_SEND_AGAIN = "Ask for the file to be saved and sent again."


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may be at most, in megabytes: the file itself, and all its parts once they are unpacked.

    A council's plan is well under one megabyte; pictures may make it tens.
    """

    file_mb: int = 25
    unpacked_mb: int = 250


class BadPartError(Exception):
    """A part of the package that is absent or is no XML; the reader decides whether it can do without."""


class Link(NamedTuple):
    """A relationship from one part to another: the last word of its type, and the part it leads to."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of one opened workbook. ``name`` is what messages call the file."""

    name: str
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]

    def has(self, part: str) -> bool:
        """Whether the package holds a part; names are compared as Windows does, whatever their case."""
        return _key(part) in self.members

    def read(self, part: str) -> bytes:
        """The bytes of one part. Raises BadPartError where it is absent or damaged."""
        info = self.members.get(_key(part))
        if info is None:
            raise BadPartError(f"{part} is absent")
        try:
            with self.archive.open(info) as stream:
                # Asking for a number of bytes bounds what is unpacked, even where the sizes in the file are untrue.
                return stream.read(info.file_size) if info.file_size else b""
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise BadPartError(f"{part} is damaged") from error

    def xml(self, part: str) -> etree._Element:
        """The root element of one part. Raises BadPartError where it is absent, damaged or carries a document type."""
        return parse_xml(self.read(part), part)

    def links(self, part: str) -> dict[str, Link]:
        """The relationships of a part by their id, internal ones only; "" asks for the package's own."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(rels):
            return {}
        return dict(_links(self.xml(rels), folder))


def open_package(source: Path | bytes, name: str = "", limits: Limits = Limits()) -> Package:
    """Opens a workbook's file without unpacking anything.

    ``source`` is the file or its bytes; ``name`` what messages call it. Raises UnusableFile for a file that is no .xlsx
    workbook, is encrypted or damaged, or is larger than any plan.
    """
    shown = name or (source.name if isinstance(source, Path) else "The file")
    size, data = (len(source), source) if isinstance(source, bytes) else _bytes_of(source, shown, limits)
    if size > limits.file_mb * _MB:
        raise UnusableFile(f"{shown} is larger than {limits.file_mb} MB.", "Take the pictures out of it.")
    _refuse_other_formats(data, shown)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnusableFile(f"{shown} is damaged: part of the file is missing.", _SEND_AGAIN) from error
    package = Package(shown, archive, {_key(info.filename): info for info in archive.infolist()})
    _refuse_sizes(package, limits)
    _refuse_other_contents(package)
    return package


def parse_xml(data: bytes, part: str = "") -> etree._Element:
    """The root element of XML from outside. Raises BadPartError for no XML, and where it declares a document type."""
    if b"<!DOCTYPE" in data[:4096]:
        raise BadPartError(f"{part} declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPartError(f"{part} is not well formed") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPartError(f"{part} declares a document type")
    return root


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _links(root: etree._Element, folder: str) -> Iterator[tuple[str, Link]]:
    for element in root:
        if element.get("TargetMode") == "External":
            continue
        target = unquote(element.get("Target", "")).replace("\\", "/")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield element.get("Id", ""), Link(element.get("Type", "").rpartition("/")[2], target)


def _bytes_of(path: Path, shown: str, limits: Limits) -> tuple[int, bytes]:
    """The size of a file and its bytes; no bytes where it is too large to be read."""
    try:
        size = path.stat().st_size
        return size, path.read_bytes() if size <= limits.file_mb * _MB else b""
    except FileNotFoundError as error:
        raise UnusableFile(f"{shown} is not there.", "Check the name and the folder.") from error
    except OSError as error:
        hint = "Close it in Excel, and check that you may read it."
        raise UnusableFile(f"{shown} cannot be opened.", hint) from error


def _refuse_other_formats(data: bytes, shown: str) -> None:
    if not data:
        raise UnusableFile(f"{shown} is empty (0 bytes).", _SEND_AGAIN)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            hint = "Take the password off in Excel: File, Info, Protect Workbook."
            raise UnusableFile(f"{shown} has a password.", hint)
        raise UnusableFile(f"{shown} is in an old Office format, not an .xlsx workbook.", _SAVE_AS)
    if not data.startswith(b"PK"):
        raise UnusableFile(f"{shown} is not an Excel workbook.", _SAVE_AS)


def _refuse_sizes(package: Package, limits: Limits) -> None:
    infos = package.archive.infolist()
    largest = max((info.file_size for info in infos), default=0)
    unpacked = sum(info.file_size for info in infos)
    packs_too_well = any(
        info.file_size > RATIO_COUNTS_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1) for info in infos
    )
    if len(infos) > MAX_MEMBERS or largest > MAX_PART or unpacked > limits.unpacked_mb * _MB or packs_too_well:
        raise UnusableFile(
            f"{package.name} unpacks to far more than a plan holds ({unpacked // _MB} MB in {len(infos)} parts).",
            "Copy what was typed into a fresh workbook and send that.",
        )


def _refuse_other_contents(package: Package) -> None:
    if any(info.flag_bits & 0x1 for info in package.archive.infolist()):
        raise UnusableFile(f"{package.name} has a password.", "Send it without one.")
    if package.has("xl/workbook.bin"):
        raise UnusableFile(f"{package.name} is a binary workbook (.xlsb).", _SAVE_AS)
    if package.has("word/document.xml"):
        raise UnusableFile(f"{package.name} is a Word document, not a workbook.", "Send the workbook.")
    if package.has("content.xml") and package.has("mimetype"):
        raise UnusableFile(f"{package.name} is an OpenDocument file.", _SAVE_AS)
    if not package.has("[Content_Types].xml") and not package.has("xl/workbook.xml"):
        raise UnusableFile(f"{package.name} is not an Excel workbook.", _SAVE_AS)
