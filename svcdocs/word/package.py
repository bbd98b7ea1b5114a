"""A .docx as parts: parsed strictly, with the relationships and content types that hold them together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.word.names import CONTENT_TYPES, DECLARATION, RELATIONSHIPS, Element, W
from svcdocs.word.printable import in_attribute
from svcdocs.word.zipping import Member, unpack

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_ROOT = "_rels/.rels"
CONTENT_TYPES_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another. ``target`` is the name of a part, or an address where ``external``."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a .docx by name. ``changed`` holds those that will be written anew."""

    name: str
    parts: dict[str, bytes]
    packed: dict[str, Member]
    changed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, name: str) -> Package:
        """Read a .docx.

        Raises:
            UnusableFile: it is none, or one that is better not opened.
        """
        package = cls(name, *unpack(data, name))
        if CONTENT_TYPES_PART not in package.parts or _ROOT not in package.parts:
            raise UnusableFile(f"{name} is a zip file, but no Word document.", "Save it in Word as .docx.")
        if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
            raise UnusableFile(f"{name} holds macros.", "Save it in Word as .docx, without macros.")
        return package

    def xml(self, part: str) -> Element:
        """Parse a part: no entities, no network, and no guessing where it is damaged.

        Raises:
            UnusableFile: it is missing or not well-formed, or declares a document type, which no part of Word's does.
        """
        if part not in self.parts:
            raise UnusableFile(f"{self.name} is damaged: {part} is missing.", "Open it in Word and save it again.")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            root = etree.fromstring(self.parts[part], parser)
        except etree.XMLSyntaxError as error:
            message = f"{self.name} is damaged: {part} cannot be read ({error.msg})."
            raise UnusableFile(message, "Open it in Word and save it again.") from error
        if root.getroottree().docinfo.doctype:
            raise UnusableFile(f"{self.name}: {part} declares a document type.", "Do not open it.")
        return root

    @property
    def main(self) -> str:
        """The name of the part that holds the text.

        Raises:
            UnusableFile: there is none.
        """
        found = [link for link in self.links("") if link.type.endswith("/officeDocument")]
        if not found:
            raise UnusableFile(f"{self.name} has no text part.", "Open it in Word and save it again.")
        return found[0].target

    def main_root(self) -> Element:
        """The text part, parsed.

        Raises:
            UnusableFile: it is not Word's, or saved in the rare strict format.
        """
        root = self.xml(self.main)
        if root.tag != f"{{{W}}}document" or root.nsmap.get("w") != W:
            strict = str(root.tag).startswith(f"{{{_STRICT}")
            hint = "Save it in Word as “Word document (*.docx)”" + (", not as Strict Open XML." if strict else ".")
            raise UnusableFile(f"{self.name} is not a Word document as Word saves it.", hint)
        return root

    def links(self, part: str) -> list[Relationship]:
        """The relationships of a part, or of the whole package where ``part`` is empty."""
        name = rels_of(part) if part else _ROOT
        if name not in self.parts:
            return []
        base = "/" + posixpath.dirname(part)
        links = []
        for element in self.xml(name).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            external = element.get("TargetMode") == "External"
            target = str(element.get("Target") or "")
            if not external:
                target = posixpath.normpath(posixpath.join(base, target)).lstrip("/")
            links.append(Relationship(str(element.get("Id")), str(element.get("Type")), target, external))
        return links

    def linked(self, part: str, kind: str) -> list[str]:
        """The parts that a part links to under relationships of this kind ("styles", "header")."""
        found = (link.target for link in self.links(part) if link.type.endswith(f"/{kind}") and not link.external)
        return [target for target in found if target in self.parts]

    def drop_links(self, part: str, *kinds: str) -> None:
        """Take away relationships of these kinds, and the parts inside the file that they lead to."""
        kept: list[Relationship] = []
        gone: list[Relationship] = []
        for link in self.links(part):
            (gone if link.type.rpartition("/")[2] in kinds else kept).append(link)
        if gone:
            self.put(rels_of(part) if part else _ROOT, links_xml(kept, part))
            for link in gone:
                if not link.external:
                    self.parts.pop(link.target, None)
                    self.packed.pop(link.target, None)
                    self.changed.pop(link.target, None)

    def put(self, part: str, content: bytes) -> None:
        """Set the content of a part."""
        self.parts[part] = content
        self.changed[part] = content

    def put_content_types(self) -> None:
        """Declare the types of what documents may add, drop those of parts that are gone, and turn .dotx into .docx."""
        pictures = {extension: f"image/{extension}" for extension in ("png", "jpeg")}
        root = self.xml(CONTENT_TYPES_PART)
        types = {"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
        types["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        for one in list(root):
            part = str(one.get("PartName") or "")
            if part and part.lstrip("/") not in self.parts and part not in types:
                root.remove(one)
            if one.get("ContentType") == _TEMPLATE:
                one.set("ContentType", _MAIN)
            types.pop(part, None)
        more = {part.lstrip("/"): kind for part, kind in types.items()}
        self.put(CONTENT_TYPES_PART, with_types(to_bytes(root), pictures, more))


def with_types(declared: bytes, extensions: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    """The list of content types with those of more file extensions and more parts.

    An extension that is declared keeps its type.
    """
    root = etree.fromstring(declared, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    known = {str(one.get("Extension")).lower() for one in root if one.get("Extension")}
    for extension, kind in extensions.items():
        if extension not in known:
            root.insert(0, _type("Default", "Extension", extension, kind))
    for part, kind in parts.items():
        root.append(_type("Override", "PartName", f"/{part}", kind))
    return to_bytes(root)


def _type(tag: str, attribute: str, of: str, kind: str) -> Element:
    made = etree.Element(f"{{{CONTENT_TYPES}}}{tag}")
    made.set(attribute, of)
    made.set("ContentType", kind)
    return made


def rels_of(part: str) -> str:
    """The name of the part that holds the relationships of another."""
    return posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")


def links_xml(links: list[Relationship], part: str) -> bytes:
    """The relationships of a part as XML."""
    base = posixpath.dirname(part)
    made = []
    for link in links:
        target = link.target if link.external else posixpath.relpath(f"/{link.target}", f"/{base}")
        mode = ' TargetMode="External"' if link.external else ""
        made.append(
            f'<Relationship Id="{in_attribute(link.id)}" Type="{in_attribute(link.type)}"'
            f' Target="{in_attribute(target)}"{mode}/>'
        )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{"".join(made)}</Relationships>'.encode()


def to_bytes(root: Element) -> bytes:
    """A part as Word expects it."""
    return (DECLARATION + etree.tostring(root, encoding="unicode")).encode()
