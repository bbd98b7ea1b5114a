"""Numbers under the digits of a number format: ``0``, ``#,##0.00``, ``0%``, ``0.00E+00``, and the words among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

Token = tuple[str, str]

_HANDLED = frozenset({"literal", "digit", "mark", "exponent"})

_PLAIN = frozenset({"literal", "digit", "mark"})
_NOT_PLAIN = frozenset({("mark", "/"), ("mark", "@")})
_EXACT = 1e11
"""Numbers below it show all their decimals as they are: two of them more would still be within fifteen digits."""
_WORD = "w"
"""Stands for a literal, whatever its length, so that a place in the pattern is the place of a token."""
_DIGITS = re.compile(r"([w%]*)(#*(?:(,)##)?0(?:\.(0+))?)([w%]*)")


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the digits of a format stand: before the point, after it, in the exponent; and how the number is scaled."""

    whole: int
    decimals: int
    grouped: bool
    scale: int


@dataclass(frozen=True, slots=True)
class PlainDigits:
    """Nearly every format there is: some words, digits in one row (perhaps in thousands, with decimals), some words."""

    before: str
    after: str
    grouped: bool
    decimals: int
    step: Decimal
    scale: int

    def show(self, value: Decimal, *, signed: bool) -> str:
        """The number as ``show_number`` shows it, in a tenth of the time."""
        rounded = abs(value).scaleb(self.scale).quantize(self.step, ROUND_HALF_UP)
        digits = f"{rounded:,f}" if self.grouped else f"{rounded:f}"
        return self._around(digits, negative=signed and value < 0)

    def show_exactly(self, value: float, *, signed: bool) -> str | None:
        """A number that has no more decimals than are shown; None for one that has to be rounded or scaled."""
        size = abs(value)
        if self.scale or size >= _EXACT:
            return None
        shortest = repr(size)
        decimals = shortest.partition(".")[2]
        if (len(decimals) > self.decimals and decimals != "0") or "e" in shortest:
            return None
        digits = f"{size:,.{self.decimals}f}" if self.grouped else f"{size:.{self.decimals}f}"
        return self._around(digits, negative=signed and value < 0)

    def _around(self, digits: str, *, negative: bool) -> str:
        sign = "-" if negative and any(digit in digits for digit in "123456789") else ""
        return f"{sign}{self.before}{digits}{self.after}".strip()


def plain_digits(tokens: Sequence[Token]) -> PlainDigits | None:
    """The tokens of a section as plain digits; None where they are more than that."""
    if any(kind not in _PLAIN for kind, _ in tokens) or any(token in _NOT_PLAIN for token in tokens):
        return None
    match = _DIGITS.fullmatch("".join(text if kind != "literal" else _WORD for kind, text in tokens))
    if match is None:
        return None
    start, end = match.span(2)
    before, after = ("".join(text for _, text in part) for part in (tokens[:start], tokens[end:]))
    if any(character.isdigit() for character in before + after):
        return None  # whether a number that is rounded to nothing keeps its sign looks at these as well
    percent = sum(1 for token in tokens if token == ("mark", "%"))
    decimals = len(match[4] or "")
    return PlainDigits(before, after, match[3] == ",", decimals, Decimal(1).scaleb(-decimals), 2 * percent)


def show_number(tokens: Sequence[Token], value: Decimal, *, signed: bool) -> str | None:
    """The number in the digits of one section; None where the section holds what is not shown here (fractions).

    ``signed`` says that the section itself has no sign of its own, so a negative number gets a minus in front.
    """
    if any(kind not in _HANDLED for kind, _ in tokens) or _is_fraction(tokens):
        return None
    at = next((place for place, (kind, _) in enumerate(tokens) if kind == "exponent"), None)
    if at is None:
        shown = _fixed(tokens, abs(value))
    else:
        shown = _scientific(tokens[:at], tokens[at], tokens[at + 1 :], abs(value))
    # What is rounded to zero has no sign left.
    return f"-{shown}" if signed and value < 0 and any(digit in shown for digit in "123456789") else shown


