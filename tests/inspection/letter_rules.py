"""Whether letters can be seen: contrast against what is behind them, size, and no meaning by looks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tests.inspection.opened import Element, Fault, Opened, W, cells, excerpt, is_on, rows, text, value, within

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_BY_COLOUR = re.compile(
    r"\b(shown|marked|highlighted|printed|coloured|shaded) (are |is )?(in |)(red|green|amber|yellow|blue|orange)\b",
    re.IGNORECASE,
)
_THEMED = {"background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "hyperlink": "hlink"}
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkGreen": "008000", "darkRed": "800000", "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip
_ASIDE = re.compile(r"toc |table |index |caption|quiet|under table|lead note", re.IGNORECASE)
BODY_SIZE, LIST_SIZE, AROUND_SIZE = 24, 20, 18
"""The smallest letters in half-points: of text; in tables, lists to look things up in and notes; around it."""


def contrast(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.4.3: 4.5:1 between letters and what is behind them; 3:1 for large ones."""
    for part, root in opened.texts.items():
        for paragraph in root.iter(f"{W}p"):
            if within(paragraph, f"{W}txbxContent"):
                continue
            look = _look(opened, paragraph)
            for run in paragraph.iter(f"{W}r"):
                if not text(run).strip() or within(run, f"{W}txbxContent"):
                    continue
                behind = look.behind(run)
                letters = look.colour(run) or ("FFFFFF" if _luminance(behind) < 0.0275 else "000000")
                large = look.size(run) >= 36 or (look.size(run) >= 28 and look.is_bold(run))
                if _ratio(letters, behind) < (3 if large else 4.5):
                    yield Fault("contrast", f"{part}: {excerpt(run)}", f"#{letters} on #{behind}")


def sizes(opened: Opened) -> Iterator[Fault]:
    """Text of 12 points, in tables and the lists and notes that belong to them of 10 at least."""
    for part, root in opened.texts.items():
        for paragraph in root.iter(f"{W}p"):
            if within(paragraph, f"{W}txbxContent"):
                continue
            listed = within(paragraph, f"{W}tc") or _ASIDE.match(opened.style_name(paragraph))
            least = LIST_SIZE if listed else BODY_SIZE if part == opened.main else AROUND_SIZE
            look = _look(opened, paragraph)
            for run in paragraph.iter(f"{W}r"):
                if not text(run).strip() or within(run, f"{W}txbxContent"):
                    continue
                if look.size(run) < least:
                    yield Fault("letters-small", excerpt(run), f"{look.size(run) / 2} pt")


def looks(opened: Opened) -> Iterator[Fault]:
    """No underlining but of links, no stretches of capitals, no lines stretched to both edges."""
    for paragraph in opened.paragraphs:
        look = _look(opened, paragraph)
        if value(opened.paragraph_property(paragraph, "jc")) in ("both", "distribute"):
            yield Fault("justified", excerpt(paragraph))
        for run in paragraph.iter(f"{W}r"):
            if not text(run).strip() or within(run, f"{W}txbxContent"):
                continue
            underlined = value(look.property(run, "u")) not in ("", "none")
            link = within(run, f"{W}hyperlink")
            if underlined and not link:
                yield Fault("underlined", excerpt(run))
            anchor = next((value(one, "anchor") for one in run.iterancestors(f"{W}hyperlink")), "")
            if link and not underlined and not anchor.startswith("_Toc"):
                yield Fault("link-by-colour-alone", excerpt(run))
            if is_on(look.property(run, "caps")) and len(text(run)) > 30:
                yield Fault("capitals", excerpt(run))


