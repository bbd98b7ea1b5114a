"""What holds documents back: why one cannot be built, and which stay as they are for it."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.commands.beside_names import CORPORATE
from svcdocs.commands.intake import Intake


def reasons_against(intake: Intake, *, draft: bool) -> Iterator[tuple[str, str]]:
    """Why a document cannot be built, by service or by the corporate plan's name."""
    framework = intake.cycle.framework
    present = {plan.service for plan in intake.cycle.plans}
    blocked = []
    for service in framework.service_names:
        if service not in present:
            due = framework.service(service)
            when = f", due {due.deadline}" if due and due.deadline else ""
            yield service, f"return awaited from {service}{when}"
        elif not draft and intake.framework_blocks:
            yield service, "the framework is to be put right first"
        elif not draft and intake.blocking(service):
            count = len(intake.blocking(service))
            yield service, f"{count} {'finding' if count == 1 else 'findings'} to be put right first"
            blocked.append(service)
    if draft:
        return
    if intake.framework_blocks:
        yield CORPORATE, "the framework is to be put right first"
    elif intake.strays_block:
        yield CORPORATE, "something in the workbooks could not be told to belong to a service"
    elif blocked:
        yield CORPORATE, f"findings to be put right first in {', '.join(blocked)}"
    elif framework.is_final and intake.cycle.awaited:
        yield CORPORATE, f"return awaited from {', '.join(intake.cycle.awaited)}"
