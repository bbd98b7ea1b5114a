"""A zipped workbook as a package of parts: sizes judged before anything is unpacked, XML read without entities."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.excel.kinds import SAVE_AS, SEND_AGAIN, SEND_THE_WORKBOOK

Contents = Literal["xlsx", "xlsb", "ods"]

_MB = 2**20
MAX_PART = 64 * _MB
"""Bytes of one part once it is unpacked: some 1,000,000 cells."""
MAX_MEMBERS = 5_000
MAX_RATIO = 250
"""Unpacked to packed: deflate ends near 1,030; formatted empty rows, the most regular honest content, at 100."""
RATIO_COUNTS_FROM = 4 * _MB
"""Bytes; a smaller part is harmless however well it packs."""

_NUMBERS = (
    "is a Numbers document, which only Apple's Numbers opens",
    "In Numbers, choose File, Export To, Excel, and send the .xlsx file that makes.",
)
_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_OTHERS = (
    ("file-word", "word/", "is a Word document, not a workbook", SEND_THE_WORKBOOK),
    ("file-presentation", "ppt/", "is a presentation, not a workbook", SEND_THE_WORKBOOK),
    ("file-numbers", "index/document.iwa", *_NUMBERS),
    ("file-numbers", "index.zip", *_NUMBERS),
    ("file-numbers", "index/", *_NUMBERS),
)
"""What a zip may be instead: a code, a part (or a folder) that only it has, what is said of it, and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may be, and what reading it may cost at most.

    ``file_mb`` and ``unpacked_mb`` are the megabytes of the file itself and of all its parts once they are unpacked: a
    council's plan is well under one megabyte, pictures may make it tens. ``seconds`` and ``memory_mb`` bound the
    process that reads it; a plan takes a tenth of a second and 60 MB.
    """

    file_mb: int = 25
    unpacked_mb: int = 250
    seconds: float = 8
    memory_mb: int = 500


_UNPACKING = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError),
    *(ValueError, struct.error, IndexError),
)
"""What unpacking a damaged part raises; where a lie about its place or way of packing leads, anything can stand."""


class BadPartError(Exception):
    """A part of the package that is absent or is no XML; the reader decides whether it can do without."""


class UnsafePartError(BadPartError):
    """A part that declares a document type: no program writes one into a workbook, and it may unfold without end."""


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
        return part_key(part) in self.members

    def read(self, part: str) -> bytes:
        """The bytes of one part. Raises BadPartError where it is absent or damaged."""
        info = self.members.get(part_key(part))
        if info is None:
            raise BadPartError(f"{part} is absent")
        try:
            with self.archive.open(info) as stream:
                # Asking for a number of bytes bounds what is unpacked, even where the sizes in the file are untrue.
                return stream.read(info.file_size) if info.file_size else b""
        except _UNPACKING as error:
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
        return dict(links_in(self.xml(rels), folder))


def bytes_of(source: Path | bytes, shown: str, limits: Limits) -> bytes:
    """The bytes of a workbook's file; ``shown`` is what messages call it. Raises UnusableFile."""
    size, data = (len(source), source) if isinstance(source, bytes) else _read(source, shown, limits)
    if size > limits.file_mb * _MB:
        raise too_large(shown, limits)
    return data


def too_large(shown: str, limits: Limits) -> UnusableFile:
    """The refusal of a file that is larger than any plan."""
    return UnusableFile(
        f"{shown} is larger than {limits.file_mb} MB.", "Take the pictures out of it.", "file-too-large"
    )


