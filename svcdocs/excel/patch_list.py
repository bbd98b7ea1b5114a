"""The sheet that lists what was found, as the XML of its part: marks in, a protected sheet with links to each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from svcdocs.excel.cells import column_letters
from svcdocs.excel.look import ACCENT, INK
from svcdocs.excel.our_marks import HEADING_ROW, HEADINGS, INTRO, KEPT_COLUMN, KEPT_HEADING, TITLE, Mark
from svcdocs.excel.patch_styles import BASES, Styles
from svcdocs.excel.spec import MAX_TEXT
from svcdocs.excel.xml_text import cut, escaped

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WIDTHS = (9, 22, 24, 14, 70, 70)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TOP = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>'
_LETTERS = 64
"""Letters in a line of the two wide columns."""


def row_of(number: int) -> int:
    """The row on which a mark stands; marks are counted from 0."""
    return HEADING_ROW + 1 + number


def link_to(sheet: str, cell: str) -> str:
    """A place in a workbook as a link names it: "'Leader''s notes'!B7"."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"


def list_sheet(
    space: str, marks: Sequence[Mark], links: Mapping[int, str], styles: Styles, remarks: Mapping[int, str]
) -> etree._Element:
    """The worksheet. ``links`` and ``remarks`` give for a mark where it leads and what its remedy adds."""
    made = _Sheet(space, styles)
    made.row(1, [(1, TITLE, made.title)], height=24)
    made.row(2, [(1, INTRO, made.plain)])
    made.row(HEADING_ROW, [(at, title, made.heading) for at, title in enumerate((*HEADINGS, KEPT_HEADING), 1)])
    kept = [f"{colour} {fill}" for colour, fill in sorted(styles.kept.items())]
    for number in range(max(len(marks), len(kept))):
        cells = made.cells_of(number, marks[number], links, remarks) if number < len(marks) else []
        tall = max((_lines(text) for at, text, _ in cells if at in (5, 6)), default=1)
        if number < len(kept):
            cells.append((KEPT_COLUMN, kept[number], made.plain))
        made.row(row_of(number), cells, height=min(max(tall * 15 + 4, 19), 400))
    return made.root(links)


class _Sheet:
    """The worksheet as it is put together, and the styles of its cells."""

    def __init__(self, space: str, styles: Styles) -> None:
        self._space = f"{{{space}}}"
        self._data = etree.Element(f"{self._space}sheetData", nsmap={None: space})
        words = _font(INK)
        self.title = styles.style(font=_font(ACCENT, bold=True, size=16), alignment='<alignment vertical="center"/>')
        self.plain = styles.style(font=words, alignment='<alignment vertical="top"/>')
        self.heading = styles.style(font=_font("#FFFFFF", bold=True), fill=_fill(ACCENT[1:]), alignment=_TOP)
        self.words = styles.style(font=words, alignment=_TOP)
        self.link = styles.style(font=_font("#1D70B8", bold=True, under=True), alignment=_TOP)
        self.weights = [
            styles.style(font=_font(INK, bold=True), fill=_fill(f"{base:06X}"), alignment=_TOP) for base in _WEIGHTS
        ]

    def cells_of(
        self, number: int, mark: Mark, links: Mapping[int, str], remarks: Mapping[int, str]
    ) -> list[tuple[int, str, int]]:
        """The cells of one mark: column, text and style."""
        remedy = " ".join(part for part in (mark.remedy, remarks.get(number, "")) if part)
        texts = (str(number + 1), mark.word, mark.sheet or "The whole workbook", mark.cell, mark.what, remedy)
        styles = (self.words, self.weights[mark.weight], self.words, self.words, self.words, self.words)
        cells = [(at, text, style) for at, (text, style) in enumerate(zip(texts, styles, strict=True), 1) if text]
        if number in links:
            text = mark.cell or "The sheet"
            cells = [cell for cell in cells if cell[0] != 4]  # noqa: PLR2004 (its cell)
            cells.insert(3, (4, text, self.link))
        return cells

    def row(self, number: int, cells: Sequence[tuple[int, str, int]], *, height: int = 0) -> None:
        """Adds a row of texts: column, text and style of each."""
        row = etree.SubElement(self._data, f"{self._space}row")
        row.set("r", str(number))
        if height:
            row.set("ht", str(height))
            row.set("customHeight", "1")
        for at, text, style in cells:
            cell = etree.SubElement(row, f"{self._space}c")
            for name, value in (("r", f"{column_letters(at)}{number}"), ("s", str(style)), ("t", "inlineStr")):
                cell.set(name, value)
            part = etree.SubElement(etree.SubElement(cell, f"{self._space}is"), f"{self._space}t")
            part.text = escaped(cut(text, MAX_TEXT))
            part.set(_XML_SPACE, "preserve")

    def root(self, links: Mapping[int, str]) -> etree._Element:
        """The whole worksheet."""
        space = self._space[1:-1]
        columns = "".join(
            f'<col min="{at}" max="{at}" width="{wide}" customWidth="1"/>' for at, wide in enumerate(_WIDTHS, 1)
        )
        text = (
            f'<worksheet xmlns="{space}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
            f'<sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{HEADING_ROW}" '
            f'topLeftCell="A{HEADING_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}<col min="{KEPT_COLUMN}" max="{KEPT_COLUMN}" '
            'width="9" hidden="1" customWidth="1"/></cols><sheetData/>'
            '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/><hyperlinks/>'
            '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
        )
        root = etree.fromstring(text)
        data, group = root.find(f"{self._space}sheetData"), root.find(f"{self._space}hyperlinks")
        assert data is not None
        assert group is not None
        root.replace(data, self._data)
        for number, target in links.items():
            item = etree.SubElement(group, f"{self._space}hyperlink")
            item.set("ref", f"{column_letters(4)}{row_of(number)}")
            item.set("location", target)
            item.set("tooltip", "Go to the cell")
        if not len(group):
            root.remove(group)
        return root


_WEIGHTS = (0xFFD2B8, 0xFFEFB5, 0xDCE9FA)
"""The colours of the list: near those of marks, and none of them, so that they are never taken for one."""
assert not set(_WEIGHTS) & set(BASES)


def _font(colour: str, *, bold: bool = False, under: bool = False, size: int = 11) -> str:
    marks = ("<b/>" if bold else "") + ("<u/>" if under else "")
    return f'<font>{marks}<sz val="{size}"/><color rgb="FF{colour[1:]}"/><name val="Arial"/><family val="2"/></font>'


def _fill(colour: str) -> str:
    inner = f'<fgColor rgb="FF{colour}"/><bgColor indexed="64"/>'
    return f'<fill><patternFill patternType="solid">{inner}</patternFill></fill>'


def _lines(text: str) -> int:
    return sum(1 + len(line) // _LETTERS for line in text.split("\n"))
