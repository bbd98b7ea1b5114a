"""From an error while a document is written back to the tag that asked, and to the value missing in the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from svcdocs.word.expressions import Chain
from svcdocs.word.faults import RenderError
from svcdocs.word.program import CODE_NAME, Program
from svcdocs.word.tags import Tag

EXPECTED = (TypeError, AttributeError, ValueError)
"""What a value raises that is missing, or of another kind than its type says."""

_HINT = "Ask first ({% if … %}), give another value ({{ … or 'Not given' }}), or see that the data has one."


def explained(error: Exception, program: Program) -> RenderError | None:
    """The error in the reader's terms: place in the template, way through the data. None where it is a bug of ours."""
    found = _frame(error.__traceback__, program)
    if found is None:
        return None
    tag, names = found
    if not _is_ours(error.__traceback__):
        error.add_note(f"while printing {tag.typed} at {tag.place}")
        return None
    chains = tag.expression.chains if tag.expression is not None else ()
    looked = [_follow(chain, names) for chain in chains]
    # A way that ends too early cannot be meant; one whose last step is empty may have been asked about on purpose.
    empty = sorted((too_early, path) for path, value, too_early in looked if value is None)
    if empty:
        return RenderError(tag.place, empty[-1][1], "there is no value to print.", _HINT)
    if isinstance(error, AttributeError):
        return None
    for path, value, _ in looked:
        what = f"{error}." if isinstance(error, ValueError) else f"is a {type(value).__name__}, not what its type says."
        return RenderError(tag.place, path, what)
    return RenderError(tag.place, tag.typed, f"{error}.")


def _frame(trace: TracebackType | None, program: Program) -> tuple[Tag, Mapping[str, Any]] | None:
    """The tag whose line was at work, and the variables of the function at that moment."""
    while trace is not None:
        if trace.tb_frame.f_code is program.code:
            tag = program.tags.get(trace.tb_lineno)
            return None if tag is None else (tag, trace.tb_frame.f_locals)
        trace = trace.tb_next
    return None


def _is_ours(trace: TracebackType | None) -> bool:
    """Whether an error arose here, and not in a property of the data, which would be a fault of the program's."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and (trace.tb_frame.f_globals.get("__package__") == __package__ or _is_compiled(trace))


def _is_compiled(trace: TracebackType) -> bool:
    return trace.tb_frame.f_code.co_filename == CODE_NAME


def _follow(chain: Chain, names: Mapping[str, Any]) -> tuple[str, Any, bool]:
    """Go along a chain as far as it leads: the path reached, the value there, and whether it ends too early."""
    turns = defaultdict(lambda: "?", {name: str(value) for name, value in names.items() if name.startswith("i")})
    value, path = names.get(chain.root), [chain.path] if chain.path else []
    for number, step in enumerate(chain.steps, 1):
        value = getattr(value, step, None)
        path.append(step)
        if value is None:
            return ".".join(path).format_map(turns), None, number < len(chain.steps)
    return ".".join(path).format_map(turns), value, False
