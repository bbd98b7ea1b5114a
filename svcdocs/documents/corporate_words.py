"""The words the corporate plan prints of its own accord, beside those all documents share."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from svcdocs.documents.words import Words, words_of
from svcdocs.model.framework import Framework


@dataclass(frozen=True, slots=True)
class CorporateWords(Words):
    """What the corporate plan says when framework and plans do not.

    As with all words, the sheet "Our words" knows a field by its name with blanks for underscores, and what stands in
    braces is filled in.
    """

    corporate_document_title: str = "{council}: {title}, {period}"
    priority_heading: str = "{level} {ref}: {text}"
    priority_heading_without_ref: str = "{level}: {text}"
    council_action_heading: str = "{ref} {text}"
    other_council_actions: str = "Other council actions"
    """The heading over the council actions that stand under no aim."""
    item: str = "part"
    lead_service: str = "Lead: {services}."
    approved_by: str = "Approved: {by}."
    withdrawn_on: str = "Withdrawn on {date}."
    replaced_by: str = "Replaced by {ref}."
    changes_heading: str = "Changes to services in these years"
    no_contribution: str = "No service contributes to this yet."
    no_action: str = "No action is planned for this yet."
    headline: str = "{service}, by {finish}"
    headline_as_written: str = "{service}: {finish}"
    headline_undated: str = "{service}; no date given"
    no_date: str = "no date given"
    for_items: str = "for {refs}"
    also_leading: str = "also leading"
    no_lead: str = "No lead given"
    also_contributing: str = "Also contributing to {aim}"
    contributing: str = "Contributing to {aim}"
    also_contributing_to_none: str = "Other contributions"
    unserved_awaited: str = "{priority} (return awaited from {services})"

    return_awaited: str = "Return awaited from {service}, due {date}."
    return_awaited_undated: str = "Return awaited from {service}; no date was set."
    owed_by_service: str = "{service} – "
    """What stands before the note of figures that a service still owes."""
    still_owed: str = "Still to come"
    """The heading over the list of everything that is still to come."""
    nobody_named: str = "Nobody named"
    """Who owes what nobody has been named for."""
    owed_line: str = "{what} ({service}), by {date}"
    owed_line_undated: str = "{what} ({service}); no date given"
    text_owed: str = "To be added: {what}."
    of_services: str = "{some} of {all}"
    from_services: str = "Sum of {some} of {all} services"
    not_given_by: str = "Not given by: {services}. Their figures are in no sum."
    awaited: str = "Awaited"

    measure: str = "{unit}; good is {good}"
    result: str = "{value} ({year})"
    target: str = "{year}: {value}"
    shared_missing: str = "{ref} {name}: {missing}."
    shared_not_reported: str = "not reported by {services}"
    shared_awaited: str = "return awaited from {services}"
    controls: str = "In place: {text}"
    further: str = "Still to do: {text}"

    post_not_counted: str = "{service}, {team}: {post} is not counted, since its FTE is given as “{written}”."
    post_without_fte: str = "{service}, {team}: {post} is not counted, since no FTE is given."
    team_without_fte: str = "{service}: {team} gave no figure."
    team_differs: str = "{service}, {team}: the stated total of {stated} is used; the posts come to {posts}."
    money_heading: str = "{heading}, as at {date}"
    money_not_counted: str = "{service}: “{line}” is not in the sums, since it is given as “{written}”."
    money_blank: str = "{service}: “{line}” has no figure."
    money_other_column: str = "{service}: “{line}” has {written} under {column}, which is no column of the council's."
    money_other_kind: str = "{service}: {kind} {amount}"
    total_differs: str = "{service}: “{line}” states {stated}; its lines come to {sum}."
    both_signs: str = "{service}: {kind} has figures with a minus and without; they are set off against each other."
    council_total: str = "Council"
    bids_total: str = "All services"
    bids_counted: str = "{count} in all"
    bid_not_added: str = "{service}: an amount of {bid} is not one figure, so that year of it is not in the sum."
    bids_unpublished: str = "{service}: {count} of its bids are in the sums but not listed."


def corporate_words_of(framework: Framework) -> CorporateWords:
    """The words of one council: ours, but for those it has words of its own for."""
    shared = words_of(framework)
    taken = {field.name: getattr(shared, field.name) for field in dataclasses.fields(shared)}
    names = {field.name for field in dataclasses.fields(CorporateWords)} - set(taken)
    for row in framework.words:
        name = "_".join(row.term.casefold().replace("-", " ").split())
        if name in names and row.singular.strip():
            taken[name] = row.singular.strip()
    return CorporateWords(**taken)
