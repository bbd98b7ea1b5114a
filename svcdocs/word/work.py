"""The work on one document: what is counted, collected and fetched while its parts are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.word import charts, diagrams
from svcdocs.word.blocks import Host, content, indents, item, kept_with_next
from svcdocs.word.charts import Chart
from svcdocs.word.columns import fit
from svcdocs.word.contents import Contents, Heading, text_of_xml, written
from svcdocs.word.diagrams import Diagram
from svcdocs.word.kept import with_rows_kept
from svcdocs.word.numbering import Counters, Lists
from svcdocs.word.pictures import Picture, drawing

_SHOWN: Final = re.compile(
    "<w:(?:t|tab|br|cr|sym|drawing|pict|object|fldChar|noBreakHyphen|footnoteReference|endnoteReference)[ />]"
)
_ENDS: Final = ("</w:p>", "<w:p/>")
_CONTENT: Final = re.compile("<w:(?:p|tbl|sdt)[ />]")
_SETUP: Final = re.compile("<w:sectPr(?:[^>]*/>|[ >].*?</w:sectPr>)", re.DOTALL)


@dataclass(slots=True)
class Work:
    """One document in the making.

    The methods are called by the functions that templates are compiled to; ``o`` is always the list of strings that
    the part at hand is written into.
    """

    lists: Lists
    hosts: Sequence[Host]
    contents: Sequence[Contents]
    counters: Counters
    last_id: int
    first_file: int
    part: str = ""
    headings: list[Heading] = field(default_factory=list)
    pictures: dict[str, tuple[str, Picture]] = field(default_factory=dict)
    """By fingerprint: the name of its file, and the picture."""
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each part, the relationships to pictures by fingerprint."""
    charts: dict[str, Chart] = field(default_factory=dict)
    """By the name of the file of each: one a place, for Word does not let two places share one."""
    charted: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each part, the relationships to its charts by file."""
    _awaited: list[tuple[list[str], int, Contents]] = field(default_factory=list)
    _heading: tuple[int, str, str, int] = (0, "", "", 0)
    _section: int = 0
    """Where the section at hand begins among the strings of the body."""
    _break: int | None = None
    """Where the paragraph begins that ended the section before it."""

    def next_id(self) -> int:
        """An id nothing else in the document has."""
        self.last_id += 1
        return self.last_id

    def contents_at(self, o: list[str], index: int) -> None:
        """Keep a place for the contents, which are known when all headings are written."""
        self._awaited.append((o, len(o), self.contents[index]))
        o.append("")

    def fill_contents(self, pages: Mapping[str, int]) -> None:
        """Write the contents into the places kept for them."""
        for o, at, contents in self._awaited:
            o[at] = written(contents, self.headings, pages)

    def begin_heading(self, o: list[str], level: int, num: str, ilvl: int) -> None:
        """Open the bookmark of a heading; what is written from here to its end is its text."""
        number = self.next_id()
        name = f"_Toc{number:09}"
        o.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
        self._heading = (level, name, self.counters.next(num, ilvl) if num else "", len(o))

    def end_heading(self, o: list[str]) -> None:
        """Close the bookmark of a heading and note its text."""
        level, name, label, start = self._heading
        text = text_of_xml("".join(o[start:]))
        o.append(f'<w:bookmarkEnd w:id="{int(name[4:])}"/>')
        if text:
            self.headings.append(Heading(level, name, text, label))

    def blocks(self, text: Text, index: int) -> str:
        """Block text as paragraphs. Raises TypeError for anything else."""
        if not isinstance(text, Text):
            raise TypeError(f"{type(text).__name__} is no block text")
        host = self.hosts[index]
        self.lists.begin(indents(text, host))
        # A row of a table is kept whole anyway.
        kept = kept_with_next(text.blocks, last=host.keeps_next) if host.headings else ()
        return "".join([self._block(block, host, keep=place in kept) for place, block in enumerate(text.blocks)])

    def _block(self, block: Block, host: Host, *, keep: bool) -> str:
        if block.kind is BlockKind.PARAGRAPH:
            return f"{host.kept if keep else host.paragraph}{content(block.runs, host.looks)}</w:p>"
        if block.kind is BlockKind.OWED:
            return f"{host.owed}{content(block.runs, host.looks)}</w:p>"
        if block.kind is not BlockKind.HEADING:
            return item(block, host, self.lists, keep=keep)
        if not host.headings:
            bold = [run.model_copy(update={"bold": True}) for run in block.runs]
            return f"{host.paragraph}{content(bold, host.looks)}</w:p>"
        step = min(block.level, len(host.headings) - 1)
        opening, num, ilvl = host.headings[step]
        o = [opening]
        self.begin_heading(o, host.first_heading + step, num, ilvl)
        # A heading looks as its style says: bold from the cell it was typed in would only disturb that.
        o.append(content(block.runs, ("",) * 4))
        self.end_heading(o)
        return "".join((*o, "</w:p>"))

    def picture(self, shown: Picture | Chart | Diagram) -> str:
        """A picture, a chart or a diagram within the text of a run. Raises TypeError for anything else."""
        match shown:
            case Picture():
                drawn = self._picture(shown)
            case Chart():
                drawn = self._chart(shown)
            case Diagram():
                drawn = diagrams.drawing(shown, self.next_id)
            case _:
                raise TypeError(f"{type(shown).__name__} is no picture")
        return f'</w:t>{drawn}<w:t xml:space="preserve">'

    def _picture(self, picture: Picture) -> str:
        file, _ = self.pictures.setdefault(
            picture.fingerprint,
            (f"word/media/svcdocs{self.first_file + len(self.pictures)}.{picture.format}", picture),
        )
        used = self.used.setdefault(self.part, {})
        relationship = used.setdefault(file, f"rIdSvcdocs{self.first_file + len(used)}")
        return drawing(picture, self.next_id(), relationship)

    def _chart(self, chart: Chart) -> str:
        place = self.first_file + len(self.charts)
        file = f"word/charts/svcdocs{place}.xml"
        self.charts[file] = chart
        relationship = f"rIdSvcdocsChart{place}"
        self.charted.setdefault(self.part, {})[file] = relationship
        return charts.drawing(chart, self.next_id(), relationship)

    def keep_paragraph(self, o: list[str], blank: str) -> None:
        """At the end of a cell: add a blank paragraph unless the cell ends with one, as Word demands."""
        at = len(o) - 1
        while not o[at]:
            at -= 1
        if not o[at].endswith(_ENDS):
            o.append(blank)

    def drop_blank(self, o: list[str], start: int, body: int) -> None:
        """Take back a paragraph that shows nothing, because no condition in it held."""
        if not any(_SHOWN.search(text) for text in o[body:]):
            del o[start:]

    def fit_columns(self, o: list[str], start: int, total: int) -> None:
        """Share out the width of a table among the columns that were written."""
        o[start:] = [fit("".join(o[start:]), total)]

    def keep_rows(self, o: list[str], start: int) -> None:
        """Keep low rows at either end of a table together."""
        o[start:] = [with_rows_kept("".join(o[start:]))]

    def drop_without(self, o: list[str], start: int, wanted: str) -> None:
        """Take back a table that has no row, or a row that has no cell: Word refuses either."""
        if not any(f"{wanted} " in text or f"{wanted}>" in text for text in o[start:]):
            del o[start:]

    def begin_sections(self, o: list[str]) -> None:
        """At the beginning of the text, where its first section begins."""
        self._section, self._break = len(o), None

    def end_section(self, o: list[str], start: int) -> None:
        """Behind the paragraph of a section break, which begins at ``start``: take both back if nothing is between."""
        if self._holds_nothing(o, start) and not any(_SHOWN.search(text) for text in o[start:]):
            del o[self._section :]
        else:
            self._section, self._break = len(o), start

    def end_sections(self, o: list[str], start: int) -> None:
        """Behind the set-up of the last section, which begins at ``start``: if it is blank, the one before it is last.

        The paragraph of that one's break stays where the text would otherwise end with a table.
        """
        if self._break is None or not self._holds_nothing(o, start):
            return
        paragraph = "".join(o[self._break : self._section])
        setup = _SETUP.search(paragraph)
        assert setup is not None
        rest = paragraph[: setup.start()] + paragraph[setup.end() :]
        before = next((text for text in reversed(o[: self._break]) if text), "")
        is_needed = _SHOWN.search(rest) or not before.endswith(_ENDS)
        o[self._break :] = [rest, setup.group()] if is_needed else [setup.group()]

    def _holds_nothing(self, o: list[str], end: int) -> bool:
        """Whether the section at hand has nothing in it up to there, nor the place of contents."""
        if any(written is o and at >= self._section for written, at, _ in self._awaited):
            return False
        return not any(_CONTENT.search(text) for text in o[self._section : end])
