"""The documents that a build makes, ready to be printed: service plans, corporate plan, what stands beside that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from svcdocs.commands.beside import beside
from svcdocs.commands.beside_names import CORPORATE
from svcdocs.commands.intake import Intake
from svcdocs.commands.plan_prints import corporate_plan, service_plans
from svcdocs.commands.printing import Print
from svcdocs.corporate.consolidation import consolidate
from svcdocs.errors import SvcdocsError
from svcdocs.model.framework import Framework
from svcdocs.model.publication import for_corporate_plan
from svcdocs.project import Project


@dataclass(frozen=True, slots=True)
class Made:
    """Word documents, and the spreadsheet beside the corporate plan where that is made."""

    prints: tuple[Print, ...]
    book: Print | None = None

    @property
    def going_out(self) -> tuple[Print, ...]:
        """What goes out for reading and signature, in the order in which it is told."""
        return tuple(one for one in (*self.prints, self.book) if one is not None and one.cover is not None)


def made(
    project: Project,
    intake: Intake,
    reasons: Mapping[str, str],
    *,
    draft: bool,
    only: str = "",
    public: bool = False,
) -> Made:
    """What is made of all that ``reasons`` does not keep from it; the options are those of a build.

    Raises:
        SvcdocsError: a template cannot be used.
    """
    prints = list(service_plans(project, intake, reasons, draft=draft, only=only, public=public))
    if only or reasons.get(CORPORATE):
        return Made(tuple(prints))
    shown, is_draft = for_corporate_plan(intake.cycle), draft or not intake.cycle.framework.is_final
    view = consolidate(shown)
    prints.append(corporate_plan(project, intake, shown, view, draft=is_draft))
    more = beside(project, intake, shown, view, draft=is_draft)
    return Made((*prints, *more.prints), more.book)


def must_be_services(framework: Framework, names: Iterable[str]) -> None:
    """Raises SvcdocsError where one of some names is not that of a service; a blank one names none."""
    unknown = next((name for name in names if name and name not in framework.service_names), "")
    if unknown:
        known = ", ".join(framework.service_names)
        raise SvcdocsError(f"there is no service '{unknown}'", f"the services are: {known}")
