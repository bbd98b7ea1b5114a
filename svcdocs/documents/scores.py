"""Scores and statuses with the council's words and colours for them. Colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents.formats import decimal, hex_colour, needs_light_text
from svcdocs.documents.setting import Setting
from svcdocs.model.amounts import read_number
from svcdocs.model.framework import RiskLevel, StatusKey
from svcdocs.model.names import folded
from svcdocs.model.risk_scale import band_of

_NONE = "auto"


@dataclass(frozen=True, slots=True)
class Coloured:
    """Words on a colour."""

    text: str
    """The words."""
    colour: str = _NONE
    """The colour behind them as six digits; "auto" where there is none."""
    on_dark: bool = False
    """Whether the words must be white to be read."""


def coloured(text: str, typed: str) -> Coloured:
    """Words on a colour as it was typed, with the colour of the words told from it."""
    colour = hex_colour(typed)
    return Coloured(text, colour, colour != _NONE and needs_light_text(colour))


def status(typed: str, setting: Setting) -> Coloured:
    """The status of an action: letter and word of the key; as typed where the key does not know it."""
    wanted = folded(typed)
    if not wanted:
        return Coloured(setting.words.dash)
    for row in setting.framework.status_key:
        if wanted in (folded(row.letter), folded(row.label)):
            return key_entry(row)
    return Coloured(typed.strip())


def key_entry(row: StatusKey) -> Coloured:
    """A status as it stands in the plan: "A · At risk" on its colour. A letter that is its own label stands once."""
    letter, label = row.letter.strip(), row.label.strip()
    said = (letter, label) if folded(letter) != folded(label) else (label,)
    return coloured(" · ".join(filter(None, said)), row.colour)


def risk_score(likelihood: str, impact: str, setting: Setting) -> Coloured:
    """Likelihood times impact, with the band it falls into below it: "3 × 4 = 12", "High"."""
    one, other = read_number(likelihood), read_number(impact)
    if one is None or other is None:
        given = " × ".join(part.strip() or setting.words.dash for part in (likelihood, impact))
        return Coloured(given if likelihood.strip() or impact.strip() else setting.words.not_given)
    product = one * other
    return _in_band(f"{decimal(one)} × {decimal(other)} = {decimal(product)}", product, setting)


def in_words(score: Decimal, band: RiskLevel | None) -> str:
    """A score with the band it falls into, in a line: "12 High"."""
    return " ".join(part for part in (decimal(score), band.label.strip() if band else "") if part)


def score(typed: str, setting: Setting) -> str:
    """A score with the band it falls into below it; a dash where there is none."""
    said = typed.strip()
    if not said:
        return setting.words.dash
    value = read_number(said)
    return said if value is None else _in_band(said, value, setting).text


def _in_band(text: str, value: Decimal, setting: Setting) -> Coloured:
    band = band_of(setting.framework.risk_scale, value)
    if band is None:
        return Coloured(text)
    return coloured("\n".join(part for part in (text, band.label.strip()) if part), band.colour)
