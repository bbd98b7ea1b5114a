"""Running the rules: every check over a linked cycle, each finding with the severity its stage and council give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from svcdocs.checks import (
    alike,
    approvals,
    asked_twice,
    commitments,
    completeness,
    conflicts,
    contributors,
    dates,
    framework,
    help_needed,
    measures,
    money,
    moves,
    narrative,
    people,
    priorities,
    references,
    restated,
    risks,
    scores,
    sections,
    spellings,
    sums,
    targets,
    words,
    workforce,
    workload,
)
from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Finding, Severity, in_short
from svcdocs.model.framework import Framework

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
    references.unknown_references,
    priorities.former_spellings,
    references.references_given_twice,
    references.unknown_teams,
    conflicts.things_given_twice,
    sections.sections_given_twice,
    sections.unknown_sections,
    dates.impossible_dates,
    dates.unreadable_dates,
    dates.steps_after_their_action,
    dates.dates_outside_the_plan,
    dates.ends_that_do_not_pair,
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
    alike.actions_that_say_the_same,
    restated.targets_stated_otherwise,
    restated.sums_stated_otherwise,
    narrative.figures_that_contradict_the_tables,
    commitments.council_actions_claimed_and_not_planned,
    commitments.lead_services_that_plan_nothing,
    help_needed.services_called_on_that_are_none,
    help_needed.services_never_asked,
    completeness.incomplete_rows,
    completeness.objectives_with_nothing_under_them,
    sections.empty_sections,
    sections.sections_too_long,
    sections.things_still_owed,
    sections.promises_that_say_too_little,
    completeness.workbooks_not_declared_ready,
    completeness.plans_nobody_signs,
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
        references,
        conflicts,
        sections,
        dates,
        people,
        spellings,
        workload,
        measures,
        targets,
        scores,
        risks,
        money,
        sums,
        workforce,
        asked_twice,
        alike,
        restated,
        narrative,
        commitments,
        help_needed,
        completeness,
    )
    for value in vars(module).values()
    if isinstance(value, Rule)
)
"""Every rule, by its family: the codes the framework's sheet Rules may name."""

_SEVERITIES = {severity.value: severity for severity in Severity}


def unknown_rules(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a row of the sheet Rules that names no rule, and so changes nothing."""
    codes = {rule.code for rule in ALL_RULES}
    for row in cycle.framework.rules:
        if row.rule.strip() and row.rule.strip().casefold() not in codes:
            hint = did_you_mean(row.rule, codes, "Delete the row.")
            message = f"'{in_short(row.rule)}' is not one of the checks, so its row changes nothing."
            yield Hit(framework.UNKNOWN_RULE, message, hint, "", row, "rule")


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


def run_checks(cycle: Cycle) -> tuple[Finding, ...]:
    """Every finding about a cycle that nobody has answered, in the order of the checks."""
    return checked(cycle).findings


def checked(cycle: Cycle) -> Checked:
    """Every finding about a cycle, whether somebody has answered it or not.

    A matter of judgement about a row is answered once its column "Why this is right" gives a reason, whatever it weighs
    and at either stage.
    """
    severity = _Severities(cycle.framework)
    findings, cleared = [], []
    for check in (*ALL_CHECKS, unknown_rules):
        for hit in check(cycle):
            given = severity.of(hit.rule)
            if given is None:
                continue
            if hit.reason:
                cleared.append(Cleared(hit.finding(given), hit.reason))
            else:
                findings.append(hit.finding(given))
    return Checked(tuple(findings), tuple(cleared))


class _Severities:
    """What a rule weighs: as the framework's sheet Rules says for the stage, else as the rule itself does."""

    def __init__(self, council: Framework) -> None:
        self._final = council.is_final
        self._set = {
            row.rule.strip().casefold(): (row.final if self._final else row.draft).strip().casefold()
            for row in council.rules
        }

    def of(self, rule: Rule) -> Severity | None:
        """The severity of a rule at this stage, or None where it is silent."""
        chosen = self._set.get(rule.code.casefold(), "")
        if chosen == "off":
            return None
        if chosen in _SEVERITIES:
            return _SEVERITIES[chosen]
        return rule.final if self._final else rule.draft
