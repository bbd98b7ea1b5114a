"""The accessibility checker: what the law asks of a published Word document and its XML can show.

The regulations for public sector bodies ask for WCAG 2.2 AA; each rule names its criterion. Not seen: contrast inside
pictures, and whether words are well chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.inspection import layout_rules, letter_rules, picture_rules, structure_rules, table_rules
from tests.inspection.opened import Fault, Opened

Rule = Callable[[Opened], Iterator[Fault]]

MADE_BY_US: tuple[Rule, ...] = (
    structure_rules.title_and_language,
    structure_rules.headings,
    structure_rules.typed_headings,
    table_rules.heading_rows,
    table_rules.whole_tables,
    table_rules.whole_rows,
    table_rules.said_cells,
    picture_rules.pictures,
    picture_rules.links,
    layout_rules.blank_paragraphs,
    layout_rules.pages,
    layout_rules.leftovers,
    letter_rules.contrast,
    letter_rules.sizes,
    letter_rules.looks,
)
"""What depends on templates and on how we print, whatever the workbooks say."""

SAID_BY_TEAMS: tuple[Rule, ...] = (
    structure_rules.typed_lists,
    layout_rules.layout_by_characters,
    letter_rules.words,
)
"""What the words of a workbook can do too: a document from hostile text is not held to these."""


def accessibility(data: bytes, *, hostile: bool = False) -> list[Fault]:
    """All that keeps a document from being read by everybody."""
    opened = Opened(data)
    rules = MADE_BY_US if hostile else (*MADE_BY_US, *SAID_BY_TEAMS)
    return [fault for rule in rules for fault in rule(opened)]
