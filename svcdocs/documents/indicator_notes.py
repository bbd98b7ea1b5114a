"""What is to know of indicators beyond their table: how figures are worked out, and results too few for a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import block, labelled, plain
from svcdocs.documents.indicators import short_name
from svcdocs.documents.setting import Setting
from svcdocs.model.service_plan import Indicator
from svcdocs.model.text import Block, Text

_FEW = 4
"""A column that fewer than one in so many rows fill is worth no room."""


@dataclass(frozen=True, slots=True)
class IndicatorNote:
    """What is to know about the figures of one indicator."""

    name: str
    """Its reference; its wording where it has none."""
    text: Text
    """How it is worked out, why the target was chosen, from where it is green or red, where the figures come from."""


def results_are_few(indicators: Sequence[Indicator]) -> bool:
    """Whether so few indicators of a table have past results that a column of them would be all but blank."""
    return 0 < _FEW * sum(any(row.results.values()) for row in indicators) < len(indicators)


def without_results(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The indicators as their table shows them where the few results are told in the notes."""
    return tuple(row.model_copy(update={"results": {}}) for row in indicators)


def indicator_notes(
    indicators: Iterable[Indicator], setting: Setting, *, with_results: bool
) -> tuple[IndicatorNote, ...]:
    """A note for each indicator of which more is said than the table holds; ``with_results`` its past results too."""
    notes, words = [], setting.words
    for row in indicators:
        blocks = (
            *row.method.blocks,
            *labelled(words.why_target, row.why_target),
            *labelled(words.threshold, plain(row.thresholds)),
            *labelled(words.source, plain(row.source)),
            *(_results(row, setting) if with_results else ()),
        )
        if blocks:
            notes.append(IndicatorNote(short_name(row, setting), Text(blocks=blocks)))
    return tuple(notes)


def _results(row: Indicator, setting: Setting) -> Iterator[Block]:
    """Past results in a sentence; nothing where there are none."""
    words = setting.words
    told = [words.year.format(year=year, value=value.text.strip()) for year, value in row.results.items() if value]
    if told:
        yield block(words.results_told.format(figures="; ".join(told)))
