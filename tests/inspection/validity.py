"""The validity checker: what makes Word repair or refuse a document and Microsoft's own validator does not see."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator

from tests.inspection import package_rules, reference_rules, text_rules
from tests.inspection.opened import Fault, Opened

RULES: tuple[Callable[[Opened], Iterator[Fault]], ...] = (
    package_rules.parts,
    package_rules.content_types,
    package_rules.relationships,
    package_rules.ignorable,
    reference_rules.styles,
    reference_rules.lists,
    reference_rules.bookmarks,
    reference_rules.drawings_and_controls,
    reference_rules.notes_and_comments,
    text_rules.tables,
    text_rules.fields,
    text_rules.sections,
    text_rules.nesting,
    text_rules.characters,
    text_rules.left_of_the_template,
    text_rules.settings,
)


def validity(data: bytes, said: str = "") -> list[Fault]:
    """All that is damaged. ``said`` is what the data say: a tag that a team typed is no leftover."""
    try:
        opened = Opened(data, said)
    except zipfile.BadZipFile as error:
        return [Fault("no-package", "file", str(error))]
    return [fault for rule in RULES for fault in rule(opened)]
