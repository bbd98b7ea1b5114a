"""Who needs whose help: all that the actions of a cycle ask of others, thing by thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from svcdocs.model.cycle import Cycle
from svcdocs.model.help_asked import Askable, askable, asked_in
from svcdocs.model.names import folded
from svcdocs.model.requests import Request
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Text

NOTHING = frozenset({"n/a", "none", "no", "nil", "leave out", "not applicable", "-", "and", "or"})
"""What asks for no help, alone in a cell or behind a semicolon."""
_HEAD = re.compile(r"(?P<who>[^:]{2,60}?)\s*(?::| [–—] )\s*(?P<what>.*)", re.DOTALL)
_SHORT = 60
"""So many characters may name somebody; what is longer says what is needed."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that an action needs.

    ``of`` is who is asked, as ``help_asked`` has it: a service or contributor, EVERYBODY. Where ``is_other``, it is
    somebody whom the council's framework does not know, as written, or "" where nobody is named. ``what`` is what is
    needed, empty where the cell does not say. ``request`` is what became of it; None of what nobody is asked for.
    """

    service: str
    action: Action
    of: str
    what: str
    is_other: bool = False
    request: Request | None = None


def asks_of(cycle: Cycle) -> tuple[Ask, ...]:
    """All that the actions need of others, in the order of the plans; what they need of their own service is none."""
    who = askable(cycle.framework)
    found = [ask for plan in cycle.plans for action in plan.all_actions for ask in _asks(plan.service, action, who)]
    others = {folded(ask.of) for ask in found if ask.is_other}
    requests = {(id(one.of), one.asked): one for one in cycle.requests.asked}
    return tuple(
        _parted(ask, others) if ask.is_other else replace(ask, request=requests.get((id(ask.action), ask.of)))
        for ask in found
        if ask.is_other or ask.of != ask.service
    )


def _asks(service: str, action: Action, who: Askable) -> Iterator[Ask]:
    asked = asked_in(action.help_needed, who)
    yield from (Ask(service, action, one.of, one.what) for one in asked)
    told = " ".join(one.what for one in asked)
    for block in action.help_needed.blocks:
        for piece in (part.strip() for part in block.plain.split(";")):
            if folded(piece) not in ("", *NOTHING) and piece not in told and not _asks_somebody(piece, who):
                yield _other(service, action, piece)


def _asks_somebody(piece: str, who: Askable) -> bool:
    return bool(asked_in(Text.model_validate(piece), who))


def _other(service: str, action: Action, piece: str) -> Ask:
    head = _HEAD.fullmatch(piece)
    if head:
        return Ask(service, action, head["who"].strip(), head["what"].strip(), is_other=True)
    is_name = len(piece) <= _SHORT
    return Ask(service, action, piece if is_name else "", "" if is_name else piece, is_other=True)


def _parted(ask: Ask, others: Collection[str]) -> Ask:
    """Whom else an ask names, without what for, where another ask names them alone: "Legal Services for auctions"."""
    who, _, what = ask.of.partition(" for ")
    return replace(ask, of=who.strip(), what=what.strip()) if ask.is_other and what and folded(who) in others else ask
