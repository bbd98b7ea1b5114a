"""The words in, under and instead of what is drawn: keys of charts, captions, descriptions for screen readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DrawnWords:
    """What charts, diagrams and the heat map say. Words in braces are filled in."""

    trend_result: str = "Result"
    trend_target: str = "Target"
    """Both in the figures behind a chart and in its key, where it has one."""
    results_told: str = "Results: {figures}."
    targets_told: str = "Targets: {figures}."
    """Both in the description of a chart, for screen readers."""
    structure: str = "The teams of {service} and their posts"
    structure_about: str = "{service}. Its teams: {teams}."
    post_vacant: str = "vacant"
    """The state of a post that nobody holds."""
    fte_vacant: str = "{fte} of them vacant"
    milestones_drawn: str = "When {count} actions end, by month."
    milestones_undated: str = "{count} more have no such date."
    milestones_about: str = "How many actions end in each month. {months}."
    drawn_ends: str = "Actions that end"
    earlier: str = "Earlier"
    later: str = "Later"
    trends_heading: str = "Trends"
    trends_lead_in: str = (
        "The indicators that have figures of several years; all of them stand in the table above."
        " A solid line shows results, a broken line targets."
    )
    heat_map_lead_in: str = "Where the risks stand on the council’s scale:"
    heat_map_table: str = "Risks by impact and likelihood"
    heat_map_about: str = "For each step of impact and likelihood the score, its band and the risks that have it"
    impact_by_likelihood: str = "Impact by likelihood"
    money_drawn: str = "The money by kind and year, in {unit}"
    money_drawn_bare: str = "The money by kind and year"
    money_about: str = "What each kind of money comes to. {figures}."
