"""Records that are only ever added to, a line of JSON each: written down, and read back with what is damaged told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import CellRef, Finding, Severity

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def line_of(record: DataclassInstance) -> bytes:
    """A record as its line; what is blank is left out, so that a field can be added without a word about it."""
    blank = {field.name: field.default for field in fields(record)}
    said = {name: value for name, value in asdict(record).items() if value != blank[name]}
    return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def read_lines(
    content: bytes, name: str, record: Callable[[Any], T], hint: str
) -> tuple[tuple[T, ...], tuple[Finding, ...]]:
    """The records in the bytes of a file in their order, and a finding for each line that is none.

    ``name`` is what the file is called, ``record`` makes a record of what a line says, or raises ValueError, TypeError
    or KeyError; ``hint`` says what to do about a line that is none.
    """
    records, findings = [], []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            records.append(record(json.loads(line.decode("utf-8", "surrogatepass").removeprefix("\ufeff"))))
        except (ValueError, TypeError, KeyError, RecursionError):
            findings.append(_broken(name, number, hint))
    return tuple(records), tuple(findings)


def known_fields(kind: type[DataclassInstance], said: Any) -> dict[str, Any]:
    """What a line says in the fields that a record has; what a later version has added is passed over.

    Raises:
        TypeError: the line holds something else than fields with names.
    """
    if not isinstance(said, Mapping):
        raise TypeError("not a record")
    return {field.name: said[field.name] for field in fields(kind) if field.name in said}


def with_added(path: Path, before: bytes, records: Iterable[DataclassInstance]) -> bytes:
    """All that the file is to hold when some records have been added to what it held ``before``.

    Raises:
        SvcdocsError: it holds something else by now, or cannot be read.
    """
    if bytes_at(path) != before:
        hint = "run the same command again"
        raise SvcdocsError(f"{path} was written to by somebody else at this moment", hint)
    end = b"" if not before or before.endswith(b"\n") else b"\n"
    return b"".join([before, end, *map(line_of, records)])


def bytes_at(path: Path) -> bytes:
    """What such a file holds; nothing where there is none yet.

    Raises:
        SvcdocsError: it cannot be read.
    """
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        hint = "see that it is there and that you may open it"
        raise SvcdocsError(f"{path} cannot be read: {error.strerror or error}", hint) from error


def _broken(name: str, number: int, hint: str) -> Finding:
    return Finding(
        "ledger-line",
        Severity.WARNING,
        f"Line {number} of {name} cannot be understood, so what it records is not known.",
        hint,
        audience="officer",
        where=CellRef(name),
    )
