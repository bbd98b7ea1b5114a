"""The data the tests print: a small plan with every kind of value a template may use."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, Field

from svcdocs.model.text import Text
from svcdocs.word import Picture, Template


def png(shade: int = 0) -> bytes:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, shade])))
        + chunk(b"IEND", b"")
    )


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    ref: str = "A1"
    owner: str | None = "Ann"
    steps: Text = field(default_factory=Text)
    number: int = 1
    score: float = 0.5
    done: bool = False
    lead: Person | None = None
    tags: tuple[str, ...] = ()
    colour: str = "00703C"
    due: dt.date | None = None

    @property
    def label(self) -> str:
        """Reference and owner."""
        return f"{self.ref} {self.owner}"


@dataclass(frozen=True, slots=True)
class Group:
    title: str = "Homes"
    actions: tuple[Action, ...] = ()
    logo: Picture | None = None
    width: int = 1


class Risk(BaseModel):
    title: str = Field(default="Flood", description="What may happen.")
    score: int | str = 3
    level: Literal["low", "high"] = "low"


@dataclass(frozen=True, slots=True)
class Plan:
    title: str = "Plan"
    """What the plan is called."""
    intro: Text = field(default_factory=Text)
    note: str | None = None
    flag: bool = False
    groups: tuple[Group, ...] = ()
    risks: tuple[Risk, ...] = ()
    names: tuple[str, ...] = ()
    logo: Picture = field(default_factory=lambda: Picture(png(), "A dot", 20, 10))
    columns: tuple[str, ...] = ()


def render(template: bytes, plan: Plan | None = None) -> bytes:
    """Compile and render at once."""
    return Template.compile(template, Plan, "plan.docx").render(plan or Plan())
