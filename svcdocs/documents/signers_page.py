"""The page for those who sign: what they are asked to approve, and what of the plan they should have seen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents import posts
from svcdocs.documents.corporate_actions import beside_ref, finish
from svcdocs.documents.formats import as_typed, block, decimal, inline, money
from svcdocs.documents.front import signed_for
from svcdocs.documents.lists import risk_label
from svcdocs.documents.money_chart import sums_of
from svcdocs.documents.risks import row_label
from svcdocs.documents.scores import in_words
from svcdocs.documents.setting import Setting
from svcdocs.documents.shared import shared_with
from svcdocs.documents.since import lead_of, records_changed
from svcdocs.model.answers_owed import answers_owed
from svcdocs.model.names import folded
from svcdocs.model.owed import owed_to
from svcdocs.model.risk_scale import band_of, is_in_highest_band, product_of
from svcdocs.model.service_plan import Action, Risk
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.words import capitalised

_POUND = "£"
_MOST = 7
"""As many lines of one kind as are read before a signature; the rest stand in the plan."""


@dataclass(frozen=True, slots=True)
class SignersItem:
    """One thing that those who sign should know."""

    lead: str
    """The words that lead in to it."""
    text: Text
    """What there is to know, a point each."""


def signers_page(setting: Setting) -> tuple[SignersItem, ...]:
    """What stands on the page, in its order; nothing where nobody signs, nor in the edition for the public."""
    words, plan = setting.words, setting.plan
    asked = [_point(line) for line in signed_for(setting)]
    if not asked or setting.edition.is_public:
        return ()
    actions = plan.all_actions
    chosen = _main_actions(actions)
    all_of_them = words.signers_one_action if len(actions) == 1 else words.signers_all_actions
    told = words.signers_actions if len(chosen) < len(actions) else all_of_them
    items = [
        (words.signers_asked, asked),
        (told.format(count=len(actions)), [_action(one, setting) for one in chosen]),
        (words.signers_money, [*_money(setting), *_posts(setting), *_bids(setting)]),
        (words.signers_risks, [_risk(*one, setting) for one in _main_risks(setting)]),
        (words.signers_owed, list(_owed(setting)) or [_point(words.signers_nothing_owed)]),
    ]
    if setting.since is not None:
        changed = [
            _row(record and f"{record}:", (Run(text=what),), "")
            for record, what in records_changed(setting.since, words)
        ]
        items.append((lead_of(setting.since, words), changed))
    return tuple(SignersItem(lead, Text(blocks=tuple(points))) for lead, points in items if points)


def _point(said: str | Iterable[Run]) -> Block:
    runs = (Run(text=said),) if isinstance(said, str) else merged(tuple(said))
    return Block(kind=BlockKind.BULLET, runs=runs)


def _row(label: str, said: Iterable[Run], about: str) -> Block:
    """A row of the plan in a line: what it is called, what it says, and in brackets what else there is to know."""
    lead = (Run(text=label, bold=True), Run(text=" ")) if label else ()
    return _point((*lead, *said, Run(text=f" ({about})" if about else "")))


def _main_actions(actions: Iterable[Action]) -> list[Action]:
    """Those marked as headlines; for want of any those that need money or posts, then the first."""
    rows = list(actions)
    headlines = [row for row in rows if folded(row.headline) == "yes"]
    needs = [row for row in rows if any(char.isdigit() for char in row.resources.plain)]
    return (headlines or needs or rows)[:_MOST]


def _action(action: Action, setting: Setting) -> Block:
    """An action in a line: what, by when, and who answers for it."""
    title = beside_ref(inline(action.title), action.ref) or (Run(text=setting.words.not_given),)
    about = "; ".join(part for part in (finish(action), ", ".join(as_typed(action.lead))) if part)
    return _row(action.ref.text.strip(), title, about)


def _money(setting: Setting) -> Iterator[Block]:
    """What each kind of money comes to, column by column, where every figure can be added."""
    words, unit = setting.words, setting.cycle.money_unit.strip()
    sign, behind = (unit, "") if unit == _POUND else ("", unit)
    columns, series = sums_of(setting.plan.money, setting)
    for one in series:
        told = ", ".join(
            words.on_its_own.format(value=f"{sign}{decimal(value)}", note=name)
            for name, value in zip(columns, one.values, strict=True)
            if value is not None
        )
        said = words.signers_sum.format(kind=one.name, figures=told)
        yield _point(words.on_its_own.format(value=said, note=behind) if behind else said)


def _posts(setting: Setting) -> Iterator[Block]:
    """The full-time posts of the plan, and how many of them nobody holds; nothing where a post does not say."""
    rows, words = setting.plan.posts, setting.words
    if not posts.are_whole(rows, setting):
        return
    if fte := posts.team_total(rows):
        vacant = posts.vacant_fte(rows, words)
        said = [words.fte.format(fte=fte), words.fte_vacant.format(fte=decimal(vacant)) if vacant else ""]
        yield _point(", ".join(part for part in said if part))


def _bids(setting: Setting) -> Iterator[Block]:
    words = setting.words
    for bid in setting.plan.bids:
        asked = [words.year.format(year=year, value=money(amount)) for year, amount in bid.amounts.items() if amount]
        asked += [words.fte.format(fte=bid.fte.text.strip())] if bid.fte else []
        asked += [bid.state.strip()] if bid.state.strip() else []
        asked += [one.plain for one in shared_with(bid, setting)]
        yield _row(bid.ref.text.strip(), inline(bid.what), "; ".join(asked))


def _main_risks(setting: Setting) -> list[tuple[Decimal, int, Risk]]:
    """The risks of the highest band as things stand, else the highest; with their scores and places in the plan."""
    scale = setting.framework.risk_scale
    scored = [
        (score, place, risk)
        for place, risk in enumerate(setting.plan.risks)
        if (score := product_of(scale, risk.likelihood, risk.impact)) is not None
    ]
    scored.sort(key=lambda found: (-found[0], found[1]))
    return ([found for found in scored if is_in_highest_band(scale, found[0])] or scored[:3])[:_MOST]


def _risk(score: Decimal, place: int, risk: Risk, setting: Setting) -> Block:
    said = in_words(score, band_of(setting.framework.risk_scale, score))
    told = setting.words.signers_score.format(score=said)
    label, cause = row_label(risk, place), risk_label(risk, place)[1]
    return _point((Run(text=f"{label} ", bold=True), *inline(cause), Run(text=f" ({told})")))


def _owed(setting: Setting) -> Iterator[Block]:
    words = setting.words
    answers = (one for one in answers_owed(setting.cycle) if one.service == setting.plan.service)
    for one in (*owed_to(setting.cycle, setting.plan), *answers)[:_MOST]:
        by = ", ".join(part for part in (one.who, one.when.text.strip()) if part)
        yield block(f"{capitalised(one.what or words.still_to_come)}{f' ({by})' if by else ''}", BlockKind.BULLET)
