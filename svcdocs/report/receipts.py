"""A receipt as a text that the policy officer reads, and sends to whoever the return came from."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from svcdocs.model.findings import Severity
from svcdocs.model.receipts import FiguresReceived, Receipt

_MANY = 12
"""Of more lines of one kind than this, only the first are shown on a screen, and how many more there are."""


def receipt_lines(receipt: Receipt, most: int = _MANY) -> Iterator[str]:
    """The receipt for the policy officer, a line each, without line ends; of what there is much of, only ``most``."""
    yield from _lines(receipt, most, receipt.for_officer)


def receipt_text(receipt: Receipt) -> str:
    """The receipt as a file to be sent back, whole: UTF-8 text that every mail program shows."""
    return "\n".join(_lines(receipt, sys.maxsize)) + "\n"


def _lines(receipt: Receipt, most: int, beside: Sequence[str] = ()) -> Iterator[str]:
    yield f"{receipt.contributor}: version {receipt.version}, received {receipt.received}, from {receipt.file}"
    yield from (f"  {note}" for note in (*receipt.notes, *beside))
    yield from _list("Two copies differ; the first of each stands until somebody decides", receipt.clashes, most)
    yield from _list("What arrived", [str(each) for each in receipt.sheets] or ["nothing"], most)
    if receipt.empty:
        yield f"  Still blank: {'; '.join(receipt.empty)}"
    yield from _list("Not read", receipt.ignored, most)
    yield from _list("Kept and printed as written, though it says no date, figure or sum", receipt.as_written, most)
    if receipt.figures:
        yield from _figures(receipt.figures, receipt.since, most)
    yield from _list("Given a reference for life, as they had none", receipt.given, most)
    yield f"  Ready to send: {receipt.declared or 'not said yet'}"
    if receipt.message:
        yield f"  They say: {' '.join(receipt.message.split())}"
    if receipt.since:
        yield from _list(f"Changed since {receipt.since}", receipt.changes or ["nothing"], most)
    counted = [f"{count} {Severity(name).asks}" for name, count in (receipt.findings or {}).items() if count]
    yield f"  What the checks found: {', '.join(counted) or 'nothing to put right'}"


def _figures(figures: FiguresReceived, since: str, most: int) -> Iterator[str]:
    """The control totals, what is in none, and old and new of what is another than before."""
    told = figures.tallies
    are = "is a total that is" if told.totals == 1 else "are totals that are"
    totals = f", of which {told.totals:,} {are} in no sum" if told.totals else ""
    about = "; ".join(
        part for part in (told.version, f"in {told.unit}" if told.unit else "", f"{told.lines:,} lines{totals}") if part
    )
    yield from _list(f"Control totals, to be ticked off ({about})", [str(one) for one in told.tallies], most)
    yield from _list("In no control total", [str(one) for one in told.left_out], most)
    yield from _list(f"Control totals that have changed since {since}", [str(one) for one in figures.moved], most)
    yield from _list(f"Figures that have changed since {since}", [str(one) for one in figures.changes], most)
    yield from _list("Sentences that these figures contradict, and those before did not", figures.contradicted, most)


def _list(head: str, lines: Sequence[str], most: int) -> Iterator[str]:
    if not lines:
        return
    yield f"  {head}:"
    yield from (f"    {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"    and {len(lines) - most:,} more"
