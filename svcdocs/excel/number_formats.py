"""How Excel shows a number: the number format of its cell, applied in British English.

Source of the rules: ECMA-376 part 1, 18.8.30 (numFmts) and 18.8.31, and Excel's own behaviour where they are silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from svcdocs.excel.shown_dates import DATE_TOKEN, show_date
from svcdocs.excel.shown_numbers import PlainDigits, plain_digits, show_number

_ACCOUNTING = '_-{c}* #,##0{d}_-;\\-{c}* #,##0{d}_-;_-{c}* "-"{q}_-;_-@_-'

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"£"#,##0;\\-"£"#,##0',
    6: '"£"#,##0;[Red]\\-"£"#,##0',
    7: '"£"#,##0.00;\\-"£"#,##0.00',
    8: '"£"#,##0.00;[Red]\\-"£"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "dd\\-mmm\\-yy",
    16: "dd\\-mmm",
    17: "mmm\\-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: "dd/mm/yyyy hh:mm",
    37: "#,##0;\\-#,##0",
    38: "#,##0;[Red]\\-#,##0",
    39: "#,##0.00;\\-#,##0.00",
    40: "#,##0.00;[Red]\\-#,##0.00",
    41: _ACCOUNTING.format(c="", d="", q=""),
    42: _ACCOUNTING.format(c='"£"', d="", q=""),
    43: _ACCOUNTING.format(c="", d=".00", q="??"),
    44: _ACCOUNTING.format(c='"£"', d=".00", q="??"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats a file names by number only. Excel shows them as the reader's own country does: here, Great Britain."""

_SYSTEM_LONG_DATE = "dd mmmm yyyy"
_SYSTEM_TIME = "hh:mm:ss"

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)"
    r"|(?P<meridiem>AM/PM|A/P)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0{1,3})?|e+|g+|b+)"
    r"|(?P<digit>[0#?])"
    r"|(?P<mark>[.,%@/])"
    r"|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
}
_ZERO = 2
"""The third section of a format is the one for zero."""
_SMALLEST_IN_FULL, _LARGEST_IN_FULL = -10, 20
"""Powers of ten between which a number is written in full; Excel's formula bar draws the line there."""
_EXACT = 1e15
"""Whole numbers below it have no digit that Excel would drop."""
_FIFTEEN_AND_POINT = 16
_FIFTEEN_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)

Token = tuple[str, str]


