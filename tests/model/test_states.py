from __future__ import annotations

from itertools import product

import pytest

from svcdocs.model.states import Standing, State, state_of


@pytest.mark.parametrize(
    ("started", "declared", "kept", "accepted", "state"),
    [
        (False, False, False, None, State.NOT_STARTED),
        (False, True, True, None, State.NOT_STARTED),
        (True, False, True, None, State.STARTED),
        (True, True, False, None, State.READY),
        (True, True, True, None, State.RECEIVED),
        (True, False, True, True, State.ACCEPTED),
        (True, True, True, False, State.CHANGED),
    ],
)
def test_the_state_is_the_last_that_holds(
    *, started: bool, declared: bool, kept: bool, accepted: bool | None, state: State
) -> None:
    assert state_of(started=started, declared=declared, kept=kept, accepted=accepted) is state


def test_every_state_can_be_told() -> None:
    truths = (False, True)
    told = {
        state_of(started=a, declared=b, kept=c, accepted=d)
        for a, b, c, d in product(truths, truths, truths, (None, False, True))
    }
    assert told == set(State)


def test_what_is_blank_is_null_for_programs() -> None:
    assert Standing("Parks", State.NOT_STARTED).as_json() == {
        "contributor": "Parks",
        "state": "not started",
        "file": None,
        "version": None,
        "received": None,
        "checked_by": None,
        "open": [],
    }
