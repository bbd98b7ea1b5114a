"""A picture as a value of a context, and as the drawing Word shows in a line of text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from svcdocs.word.printable import in_attribute

_EMU_PER_MM: Final = 36_000
_MAGIC: Final = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_FRAME: Final = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{description}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{graphic}</a:graphic>'
    "</wp:inline></w:drawing>"
)
_PICTURE: Final = (
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="Picture {id}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be printed: PNG or JPEG bytes, what it shows in words, and its size on paper in millimetres.

    Raises ValueError when it is neither PNG nor JPEG, has no size, or has no description: a reader who does not see
    the picture would be left without it.
    """

    data: bytes
    description: str
    width: float
    height: float

    def __post_init__(self) -> None:
        if not self.format:
            raise ValueError("a picture must be PNG or JPEG")
        if not self.description.strip():
            raise ValueError("a picture needs a description in words")
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a picture needs a width and a height in millimetres")

    @property
    def format(self) -> str:
        """Either "png" or "jpeg", told from the first bytes; empty for anything else."""
        return next((kind for magic, kind in _MAGIC.items() if self.data.startswith(magic)), "")

    @property
    def fingerprint(self) -> str:
        """The same for the same bytes: a picture printed twice is stored once."""
        return hashlib.sha256(self.data).hexdigest()


def drawing(picture: Picture, number: int, relationship: str) -> str:
    """The picture as a child of a run. ``number`` is its id in the document, ``relationship`` leads to its bytes."""
    graphic = _PICTURE.format(
        id=number,
        relationship=relationship,
        description=in_attribute(picture.description),
        cx=emu(picture.width),
        cy=emu(picture.height),
    )
    return frame(f"Picture {number}", picture.description, number, (picture.width, picture.height), graphic)


def frame(name: str, description: str, number: int, size: tuple[float, float], graphic: str) -> str:
    """The place in a line of text that holds something drawn: its id, description, and size in millimetres."""
    across, down = size
    return _FRAME.format(
        id=number, name=name, description=in_attribute(description), cx=emu(across), cy=emu(down), graphic=graphic
    )


def emu(millimetres: float) -> int:
    """A length in the unit of DrawingML."""
    return round(millimetres * _EMU_PER_MM)
