from __future__ import annotations

import pytest

from svcdocs.model.promises import promise_in

CARRIED = "To be added by Finance by 21 February 2027"
AWKWARD = {
    "all three": ("To be added: the figures by Finance by 21 February 2027", "the figures|Finance|21 February 2027"),
    "as the documents print it": (f"{CARRIED}: the figures of Homes", "the figures of Homes|Finance|21 February 2027"),
    "nothing but the words": ("To be added", "||"),
    "in brackets": ("[To be added.]", "||"),
    "what alone": ("to be added: the survey result", "the survey result||"),
    "what behind a dash": ("To be added – the chart", "the chart||"),
    "a comma before the date": ("TBC by Finance, 21 February 2027", "|Finance|21 February 2027"),
    "commas all along": ("to be added: rents, by HR, 1 March 2027.", "rents|HR|1 March 2027"),
    "on a day": ("TBC by Finance on Monday 1 March 2027", "|Finance|Monday 1 March 2027"),
    "due on a day": ("To be added: figures, due on 21 Feb 2027", "figures||21 Feb 2027"),
    "from somebody": ("TBA from HR, March 2027", "|HR|March 2027"),
    "no sign before the date": ("TBC by Finance 21 February 2027", "|Finance|21 February 2027"),
    "debtor in small letters": ("tbc by finance", "|finance|"),
    "debtor with an and": ("To be added by Finance and HR by May 2027", "|Finance and HR|May 2027"),
    "an article": ("To be added by the Finance team, 21/02/2027", "|the Finance team|21/02/2027"),
    "a date alone": ("To be added by 3 March 2027", "||3 March 2027"),
    "a date in brackets": ("TBC (May 2027)", "||May 2027"),
    "both in brackets": ("TBC (Finance, May 2027)", "|Finance|May 2027"),
    "date in a bracket of its own": ("tbc by HR (by May 2027)", "|HR|May 2027"),
    "a quarter": ("To be confirmed by Cabinet in Q2 2027/28", "|Cabinet|Q2 2027/28"),
    "the end of a month": ("TBC by end of March 2027", "||end of March 2027"),
    "a day that is none": ("To be supplied by HR by 31st September 2027", "|HR|31st September 2027"),
    "a time that is no date": ("TBC by the end of the year", "||the end of the year"),
    "a season": ("TBC by spring 2027", "||spring 2027"),
    "a year that belongs to the what": ("To be added: results of 2026/27", "results of 2026/27||"),
    "a by that belongs to the what": ("To be added: spend by team", "spend by team||"),
    "two by": ("To be added: spend by team by Finance by May 2027", "spend by team|Finance|May 2027"),
    "by before all": ("To be added: by Finance by May 2027", "|Finance|May 2027"),
}
NO_PROMISE = {
    "blank": "",
    "a placeholder": "TBC",
    "a longer placeholder": "To be confirmed",
    "a lead that is open": "Manager TBC",
    "a remark": "TBC (survey)",
    "an event": "To be confirmed when the survey is back",
    "a step": "To be added to the register by Tom Fell by June 2027",
    "value": "To be added value",
    "a reference": "TBC-1",
    "a code": "TBCs by Tom",
    "two lines": "TBC\nby Finance",
    "words about a promise": "Figures to be added by Finance",
    "a target": "By end Q3",
    "a sentence": "To be confirmed by Cabinet. Then the board of the shared service meets.",
}


@pytest.mark.parametrize(("cell", "told"), AWKWARD.values(), ids=AWKWARD)
def test_a_promise_says_what_from_whom_and_by_when_as_far_as_it_does(cell: str, told: str) -> None:
    promise = promise_in(cell)
    assert promise is not None
    assert f"{promise.what}|{promise.who}|{promise.when}" == told


@pytest.mark.parametrize("cell", NO_PROMISE.values(), ids=NO_PROMISE)
def test_a_cell_that_is_no_promise_as_a_whole_is_none(cell: str) -> None:
    assert promise_in(cell) is None


def test_the_councils_own_word_opens_a_promise_as_ours_does() -> None:
    promise = promise_in("I’w ychwanegu: y ffigurau by Cyllid by May 2027", "I’w  Ychwanegu")
    assert promise is not None
    assert (promise.what, promise.who, str(promise.when)) == ("y ffigurau", "Cyllid", "May 2027")
    assert promise_in("I’w ychwanegu") is None
    assert promise_in(CARRIED, "I’w ychwanegu") is not None
