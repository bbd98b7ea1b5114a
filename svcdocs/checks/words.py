"""The council's own words: each row of the sheet Our words is about a word of ours, and no two are about one."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.model.corporate_words import every_word
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import OurWord
from svcdocs.model.terms import term_key
from svcdocs.model.words import filled_in

UNKNOWN_WORD = Rule(
    "word-unknown",
    "A row of the sheet Our words names no word of ours",
    WARNING,
    WARNING,
    "officer",
    message=(
        "A row of the sheet Our words has something under 'Our word' that is not one of the words printed, so the "
        "row changes nothing."
    ),
    remedy="Correct what stands under 'Our word', as the sheet had it at first; or delete the row.",
    example=Example(
        "Framework/Our words | Our word: councl action | Your word: commitment",
        "Framework/Our words | Our word: council action | Your word: commitment",
    ),
)
BRACES = Rule(
    "word-filled-in",
    "A sentence of the council's lacks a {name} of ours",
    WARNING,
    WARNING,
    "officer",
    message=(
        "A sentence on the sheet Our words leaves out something in {braces} that ours fills in, or has something in"
        " {braces} for which there is nothing to fill in."
    ),
    remedy="Write what stands in {braces} as ours has it under 'As we print it', each where it belongs.",
    example=Example(
        "Framework/Our words | Our word: from day | Your word: As from",
        "Framework/Our words | Our word: from day | Your word: As from {date}",
    ),
)
WORD_TWICE = Rule(
    "word-twice",
    "A word of ours has two rows on the sheet Our words",
    WARNING,
    WARNING,
    "officer",
    message=(
        "One word has two rows with a word of the council's on the sheet Our words; only the last of them counts."
    ),
    remedy="Keep one of the rows and delete the others.",
    example=Example(
        "Framework/Our words | Our word: council action | Your word: commitment\n"
        "Framework/Our words | Our word: council action | Your word: pledge",
        "Framework/Our words | Our word: council action | Your word: pledge",
    ),
)


def unknown_words(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a row of the sheet Our words that is about no word of ours, and so changes nothing."""
    known = every_word()
    for row in cycle.framework.words:
        if row.term.strip() and term_key(row.term) not in known and _says_something(row):
            hint = did_you_mean(row.term, known, "Delete the row.")
            message = f"'{in_short(row.term)}' is not one of our words, so its row changes nothing."
            yield Hit(UNKNOWN_WORD, message, hint, record=row, field="term")


def words_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a word of ours that has a second row with a word of the council's; the last of them counts."""
    first: set[str] = set()
    for row in cycle.framework.words:
        if not (row.term.strip() and _says_something(row)):
            continue
        if term_key(row.term) in first:
            message = f"'{in_short(row.term)}' has a row above this one already; only the last of them counts."
            yield Hit(WORD_TWICE, message, "Keep one of the rows and delete the others.", record=row, field="term")
        first.add(term_key(row.term))


def sentences_that_fill_in_otherwise(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a sentence that leaves out something ours fills in, or asks for what ours does not have."""
    known = every_word()
    for row in cycle.framework.words:
        ours = known.get(term_key(row.term), "")
        said = {"singular": row.singular} | {f"others {name}": word for name, word in row.others.items()}
        for field, theirs in said.items() if ours else ():
            wanted, given = filled_in(ours), filled_in(theirs)
            lacks = [name for name in wanted if name not in given] if theirs.strip() else []
            strange = [name for name in given if name not in wanted]
            if lacks:
                message = (
                    f"'{in_short(theirs)}' for '{row.term}' does not say where {' and '.join(lacks)} "
                    f"{'belongs' if len(lacks) == 1 else 'belong'}, so it is put at the end."
                )
                hint = f"Write {' and '.join(lacks)} where it belongs, as in ours: '{ours}'."
                yield Hit(BRACES, message, hint, record=row, field=field)
            if strange:
                message = (
                    f"Nothing is filled in for {' and '.join(strange)} in '{in_short(theirs)}' for '{row.term}', "
                    "so it is printed as it stands."
                )
                hint = f"Take it out, or write it as in ours: '{ours}'."
                yield Hit(BRACES, message, hint, record=row, field=field)


def _says_something(row: OurWord) -> bool:
    """Whether the council has put a word of its own beside ours."""
    return any(word.strip() for word in (row.singular, row.plural, *row.others.values(), *row.others_plural.values()))
