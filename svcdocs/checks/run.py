"""Running the rules: every check over a linked cycle, each finding with the severity its stage and council give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from svcdocs.checks import (
    abbreviations,
    alike,
    approvals,
    asked_twice,
    baselines,
    challenge,
    cited_parts,
    commitments,
    completeness,
    conflicts,
    contributors,
    cut_off,
    dates,
    drifting_refs,
    framework,
    headlines,
    help_needed,
    last_year,
    measures,
    money,
    moves,
    narrative,
    outcomes,
    owed,
    people,
    placeholders,
    priorities,
    publication,
    readiness,
    references,
    requests,
    restated,
    risks,
    scores,
    sections,
    shared_resources,
    spellings,
    sums,
    targets,
    timing,
    words,
    workforce,
    workload,
)
from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Finding, in_short
from svcdocs.model.rules import figure_in

Check = Callable[[Cycle], Iterator[Hit]]

ALL_CHECKS: tuple[Check, ...] = (
    framework.framework_gaps,
    framework.years_of_the_plans,
    framework.framework_dates,
    framework.services_named_alike,
    framework.unknown_services,
    approvals.versions_that_contradict,
    approvals.approvals_that_contradict_the_version,
    approvals.approvals_of_another_day,
    approvals.dates_carried_over,
    words.unknown_words,
    words.words_given_twice,
    words.sentences_that_fill_in_otherwise,
    contributors.parts_that_are_not_there,
    contributors.contributors_without_a_part,
    contributors.contributors_named_like_a_team,
    contributors.parts_given_to_two,
    moves.days_that_do_not_fit,
    moves.days_outside_the_plans,
    moves.teams_of_a_closed_service,
    moves.teams_that_may_be_one,
    priorities.priorities_that_clash,
    priorities.replaced_priorities,
    priorities.withdrawn_priorities,
    headlines.aims_with_few_or_many_headlines,
    references.unknown_references,
    priorities.former_spellings,
    references.references_given_twice,
    references.unknown_teams,
    drifting_refs.references_that_look_alike,
    drifting_refs.shared_indicators_under_another_reference,
    drifting_refs.references_in_texts,
    conflicts.things_given_twice,
    sections.sections_given_twice,
    sections.unknown_sections,
    dates.impossible_dates,
    dates.unreadable_dates,
    dates.steps_after_their_action,
    dates.dates_outside_the_plan,
    dates.ends_that_do_not_pair,
    timing.ends_that_contradict,
    timing.headings_of_another_year,
    timing.version_dates_carried_over,
    people.cells_that_name_nobody,
    people.unknown_people,
    spellings.posts_spelled_in_several_ways,
    workload.people_overloaded_in_a_month,
    workload.people_who_lead_much,
    measures.figures_in_another_unit,
    measures.percentages_out_of_range,
    measures.shared_indicators_measured_otherwise,
    targets.targets_against_what_is_good,
    targets.targets_easier_than_the_last_result,
    targets.targets_that_never_change,
    targets.indicators_without_a_baseline,
    baselines.baselines_that_are_not_the_result,
    scores.scores_that_do_not_come_out,
    risks.risks_off_the_scale,
    risks.risks_worse_with_controls,
    risks.risks_without_controls,
    risks.high_risks_without_action,
    money.totals_that_are_not_their_sum,
    money.totals_by_their_heading,
    money.control_totals_that_differ,
    money.figures_of_another_sign,
    money.savings_left_open,
    money.stated_columns_that_are_none,
    sums.years_that_do_not_follow,
    sums.years_of_tables_that_do_not_follow,
    sums.tables_that_do_not_add_up,
    workforce.fte_totals_that_differ,
    workforce.posts_of_more_than_full_time,
    asked_twice.money_asked_twice,
    shared_resources.rows_on_shared_resources,
    shared_resources.shares_that_differ,
    alike.actions_that_say_the_same,
    restated.targets_stated_otherwise,
    restated.sums_stated_otherwise,
    narrative.figures_that_contradict_the_tables,
    narrative.council_figures_that_contradict,
    commitments.council_actions_claimed_and_not_planned,
    commitments.lead_services_that_plan_nothing,
    help_needed.services_called_on_that_are_none,
    help_needed.services_never_asked,
    requests.requests_without_an_answer,
    requests.requests_declined,
    requests.requests_for_later,
    requests.questions_about_requests,
    requests.unclear_answers,
    requests.changed_requests,
    requests.answers_to_nothing,
    last_year.what_has_disappeared,
    last_year.accounts_that_contradict,
    last_year.dropped_without_a_word,
    last_year.rows_about_nothing,
    completeness.incomplete_rows,
    completeness.objectives_with_nothing_under_them,
    sections.empty_sections,
    sections.sections_too_long,
    owed.things_still_owed,
    owed.promises_that_say_too_little,
    placeholders.placeholders,
    placeholders.notes_to_self,
    placeholders.examples_left_in,
    cut_off.texts_cut_off,
    cited_parts.appendices_not_there,
    cited_parts.parts_not_there,
    cited_parts.appendices_never_cited,
    cited_parts.appendices_out_of_order,
    abbreviations.unexplained_abbreviations,
    outcomes.outcomes_nobody_can_check,
    outcomes.objectives_without_a_date,
    challenge.deadlines_alike,
    challenge.everything_within_resources,
    challenge.very_many_objectives,
    publication.names_in_texts,
    publication.people_without_a_grade,
    publication.people_without_a_post,
    publication.grades_of_nobody,
    publication.unpublished_rows_in_texts,
    publication.passages_without_an_exemption,
    readiness.workbooks_not_declared_ready,
    readiness.plans_nobody_signs,
)

ALL_RULES: tuple[Rule, ...] = tuple(
    value
    for module in (
        framework,
        approvals,
        words,
        contributors,
        moves,
        priorities,
        headlines,
        references,
        drifting_refs,
        conflicts,
        sections,
        owed,
        dates,
        timing,
        people,
        spellings,
        workload,
        measures,
        targets,
        baselines,
        scores,
        risks,
        money,
        sums,
        workforce,
        asked_twice,
        shared_resources,
        alike,
        restated,
        narrative,
        commitments,
        help_needed,
        requests,
        last_year,
        completeness,
        publication,
        readiness,
        placeholders,
        cut_off,
        cited_parts,
        abbreviations,
        outcomes,
        challenge,
    )
    for value in vars(module).values()
    if isinstance(value, Rule)
)
"""Every rule, by its family: the codes the framework's sheet Rules may name."""


