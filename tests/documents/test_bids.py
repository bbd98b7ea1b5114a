from __future__ import annotations

from decimal import Decimal

from svcdocs.corporate.bids import asked_of
from svcdocs.documents.bids import bid_rows
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_bids import bids_part
from svcdocs.documents.money import money_note
from svcdocs.documents.setting import setting_of
from svcdocs.model.corporate_words import corporate_words_of
from svcdocs.model.cycle import link
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Bid, MoneyLine, ServicePlan
from svcdocs.model.text import parse
from tests.documents import samples


def bid(**values: object) -> Bid:
    return Bid.model_validate({"what": "A van"} | values)


def test_a_bid_says_what_for_and_why_and_what_happens_without_it() -> None:
    (row,) = bid_rows([bid(ref="B1", why="The old one is worn out.", without="Two rounds a week")], samples.setting())
    assert [block.plain for block in row.what.blocks] == [
        "B1 – A van",
        "Why: The old one is worn out.",
        "Without it: Two rounds a week",
    ]


def test_a_bid_has_a_line_for_each_year_in_which_something_is_asked_for() -> None:
    (row,) = bid_rows(
        [bid(amounts={"2031/32": "£1", "2028/29": "£24,000 per annum", "2027/28": ""})], samples.setting()
    )
    assert [block.plain for block in row.amounts.blocks] == ["2028/29: £24,000 per annum", "2031/32: £1"]


def test_blanks_of_a_bid_are_said_to_be_blank() -> None:
    (row,) = bid_rows([Bid()], samples.setting())
    assert (row.what.plain, row.amounts.plain, row.fte, row.once, row.answer) == (
        *("Not given", "Not given", "–", "Not given", "Not given"),
    )


def test_a_bid_names_what_it_is_for_and_its_team() -> None:
    (row,) = bid_rows([bid(serves="H1\nH2", team="Options")], samples.setting())
    assert row.purpose == "For H1, H2 · Options"


def test_bids_stand_behind_the_money_of_the_section_under_a_heading_of_their_own() -> None:
    text = samples.by_heading(samples.printed(samples.context()))
    assert text["Bids for more"][1:6] == ["What is asked for", "Amount", "Posts (FTE)", "How often", "Answer"]
    assert "B1 – A second shelter" in text["Bids for more"]


def test_a_plan_without_a_section_for_money_prints_its_bids_all_the_same() -> None:
    text = samples.by_heading(samples.printed(samples.context({"bids": [{"what": "A van"}]}, sections=[])))
    assert "A van" in text["Bids for more"]


def test_the_note_under_the_money_says_what_finance_says_of_all_figures() -> None:
    finance = Finance.model_validate(
        {
            "contributor": "Finance",
            "statement": {"version": "Second revision", "version_date": "14 February 2027", "unit": "£000",
                          "note": "Pay awards are not settled."},
            "columns": [{"heading": "2027/28 Original", "as_at": "31 January 2027", "note": "Rents are 2 % higher."}],
        }
    )  # fmt: skip
    plan = ServicePlan(service="Homes")
    cycle = link(Framework.model_validate(samples.FRAMEWORK), [plan], finance)
    setting = setting_of(cycle, plan, {}, draft=True)
    line = MoneyLine.model_validate({"heading": "Staff", "figures": {"2027/28 original": "4"}})
    assert money_note([line], setting).plain == (
        "All figures are in £000. 2027/28 original as at 31 January 2027. Figures: Second revision, 14 February 2027. "
        "2027/28 Original: Rents are 2 % higher. Pay awards are not settled."
    )
    listed = finance.statement.model_copy(update={"note": parse("Not settled:\n• pay\n• rates")})
    cycle = link(Framework.model_validate(samples.FRAMEWORK), [plan], finance.model_copy(update={"statement": listed}))
    note = money_note([line], setting_of(cycle, plan, {}, draft=True))
    assert note.plain.endswith("2 % higher. Not settled:\n• pay\n• rates")


def corporate(*bids: Bid) -> Style:
    framework = Framework.model_validate(samples.FRAMEWORK)
    cycle = link(framework, [ServicePlan(service="Homes", bids=bids)])
    setting = setting_of(cycle, ServicePlan(service=""), {}, draft=True)
    return Style(setting, corporate_words_of(framework))


def test_the_corporate_plan_lists_bids_and_adds_them_up() -> None:
    style = corporate(
        bid(ref="B1", amounts={"2027/28": "£24,000", "2028/29": "£500"}, fte="0.5", state="Agreed"),
        bid(ref="B2", amounts={"2027/28": "£1,000"}, fte="1"),
    )
    part = bids_part(asked_of(style.setting.cycle), style)
    assert [(row.service, row.what.plain, row.answer) for row in part.rows] == [
        ("Homes", "B1 – A van", "Agreed"),
        ("Homes", "B2 – A van", "Not given"),
    ]
    assert [block.plain for block in part.total.amounts.blocks] == ["2027/28: £25,000", "2028/29: £500"]
    assert (part.total.fte, Decimal(part.total.fte)) == ("1.5", Decimal("1.5"))


def test_a_bid_that_may_not_be_published_is_counted_and_not_listed() -> None:
    style = corporate(bid(ref="B1", amounts={"2027/28": "£24,000"}, publish="No"), bid(ref="B2"))
    part = bids_part(asked_of(style.setting.cycle), style)
    assert [row.what.plain for row in part.rows] == ["B2 – A van"]
    assert part.total.amounts.plain == "2027/28: £24,000"
    assert part.notes == ("Homes: 1 of its bids are in the sums but not listed.",)


def test_an_amount_that_is_not_one_figure_is_named_below_the_sums() -> None:
    style = corporate(bid(amounts={"2027/28": "£1,000 or £2,000"}))
    assert bids_part(asked_of(style.setting.cycle), style).notes == (
        "Homes: an amount of A van is not one figure, so that year of it is not in the sum.",
    )
