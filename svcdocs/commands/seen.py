"""The version that those who sign have seen: what was exported then, and what has changed since in each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from svcdocs.commands.opening import bytes_of
from svcdocs.comparison.versions import Version, compared
from svcdocs.exports.plans import read_plans
from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle, link
from svcdocs.outputs import sha256_of
from svcdocs.project import Project


@dataclass(frozen=True, slots=True)
class Seen:
    """A version as it was exported, linked; ``inputs`` is its file as an input of what is printed with it."""

    cycle: Cycle | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)

    def since(self, now: Cycle) -> dict[str, Since]:
        """What has changed in each plan that was there then, by its service."""
        then = self.cycle
        if then is None:
            return {}
        found = compared(_version(then), _version(now))
        there = {now.framework.service_name(plan.service) for plan in then.plans}
        about = then.framework.about
        name = ", ".join(part for part in (about.version.strip(), about.version_date.text.strip()) if part)
        return {
            service: Since(name, tuple(change for change in found.changes if change.service == service))
            for service in there
        }


def seen_version(project: Project) -> Seen:
    """The version that those who sign have seen, as the settings name it; an empty one where they name none.

    Raises:
        SvcdocsError: the file cannot be read, or holds no plans.
    """
    path = project.seen
    if path is None:
        return Seen()
    content = bytes_of(path)
    held = read_plans(content, path.name)
    return Seen(link(held.framework, held.plans, held.finance), {project.name_of(path): sha256_of(content)})


def _version(cycle: Cycle) -> Version:
    return Version(cycle.framework.about.version, cycle.framework, tuple(cycle.plans), cycle.finance)
