"""What consolidation yields: the services' plans seen from the council, as records of the model and exact figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from svcdocs.model.claims import Certainty
from svcdocs.model.cycle import Linked
from svcdocs.model.framework import MoneyColumn, Priority
from svcdocs.model.ledger import Line
from svcdocs.model.needs import Needs
from svcdocs.model.resources import Bid, MoneyLine
from svcdocs.model.scorecard_view import RankedRisk, Scorecard
from svcdocs.model.service_plan import Action, Indicator, Objective


@dataclass(frozen=True, slots=True)
class Contribution:
    """An objective or action of a service that leads to a priority.

    ``items`` are the parts of a council action that it names; empty where it names the whole, or an aim.
    """

    service: str
    record: Objective | Action
    items: tuple[Priority, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator of a service and what it measures.

    ``of`` are the objectives, actions and priorities that it names or that name it, ``priorities`` those that these
    lead to. One that the council shares out measures what the council says, even where it names nothing.
    """

    service: str
    indicator: Indicator
    of: tuple[Linked, ...]
    priorities: tuple[Priority, ...]
    is_shared: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether it measures nothing."""
        return not self.of and not self.is_shared


@dataclass(frozen=True, slots=True)
class Resources:
    """What the actions for an aim say of money beyond what there is, as far as that can be told.

    ``nothing`` of them need none, ``asking`` say what they need, the highest sum first, and ``unsaid`` say nothing.
    ``bids`` are the bids for it, each with its service. ``needs`` is what all of these come to, as far as they can be
    added. An action for two aims is told at both.
    """

    nothing: int = 0
    asking: tuple[Contribution, ...] = ()
    unsaid: int = 0
    bids: tuple[tuple[str, Bid], ...] = ()
    needs: Needs = field(default_factory=Needs)


@dataclass(frozen=True, slots=True)
class CouncilAction:
    """One of the council's own actions, its parts, and everything that leads to it: by service, in the plans' order.

    ``measures`` are the indicators that measure it, by way of what leads to it or by its own name.
    """

    priority: Priority
    items: tuple[Priority, ...]
    contributions: tuple[Contribution, ...]
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim with what stands under it. ``priority`` is None for the council actions that stand under no aim.

    ``also`` leads to the aim or one of its approaches, and to none of its council actions; ``headlines`` are the
    actions marked for the corporate plan that lead here and to no aim before. ``measures`` are the indicators that
    measure it or anything under it.
    """

    priority: Priority | None
    approaches: tuple[Priority, ...]
    council_actions: tuple[CouncilAction, ...]
    also: tuple[Contribution, ...]
    headlines: tuple[Contribution, ...]
    measures: tuple[Measure, ...] = ()
    resources: Resources = field(default_factory=Resources)

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """All that leads to it or to anything under it, each once."""
        every = {id(one.record): one for action in self.council_actions for one in action.contributions}
        every |= {id(one.record): one for one in self.also}
        return tuple(every.values())


@dataclass(frozen=True, slots=True)
class TeamWorkforce:
    """The full-time equivalent of one team, None where it gave none.

    ``unread`` names the posts whose full-time equivalent is blank or no number, with what was written; they are not
    counted. ``differs`` is the sum of the posts where the team's stated total is another.
    """

    team: str
    fte: Decimal | None
    unread: tuple[tuple[str, str], ...] = ()
    differs: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ServiceWorkforce:
    """The full-time equivalent of one service: the sum of its teams; None where none gave any.

    ``vacant`` and ``uncertain`` (not confirmed, subject to a bid) are what posts in that state come to.
    """

    service: str
    fte: Decimal | None
    vacant: Decimal
    uncertain: Decimal
    teams: tuple[TeamWorkforce, ...]


