"""Running the rules: every check over a linked cycle, each finding with the severity its stage and council give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from svcdocs.checks import completeness, dates, people, references
from svcdocs.checks.rule import Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.framework import Framework

Check = Callable[[Cycle], Iterator[Hit]]

ALL_CHECKS: tuple[Check, ...] = (
    completeness.framework_gaps,
    references.priorities_that_clash,
    references.unknown_services,
    dates.framework_dates,
    references.unknown_references,
    references.references_given_twice,
    references.unknown_sections,
    references.unknown_teams,
    dates.impossible_dates,
    dates.unreadable_dates,
    dates.steps_after_their_action,
    dates.dates_outside_the_plan,
    dates.ends_that_do_not_pair,
    people.unknown_people,
    completeness.incomplete_rows,
    completeness.objectives_with_nothing_under_them,
    completeness.empty_sections,
    completeness.things_still_owed,
    completeness.workbooks_not_declared_ready,
    completeness.plans_nobody_signs,
)

_SEVERITIES = {severity.value: severity for severity in Severity}


def run_checks(cycle: Cycle) -> tuple[Finding, ...]:
    """Every finding about a cycle, in the order of the checks."""
    severity = _Severities(cycle.framework)
    findings = []
    for check in ALL_CHECKS:
        for hit in check(cycle):
            given = severity.of(hit.rule)
            if given is not None:
                findings.append(hit.finding(given))
    return tuple(findings)


class _Severities:
    """What a rule weighs: as the framework's sheet Rules says for the stage, else as the rule itself does."""

    def __init__(self, framework: Framework) -> None:
        self._final = framework.is_final
        self._set = {
            row.rule.strip().casefold(): (row.final if self._final else row.draft).strip().casefold()
            for row in framework.rules
        }

    def of(self, rule: Rule) -> Severity | None:
        """The severity of a rule at this stage, or None where it is silent."""
        chosen = self._set.get(rule.code, "")
        if chosen == "off":
            return None
        if chosen in _SEVERITIES:
            return _SEVERITIES[chosen]
        return rule.final if self._final else rule.draft
