"""A page as an outline: its headings, texts, lists, tables and pictures a line each, as a reader goes through them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import html


def outline(page: str) -> str:
    """The outline of a page, with one line for each thing that a reader meets."""
    body = html.document_fromstring(page).find("body")
    assert body is not None
    return "\n".join(_lines(body, 0)) + "\n"


def texts(page: str) -> str:
    """All that a reader sees on a page, and what its attributes say."""
    root = html.document_fromstring(page)
    return "\n".join((*root.itertext(), *(value for one in root.iter() for value in one.attrib.values())))


def _lines(element: html.HtmlElement, depth: int) -> Iterator[str]:
    indent = "  " * depth
    match element.tag:
        case "h1" | "h2" | "h3" | "h4":
            yield f"{indent}{'#' * int(element.tag[1])} {_said(element)}"
        case "p" | "summary" | "figcaption" | "caption" | "code":
            yield f"{indent}{element.tag}: {_said(element)}{_links(element)}"
        case "tr":
            yield f"{indent}| {' | '.join(_cell(cell) for cell in element)} |"
        case "svg":
            if element.get("role") == "img":
                yield f"{indent}picture: {'; '.join(_said(part) for part in element[:2])}"
        case "li" if not any(child.tag in ("p", "code") for child in element):
            yield f"{indent}- {_said(element)}{_links(element)}"
        case "a":
            yield f"{indent}link: {_said(element)}{_links(element)}"
        case _:
            named = element.tag in ("nav", "main", "header", "footer", "section", "details")
            if named:
                yield f"{indent}{element.tag!s}{' open' if 'open' in element.attrib else ''}"
            for child in element:
                yield from _lines(child, depth + named)


def _cell(cell: html.HtmlElement) -> str:
    sign = "!" if cell.tag == "th" else ""
    return f"{sign}{_said(cell)}{_links(cell)}"


def _links(element: html.HtmlElement) -> str:
    links = [link for link in element.iter("a") if "href" in link.attrib]
    return "".join(f" <{' '.join(unquote(link.get('href', '')).split())}>" for link in links)


def _said(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
