"""Everything that the Word template of each document may print, as the contexts declare it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.model.corporate_words import CORPORATE
from svcdocs.word.contract import Field, fields_of

_WORDS = "words."
_OWN_WORD = "Printed by the document of its own accord; the sheet “Our words” changes it."
_HOW = {"block text": "{{p %s }}", "yes or no": "{%% if %s %%} … {%% endif %%}", "picture": "{{ %s }}"}


@dataclass(frozen=True, slots=True)
class Printable:
    """One name a template may use: its path, in which "[]" stands for each item of a list, and what is told of it.

    ``write`` is the tag as it is typed in Word, ``example`` what is then printed where the document says it of its own
    accord.
    """

    path: str
    kind: str
    may_be_missing: bool
    meaning: str
    write: str
    example: str


def printables(document: str) -> tuple[Printable, ...]:
    """All that the template of a document of the catalogue may print, in the order in which it is declared."""
    return tuple(_printable(field) for field in fields_of(DOCUMENTS[document].context))


def fields_page() -> str:
    """The list for all documents as Markdown; the words, which are the same in every document, once at the end."""
    lines = ["# What the Word templates may print", "", *_OPENING]
    words: dict[str, Printable] = {}
    for document in DOCUMENTS:
        told = printables(document)
        words |= {one.path: one for one in told if one.path.startswith(_WORDS)}
        lines += ["", f"## {document}.docx", "", *_table([one for one in told if not one.path.startswith(_WORDS)])]
    return "\n".join([*lines, "", "## Words", "", *_table(list(words.values()))]) + "\n"


_OPENING = (
    "Made from the same declaration that documents are printed from; `svcdocs template fields` prints it too.",
    "",
    "- `[]` stands for each item of a list in turn: loop over the list, as in `{%p for one in sections %}` and",
    "  `{%p endfor %}` in paragraphs of their own, `{%tr … %}` in table rows of their own.",
    "- Inside a loop its item has the name you give it: here always `one`.",
    "- What may be missing is printed under a condition, or with other words: `{{ one.note or 'None' }}`.",
)


def _printable(field: Field) -> Printable:
    name = field.path.removeprefix(_WORDS) if field.path.startswith(_WORDS) else ""
    meaning = " ".join(field.doc.split()) or (_OWN_WORD if name else "")
    example = str(getattr(CORPORATE, name, "")) if name else ""
    return Printable(field.path, field.kind, field.optional, meaning, _written(field), example)


def _written(field: Field) -> str:
    """The tag that uses a name, inside the loops that its path goes through."""
    *loops, last = field.path.split("[]")
    name = f"one{last}" if loops else last
    if field.kind.startswith("list of"):
        return f"{{%p for one in {name} %}} … {{%p endfor %}}"
    if field.kind in _HOW or set(field.kind.split(" or ")) <= {"text", "number"}:
        return _HOW.get(field.kind, "{{ %s }}") % name
    return ""


def _table(fields: list[Printable]) -> Iterator[str]:
    yield "| Name | Kind | Meaning | Write | Example |"
    yield "|---|---|---|---|---|"
    for one in fields:
        kind = f"{one.kind}, may be missing" if one.may_be_missing else one.kind
        write = f"`{one.write}`" if one.write else ""
        cells = (f"`{one.path}`", kind, _in_a_cell(one.meaning), write, _in_a_cell(one.example))
        yield f"| {' | '.join(cells)} |"


def _in_a_cell(text: str) -> str:
    return text.replace("|", "\\|")
