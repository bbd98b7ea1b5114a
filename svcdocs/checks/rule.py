"""What a rule is: a stable code, how much it matters at each stage, and who must act."""

from __future__ import annotations

import re
from dataclasses import dataclass

from svcdocs.model.base import Record
from svcdocs.model.findings import Audience, CellRef, Finding, Severity, in_short
from svcdocs.model.framework import Framework

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


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
    a rule that counts speaks, ``counts`` what that number is of: "actions that end on one day, in per cent".
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

    def limit_in(self, council: Framework) -> float:
        """The number from which the rule speaks: as the framework's sheet Rules says, else its own.

        What is no number on that sheet counts for nothing.
        """
        assert self.limit is not None, f"{self.code} does not count"
        rows = (row for row in council.rules if row.rule.strip().casefold() == self.code)
        figures = (figure_in(row.limit) for row in rows)
        return next((figure for figure in figures if figure is not None), self.limit)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule speaks: what is wrong, in a sentence, and what to do about it.

    ``record`` and ``field`` say where it was typed; ``where`` stands in for a place that is no record's. ``row`` is the
    record whose column "Why this is right" counts, where that is another one: the action of a step.
    """

    rule: Rule
    message: str
    hint: str
    service: str = ""
    record: Record | None = None
    field: str = ""
    where: CellRef | None = None
    row: Record | None = None

    @property
    def reason(self) -> str:
        """Why it is right as it stands, as somebody has said on its row; "" where nobody has, or nobody may."""
        return said if _is_reason(said := self._said) else ""

    @property
    def _said(self) -> str:
        """What stands under "Why this is right" on its row, where the rule asks for a judgement."""
        return getattr(self.row or self.record, "reason", "").strip() if self.rule.judged else ""

    @property
    def _way_out(self) -> str:
        """The hint, and where a reason would answer it: where that is to be said."""
        row = self.row or self.record
        info = type(row).model_fields.get("reason") if row is not None else None
        if info is None or not self.rule.judged:
            return self.hint
        useless = f"; '{in_short(self._said)}' does not say why" if self._said else ""
        return f"{self.hint} Or say in '{info.title}' why it is right as it stands{useless}."

    def finding(self, severity: Severity) -> Finding:
        """The hit as it is told."""
        return Finding(
            code=self.rule.code,
            severity=severity,
            message=self.message,
            hint=self._way_out,
            audience=self.rule.audience,
            service=self.service,
            where=self.where or (self.record.cell(self.field) if self.record is not None else None),
            field=column_title(self.record, self.field),
        )


_NO_REASON = re.compile(
    r"(?:(?:it|this|that)(?: is| s)? ?)?"
    r"(?:ok|okay|yes|y|no|n|fine|all fine|right|correct|true|done|agreed|noted|checked|known|as is|above|see above"
    r"|n a|na|none|nil|tbc|tba|x+)?"
)
"""Replies that give no reason, in small letters and without signs: "ok", "it is right"."""


def figure_in(typed: str) -> float | None:
    """The number that a limit was typed as, with or without a sign of per cent; None where it is none."""
    figure = typed.strip().removesuffix("%").strip()
    return float(figure) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", figure) else None


def column_title(record: Record | None, field: str) -> str:
    """The heading of the column a field stands under: "Finish by", "Target 2027/28"."""
    if record is None or not field:
        return ""
    name, _, member = field.partition(" ")
    info = type(record).model_fields.get(name)
    return (info.title or name).replace("{}", member) if info else field


def _is_reason(said: str) -> bool:
    """Whether words say why: more than a yes, a sign or a letter."""
    return not _NO_REASON.fullmatch(re.sub(r"[\W_]+", " ", said).strip().casefold())