def unknown_rules(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a row of the sheet Rules that names no rule, and so changes nothing."""
    codes = {rule.code for rule in ALL_RULES}
    for row in cycle.framework.rules:
        if row.rule.strip() and row.rule.strip().casefold() not in codes:
            hint = did_you_mean(row.rule, codes, "Delete the row.")
            message = f"'{in_short(row.rule)}' is not one of the checks, so its row changes nothing."
            yield Hit(framework.UNKNOWN_RULE, message, hint, "", row, "rule")


def unclear_limits(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a limit on the sheet Rules that is no number, or stands beside a check that counts nothing."""
    rules = {rule.code: rule for rule in ALL_RULES}
    for row in cycle.framework.rules:
        rule = rules.get(row.rule.strip().casefold())
        if rule is None or not row.limit.strip():
            continue
        if rule.limit is None:
            message = (
                f"The check {rule.code} does not count anything, so the limit '{in_short(row.limit)}' does nothing."
            )
            yield Hit(framework.LIMIT_UNCLEAR, message, "Take the limit out.", "", row, "limit")
        elif figure_in(row.limit) is None:
            message = f"'{in_short(row.limit)}' is not a number, so the limit of {rule.code} stays {rule.limit:g}."
            hint = f"Write a figure alone, such as {rule.limit:g} ({rule.counts}); or leave it blank."
            yield Hit(framework.LIMIT_UNCLEAR, message, hint, "", row, "limit")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A finding that somebody has answered on its row, and the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of a cycle, in their order: what is to be put right, and what has been answered."""

    findings: tuple[Finding, ...]
    cleared: tuple[Cleared, ...]


def checked(cycle: Cycle) -> Checked:
    """Every finding about a cycle, whether somebody has answered it or not.

    A matter of judgement about a row is answered once its column "Why this is right" gives a reason, whatever it weighs
    and at either stage.
    """
    weighs = {rule.code: rule.severity_in(cycle.framework) for rule in ALL_RULES}
    findings, cleared = [], []
    hits = [hit for check in (*ALL_CHECKS, unknown_rules, unclear_limits) for hit in check(cycle)]
    covered = {(id(hit.record), code) for hit in hits if weighs[hit.rule.code] is not None for code in hit.rule.covers}
    for hit in hits:
        given = weighs[hit.rule.code]
        if given is None or (id(hit.record), hit.rule.code) in covered:
            continue
        if hit.reason:
            cleared.append(Cleared(hit.finding(given), hit.reason))
        else:
            findings.append(hit.finding(given))
    return Checked(tuple(findings), tuple(cleared))