def words(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.4.1 and 1.3.3: what a colour says is said in words too; nothing is only “on the left”."""
    for paragraph in opened.paragraphs:
        said = text(paragraph)
        if _BY_COLOUR.search(said):
            yield Fault("told-by-colour", excerpt(paragraph))
        if re.search(r"\bon the (left|right)(-hand side)?\b|\bsee (above|below|overleaf)\b", said, re.IGNORECASE):
            yield Fault("told-by-position", excerpt(paragraph))
        typed = [word for word in re.findall(r"[A-Za-z']+", said) if len(word) > 3]
        if len(typed) > 4 and sum(map(str.isupper, typed)) > 0.8 * len(typed):
            yield Fault("capitals", excerpt(paragraph))
        address = re.search(r"(https?://|www\.)\S{8,}", said)
        linked = "".join(text(one) for one in paragraph.iter(f"{W}hyperlink"))
        if address and address.group() not in linked and address.group() not in opened.said:
            yield Fault("address-without-link", excerpt(paragraph))


class _Look:
    """How the letters of a paragraph look, by its runs, their styles, its own style and its table's."""

    def __init__(self, opened: Opened, paragraph: Element) -> None:
        self._opened, self._paragraph = opened, paragraph
        chain = opened.chain(opened.style_of(paragraph))
        table, self._fill = _of_table(opened, paragraph)
        own = [one for style in chain if (one := style.find(f"{W}rPr")) is not None]
        is_default = opened.style_of(paragraph) == opened.default_styles.get("paragraph")
        self._below = [*table, *own] if is_default else [*own, *table]
        styles = opened.linked("styles")
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._below += [] if defaults is None else [defaults]

    def property(self, run: Element, name: str) -> Element | None:
        direct = run.find(f"{W}rPr")
        named = [] if direct is None else self._opened.chain(value(direct.find(f"{W}rStyle")))
        above = [direct, *(style.find(f"{W}rPr") for style in named)]
        for properties in (*above, *self._below):
            found = None if properties is None else properties.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def size(self, run: Element) -> int:
        said = value(self.property(run, "sz"))
        return int(said) if said.isdigit() else 20

    def is_bold(self, run: Element) -> bool:
        return is_on(self.property(run, "b"))

    def colour(self, run: Element) -> str:
        return _colour(self._opened, self.property(run, "color"), "val", "themeColor")

    def behind(self, run: Element) -> str:
        lit = _HIGHLIGHTS.get(value(self.property(run, "highlight")), "")
        of_run = _colour(self._opened, self.property(run, "shd"), "fill", "themeFill")
        shaded = self._opened.paragraph_property(self._paragraph, "shd")
        return lit or of_run or _colour(self._opened, shaded, "fill", "themeFill") or self._fill or "FFFFFF"


def _of_table(opened: Opened, paragraph: Element) -> tuple[list[Element], str]:
    """What a table's style says of the letters in this cell, and the fill behind them."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return [], ""
    row, table = next(cell.iterancestors(f"{W}tr")), next(cell.iterancestors(f"{W}tbl"))
    fill = _colour(opened, cell.find(f"{W}tcPr/{W}shd"), "fill", "themeFill")
    kinds = _kinds(table, row, cell)
    found = []
    name = value(table.find(f"{W}tblPr/{W}tblStyle")) or opened.default_styles.get("table", "")
    for style in opened.chain(name):
        parts = [one for kind in kinds for one in style.findall(f"{W}tblStylePr") if value(one, "type") == kind]
        for one in (*parts, style):
            found += [letters] if (letters := one.find(f"{W}rPr")) is not None else []
            fill = fill or _colour(opened, one.find(f"{W}tcPr/{W}shd"), "fill", "themeFill")
    return found, fill


def _kinds(table: Element, row: Element, cell: Element) -> list[str]:
    """The parts of a table's style that a cell falls under, the strongest first."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    bits = int(value(look) or "0", 16)

    def is_set(name: str, bit: int) -> bool:
        said = value(look, name)
        return said in ("1", "true", "on") if said else bool(bits & bit)

    at, below = sum(1 for _ in row.itersiblings(f"{W}tr", preceding=True)), int(is_set("firstRow", 0x20))
    kinds = ["firstRow"] if at == 0 and below else []
    kinds += ["lastRow"] if is_set("lastRow", 0x40) and row is rows(table)[-1] else []
    kinds += ["firstCol"] if cells(row)[0] is cell and is_set("firstColumn", 0x80) else []
    if at >= below and not is_set("noHBand", 0x200):
        kinds.append("band2Horz" if (at - below) % 2 else "band1Horz")
    return kinds


def _colour(opened: Opened, element: Element | None, attribute: str, themed: str) -> str:
    theme = _theme(opened).get(_THEMED.get(value(element, themed), value(element, themed)), "")
    if theme:
        tint, shade = value(element, f"{themed}Tint"), value(element, f"{themed}Shade")
        tint, shade = tint or value(element, "themeTint"), shade or value(element, "themeShade")
        parts = [int(theme[at : at + 2], 16) for at in (0, 2, 4)]
        if tint:
            parts = [round(255 - (255 - one) * int(tint, 16) / 255) for one in parts]
        if shade:
            parts = [round(one * int(shade, 16) / 255) for one in parts]
        return "".join(f"{one:02X}" for one in parts)
    said = value(element, attribute)
    return said.upper() if _HEX.fullmatch(said) else ""


@lru_cache(maxsize=20_000)
def _look(opened: Opened, paragraph: Element) -> _Look:
    return _Look(opened, paragraph)


@cache
def _theme(opened: Opened) -> dict[str, str]:
    root = opened.linked("theme")
    found = {}
    for one in [] if root is None else root.iter("{*}clrScheme"):
        for name in one:
            found[str(name.tag).rpartition("}")[2]] = name[0].get("lastClr") or name[0].get("val") or ""
    return {name: colour for name, colour in found.items() if _HEX.fullmatch(colour)}


@cache
def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
