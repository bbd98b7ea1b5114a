"""The draft covering report with which the corporate plan goes to Council, as its Word template prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.documents.beside import Front, front_of, plan_title
from svcdocs.documents.corporate_actions import Style, one_line
from svcdocs.documents.corporate_bids import bids_part
from svcdocs.documents.corporate_figures import figures_of
from svcdocs.documents.corporate_money import MoneyFigure, money_figures
from svcdocs.documents.corporate_owed import DebtorRow, debtor_rows
from svcdocs.documents.corporate_priorities import named
from svcdocs.documents.lists import risk_sentence
from svcdocs.documents.moves import corporate_changes
from svcdocs.documents.references import withdrawal
from svcdocs.documents.report_approvals import BodyRow, body_rows, signed_so_far
from svcdocs.documents.scores import in_words
from svcdocs.model.claims import Certainty
from svcdocs.model.corporate_view import Asked, CorporateView
from svcdocs.model.publication import is_published
from svcdocs.model.scorecard_view import RankedRisk
from svcdocs.model.text import Block, BlockKind, Run, Text

MOST_RISKS = 5
"""So many risks are named, and those with the score of the last of them; the plan has all."""


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A corporate risk, in short."""

    ref: str
    """Its reference; a dash where it has none."""
    text: Text
    """What may happen, what that would lead to, and what it would mean."""
    service: str
    """The service that watches it."""
    score: str
    """Likelihood times impact, with the band it falls into."""


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What people have still to write, each a sentence in square brackets that says who and what."""

    context: str
    """How the plan came about."""
    changes: str
    """Why something has changed."""
    options: str
    """Why the recommended option is the best."""
    financial: str
    """Financial implications."""
    legal: str
    """Legal implications."""
    equality: str
    """Implications for equality."""
    climate: str
    """Implications for climate and environment."""
    risk: str
    """Risks of adopting the plan, and of not adopting it."""
    consultation: str
    """Who was consulted."""


@dataclass(frozen=True, slots=True)
class CouncilReportContext(Front):
    """All that the draft report prints."""

    report_by: str
    """Whose report it is."""
    purpose: str
    """What it is for."""
    resolutions: tuple[str, ...]
    """What Council is asked to resolve, a sentence each."""
    background: str
    """What the plan is made of, with its counts."""
    aims: Text
    """The aims in force, as a list."""
    write: ToWrite
    """What people have still to write."""
    changes: tuple[str, ...]
    """What changes in services and teams while the plan runs, a sentence each."""
    withdrawn: Text
    """The priorities that were withdrawn, as a list."""
    options: tuple[str, ...]
    """The options, a sentence each."""
    money: tuple[MoneyFigure, ...]
    """The council's sums for the first year of the plan."""
    bids: str
    """How much services ask for beyond what they have, in bids and in all; empty where they ask for nothing."""
    risks_told: str
    """How many corporate risks there are."""
    risks: tuple[RiskLine, ...]
    """Those with the highest scores."""
    bodies: tuple[BodyRow, ...]
    """Where the approval of each body stands."""
    signed: str
    """How many of those who sign have done so; empty where nobody signs."""
    owed: tuple[DebtorRow, ...]
    """What is still to come, by who owes it."""
    papers: tuple[str, ...]
    """The background papers: what each is called, with the name of its file."""

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to say of changes."""
        return bool(self.changes or self.withdrawn)


def council_report_context(view: CorporateView, style: Style, papers: Iterable[str]) -> CouncilReportContext:
    """Lay out the draft report. ``papers`` are the documents beside it, as a list of papers names them."""
    words, title = style.words, plan_title(style)
    front = front_of(style, view, words.report_title.format(title=title), draft=True)
    told = {"title": title, "period": front.period}
    gone = (one for one in style.framework.priorities if one.withdrawn_on)
    shown = [one for one in view.risks if is_published(one.risk)]
    return CouncilReportContext(
        **front.fields(),
        report_by=style.framework.about.officer.strip() or words.not_given,
        purpose=words.report_purpose_text.format(**told),
        resolutions=tuple(
            word.format(**told) for word in (words.report_adopt, words.report_minor, words.report_reviewed)
        ),
        background=_background(view, style),
        aims=_list(named(aim.priority, style) for aim in view.aims if aim.priority and not aim.priority.withdrawn_on),
        write=_to_write(style),
        changes=corporate_changes(style.setting),
        withdrawn=_list(named(one, style) + withdrawal(one, words) for one in gone),
        options=tuple(
            word.format(**told)
            for word in (words.report_option_adopt, words.report_option_amend, words.report_option_refuse)
        ),
        money=money_figures(view.money, style),
        bids=_bids(view.asked, style),
        risks_told=words.report_risks_told.format(count=len(shown)) if shown else words.report_risks_none,
        risks=tuple(_risk(one, style) for one in _highest(shown)),
        bodies=body_rows(style),
        signed=signed_so_far(style),
        owed=debtor_rows(style),
        papers=tuple(papers),
    )


def _background(view: CorporateView, style: Style) -> str:
    figures = figures_of(view, style)
    return style.words.report_background_text.format(
        title=plan_title(style),
        services=len(view.counts),
        aims=figures.aims,
        promises=figures.council_actions,
        actions=figures.actions,
        indicators=figures.indicators,
    )


def _list(items: Iterable[str]) -> Text:
    return Text(blocks=tuple(Block(kind=BlockKind.BULLET, runs=(Run(text=item),)) for item in items))


def _to_write(style: Style) -> ToWrite:
    words = style.words

    def asked(who: str, what: str) -> str:
        return words.report_write.format(who=who, what=what)

    return ToWrite(
        context=asked(words.report_author, words.report_context),
        changes=asked(words.report_author, words.report_changes_why),
        options=asked(words.report_author, words.report_options_why),
        financial=asked(words.report_finance_officer, words.report_financial_what),
        legal=asked(words.report_legal_officer, words.report_legal_what),
        equality=asked(words.report_equality_officer, words.report_equality_what),
        climate=asked(words.report_climate_officer, words.report_climate_what),
        risk=asked(words.report_risk_officer, words.report_risk_what),
        consultation=asked(words.report_author, words.report_consultation_what),
    )


def _highest(risks: Sequence[RankedRisk]) -> Iterator[RankedRisk]:
    """The highest risks; none is left out that scores as high as one that is told."""
    last = risks[MOST_RISKS - 1].score if len(risks) >= MOST_RISKS else None
    for place, one in enumerate(risks):
        if place < MOST_RISKS or (one.score is not None and one.score == last):
            yield one


def _risk(one: RankedRisk, style: Style) -> RiskLine:
    words = style.words
    sentence = risk_sentence(one.risk.cause, one.risk, words, "; ")
    return RiskLine(
        ref=one.risk.ref.text.strip() or words.dash,
        text=one_line(Text(blocks=(Block(runs=sentence),)), words.not_given),
        service=one.service,
        score=words.not_given if one.score is None else in_words(one.score, one.band),
    )


def _bids(asked: Asked, style: Style) -> str:
    """How many bids there are, each counted once however many share it, and what they and all requests come to."""
    words, part, said = style.words, bids_part(asked, style), []
    count = sum(line.certainty is not Certainty.REFUSED for line in asked.lines)
    if count:
        amounts = part.total.amounts.plain
        pattern = words.report_bids_bare if amounts == words.dash else words.report_bids
        said.append(pattern.format(count=count, sums=", ".join(amounts.split("\n"))))
    every = "; ".join(
        ", ".join(
            (
                words.report_request.format(kind=row.certainty, count=row.count),
                *(line for line in row.amounts.plain.split("\n") if line != words.dash),
            )
        )
        for row in part.certainties
    )
    said += [words.report_requests.format(requests=every)] if every else []
    return " ".join(said)
