"""The drawn plans are as awkward as real ones: each value council officers met is in the tables, and is drawn."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcdocs.model.as_written import Written
from svcdocs.model.text import Text, parse
from tests import plans

NAMED = {
    "AWKWARD_TARGETS": [
        "45", "80%", "2", "3 (?)", "Set baseline", "Set Baseline based on Place Survey", "Baseline +2.5%",
        "Baseline + 5%", "By end Q3", "July 09", "1st May 09", "1 st May 09", "N/A", "-", "",
        "First judgement available", "Disaggregated targets being developed", "4%", "2%", "0%", "90", "≥ 95%", "x%",
    ],
    "AWKWARD_DATES": [
        "March 2010", "31st March 2012", "31 st March 2012", "Mar2012", "Ongoing", "on-going as appropriate",
        "Ongoing throughout the year", "From Jan 2009", "up to April 09", "March – April 09", "Jan-Feb 09",
        "See Actions", "As set out under actions", "As soon as possible – date to be given after the review",
        "31st September 2011", "March 2010 (at least partly in operation)", "quarterly updates 2011-12",
        "one meeting held per month", "all induction courses held in 2011/12", "TBC", "N/A", "-", "",
    ],
    "AWKWARD_OWNERS": [
        "Tom Fell", "Housing Options Manager", "Tom Fell/ Housing Options Manager", "Asha Verrall / CSPO",
        "A. Reed/B. Shaw/C. Dunn/E&DO", "Tom Fell\nAsha Verrall\nJoan Ashdown",
        "Policy Officer Customer Services Manager", "Manager TBC", "Customer Service Officer",
        "Customer Services Project Officer", "CSPO", "Equality and Diversity Officer.", "-", "",
    ],
    "AWKWARD_MONEY": [
        "None", "£10,000", "£24,000 per annum", "£12,000 – £15,000", "Within existing resources",
        "Within existing resources.", "Half-time cost of a policy officer (£24,000)",
        "£10,000 for advice and £3,500 for print", "none – can use the £25,000 set aside", "(1,200)", "TBC", "",
    ],
    "AWKWARD_REFS": ["SX052", "SX52", "NI 14", "1.2.10", "1.2.9", "A1", "(Aiv)", "A) i)", "001", "-", ""],
    "AWKWARD_NUMBERS": ["0.6", "1x", "1,250", "three and a half", ""],
    "AWKWARD_LINES": [
        "We provide homes and advice.", "1. Agree the brief", "a) Agree the brief", "(i) Agree the brief",
        "iv) Agree the brief", "• first things first", "▪ our seventh duty", "- with a dash", "– with an en dash",
        "o with an o", "   - deeper than what is above", "Voice – and choice – for tenants",
        "“Ready” is what the team’s manager calls ‘done’", "\"Ready\" is what the team's manager calls 'done'",
        "a saving of £12.50 a head", "do we not need to produce a new one in 2028?", "Service goals TBC",
        "(more detail to be added)", "satisfaction rose by x%", "see Appendix XX",
        "Value for money template to be inserted.", "as agreed with Service First; and",
        "Complaints upheld (low is good)", "Review the policy (May 2027)", "-", "N/A", "",
    ],
    "HOSTILE": [
        "A < B & C > D \"and\" 'more'", "<r>not markup</r>", "&amp; &#65;", "Well done 👏🏽 all", "שלום עולם",
        "{{ 7*7 }}", "{% for x in y %}", "=1+1", "+cmd|' /C calc'!A0", "001", "12345678901234567890", "'quoted", "2-8",
        "_x0041_ and _x000D_", "https://example.org/?a=1&b=2#c", "#REF!", "# mine", "TRUE", "Needs",
        "many words " * 500,
    ],
}  # fmt: skip
"""What the tables must hold, written out a second time: a value taken out of a table is missed here."""


def test_the_tables_hold_every_awkward_value_known() -> None:
    assert {name: list(getattr(plans, name).values()) for name in NAMED} == NAMED


def test_a_plan_of_everything_holds_every_awkward_value_of_each_type() -> None:
    held: dict[type, set[str]] = {kind: set() for kind in plans.TABLES}
    for value in _values(plans.everything()):
        lines = value.plain.split("\n") if isinstance(value, Text) else [str(value)]
        held[type(value)] |= {line.strip() for line in lines}
    for kind, found in held.items():
        wanted = {plans.tidy(value) for value in plans.values_for(kind)}
        if kind is Text:
            wanted = {line.strip() for value in wanted for line in parse(value).plain.split("\n")}
        assert wanted - found <= {""}, kind  # a year or a column of money without a figure is simply not there


@pytest.mark.parametrize("kind", plans.TABLES, ids=lambda kind: kind.__name__)
def test_the_strategies_draw_every_awkward_value(kind: type) -> None:
    drawn: set[str] = set()

    @settings(max_examples=100, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(plans.strings(kind), min_size=40, max_size=40))
    def draw(values: list[str]) -> None:
        drawn.update(values)

    draw()
    assert {plans.tidy(value) for value in plans.values_for(kind)} - drawn == set()


def _values(item: Any) -> list[Any]:
    """Every value of a plan that stands in one cell."""
    if isinstance(item, str | Text | Written):
        return [item]
    if isinstance(item, dict):
        return [value for part in item.values() for value in _values(part)]
    if isinstance(item, tuple):
        return [value for part in item for value in _values(part)]
    return [value for name in type(item).model_fields for value in _values(getattr(item, name))]