def open_package(data: bytes, shown: str, limits: Limits) -> Package:
    """Opens a zip file without unpacking anything.

    Raises UnusableFile for one that is damaged, has a password, or unpacks to more than any plan.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        message = f"{shown} is damaged: part of the file is missing."
        raise UnusableFile(message, SEND_AGAIN, "file-damaged") from error
    package = Package(shown, archive, {part_key(info.filename): info for info in archive.infolist()})
    _refuse_sizes(package, limits)
    if any(info.flag_bits & 0x1 for info in package.archive.infolist()):
        raise UnusableFile(f"{package.name} has a password.", "Send it without one.", "file-password")
    return package


def contents_of(package: Package) -> Contents:
    """Which of the formats we read a zip file holds. Raises UnusableFile for another."""
    if package.has("xl/workbook.bin"):
        return "xlsb"
    if package.has("mimetype") and package.has("content.xml"):
        return _open_document(package)
    if package.has("xl/workbook.xml") or _leads_to_a_workbook(package):
        return "xlsx"
    if any(name.startswith("xl/worksheets/") for name in package.members):
        raise UnusableFile(f"{package.name} is damaged: its main part is missing.", SEND_AGAIN, "file-damaged")
    for code, part, says, hint in _OTHERS:
        if any(name == part or (part.endswith("/") and name.startswith(part)) for name in package.members):
            raise UnusableFile(f"{package.name} {says}.", hint, code)
    inside = [info.filename for info in package.archive.infolist() if info.filename.lower().endswith(_SPREADSHEETS)]
    if inside:
        message = f"{package.name} is a packed folder with {inside[0]} in it."
        hint = "Unpack it and put the workbook that is in it into the folder."
        raise UnusableFile(message, hint, "file-archive")
    raise UnusableFile(f"{package.name} is not an Excel workbook.", SAVE_AS, "file-not-a-workbook")


def parse_xml(data: bytes, part: str = "", *, salvage: bool = False) -> etree._Element:
    """The root element of XML from outside; ``salvage`` takes what makes sense of text that is not well formed.

    Raises BadPartError for no XML, UnsafePartError where it declares a document type.
    """
    if b"<!DOCTYPE" in data[:4096]:
        raise UnsafePartError(f"{part} declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,  # how large a part may be is judged before it is unpacked
        remove_comments=True,
        remove_pis=True,
        recover=salvage,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _refuse_without_memory(parser)
        raise BadPartError(f"{part} is not well formed") from error
    _refuse_without_memory(parser)
    if root is None:
        raise BadPartError(f"{part} is not well formed")
    if salvage:
        etree.strip_elements(root, etree.Entity, with_tail=False)  # what nobody declared stands for nothing
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafePartError(f"{part} declares a document type")
    return root


def part_key(part: str) -> str:
    """By what parts are told apart: as Windows does, whatever the case, the slash and the way blanks are written."""
    return unquote(part).replace("\\", "/").lstrip("/").lower()


def links_in(root: etree._Element, folder: str) -> Iterator[tuple[str, Link]]:
    """The relationships that a part of them holds, internal ones only; ``folder`` is where they start from."""
    for element in root:
        if element.get("TargetMode") == "External":
            continue
        target = unquote(element.get("Target", "")).replace("\\", "/")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield element.get("Id", ""), Link(element.get("Type", "").rpartition("/")[2], target)


def _refuse_without_memory(parser: etree.XMLParser) -> None:
    """Raises MemoryError where that is why a text was not parsed, or not to its end: lxml calls it an error in it."""
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError


def _read(path: Path, shown: str, limits: Limits) -> tuple[int, bytes]:
    """The size of a file and its bytes; no bytes where it is too large to be read."""
    try:
        size = path.stat().st_size
        return size, path.read_bytes() if size <= limits.file_mb * _MB else b""
    except FileNotFoundError as error:
        message = f"{shown} is not there."
        raise UnusableFile(message, "Check the name and the folder.", "file-missing") from error
    except OSError as error:
        hint = "Close it in Excel, and check that you may read it."
        raise UnusableFile(f"{shown} cannot be opened.", hint, "file-cannot-be-opened") from error


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
            "file-unpacks-too-large",
        )


def _open_document(package: Package) -> Contents:
    try:
        kind = package.read("mimetype")
        sealed = package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml")
    except BadPartError as error:
        raise UnusableFile(f"{package.name} is damaged ({error}).", SEND_AGAIN, "file-damaged") from error
    if sealed:
        raise UnusableFile(f"{package.name} has a password.", "Save it without one and send it again.", "file-password")
    if b"opendocument.spreadsheet" not in kind:
        message = f"{package.name} is an OpenDocument file, but not a spreadsheet."
        raise UnusableFile(message, SEND_THE_WORKBOOK, "file-opendocument")
    return "ods"


def _leads_to_a_workbook(package: Package) -> bool:
    """Whether the main part, whatever it is called, is a workbook's: it is neither Word's nor PowerPoint's."""
    try:
        main = [link.target for link in package.links("").values() if link.kind == "officeDocument"]
        return any(etree.QName(package.xml(part)).localname == "workbook" for part in main)
    except BadPartError:
        return False
