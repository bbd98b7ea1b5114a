"""The verb rules: everything that may be told, by what it is about, as shipped or as one council has it."""

from __future__ import annotations

from typing import Any

from svcdocs.checks.families import families
from svcdocs.commands.intake import read_framework_of
from svcdocs.commands.told_of_returns import RETURNS
from svcdocs.excel.refusals import REFUSALS
from svcdocs.model.framework import Framework
from svcdocs.model.rules import Family
from svcdocs.project import Project
from svcdocs.report.rules_page import rule_as_json, rules_page
from svcdocs.workbook.catalogue import READING
from svcdocs.workbook.damage_catalogue import CHANGED


def catalogue() -> tuple[Family, ...]:
    """Every code that may be told, each once, under what it is about."""
    return (
        *families(),
        Family(
            "Reading a workbook", "What is told of sheets, columns and cells as they come back.", (*READING, *CHANGED)
        ),
        Family("What comes back", "What is told of a file or a return as a whole.", RETURNS),
        Family("Files that are refused", "Why a file cannot be read at all.", REFUSALS),
    )


def council_of(project: Project | None) -> Framework:
    """The framework of a cycle; without one, a framework that changes nothing.

    Raises:
        SvcdocsError: the framework is not there or cannot be read at all.
    """
    return Framework() if project is None else read_framework_of(project)[0]


def rules_as_text(council: Framework) -> str:
    """The catalogue as Markdown, with the council's severities, limits and words."""
    return rules_page(catalogue(), council)


def rules_as_json(council: Framework) -> list[dict[str, Any]]:
    """The catalogue as objects, one a code."""
    return [rule_as_json(rule, family, council) for family in catalogue() for rule in family.rules]
