"""The numbers of list items: told from a reference or from the text, so that each is printed once."""

from __future__ import annotations

import re

from svcdocs.model.text import Block, BlockKind, Run, Text, merged

_ROMAN = r"(?=[ivxl])x{0,3}(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_CORE = rf"\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]|{_ROMAN}"
_LABEL = re.compile(rf"([(\[]?)({_CORE})([.)\]]{{0,2}})")
_IN_FRONT = re.compile(r"(\d{1,2})([.)]?)\s+(?=\S)")


def as_label(ref: str) -> str:
    """The reference as the label of a list item: "1", "1.", "a)", "(iv)". Empty where it says more ("HC1").

    A bare number is given a full stop and a bare letter a bracket, as readers expect of a list.
    """
    typed = ref.strip()
    match = _LABEL.fullmatch(typed)
    if match is None or not match[2]:
        return ""
    if match[1] or match[3] or "." in match[2]:
        return typed
    return f"{typed}." if typed.isdecimal() else f"{typed})"


def label_and_text(ref: str, text: Text, otherwise: str = "") -> tuple[str, Text]:
    """The label of an item, and its words without it.

    The reference is the label where it is nothing more than one, else the number typed in front of the words, else
    ``otherwise``. A number that says something else than the reference stays among the words.
    """
    own = as_label(ref)
    if not text or text.blocks[0].kind is not BlockKind.NUMBERED:
        return own or otherwise, text
    first, *more = text.blocks
    typed = first.label
    if own and _core(own) != _core(typed):
        first = Block(runs=merged((Run(text=f"{typed} "), *first.runs)))
    else:
        own, first = typed, Block(runs=first.runs)
    return own, Text(blocks=(first, *more))


def in_brackets(ref: str) -> str:
    """A reference as it stands within brackets: without a closing one of its own that nothing opens."""
    kept, depth = [], 0
    for sign in ref.strip():
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            depth = 0
        else:
            kept.append(sign)
    return "".join(kept)


def without_number(heading: str, place: int) -> str:
    """A heading that is numbered by its place, without the number typed in front of it ("1. About", "1) About").

    A bare number is taken for one only where it is that of its place: "1 About".
    """
    match = _IN_FRONT.match(heading)
    return heading[match.end() :] if match and (match[2] or int(match[1]) == place) else heading


def _core(label: str) -> str:
    return label.strip("()[]. ").casefold()
