"""A chart as a value of a context: figures drawn by Word itself, with the sheet they come from inside the document."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

import xlsxwriter

from svcdocs.word.names import DECLARATION
from svcdocs.word.pictures import frame
from svcdocs.word.printable import in_attribute, in_element, printable

CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
SHEET_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
SHEET_ID: Final = "rId1"
MOST_SERIES: Final = 6
"""As many as a theme has accents; more lines than that nobody can tell apart."""

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACES: Final = (
    f'xmlns:c="{_CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SHEET: Final = "Figures"
_MARKERS: Final = ("circle", "square", "diamond", "triangle", "x", "star")
_DASHES: Final = ("solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash")
_TEXT_SIZE: Final = 1000
"""Hundredths of a point: as small as the text of a table may be."""
_GREY: Final = '<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>'


class ChartKind(StrEnum):
    """How the figures are drawn."""

    LINES = "lines"
    """One line a series, with a mark at each figure: for what is measured again and again."""
    COLUMNS = "columns"
    """Columns side by side: for amounts of one year beside those of another."""
    BARS = "bars"
    """Bars from the left: for names too long to stand under columns."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures: what it is called, and a figure for each category; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures to be drawn: what they are of, the figures, what the drawing shows in words, its size in millimetres.

    ``format`` is the number format of axis and labels as Excel writes it ("0", "#,##0", "0.0"). Colours are the
    accents of the document's theme; series differ by mark, dash or label too.

    Raises ValueError when there is nothing to draw, a series does not have a figure for each category, or there is no
    description: a reader who does not see the chart would be left without it.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    width: float
    height: float
    format: str = "General"
    title: str = ""
    """What stands over it, where no caption says what it shows."""
    has_key: bool = True
    """Whether a key below it names its series: not where a sentence above many alike does."""

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise ValueError("a chart needs a description in words")
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a chart needs a width and a height in millimetres")
        if not self.categories or not 0 < len(self.series) <= MOST_SERIES:
            raise ValueError(f"a chart needs categories and one to {MOST_SERIES} series")
        if any(len(one.values) != len(self.categories) for one in self.series):
            raise ValueError("each series of a chart needs a figure, or None, for each category")


def drawing(chart: Chart, number: int, relationship: str) -> str:
    """The chart as a child of a run. ``number`` is its id in the document, ``relationship`` leads to its part."""
    graphic = (
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:id="{in_attribute(relationship)}"/></a:graphicData>'
    )
    return frame(f"Chart {number}", chart.description, number, (chart.width, chart.height), graphic)


