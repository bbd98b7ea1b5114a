"""Every word the documents print of their own accord, in one table, with the council's own words in their place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from svcdocs.model.change_words import ChangeWords
from svcdocs.model.drawn_words import DrawnWords
from svcdocs.model.edition_words import EditionWords
from svcdocs.model.framework import Framework
from svcdocs.model.request_words import RequestWords
from svcdocs.model.signers_words import SignersWords
from svcdocs.model.since_words import SinceWords
from svcdocs.model.template_words import TemplateWords
from svcdocs.model.terms import FORMS_OF_OURS, Terms, said_in, term_key, terms_of


@dataclass(frozen=True)
class Words(DrawnWords, SinceWords, ChangeWords, RequestWords, SignersWords, EditionWords, TemplateWords):
    """What the documents say when the plan itself does not: the words of each kind of text, gathered under one name.

    The kinds stand here from the last to the first in which a table of all words lists them. Each field is a word of
    ours by which the framework's sheet "Our words" knows it, with blanks for underscores ("not given"). Words in
    braces are filled in: {who}, {when}, {what} and so on.
    """

    not_given: str = "Not given"
    dash: str = "–"
    draft: str = "Draft"
    draft_title: str = "{title} – draft"
    """The title of a plan, on its cover and in its properties, while it is a draft."""
    document_title: str = "{service}: {title}, {period}"
    short_title: str = "{service}: {title}"
    """What stands at the top of every page."""
    period: str = "{first} to {last}"
    cut_short: str = "{year}, to {date}"
    """The last year of a plan that ends before that year does, over its targets."""
    from_day: str = "From {date}"
    """On the cover, under the period, of a service that begins while the plans run."""
    until_day: str = "Until {date}"
    from_until: str = "From {date} until {until}"
    version: str = "{version}, {date}"
    to_be_added: str = "To be added: {what}"
    to_be_added_by: str = "To be added by {who}: {what}"
    to_be_added_when: str = "To be added by {when}: {what}"
    to_be_added_by_when: str = "To be added by {who} by {when}: {what}"
    still_to_come: str = "the text of this section"
    """What is owed, where nobody has said what it is."""
    part_of: str = "{part} of {whole}"
    the_part: str = "the {part}"
    the_part_of: str = "the {part} of {whole}"
    step_of: str = "step {number} of {action}"
    part_actions: str = "actions"
    part_indicators: str = "indicators"
    part_risks: str = "risks"
    part_objectives: str = "objectives"
    part_passages: str = "text"
    part_swot: str = "SWOT"
    part_drivers: str = "external drivers"
    part_partners: str = "partners"
    part_posts: str = "posts"
    part_money: str = "figures"
    missing_picture: str = "the picture {file}"
    missing_table: str = "the table {name}"
    table_in: str = "A table in the section {heading}"
    """The title of a table that nobody has described."""
    own_table_item: str = "Item"
    """Over the first column of a table of a service's own that has no heading."""
    own_table_column: str = "Column {number}"
    """Over any other such column."""
    own_table_about: str = "A table of {columns} columns: {headings}"
    """The description of a table of a service's own, for screen readers."""
    picture: str = "A picture in the section {heading}"
    """The description of a picture that nobody has described."""
    logo: str = "{council}: the council’s logo"

    aim: str = "aim"
    approach: str = "approach"
    approaches: str = "approaches"
    council_action: str = "council action"
    council_actions: str = "council actions"
    withdrawn: str = "withdrawn on {date}"
    replaced: str = "replaced by {ref}"
    written_as: str = "{ref} (written as {written})"
    serves: str = "serves {refs}"
    threatens: str = "threatens {refs}"
    action_for: str = "For {refs}"
    leading_to: str = "leading to"
    resulting_in: str = "resulting in"

    action_plan: str = "Service improvement action plan"
    council_actions_heading: str = "Council actions for this service"
    other_actions: str = "Other actions of the service"
    """The heading over actions of no group, where others have one."""
    values_heading: str = "The council’s values"
    swot: str = "Strengths, weaknesses, opportunities and threats"
    drivers: str = "External drivers"
    partners: str = "Key partners"
    objectives_heading: str = "Service objectives"
    finance: str = "Financial resources"
    workforce: str = "Workforce"
    risks_heading: str = "Risks"
    indicators_heading: str = "Appendix: local indicators"
    other_entries: str = "Other"
    """The heading over entries of a SWOT that nobody has put under a heading, and over text that is in no section."""
    all_teams: str = "Service as a whole"

    measured_by: str = "Measured by {refs}"
    outputs: str = "Outputs: {text}"
    main_risk: str = "Main risk: {text}"
    quarter: str = "{quarter}: {text}"
    q1: str = "Q1"
    q2: str = "Q2"
    q3: str = "Q3"
    q4: str = "Q4"
    responsible: str = "Responsible: {names}"
    owner: str = "Owner: {names}"
    updater: str = "Updater: {names}"
    measures: str = "Measures {refs}"
    on_its_own: str = "{value} ({note})"
    year: str = "{year}: {value}"
    why_target: str = "Why this target: {text}"
    threshold: str = "Green and red: {text}"
    source: str = "Source: {text}"

    team_from: str = "from {date}"
    team_until: str = "until {date}"
    team_before: str = "until then {team}"
    the_service: str = "the service {service}"
    in_service: str = "in {service}"
    team_in_service: str = "{team} in {service}"
    service_as_team: str = "{service} (as {team})"
    changes_lead_in: str = "While this plan runs, these things change:"
    team_leaves: str = "{team} belongs to this service until {date}, then to {after}, in whose plan its work stands."
    team_is_split: str = "{team} belongs to this service until {date}, then to {after}."
    team_joins: str = "{team} belongs to this service from {date}, until then to {before}."
    work_here: str = "All its work in these years stands in this plan."
    service_joins: str = "{team} is a team of this service from {date}, until then the service {before}."
    team_begins: str = "{team} is a new team of this service from {date}."
    team_ends: str = "{team} is a team of this service until {date}."
    teams_become: str = "From {date} the work of {before} is done by {after}."
    team_moves: str = "From {date} {team} belongs to {service}, until then to {before}."
    team_of_service_begins: str = "From {date} {service} has a new team, {team}."
    team_of_service_ends: str = "{team} is a team of {service} until {date}."
    service_begins: str = "From {date} there is a new service, {service}."
    service_closes: str = "{service} is a service of the council until {date}."
    teams_become_in: str = "From {date} the work of {before} in {service} is done by {after}."
    team_fte: str = "{team} – {fte} FTE"
    fte: str = "{fte} FTE"
    number_of_post: str = "{number} x {post}"
    """How many there are of a post."""
    reports_to: str = "reports to {post}"
    filled: str = "filled"
    """The state of a post that goes without saying."""
    saving_included: str = "Already in the figures"
    saving_not_included: str = "Not yet in the figures"
    as_at: str = "{heading} as at {date}"
    money_unit: str = "All figures are in {unit}."
    fund: str = "Fund: {fund}."
    figures_version: str = "Figures: {version}."
    column_note: str = "{heading}: {text}."
    bids_heading: str = "Bids for more"
    """The heading over what a service asks for beyond what it has."""
    bid_why: str = "Why: {text}"
    bid_without: str = "Without it: {text}"
    shared_with: str = "Shared with {others}; counted once"
    total: str = "Total"
    """The type of a line of money that is a total."""
    subject_to: str = "Subject to: {text}"
    approval: str = "Approval"
    approvals: str = "Approved by:"
    minute: str = "minute {minute}"
    leave_out: str = "Leave out"
    """What is typed in a field of an action, or for the aims or approaches of a table, so that no label is printed."""
    council_actions_plan: str = "Council actions implementation plan"
    operational_plan: str = "Operational plan"
    improvement_plan: str = "Improvement plan"
    council_action_label: str = "Council action"
    actions_heading: str = "Actions"
    improvement: str = "Improvement or change objective"
    supporting_information: str = "Supporting information"
    completion: str = "Completion by month"
    responsible_officer: str = "Responsible officer"
    resources_required: str = "Additional resources required"
    outputs_produced: str = "Outputs"
    outcomes: str = "Outcomes"
    risks_to_it: str = "Risks"
    services_affected: str = "Other services affected"
    status_now: str = "Status: {text}"
    progress_in: str = "Progress {quarter}: {text}"
    relevant_aims: str = "Relevant council aim/s"
    relevant_approaches: str = "Relevant council approach/es"
    also_serves: str = "Also serves"
    service_objective: str = "Service objective: {text}"
    indicator_or_milestone: str = "Performance indicator or milestone"
    lead_officer: str = "Lead officer"
    targets: str = "Targets"
    """The heading over the targets of all years where these are too many for a column each."""
    not_set: str = "Not set"
    baseline_from: str = "{note} = {value}"
    baseline: str = "baseline {value}"
    nothing_measured: str = "No indicator or milestone has been set for this yet."
    nothing_planned: str = "No action has been planned for this yet."
    other_indicators: str = "Other indicators and milestones"
    and_last: str = "{most} and {last}"
    """Names in a sentence: all but the last, and the last."""
    yes: str = "Yes"
    no: str = "No"


