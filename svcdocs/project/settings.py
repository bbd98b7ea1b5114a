"""svcdocs.toml: where things are, branding files, limits, and the version a cycle was made with.

Each setting is declared once, with its note: the declaration is what a file is checked against and what
``settings_text`` writes out.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from svcdocs.errors import SvcdocsError
from svcdocs.model.colours import READABLE, WHITE, contrast, digits_of


def _setting(
    default: str | int, note: str, example: str = "", *, is_read: bool = False, choices: tuple[str, ...] = ()
) -> Any:
    """A setting; ``is_read`` marks what must be there when a cycle sets it otherwise than by default.

    ``choices`` are the texts of which it is one, where it is not left empty.
    """
    metadata = {"note": note, "example": example, "is_read": is_read, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Paths:
    """Where things are, seen from the folder of this file. Write folders with / also on Windows."""

    framework: str = _setting("framework.xlsx", "everything the council decides", is_read=True)
    workbooks: str = _setting("workbooks", "the current return of each contributor", is_read=True)
    doc_templates: str = _setting(
        "doc_templates", "the council's own Word templates; what is not there is built in", is_read=True
    )
    issued: str = _setting("issued", "exact copies of what was sent out, by date")
    inbox: str = _setting("inbox", "what came back and was not taken in yet")
    last_year: str = _setting(
        "", "the plans.json of last year's cycle, for what has become of them", "last-year/plans.json", is_read=True
    )
    received: str = _setting("received", "every original that was taken in")
    output: str = _setting("output", "documents, report and data")
    circulation: str = _setting("circulation", "frozen copies of what was circulated, and the record of them")
    seen: str = _setting(
        "",
        "the plans.json of the version those who sign have seen, if not that circulated last",
        "circulated/plans.json",
        is_read=True,
    )


@dataclass(frozen=True, slots=True)
class Branding:
    """What gives documents the council's face."""

    logo: str = _setting("", "printed on the cover (PNG or JPEG)", "logo.png", is_read=True)
    accent: str = _setting("", "colour of cover, headings and tables, six digits; white is read on it", "12436D")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a return may be, and what reading it may take at most; beyond that it is refused, and the others go on."""

    workbook_mb: int = _setting(25, "size of a workbook, in megabytes")
    unpacked_mb: int = _setting(250, "size of what is packed in a workbook, in megabytes")
    seconds: int = _setting(8, "time to read one workbook, in seconds")
    memory_mb: int = _setting(500, "memory to read one workbook, in megabytes")


@dataclass(frozen=True, slots=True)
class Programs:
    """Which programs of this machine are used."""

    pdf: str = _setting(
        "",
        "what makes PDFs, word (Windows only) or libreoffice; left out, LibreOffice where it is installed, else Word",
        "word",
        choices=("word", "libreoffice"),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What svcdocs.toml says, with the defaults for what it leaves out."""

    program: str = _setting("", "the version of svcdocs this cycle is made with")
    paths: Paths = field(default_factory=Paths)
    branding: Branding = field(default_factory=Branding)
    limits: Limits = field(default_factory=Limits)
    programs: Programs = field(default_factory=Programs)


_Table = Paths | Branding | Limits | Programs
_TABLES: Mapping[str, type[_Table]] = {"paths": Paths, "branding": Branding, "limits": Limits, "programs": Programs}


def read_settings(file: Path) -> Settings:
    """The settings of one svcdocs.toml.

    Raises:
        SvcdocsError: the file is no TOML, or has unknown or wrongly typed settings. All of them are told, with lines.
    """
    text = _text(file)
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = "put text in double quotes, and write paths with / instead of \\"
        raise SvcdocsError(f"{file} cannot be understood: {error}", hint) from error
    problems = list(_problems(said, text.splitlines()))
    if problems:
        sentences, hints = zip(*problems, strict=True)
        raise SvcdocsError(f"{file}: {'; '.join(sentences)}", "; ".join(dict.fromkeys(filter(None, hints))))
    tables: dict[str, Any] = {name: table(**said.get(name, {})) for name, table in _TABLES.items()}
    return Settings(program=said.get("program", ""), **tables)


