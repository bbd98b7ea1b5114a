"""The notes of a sheet being changed: ours written, below somebody's own where there is one, and taken out again."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from svcdocs.excel.cells import column_letters, place
from svcdocs.excel.our_marks import NOTE, OPENS
from svcdocs.excel.patch_package import Patch
from svcdocs.excel.spec import MAX_TEXT
from svcdocs.excel.strings import namespace
from svcdocs.excel.xml_text import escaped, fitting, units

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONT = '<rPr><sz val="10"/><color indexed="81"/><rFont val="Arial"/><family val="2"/></rPr>'


class Notes:
    """The notes of one sheet as a tree."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._space = namespace(root)

    @classmethod
    def none_yet(cls, sheet: etree._Element) -> Notes:
        """Notes of a sheet that has none, in the namespace of its part."""
        space = etree.QName(sheet).namespace or ""
        root = etree.Element(f"{{{space}}}comments", nsmap={None: space})
        etree.SubElement(root, f"{{{space}}}authors")
        etree.SubElement(root, f"{{{space}}}commentList")
        return cls(root)

    def write(self, where: tuple[int, int], words: str, author: str) -> str:
        """Writes a note, below what a note there says already; gives back all it says now.

        "" where its owner's own words leave no room.
        """
        note = self._at(where)
        if note is None:
            note = etree.SubElement(self._list("commentList"), f"{self._space}comment")
            note.set("ref", f"{column_letters(where[1])}{where[0]}")
            note.set("authorId", str(self._author(author)))
            etree.SubElement(note, f"{self._space}text")
        text = note.find(f"{self._space}text")
        if text is None:
            text = etree.SubElement(note, f"{self._space}text")
        theirs = "".join(item.text or "" for item in text.iter(f"{self._space}t"))
        room = MAX_TEXT - units(theirs) - 2
        ours = fitting(words, room)
        if not ours:
            return ""
        self._as_runs(text)
        self._run(text, ("\n\n" if theirs.strip() else "") + ours)
        return theirs + ours

    def drop_ours(self) -> list[tuple[int, int]]:
        """Takes ours out of every note; the cells whose notes are gone by that."""
        gone = []
        for note in list(self.root.iter(f"{self._space}comment")):
            items = [item for item in note.iter(f"{self._space}t") if not self._is_spoken(item)]
            whole = "".join(item.text or "" for item in items)
            if OPENS not in whole:
                continue
            self._cut(items, whole)
            parent, where = note.getparent(), place(note.get("ref", ""))
            if parent is not None and not "".join(item.text or "" for item in items).strip():
                parent.remove(note)
                if where:
                    gone.append(where)
        return gone

    @property
    def is_blank(self) -> bool:
        """Whether there is no note."""
        return next(self.root.iter(f"{self._space}comment"), None) is None

    def _cut(self, items: Collection[etree._Element], whole: str) -> None:
        spans = [match.span() for match in NOTE.finditer(whole)]
        at = 0
        for item in items:
            text = item.text or ""
            kept = "".join(
                letter
                for number, letter in enumerate(text, at)
                if not any(first <= number < last for first, last in spans)
            )
            at += len(text)
            if kept == text:
                continue
            item.text = kept
            run = item.getparent()
            if not kept and run is not None and run.tag == f"{self._space}r" and run.getparent() is not None:
                run.getparent().remove(run)  # type: ignore[union-attr]

    def _is_spoken(self, item: etree._Element) -> bool:
        parent = item.getparent()
        return parent is not None and parent.tag == f"{self._space}rPh"

    def _at(self, where: tuple[int, int]) -> etree._Element | None:
        notes = self.root.iter(f"{self._space}comment")
        return next((note for note in notes if place(note.get("ref", "")) == where), None)

    def _author(self, name: str) -> int:
        authors = self._list("authors")
        names = [item.text or "" for item in authors]
        if name not in names:
            etree.SubElement(authors, f"{self._space}author").text = escaped(name)
            return len(names)
        return names.index(name)

    def _list(self, name: str) -> etree._Element:
        found = self.root.find(f"{self._space}{name}")
        if found is None:
            found = etree.Element(f"{self._space}{name}")
            self.root.insert(0 if name == "authors" else len(self.root), found)
        return found

    def _as_runs(self, text: etree._Element) -> None:
        """A text that is one plain stretch becomes one of one run, so that another can follow."""
        plain = text.find(f"{self._space}t")
        if plain is not None:
            run = etree.Element(f"{self._space}r")
            plain.addprevious(run)
            run.append(plain)

    def _run(self, text: etree._Element, words: str) -> None:
        run = etree.Element(f"{self._space}r")
        font = etree.fromstring(_FONT)
        for item in font.iter():
            item.tag = f"{self._space}{item.tag!s}"
        run.append(font)
        part = etree.SubElement(run, f"{self._space}t")
        part.text = escaped(words)
        part.set(_XML_SPACE, "preserve")
        runs = text.findall(f"{self._space}r")
        if runs:
            runs[-1].addnext(run)
        else:
            text.insert(0, run)


def threads_of(patch: Patch, part: str) -> frozenset[tuple[int, int]]:
    """The cells of a sheet with a conversation in place of a note. Raises BadPartError."""
    roots = [patch.tree(link.target) for link in patch.links(part).values() if link.kind == "threadedComment"]
    return frozenset(where for root in roots for item in root if (where := place(item.get("ref", ""))))


def notes_part(patch: Patch, part: str) -> str:
    """The part with the notes of a sheet, also one that is not in the file; "" where the sheet has none."""
    return next((link.target for link in patch.links(part).values() if link.kind == "comments"), "")
