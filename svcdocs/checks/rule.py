"""What a rule is: a stable code, how much it matters at each stage, and who must act."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.base import Record
from svcdocs.model.findings import Audience, CellRef, Finding, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``draft`` and ``final`` are its severities at the two stages; None keeps it silent there."""

    code: str
    title: str
    draft: Severity | None
    final: Severity | None
    audience: Audience = "team"


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
    def is_explained(self) -> bool:
        """Whether somebody has said on its row why it is right as it stands."""
        return bool(getattr(self.row or self.record, "reason", ""))

    def finding(self, severity: Severity) -> Finding:
        """The hit as it is told."""
        return Finding(
            code=self.rule.code,
            severity=severity,
            message=self.message,
            hint=self.hint,
            audience=self.rule.audience,
            service=self.service,
            where=self.where or (self.record.cell(self.field) if self.record is not None else None),
            field=_title(self.record, self.field),
        )


def _title(record: Record | None, field: str) -> str:
    """The heading of the column a field stands under: "Finish by", "Target 2027/28"."""
    if record is None or not field:
        return ""
    name, _, member = field.partition(" ")
    info = type(record).model_fields.get(name)
    return (info.title or name).replace("{}", member) if info else field
