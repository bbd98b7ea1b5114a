"""The verb template: what a Word template may print, and what in it cannot be printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from svcdocs.commands.opening import bytes_of
from svcdocs.commands.template_fields import Printable, printables
from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.errors import SvcdocsError
from svcdocs.project import SETTINGS_FILE, Project
from svcdocs.shipped import doc_templates
from svcdocs.word.faults import TemplateFault
from svcdocs.word.second_reader import docxtpl_objection
from svcdocs.word.template import check


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """A template's faults, and what plain docxtpl objects to it; empty where it can read it as well."""

    faults: tuple[TemplateFault, ...]
    objection: str


def check_templates(files: tuple[Path, ...], document: str = "") -> dict[str, CheckedTemplate]:
    """What is wrong with each template, by its path.

    Without ``files``, with those of the cycle in the current folder; outside a cycle, with the built-in ones.

    ``document`` names the document a template is for, where its file name does not.

    Raises:
        SvcdocsError: a file cannot be read, or does not say which document it is for.
    """
    given = files or _in_use()
    return {str(path): _checked(path, DOCUMENTS[_document(path, document)].context) for path in given}


def template_fields(document: str = "") -> dict[str, tuple[Printable, ...]]:
    """Everything the template of a document may print, by the document; without one, of all.

    Raises:
        SvcdocsError: there is no such document.
    """
    wanted = (_document(Path(document), ""),) if document else tuple(DOCUMENTS)
    return {name: printables(name) for name in wanted}


def _in_use() -> tuple[Path, ...]:
    """The template each document is printed with here."""
    built_in = {name: path for name, path in doc_templates().items() if name in DOCUMENTS}
    if not Path(SETTINGS_FILE).is_file():
        return tuple(built_in.values())
    project = Project.open(Path())
    return tuple(project.own_doc_template(name) or path for name, path in built_in.items())


def _checked(path: Path, context: type) -> CheckedTemplate:
    content = bytes_of(path)
    faults = tuple(check(content, context, path.name))
    return CheckedTemplate(faults, "" if faults else docxtpl_objection(content))


def _document(path: Path, document: str) -> str:
    name = document or path.stem
    if name not in DOCUMENTS:
        raise SvcdocsError(
            f"{name} is not the name of a document",
            f"name the file after its document, or say --for: {', '.join(DOCUMENTS)}",
        )
    return name
