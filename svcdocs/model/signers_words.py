"""The words of the page for those who sign."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.edition_words import EditionWords


@dataclass(frozen=True, slots=True)
class SignersWords(EditionWords):
    """What the page says of its own accord. Words in braces are filled in."""

    signers_heading: str = "Before you sign"
    signers_asked: str = "What you are asked to approve:"
    signers_for: str = "{who}: {area}"
    signers_pair: str = "{one} and {other}"
    signers_whole: str = "the whole plan"
    signers_actions: str = "The main actions, of {count} in all:"
    signers_all_actions: str = "All {count} actions:"
    signers_one_action: str = "The one action:"
    signers_money: str = "The money and the posts:"
    signers_sum: str = "{kind}: {figures}"
    signers_risks: str = "The main risks as things stand:"
    signers_score: str = "score {score}"
    signers_owed: str = "What is still owed to this plan:"
    signers_nothing_owed: str = "Nothing."
    signers_changed: str = "What has changed since {version}, which you have seen:"
    signers_earlier: str = "the earlier version"
    """Where that version has no name."""
    signers_added: str = "new"
    signers_removed: str = "taken out"
    signers_was: str = "{field} was ‘{before}’ and is now ‘{after}’"
    signers_now: str = "{field} is now ‘{after}’"
    signers_blank: str = "{field} was ‘{before}’ and is now blank"
    signers_fields: str = "changed in {fields}"
    signers_more_changes: str = "{count} more"
    signers_unchanged: str = "Nothing."
