"""The summary of the corporate plan for the public, as its Word template prints it."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.beside import Front, front_of, plan_title
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_figures import figures_of
from svcdocs.documents.council_money import CouncilMoney, council_money
from svcdocs.documents.formats import lines
from svcdocs.documents.moves import corporate_changes
from svcdocs.documents.summary_aims import SummaryAim, summary_aims
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.names import folded
from svcdocs.model.text import Text, joined


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the council."""

    label: str
    """What it is."""
    figure: str
    """The figure."""
    counted: str
    """What is counted in it."""


@dataclass(frozen=True, slots=True)
class CorporateSummaryContext(Front):
    """All that the summary prints."""

    summary: Text
    """What the council itself wrote for the part Summary."""
    aims: tuple[SummaryAim, ...]
    """What the council wants to achieve."""
    target_heading: str
    """What stands over the targets."""
    figures: tuple[FigureRow, ...]
    """The council in figures."""
    money: CouncilMoney
    """The council's money."""
    changes: tuple[str, ...]
    """What changes in services and teams while the plan runs, a sentence each in order of date."""
    say: Text
    """How to have a say: what the council itself wrote, else a few words of ours."""
    say_contact: str
    """How to reach the council; empty where the framework names nobody."""
    more: str
    """Where to read more."""


def corporate_summary_context(view: CorporateView, style: Style) -> CorporateSummaryContext:
    """Lay out the summary."""
    words, title = style.words, plan_title(style)
    front = front_of(style, view, words.summary_title.format(title=title))
    years = style.framework.longest_years
    return CorporateSummaryContext(
        **front.fields(),
        summary=part_text("summary", style),
        aims=summary_aims(view, style),
        target_heading=words.target_for.format(year=style.setting.year_name(years[0]) if years else "").strip(),
        figures=figure_rows(view, style),
        money=council_money(view.money, style),
        changes=corporate_changes(style.setting),
        say=part_text(words.summary_say_part, style) or lines([words.summary_say_text]),
        say_contact=words.summary_say_contact.format(contact=front.contact) if front.contact else "",
        more=words.summary_more_text.format(title=title),
    )


def part_text(part: str, style: Style) -> Text:
    """What the council itself wrote for one part of its corporate plan; a row without a part goes on with the last."""
    found, last = [], ""
    for row in style.framework.corporate_text:
        last = row.part.strip() or last
        if folded(last) == folded(part):
            found.append(row.text)
    return joined(found)


def figure_rows(view: CorporateView, style: Style) -> tuple[FigureRow, ...]:
    """The counts of the whole council as rows; what there is none of is left out."""
    words, figures = style.words, figures_of(view, style)
    rows = (
        FigureRow(words.count_of_services, figures.services, words.services_counted),
        FigureRow(words.count_of_aims, str(figures.aims), words.aims_counted),
        FigureRow(words.count_of_council_actions, str(figures.council_actions), figures.council_actions_counted),
        FigureRow(words.count_of_objectives, str(figures.objectives), words.objectives_counted),
        FigureRow(words.count_of_actions, str(figures.actions), figures.actions_counted),
        FigureRow(words.count_of_indicators, str(figures.indicators), figures.indicators_counted),
        FigureRow(words.count_of_risks, str(figures.risks), figures.risks_counted),
        FigureRow(words.count_of_posts, figures.fte, figures.posts_counted),
    )
    return tuple(row for row in rows if row.figure != "0")
