"""The version that those who sign have seen: what was exported then, and what has changed since in each plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.commands.opening import bytes_of
from svcdocs.comparison.versions import Version, compared
from svcdocs.exports.plans import read_plans
from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.outputs import sha256_of
from svcdocs.project import Circulation, Kept, Project


@dataclass(frozen=True, slots=True)
class Seen:
    """The versions that those who sign have seen: of which services each is what they saw, by their names.

    Several, where a few plans alone were circulated last.
    """

    versions: tuple[_Seen, ...] = ()

    def since(self, now: Cycle) -> dict[str, Since]:
        """What has changed in each plan that was there then, by its service."""
        return {service: since for one in self.versions for service, since in one.since(now)}

    def inputs(self, service: str) -> dict[str, str]:
        """The file of the version of a service, as an input of what is printed with it."""
        return {one.name: one.sha256 for one in self.versions if one.services is None or service in one.services}


@dataclass(frozen=True, slots=True)
class _Seen:
    """One version as it was exported, linked; ``services`` is None where it is that of all."""

    cycle: Cycle
    name: str
    sha256: str
    services: frozenset[str] | None = None

    def since(self, now: Cycle) -> Iterator[tuple[str, Since]]:
        found = compared(_version(self.cycle), _version(now))
        there = {now.framework.service_name(plan.service) for plan in self.cycle.plans}
        about = self.cycle.framework.about
        name = ", ".join(part for part in (about.version.strip(), about.version_date.text.strip()) if part)
        for service in sorted(there if self.services is None else there & self.services):
            yield service, Since(name, tuple(change for change in found.changes if change.service == service))


def seen_versions(project: Project, framework: Framework) -> Seen:
    """The version that those who sign have seen: that which the settings name, else the one circulated before this.

    Raises:
        SvcdocsError: the file that the settings name cannot be read, or holds no plans; or the record of what was
            circulated cannot be read.
    """
    path = project.seen
    if path is None:
        return Seen(tuple(_circulated(project, framework)))
    content = bytes_of(path)
    return Seen((_Seen(_linked(content, path.name), project.name_of(path), sha256_of(content)),))


def _circulated(project: Project, framework: Framework) -> Iterator[_Seen]:
    """The versions that were last circulated before this one. Data that is not what it was then is passed over."""
    circulation = Circulation.open(project)
    services: dict[tuple[str, str], set[str]] = {}
    for service in framework.service_names:
        copy = circulation.before(service, framework.about.version, framework.service_name)
        if copy is not None and circulation.kept(copy.data, copy.data_sha256) is Kept.AS_IT_WAS:
            services.setdefault((copy.data, copy.data_sha256), set()).add(service)
    for (name, sha), names in services.items():
        yield _Seen(_linked(bytes_of(project.folder / name), name), name, sha, frozenset(names))


def _linked(content: bytes, name: str) -> Cycle:
    held = read_plans(content, name)
    return link(held.framework, held.plans, held.finance)


def _version(cycle: Cycle) -> Version:
    return Version(cycle.framework.about.version, cycle.framework, tuple(cycle.plans), cycle.finance)
