"""The checker for PDFs: tags, language, title, bookmarks, and links that are described, as PDF/UA asks for them.

It looks with another library than the one that finishes our PDFs. What only the reference checker (veraPDF) sees is not
looked at: whether every mark on a page is tagged or told to be none.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.inspection.opened import Fault

_HEADING = re.compile(r"/H([1-6])")


def pdf_faults(data: bytes, language: str = "en-GB") -> list[Fault]:
    """All that keeps a PDF from being read by everybody."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_document(pdf, language), *_tags(pdf), *_pages(pdf)]


def tags_of(data: bytes) -> list[str]:
    """The tags of a PDF in the order of reading."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [_role(pdf, one) for one in _walk(pdf.Root.StructTreeRoot)]


def _document(pdf: pikepdf.Pdf, language: str) -> Iterator[Fault]:
    root: Any = pdf.Root
    about = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    if "/StructTreeRoot" not in root or not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield Fault("untagged", "document")
    if str(root.get("/Lang", "")) != language:
        yield Fault("language", "document", str(root.get("/Lang", "")))
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)<", about, re.DOTALL)
    if not title or str(pdf.docinfo.get("/Title", "")) == "":
        yield Fault("title", "document")
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield Fault("title-not-shown", "document")
    if "pdfuaid:part" not in about:
        yield Fault("not-said-to-be-accessible", "document")
    if "/Outlines" not in root or "/First" not in root.Outlines:
        yield Fault("no-bookmarks", "document")
    if re.search(r"<xmp:(Create|Modify|Metadata)Date|<dc:date>", about) or "/CreationDate" in pdf.docinfo:
        yield Fault("moment", "document")


def _tags(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    before = 0
    root: Any = pdf.Root
    roles = root.get("/StructTreeRoot", {}).get("/RoleMap", {})
    yield from (
        Fault("tag-means-another", "tags", tag) for tag in ("/Figure", "/Table", "/Form", "/Note") if tag in roles
    )
    for one in _walk(root.get("/StructTreeRoot", pikepdf.Dictionary())):
        role = _role(pdf, one)
        heading = _HEADING.fullmatch(role)
        if heading:
            level = int(heading.group(1))
            if level > before + 1:
                yield Fault("heading-skips", "tags", f"{before} to {level}")
            before = level
        if role == "/Figure" and not str(one.get("/Alt", "")).strip():
            yield Fault("figure-undescribed", "tags")
        if role == "/Table":
            cells = [each for each in _walk(one) if _role(pdf, each) == "/TH"]
            if not cells:
                yield Fault("table-without-headings", "tags")
            if not all(_has_scope(each) for each in cells):
                yield Fault("heading-without-scope", "tags")
    if not before:
        yield Fault("no-headings", "tags")


def _pages(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    for number, page in enumerate(pdf.pages, 1):
        held: Any = page.obj
        links = [one for one in held.get("/Annots", []) if str(one.get("/Subtype")) == "/Link"]
        for link in links:
            if not str(link.get("/Contents", "")).strip():
                yield Fault("link-undescribed", f"page {number}")
            if "/StructParent" not in link:
                yield Fault("link-untagged", f"page {number}")
        if links and str(held.get("/Tabs", "")) != "/S":
            yield Fault("keyboard-order", f"page {number}")
        sides = sorted(float(page.mediabox[at + 2]) - float(page.mediabox[at]) for at in (0, 1))
        if abs(sides[0] - 595.3) > 3 or abs(sides[1] - 841.9) > 3:
            yield Fault("page-size", f"page {number}")
        fonts = held.get("/Resources", {}).get("/Font", {})
        for name, font in fonts.items():
            if not _is_embedded(font):
                yield Fault("font-not-embedded", f"page {number}", name)


def _walk(element: Any) -> Iterator[Any]:
    held = element.get("/K", [])
    for one in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from _walk(one)


def _role(pdf: pikepdf.Pdf, element: Any) -> str:
    roles: Any = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    said = str(element.S)
    return str(roles.get(said, said))


def _has_scope(cell: Any) -> bool:
    said: Any = cell.get("/A", [])
    return any("/Scope" in one for one in (said if isinstance(said, pikepdf.Array) else [said]))


def _is_embedded(font: Any) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described: Any = inner.get("/FontDescriptor", {})
    return any(name in described for name in ("/FontFile", "/FontFile2", "/FontFile3"))
