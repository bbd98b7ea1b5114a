"""A workbook's package being changed: parts read, replaced, added and removed, all others copied byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from urllib.parse import quote

from lxml import etree

from svcdocs.excel.package import BadPartError, Link, Package, links_in, parse_xml, part_key

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINKS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Patch:
    """A package on its way to be another: what is put or removed here is in ``to_bytes``, and nothing else differs."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._new: dict[str, tuple[str, bytes | None]] = {}
        self._trees: dict[str, etree._Element] = {}

    @property
    def relationships(self) -> str:
        """The namespace of relationships in this workbook, which differs in the strict form."""
        types = self._package.read("_rels/.rels") if self._package.has("_rels/.rels") else b""
        return _STRICT if _STRICT.encode() in types else _USUAL

    def has(self, part: str) -> bool:
        """Whether there is such a part by now."""
        if part_key(part) in self._new:
            return self._new[part_key(part)][1] is not None
        return self._package.has(part)

    def read(self, part: str) -> bytes:
        """The bytes of a part as they are by now. Raises BadPartError."""
        if part_key(part) in self._new:
            content = self._new[part_key(part)][1]
            if content is None:
                raise BadPartError(f"{part} is absent")
            return content
        return self._package.read(part)

    def tree(self, part: str, *, salvage: bool = False) -> etree._Element:
        """The root element of a part; changes to it count once it is ``put``. Raises BadPartError."""
        if part_key(part) not in self._trees:
            data = self.read(part)
            try:
                self._trees[part_key(part)] = parse_xml(data, part)
            except BadPartError:
                if not salvage:
                    raise
                self._trees[part_key(part)] = parse_xml(data, part, salvage=True)
        return self._trees[part_key(part)]

    def put(self, part: str, root: etree._Element, content_type: str = "") -> None:
        """Gives a part another content; a new one is declared with its type."""
        is_new = not self.has(part)
        self._trees[part_key(part)] = root
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        # A part that was removed goes behind the others again, as one that was never there.
        if self._new.get(part_key(part), ("", b""))[1] is None:
            del self._new[part_key(part)]
        self._new[part_key(part)] = (self._name(part), data)
        if is_new and content_type:
            self._declare(part, content_type)

    def remove(self, part: str) -> None:
        """Takes a part out, with its relationships and the declaration of its type."""
        for name in (part, _links_of(part)):
            if self.has(name):
                self._new.pop(part_key(name), None)
                self._new[part_key(name)] = (name, None)
                self._trees.pop(part_key(name), None)
        types = self.tree(_TYPES)
        for item in types.findall(f"{_TYPES_SPACE}Override"):
            if part_key(item.get("PartName", "")) == part_key(part):
                types.remove(item)
                self.put(_TYPES, types)

    def free(self, pattern: str) -> str:
        """The first name of a form ("xl/comments{}.xml") that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def links(self, part: str) -> Mapping[str, Link]:
        """The relationships of a part as they are by now, by their id; internal ones only."""
        name, folder = _links_of(part), posixpath.dirname(part)
        if not self.has(name):
            return {}
        return dict(links_in(self.tree(name), folder))

    def link(self, part: str, kind: str, target: str) -> str:
        """Leads from a part to another, and gives back the id of that relationship."""
        name = _links_of(part)
        root = self.tree(name) if self.has(name) else etree.Element(f"{{{_LINKS}}}Relationships", nsmap={None: _LINKS})
        # What a part names and is not there must stay so: it would lead to a part of ours.
        named = self.tree(part).xpath("//@r:id", namespaces={"r": self.relationships}) if self.has(part) else ()
        taken = {item.get("Id", "").casefold() for item in root} | {str(each).casefold() for each in named}
        number = 1
        while f"rid{number}" in taken:
            number += 1
        item = etree.SubElement(root, f"{{{_LINKS}}}Relationship")
        item.set("Id", f"rId{number}")
        item.set("Type", f"{self.relationships}/{kind}")
        item.set("Target", _address(posixpath.relpath(target, posixpath.dirname(part) or ".")))
        self.put(name, root, "" if self._is_default("rels") else _LINKS_TYPE)
        return f"rId{number}"

    def unlink(self, part: str, identity: str) -> None:
        """Takes a relationship out; where it was the last, the part that holds them too."""
        name = _links_of(part)
        root = self.tree(name)
        for item in [item for item in root if item.get("Id") == identity]:
            root.remove(item)
        if len(root):
            self.put(name, root)
        else:
            self.remove(name)

    def default(self, extension: str, content_type: str) -> None:
        """Declares the type of all parts with an extension, where it is not declared yet."""
        if not self._is_default(extension):
            types = self.tree(_TYPES)
            item = etree.Element(f"{_TYPES_SPACE}Default")
            item.set("Extension", extension)
            item.set("ContentType", content_type)
            types.insert(len(types.findall(f"{_TYPES_SPACE}Default")), item)
            self.put(_TYPES, types)

    def to_bytes(self) -> bytes:
        """The package as a file, the same bytes every time: parts in the order they had, new ones behind them."""
        out = io.BytesIO()
        left = dict(self._new)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for key, info in self._package.members.items():
                _, content = left.pop(key, ("", b"")) if key in left else ("", self._package.read(info.filename))
                if content is not None and not info.is_dir():
                    _write(target, info.filename, content, info)
            for name, content in left.values():
                if content is not None:
                    _write(target, name, content, None)
        return out.getvalue()

    def _name(self, part: str) -> str:
        info = self._package.members.get(part_key(part))
        return info.filename if info else _address(part)

    def _declare(self, part: str, content_type: str) -> None:
        types = self.tree(_TYPES)
        item = etree.SubElement(types, f"{_TYPES_SPACE}Override")
        item.set("PartName", f"/{_address(part)}")
        item.set("ContentType", content_type)
        self.put(_TYPES, types)

    def _is_default(self, extension: str) -> bool:
        items = self.tree(_TYPES).findall(f"{_TYPES_SPACE}Default")
        return any(item.get("Extension", "").casefold() == extension for item in items)


def child_at(root: etree._Element, order: tuple[str, ...], name: str) -> etree._Element:
    """The child of that name, made where there is none; ``order`` are the names that stand before it and its own."""
    space = str(root.tag).removesuffix(etree.QName(root).localname)
    found = root.find(f"{space}{name}")
    if found is None:
        found = etree.Element(f"{space}{name}")
        before = [number for number, child in enumerate(root) if etree.QName(child).localname in order]
        root.insert(before[-1] + 1 if before else 0, found)
    return found


def _links_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _address(part: str) -> str:
    """The name of a part as a package writes it."""
    return quote(part, safe="/[]")


def _write(target: zipfile.ZipFile, name: str, content: bytes, like: zipfile.ZipInfo | None) -> None:
    info = zipfile.ZipInfo(name, like.date_time if like else _EPOCH)
    if like:
        info.external_attr = like.external_attr
    target.writestr(info, content, zipfile.ZIP_DEFLATED)
