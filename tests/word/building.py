"""Small Word templates written inside a test: paragraphs and tables as calls, with all the styles the language needs."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="600" w:footer="600" w:gutter="0"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="964" w:right="964" w:bottom="964" w:left="964" w:header="600" w:footer="600" w:gutter="0"/>'


def run(text: str, looks: str = "") -> str:
    """A run; ``looks`` is the XML of its properties."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, style: str = "", more: str = "") -> str:
    """A paragraph. Each text is a run of its own; one that begins with "<" is XML as it is."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    inside = "".join(text if text.startswith("<") else run(text) for text in texts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def h(text: str, level: int = 1) -> str:
    """A heading."""
    return p(text, style=f"Heading{level}")


def cell(content: str, width: int | str = 1200, more: str = "") -> str:
    """A table cell; text becomes a paragraph of table text."""
    inside = content if content.startswith("<") else p(content, style="TableText")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{inside}</w:tc>'


def row(*cells: str, header: bool = False, width: int = 1200) -> str:
    """A table row."""
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
    return f"<w:tr>{properties}{''.join(one if one.startswith('<w:tc>') else cell(one, width) for one in cells)}</w:tr>"


def table(*rows: str, columns: int = 2, width: int = 1200) -> str:
    """A table."""
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def section(page: str, references: str = "") -> str:
    """A section break in a paragraph of its own."""
    return f"<w:p><w:pPr><w:sectPr>{references}{page}</w:sectPr></w:pPr></w:p>"


def field(code: str, result: str = "1") -> str:
    """The runs of a field as Word writes them."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def contents(code: str = 'TOC \\o "1-3" \\h \\z \\u') -> str:
    """A contents list of two stale entries, as Word leaves it in a template."""
    begin = field(code).split(run("1"))[0]
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs>'
    link = (
        '<w:hyperlink w:anchor="_Toc1" w:history="1">'
        + run("Stale")
        + "<w:r><w:tab/></w:r>"
        + field("PAGEREF _Toc1 \\h")
        + "</w:hyperlink>"
    )
    return (
        p(begin, link, style="TOC1", more=tab)
        + p(link, style="TOC2", more=tab)
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def styles() -> str:
    """A style sheet with the styles templates need."""

    def style(
        id_: str, name: str, paragraph: str = "", looks: str = "", *, base: str = "Normal", extra: str = ""
    ) -> str:
        based = f'<w:basedOn w:val="{base}"/>' if base and id_ != "Normal" else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{id_}"{extra}><w:name w:val="{name}"/>{based}<w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
        )

    def listed(num: int, left: int) -> str:
        return f'<w:numPr><w:numId w:val="{num}"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="{left}" w:hanging="340"/>'

    made = [
        style("Normal", "Normal", extra=' w:default="1"'),
        style("BodyText", "Body Text", '<w:spacing w:after="120"/>'),
        style("TableText", "Table Text", '<w:spacing w:before="30" w:after="30"/>', '<w:sz w:val="20"/>'),
        style("Title", "Title", looks='<w:sz w:val="60"/>'),
        style("Owed", "Owed", '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="12436D"/></w:pBdr>'),
        style("Header", "header"),
        style("Footer", "footer"),
    ]
    for level in range(1, 7):
        size = {1: 40, 2: 30, 3: 25}.get(level, 24)
        outline = (
            f'<w:keepNext/><w:spacing w:before="{300 - 30 * level}" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>'
        )
        made.append(
            style(
                f"Heading{level}", f"heading {level}", outline, f'<w:b/><w:color w:val="12436D"/><w:sz w:val="{size}"/>'
            )
        )
        tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs>'
        made.append(style(f"TOC{level}", f"toc {level}", f'{tab}<w:ind w:left="{(level - 1) * 220}"/>'))
    for family, base, num in (("List", "BodyText", 1), ("Table", "TableText", 3)):
        for n, suffix in enumerate(("", " 2")):
            key = suffix.strip()
            made.append(
                style(f"{family}Bullet{key}", f"{family} Bullet{suffix}", listed(num + n, 340 * (n + 1)), base=base)
            )
            made.append(
                style(
                    f"{family}Number{key}",
                    f"{family} Number{suffix}",
                    f'<w:ind w:left="{400 * (n + 1)}" w:hanging="400"/>',
                    base=base,
                )
            )
    grid = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="B1B4B6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made.append(
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{grid}</w:tblBorders></w:tblPr></w:style>'
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f'{_XML}<w:styles xmlns:w="{W}">{defaults}{"".join(made)}</w:styles>'


def numbering() -> str:
    """Bullets at two levels for text and for tables."""
    forms = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{"•" if n % 2 else "–"}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for n in range(1, 5)
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 5))
    return f'{_XML}<w:numbering xmlns:w="{W}">{forms}{nums}</w:numbering>'


def docx(
    *body: str,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    endnotes: str = "",
    end: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    properties: Mapping[str, str] | None = None,
    style_sheet: str = "",
) -> bytes:
    """A .docx of these paragraphs and tables.

    ``end`` is the XML of the last section, ``parts`` replaces or adds whole parts, ``properties`` are those of
    docProps/core.xml by their local names in Dublin Core.
    """
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
        for kind, text in (("header", header), ("footer", footer))
        if text
    )
    last = end or f"<w:sectPr>{references}{PORTRAIT}</w:sectPr>"
    document = f"{_XML}<w:document {NAMESPACES}><w:body>{''.join(body)}{last}</w:body></w:document>"
    links = [("styles", "styles.xml"), ("settings", "settings.xml"), ("numbering", "numbering.xml")]
    made: dict[str, str | bytes] = {
        "word/document.xml": document,
        "word/styles.xml": style_sheet or styles(),
        "word/settings.xml": f'{_XML}<w:settings xmlns:w="{W}"><w:updateFields w:val="true"/></w:settings>',
        "word/numbering.xml": numbering(),
    }
    for kind, tag, text in (
        ("header", "hdr", header),
        ("footer", "ftr", footer),
        ("footnotes", "footnotes", footnotes),
        ("endnotes", "endnotes", endnotes),
    ):
        if text:
            links.append((kind, f"{kind}.xml"))
            made[f"word/{kind}.xml"] = f"{_XML}<w:{tag} {NAMESPACES}>{text}</w:{tag}>"
    fields = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in (properties or {"title": ""}).items())
    made["docProps/core.xml"] = (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{fields}</cp:coreProperties>'
    )
    made["word/_rels/document.xml.rels"] = _links(
        [(f"rId{kind}", f"{_OFFICE}/{kind}", target) for kind, target in links]
    )
    made["_rels/.rels"] = _links(
        [
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ]
    )
    overrides = {f"word/{target}": f"{_TYPES}{kind}+xml" for kind, target in links}
    overrides["word/document.xml"] = f"{_TYPES}document.main+xml"
    overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    made["[Content_Types].xml"] = (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )
    return zipped({**made, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> str:
    """One part of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _links(links: Sequence[tuple[str, str, str]]) -> str:
    made = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'
