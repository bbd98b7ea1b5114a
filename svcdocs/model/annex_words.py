"""The words of the annexes to the corporate plan, of the spreadsheet of its data, and of its summary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnnexWords:
    """What annexes and summary say of their own accord. Words in braces are filled in."""

    annex_actions: str = "Annex A: Actions"
    annex_indicators: str = "Annex B: Indicators"
    annex_dependencies: str = "Annex C: Who needs whose help"
    annex_index: str = "Annex D: Index"
    annex_glossary: str = "Annex E: Abbreviations"
    annex_hidden: str = "Not for publication and not shown here: {count}."
    """How many rows are left out of an annex or a sheet."""
    annex_nothing: str = "Nothing has come in yet."

    annex_actions_note: str = (
        "Every action of every service, in the order of the services’ plans: what it serves, who leads it, and by when."
    )
    annex_action: str = "Action"
    annex_serves: str = "Serves"
    annex_lead: str = "Lead"
    annex_no_lead: str = "No lead given"
    annex_no_date: str = "no date given"
    annex_also_leading: str = "also leading"
    annex_actions_table: str = "Actions of {service}"
    annex_actions_about: str = "Each action with what it serves, who leads it, and by when"
    annex_indicators_note: str = (
        "Every indicator of every service, in the order of the services’ plans: past results, targets, and who answers"
        " for it."
    )
    annex_indicators_table: str = "Indicators of {service}"

    annex_dependencies_note: str = (
        "What the actions need of other services, as their plans say it: first from the side of those who ask, then"
        " from the side of those who are asked."
    )
    annex_at_a_glance: str = "At a glance"
    annex_glance_table: str = "Who needs whose help"
    annex_glance_about: str = "For each service whose help its actions need, and whose actions need its help"
    annex_glance_note: str = "In brackets the number of times that help is asked for."
    annex_needs_help_of: str = "Needs the help of"
    annex_asked_by: str = "Is asked for help by"
    annex_counted: str = "{name} ({count})"
    annex_needed: str = "What each service needs"
    annex_needed_by: str = "{service} needs"
    annex_asked_for: str = "What each service is asked for"
    annex_asked_of: str = "{service} is asked for"
    annex_all_services: str = "All services"
    annex_asked_of_all: str = "All services are asked for"
    annex_others: str = "Others who are asked"
    annex_others_note: str = "These write no plan of their own, or are not of the council."
    annex_for_action: str = "For which action"
    annex_what_help: str = "What is needed"
    annex_of_whom: str = "Of whom, and what is needed"
    annex_not_said: str = "Not said"
    annex_help_about: str = "For each thing that is needed of whom it is, for which action, and by when the action ends"
    annex_answered: str = "Answer: {answer}"
    annex_not_sent: str = "Not asked in writing yet"
    annex_no_answer_due: str = "Asks all services, so that nobody in particular answers"
    annex_answers: str = "Requests to other services: {count}. Sent out in writing: {sent}. {answers}."
    annex_answers_none: str = "Requests to other services: {count}. None has been sent out in writing yet."
    annex_answers_note: str = (
        "Each answer stands below what is needed, and is that of the service which is asked. Below what has not been"
        " asked in writing yet there is none."
    )
    annex_answer_count: str = "{answer}: {count}"
    annex_other_date: str = "By another date"
    annex_no_help: str = "No action needs the help of others."

    annex_index_note: str = "The same actions in two orders: by who leads them, and by what they are for."
    annex_by_lead: str = "By who leads"
    annex_by_priority: str = "By what they are for"
    annex_by_priority_note: str = (
        "For each of the council’s priorities the actions that lead to it, by service. An action without a reference is"
        " named by its title."
    )
    annex_the_aim: str = "{aim} as a whole"
    annex_no_priority: str = "None of the council’s priorities"
    annex_priority: str = "Priority"
    annex_priority_about: str = "For each priority the services whose actions lead to it, and these actions"

    annex_glossary_note: str = "The short forms that are used in the plans of the council and its services."
    annex_short_forms: str = "Short forms and what they stand for"
    annex_short: str = "Short form"
    annex_in_full: str = "In full"
    annex_glossary_about: str = "Each short form with what it stands for"
    annex_unexplained: str = "Still to be said in full: {shorts}."
    annex_no_short: str = "No short forms are used."

    book_title: str = "{council}: data of the {title}, {period}"
    book_contents: str = "Contents"
    book_about: str = "What this is"
    book_what: str = "What it holds"
    book_rows: str = "Rows"
    book_hidden: str = "Not for publication"
    book_sheet: str = "Sheet"
    book_actions: str = "Actions"
    book_indicators: str = "Indicators"
    book_dependencies: str = "Dependencies"
    book_by_lead: str = "Index by lead"
    book_by_priority: str = "Index by priority"
    book_glossary: str = "Glossary"
    book_leading: str = "Leading"
    book_first: str = "First"
    book_also: str = "Also"
    """Whether somebody leads an action first or beside another."""
    book_measures: str = "Measures"
    book_baseline_from: str = "Baseline from"
    book_result: str = "Result {year}"
    book_by_lead_about: str = "Every action under each person or post that leads it"
    book_by_priority_about: str = "Every action under each of the council’s priorities that it leads to"
    book_aim: str = "Aim"

    summary_title: str = "{title}: summary"
    summary_aims: str = "What we want to achieve"
    summary_promises: str = "What we have promised:"
    summary_first: str = "Some of what we will do:"
    summary_measured: str = "How we will know:"
    summary_now: str = "Where we stand"
    summary_measures_table: str = "How we will know: {heading}"
    summary_measures_about: str = "Each measure with where we stand and our target"
    summary_in_figures: str = "The plan in figures"
    summary_figures_table_about: str = "Each figure with what is counted in it"
    summary_money: str = "The money"
    summary_money_table: str = "The money of the council"
    summary_money_about: str = "What each kind of money comes to in each column"
    summary_kind: str = "Kind"
    summary_changes: str = "What changes in these years"
    summary_say: str = "Have your say"
    summary_say_part: str = "have your say"
    """The part of the corporate plan, on the sheet Corporate text, that stands under that heading."""
    summary_say_text: str = (
        "Tell us what you think of this plan, and what we have missed. If you need it in large print, in an easy-read"
        " form or in another language, ask us."
    )
    summary_say_contact: str = "Write to us or call us: {contact}"
    summary_more: str = "Where to read more"
    summary_more_text: str = (
        "The {title} says all this at length. Its annexes list every action and every indicator of every service, and"
        " the same data stand in a spreadsheet."
    )