DEFAULT = Words()

WordsT = TypeVar("WordsT", bound="Words")

_BRACES = re.compile(r"(\{\w+\})")


def words_of(framework: Framework) -> Words:
    """The words of one council for the plans of its services."""
    return in_their_words(DEFAULT, framework)


def in_their_words(ours: WordsT, framework: Framework) -> WordsT:
    """Our words with the council's in their place, in the language of its documents.

    For each word the council's own row for that very word comes first: in the column of the language, else in the usual
    one. Where it has none, our word is taken with the council's terms put into it.
    """
    own = _own_rows(framework)
    terms = Terms(terms_of(framework).theirs)  # names of teams do not stand in our words
    theirs = {
        name: _whole(word, own[name]) if name in own and not is_term(name) else _in_terms(word, terms)
        for name, word in listed(ours)
    }
    return dataclasses.replace(ours, **theirs)


def listed(words: Words) -> Iterator[tuple[str, str]]:
    """The words of a table by the names of their fields."""
    return ((field.name, getattr(words, field.name)) for field in dataclasses.fields(words))


def filled_in(word: str) -> tuple[str, ...]:
    """What is filled in in a word or sentence, each once: "{ref} of {whole}" has {ref} and {whole}."""
    return tuple(dict.fromkeys(_BRACES.findall(word)))


