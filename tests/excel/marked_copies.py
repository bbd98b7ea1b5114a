"""The law of marked copies: but for the marks a copy is the workbook, part by part."""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from svcdocs.excel.cells import place
from svcdocs.excel.our_marks import LIST_NAME, OPENS

_NEW = frozenset({"worksheet", "comments", "xml", "styleSheet", "Relationships"})
"""What a part is that marking may put in: by its root element."""
_ROWS = "{*}sheetData/{*}row"
_BOXES = "{urn:schemas-microsoft-com:vml}shape"
_ANCHOR = "{urn:schemas-microsoft-com:office:excel}Anchor"


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def assert_differs_only_by_marks(book: bytes, copy: bytes) -> None:
    """Holds a marked copy against its original: byte for byte where nothing had to be put in, else piece by piece."""
    before, after = parts(book), parts(copy)
    assert before.keys() <= after.keys()
    for name in before:
        if before[name] != after[name]:
            _held(_tree(before[name]), _tree(after[name]), name)
    for name in after.keys() - before.keys():
        assert _kind(_tree(after[name])) in _NEW, name


def complaints(content: bytes, validator: str) -> Counter[str]:
    """What Microsoft's validator says of a workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(content)
        environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False, env=environment)
    told = json.loads(done.stdout)["errors"]
    return Counter(f"{one.get('description')} {one.get('path')}" for one in told)


def _held(before: etree._Element, after: etree._Element, name: str) -> None:
    """One part that was changed, taken back piece by piece until it is what it was."""
    match _kind(before):
        case "worksheet":
            _take_marks_out(before, after)
        case "comments":
            _take_notes_out(before, after)
        case "styleSheet":
            _take_styles_out(before, after)
        case "xml":
            _take_boxes_out(before, after)
        case "workbook":
            sheets = after.find("{*}sheets")
            assert sheets is not None
            assert sheets[-1].get("name", "").startswith(LIST_NAME)
            sheets.remove(sheets[-1])
        case "Types" | "Relationships":
            _drop_what_came(before, after)
        case kind:
            raise AssertionError(f"{name} ({kind}) is nothing that a mark needs")
    assert _shape(after) == _shape(before), name


def _take_marks_out(before: etree._Element, after: etree._Element) -> None:
    _take_blank_cells_out(before, after)
    for one in (before, after):
        for item in one.iterfind("{*}dimension"):
            item.attrib.clear()
        for row in one.iterfind(_ROWS):
            row.attrib.pop("spans", None)
            for cell in row:
                cell.attrib.pop("s", None)
    for link in list(after.iterfind("{*}hyperlinks/*")):
        if LIST_NAME in link.get("location", ""):
            _remove(link)
    made = [name for name in ("hyperlinks", "legacyDrawing", "sheetData") if before.find(f"{{*}}{name}") is None]
    for item in [item for name in made for item in after.findall(f"{{*}}{name}")]:
        assert not len(item)
        _remove(item)


def _take_blank_cells_out(before: etree._Element, after: etree._Element) -> None:
    """Takes out cells and rows that came with the marks; they hold nothing."""
    cells = {cell.get("r") for row in before.iterfind(_ROWS) for cell in row}
    rows = {row.get("r") for row in before.iterfind(_ROWS)}
    for row in list(after.iterfind(_ROWS)):
        for cell in [cell for cell in row if cell.get("r") not in cells]:
            assert not len(cell)
            row.remove(cell)
        if row.get("r") not in rows:
            assert not len(row)
            _remove(row)


def _take_notes_out(before: etree._Element, after: etree._Element) -> None:
    authors = len(list(before.iterfind("{*}authors/*")))
    for author in list(after.iterfind("{*}authors/*"))[authors:]:
        _remove(author)
    theirs = {place(note.get("ref", "")): note for note in before.iter("{*}comment")}
    for note in list(after.iter("{*}comment")):
        mine = theirs.get(place(note.get("ref", "")))
        if mine is None:
            assert OPENS in _words(note)
            _remove(note)
        elif _words(note) != _words(mine):
            assert _words(note).startswith(f"{_words(mine)}\n\n{OPENS}" if _words(mine).strip() else OPENS)
            for one in (mine, note):
                for text in one.findall("{*}text"):
                    one.remove(text)


def _take_styles_out(before: etree._Element, after: etree._Element) -> None:
    for name in ("fonts", "fills", "cellXfs", "borders", "cellStyleXfs"):
        old, new = before.find(f"{{*}}{name}"), after.find(f"{{*}}{name}")
        assert new is not None
        for item in list(new)[len(old) if old is not None else 0 :]:
            new.remove(item)
        for group in (old, new):
            if group is not None:
                group.attrib.pop("count", None)
                if not len(group):
                    _remove(group)


def _take_boxes_out(before: etree._Element, after: etree._Element) -> None:
    known = {shape.get("id") for shape in before.iter(_BOXES)}
    for shape in list(after.iter(_BOXES)):
        if shape.get("id") not in known:
            _remove(shape)
    for one in (before, after):
        for item in (*one.iter(_ANCHOR), *one.iter("{urn:schemas-microsoft-com:office:office}idmap")):
            item.clear()


def _drop_what_came(before: etree._Element, after: etree._Element) -> None:
    known = {_shape(item) for item in before}
    for item in list(after):
        if _shape(item) not in known:
            after.remove(item)


def _remove(item: etree._Element) -> None:
    parent = item.getparent()
    assert parent is not None
    parent.remove(item)


def _tree(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(remove_comments=True, remove_pis=True, recover=True))


def _kind(root: etree._Element) -> str:
    return etree.QName(root).localname


def _words(note: etree._Element) -> str:
    return "".join(item.text or "" for item in note.iter("{*}t"))


def _shape(element: etree._Element) -> tuple[object, ...]:
    """An element as it counts: not by its prefixes, nor by the blanks between elements."""
    text = element.text or ""
    tail = (element.tail or "").strip()
    attributes = tuple(sorted((str(key), str(value)) for key, value in element.attrib.items()))
    held = tuple(_shape(item) for item in element)
    return str(element.tag), attributes, text if text.strip() or not held else "", held, tail
