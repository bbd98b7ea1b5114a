"""The catalogue of checks for the policy officer: families of rules in, Markdown or objects for programs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from svcdocs.model.findings import Audience, Severity
from svcdocs.model.framework import Framework
from svcdocs.model.rules import Family, Rule
from svcdocs.model.terms import terms_of

_WORDS = {
    Severity.ERROR: "to put right (keeps the plan from being built)",
    Severity.WARNING: "please check",
    Severity.NOTE: "for your information",
    None: "silent",
}
_WHO: dict[Audience, str] = {
    "team": "the team",
    "service": "the head of the service",
    "officer": "the policy officer",
    "finance": "Finance",
    "hr": "HR",
    "other": "whoever is named in it",
}
_HOW = """\
# What is checked

Each entry says what is found, how much it matters while plans are drafted and in the final plans, who must act, and
what to do. How much a check matters, and the number from which one that counts speaks, are set on the framework's sheet
Rules by the code given here: Error, Warning, Note or Off. In the examples a line is a row: its sheet, and what stands
under which heading; a row of the framework begins with Framework, one of Finance's workbook with Finance.

What the checks are about, and how many there are of each:
"""


def rules_page(families: Sequence[Family], council: Framework) -> str:
    """The catalogue as Markdown, with the severities and limits of a council, in its own words."""
    lines = [_HOW, *(f"- [{each.title}](#{_anchor(each.title)}): {len(each.rules)}" for each in families), ""]
    for family in families:
        lines += [f"## {family.title}", "", family.about, ""]
        if not family.is_set:
            lines += ["These cannot be set on the sheet Rules.", ""]
        for rule in family.rules:
            lines += _rule(rule, council, is_set=family.is_set)
    return terms_of(council).put_into("\n".join(lines).rstrip() + "\n")


def rule_as_json(rule: Rule, family: Family, council: Framework) -> dict[str, Any]:
    """One rule under its published names. ``severity`` is that of the council's stage, null where it is silent."""
    draft, final = _severities(rule, council, is_set=family.is_set)
    words = terms_of(council).put_into
    example = {"wrong": rule.example.wrong, "right": rule.example.right} if rule.example else None
    return {
        "code": rule.code,
        "severity": final if council.is_final else draft,
        "title": words(rule.title),
        "message": words(rule.message),
        "remedy": words(rule.remedy),
        "draft": draft,
        "final": final,
        "for": rule.audience,
        "judged": rule.judged,
        "limit": rule.limit_in(council) if rule.limit is not None else None,
        "counts": rule.counts or None,
        "example": example,
        "family": words(family.title),
    }


def _anchor(title: str) -> str:
    """Where a link to a heading leads, as those who show Markdown name it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _rule(rule: Rule, council: Framework, *, is_set: bool) -> Iterator[str]:
    draft, final = _severities(rule, council, is_set=is_set)
    yield f"### `{rule.code}`: {rule.title}"
    yield ""
    yield rule.message
    yield ""
    if draft == final:
        yield f"- How much it matters: {_WORDS[draft]}."
    else:
        yield f"- How much it matters: in draft {_WORDS[draft]}; in the final plans {_WORDS[final]}."
    yield f"- Who must act: {_WHO[rule.audience]}."
    yield f"- What to do: {rule.remedy}"
    if rule.judged:
        yield "- Or, if it is right as it stands: say why in 'Why this is right' on its row."
    if rule.limit is not None:
        yield f"- It speaks from {rule.limit_in(council):g} ({rule.counts}); 'Your limit' on the sheet Rules sets it."
    if rule.example is not None:
        for name, rows in (("Wrong", rule.example.wrong), ("Right", rule.example.right)):
            yield f"- {name}:"
            yield from ("", *(f"      {row}" for row in rows.splitlines()), "")
    yield ""


def _severities(rule: Rule, council: Framework, *, is_set: bool) -> tuple[Severity | None, Severity | None]:
    """What a rule weighs in draft and in final; what no council can set weighs the same everywhere."""
    return rule.severities_in(council) if is_set else (rule.draft, rule.final)
