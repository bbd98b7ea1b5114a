"""How a position is told to people: the phase, who is late, and the next steps with the lines to type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from svcdocs.cli.console import say
from svcdocs.cli.wrapping import say_heading, say_table, say_wrapped
from svcdocs.model.dates import said_day
from svcdocs.model.position import Late, Position
from svcdocs.model.states import Standing, State

_WEIGHTS = {"error": "to put right", "warning": "to check", "note": "to know"}


def tell_position(position: Position) -> None:
    """Print where the year stands and what comes next."""
    say_wrapped(position.phase, hang=0)
    tell_steps(position)


def tell_steps(position: Position) -> None:
    """Print the next steps, numbered, each with the line to type."""
    if position.steps:
        say_heading("What comes next")
    for number, step in enumerate(position.steps, 1):
        overdue = step.due is not None and step.due < position.today
        due = f" – {'was due ' if overdue else ''}{said_day(step.due)}" if step.due else ""
        say_wrapped(f"{number}  {step.what}{due}", indent=2, hang=3)
        if step.line:
            say(f"       {step.line}")  # never wrapped: it is to be copied as it is


def tell_next(position: Position, done: str) -> None:
    """Print the most pressing step in one sentence with its line; ``done`` is the verb that was just run."""
    step = next(iter(position.steps), None)
    if step is None:
        return
    is_again = step.line.split(" ")[1:2] == [done]
    what = f"Next: have it put right, and {done} again" if is_again else f"Next: {step.what[:1].lower()}{step.what[1:]}"
    say_wrapped(what, hang=2)
    if step.line:
        say(f"  {step.line}")


def tell_late(late: Iterable[Late]) -> None:
    """Print who is late, the longest first; nothing where nobody is."""
    rows = [(one.contributor, f"was due {said_day(one.due)}, {one.state}") for one in late]
    if rows:
        say_heading(f"Late ({len(rows)})")
        say_table(rows)


def in_counts(found: Mapping[str, int]) -> str:
    """What was found in a few words: "2 to put right, 5 to check"; nothing for nothing."""
    return ", ".join(f"{found[weight]} {words}" for weight, words in _WEIGHTS.items() if found.get(weight))


def states_in_short(standings: Iterable[Standing]) -> str:
    """How many stand how, in one line: "3 received, 1 started, 8 not started"."""
    tally = dict.fromkeys(reversed(State), 0)
    for each in standings:
        tally[each.state] += 1
    return ", ".join(f"{count} {state}" for state, count in tally.items() if count)
