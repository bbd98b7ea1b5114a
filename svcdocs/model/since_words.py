"""The words of the appendix that says what has changed since last year."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.change_words import ChangeWords


@dataclass(frozen=True, slots=True)
class SinceWords(ChangeWords):
    """What is said of last year's objectives, actions and indicators. Words in braces are filled in."""

    since_heading: str = "What has changed since last year"
    since_there_were: str = "Objectives, actions and indicators in last year’s plan: {count}."
    since_there_were_in: str = "Objectives, actions and indicators in last year’s plan, for {year}: {count}."
    since_all: str = "Objectives, actions and indicators in last year’s plans: {count}."
    since_all_in: str = "Objectives, actions and indicators in last year’s plans, for {year}: {count}."
    since_of_these: str = "Of these: {counts}."
    since_new: str = "New this year: {count}."
    since_done: str = "{count} done"
    """What has become of so many, in the sentence that counts them."""
    since_carried: str = "{count} carried over"
    since_redated: str = "{count} with a new end date"
    since_merged: str = "{count} merged"
    since_dropped: str = "{count} dropped"
    since_missing: str = "{count} not accounted for yet"
    since_awaited: str = "{count} awaited in returns that have not come in"
    since_done_heading: str = "Done"
    since_carried_heading: str = "Carried over"
    since_changed_heading: str = "Carried over under another reference or wording"
    since_redated_heading: str = "With a new end date"
    since_merged_heading: str = "Merged"
    since_dropped_heading: str = "Dropped"
    since_missing_heading: str = "Not accounted for yet"
    since_ref: str = "Reference"
    since_was: str = "What it was"
    since_done_how: str = "How it ended"
    since_carried_how: str = "Now"
    since_redated_short: str = "New end"
    """Over the number of those, in a narrow column."""
    since_redated_how: str = "Its end"
    since_merged_how: str = "Merged into"
    since_dropped_how: str = "Why, and who was asked"
    since_missing_how: str = "What is known"
    since_objective: str = "Objective"
    since_action: str = "Action"
    since_indicator: str = "Indicator"
    since_reported_done: str = "Reported as done last year"
    since_said_done: str = "Done, as the service reports"
    since_in_service: str = "{what} ({service})"
    since_other_words: str = "found by its wording"
    since_end: str = "{before}; now {after}"
    since_reason: str = "Reason: {text}"
    since_asked: str = "Asked: {text}"
    since_withdrawn: str = "Its row of this year says so"
    """Who was asked, where no more is said than on the row of this year that is marked as withdrawn."""
    since_nothing_known: str = "The service has not said yet"
    since_last_year: str = "Last year"
    """Over the number of all things that last year's plan had."""
    since_open: str = "Open"
    """Over the number of those that are not accounted for yet, or awaited."""
    since_total: str = "All services"
    since_table: str = "Last year’s plans by service"
    since_table_about: str = (
        "For each service how many objectives, actions and indicators there were, and what has become of them"
    )
    since_fate_table_about: str = "For each its reference, what it was, and what has become of it"
    since_council_fate_table_about: str = "For each the service, what it was, and what has become of it"
    since_unpublished: str = "Counted above and not for publication: {count}."
    since_owed: str = "what has become of {what}, which last year’s plan had"
    """What a service owes that has not said so."""
    since_several_owed: str = "what has become of {count} things that last year’s plan had"
    since_note: str = (
        "What is carried over without a change is counted and not listed. What stands in both plans was "
        "found by its reference; where that has changed, by its wording, or by what the service says."
    )
