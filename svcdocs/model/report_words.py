"""The words of the draft covering report with which the corporate plan goes to Council."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportWords:
    """What the draft report says of its own accord; an officer finishes it. Words in braces are filled in."""

    report_title: str = "Report to Council: {title}"
    report_notice: str = (
        "This is a draft for an officer to finish. What stands in square brackets is still to be written; figures are"
        " worked out from the plans."
    )
    report_write: str = "[To be written by {who}: {what}]"
    report_by: str = "Report of"
    report_meeting: str = "Meeting"
    report_meeting_date: str = "[To be added: the date of the meeting]"
    report_contact: str = "Contact"

    report_purpose: str = "Purpose of this report"
    report_purpose_text: str = "To ask Council to adopt the {title} for {period}."
    report_recommendation: str = "Recommendation"
    report_resolve: str = "It is recommended:"
    report_adopt: str = (
        "That Council adopts the {title} {period}, as set out in the documents listed at the end of this report."
    )
    report_minor: str = (
        "That the Chief Executive, in consultation with the Leader of the Council, is authorised to make minor"
        " amendments to the {title} before it is published."
    )
    report_reviewed: str = "That progress against the {title} is reported to councillors each quarter."

    report_background: str = "Background"
    report_background_text: str = (
        "The {title} brings together the plans of {services} services. It holds {aims} aims, {promises} council"
        " actions, {actions} actions and {indicators} indicators."
    )
    report_aims: str = "Its aims are:"
    report_context: str = "how the plan came about, and what it follows from"

    report_changes: str = "What has changed"
    report_changes_lead: str = "In services and teams, while the plan runs:"
    report_withdrawn_lead: str = "Priorities that were withdrawn:"
    report_changes_why: str = "why this has changed, and what it means for residents"

    report_options: str = "Options considered"
    report_option_adopt: str = "Adopt the {title} as it stands. This is recommended."
    report_option_amend: str = "Adopt it with amendments. Services would have to plan anew for whatever is changed."
    report_option_refuse: str = "Not adopt it. The council would be without an agreed plan for {period}."
    report_options_why: str = "why the recommended option is the best"

    report_implications: str = "Implications"
    report_financial: str = "Financial"
    report_legal: str = "Legal"
    report_equality: str = "Equality"
    report_climate: str = "Climate and environment"
    report_risk: str = "Risk"
    report_consultation: str = "Consultation"
    report_money_lead: str = "The figures of the plan, as services and Finance have given them:"
    report_money_table: str = "The money of the council"
    report_money_about: str = "What each kind of money comes to, and how many services it is made of"
    report_no_money: str = "No service has given figures yet."
    report_bids: str = "Bids for more: {count}, which come to {sums}."
    report_bids_bare: str = "Bids for more: {count}."
    report_requests: str = "All that is asked for, in bids, by actions and in posts: {requests}."
    report_request: str = "{kind}: {count}"
    report_financial_what: str = "what the plan means for the budget and the medium-term financial strategy"
    report_legal_what: str = "the council’s powers and duties in this, and any legal risk"
    report_equality_what: str = "the outcome of the equality impact assessment"
    report_climate_what: str = "what the plan means for emissions and for being ready for a changing climate"
    report_risk_what: str = "the risks of adopting the plan, and of not adopting it"
    report_consultation_what: str = "who was consulted, what they said, and what was changed"
    report_risks_told: str = "The plan names {count} corporate risks. Those with the highest scores are:"
    report_risks_none: str = "The plan names no corporate risks."
    report_risks_about: str = "Each risk with its score and who watches it"
    report_finance_officer: str = "the Chief Finance Officer"
    report_legal_officer: str = "the Monitoring Officer"
    report_equality_officer: str = "the officer for equality"
    report_climate_officer: str = "the officer for climate"
    report_risk_officer: str = "the officer for risk"
    report_author: str = "the author of this report"

    report_approvals: str = "Where approvals stand"
    report_approvals_note: str = "As the framework of the plans has them."
    report_approvals_table: str = "Approvals by body"
    report_approvals_about: str = "For each body what it approves, and the state, date and minute of its approval"
    report_what_plan: str = "For which plan"
    report_every_plan: str = "All plans"
    report_no_bodies: str = "The framework names no body that approves the plans."
    report_signed: str = "Portfolio holders and managers have signed for {given} of {count} areas."

    report_owed: str = "Still to come before this goes to Council"
    report_papers: str = "Background papers"
    report_paper: str = "{title} ({file})"
    report_service_plans: str = "{title}: {service} ({file})"
    report_data: str = "Data of the {title} ({file})"
