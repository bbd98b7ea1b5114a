"""What all rows of a table say alike: it is said once above the table, and its column is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from svcdocs.model.words import Words

_FEWEST = 3
"""Of fewer rows nobody can tell whether they are alike by chance."""


def alike(columns: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """By column what each of its cells says, of those columns alone in which something stands and it is the same."""
    return {
        name: cells[0]
        for name, cells in columns.items()
        if len(cells) >= _FEWEST and cells[0].strip() and len(set(cells)) == 1
    }


def said_once(found: Mapping[str, str], labels: Mapping[str, str], sentence: str, words: Words) -> str:
    """The sentence that says so: ``sentence`` with each label and what stands under it as its facts.

    Only columns that have a label are told. Empty where there is nothing to say.
    """
    facts = (
        words.fact.format(label=label, value="; ".join(found[name].split("\n")).rstrip(". "))
        for name, label in labels.items()
        if name in found
    )
    told = "; ".join(facts)
    return sentence.format(facts=told) if told else ""
