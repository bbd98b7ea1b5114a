"""Word templates at work: the council's own or the built-in one, compiled once for all the documents of a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svcdocs.commands.opening import bytes_of
from svcdocs.documents.catalogue import DOCUMENTS, Document
from svcdocs.documents.covers import Cover
from svcdocs.errors import SvcdocsError
from svcdocs.outputs import Output, sha256_of
from svcdocs.project import Project
from svcdocs.shipped import doc_template
from svcdocs.word.accent import with_accent
from svcdocs.word.faults import TemplateErrors
from svcdocs.word.template import Template


@dataclass(frozen=True, slots=True)
class Ready:
    """A template ready to print: its file as an input of what it prints, by name and SHA-256."""

    document: Document
    template: Template
    inputs: dict[str, str]

    def print(self, context: Any, page_numbers: Mapping[str, int] | None = None) -> bytes:
        """The document of one context. ``page_numbers`` are those of its contents, by the bookmarks of headings."""
        return self.template.render(context, self.document.properties(context), page_numbers)


@dataclass(frozen=True, slots=True)
class Print:
    """A document that can be printed: its name, its inputs, and what prints it with the pages of its headings.

    ``cover`` is what its cover says, where it is a document that goes out for reading and signature.
    """

    name: str
    inputs: Mapping[str, str]
    printed: Callable[[Mapping[str, int]], bytes]
    cover: Cover | None = None

    def whole(self) -> Output:
        """The document as it is written where nobody knows its pages."""
        return Output(self.name, self.printed({}), self.inputs)


@dataclass(frozen=True, slots=True)
class Paged:
    """Documents as they are to be written, and how many pages each has by its name: about, or counted in its PDF."""

    outputs: tuple[Output, ...]
    pages: Mapping[str, int]
    has_pdfs: bool = False


def ready(project: Project | None, name: str) -> Ready:
    """The template of a document, compiled: the council's own, where there is a cycle and it has one.

    Raises:
        SvcdocsError: it asks for what its document does not offer, or cannot be read. All of it is told.
    """
    document = DOCUMENTS[name]
    own = project.own_doc_template(name) if project else None
    path = own or doc_template(name)
    content = with_accent(bytes_of(path), project.accent if project else "", path.name)
    try:
        template = Template.compile(content, document.context, path.name)
    except TemplateErrors as error:
        first, *others = error.faults
        told, more = str(first), f" (and {len(others)} more)" if others else ""
        hint = f"see `svcdocs template check {path}`"
        raise SvcdocsError(f"the Word template {path.name} cannot be used: {told}{more}", hint) from error
    shown = project.name_of(own) if project and own else f"built-in {path.name}"
    return Ready(document, template, {shown: sha256_of(content)})


def pdf_name(document: str) -> str:
    """What the PDF of a document is called."""
    return f"{document.removesuffix('.docx')}.pdf"


def pdf_inputs(document: str, plain: bytes, inputs: Mapping[str, str]) -> dict[str, str]:
    """What the PDF of a document is made from: what that is made from, and the document itself.

    ``plain`` is the document as it is printed where nobody knows its pages, for these make no other of it.
    """
    return {**inputs, document: sha256_of(plain)}


def name_in_output(project: Project, path: Path) -> str:
    """What a document is called in the output folder."""
    return path.relative_to(project.output_dir).as_posix()
