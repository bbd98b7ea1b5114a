"""What a rule is: a stable code, what it says and asks for, how much it matters at each stage, and who must act."""

from __future__ import annotations

import re
from dataclasses import dataclass

from svcdocs.model.findings import Audience, Severity
from svcdocs.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of a rule: rows that make it speak, and the same rows mended as its remedy says.

    Each line is a row, of a sheet and what stands under its headings: ``Actions | Ref: HC1.1 | Finish by: 31 April
    2027``; a sheet of the framework is ``Framework/Services``. A line that stands in both is there for the others.
    """

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``draft`` and ``final`` are its severities at the two stages; None keeps it silent there.

    ``judged`` says that it asks about a matter of judgement: whoever says on the row why it is right as it stands has
    answered it, at either stage. What could not be read or placed no reason makes right. ``message`` says to whoever
    reads the catalogue what is wrong, in a sentence, ``remedy`` what to do about it. ``limit`` is the number from which
    a rule that counts speaks, ``counts`` what that number is of: "actions that end on one day, in per cent". ``covers``
    are the codes of rules that are not told of a row of which it is told, since it says what they say.
    """

    code: str
    title: str
    draft: Severity | None
    final: Severity | None
    audience: Audience = "team"
    judged: bool = False
    message: str = ""
    remedy: str = ""
    example: Example | None = None
    limit: float | None = None
    counts: str = ""
    covers: tuple[str, ...] = ()

    def limit_in(self, council: Framework) -> float:
        """The number from which the rule speaks: as the framework's sheet Rules says, else its own.

        What is no number on that sheet counts for nothing.
        """
        assert self.limit is not None, f"{self.code} does not count"
        rows = (row for row in council.rules if row.rule.strip().casefold() == self.code)
        figures = (figure_in(row.limit) for row in rows)
        return next((figure for figure in figures if figure is not None), self.limit)

    def severity_in(self, council: Framework) -> Severity | None:
        """What the rule weighs at the council's stage: as its sheet Rules says, else as the rule itself does.

        None where it is silent. Of two rows about one rule the last counts.
        """
        return self.severities_in(council)[council.is_final]

    def severities_in(self, council: Framework) -> tuple[Severity | None, Severity | None]:
        """What the rule weighs in draft and in final, as the council has it."""
        draft, final = self.draft, self.final
        for row in council.rules:
            if row.rule.strip().casefold() == self.code:
                draft, final = _set(row.draft, self.draft), _set(row.final, self.final)
        return draft, final


_OFF = "off"
_SEVERITIES = {severity.value: severity for severity in Severity}


def figure_in(typed: str) -> float | None:
    """The number that a limit was typed as, with or without a sign of per cent; None where it is none."""
    figure = typed.strip().removesuffix("%").strip()
    return float(figure) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", figure) else None


def _set(typed: str, otherwise: Severity | None) -> Severity | None:
    """A severity as a council typed it; what is none leaves the rule's own."""
    word = typed.strip().casefold()
    return None if word == _OFF else _SEVERITIES.get(word, otherwise)


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one matter, for the catalogue; ``is_set`` says whether the framework's sheet Rules may set them."""

    title: str
    about: str
    rules: tuple[Rule, ...]
    is_set: bool = False
