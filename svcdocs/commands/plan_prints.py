"""What a build prints: the plan of each service in its editions, and the corporate plan, each with its inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from svcdocs.commands.beside_names import CORPORATE
from svcdocs.commands.intake import Intake
from svcdocs.commands.opening import pictures_of
from svcdocs.commands.printing import Print, Ready, name_in_output, ready
from svcdocs.commands.seen import seen_versions
from svcdocs.documents.beside import plan_title, style_of
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.corporate_plan import corporate_plan_context
from svcdocs.documents.covers import council_cover, service_cover
from svcdocs.model.changes import Since
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.cycle import Cycle
from svcdocs.model.publication import public_cycle, public_edition
from svcdocs.outputs import sha256_of
from svcdocs.project import Project


def service_plans(
    project: Project, intake: Intake, reasons: Mapping[str, str], *, draft: bool, only: str, public: bool
) -> Iterator[Print]:
    """The plan of each service that can be made; ``public`` adds its public edition, ``only`` names one alone.

    ``reasons`` has the services whose plans cannot be made.
    """
    plans = [plan for plan in intake.cycle.plans if plan.service not in reasons and only in ("", plan.service)]
    if not plans:
        return
    templates: dict[str, Ready] = {}
    earlier = seen_versions(project, intake.cycle.framework)
    pictures = pictures_of(project)
    is_draft = draft or not intake.cycle.framework.is_final
    given = {"draft": is_draft, "pictures": pictures}
    common = {intake.framework: intake.hashes[intake.framework]}
    common |= {f"pictures/{name}": sha256_of(data) for name, data in pictures.items()}
    if intake.last_year:
        common[intake.last_year] = intake.hashes[intake.last_year]
    editions = [_Edition(intake.cycle, project.service_plan, earlier.since(intake.cycle))]
    if public:
        shown = public_cycle(intake.cycle)
        # The public has seen no earlier version; and what stood there may not be for publication any more.
        editions.append(_Edition(shown, project.public_plan, {}, is_public=True))
    for plan in plans:
        kind, laid_out = SERVICE_PLANS[intake.cycle.framework.layout_of(plan.service)]
        if kind not in templates:
            templates[kind] = ready(project, kind)
        template = templates[kind]
        read = (
            *(name for service in _told_of(intake, plan.service) for name in intake.files.get(service, ())),
            *intake.beside.get(plan.service, ()),
        )
        own = {name: intake.hashes.get(name, "") for name in read}  # of what has not come back there is none
        inputs = {**common, **earlier.inputs(plan.service), **own, **template.inputs}
        for one in editions:
            told = one.cycle.plan(plan.service) or plan
            edition = public_edition(plan) if one.is_public else None
            context = laid_out(one.cycle, told, **given, edition=edition, since=one.since.get(plan.service))
            name, printed = name_in_output(project, one.place(plan.service)), partial(template.print, context)
            cover = None if one.is_public else service_cover(one.cycle, told, draft=is_draft)
            yield Print(name, inputs, printed, cover)


def corporate_plan(project: Project, intake: Intake, cycle: Cycle, view: CorporateView, *, draft: bool) -> Print:
    """The corporate plan. ``cycle`` holds the plans as it may print them, and ``view`` is what they are together."""
    template = ready(project, "corporate-plan")
    pictures = pictures_of(project)
    context = corporate_plan_context(cycle, view, draft=draft, pictures=pictures)
    shown = {f"pictures/{name}": sha256_of(data) for name, data in pictures.items()}
    style = style_of(cycle, pictures, draft=draft)
    return Print(
        CORPORATE,
        {**intake.answers_awaited, **intake.hashes, **shown, **template.inputs},
        partial(template.print, context),
        council_cover(plan_title(style), style, draft=draft),
    )


@dataclass(frozen=True, slots=True)
class _Edition:
    """One edition of the service plans: what it is printed from, where it goes, what has changed in each plan."""

    cycle: Cycle
    place: Callable[[str], Path]
    since: Mapping[str, Since]
    is_public: bool = False


def _told_of(intake: Intake, service: str) -> set[str]:
    """The services of whose work a service's plan tells: its own, and those to which some of last year's has gone."""
    pasts = intake.cycle.last_year.of(service) if intake.cycle.last_year else ()
    return {service, *(heir.service for past in pasts for heir in past.heirs)}
