"""How fast a template is rendered, against plain docxtpl and against the least any program could do.

Run: ``python -m tests.benchmarks.rendering [--shipped] [--rounds N]``

The two engines render the same template with the same data in turn, in rounds, warm; medians are compared, and the
text of their documents is compared first. The floor is the same XML made by plain string formatting and zipped.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from svcdocs.shipped import doc_template
from svcdocs.word import Template
from svcdocs.word.contents import find_contents
from svcdocs.word.names import remove
from svcdocs.word.outline import text_of
from svcdocs.word.zipping import Member, pack, unpack, write
from tests.word.bench_plan import plan, template
from tests.word.plain_docxtpl import render_plain, render_wrapped, wrapped

SIZES = {"small": (30, 40), "large": (300, 400)}
BARS = {"small": 8.0, "large": 5.0}
_WARM_UPS = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Medians in milliseconds."""

    docxtpl: float
    ours: float
    floor: float
    bytes: int

    @property
    def ratio(self) -> float:
        """How many times faster than docxtpl."""
        return self.docxtpl / self.ours

    @property
    def floor_ratio(self) -> float:
        """How many times faster than docxtpl anything could be."""
        return self.docxtpl / self.floor


def compare(template_bytes: bytes, context: Any, rounds: int = 15) -> Comparison:
    """Render one context with both engines and with the floor, in interleaved rounds.

    Raises:
        AssertionError: the engines do not print the same text.
    """
    compiled = Template.compile(template_bytes, type(context), name="bench.docx")
    ours = compiled.render(context)
    theirs = render_plain(template_bytes, context)
    assert words(ours) == words(theirs), "the engines print different text"
    names = wrapped(context)  # what docxtpl needs done to the data is not held against it
    ways: dict[str, Callable[[], object]] = {
        "docxtpl": lambda: render_wrapped(template_bytes, names),
        "ours": lambda: compiled.render(context),
        "floor": floor(ours),
    }
    taken = _interleaved(ways, rounds)
    return Comparison(taken["docxtpl"], taken["ours"], taken["floor"], len(ours))


def words(document: bytes) -> list[str]:
    """The text of a document, line by line, without blank lines and contents, which docxtpl leaves as they were."""
    parts, _ = unpack(document, "document.docx")
    root = etree.fromstring(parts["word/document.xml"])
    while (found := find_contents(root)) is not None and found[0]:
        for paragraph in found[0]:
            remove(paragraph)
    parts["word/document.xml"] = etree.tostring(root)
    plain = write(pack(name, content) for name, content in parts.items())
    return [line for line in text_of(plain).splitlines() if line.strip()]


def shipped(actions: int, indicators: int) -> tuple[bytes, Any]:
    """The service plan's own template, and the sample plan of the documents' tests grown to this many rows."""
    from tests.documents import samples

    context = samples.context()
    group = context.groups[0]
    share = -(-actions // 4)
    grown = tuple(itertools.islice(itertools.cycle(group.rows), share))
    groups = (dataclasses.replace(group, rows=grown),) * 4
    rows = tuple(itertools.islice(itertools.cycle(context.indicators), indicators))
    return doc_template("service-plan").read_bytes(), dataclasses.replace(context, groups=groups, indicators=rows)


def floor(document: bytes) -> Callable[[], bytes]:
    """The least work that gives this document: its text put between its XML, compressed, and zipped."""
    parts, packed = unpack(document, "floor.docx")
    pieces = parts["word/document.xml"].decode().split("</w:t>")
    form = "%s</w:t>".join("" for _ in pieces)
    constant: dict[str, Member] = dict(packed)

    def write_it() -> bytes:
        xml = form % tuple(pieces[:-1])
        return write({**constant, "word/document.xml": pack("word/document.xml", xml.encode())}.values())

    return write_it


def _interleaved(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + _WARM_UPS):
        for name, way in ways.items():
            gc.collect()
            start = time.perf_counter()
            way()
            if turn >= _WARM_UPS:
                taken[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def main(arguments: list[str] | None = None) -> int:
    """Print the ratios; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shipped", action="store_true", help="the service plan's own template, not the made one")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    missed = False
    for size, (actions, indicators) in SIZES.items():
        made = (template(), plan(actions, indicators))
        source, context = shipped(actions, indicators) if options.shipped else made
        found = compare(source, context, options.rounds)
        missed |= found.ratio < BARS[size]
        sys.stdout.write(
            f"{size}: docxtpl {found.docxtpl:.1f} ms, svcdocs {found.ours:.1f} ms, floor {found.floor:.1f} ms: "
            f"{found.ratio:.1f} times docxtpl (bar {BARS[size]:g}; "
            f"floor {found.floor_ratio:.1f}); {found.bytes // 1000} kB\n"
        )
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
