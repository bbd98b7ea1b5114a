"""Contradictions planted in other words than the rules' own, and plain words that must never raise an alarm."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.checks import (
    abbreviations,
    challenge,
    cited_parts,
    cut_off,
    drifting_refs,
    outcomes,
    placeholders,
    timing,
)
from svcdocs.checks.rule import Rule
from tests.checks.councils import FRAMEWORK, PLAN, changed, found, place

FAMILIES = (abbreviations, challenge, cited_parts, cut_off, drifting_refs, outcomes, placeholders, timing)
CODES = {value.code for module in FAMILIES for value in vars(module).values() if isinstance(value, Rule)}


def text(words: str) -> dict[str, Any]:
    return {"passages": [{"section": "About our service", "text": words}]}


PLANTED: dict[str, tuple[dict[str, Any], str, str]] = {
    "a figure that never came": (text("Turnout went up by xx per cent."), "placeholder-left", "Passages B6"),
    "a form's own words": (text("Details of the contract to follow"), "placeholder-left", "Passages B6"),
    "a bracket to fill": (text("Cllr <name of holder> will open it."), "placeholder-left", "Passages B6"),
    "a year to come": (changed("indicators", targets={"2027/28": "£x"}), "placeholder-left", "Indicators E6"),
    "an annex that went": (text("The survey form is reproduced as Annex D."), "appendix-missing", "Passages B6"),
    "a diagram lost on the way": (text("As this diagram shows, we are four."), "cited-part-missing", "Passages B6"),
    "a remark to a colleague": (
        text("Rents rose (Joan to confirm, ask the rents team)."),
        "note-to-self",
        "Passages B6",
    ),
    "a doubt": (text("I'm not sure whether this is still ours."), "note-to-self", "Passages B6"),
    "a pasted text that stops": (
        text("We work with the police, the parishes, as well as"),
        "text-cut-off",
        "Passages B6",
    ),
    "a bracket never closed": (text("We let 40 homes (12 of them new"), "text-cut-off", "Passages B6"),
    "praise for a result": (
        changed("actions", outcome="Enhanced resilience", indicators=""),
        "outcome-vague",
        "Actions K6",
    ),
    "letters nobody explains": (text("Bids go to the LVPB in May."), "abbreviation-unexplained", "Passages B6"),
    "a day in the words": (changed("actions", title="Have it open before June 2027"), "end-differs", "Actions H6"),
    "last year's heading": (text("Highlights of 2024/25"), "heading-of-another-year", "Passages B6"),
    "a letter for a figure": (
        {"indicators": [PLAN["indicators"][0], {"ref": "SX5O"}, {"ref": "SX50"}]},
        "ref-lookalike",
        "Indicators A8",
    ),
    "a code turned round": (changed("indicators", ref="SX25", name="complaints"), "ref-of-shared", "Indicators A6"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_contradiction_in_other_words_is_found_at_its_cell(planted: str) -> None:
    changes, code, where = PLANTED[planted]
    assert (code, where) in {(finding.code, place(finding)) for finding in found(**changes)}


CLEAN = (
    "We look after 1,200 homes, of which 300 are sheltered.",
    "Rents rose by 3.5% (4% in 2025/26); most tenants pay on time.",
    "Whether to stay open on Sundays is for members to decide in May 2027.",
    "Somebody to talk to, and something to look forward to",
    "a) advice; b) help; c) a home",
    "“We were listened to,” said one tenant.",
    "The team checks each report with the police and asks residents what they saw.",
    "Notices under section 21 and agreements under section 106",
    "N/A",
    "None",
    "What do our customers think?",
    "Fewer than 10 complaints a year – down from 19",
    "Two part-time posts (one of them new) were filled by the end of March 2027.",
    "The register is to be added to the website by the IT team.",
    "Grade A lettings, plan B and unit 4x4",
    "See https://fenmoor.example/homes?kind=a&size=2 for more.",
    "The Fenmoor Local Homes Partnership (FLHP) meets each quarter; FLHP has 12 members.",
    "It will cost £12,000 – £15,000 a year, within existing resources.",
)
"""What plans say every day, each with something that a careless rule would stumble over."""


def test_every_one_of_the_clean_sentences_is_left_alone() -> None:
    for words in CLEAN:
        assert not {finding.code for finding in found(**text(words))} & CODES, words


@given(st.lists(st.sampled_from(CLEAN), min_size=1, max_size=5), st.sampled_from(["Draft", "Final"]))
def test_clean_words_never_raise_an_alarm_wherever_they_stand(words: list[str], stage: str) -> None:
    joined = "\n".join(words)
    told = found(
        of={"stage": stage, "sections": FRAMEWORK["sections"][:1]},
        passages=[{"section": "About our service", "text": joined}],
        swot=[{"heading": "Strengths", "text": line} for line in words],
        partners=[{"name": "The police", "note": joined}],
        actions=[PLAN["actions"][0] | {"detail": joined, "outcome": joined, "steps": [{"text": one} for one in words]}],
        risks=[PLAN["risks"][0] | {"controls": joined}],
    )
    assert not {finding.code for finding in told} & CODES
