"""The words that stand in the Word templates: on covers, over columns, above and under tables, for screen readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """What every plan says, whatever stands in it.

    The fields that end in "table" are the titles of tables, those that end in "table_about" what they hold: a screen
    reader says both.
    """

    version_label: str = "Version"
    portfolio_holder: str = "Portfolio holder"
    portfolio_holders: str = "Portfolio holders"
    corporate_manager: str = "Corporate manager"
    contents: str = "Contents"
    page: str = "Page"
    of_pages: str = "of"
    """Between the number of a page and the number of pages."""

    name_label: str = "Name"
    signed: str = "Signed"
    date_label: str = "Date"
    sign_note: str = "Note"
    """Beside the condition under which an approval is given."""
    other_bodies: str = "These bodies approve the plan as well:"
    bodies_awaited: str = "These bodies have still to approve the plan:"
    body: str = "Body"
    minute_label: str = "Minute"
    approval_table_about: str = "Room for name, signature and date"
    bodies_table: str = "Bodies that approve the plan"
    bodies_table_about: str = "For each body the state, date and minute of its approval"

    ref: str = "Ref"
    service: str = "Service"
    team: str = "Team"
    status: str = "Status"
    indicator: str = "Indicator"
    indicator_column: str = "Indicator"
    """Over the names of the indicators in the tables of a service plan."""
    risk: str = "Risk"
    unit: str = "Unit"
    baseline_label: str = "Baseline"

    money_line: str = "Heading"
    money_type: str = "Type"
    money_table: str = "Money"
    money_table_about: str = "For each heading the figures of each year"
    asked_for: str = "What is asked for"
    amount: str = "Amount"
    posts_fte: str = "Posts (FTE)"
    how_often: str = "How often"
    answer: str = "Answer"
    bids_table: str = "Bids"
    bids_table_about: str = "What is asked for beyond what there is: amounts, posts and the answer"

    risk_scores_lead_in: str = "Scores, controls and further action for each risk:"
    score_now: str = "Score now"
    controls_in_place: str = "Controls in place"
    further_action: str = "Further action"
    risk_owner: str = "Owner"
    residual_score: str = "Residual score"
    target_score: str = "Target score"
    risk_scores_note: str = (
        "Score now is likelihood times impact as things stand. The residual score is what remains once the controls"
        " work; the target score is what the further action is meant to reach."
    )
    risks_table: str = "Risks"
    risks_table_about: str = "For each risk its scores, controls, further action and owner"

    status_heading: str = "How status is shown"
    status_key_lead_in: str = "Key to the status of actions:"
    what_it_means: str = "What it means"
    status_rules_lead_in: str = "How the status is decided:"
    key_table: str = "Key"
    key_table_about: str = "What each status means"
    completion_date: str = "Completion date"
    outcome_link: str = "Link to PI / outcome"
    lead_officers: str = "Lead officers"
    services_directly_affected: str = "Other services directly affected"
    additional_resources: str = "Additional resources"
    progress_update: str = "Progress update Q1–Q4"
    no_progress_yet: str = "Status and progress are given each quarter; none has been given yet."
    """Above the first table of actions, in place of these two columns."""
    every_action: str = "For every action of this plan: {facts}."
    every_indicator: str = "For every indicator in the table: {facts}."
    """What all rows of a table say alike is said in this sentence above it, instead of a column."""
    fact: str = "{label} – {value}"
    actions_table_about: str = "Each action with its steps, dates, outcome, leads, resources and progress"

    planned_table_about: str = "Each action with its steps, supporting information, dates and who is responsible"
    targets_table_about: str = "Each indicator or milestone with its target for each year and who leads"
    good_is: str = "Good is"
    results: str = "Results"
    frequency: str = "Frequency"
    who_answers: str = "Who answers for it"
    measure_owner: str = "Measure owner"
    measure_updater: str = "Measure updater"
    how_worked_out: str = "How the figures are worked out"
    method_label: str = "Method, target, thresholds and source"
    indicators_table: str = "Indicators"
    indicators_table_about: str = "What is measured, past results and targets, how often, and who answers for it"
    indicator_notes_table_about: str = "For each indicator its method, the reason for the target, thresholds and source"
