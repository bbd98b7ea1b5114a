"""Still to come: what is promised has come by the final plan, and until then says from whom and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from svcdocs.checks.rule import ERROR, NOTE, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Audience, in_short
from svcdocs.model.names import folded
from svcdocs.model.owed import ACCOUNT, Owed, owed_of
from svcdocs.model.service_plan import Passage

OWED = Rule(
    "still-owed",
    "Something is still to come",
    NOTE,
    ERROR,
    "other",
    message=(
        "A text, figure or table was promised for later, or a workbook has not come back; the final plan waits for it."
    ),
    remedy="Ask whoever owes it, and put it in place of the promise; a workbook is received when it comes.",
    example=Example(
        "Text | Section: Achievements | Text: Homes | Kind: To be added | Owed by: Finance | Owed on: 21 February 2027",
        "Text | Section: Achievements | Text: We built 40 homes.",
    ),
)
UNCLEAR = Rule(
    "owed-unclear",
    "A promise does not say from whom or by when",
    NOTE,
    None,
    message="Something is promised for later, and nobody can tell whom to ask for it, or when.",
    remedy=(
        "On the sheet Text, say under 'Owed by' who owes it and under 'Owed on' by when; elsewhere write: To be "
        "added by Finance by 21 February 2027."
    ),
    example=Example(
        "Text | Section: Achievements | Text: Homes | Kind: To be added | Owed by: Finance",
        "Text | Section: Achievements | Text: Homes | Kind: To be added | Owed by: Finance | Owed on: 21 February 2027",
    ),
)


def things_still_owed(cycle: Cycle) -> Iterator[Hit]:
    """Words, figures and tables promised for later, or not come back: legal in draft, not in final."""
    for one in _promised(cycle):
        who, when = in_short(one.who), in_short(str(one.when))
        by, on = f" by {who}" if who else "", f", due {when}" if when else ""
        rule = replace(OWED, audience=_debtor(one.who))
        if one.record is None:
            message = f"{who} still owes {in_short(one.what)}{on}: the workbook has not come back."
            hint = f"Ask {who} for the workbook, and receive it when it comes."
            yield Hit(rule, message, hint, one.service, one.asked, "who")
        else:
            hint = f"Ask {who or 'whoever owes it'} for it, and put it in place of the promise."
            yield Hit(rule, f"{_named(one)} is still owed{by}{on}.", hint, one.service, one.record, one.field)


def promises_that_say_too_little(cycle: Cycle) -> Iterator[Hit]:
    """A promise without a debtor or without a date, so that nobody can be asked, or nobody knows when to ask."""
    undated: set[str] = set()
    for one in _promised(cycle):
        if one.who and one.when:
            continue
        if one.record is None:
            if folded(one.who) not in undated:
                undated.add(folded(one.who))
                message = f"Nobody has said by when the workbook of {in_short(one.who)} is due."
                hint = "Put the day under 'Return by' in the framework."
                yield Hit(replace(UNCLEAR, audience="officer"), message, hint, "", one.asked, "deadline")
            continue
        lacks = "does not say by when" if one.who else "does not say from whom"
        lacks = lacks if one.who or one.when else "says neither from whom nor by when"
        words = isinstance(one.record, Passage)
        hint = "Write it as: To be added by Finance by 21 February 2027."
        if words:
            hint = "Say under 'Owed by' who owes it, and under 'Owed on' by when."
        field = one.field if not words else "owed_on" if one.who else "owed_by"
        yield Hit(UNCLEAR, f"{_named(one)} is promised, and {lacks}.", hint, one.service, one.record, field)


def _named(one: Owed) -> str:
    """What is owed, at the beginning of a sentence: in quotation marks where somebody typed it."""
    what = in_short(one.what)
    if isinstance(one.record, Passage):
        return f"'{what}'" if what else "A text"
    return what


def _promised(cycle: Cycle) -> Iterator[Owed]:
    """What is owed but for accounts of last year's plan: the checks of last year tell of these."""
    return (one for one in owed_of(cycle) if one.part != ACCOUNT)


def _debtor(who: str) -> Audience:
    """Who must act: Finance and HR by their names, anybody else as other."""
    name = folded(who)
    if "finance" in name:
        return "finance"
    return "hr" if "hr" in name.split() or "human resources" in name else "other"
