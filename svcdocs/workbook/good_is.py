"""Which way is good for an indicator, by what else stands on its row: what is offered where the answer is a slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from svcdocs.excel.cells import Cell
from svcdocs.model.polarity import HIGH, LOW, MEANS, polarity_of_run, polarity_suggested
from svcdocs.model.targets import TargetKind, TargetMeaning, read_target
from svcdocs.workbook.choices import Answers

_FIGURES = (TargetKind.NUMBER, TargetKind.PERCENT)


def said_of_good(typed: str, row: Mapping[str, Cell], answers: Answers) -> str:
    """What to do about a slip under "Good is": the answer that fits the row, and what each of them means.

    ``row`` has the cells of the row by the key of their column.
    """
    near = answers.nearest(typed)
    fits, why = _fitting(row)
    first = fits if near in MEANS and fits else near
    offered = ", ".join(_with_meaning(answer, answers) for answer in answers.offered)
    if not first:
        return f"Choose one of: {offered}."
    asked = f"Did you mean {_with_meaning(first, answers, quoted=True)}? Then type that"
    if first == near:
        return f"{asked}; otherwise choose one of: {offered}."
    other = _with_meaning(near, answers, quoted=True)
    look = "the figures" if why != _BY_NAME else "the name"
    return f"{why} {asked}; if it is {other}, type that and see whether {look} can stand; or choose one of: {offered}."


_BY_TARGETS = {HIGH: "The targets of this row rise.", LOW: "The targets of this row fall."}
_BY_RESULT = {
    HIGH: "The target of this row is higher than its last result.",
    LOW: "The target of this row is lower than its last result.",
}
_BY_NAME = "By its name, one would want less of it."


def _fitting(row: Mapping[str, Cell]) -> tuple[str, str]:
    """What the row speaks for, and how: the run of its targets, else its last result, else its name."""
    targets = _figures(row, "targets ")
    if way := polarity_of_run(targets):
        return way, _BY_TARGETS[way]
    relations = [Decimal(0), *_relations(row)]
    if way := polarity_of_run(relations):
        return way, _BY_TARGETS[way]
    before = _figures(row, "results ") or _figures(row, "baseline")
    if targets and (way := polarity_of_run([*before[-1:], targets[0]])):
        return way, _BY_RESULT[way]
    name = row.get("name")
    return (polarity_suggested(name.text) if name else ""), _BY_NAME


def _figures(row: Mapping[str, Cell], begins: str) -> list[Decimal]:
    """The figures of a family of columns by their years; none where they are not all counted alike."""
    read = [one for one in _read(row, begins) if one.kind in _FIGURES and not one.doubtful]
    return [one.value for one in read if one.value is not None] if len({one.kind for one in read}) == 1 else []


def _relations(row: Mapping[str, Cell]) -> list[Decimal]:
    """The changes from the baseline that are aimed for."""
    read = _read(row, "targets ")
    return [one.value for one in read if one.kind is TargetKind.FROM_BASELINE and one.value is not None]


def _read(row: Mapping[str, Cell], begins: str) -> Sequence[TargetMeaning]:
    return [read_target(row[key].text) for key in sorted(row) if key == begins or key.startswith(f"{begins.strip()} ")]


def _with_meaning(answer: str, answers: Answers, *, quoted: bool = False) -> str:
    shown = answers.in_their_words(answer)
    means = f" ({MEANS[answer]})" if answer in MEANS else ""
    return f"'{shown}'{means}" if quoted else f"{shown}{means}"