def chart_xml(chart: Chart) -> bytes:
    """The part that says how the figures are drawn; it holds a copy of them, and leads to their sheet by SHEET_ID."""
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if _has_key(chart) else ""
    text = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{_TEXT_SIZE}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        "<a:endParaRPr/></a:p></c:txPr>"
    )
    return (
        f"{DECLARATION}<c:chartSpace {_NAMESPACES}>"
        f'<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>{_title(chart.title)}'
        f"<c:plotArea><c:layout/>{_plot(chart)}{_axes(chart)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text}<c:externalData r:id="{SHEET_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def sheet_bytes(chart: Chart) -> bytes:
    """The workbook behind the chart, which Word opens for whoever chooses "Edit data"; the same bytes every time."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": dt.datetime(1980, 1, 1)})  # noqa: DTZ001 - a date without a clock
        sheet = book.add_worksheet(_SHEET)
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, printable(category))
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, printable(series.name))
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, float(value))
    return out.getvalue()


def _has_key(chart: Chart) -> bool:
    return chart.has_key and len(chart.series) > 1


def _title(title: str) -> str:
    if not title:
        return '<c:autoTitleDeleted val="1"/>'
    looks = f'<a:defRPr sz="{_TEXT_SIZE}" b="1"/>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{looks}</a:pPr>"
        f'<a:r><a:rPr sz="{_TEXT_SIZE}" b="1"/><a:t>{in_element(title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    )


def _plot(chart: Chart) -> str:
    series = "".join(_series(chart, index) for index in range(len(chart.series)))
    axes = '<c:axId val="1"/><c:axId val="2"/>'
    if chart.kind is ChartKind.LINES:
        lines = f'<c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}'
        return f"<c:lineChart>{lines}</c:lineChart>"
    direction = "bar" if chart.kind is ChartKind.BARS else "col"
    # Columns beside each other stand so far apart that the figure over a low one is not written across a high one.
    apart = '<c:gapWidth val="40"/><c:overlap val="-10"/>' if direction == "col" else '<c:gapWidth val="60"/>'
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f"{apart}{axes}</c:barChart>"
    )


def _series(chart: Chart, index: int) -> str:
    series, last = chart.series[index], len(chart.categories) + 1
    column = chr(ord("B") + index)
    accent = f'<a:solidFill><a:schemeClr val="accent{index + 1}"/></a:solidFill>'
    is_line = chart.kind is ChartKind.LINES
    smooth = '<c:smooth val="0"/>' if is_line else ""
    if is_line:
        looks = f'<c:spPr><a:ln w="28575">{accent}<a:prstDash val="{_DASHES[index]}"/></a:ln></c:spPr>'
        looks += f'<c:marker><c:symbol val="{_MARKERS[index]}"/><c:size val="7"/><c:spPr>{accent}</c:spPr></c:marker>'
    else:
        looks = f'<c:spPr>{accent}</c:spPr><c:invertIfNegative val="0"/>'
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>{_texts((series.name,))}</c:strRef></c:tx>{looks}"
        f"{_labels(chart, index)}"
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>{_texts(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f>{_numbers(chart, series)}</c:numRef></c:val>"
        f"{smooth}</c:ser>"
    )


def _labels(chart: Chart, index: int) -> str:
    """The figure beside each mark: a reader need not measure by eye. It stands over a mark, or under a lower one."""
    is_lines = chart.kind is ChartKind.LINES
    own = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{_label(chart.format, "b")}</c:dLbl>'
        for place in range(len(chart.categories))
        if is_lines and _is_below(chart, index, place)
    )
    return f"<c:dLbls>{own}{_label(chart.format, 't' if is_lines else 'outEnd')}</c:dLbls>"


def _is_below(chart: Chart, index: int, place: int) -> bool:
    """Whether another line has a higher mark over this one."""
    value = chart.series[index].values[place]
    others = [one.values[place] for n, one in enumerate(chart.series) if n != index]
    return value is not None and any(other is not None and other > value for other in others)


def _label(code: str, place: str) -> str:
    return (
        f'<c:numFmt formatCode="{in_attribute(code)}" sourceLinked="0"/>'
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _texts(texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{in_element(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _numbers(chart: Chart, series: Series) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in _given(series))
    code = in_element(chart.format)
    return (
        f'<c:numCache><c:formatCode>{code}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}</c:numCache>'
    )


def _given(series: Series) -> Iterator[tuple[int, str]]:
    return ((n, f"{value:f}") for n, value in enumerate(series.values) if value is not None)


def _axes(chart: Chart) -> str:
    """The names along one axis; along the other, figures for lines alone: columns and bars bear theirs."""
    is_bars, is_lines = chart.kind is ChartKind.BARS, chart.kind is ChartKind.LINES
    at = ("l", "t") if is_bars else ("b", "l")
    # Bars are drawn from below: turned round, the first name stands on top, as it is read.
    order = "maxMin" if is_bars else "minMax"
    line = f'<c:spPr><a:ln w="9525"><a:solidFill>{_GREY}</a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{at[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{_lowest(chart)}</c:scaling>'
        f'<c:delete val="{0 if is_lines else 1}"/><c:axPos val="{at[1]}"/>'
        f"{f'<c:majorGridlines>{line}</c:majorGridlines>' if is_lines else ''}"
        f'<c:numFmt formatCode="{in_attribute(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _lowest(chart: Chart) -> str:
    """Columns and bars begin at nothing: their lengths are compared, and a cut one lies."""
    given = [value for one in chart.series for value in one.values if value is not None]
    return '<c:min val="0"/>' if chart.kind is not ChartKind.LINES and all(value >= 0 for value in given) else ""