def _is_fraction(tokens: Sequence[Token]) -> bool:
    slashes = [place for place, token in enumerate(tokens) if token == ("mark", "/")]
    return any(any(kind == "digit" for kind, _ in tokens[place:]) for place in slashes)


def _shape(tokens: Sequence[Token]) -> _Shape:
    point = next((place for place, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))
    before = [place for place, (kind, _) in enumerate(tokens[:point]) if kind == "digit"]
    after = [place for place in range(point, len(tokens)) if tokens[place][0] == "digit"]
    commas = [place for place, token in enumerate(tokens) if token == ("mark", ",")]
    last = after[-1] if after else (before[-1] if before else -1)
    end_of_whole = before[-1] if before else -1
    grouped = any(before and before[0] < place < end_of_whole for place in commas)
    thousands = sum(1 for place in commas if place > last or end_of_whole < place < point)
    percent = sum(1 for token in tokens if token == ("mark", "%"))
    return _Shape(len(before), len(after), grouped, 2 * percent - 3 * thousands)


def _fixed(tokens: Sequence[Token], value: Decimal) -> str:
    shape = _shape(tokens)
    if not shape.whole and not shape.decimals:
        return "".join(text for kind, text in tokens if kind == "literal" or text in "%/")
    rounded = value.scaleb(shape.scale).quantize(Decimal(1).scaleb(-shape.decimals), ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    return _fill(tokens, shape, whole.lstrip("0"), decimals)


def _fill(tokens: Sequence[Token], shape: _Shape, whole: str, decimals: str) -> str:
    """Puts digits into their places, leftover ones before the first; where they run out, what the format says."""
    out: list[str] = []
    left, seen = shape.whole, 0
    for kind, text in tokens:
        if kind == "digit" and left:
            first = left == shape.whole
            out.append(_whole_digits(text, whole, left - 1, first=first, grouped=shape.grouped))
            left -= 1
        elif kind == "digit":
            kept = decimals[seen:]
            out.append(kept[0] if kept.strip("0") or text == "0" else {"#": "", "?": " "}[text])
            seen += 1
        elif text == "." and kind == "mark":
            out.append((whole if not shape.whole else "") + ".")
        elif kind == "literal" or text in "%/":
            out.append(text)
    return "".join(out)


def _whole_digits(sign: str, whole: str, after: int, *, first: bool, grouped: bool) -> str:
    """The digit with ``after`` more places to its right, or at the first place that digit and all before it."""
    end = len(whole) - after
    digits = whole[: max(end, 0)] if first else whole[max(end - 1, 0) : max(end, 0)]
    if not digits:
        digits = {"0": "0", "#": "", "?": " "}[sign]
    if not grouped or not digits.isdigit():
        return digits
    width = after + len(digits)
    return "".join(digit + _comma(width - place - 1) for place, digit in enumerate(digits))


def _comma(right: int) -> str:
    """The comma after a digit that has so many digits to its right."""
    return "," if right and right % 3 == 0 else ""


def _scientific(mantissa: Sequence[Token], sign: Token, exponent: Sequence[Token], value: Decimal) -> str:
    shape = _shape(mantissa)
    step = max(shape.whole, 1)
    power = value.adjusted() if value else 0
    power = power // step * step if step > 1 else power
    digits = value.scaleb(-power).quantize(Decimal(1).scaleb(-shape.decimals), ROUND_HALF_UP)
    if digits >= 10**step:
        power += step
        digits = digits.scaleb(-step).quantize(Decimal(1).scaleb(-shape.decimals), ROUND_HALF_UP)
    mark = "-" if power < 0 else ("+" if sign[1].endswith("+") else "")
    width = sum(1 for kind, _ in exponent if kind == "digit")
    rest = "".join(text for kind, text in exponent if kind == "literal")
    whole, _, decimals = f"{digits:f}".partition(".")
    return f"{_fill(mantissa, shape, whole.lstrip('0'), decimals)}E{mark}{abs(power):0{width}d}{rest}"
