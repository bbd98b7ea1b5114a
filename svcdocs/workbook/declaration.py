"""The parts a workbook is declared with: books of sheets of columns, each column bound to a field of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from svcdocs.model.base import Record
from svcdocs.model.base import column as asked
from svcdocs.model.terms import Terms
from svcdocs.workbook.headings import NEEDS, fold, in_their_words

_OURS = Terms()


class Shape(StrEnum):
    """How a sheet is laid out."""

    FORM = "form"  # one question a row: what is asked, the answer, a line of help
    TABLE = "table"  # one record a row
    LISTS = "lists"  # a column a heading, an entry a cell


@dataclass(frozen=True, slots=True)
class Ask:
    """One column as a sheet declares it: which field it fills, and what Excel needs to know of it.

    ``field`` names a field of the sheet's record, or "steps.text" for a field of its parts.
    ``choices`` names a list of ``choices.lists_for``; ``strict`` ones refuse anything else.
    ``family`` names the council's own list of columns (years, figures, headings) that a field with "{}" stands for.
    ``needs`` are the words of the Needs column while the field is blank on a row that has begun.
    ``instead`` names fields any of which will do in its place.
    ``inherits`` says that a blank means the same as on the row above, and a dash that this ends; ``within`` names a
    field whose change ends it as well.
    ``spans`` says that cells merged down the column mean what they say for each of their rows.
    ``later`` puts the column to the right, folded away until somebody wants it; on a form, nobody misses the question.
    """

    field: str
    width: float = 18
    choices: str = ""
    strict: bool = False
    family: str = ""
    needs: str = ""
    instead: tuple[str, ...] = ()
    inherits: bool = False
    within: str = ""
    spans: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the records it holds, where they go in the plan, and its columns in order.

    ``holds`` is the field of the plan or framework that its records fill. ``why`` is the line under its title.
    ``parts`` names the field whose entries stand one a row below their record (the steps of an action).
    ``lone_rows`` says that a row with nothing but an inherited column is a record and no heading for those below.
    ``starts`` names the field in which rows are begun for whoever fills it in: a row that says no more says nothing.
    ``since`` is the layout in which the sheet first stood: a workbook of an earlier one cannot lack it.
    ``prefilled`` says that it is sent out only with rows that there are already, and nobody is asked for more.
    ``guide`` says that a form stands among words of ours.
    ``prompt`` is the heading of a column of ours that puts a question on each row and is not read back.
    """

    name: str
    record: type[Record]
    holds: str
    why: str
    columns: tuple[Ask, ...]
    shape: Shape = Shape.TABLE
    parts: str = ""
    prompt: str = ""
    starts: str = ""
    since: int = 1
    lone_rows: bool = False
    prefilled: bool = False
    guide: bool = False
    spare_rows: int = 60

    @property
    def inherited(self) -> frozenset[str]:
        """The fields in which a blank means the same as above."""
        return frozenset(ask.field for ask in self.columns if ask.inherits)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: what it is called and its sheets in the order of the tabs."""

    kind: str
    title: str
    sheets: tuple[Sheet, ...]

    def sheet(self, holds: str) -> Sheet:
        """The sheet that fills a field. Raises KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.holds == holds:
                return sheet
        raise KeyError(holds)


class Routed(Record):
    """What each row of a workbook about several services says beside its own columns."""

    of_service: str = asked(
        "Service", "Whose plan the row belongs to. Blank: the same as above.", example="Housing and Communities"
    )


ROUTE = Ask("of_service", 28, choices="own_services", inherits=True)
"""The first column of each table in a workbook about several services. It is no field of the sheet's record."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one council's workbook: an ``Ask`` with its words filled in.

    ``field`` and ``part`` say which field it fills ("steps", "text" for a part; "finish", "" otherwise); ``member``
    which year, figure or heading of a family it stands for. ``title`` and ``help_line`` are in the council's words,
    ``ours`` and ``our_help`` in those of the program: a workbook in either is read.
    """

    ask: Ask
    field: str
    part: str
    member: str
    ours: str
    our_help: str
    title: str
    help_line: str
    example: str
    type: type

    @property
    def key(self) -> str:
        """The field as an origin knows it: "finish", "steps.text", "targets 2027/28"."""
        return f"{self.ask.field} {self.member}".strip()


@cache
def field_of(record: type[Record], path: str) -> FieldInfo:
    """The declaration of a field; ``path`` may lead through a tuple of parts ("steps.text")."""
    name, _, rest = path.partition(".")
    info = record.model_fields[name]
    return field_of(get_args(info.annotation)[0], rest) if rest else info


def columns_of(
    sheet: Sheet, families: Mapping[str, tuple[str, ...]], terms: Terms = _OURS, *, routed: bool = False
) -> tuple[Column, ...]:
    """The columns of a sheet in one council's workbook; ``families`` gives the members of each family.

    ``routed`` puts the column first that says which service a row is about. A member that would give two columns one
    heading is left out: nobody could tell which is which.
    """
    columns = [
        column for ask in sheet.columns for column in _columns(sheet.record, ask, _members(sheet, ask, families), terms)
    ]
    if routed:
        columns[:0] = _columns(Routed, ROUTE, ("",), terms)
    taken = {fold(column.ours) for column in columns if not column.member}
    kept = []
    for column in columns:
        title = fold(column.ours)
        if not column.member or (title and title not in taken):
            kept.append(column)
        taken.add(title)
    if terms.is_ours:
        return tuple(kept)
    titles = in_their_words(
        [column.ours for column in kept], [column.title for column in kept], taken=(NEEDS, sheet.prompt)
    )
    return tuple(replace(column, title=title) for column, title in zip(kept, titles, strict=True))


def own_family(sheet: Sheet, ask: Ask) -> str:
    """The name of the family of one column of one sheet, where it has other members than the family it shares."""
    return f"{sheet.holds} {ask.field}"


def _members(sheet: Sheet, ask: Ask, families: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if not ask.family:
        return ("",)
    own = families.get(own_family(sheet, ask))
    return families.get(ask.family, ()) if own is None else own


def _columns(record: type[Record], ask: Ask, members: tuple[str, ...], terms: Terms) -> Iterator[Column]:
    info = field_of(record, ask.field)
    name, _, part = ask.field.partition(".")
    for member in members:
        title = info.title or name
        help_line = info.description or ""
        yield Column(
            ask=ask,
            field=name,
            part=part,
            member=member,
            ours=title.replace("{}", member),
            our_help=help_line.replace("{}", member),
            title=terms.put_into(title).replace("{}", member),
            help_line=terms.put_into(help_line).replace("{}", member),
            example=str((info.examples or [""])[0]),
            type=_cell_type(info.annotation),
        )


def _cell_type(annotation: Any) -> type:
    """The type of one cell of a field: that of the values where the field is a family."""
    cell = get_args(annotation)[1] if get_origin(annotation) is dict else annotation
    assert isinstance(cell, type)
    return cell
