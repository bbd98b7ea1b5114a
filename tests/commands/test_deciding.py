"""The policy officer puts an earlier version back, or accepts the present one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.model.states import State
from svcdocs.project import Project
from tests.returns import LATER, actions, events, filled, kept, put, sent_out, take, titles

FIRST, SECOND, THIRD = (filled(actions=actions(*"ABC"[:count])) for count in (1, 2, 3))


def received_thrice(folder: Path) -> Project:
    project = sent_out(folder)
    for content in (FIRST, SECOND, THIRD):
        put(project, "parks.xlsx", content)
        take(project)
    return project


def lies(project: Project) -> bytes:
    return (project.workbooks_dir / "parks.xlsx").read_bytes()


def state(project: Project) -> State:
    return take(project, LATER).standings[0].state


def test_the_version_before_is_put_back_byte_for_byte(tmp_path: Path) -> None:
    project = received_thrice(tmp_path)
    received = take(project, LATER, put_back="parks")
    assert lies(project) == SECOND
    assert received.lines == ("Parks: version 2 of 2026-12-01 is put back.",)
    take(project, LATER, put_back="Parks")
    assert lies(project) == FIRST
    assert events(project)[3:] == [("put back", 2), ("put back", 1)]


def test_any_version_is_put_back_by_its_number(tmp_path: Path) -> None:
    project = received_thrice(tmp_path)
    take(project, LATER, put_back="Parks", version=1)
    assert lies(project) == FIRST
    take(project, LATER, put_back="Parks", version=3)
    assert lies(project) == THIRD
    assert len(kept(project)) == 3


@pytest.mark.parametrize(
    ("orders", "told"),
    [
        ({"put_back": "Parks", "version": 9}, "no version 9 of Parks"),
        ({"put_back": "Homes"}, "nothing was received of 'Homes'"),
        ({"accept": ("Homes",)}, "nothing was received of 'Homes'"),
    ],
)
def test_what_there_is_not_is_told_and_nothing_changes(tmp_path: Path, orders: dict[str, Any], told: str) -> None:
    project = received_thrice(tmp_path)
    before = events(project)
    with pytest.raises(SvcdocsError, match=told):
        take(project, LATER, **orders)
    assert (lies(project), events(project)) == (THIRD, before)


def test_a_first_version_has_none_before_it(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", FIRST)
    take(project)
    with pytest.raises(SvcdocsError, match="no earlier version of Parks"):
        take(project, LATER, put_back="Parks")


def test_nothing_is_put_back_over_edits_nobody_has_decided_on(tmp_path: Path) -> None:
    project = received_thrice(tmp_path)
    (project.workbooks_dir / "parks.xlsx").write_bytes(filled(actions=actions("A", "by hand")))
    with pytest.raises(SvcdocsError, match="was edited since it was received"):
        take(project, LATER, put_back="Parks")
    with pytest.raises(SvcdocsError, match="is not what was received"):
        take(project, LATER, accept=("Parks",))


def test_an_accepted_return_is_accepted_until_it_says_something_else(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", FIRST)
    take(project, accept=("all",))
    assert state(project) is State.ACCEPTED
    (project.workbooks_dir / "parks.xlsx").write_bytes(FIRST + b"\0")  # saved once more, nothing changed
    assert state(project) is State.ACCEPTED
    put(project, "parks.xlsx", SECOND)
    take(project, LATER)
    assert state(project) is State.CHANGED
    take(project, LATER, put_back="Parks", version=1)
    assert state(project) is State.ACCEPTED


def test_a_receipt_is_told_even_where_what_was_ordered_beside_it_cannot_be_done(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", FIRST)
    received = take(project, accept=("Parcs",))
    assert [receipt.contributor for receipt in received.receipts] == ["Parks"]
    assert received.findings[0].message == "Nothing was received of 'Parcs'."
    assert titles(project) == ["A"]
