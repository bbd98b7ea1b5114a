"""The words of the golden thread in the corporate plan: from aims to council actions, measures, money and gaps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ThreadWords:
    """What the corporate plan says of the thread of its own accord. Words in braces are filled in."""

    also_contributing: str = "Actions for {aim} that serve none of its council actions: {services}."
    contributing: str = "Actions for {aim}: {services}."
    no_aim: str = "No aim"
    """What stands under no aim, where an aim is named."""
    service_count: str = "{name} ({count})"
    counted: str = "{what}: {count}"
    share_also: str = "also {refs}"
    share_more: str = "other actions: {count}"
    share_objectives: str = "objectives: {refs}"
    share_unnamed: str = "objectives without a reference: {count}"

    thread_heading: str = "The golden thread"
    thread_note: str = (
        "What services do leads to what the council has set out to do. An action that serves two aims counts at both."
    )
    all_approved: str = "Approval of all council actions that are in force: {by}."
    thread_drawn: str = "The aims, and under each its council actions with what leads to them."
    thread_about: str = "Under each aim its council actions. {figures}."
    count_of_services_short: str = "Services"
    coverage_heading: str = "Which service contributes to which aim"
    coverage_note: str = "The figures are numbers of actions."
    coverage_about: str = "For each service how many of its actions lead to each aim"
    serves_nothing: str = "No aim or action"
    """Over the number of actions that lead to no priority."""
    none_here: str = "None"
    thread_table: str = "What leads to each council action"
    thread_table_about: str = "For each council action its services, objectives, actions and indicators"
    contributors: str = "Services, with their actions"

    approaches_lead_in: str = "How we go about it:"
    headlines_of: str = "Headline actions: {heading}"
    """The title of a table, for screen readers."""
    headlines_table_about: str = "Each headline action with its service, and by when"
    headline_label: str = "Headline action"
    measures_lead_in: str = "How we will know:"
    measures_of: str = "How we will know: {heading}"
    """The title of a table, for screen readers."""
    measures_table_about: str = "Each indicator with its service, latest result and targets"
    more_measures: str = "More indicators that measure it: {count}. All are in annex B."
    measures_off_the_scorecard: str = "Indicators that measure it: {count}. All are in annex B."
    nothing_measures_it: str = "No indicator measures this yet."
    money_for_it: str = "The money:"
    money_needed: str = (
        "Of its {all} actions {nothing} need nothing beyond what there is, and {asking} say what they need; not said:"
        " {unsaid}."
    )
    money_all_said: str = (
        "Of its {all} actions {nothing} need nothing beyond what there is, and {asking} say what they need."
    )
    highest_sums: str = "The most is needed by: {sums}."
    sum_of: str = "{name}, {sum} ({service})"
    needs_added: str = (
        "Added up, each pound once, with the number of requests: {sums}. What serves two aims is in the sums of both."
    )
    need_each_year: str = "in each year {sum} ({count})"
    need_once: str = "once {sum} ({count})"
    need_in_year: str = "in {year} alone {sum} ({count})"
    need_capital: str = "of capital {sum} ({count})"
    need_capital_in_year: str = "of capital for {year} {sum} ({count})"
    needs_left: str = "In no sum: {reasons}."
    needs_not_added: str = "None of it can be added up: {reasons}."
    need_no_figure: str = "no one clear figure ({names})"
    need_no_kind: str = "not said when, or whether each year ({names})"
    need_refused: str = "not agreed ({names})"
    need_hidden: str = "not for publication ({names})"
    need_without_ref: str = "{count} without a reference"
    bids_for_it: str = "Its bids: {bids}."
    contribution: str = "What it contributes"
    shares_of: str = "Contributions: {heading}"
    """The title of a table, for screen readers."""
    shares_table_about: str = (
        "For each council action and service its foremost action, what else it does, and when all of it is done"
    )
    actions_of_aim: str = "{what} under {aim}"
    all_in_annex: str = "Actions for it in all: {count}. They are in annex A, who leads them in annex D."

    unserved_lead_in: str = "No objective and no action of any return that has come in leads to these:"
    unmeasured_lead_in: str = "No indicator measures these:"
    loose_lead_in: str = "This work serves no priority:"
    loose_measures_lead_in: str = "These indicators measure nothing:"
    an_action: str = "action"
    """What sort of work it is, behind an action that serves no priority; the others are objectives."""
    none_unmeasured: str = "Every council action is measured by at least one indicator."
    none_measure_nothing: str = "Every indicator measures something."

    against_target: str = "Against target {year}"
    target_reached: str = "At target"
    target_not_reached: str = "Short of target"
    target_not_compared: str = "Cannot be compared"
    """How the latest result stands against the target for the first year."""
    scorecard_told: str = (
        "Lines of the scorecard: {all}. At their target for the first year already: {there}; short of it: {short}; not"
        " to be compared, for want of a figure or of what is good: {untold}. Each line stands with the aim that it"
        " measures; those that several services share stand here."
    )
    scorecard_drawn: str = "The latest results against the targets for the first year: how many lines of each service."
    shared_heading: str = "Measures that services share"
    shared_about: str = "For each service the latest result and the targets of each measure"
    scorecard_about: str = "How many lines of each service have reached the target for the first year. {figures}."
