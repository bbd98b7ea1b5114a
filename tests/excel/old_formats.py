"""Workbooks in the old and the binary format made by hand, record by record, since no library here writes them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from tests.excel.handmade import OFFICE, PACKAGE, zipped

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_SMALLEST = 4_096


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams, each filled up with zeros so that none lies in small sectors."""
    contents = {name: data.ljust(max(len(data), _SMALLEST), b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    following: list[int] = []
    starts: dict[str, int] = {}

    def place(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        following.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    for name, data in contents.items():
        starts[name] = place(data)
    entries = [_entry("Root Entry", 5, _END, 0)]
    entries += [_entry(name, 2, starts[name], len(data)) for name, data in contents.items()]
    directory = place(b"".join(entries))
    tables = -(-(len(sectors) + 2) // 128)
    first = len(sectors)
    following += [_TABLE] * tables
    table = struct.pack(f"<{128 * tables}I", *(following + [_FREE] * (128 * tables - len(following))))
    named = [*range(first, first + tables)] + [_FREE] * (109 - tables)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, directory, 0, _SMALLEST, _END, 0, _END, 0)
    return header + struct.pack("<109I", *named) + b"".join(sectors) + table


def xls(*sheets: tuple[str, Sequence[bytes]], codes: Sequence[str] = (), before: Sequence[bytes] = ()) -> bytes:
    """An .xls workbook: each sheet by its name and its records; ``codes`` are the number formats of styles 1, 2 ..."""
    return ole({"Workbook": xls_stream(*sheets, codes=codes, before=before)})


def xls_stream(*sheets: tuple[str, Sequence[bytes]], codes: Sequence[str] = (), before: Sequence[bytes] = ()) -> bytes:
    """The stream of an .xls workbook."""
    head = [record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)), *before]
    for number, code in enumerate(codes):
        head.append(record(0x041E, struct.pack("<HHB", 164 + number, len(code), 0) + code.encode("latin-1")))
    numbers = (0, *range(164, 164 + len(codes)))
    head.extend(record(0x00E0, struct.pack("<HH", 0, number) + bytes(16)) for number in numbers)
    bodies = [
        b"".join([record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)), *records, record(0x000A, b"")])
        for _, records in sheets
    ]
    lengths = [12 + len(name) for name, _ in sheets]
    at = sum(map(len, head)) + sum(lengths) + 4
    for (name, _), body in zip(sheets, bodies, strict=True):
        head.append(record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name.encode("latin-1")))
        at += len(body)
    return b"".join([*head, record(0x000A, b""), *bodies])


def record(kind: int, data: bytes) -> bytes:
    """One record of an .xls stream."""
    return struct.pack("<HH", kind, len(data)) + data


def label(row: int, column: int, text: str) -> bytes:
    """A cell with a text; rows and columns count from 0."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))


def shared(row: int, column: int, at: int) -> bytes:
    """A cell with the text at that place of the table of texts."""
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, at))


def shared_table(*pieces: bytes) -> bytes:
    """The table of texts, cut into a record and those that continue it."""
    first = struct.pack("<II", 1, 1) + pieces[0]
    return record(0x00FC, first) + b"".join(record(0x003C, piece) for piece in pieces[1:])


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """A cell with a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def error(row: int, column: int, code: int) -> bytes:
    """A cell in error."""
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def hidden_row(row: int) -> bytes:
    """A row that is not shown."""
    return record(0x0208, struct.pack("<HHHHHHI", row, 0, 1, 255, 0, 0, 0x20))


def xlsb(records: bytes, *, styles: bytes = b"", parts: Mapping[str, bytes] | None = None) -> bytes:
    """An .xlsb workbook of one sheet "Sheet1" with these records."""
    rels = '<Relationships xmlns="{0}"><Relationship Id="rId1" Type="{1}/{2}" Target="{3}"/></Relationships>'
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Sheet1")
    book = binary(131) + binary(143) + binary(156, bundle) + binary(144) + binary(132)
    sheet = (
        binary(129) + binary(148, struct.pack("<IIII", 0, 0, 0, 0)) + binary(145) + records + binary(146) + binary(130)
    )
    kinds = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.bin" ContentType="{kinds}"/></Types>',
        "_rels/.rels": rels.format(PACKAGE, OFFICE, "officeDocument", "xl/workbook.bin"),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": rels.format(PACKAGE, OFFICE, "worksheet", "worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/styles.bin": styles,
        **(parts or {}),
    }
    return zipped(contents)


def binary(kind: int, data: bytes = b"") -> bytes:
    """One record of an .xlsb part."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(data), b""
    while length > 0x7F:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + size + bytes([length]) + data


def row_header(row: int, *, hidden: bool = False) -> bytes:
    """Where a row of an .xlsb sheet begins, counted from 0."""
    return binary(0, struct.pack("<IIH", row, 0, 300) + bytes([0, 0x10 if hidden else 0, 0]) + struct.pack("<I", 0))


def binary_cell(kind: int, column: int, data: bytes, style: int = 0) -> bytes:
    """A cell of an .xlsb sheet."""
    return binary(kind, struct.pack("<II", column, style) + data)


def binary_styles(*codes: str) -> bytes:
    """The styles of an .xlsb workbook: style 1 has the first number format."""
    formats = b"".join(binary(44, struct.pack("<H", 164 + at) + _wide(code)) for at, code in enumerate(codes))
    xfs = b"".join(binary(47, struct.pack("<HH", 0, at) + bytes(12)) for at in (0, *range(164, 164 + len(codes))))
    count = struct.pack("<I", len(codes))
    inside = binary(615, count) + formats + binary(616) + binary(617, count) + xfs + binary(618)
    return binary(278) + inside + binary(279)


def wide_text(text: str) -> bytes:
    """A text as .xlsb keeps it."""
    return _wide(text)


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, _FREE, 1 if kind == 5 else _FREE)
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1) + links
    return head + bytes(36) + struct.pack("<IQ", start, size)
