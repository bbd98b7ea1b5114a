"""The golden thread from the council's side: which service contributes to which aim, and what leads to each action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, plain_line
from svcdocs.documents.corporate_priorities import approved_alike
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.thread_picture import Strand, thread_picture
from svcdocs.model.corporate_view import Aim, Contribution, CorporateView, CouncilAction
from svcdocs.model.service_plan import Action
from svcdocs.model.words import capitalised

_MOST_AIMS = 10
"""More columns than that do not stand beside the services on a portrait page."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What one service contributes to each aim."""

    service: str
    """The service."""
    cells: tuple[str, ...]
    """For each aim how many of its actions lead to it; a word where none does."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Services by aims."""

    aims: tuple[str, ...]
    """The aims by their references, and last what serves none where anything does."""
    rows: tuple[CoverageRow, ...]
    """A row for each service whose plan has come in; none where there are no aims, or more than fit."""
    total: CoverageRow
    """The sums."""


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """What leads to one council action."""

    name: str
    """Its reference; for want of one its wording."""
    services: str
    """The services that contribute, each with the number of its actions; a word where there is none."""
    objectives: str
    """How many objectives lead to it."""
    actions: str
    """How many actions lead to it."""
    indicators: str
    """How many indicators measure it."""


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """The golden thread."""

    drawn: Drawn | None
    """Aims and council actions as a picture; None where there are none, or more than fit."""
    coverage: Coverage
    """Services by aims."""
    rows: tuple[ThreadRow, ...]
    """The council actions in force, in the council's order."""
    approved: str
    """Who approved them and when, where that is the same for all; else empty."""


def thread_part(view: CorporateView, style: Style) -> ThreadPart:
    """The thread as picture, matrix and table. Parts of objectives are not counted as objectives."""
    in_force = [(aim, [one for one in aim.council_actions if not one.priority.withdrawn_on]) for aim in view.aims]
    strands = [_strand(aim, actions, style) for aim, actions in in_force if _is_in_force(aim)]
    return ThreadPart(
        drawn=thread_picture(strands, style),
        coverage=_coverage(view, style),
        rows=tuple(_row(one, style) for _, actions in in_force for one in actions),
        approved=style.words.all_approved.format(by=by) if (by := approved_alike(view)) else "",
    )


def aim_label(aim: Aim, style: Style) -> str:
    """An aim by its reference, "Aim A"; by its wording where it has none."""
    if aim.priority is None:
        return style.words.no_aim
    name = aim.priority.ref.text.strip() or plain_line(aim.priority.text)
    return " ".join(part for part in (capitalised(style.words.aim), name) if part)


def _is_in_force(aim: Aim) -> bool:
    return aim.priority is None or not aim.priority.withdrawn_on


def _actions(contributions: Sequence[Contribution]) -> list[Contribution]:
    return [one for one in contributions if isinstance(one.record, Action)]


def _objectives(contributions: Sequence[Contribution]) -> list[Contribution]:
    return [one for one in contributions if not isinstance(one.record, Action) and not one.record.under]


def _coverage(view: CorporateView, style: Style) -> Coverage:
    words = style.words
    found = [(aim, _actions(aim.contributions)) for aim in view.aims]
    aims = [(aim_label(aim, style), actions) for aim, actions in found if aim.priority is not None or actions]
    loose = _actions(view.loose)
    columns = [*aims, *([(words.serves_nothing, loose)] if loose and aims else [])]
    if not any(aim.priority is not None for aim in view.aims) or len(columns) > _MOST_AIMS:
        return Coverage((), (), CoverageRow(words.bids_total, ()))

    counted = [Counter(one.service for one in found) for _, found in columns]

    def row(name: str, counts: Iterable[int]) -> CoverageRow:
        return CoverageRow(name, tuple(f"{count:,}" if count else words.none_here for count in counts))

    return Coverage(
        tuple(name for name, _ in columns),
        tuple(row(one.service, (each[one.service] for each in counted)) for one in view.counts),
        row(words.bids_total, (each.total() for each in counted)),
    )


def _services(action: CouncilAction, style: Style) -> str:
    """The services that contribute, each with how many of its actions do; nothing where it is only an objective."""
    words = style.words
    found = dict.fromkeys(one.service for one in action.contributions)
    actions = _actions(action.contributions)
    counts = Counter(one.service for one in actions)
    told = (words.counted.format(what=name, count=counts[name]) if counts[name] else name for name in found)
    return "; ".join(told) or words.none_here


def _row(action: CouncilAction, style: Style) -> ThreadRow:
    words = style.words
    name = action.priority.ref.text.strip() or plain_line(action.priority.text) or words.not_given
    counts = [
        len(found) for found in (_objectives(action.contributions), _actions(action.contributions), action.measures)
    ]
    objectives, actions, indicators = (f"{count:,}" if count else words.none_here for count in counts)
    return ThreadRow(name, _services(action, style), objectives, actions, indicators)


def _strand(aim: Aim, actions: Sequence[CouncilAction], style: Style) -> Strand:
    words = style.words

    def told(one: CouncilAction) -> tuple[str, ...]:
        services = len({each.service for each in one.contributions})
        name = one.priority.ref.text.strip() or plain_line(one.priority.text)
        return (
            name,
            words.counted.format(what=words.count_of_services_short, count=services),
            words.counted.format(what=words.count_of_actions, count=len(_actions(one.contributions))),
            words.counted.format(what=words.count_of_indicators, count=len(one.measures)),
        )

    wording = plain_line(aim.priority.text) if aim.priority is not None and aim.priority.ref else ""
    return Strand(aim_label(aim, style), wording, tuple(told(one) for one in actions))
