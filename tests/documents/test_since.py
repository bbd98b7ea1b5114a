from __future__ import annotations

import pytest

from svcdocs.documents.setting import setting_of
from svcdocs.documents.signers_page import signers_page
from svcdocs.documents.since import records_changed
from svcdocs.model.changes import Change, ChangeKind, Since
from svcdocs.model.words import DEFAULT
from tests.documents import samples

ADDED, REMOVED, CHANGED, MOVED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.MOVED


def cell(title: str, before: str = "", after: str = "", record: str = "H1.1 Dig", step: str = "") -> Change:
    return Change(CHANGED, "actions", record, step, title=title, before=before, after=after)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([cell("Finish by", "May 2028", "June\n2028")], "Finish by was ‘May 2028’ and is now ‘June 2028’"),
        ([cell("Finish by", "", "June 2028")], "Finish by is now ‘June 2028’"),
        ([cell("Finish by", "May 2028", "")], "Finish by was ‘May 2028’ and is now blank"),
        ([cell("Finish by", "a", "b"), cell("Lead", "c", "d"), cell("Lead", "e", "f")], "changed in Finish by, Lead"),
        ([Change(ADDED, "actions", "H1.1 Dig", after="Dig")], "new"),
        ([Change(REMOVED, "actions", "H1.1 Dig", before="Dig")], "taken out"),
        ([Change(ADDED, "actions", "H1.1 Dig", "Ask", "steps", after="Ask")], "changed in ‘Ask’ (new)"),
        ([Change(REMOVED, "actions", "H1.1 Dig", "Ask", "steps", before="Ask")], "changed in ‘Ask’ (taken out)"),
    ],
)
def test_each_record_is_told_once_with_what_has_changed_in_it(changes: list[Change], told: str) -> None:
    assert list(records_changed(Since("Draft 2", tuple(changes)), DEFAULT)) == [("H1.1 Dig", told)]


def test_other_type_for_the_same_words_is_no_change_that_anybody_signs() -> None:
    same = (cell("Detail", "Dig a\nhole", "Dig a hole"), cell("Finish by", "May", "June"))
    assert list(records_changed(Since("Draft 2", same), DEFAULT)) == [
        ("H1.1 Dig", "Finish by was ‘May’ and is now ‘June’")
    ]
    assert list(records_changed(Since("Draft 2", same[:1]), DEFAULT)) == [("", "Nothing.")]


def test_of_two_long_texts_that_begin_alike_the_part_is_shown_in_which_they_differ() -> None:
    opening = "We dig one hole after another in all the parks of the town, and then fill in each of them " * 3
    ((_, told),) = records_changed(
        Since("Draft 2", (cell("Detail", f"{opening}by May 2028", f"{opening}by June 2028"),)), DEFAULT
    )
    assert told == "Detail was ‘… of them by May 2028’ and is now ‘… of them by June 2028’"


def test_another_order_alone_is_no_change_and_nothing_is_said_to_be_nothing() -> None:
    assert list(records_changed(Since("Draft 2", (Change(MOVED, "actions"),)), DEFAULT)) == [("", "Nothing.")]


def test_of_very_many_the_first_ten_are_told_and_how_many_more_there_are() -> None:
    many = tuple(cell("Lead", "a", "b", f"H{number}") for number in range(14))
    told = list(records_changed(Since("Draft 2", many), DEFAULT))
    assert [record for record, _ in told] == [*(f"H{number}" for number in range(10)), ""]
    assert told[-1][1] == "4 more"


def test_the_page_for_those_who_sign_says_what_has_changed_only_where_they_have_seen_a_version() -> None:
    cycle, plan = samples.cycle_of()
    leads = [item.lead for item in signers_page(setting_of(cycle, plan, {}, draft=True))]
    assert not any("since" in lead for lead in leads)
    since = Since("Draft 2, 8 January 2027", (cell("Finish by", "May 2028", "June 2028"),))
    item = signers_page(setting_of(cycle, plan, {}, draft=True, since=since))[-1]
    assert item.lead == "What has changed since Draft 2, 8 January 2027, which you have seen:"
    assert item.text.plain == "• H1.1 Dig: Finish by was ‘May 2028’ and is now ‘June 2028’"
    unnamed = signers_page(setting_of(cycle, plan, {}, draft=True, since=Since("", ())))[-1]
    assert unnamed.lead == "What has changed since the earlier version, which you have seen:"
