"""A diagram as a value of a context: boxes with words and lines between them, drawn as shapes of Word's own.

Shapes take fonts and colours from the document's theme, stay sharp, and can be mended by whoever opens the document.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from svcdocs.word.names import MC, W
from svcdocs.word.pictures import emu, frame
from svcdocs.word.printable import in_text

_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_LINE_WIDTHS: Final = {False: 12_700, True: 28_575}
_INSET: Final = 45_720
"""Half a millimetre short of two: the room between the edge of a box and its words."""
_HALF_POINTS: Final = 20
"""Ten points, as small as the text of a table may be."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its lines of words, of which the first is bold; its place and size in millimetres from the top left.

    A ``strong`` one is tinted and has a heavier edge: what the others hang on.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A straight line, upright or level, from one point to another further right or further down, in millimetres."""

    x: float
    y: float
    width: float = 0
    height: float = 0


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes and the lines between them, what they show in words, and the size of the whole in millimetres.

    Raises ValueError when there is no box, no size, or no description: a reader who does not see the diagram would be
    left without it.
    """

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    description: str
    width: float
    height: float

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise ValueError("a diagram needs a description in words")
        if not self.boxes or self.width <= 0 or self.height <= 0:
            raise ValueError("a diagram needs a box, a width and a height in millimetres")


def drawing(diagram: Diagram, next_id: Callable[[], int]) -> str:
    """The diagram as a child of a run. ``next_id`` gives ids that nothing else in the document has.

    Only programs that know shapes (Word from 2010, LibreOffice) show it; the others are told to leave it out.
    """
    number = next_id()
    # Lines first: what comes later lies on top.
    shapes = [_link(link, next_id()) for link in diagram.links] + [_box(box, next_id()) for box in diagram.boxes]
    size = f'cx="{emu(diagram.width)}" cy="{emu(diagram.height)}"'
    whole = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    graphic = (
        f'<a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{whole}</a:xfrm></wpg:grpSpPr>{''.join(shapes)}</wpg:wgp></a:graphicData>"
    )
    framed = frame(f"Diagram {number}", diagram.description, number, (diagram.width, diagram.height), graphic)
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:wpg="{_GROUP}" xmlns:wps="{_SHAPE}" Requires="wpg">'
        f"{framed}</mc:Choice></mc:AlternateContent>"
    )


def _box(box: Box, number: int) -> str:
    edge = f'<a:ln w="{_LINE_WIDTHS[box.strong]}"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>'
    tint = '<a:lumMod val="20000"/><a:lumOff val="80000"/>' if box.strong else ""
    fill = f'<a:solidFill><a:schemeClr val="{"accent1" if box.strong else "bg1"}">{tint}</a:schemeClr></a:solidFill>'
    paragraphs = "".join(_paragraph(text, bold=place == 0) for place, text in enumerate(box.lines))
    inset = " ".join(f'{side}Ins="{_INSET}"' for side in "ltrb")
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Box {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{_place(box.x, box.y, box.width, box.height)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}{edge}</wps:spPr>'
        f'<wps:txbx><w:txbxContent xmlns:w="{W}">{paragraphs or "<w:p/>"}</w:txbxContent></wps:txbx>'
        f'<wps:bodyPr {inset} anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def _paragraph(text: str, *, bold: bool) -> str:
    looks = f'{"<w:b/>" if bold else ""}<w:color w:val="000000" w:themeColor="text1"/><w:sz w:val="{_HALF_POINTS}"/>'
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{in_text(text)}</w:t></w:r></w:p>'
    )


def _link(link: Link, number: int) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Line {number}"/><wps:cNvCnPr/>'
        f"<wps:spPr>{_place(link.x, link.y, link.width, link.height)}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_LINE_WIDTHS[False]}"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
