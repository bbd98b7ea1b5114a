"""The contract between a template and its data: which names a context offers, and of which kind each one is."""

from __future__ import annotations

import ast
import dataclasses
import difflib
import enum
import functools
import inspect
import itertools
import textwrap
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from svcdocs.model.text import Text
from svcdocs.word.charts import Chart
from svcdocs.word.diagrams import Diagram
from svcdocs.word.pictures import Picture


class Shape(StrEnum):
    """What a template can do with a value."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "yes or no"
    BLOCKS = "block text"
    PICTURE = "picture"
    LIST = "list"
    RECORD = "record"
    OTHER = "value that cannot be printed"


PRINTED = frozenset({Shape.TEXT, Shape.NUMBER})


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of one value: the shapes it can have, whether it may be missing, and what it is made of.

    More than one shape comes from a union such as ``str | int``. ``item`` is the kind of a list's items, ``record``
    the class behind a record.
    """

    shapes: frozenset[Shape]
    optional: bool = False
    item: Kind | None = None
    record: type | None = None

    @property
    def shape(self) -> Shape:
        """The one shape; OTHER where there are several."""
        return next(iter(self.shapes)) if len(self.shapes) == 1 else Shape.OTHER

    @property
    def is_printed(self) -> bool:
        """Whether it can stand between ``{{`` and ``}}``."""
        return self.shapes <= PRINTED

    def __str__(self) -> str:
        if self.item is not None:
            return f"list of {self.item}"
        if self.record is not None:
            return self.record.__name__
        return " or ".join(sorted(self.shapes)) or Shape.OTHER


@dataclass(frozen=True, slots=True)
class Field:
    """One name a template may use. In ``path``, "[]" stands for each item of a list in turn."""

    path: str
    kind: str
    optional: bool
    doc: str


def simple(shape: Shape, *, optional: bool = False) -> Kind:
    """The kind with one shape and no parts."""
    return Kind(frozenset({shape}), optional)


def record(cls: type) -> Kind:
    """The kind of a context class."""
    return Kind(frozenset({Shape.RECORD}), record=cls)


@functools.cache
def names_of(cls: type) -> dict[str, Kind]:
    """The names a dataclass or pydantic model offers: its fields, and its properties with an annotated result.

    Raises TypeError for any other class: without annotations nothing could be promised to a template.
    """
    if not (dataclasses.is_dataclass(cls) or issubclass(cls, BaseModel)):
        raise TypeError(f"{cls.__name__} is neither a dataclass nor a pydantic model")
    hints = typing.get_type_hints(cls)
    names = {name: kind_of(hints[name]) for name in _field_names(cls)}
    for name, getter in _getters(cls):
        result = typing.get_type_hints(getter).get("return")
        if result is not None and not name.startswith("_"):
            names[name] = kind_of(result)
    return names


def kind_of(annotation: object) -> Kind:
    """The kind of value a type annotation promises."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if isinstance(annotation, typing.NewType):
        return kind_of(annotation.__supertype__)
    if origin is typing.Annotated:
        return kind_of(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _union([kind_of(part) for part in arguments if part is not type(None)], optional=type(None) in arguments)
    if origin is typing.Literal:
        return _union([_of_class(type(choice)) for choice in arguments], optional=False)
    if isinstance(origin, type) and issubclass(origin, Sequence):
        items = [kind_of(part) for part in arguments if part is not Ellipsis]
        return Kind(frozenset({Shape.LIST}), item=_union(items, optional=False))
    return _of_class(annotation) if isinstance(annotation, type) else simple(Shape.OTHER)


def did_you_mean(name: str, offered: Sequence[str]) -> str:
    """A hint for a name that is not offered: the nearest one that is, or all of them where they are few."""
    near = difflib.get_close_matches(name, offered, n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    shown = ", ".join(sorted(offered)[:12])
    return f"It offers: {shown}{', …' if len(offered) > 12 else ''}." if offered else ""  # noqa: PLR2004 - a line's worth


def fields_of(cls: type, prefix: str = "", above: tuple[type, ...] = ()) -> Iterator[Field]:
    """All names under a context class in its own order, each with its kind and its documentation."""
    docs = docs_of(cls)
    for name, kind in names_of(cls).items():
        path, inner = prefix + name, kind
        yield Field(path, str(kind), kind.optional, docs.get(name, ""))
        while inner.item is not None:
            path, inner = path + "[]", inner.item
        if inner.record is not None and inner.record not in (*above, cls):
            yield from fields_of(inner.record, f"{path}.", (*above, cls))


@functools.cache
def docs_of(cls: type) -> dict[str, str]:
    """What is written about each name: a property's docstring, a field's description or the string under it."""
    docs: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        docs |= _strings_under_fields(base)
    if issubclass(cls, BaseModel):
        docs |= {name: info.description for name, info in cls.model_fields.items() if info.description}
    docs |= {name: inspect.cleandoc(getter.__doc__) for name, getter in _getters(cls) if getter.__doc__}
    return {name: doc.strip() for name, doc in docs.items()}


def _field_names(cls: type) -> list[str]:
    if issubclass(cls, BaseModel):
        return list(cls.model_fields)
    assert dataclasses.is_dataclass(cls)
    return [field.name for field in dataclasses.fields(cls) if not field.name.startswith("_")]


def _getters(cls: type) -> Iterator[tuple[str, Any]]:
    """The functions behind the properties of a class, but for what pydantic itself brings along."""
    for name in dir(cls):
        found = inspect.getattr_static(cls, name, None)
        if isinstance(found, property) and found.fget is not None:
            if found.fget.__module__.partition(".")[0] != "pydantic":
                yield name, found.fget
        elif isinstance(found, functools.cached_property):
            yield name, found.func


def _of_class(cls: type) -> Kind:
    # A flag is a number to Python, so the order matters.
    shapes = (
        (bool, Shape.FLAG), (str, Shape.TEXT), ((int, float), Shape.NUMBER), (Text, Shape.BLOCKS),
        ((Picture, Chart, Diagram), Shape.PICTURE),
    )  # fmt: skip
    for base, shape in shapes:
        if issubclass(cls, base):
            return simple(shape)
    if issubclass(cls, enum.Enum):
        return simple(Shape.OTHER)
    if dataclasses.is_dataclass(cls) or issubclass(cls, BaseModel):
        return record(cls)
    return simple(Shape.OTHER)


def _union(kinds: Sequence[Kind], *, optional: bool) -> Kind:
    if not kinds:
        return simple(Shape.OTHER, optional=True)
    optional = optional or any(kind.optional for kind in kinds)
    if len(set(kinds)) == 1:
        return dataclasses.replace(kinds[0], optional=optional)
    shapes = frozenset(shape for kind in kinds for shape in kind.shapes)
    # Different lists, or different records, have no fields in common that could be promised.
    return Kind(shapes if shapes <= PRINTED | {Shape.FLAG} else frozenset({Shape.OTHER}), optional)


def _strings_under_fields(cls: type) -> dict[str, str]:
    """The string that stands under a field in the source, as is the habit of the classes that describe options."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    except (OSError, TypeError, SyntaxError, IndexError):
        return {}
    found: dict[str, str] = {}
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in itertools.pairwise(statements):
        is_field = isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if is_field and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            assert isinstance(field, ast.AnnAssign)
            assert isinstance(field.target, ast.Name)
            if isinstance(below.value.value, str):
                found[field.target.id] = inspect.cleandoc(below.value.value)
    return found