class CannotShowError(Exception):
    """A number format, or a number under it, that this module does not show."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format; what it is, is found out once and not for each number."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None
    is_date: bool = field(init=False)
    is_general: bool = field(init=False)
    is_bare: bool = field(init=False)
    plain: PlainDigits | None = field(init=False)

    def __post_init__(self) -> None:
        general_way = any(kind == "general" for kind, _ in self.tokens) or _only_text(self)
        object.__setattr__(self, "is_general", general_way)
        object.__setattr__(self, "is_bare", len(self.tokens) == 1)
        object.__setattr__(self, "is_date", any(kind in DATE_TOKEN for kind, _ in self.tokens))
        object.__setattr__(self, "plain", None if general_way or self.is_date else plain_digits(self.tokens))

    def accepts(self, value: float) -> bool:
        return self.condition is not None and _COMPARISONS[self.condition[0]](value, self.condition[1])


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format, understood once and applied to many numbers."""

    code: str
    sections: tuple[_Section, ...]
    numeric: tuple[_Section, ...] = field(init=False)
    conditional: bool = field(init=False)

    def __post_init__(self) -> None:
        # A last section that holds "@" is for text and takes no number, negative ones included.
        for_text = len(self.sections) > 1 and _only_text(self.sections[-1])
        numeric = self.sections[: len(self.sections) - for_text][:3]
        object.__setattr__(self, "numeric", numeric)
        object.__setattr__(self, "conditional", any(section.condition for section in numeric))

    @property
    def is_date(self) -> bool:
        """Whether a number under this format is a date, a time or a duration."""
        return self.sections[0].is_date

    def show(self, value: float) -> str:
        """The number as a person sees it; dates count from 1900. Raises CannotShowError."""
        section, signed = self._section_for(value)
        if section.plain is not None:
            exact = section.plain.show_exactly(value, signed=signed)
            return section.plain.show(fifteen_digits(value), signed=signed) if exact is None else exact
        if section.is_general:
            digits = general(value if signed else abs(value))
            return digits if section.is_bare else _around(section, digits)
        if section.is_date:
            shown = show_date(section.tokens, value)
        else:
            shown = show_number(section.tokens, fifteen_digits(value), signed=signed)
        if shown is None:
            raise CannotShowError(self.code)
        return shown.strip()

    def _section_for(self, value: float) -> tuple[_Section, bool]:
        """The section that applies, and whether a minus sign is still to be shown."""
        numeric = self.numeric
        if self.conditional:
            chosen = next((section for section in numeric if section.accepts(value)), None)
            return chosen or next((s for s in numeric if s.condition is None), numeric[-1]), True
        if len(numeric) == 1 or value > 0:
            return numeric[0], True
        if value < 0:
            return numeric[1], False
        return (numeric[_ZERO] if len(numeric) > _ZERO else numeric[0]), True


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Understands a format code such as ``#,##0.00`` or ``d mmm yyyy``; an empty one is General."""
    sections: list[_Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    for match in _TOKEN.finditer(_system_format(code) or "General"):
        kind, text = match.lastgroup or "literal", match[match.lastgroup or 0] or ""
        if kind == "literal" and text == ";":
            sections.append(_Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            condition = _condition(text) or condition
            tokens.extend(_bracket(text))
        else:
            tokens.append(_simple(kind, text))
    sections.append(_Section(tuple(tokens), condition))
    return NumberFormat(code, tuple(sections))


def general(value: float) -> str:
    """A number under no format, to Excel's 15 digits: 5.0 is "5", 0.1 + 0.2 is "0.3"."""
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    shortest = repr(value)
    if len(shortest) <= _FIFTEEN_AND_POINT and "e" not in shortest:
        return shortest
    digits = fifteen_digits(value).normalize()
    if _SMALLEST_IN_FULL <= digits.adjusted() <= _LARGEST_IN_FULL:
        return f"{digits:f}"
    mantissa, _, exponent = f"{digits:E}".partition("E")
    return f"{mantissa}E{int(exponent):+03d}"


def fifteen_digits(value: float) -> Decimal:
    """A binary number as the decimal number Excel takes it for."""
    return _FIFTEEN_DIGITS.create_decimal(repr(value))


def _system_format(code: str) -> str:
    if code.upper().startswith("[$-F800]"):
        return _SYSTEM_LONG_DATE
    return _SYSTEM_TIME if code.upper().startswith("[$-F400]") else code


def _simple(kind: str, text: str) -> Token:
    if kind in {"quoted", "escaped", "literal"}:
        return "literal", text
    if kind == "space":
        return "literal", " "
    if kind == "fill":
        return "literal", ""
    if kind == "date":
        return ("unknown" if text[0] in "eEgGbB" else "date"), text.lower()
    return kind, text


def _bracket(text: str) -> list[Token]:
    if text.startswith("$"):
        return [("literal", text[1:].partition("-")[0])]
    if re.fullmatch(r"(?i)h+|m+|s+", text):
        return [("elapsed", text.lower())]
    return []


def _condition(text: str) -> tuple[str, float] | None:
    match = _CONDITION.fullmatch(text.strip())
    try:
        return (match[1], float(match[2])) if match else None
    except ValueError:
        return None


def _only_text(section: _Section) -> bool:
    return any(token == ("mark", "@") for token in section.tokens)


def _around(section: _Section, shown: str) -> str:
    """The literals of a section around the number shown in the General way."""
    slot = {("mark", "@")}
    parts = [shown if kind == "general" or (kind, text) in slot else text for kind, text in section.tokens]
    return "".join(parts).strip()
