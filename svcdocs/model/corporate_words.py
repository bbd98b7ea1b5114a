"""The words the corporate plan prints of its own accord, beside those all documents share."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.annex_words import AnnexWords
from svcdocs.model.framework import Framework
from svcdocs.model.report_words import ReportWords
from svcdocs.model.terms import OURS
from svcdocs.model.thread_words import ThreadWords
from svcdocs.model.words import Words, in_their_words, is_term, listed


@dataclass(frozen=True)
class CorporateWords(ReportWords, AnnexWords, ThreadWords, Words):
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
    other_headlines: str = "Other headline actions"
    headline: str = "{service}, by {finish}"
    headline_as_written: str = "{service}: {finish}"
    headline_undated: str = "{service}; no date given"
    for_items: str = "for {refs}"
    unserved_awaited: str = "{priority} (return awaited from {services})"

    return_awaited: str = "Return awaited from {service}, due {date}."
    return_awaited_undated: str = "Return awaited from {service}; no date was set."
    owed_by_service: str = "{service} –"
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
    watched_by: str = "Owner: {owner}"
    service_and_owner: str = "Service and owner"
    score_of: str = "score {score}"
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
    bid_refused: str = "{service}: {bid} was not agreed and is in no sum."
    bids_unpublished: str = "{service}: {count} of its bids are in the sums but not listed."

    questions: str = "Questions, and copies in other formats"
    draft_notice: str = "This is a draft. Wording and figures may still change before Council decides."
    foreword: str = "Foreword"
    summary: str = "Summary"
    foreword_owed: str = "foreword"
    """What is owed, where there is no foreword."""
    summary_owed: str = "summary"

    council_in_figures: str = "The council in figures"
    figures_note: str = (
        "All figures on these pages are worked out from the services’ returns, and can be worked out again from them."
    )
    most_led: str = "Most actions are led by {leads}. All who lead are in annex D."
    nobody_leads: str = "Actions that nobody leads yet: {count}."
    actions_stand: str = "Where the actions stand: {figures}; not said: {unsaid}."
    challenges: str = "Challenges"
    what: str = "What"
    figure: str = "Figure"
    what_is_counted: str = "What is counted"
    count_of_services: str = "Services with a plan"
    services_counted: str = "Services whose return has come in"
    count_of_aims: str = "Aims"
    aims_counted: str = "In force; withdrawn ones are not counted"
    count_of_council_actions: str = "Council actions"
    council_actions_counted: str = "In force; {served} of them have a contribution from at least one service"
    count_of_objectives: str = "Objectives"
    objectives_counted: str = "Of all services; parts of objectives are not counted"
    count_of_actions: str = "Actions"
    actions_counted: str = "Of all services; {headlines} of them are headline actions"
    count_of_indicators: str = "Indicators"
    indicators_counted: str = "Of all services; the scorecard has {lines} lines"
    count_of_risks: str = "Risks"
    risks_counted: str = "Of all services; {corporate} of them are corporate risks"
    count_of_posts: str = "Workforce (FTE)"
    posts_counted: str = "{services}, in full-time equivalents"
    figures_table_about: str = "Each figure with what is counted in it"
    by_service: str = "Service by service"
    headline_actions: str = "Headline actions"
    council_actions_served: str = "Council actions served"
    fte_label: str = "FTE"
    by_service_table_about: str = "For each service how much its plan holds"
    unpublished: str = "Rows not for publication: {count}. They are counted here and not shown elsewhere in this plan."

    gaps_heading: str = "What is still to be joined up"
    none_unserved: str = "Every priority has at least one contribution."
    none_loose: str = "Every objective and every action serves a priority."
    requests_heading: str = "Help between services that is not settled"
    requests_note: str = "What actions of one service need of another, where there is no answer or it is another one."
    requests_table: str = "Help between services that is not settled"
    requests_table_about: str = "For each request who asks whom, for which action, by when, and what was answered"
    owed_note: str = (
        "This is promised, or asked for in a workbook that has not come back. It is listed by who owes it, what is due"
        " first standing first."
    )
    owed_by: str = "Owed by"
    owed_label: str = "What is to come, for which service, and by when"
    owed_table_about: str = "For each who owes something what it is, for which service, and by when"

    scorecard: str = "Scorecard"
    no_scorecard: str = "No indicator is marked for the scorecard."
    latest_result: str = "Latest result"
    target_for: str = "Target {year}"
    who: str = "Who"
    scorecard_table_about: str = (
        "Each indicator with its service, baseline, latest result, targets and who answers for it"
    )
    missing_lead_in: str = "Missing from the scorecard:"
    corporate_risks: str = "Corporate risks"
    corporate_risks_note: str = (
        "These are the risks in the highest band of the council’s scale, and below them those that services marked as"
        " corporate. The score is likelihood times impact. What several services name in nearly the same"
        " words stands once."
    )
    lower_risks: str = "Marked as corporate, and below the highest band"
    lower_risks_note: str = "What is done about these, and who watches them, is in the plans of the services."
    lower_risks_about: str = (
        "Each risk with its score and who watches it; what is done about it is in the service’s plan"
    )
    score: str = "Score"
    controls_and_further: str = "Controls and further action"
    corporate_risks_table_about: str = "Each risk with its score, controls and owner"

    workforce_note: str = (
        "Full-time equivalents (FTE): a team counts with the total it stated, or else with the sum of its posts."
    )
    none_there: str = "There are none."

    workforce_as_at: str = "As in the workbooks of {date}."
    workforce_agrees: str = "Every total that a team states is the sum of its posts."
    team_with_fte: str = "{team} {fte}"
    vacant: str = "Of these vacant"
    not_certain: str = "Of these not certain"
    workforce_table: str = "Workforce by service"
    workforce_table_about: str = (
        "For each service its full-time equivalents, and how many of them are vacant or not certain"
    )
    not_certain_note: str = "Not certain means not confirmed, or subject to a bid."
    figures_notes: str = "To be read with these figures:"
    """Over the notes under a table of figures."""

    finance_heading: str = "Finance"
    finance_note: str = "Income and savings are given without a minus sign. Nothing is set off against anything else."
    spending: str = "Spending"
    income: str = "Income"
    savings: str = "Savings"
    reserves: str = "Reserves"
    capital: str = "Capital"
    council_money_table_about: str = "For each service its spending, income and savings"
    money_agrees: str = "Every total that a service states agrees with the sum of its lines."
    sums_notes: str = "Not in these sums, or not agreeing with them:"
    all_figures_notes: str = "To be read with all figures:"
    council_bids_table_about: str = "For each bid the service, what it is for, the amount, the posts and the answer"
    bids_notes: str = "To be read with these bids:"
    all_requests: str = "All that is asked for"
    all_requests_note: str = (
        "Bids, what actions ask for beyond what their services have, and posts that are not certain: each once, however"
        " many ask for it. What was not agreed is not counted. An amount for every year counts in each year of the"
        " service’s plan."
    )
    how_certain: str = "How certain"
    requests_label: str = "Requests"
    all_requests_table_about: str = "For each degree of certainty how many requests there are, the amount and the posts"
    requests_unread: str = "{count} of them with an amount that cannot be added"
    in_no_year: str = "No year given: {value}"
    request_firm: str = "There already, or agreed"
    request_asked: str = "Asked for"
    request_conditional: str = "Hangs on a condition"
    request_refused: str = "Not agreed"

    milestones: str = "The year’s milestones"
    what_happens: str = "What happens"
    milestones_table: str = "Milestones"
    milestones_table_about: str = "Each date with what happens and who acts"
    headline_ends: str = "Headline action ends: {actions}"
    dates_left_out: str = "Dates of the planning round before {date} are left out: {count}."
    approvals_heading: str = "How this plan is approved"
    approvals_table_about: str = "For each body where its approval stands, the date and the minute"
    where_it_stands: str = "Where it stands"
    approval_awaited: str = "Not yet given"
    annexes_note: str = (
        "The annexes to this plan: A, all actions; B, all indicators; C, who needs whose help; D, the index by lead and"
        " by what the actions are for; E, abbreviations."
    )
    no_milestones: str = "The council has set no dates yet."


CORPORATE = CorporateWords()


def every_word() -> dict[str, str]:
    """The rows of the sheet Our words: our terms, then all other words by their names; each as we print it."""
    terms = {one: f"{one}, {several}" for one, several in OURS.items()}
    return terms | {name.replace("_", " "): word for name, word in listed(CORPORATE) if not is_term(name)}


def corporate_words_of(framework: Framework) -> CorporateWords:
    """The words of one council for its corporate plan."""
    return in_their_words(CORPORATE, framework)
