"""The annex of short forms, with what each stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from svcdocs.documents.beside import Front, front_of
from svcdocs.documents.corporate_actions import Style
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.short_forms import ShortForm


@dataclass(frozen=True, slots=True)
class ShortFormRow:
    """A short form."""

    short: str
    """The short form itself."""
    meaning: str
    """What it stands for."""


@dataclass(frozen=True, slots=True)
class AnnexGlossaryContext(Front):
    """All that the annex of short forms prints."""

    rows: tuple[ShortFormRow, ...]
    """The short forms that are used, in the order of the alphabet."""
    unexplained: str
    """In a draft, a sentence with the short forms that nothing says in full yet; empty where there are none."""


def annex_glossary_context(view: CorporateView, style: Style, shorts: Iterable[ShortForm]) -> AnnexGlossaryContext:
    """Lay out the annex of short forms. ``shorts`` are those that are used, without a meaning where none was found."""
    every, words = tuple(shorts), style.words
    unknown = ", ".join(one.short for one in every if not one.meaning)
    return AnnexGlossaryContext(
        **front_of(style, view, words.annex_glossary).fields(),
        rows=short_form_rows(every),
        unexplained=words.annex_unexplained.format(shorts=unknown) if unknown and style.setting.draft else "",
    )


def short_form_rows(shorts: Iterable[ShortForm]) -> tuple[ShortFormRow, ...]:
    """A row for each short form whose meaning is known."""
    return tuple(ShortFormRow(one.short, one.meaning) for one in shorts if one.meaning)