def is_term(name: str) -> bool:
    """Whether a word of that field is a term or the plural of one, so that the row of the term speaks for it."""
    return term_key(name) in FORMS_OF_OURS


def capitalised(word: str) -> str:
    """A word as it stands at the beginning of a heading or sentence."""
    return word[:1].upper() + word[1:]


def _own_rows(framework: Framework) -> Mapping[str, str]:
    """What the council has put beside each of our words, by the name of its field."""
    said = ((row.term, said_in(row, framework.about.language)[0]) for row in framework.words)
    return {term_key(term).replace(" ", "_"): word for term, word in said if word}


def _in_terms(ours: str, terms: Terms) -> str:
    """Our word with the council's terms in it; what stands in braces is filled in later and stays."""
    if terms.is_ours:
        return ours
    pieces = _BRACES.split(ours)
    return "".join(
        piece if _BRACES.fullmatch(piece) else _doubled(terms.put_into(piece), pieces[1:]) for piece in pieces
    )


def _whole(ours: str, theirs: str) -> str:
    """The council's sentence, in which everything stands that ours fills in: what it leaves out follows at its end."""
    wanted = filled_in(ours)
    pieces = _BRACES.split(theirs)
    kept = [piece if piece in wanted else _doubled(piece, wanted) for piece in pieces]
    return " ".join(["".join(kept), *(name for name in wanted if name not in pieces)])


def _doubled(piece: str, filled_in: Iterable[str]) -> str:
    """A piece of a sentence in which something is filled in: its own braces are doubled, so that they are printed."""
    return piece.replace("{", "{{").replace("}", "}}") if any(filled_in) else piece
