"""Where the approvals of all plans stand: body by body, and how many of those who sign have signed."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_approvals import approval_date
from svcdocs.documents.formats import written
from svcdocs.documents.front import signs
from svcdocs.model.framework import Signature
from svcdocs.model.names import folded
from svcdocs.model.words import DEFAULT


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body that approves all plans, or the plan of one service."""

    body: str
    """The body, and the part of the plan it approves."""
    plan: str
    """Whose plan it approves."""
    status: str
    """Where its approval stands, with any condition."""
    date: str
    """The date of the approval; of the corporate plan also that for which it is planned."""
    minute: str
    """The minute that records it."""


def body_rows(style: Style) -> tuple[BodyRow, ...]:
    """The bodies, those of all plans first, each in the order of the framework."""
    rows = [row for row in style.framework.signatures if not signs(row)]
    rows.sort(key=lambda row: bool(row.service.strip()))
    return tuple(_row(row, style) for row in rows)


def signed_so_far(style: Style) -> str:
    """How many of the areas for which people sign have been signed for; empty where nobody signs."""
    rows = [row for row in style.framework.signatures if signs(row)]
    draft = (folded(style.words.draft), folded(DEFAULT.draft), "")
    given = sum(folded(row.status) not in draft for row in rows)
    return style.words.report_signed.format(count=len(rows), given=given) if rows else ""


def _row(row: Signature, style: Style) -> BodyRow:
    words = style.words
    is_whole = style.framework.is_corporate_plan(row.service)
    condition = words.subject_to.format(text=row.subject_to.strip()) if row.subject_to.strip() else ""
    return BodyRow(
        body=" – ".join(part.strip() for part in (row.role, row.area) if part.strip()) or words.not_given,
        plan=style.framework.service_name(row.service) or words.report_every_plan,
        status=". ".join(part for part in (row.status.strip(), condition) if part) or words.approval_awaited,
        date=written(approval_date(row, style) if is_whole else row.when.text, words.dash),
        minute=written(row.minute, words.dash),
    )