def settings_text(*, program: str, logo: str = "") -> str:
    """A commented svcdocs.toml for a new cycle, every setting at its default. Optional settings stand as comments."""
    given = {"logo": logo}
    lines = [
        "# Settings of this planning cycle: where things are. Everything the council decides stands in the framework",
        "# workbook.",
        "",
        f"program = {_toml(program)}  # {_declared(Settings)['program'].note}",
    ]
    for name, table in _TABLES.items():
        lines += ["", f"# {table.__doc__}", f"[{name}]"]
        for key, declared in _declared(table).items():
            value = given.get(key) or declared.default
            shown = f"{key} = {_toml(value)}" if value else f"# {key} = {_toml(declared.example)}"
            lines.append(f"{shown}  # {declared.note}")
    return "\n".join(lines) + "\n"


def pointers(settings: Settings) -> Iterator[tuple[str, str]]:
    """Name and value of each setting that points at something to be read and differs from the default."""
    for said in (settings.paths, settings.branding):
        for key, declared in _declared(type(said)).items():
            value = getattr(said, key)
            if declared.is_read and value != declared.default:
                yield key, value


@dataclass(frozen=True, slots=True)
class _Declared:
    default: str | int
    note: str
    example: str
    is_read: bool
    choices: tuple[str, ...]


def _declared(table: type[Settings | _Table]) -> dict[str, _Declared]:
    return {f.name: _Declared(cast("str | int", f.default), **f.metadata) for f in fields(table) if f.metadata}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")  # Notepad puts a byte order mark before UTF-8
    except UnicodeDecodeError as error:
        raise SvcdocsError(f"{file} is not in UTF-8", "save it again with the encoding UTF-8") from error
    except OSError as error:
        raise SvcdocsError(f"{file} cannot be read: {error.strerror}", "see that you may open it") from error


def _problems(said: Mapping[str, Any], lines: list[str]) -> Iterator[tuple[str, str]]:
    """Sentence and hint for each setting that is unknown or of the wrong type."""
    top = _declared(Settings)
    for key, value in said.items():
        if key in _TABLES and isinstance(value, dict):
            for name, inner in value.items():
                yield from _problem(name, inner, _declared(_TABLES[key]), _place(lines, key, name))
        elif key in _TABLES:
            yield f"{_place(lines, '', key)}{key} should be a table", f"write [{key}] on a line of its own"
        else:
            yield from _problem(key, value, top, _place(lines, "", key))


def _problem(name: str, value: Any, declared: Mapping[str, _Declared], place: str) -> Iterator[tuple[str, str]]:
    if name not in declared:
        yield f"{place}unknown setting '{name}'", _did_you_mean(name, declared)
        return
    default = declared[name].default
    if type(value) is not type(default):
        kind = "text in quotes" if isinstance(default, str) else "a whole number"
        yield f"{place}{name} should be {kind}, but is {json.dumps(value, ensure_ascii=False, default=str)}", ""
    elif isinstance(value, int) and value < 1:
        yield f"{place}{name} should be 1 or more, but is {value}", ""
    elif default and not value:
        yield f"{place}{name} should not be empty", f"leave the line out for the usual {default!r}"
    elif declared[name].choices and value not in ("", *declared[name].choices):
        allowed = " or ".join(f'"{choice}"' for choice in declared[name].choices)
        yield f"{place}{name} should be {allowed}, but is {json.dumps(value, ensure_ascii=False)}", ""
    elif name == "accent":
        yield from _colour_problem(place, str(value))


def _colour_problem(place: str, typed: str) -> Iterator[tuple[str, str]]:
    """Sentence and hint where a colour is none, or white text on it could not be read."""
    colour = digits_of(typed)
    if typed and not colour:
        yield f"{place}accent should be six digits from 0 to 9 and A to F, but is '{typed}'", 'such as "12436D"'
    elif colour and contrast(WHITE, colour) < READABLE:
        yield f"{place}white text cannot be read on the accent '{typed}'", "choose a darker colour"


def _did_you_mean(name: str, declared: Mapping[str, _Declared]) -> str:
    for table, home in {"": Settings, **_TABLES}.items():
        there = _declared(home)
        if name in there and there != declared:
            return f"'{name}' belongs under [{table}]" if table else f"'{name}' belongs above the first [table]"
    near = difflib.get_close_matches(name, [*declared, *_TABLES], n=1)
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(declared)}"


def _place(lines: list[str], table: str, key: str) -> str:
    """Where a setting stands ("line 7: "), or nothing where it cannot be told: tomllib keeps no line numbers."""
    current = ""
    for number, line in enumerate(lines, 1):
        if heading := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            current = heading[1]
        if heading and not table and current == key:
            return f"line {number}: "
        if current == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return f"line {number}: "
    return ""


def _toml(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string or number is a TOML one