@dataclass(frozen=True, slots=True)
class Workforce:
    """The council's workforce: the sum over ``services`` that gave one, and the services that gave none."""

    services: tuple[ServiceWorkforce, ...]
    total: Decimal | None
    not_given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindSums:
    """The sum of the lines of one kind ("Spend", "Income"), for each money column; None where no line gave a figure.

    Income and savings are given without a sign, since some services write them with a minus and some without.
    """

    kind: str
    sums: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class NotOneFigure:
    """A cell of the money sheet that cannot be counted as one figure: what was written, and where. Blank: not given."""

    heading: str
    column: str
    written: str


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A line of type Total that is not the sum of its lines: what it states, what they come to, and the line itself.

    ``untyped`` are the lines above it that have a figure and no type, so that they are in no sum.
    """

    heading: str
    column: str
    stated: Decimal
    worked_out: Decimal
    line: MoneyLine | None = field(default=None, compare=False, repr=False)
    untyped: tuple[MoneyLine, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ServiceMoney:
    """The money of one service, kind by kind.

    ``both_signs`` names the kind and column of income or savings of which some lines have a minus and some have none,
    so that nobody can tell whether a minus is a correction.
    """

    service: str
    kinds: tuple[KindSums, ...]
    both_signs: tuple[tuple[str, str], ...]
    not_counted: tuple[NotOneFigure, ...]
    totals_that_differ: tuple[TotalCheck, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The council's money: the columns, the services that filled in lines, the sums, and who gave no figure.

    Figures are in ``unit``. Kinds are never set off against each other.
    """

    unit: str
    columns: tuple[MoneyColumn, ...]
    services: tuple[ServiceMoney, ...]
    council: tuple[KindSums, ...]
    not_given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertaintySums:
    """What all requests that are as certain as each other come to; ``unread`` of them are not wholly in the sums."""

    certainty: Certainty
    count: int
    sums: tuple[tuple[str, Decimal | None], ...]
    fte: Decimal | None
    unread: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What the services ask for beyond what they have.

    ``lines`` are the bids and what several services share, each once; ``sums`` and ``fte`` what these come to, by year.
    ``certainties`` sum up the whole ledger.
    """

    lines: tuple[Line, ...]
    sums: tuple[tuple[str, Decimal | None], ...]
    fte: Decimal | None
    certainties: tuple[CertaintySums, ...]


@dataclass(frozen=True, slots=True)
class LedAction:
    """An action someone leads, alone or with others (``also``: not as the first)."""

    service: str
    action: Action
    also: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """A person or post and all that they lead. An empty name gathers the actions without a lead."""

    name: str
    actions: tuple[LedAction, ...]


@dataclass(frozen=True, slots=True)
class Awaited:
    """A service whose return has not come in, and the day it was due, as the framework has it."""

    service: str
    deadline: str


@dataclass(frozen=True, slots=True)
class ServiceCounts:
    """How many records a service has. Parts of objectives are not counted.

    ``council_actions`` are those in force to which something of the service leads.
    """

    service: str
    objectives: int
    actions: int
    headlines: int
    indicators: int
    risks: int
    council_actions: int


@dataclass(frozen=True, slots=True)
class CorporateView:
    """The council's year, from all plans that have come in.

    ``unserved`` are the priorities in force to which nothing leads; ``loose`` are the objectives and actions that lead
    to no priority, ``other_headlines`` those of them marked for the corporate plan. ``unmeasured`` are the council
    actions in force that no indicator measures, ``loose_measures`` the indicators that measure nothing.
    """

    aims: tuple[Aim, ...]
    other_headlines: tuple[Contribution, ...]
    unserved: tuple[Priority, ...]
    loose: tuple[Contribution, ...]
    scorecard: Scorecard
    risks: tuple[RankedRisk, ...]
    workforce: Workforce
    money: Money
    asked: Asked
    leads: tuple[Lead, ...]
    counts: tuple[ServiceCounts, ...]
    awaited: tuple[Awaited, ...]
    unmeasured: tuple[Priority, ...] = ()
    loose_measures: tuple[Measure, ...] = ()
