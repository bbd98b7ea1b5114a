"""Workbooks made by hand, part by part, to hold what no library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def sheet_xml(data: str, *, before: str = "", after: str = "", space: str = MAIN) -> str:
    """A worksheet part around its rows."""
    return f'<worksheet xmlns="{space}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def book_of(
    data: str = "",
    *,
    sheet: str | None = None,
    strings: str | None = None,
    styles: str | None = None,
    settings: str = "",
    names: str = "",
    state: str = "",
    strict: bool = False,
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook of one sheet "Sheet1": ``data`` are its rows; a part given as "" in ``parts`` is left out."""
    space, office = (STRICT, STRICT_OFFICE) if strict else (MAIN, OFFICE)
    links = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _links([("rId1", "officeDocument", "xl/workbook.xml")], office),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{office}">{settings}<sheets>'
        f'<sheet name="Sheet1" sheetId="1" {state} r:id="rId1"/></sheets>{names}</workbook>',
        "xl/worksheets/sheet1.xml": sheet if sheet is not None else sheet_xml(data, space=space),
    }
    if strings is not None:
        links.append(("rId2", "sharedStrings", "sharedStrings.xml"))
        contents["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{strings}</sst>'
    if styles is not None:
        links.append(("rId3", "styles", "styles.xml"))
        contents["xl/styles.xml"] = f'<styleSheet xmlns="{space}">{styles}</styleSheet>'
    contents["xl/_rels/workbook.xml.rels"] = _links(links, office)
    return zipped({name: part for name, part in {**contents, **(parts or {})}.items() if part != ""})


def styles_of(*codes: str, bold: tuple[bool, ...] = ()) -> str:
    """The inside of a styles part: one cell style for each number format, bold where told so."""
    formats = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{_quoted(code)}"/>' for n, code in enumerate(codes))
    marks = (*bold, *[False] * (len(codes) - len(bold)))
    cells = "".join(f'<xf numFmtId="{164 + n}" fontId="{int(marks[n])}"/>' for n in range(len(codes)))
    fonts = "<fonts><font/><font><b/></font></fonts>"
    return f"<numFmts>{formats}</numFmts>{fonts}<cellXfs>{cells}</cellXfs>"


def zipped(contents: Mapping[str, str | bytes]) -> bytes:
    """A zip file of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in contents.items():
            archive.writestr(name, part)
    return out.getvalue()


def _links(links: list[tuple[str, str, str]], office: str) -> str:
    items = "".join(f'<Relationship Id="{i}" Type="{office}/{kind}" Target="{to}"/>' for i, kind, to in links)
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
