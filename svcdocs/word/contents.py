"""The contents of a document: Word's own field, filled with the headings as they were printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from svcdocs.word.names import PPR, SECTPR, Element, P, fragment, own, remove, w
from svcdocs.word.printable import in_element
from svcdocs.word.styles import Styles

_IS_CONTENTS: Final = re.compile(r"\s*TOC\b", re.IGNORECASE)
_LEVELS: Final = re.compile(r"\\[ou]\s+[\"“”]?(\d)\s*-\s*(\d)", re.IGNORECASE)
_DEEPEST: Final = 9
_LONGEST_TIP: Final = 200
_MANY: Final = 40
"""As many entries as stand on a page as the usual styles have them."""
_TOGETHER: Final = 4
"""As many of the last entries as go over to another page together."""
_PSTYLE: Final = re.compile("<w:pStyle [^>]*/>")
_TEXTS: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab|cr)/>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it was printed: ``text`` is XML already, ``label`` the number Word sets before it."""

    level: int
    bookmark: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents field: its code, the levels it lists, and how the entry of each level opens.

    ``tight`` has how they open where there are many, as far as the template has styles for that.
    """

    code: str
    first: int
    last: int
    openings: Mapping[int, str]
    tight: Mapping[int, str]


def find_contents(root: Element) -> tuple[list[Element], str] | None:
    """The paragraphs of the first contents field of a part that is still as Word made it, and its code."""
    for paragraph in root.iter(P):
        code = _code_begun_in(paragraph)
        if code:
            return _until_end(paragraph), code
    return None


def take_out(paragraphs: Sequence[Element], code: str, styles: Styles, mark: Element) -> tuple[Contents, list[str]]:
    """Put a mark in the place of a contents field, in the tree.

    Returns:
        What the field asks for, and a sentence about each style that is missing.
    """
    levels = _LEVELS.search(code)
    first, last = (int(levels.group(1)), int(levels.group(2))) if levels else (1, _DEEPEST)
    made: dict[int, str] = {}
    tight = {level: style for level in range(first, last + 1) if (style := styles.id_of(f"TOC {level} Tight"))}
    for paragraph in paragraphs:
        name = styles.name(styles.of(paragraph)).lower()
        if name.startswith("toc ") and name[4:].isdigit():
            made.setdefault(int(name[4:]), fragment(paragraph.find(PPR)))
    missing = []
    for level in range(first, last + 1):
        style = styles.id_of(f"TOC {level}")
        if not style and levels:
            missing.append(f"needs the style “TOC {level}”.")
        made.setdefault(level, f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else "")
    paragraphs[0].addprevious(mark)
    for paragraph in paragraphs:
        if not any(True for _ in paragraph.iter(SECTPR)):
            remove(paragraph)
            continue
        for child in [child for child in paragraph if child.tag != PPR]:
            paragraph.remove(child)
    openings = {level: f"<w:p>{opening}" for level, opening in made.items()}
    tighter = {level: f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' for level, style in tight.items()}
    return Contents(code.strip(), first, last, openings, openings | tighter), missing


def text_of_xml(xml: str) -> str:
    """The characters in a piece of a document, still escaped; breaks and tabs count as blanks."""
    return " ".join("".join(match.group(1) or " " * (match.group(1) is None) for match in _TEXTS.finditer(xml)).split())


def written(contents: Contents, headings: Sequence[Heading], pages: Mapping[str, int]) -> str:
    """The field with its entries. An entry whose page is not known has no number: none is better than a wrong one.

    Many entries stand closer together, and the last few of them on one page.
    """
    begin = _field_begin(contents.code)
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = [heading for heading in headings if contents.first <= heading.level <= contents.last]
    entries = [_entry(heading, pages.get(heading.bookmark)) for heading in listed]
    if not entries:
        return f"<w:p>{begin}{end}</w:p>"
    entries[0] = begin + entries[0]
    entries[-1] += end
    openings = contents.tight if len(entries) > _MANY else contents.openings
    opened = [openings.get(heading.level, "<w:p>") for heading in listed]
    opened[-_TOGETHER:-1] = [_PSTYLE.sub(r"\g<0><w:keepNext/>", opening, count=1) for opening in opened[-_TOGETHER:-1]]
    return "".join(f"{opening}{entry}</w:p>" for opening, entry in zip(opened, entries, strict=True))


def _field_begin(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'{in_element(code)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(heading: Heading, page: int | None) -> str:
    text = f"{in_element(heading.label)} {heading.text}" if heading.label else heading.text
    number = ""
    if page is not None:
        number = (
            f'<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {heading.bookmark} \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    # The text is XML already, but as the inside of an element, where quotation marks may stand as they are.
    tip = text.replace('"', "&quot;")
    tooltip = f' w:tooltip="Go to {tip}"' if len(tip) <= _LONGEST_TIP else ""
    return (
        f'<w:hyperlink w:anchor="{heading.bookmark}"{tooltip} w:history="1">'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{number}</w:hyperlink>'
    )


def _code_begun_in(paragraph: Element) -> str:
    """The code of a contents field that begins in this paragraph; empty where there is none."""
    for simple in own(paragraph, P, w("fldSimple")):
        if _IS_CONTENTS.match(simple.get(w("instr")) or ""):
            return str(simple.get(w("instr")))
    code, inside = "", False
    for part in own(paragraph, P, w("fldChar"), w("instrText")):
        kind = part.get(w("fldCharType"))
        if part.tag == w("instrText"):
            code += (part.text or "") if inside else ""
        elif kind == "begin":
            code, inside = "", True
        elif inside:
            inside = False
            if _IS_CONTENTS.match(code):
                return code
    return code if inside and _IS_CONTENTS.match(code) else ""


def _until_end(first: Element) -> list[Element]:
    """The paragraphs a field goes over, from the one it begins in; none where it does not end among its neighbours."""
    depth, found = 0, []
    node: Element | None = first
    while node is not None:
        found.append(node)
        for sign in node.iter(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(str(sign.get(w("fldCharType"))), 0)
        if depth <= 0:
            return found
        node = node.getnext()
    return []
