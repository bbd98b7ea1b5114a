"""A Word template: checked and compiled once, rendered for every set of data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from svcdocs.errors import UnusableFile
from svcdocs.word.charts import (
    CHART_LINK,
    CHART_TYPE,
    SHEET_ID,
    SHEET_LINK,
    SHEET_TYPE,
    Chart,
    chart_xml,
    sheet_bytes,
)
from svcdocs.word.checking import Checked, check_template, unusable
from svcdocs.word.contract import Field, fields_of
from svcdocs.word.faults import TemplateErrors, TemplateFault
from svcdocs.word.missing import EXPECTED, explained
from svcdocs.word.package import CONTENT_TYPES_PART, Package, Relationship, links_xml, rels_of, with_types
from svcdocs.word.program import Program, compile_part, compile_text
from svcdocs.word.properties import Properties, core_xml, custom_xml
from svcdocs.word.sheet import Step
from svcdocs.word.speech import styles_spoken_in
from svcdocs.word.tags import Tag
from svcdocs.word.work import Work
from svcdocs.word.zipping import Member, in_order, pack, write

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CUSTOM_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_OURS = re.compile(r"svcdocs(\d+)", re.IGNORECASE)
_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"


def check(source: Path | str | bytes, context: type, name: str = "") -> list[TemplateFault]:
    """Everything that is wrong with a template for this context, in reading order; nothing when it can be used."""
    data, name = _read(source, name)
    try:
        return check_template(data, context, name).faults
    except UnusableFile as error:
        return [unusable(name, error)]


class Template:
    """A template ready to render. Make one with ``Template.compile``; it can be used any number of times."""

    def __init__(self, checked: Checked, context: type) -> None:
        self.name, self.context = checked.name, context
        self._checked = checked
        self._programs = {part: compile_part(sheet) for part, sheet in checked.sheets.items()}
        self._core = _text_programs(checked, checked.core)
        self._custom = _text_programs(checked, checked.custom)
        self._app = {part: compile_text(part, xml, _property_steps(checked)) for part, xml in checked.app.items()}
        self._first_file = _free_number(checked.package)
        self._constant = _constant_members(checked, set(self._programs))
        self._spoken: dict[str, dict[str, Member]] = {}

    @classmethod
    def compile(cls, source: Path | str | bytes, context: type, name: str = "") -> Template:
        """Check a template and compile it.

        Args:
            source: the .docx, as a path or as bytes.
            context: the class of the data: a dataclass or pydantic model.
            name: what messages call it; by default the name of the file.

        Raises:
            TemplateErrors: something is wrong with it; the error holds all of it at once.
        """
        data, name = _read(source, name)
        try:
            checked = check_template(data, context, name)
        except UnusableFile as error:
            raise TemplateErrors([unusable(name, error)]) from error
        if checked.faults:
            raise TemplateErrors(checked.faults)
        return cls(checked, context)

    def fields(self) -> list[Field]:
        """All names a template of this context may use, with their kind and what is written about them."""
        return list(fields_of(self.context))

    def names_used(self) -> frozenset[str]:
        """The names this template uses, as paths in which "[]" stands for each item of a list in turn."""
        sheets = [*self._checked.sheets.values(), *([self._checked.properties] if self._checked.properties else [])]
        tags = [step for sheet in sheets for step in sheet.steps if isinstance(step, Tag) and step.expression]
        return frozenset(pattern for tag in tags if tag.expression for pattern in tag.expression.patterns)

    def render(
        self, context: Any, properties: Properties | None = None, page_numbers: Mapping[str, int] | None = None
    ) -> bytes:
        """Write a document.

        Args:
            context: the data, of the class the template was compiled for.
            properties: title, language and so on; what is empty is taken from the template.
            page_numbers: the page of each heading by the bookmark that ``contents_of`` tells; without a number an
                entry of the contents has none.

        Raises:
            RenderError: a value that is printed is missing or of the wrong kind.
            TypeError: ``context`` is not of the class the template was compiled for.
        """
        if not isinstance(context, self.context):
            raise TypeError(f"{self.name} prints a {self.context.__name__}, not a {type(context).__name__}")
        work = self._work()
        written = {part: self._run(program, context, work, part) for part, program in self._programs.items()}
        work.fill_contents(page_numbers or {})
        filled = (properties or Properties()).over(
            self._texts(self._core, context, work), self._texts(self._custom, context, work)
        )
        members = self._constant | self._styles(filled.language)
        for part, texts in written.items():
            members[part] = pack(part, "".join(texts).encode())
        self._add_numbering(members, work)
        self._add_pictures(members, work)
        for part, xml in self._texts(self._app, context, work).items():
            members[part] = pack(part, xml.encode())
        members[_CORE] = pack(_CORE, core_xml(filled))
        members[_CUSTOM] = pack(_CUSTOM, custom_xml(filled.custom))
        return write(in_order(members))

    def _styles(self, language: str) -> dict[str, Member]:
        """The styles in the language of the document, where the template is in another; made once for each."""
        if language not in self._spoken:
            told = styles_spoken_in(self._checked.package, language)
            self._spoken[language] = {part: pack(part, content) for part, content in told.items()}
        return self._spoken[language]

    def _work(self) -> Work:
        checked = self._checked
        return Work(
            checked.numbering.begin(),
            checked.hosts,
            checked.contents,
            checked.counters.fresh(),
            checked.ids.last,
            self._first_file,
        )

    def _run(self, program: Program, context: Any, work: Work, part: str) -> list[str]:
        work.part = part
        texts: list[str] = []
        try:
            program.run(context, work, texts)
        except EXPECTED as error:
            told = explained(error, program)
            if told is None:
                raise
            raise told from error
        return texts

    def _texts(self, programs: Mapping[str, Program], context: Any, work: Work) -> dict[str, str]:
        return {name: "".join(self._run(program, context, work, "")) for name, program in programs.items()}

    def _add_numbering(self, members: dict[str, Member], work: Work) -> None:
        if work.lists.nums:
            name = self._checked.numbering_name
            members[name] = pack(name, self._checked.numbering.written(work.lists))

    def _add_pictures(self, members: dict[str, Member], work: Work) -> None:
        for name, picture in work.pictures.values():
            members[name] = pack(name, picture.data)
        for name, chart in work.charts.items():
            _add_chart(members, name, chart)
        for part in dict.fromkeys((*work.used, *work.charted)):
            links = [
                *self._checked.package.links(part),
                *(Relationship(id_, _IMAGE, file) for file, id_ in work.used.get(part, {}).items()),
                *(Relationship(id_, CHART_LINK, file) for file, id_ in work.charted.get(part, {}).items()),
            ]
            members[rels_of(part)] = pack(rels_of(part), links_xml(links, part))
        if work.charts:
            types = with_types(
                self._checked.package.parts[CONTENT_TYPES_PART],
                {"xlsx": SHEET_TYPE},
                dict.fromkeys(work.charts, CHART_TYPE),
            )
            members[CONTENT_TYPES_PART] = pack(CONTENT_TYPES_PART, types)


def _add_chart(members: dict[str, Member], name: str, chart: Chart) -> None:
    """The two parts of a chart: how it is drawn, and its sheet beside it."""
    sheet = name.replace("/charts/", "/embeddings/").replace(".xml", ".xlsx")
    links = links_xml([Relationship(SHEET_ID, SHEET_LINK, sheet)], name)
    for part, content in ((name, chart_xml(chart)), (rels_of(name), links), (sheet, sheet_bytes(chart))):
        members[part] = pack(part, content)


def _read(source: Path | str | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "template.docx"
    path = Path(source)
    return path.read_bytes(), name or path.name


def _text_programs(checked: Checked, texts: Mapping[str, str]) -> dict[str, Program]:
    steps = _property_steps(checked)
    return {name: compile_text("properties", text, steps) for name, text in texts.items()}


def _property_steps(checked: Checked) -> list[Tag | Step]:
    return checked.properties.steps if checked.properties else []


def _free_number(package: Package) -> int:
    """The first number for files and relationships of ours: a document of ours may come back as a template."""
    links = (link.id for part in package.parts for link in package.links(part))
    taken = (_OURS.search(name) for name in (*package.parts, *links))
    return 1 + max((int(match.group(1)) for match in taken if match), default=0)


def _constant_members(checked: Checked, written: Iterable[str]) -> dict[str, Member]:
    """What is the same in every document, compressed once: parts as they were in the template, and those tidied."""
    package = checked.package
    _link_properties(package)
    package.put_content_types()
    members = dict(package.packed)
    members |= {part: pack(part, content) for part, content in package.changed.items()}
    for part in (*written, _CORE, _CUSTOM):
        members.setdefault(part, pack(part, b""))
    return members


def _link_properties(package: Package) -> None:
    """See that the package leads to the properties, under the names we write them."""
    wanted = {"core-properties": (_CORE, _CORE_LINK), "custom-properties": (_CUSTOM, _CUSTOM_LINK)}
    package.drop_links("", *wanted)
    links = package.links("")
    links += [Relationship(f"rIdSvcdocs{n}", kind, part) for n, (part, kind) in enumerate(wanted.values(), 1)]
    package.put("_rels/.rels", links_xml(links, ""))
    for part, _ in wanted.values():
        package.put(part, b"")
