"""The corporate plan for Council, as its Word template prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from svcdocs.documents.beside import Front, front_of, plan_title, style_of
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_approvals import ApprovalRow, approval_rows
from svcdocs.documents.corporate_bids import BidsPart, bids_part
from svcdocs.documents.corporate_figures import Figures, ServiceRow, WorkforcePart, figures_of, service_rows
from svcdocs.documents.corporate_figures import workforce_part as workforce
from svcdocs.documents.corporate_gaps import Gaps, gaps_of
from svcdocs.documents.corporate_last_year import CorporateLastYear, corporate_last_year
from svcdocs.documents.corporate_leaders import leaders, progress
from svcdocs.documents.corporate_milestones import Milestones, milestones
from svcdocs.documents.corporate_money import FinancePart, MoneyFigure, finance_part, money_figures
from svcdocs.documents.corporate_owed import DebtorRow, debtor_rows
from svcdocs.documents.corporate_priorities import AimPart, aim_parts, headline_list
from svcdocs.documents.corporate_requests import RequestRow, request_rows
from svcdocs.documents.corporate_risks import RisksPart, risks_part
from svcdocs.documents.corporate_scorecard import ScorecardPart, scorecard_part
from svcdocs.documents.corporate_texts import Texts, texts_of
from svcdocs.documents.corporate_thread import ThreadPart, thread_part
from svcdocs.documents.moves import corporate_changes
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.cycle import Cycle
from svcdocs.model.publication import is_published
from svcdocs.model.text import Text


@dataclass(frozen=True, slots=True)
class CorporatePlanContext(Front):
    """All that the corporate plan prints, in its order."""

    plan_title: str
    """The title of the plan, which says so while it is a draft."""
    texts: Texts
    """What the council itself wrote."""
    figures: Figures
    """The counts of the whole council."""
    money_figures: tuple[MoneyFigure, ...]
    """The council's sums for the first year."""
    services: tuple[ServiceRow, ...]
    """The counts of each service."""
    unpublished: str
    """How many actions, indicators on the scorecard and corporate risks are counted but not for publication, in words;
    empty where there are none."""
    changes: tuple[str, ...]
    """What changes in services and teams while the plans run, a sentence each in order of date."""
    leaders: str
    """Who leads most actions, and how many have no lead; empty where no action has come in."""
    progress: str
    """How many actions stand at each status, empty while none says so."""
    thread: ThreadPart
    """The golden thread as picture, matrix and table."""
    aims: tuple[AimPart, ...]
    """The priorities."""
    other_headlines: Text
    """Commitments that serve none of the priorities, as a list."""
    gaps: Gaps
    """What is still to be joined up."""
    requests: tuple[RequestRow, ...]
    """What services need of each other and have not settled."""
    owed: tuple[DebtorRow, ...]
    """What is still to come, by who owes it; nothing in a plan that is no draft any more."""
    scorecard: ScorecardPart
    """The corporate scorecard."""
    risks: RisksPart
    """The corporate risks."""
    workforce: WorkforcePart
    """The workforce."""
    finance: FinancePart
    """The money."""
    bids: BidsPart
    """What services ask for beyond what they have."""
    milestones: Milestones
    """The year's milestones."""
    approvals: tuple[ApprovalRow, ...]
    """The bodies that approve the plan."""
    last_year: CorporateLastYear | None
    """What has become of what last year's plans had; nothing where nobody knows."""


def corporate_plan_context(
    cycle: Cycle,
    view: CorporateView,
    *,
    draft: bool,
    pictures: Mapping[str, bytes] | None = None,
    fingerprint: str = "",
) -> CorporatePlanContext:
    """Lay out the corporate plan for its template.

    Args:
        cycle: the plans of the year, linked to the framework.
        view: what consolidation made of them.
        draft: whether the document is a draft and says so.
        pictures: PNG or JPEG files by their names; the council's logo is called "logo.png" or "logo.jpg".
        fingerprint: what identifies the content, printed small at the foot of every page.
    """
    style = style_of(cycle, pictures, draft=draft)
    front = front_of(style, view, plan_title(style))
    return CorporatePlanContext(
        **front.fields() | {"plan_title": front.title, "fingerprint": fingerprint},
        texts=texts_of(style),
        figures=figures_of(view, style),
        money_figures=money_figures(view.money, style),
        services=service_rows(view, style),
        unpublished=_unpublished(view, style),
        changes=corporate_changes(style.setting),
        leaders=leaders(view, style),
        progress=progress(style),
        thread=thread_part(view, style),
        aims=aim_parts(view, style),
        other_headlines=headline_list(view.other_headlines, style),
        gaps=gaps_of(view, style),
        requests=request_rows(style),
        owed=debtor_rows(style),
        scorecard=scorecard_part(view, style),
        risks=risks_part(view, style),
        workforce=workforce(view, style),
        finance=finance_part(view.money, style),
        bids=bids_part(view.asked, style),
        milestones=milestones(view, style),
        approvals=approval_rows(style),
        last_year=corporate_last_year(style),
    )


def _unpublished(view: CorporateView, style: Style) -> str:
    """Each action counts once, however many lead it."""
    actions = {id(led.action): led.action for lead in view.leads for led in lead.actions}
    hidden = sum(not is_published(action) for action in actions.values())
    hidden += sum(not is_published(line.indicator) for line in view.scorecard.lines)
    hidden += sum(not is_published(each.risk) for one in view.risks for each in (one, *one.others))
    return style.words.unpublished.format(count=hidden) if hidden else ""
