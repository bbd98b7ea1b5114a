"""The supporting information of an action: what it needs, yields and risks, each behind a label of its own."""

from __future__ import annotations

from svcdocs.documents.formats import behind_label, filled, lines
from svcdocs.documents.setting import Setting
from svcdocs.documents.shared import shared_with
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Text
from svcdocs.model.words import DEFAULT, Words


def is_left_out(text: Text, words: Words) -> bool:
    """Whether a field says in so many words that it is not to be printed: "Leave out", or the council's word for it."""
    return folded(text.plain) in (folded(words.leave_out), folded(DEFAULT.leave_out))


def unless_left_out(text: Text, words: Words) -> Text:
    """The text; nothing where it says that it is not to be printed."""
    return Text() if is_left_out(text, words) else text


def supporting_information(action: Action, setting: Setting) -> Text:
    """The five fields in their order. What is left out is not there at all; what is blank says that it is not given."""
    words = setting.words
    fields = (
        (words.resources_required, Text(blocks=(*action.resources.blocks, *shared_with(action, setting)))),
        (words.outputs_produced, action.outputs),
        (words.outcomes, action.outcome),
        (words.risks_to_it, action.risk),
        (words.services_affected, action.help_needed),
    )
    shown = (
        behind_label(label, filled(text, words.not_given)) for label, text in fields if not is_left_out(text, words)
    )
    return Text(blocks=tuple(item for blocks in shown for item in blocks)) or lines([words.dash])
