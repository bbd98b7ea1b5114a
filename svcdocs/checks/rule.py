"""A hit: one place where a rule speaks, told as a finding, and the reason by which somebody has answered it."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.checks.names import heading_of
from svcdocs.checks.reasons import said_about, says_why
from svcdocs.model.base import Record
from svcdocs.model.findings import CellRef, Finding, Severity, in_short
from svcdocs.model.rules import Example, Rule

__all__ = ["ERROR", "NOTE", "WARNING", "Example", "Hit", "Rule"]

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


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
        return said if says_why(said := self._said, self.message) else ""

    @property
    def reason_at(self) -> CellRef | None:
        """The cell of its row in which a reason stands or would stand, as far as its sheet has one."""
        row = self.row or self.record
        return row.cell("reason") if row is not None and row.origin and "reason" in row.origin.columns else None

    @property
    def _said(self) -> str:
        """What stands under "Why this is right" on its row for this, where the rule asks for a judgement."""
        row = self.row or self.record
        typed = getattr(row, "reason", "").strip() if self.rule.judged else ""
        return said_about(typed, row, heading_of(self.record, self.field), self.rule.code) if row and typed else ""

    @property
    def _way_out(self) -> str:
        """The hint, and where a reason would answer it: where that is to be said."""
        row = self.row or self.record
        info = type(row).model_fields.get("reason") if row is not None else None
        if info is None or not self.rule.judged:
            return self.hint
        useless = f"; '{in_short(self._said)}' does not say why" if self._said else ""
        place = self.reason_at
        where = f"'{info.title}' (column {place.cell.rstrip('0123456789')})" if place else f"'{info.title}'"
        return f"{self.hint} Or say in {where} why it is right as it stands{useless}."

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
            field=heading_of(self.record, self.field),
        )
