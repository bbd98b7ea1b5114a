"""The properties of an .xls workbook, which old Office keeps in streams of their own beside the workbook.

Source: [MS-OLEPS] Object Linking and Embedding Property Set Data Structures, sections 2.2 to 2.21, and [MS-OSHARED]
section 2.3.3 for which property has which number. A stream that contradicts itself gives what could be read before.
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from svcdocs.excel.properties import Texts

SUMMARY, DOCUMENT = "\x05summaryinformation", "\x05documentsummaryinformation"
"""The streams that hold them, by their names in small letters."""

_CORE = {2: "title", 3: "subject", 4: "creator", 8: "lastModifiedBy", 12: "created", 13: "modified"}
_OWN = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
"""The set of properties that people and programs have named themselves."""
_NAMES, _CODE_PAGE = 0, 1
_FLAG, _TEXT, _WIDE, _TIME = 11, 30, 31, 64
_WHOLE = {2: "<h", 3: "<i"}
_UNICODE = 1200
_MOST = 512
"""No workbook has more properties; a stream that says so is damaged."""
_BEGIN = datetime(1601, 1, 1, tzinfo=UTC)


def core_of(stream: bytes) -> Texts:
    """The usual properties (title, creator, modified) from the stream SUMMARY."""
    said = next((_values(stream, at)[0] for _, at in _sets(stream)), {})
    return {name: said[number] for number, name in _CORE.items() if said.get(number)}


def own_of(stream: bytes) -> Texts:
    """The properties that a program has named itself, from the stream DOCUMENT."""
    for kind, at in _sets(stream):
        if kind == _OWN:
            values, names = _values(stream, at)
            return {name: values[number] for number, name in names.items() if number in values}
    return {}


def _sets(stream: bytes) -> Iterator[tuple[bytes, int]]:
    """The sets of properties in a stream: their kinds, and where they begin."""
    with suppress(struct.error):
        (count,) = struct.unpack_from("<I", stream, 24)
        for place in range(min(count, 2)):
            kind = stream[28 + 20 * place : 44 + 20 * place]
            yield kind, struct.unpack_from("<I", stream, 44 + 20 * place)[0]


def _values(stream: bytes, at: int) -> tuple[dict[int, str], dict[int, str]]:
    """The values of a set as text by their numbers, and the names of those that have one."""
    values: dict[int, str] = {}
    names: dict[int, str] = {}
    with suppress(struct.error):
        (count,) = struct.unpack_from("<I", stream, at + 4)
        places = {}
        for n in range(min(count, _MOST)):
            number, offset = struct.unpack_from("<II", stream, at + 8 + 8 * n)
            places[number] = at + offset
        page = _code_page(stream, places)
        for number, place in places.items():
            if number == _NAMES:
                names = dict(_named(stream, place, page))
            elif number != _CODE_PAGE:
                value = _value(stream, place, page)
                if value is not None:
                    values[number] = value
    return values, names


def _code_page(stream: bytes, places: Mapping[int, int]) -> str:
    """The name of the encoding of the texts of a set; that of Windows in the West where it says none that is known."""
    number = struct.unpack_from("<H", stream, places[_CODE_PAGE] + 4)[0] if _CODE_PAGE in places else 1252
    name = {_UNICODE: "utf-16-le", 65001: "utf-8", 10000: "mac-roman"}.get(number, f"cp{number}")
    with suppress(LookupError):
        return codecs.lookup(name).name
    return "cp1252"


def _named(stream: bytes, at: int, page: str) -> Iterator[tuple[int, str]]:
    (count,) = struct.unpack_from("<I", stream, at)
    at += 4
    for _ in range(min(count, _MOST)):
        number, length = struct.unpack_from("<II", stream, at)
        size = 2 * length if page == "utf-16-le" else length
        yield number, _decoded(stream[at + 8 : at + 8 + size], page)
        at += 8 + (size + 3 & ~3 if page == "utf-16-le" else size)


def _value(stream: bytes, at: int, page: str) -> str | None:
    """A value as text, as .xlsx writes it; None for a kind that no property of a workbook of ours has."""
    kind = struct.unpack_from("<H", stream, at)[0]
    at += 4
    if kind in (_TEXT, _WIDE):
        (length,) = struct.unpack_from("<I", stream, at)
        size, page = (length * 2, "utf-16-le") if kind == _WIDE else (length, page)
        return _decoded(stream[at + 4 : at + 4 + size], page)
    if kind in _WHOLE:
        return str(struct.unpack_from(_WHOLE[kind], stream, at)[0])
    if kind == _FLAG:
        return "true" if struct.unpack_from("<H", stream, at)[0] else "false"
    return _moment(struct.unpack_from("<Q", stream, at)[0]) if kind == _TIME else None


def _moment(ticks: int) -> str:
    """A time as .xlsx writes it; "" where it is none, as in a file that was never saved."""
    if not ticks:
        return ""
    try:
        moment = _BEGIN + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return ""
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _decoded(text: bytes, page: str) -> str:
    return text.decode(page, "replace").partition("\x00")[0]
