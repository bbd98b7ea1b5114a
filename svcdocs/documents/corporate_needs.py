"""What the actions for an aim need in sum: kind by kind, and what is in no sum and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_money import pounds
from svcdocs.model.claims import Claim
from svcdocs.model.needs import NeedKind, Needs, NeedSum, Unadded


def needs_told(needs: Needs, style: Style) -> Iterator[str]:
    """The sums and what is in none; nothing of one request alone, which stands for itself."""
    words = style.words
    said = []
    if needs.sums:
        said.append(words.needs_added.format(sums="; ".join(_sum(one, style) for one in needs.sums)))
    if needs.left:
        pattern = words.needs_left if needs.sums else words.needs_not_added
        said.append(pattern.format(reasons="; ".join(_left(why, claims, style) for why, claims in needs.left)))
    if said and needs.count > 1:
        yield " ".join(said)


def _sum(one: NeedSum, style: Style) -> str:
    words = style.words
    pattern = {
        NeedKind.EACH_YEAR: words.need_each_year,
        NeedKind.ONE_OFF: words.need_once,
        NeedKind.YEAR: words.need_in_year,
        NeedKind.CAPITAL: words.need_capital_in_year if one.year else words.need_capital,
    }[one.kind]
    return pattern.format(sum=pounds(one.amount, "£"), count=one.count, year=one.year)


def _left(why: Unadded, claims: Sequence[Claim], style: Style) -> str:
    words = style.words
    pattern = {
        Unadded.NO_FIGURE: words.need_no_figure,
        Unadded.NO_KIND: words.need_no_kind,
        Unadded.REFUSED: words.need_refused,
        Unadded.HIDDEN: words.need_hidden,
    }[why]
    return pattern.format(names=str(len(claims)) if why is Unadded.HIDDEN else _names(claims, style))


def _names(claims: Sequence[Claim], style: Style) -> str:
    """The references of rows, and how many have none."""
    refs = dict.fromkeys(ref for claim in claims if (ref := claim.ref))
    bare = sum(not claim.ref for claim in claims)
    return ", ".join((*refs, *((style.words.need_without_ref.format(count=bare),) if bare else ())))
