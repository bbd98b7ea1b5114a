"""The properties of a document (docProps): title, language and the like from the caller, never from a clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lxml import etree

from svcdocs.word.names import DECLARATION, Element
from svcdocs.word.printable import in_element

_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_STALE: Final = frozenset((
    "Template", "TotalTime", "Pages", "Words", "Characters", "Lines", "Paragraphs", "CharactersWithSpaces",
    "TitlesOfParts", "HeadingPairs",
))  # fmt: skip
CORE: Final = {
    "title": f"{{{_DC}}}title",
    "subject": f"{{{_DC}}}subject",
    "author": f"{{{_DC}}}creator",
    "keywords": f"{{{_CP}}}keywords",
    "description": f"{{{_DC}}}description",
    "language": f"{{{_DC}}}language",
    "category": f"{{{_CP}}}category",
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What stands in the properties of a document. What is left empty is taken from the template.

    ``created`` is printed nowhere and may stay None, so that the same input gives the same bytes on any day.
    ``custom`` holds properties under names of one's own.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    description: str = ""
    language: str = ""
    category: str = ""
    created: dt.date | None = None
    custom: Mapping[str, str] = field(default_factory=dict)

    def over(self, template: Mapping[str, str], custom: Mapping[str, str]) -> Properties:
        """These properties, with those of the template where they are empty."""
        filled: dict[str, Any] = {name: text for name, text in template.items() if not getattr(self, name)}
        return replace(self, **filled, custom={**custom, **self.custom})


def core_texts(root: Element | None) -> dict[str, str]:
    """The texts of a template's core properties by the names of ``Properties``."""
    if root is None:
        return {}
    return {name: (root.findtext(tag) or "") for name, tag in CORE.items()}


def unprinted(root: Element | None) -> list[str]:
    """The core properties of a template that hold a tag and are in no document, by what they are called in the file."""
    others = () if root is None else (one for one in root if isinstance(one.tag, str) and one.tag not in CORE.values())
    return [etree.QName(one).localname for one in others if "{{" in (one.text or "") or "{%" in (one.text or "")]


def custom_texts(root: Element | None) -> dict[str, str]:
    """The custom properties of a template that are texts."""
    properties = [] if root is None else root.findall(f"{{{_CUSTOM}}}property")
    return {
        str(one.get("name")): str(one[0].text or "")
        for one in properties
        if len(one) and str(one[0].tag).endswith("}lpwstr")
    }


def core_xml(properties: Properties) -> bytes:
    """docProps/core.xml."""
    made = []
    for name, tag in CORE.items():
        text = getattr(properties, name)
        prefix = "dc" if tag.startswith(f"{{{_DC}}}") else "cp"
        local = etree.QName(tag).localname
        if text:
            made.append(f"<{prefix}:{local}>{in_element(text)}</{prefix}:{local}>")
    if properties.created is not None:
        stamp = f"{properties.created.isoformat()[:10]}T00:00:00Z"
        made += [
            f'<dcterms:{which} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{which}>' for which in ("created", "modified")
        ]
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(made)}</cp:coreProperties>'
    ).encode()


def custom_xml(custom: Mapping[str, str]) -> bytes:
    """docProps/custom.xml."""
    made = [
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{in_element(name)}">'
        f"<vt:lpwstr>{in_element(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(custom.items(), 2)
    ]
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{"".join(made)}</Properties>'.encode()


def clean_app(root: Element) -> None:
    """Take out of docProps/app.xml what was counted in the template and is wrong in a document."""
    for element in list(root):
        if etree.QName(element).localname in _STALE:
            root.remove(element)
