from __future__ import annotations

from svcdocs.checks.every import ALL_RULES
from svcdocs.checks.run import checked
from svcdocs.model.corporate_words import CORPORATE
from svcdocs.model.cycle import link
from svcdocs.model.terms import OURS
from svcdocs.model.words import is_term, listed
from svcdocs.workbook.starter import starter_framework

START = starter_framework()


def test_every_check_stands_on_the_sheet_of_rules_with_what_it_finds() -> None:
    assert {row.rule: row.looks_for for row in START.rules} == {rule.code: rule.title for rule in ALL_RULES}


def test_every_word_of_ours_stands_on_the_sheet_of_words_with_how_we_print_it() -> None:
    rows = {row.term: row.ours for row in START.words}
    assert len(rows) == len(START.words)
    assert list(rows)[: len(OURS)] == list(OURS)
    assert rows["council action"] == "council action, council actions"
    others = {name.replace("_", " "): word for name, word in listed(CORPORATE) if not is_term(name)}
    assert {term: ours for term, ours in rows.items() if term not in OURS} == others


def test_it_lacks_only_what_is_one_councils_own() -> None:
    findings = checked(link(START, ())).findings
    assert [finding.message for finding in findings] == [
        "The council has no name.",
        "No service is named, so there is no plan to make.",
        "The first year of the plans is not given.",
    ]


def test_plans_of_each_form_have_their_own_sections_for_their_tables() -> None:
    forms = {section.key: section.forms for section in START.sections if section.forms}
    assert forms == {
        "Council actions plan": "Three-year",
        "Operational plan": "Three-year",
        "Improvement plan": "Three-year",
        "Action plan": "Current",
    }
    assert all(section.required == "Never" for section in START.sections if section.forms)


def test_a_part_of_a_section_names_a_section_that_is_there() -> None:
    keys = [section.key for section in START.sections]
    assert len(keys) == len(set(keys))
    assert {section.under for section in START.sections} <= {*keys, ""}


def test_every_section_asks_something() -> None:
    assert all(section.question[-1] in "?." for section in START.sections)


def test_the_bands_of_risk_cover_every_product_of_the_scales() -> None:
    likelihood = [int(row.score) for row in START.risk_scale if row.axis == "Likelihood"]
    impact = [int(row.score) for row in START.risk_scale if row.axis == "Impact"]
    bands = [
        range(int(low), int(high) + 1)
        for row in START.risk_scale
        if row.axis == "Band"
        for low, _, high in [row.score.partition("-")]
    ]
    for product in {a * b for a in likelihood for b in impact}:
        assert sum(product in band for band in bands) == 1
