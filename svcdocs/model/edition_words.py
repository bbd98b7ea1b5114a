"""The words by which a document says which edition it is, and what stands in it for what may not be published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EditionWords:
    """What the public and the internal edition of a plan say of themselves."""

    public_edition: str = "Public edition"
    internal_edition: str = "Internal edition"
    edition_label: str = "Edition"
    """On the cover, over what follows."""
    edition_whole: str = "{edition}. Nothing has been left out."
    edition_left_out: str = "{edition}. Rows and passages left out because they are not for publication: {count}."
    edition_holds: str = "{edition}. Rows and passages in it that are not for publication: {count}."
    edition_names: str = "{edition}. It names people for whom their posts stand in the public edition."
    edition_version: str = "{version} – {edition}"
    """The version of a plan that has two editions, on every page."""
    edition_title: str = "{title} ({edition})"
    """The title of such a plan in the properties of its document."""
    withheld: str = "Not for publication."
    """In the public edition, where a section or table has nothing else in it."""
    withheld_from: str = "Not for publication: {reason}"
    """In the internal edition, above each passage that the public one does not have."""
    withheld_here: str = "Not for publication"
    """The same where no reason is given."""
    withheld_to: str = "End of what is not for publication."
    unnamed_officer: str = "an officer of the council"
    """In place of a name where the person's post is not known."""
