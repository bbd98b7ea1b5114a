"""The page before the sign-off: what is asked, and the few things that whoever signs should have seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from svcdocs.documents.signers_page import signers_page
from svcdocs.model.publication import Edition
from svcdocs.word.outline import text_of
from tests.documents import samples

COLUMNS = [{"heading": "2026/27 revised"}, {"heading": "2027/28 original"}]
SCALE = [
    {"axis": "Likelihood", "score": "1-4", "label": ""},
    {"axis": "Band", "score": "1-8", "label": "Low"},
    {"axis": "Band", "score": "9-16", "label": "High"},
]


def page(plan: dict[str, Any] | None = None, **framework: Any) -> dict[str, list[str]]:
    """The lines of the page by what leads in to them."""
    blank = dict.fromkeys(("actions", "council_actions", "money", "posts", "bids", "risks", "passages"), ())
    items = signers_page(samples.setting(blank | (plan or {}), **framework))
    return {item.lead: [block.plain for block in item.text.blocks] for item in items}


def test_it_says_who_is_asked_to_approve_what() -> None:
    assert page()["What you are asked to approve:"] == [
        "Cllr Reza Mir (Portfolio Holder) and Joan Ashdown (Corporate Manager): Housing"
    ]


def test_without_anybody_who_signs_there_is_no_page() -> None:
    body = [{"role": "Cabinet"}]
    assert page(signatures=body) == {}


def test_what_is_signed_for_is_told_by_teams_or_as_the_whole_where_no_area_is_named() -> None:
    rows = [{"role": "Head", "name": "Ann", "answers_for": "Options\nStandards"}, {"role": "Head", "name": "Bo"}]
    assert page(signatures=rows)["What you are asked to approve:"] == [
        "Ann (Head): Options, Standards",
        "Bo (Head): the whole plan",
    ]


def test_headlines_are_the_main_actions_else_those_that_need_money() -> None:
    actions = [
        {"ref": "H1", "title": "Build", "finish": "May 2027", "lead": "Tom Fell", "resources": "£5,000"},
        {"ref": "H2", "title": "Paint", "headline": "Yes"},
        {"ref": "H3", "title": "Let"},
    ]
    assert page({"actions": actions})["The main actions, of 3 in all:"] == ["H2 Paint"]
    plain = [action | {"headline": ""} for action in actions]
    assert page({"actions": plain})["The main actions, of 3 in all:"] == ["H1 Build (May 2027; Tom Fell)"]
    assert page({"actions": plain[1:]})["The actions, 2 in all:"] == ["H2 Paint", "H3 Let"]
    assert page({"actions": plain[2:]})["The only action:"] == ["H3 Let"]


def test_money_posts_and_bids_stand_together_and_nothing_that_cannot_be_added() -> None:
    money = [
        {"heading": "Staff", "kind": "Spend", "figures": {"2026/27 revised": "1,000", "2027/28 original": "1,200"}},
        {"heading": "Rent", "kind": "Spend", "figures": {"2026/27 revised": "500", "2027/28 original": "500"}},
    ]
    posts = [
        {"team": "Options", "title": "Officer", "fte": "2"},
        {"team": "Options", "title": "Clerk", "fte": "1", "state": "Vacant"},
    ]
    bids = [{"ref": "B1", "what": "A van", "amounts": {"2027/28": "£9,000"}, "state": "Asked for"}]
    lead = "The money and the posts:"
    assert page({"money": money, "posts": posts, "bids": bids}, money_columns=COLUMNS)[lead] == [
        "Spend: £1,500 (2026/27 revised), £1,700 (2027/28 original)",
        "3 FTE, 1 of them vacant",
        "B1 A van (2027/28: £9,000; Asked for)",
    ]
    unread = [money[0] | {"figures": {"2026/27 revised": "about 5"}}, money[1]]
    assert lead not in page({"money": unread}, money_columns=COLUMNS)


def test_the_risks_of_the_highest_band_are_told_else_the_highest_three() -> None:
    def risks(*scores: int) -> list[dict[str, str]]:
        return [{"ref": f"R{n}", "cause": "Flood", "likelihood": str(n), "impact": "4"} for n in scores]

    lead = "The main risks as things stand:"
    assert page({"risks": risks(1, 3, 4)}, risk_scale=SCALE)[lead] == [
        "R4 Flood (score 16 High)",
        "R3 Flood (score 12 High)",
    ]
    assert len(page({"risks": risks(1, 2, 1, 1)}, risk_scale=SCALE)[lead]) == 3


def test_what_is_owed_is_told_and_that_nothing_is() -> None:
    passage = {
        "section": "Context",
        "kind": "To be added",
        "text": "The map",
        "owed_by": "Planning",
        "owed_on": "May 2027",
    }
    lead = "What is still owed to this plan:"
    assert page({"passages": [passage]})[lead] == ["The map (Planning, May 2027)"]
    assert page({"passages": [passage | {"text": "maps"}]})[lead] == ["Maps (Planning, May 2027)"]
    assert page()[lead] == ["Nothing."]


def test_the_page_stands_before_the_approvals() -> None:
    text = text_of(samples.printed(samples.context()))
    assert text.index("Before you sign") < text.index("What you are asked to approve:") < text.index("Approved by")


def test_a_main_action_ends_with_the_last_of_its_dates_and_names_its_reference_once() -> None:
    action = {"ref": "C5", "title": "Fill the shops (C5)", "finish": "1. May 2027\n2. March 2029\n3. June 2028"}
    assert page({"actions": [action]})["The only action:"] == ["C5 Fill the shops (March 2029)"]


def test_the_edition_for_the_public_has_no_such_page() -> None:
    assert signers_page(replace(samples.setting(), edition=Edition(is_public=True))) == ()
