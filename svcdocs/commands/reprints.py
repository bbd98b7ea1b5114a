"""What a build prints otherwise: told from the documents of the last one, before they are replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from svcdocs.commands.beside_names import CORPORATE
from svcdocs.commands.intake import Intake
from svcdocs.commands.letter_files import NOTICES
from svcdocs.comparison.printed import changed_parts
from svcdocs.errors import SvcdocsError
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.letters import Contact
from svcdocs.model.names import folded, lines_of
from svcdocs.model.reprints import Reprint
from svcdocs.outputs import Output, read_manifest, sha256_of
from svcdocs.project import Circulation, Project, file_name
from svcdocs.report.reprints import notice_text

_DAY = "the day of the notice"


def reprints(project: Project, outputs: Iterable[Output], intake: Intake) -> tuple[Reprint, ...]:
    """The documents among some outputs that say something else than those of the last build, and where.

    One that somebody has edited is left alone anyway, and one that was not there before has nobody who knows it: of
    neither is anything told.
    """
    manifest, framework = read_manifest(project.output_dir), intake.cycle.framework
    called = _sources(intake)
    called |= {copy.data: f"{copy.version} as it was circulated" for copy in Circulation.open(project).copies}
    found = []
    for output in outputs:
        path, entry = project.output_dir / output.name, manifest.outputs.get(output.name)
        if not output.name.endswith(".docx") or entry is None or not path.is_file():
            continue
        try:
            content = path.read_bytes()
            parts = changed_parts(content, output.content) if sha256_of(content) in manifest.built(output.name) else ()
        except (OSError, SvcdocsError):
            continue
        if parts and content != output.content:
            names = sorted({*entry.inputs, *output.inputs})
            because = tuple(
                called.get(name, name) for name in names if entry.inputs.get(name) != output.inputs.get(name)
            )
            service = _service(project, output.name, framework)
            tell = tuple(_to_be_told(service, framework)) if service or output.name == CORPORATE else ()
            found.append(Reprint(output.name, service, because, parts, tell))
    return tuple(found)


def notices(
    told: Iterable[Reprint], framework: Framework, contradicted: tuple[str, ...], today: date | None
) -> list[Output]:
    """For each plan a notice to whoever signs or answers for it: what is printed otherwise, and where.

    Of what is made from a plan, such as a public edition or an annex, nobody is told beside that; nobody at all on a
    day that is not known.
    """
    if today is None:
        return []
    return [
        Output(
            _notice_name(one.service),
            notice_text(one, framework.about, _of(one.service, contradicted), today).encode(),
            {_DAY: sha256_of(today.isoformat().encode())},
            keep_edits=False,
        )
        for one in told
        if one.service or one.document == CORPORATE
    ]


def notices_gone(
    project: Project, made: Iterable[Output], told: Iterable[Output], framework: Framework, today: date | None
) -> tuple[str, ...]:
    """The notices of an earlier day about documents that were made again and say what they said, or are not made.

    On the day itself they stay: a document may be made once more before anybody has sent them.
    """
    if today is None:
        return ()
    names, day = {output.name for output in told}, sha256_of(today.isoformat().encode())
    plans = {_plan_name(project, service): _notice_name(service) for service in framework.service_names}
    plans[CORPORATE] = _notice_name("")
    again = {plans[output.name] for output in made if output.name in plans}
    there = read_manifest(project.output_dir).outputs
    return tuple(
        name
        for name, entry in there.items()
        if name.startswith(NOTICES)
        and name not in names
        and (name in again or name not in plans.values())
        and entry.inputs.get(_DAY) != day
    )


def _notice_name(service: str) -> str:
    return f"{NOTICES}{file_name(service) if service else 'corporate-plan'}.txt"


def _plan_name(project: Project, service: str) -> str:
    return project.service_plan(service).relative_to(project.output_dir).as_posix()


def _sources(intake: Intake) -> dict[str, str]:
    """What the files of a cycle are called when somebody is told: by whose they are, figures by their version too."""
    called = {intake.framework: "the framework"}
    for reading in intake.returned.values():
        statement = (reading.finance or Finance()).statement
        version = ", ".join(part for part in (statement.version.strip(), statement.version_date.text.strip()) if part)
        called[reading.file] = f"{reading.assignment.contributor}{f' ({version})' if version else ''}"
    return called


def _of(service: str, contradicted: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in contradicted if not service or line.startswith(f"{service}, "))


def _service(project: Project, name: str, framework: Framework) -> str:
    paths = {_plan_name(project, service): service for service in framework.service_names}
    return paths.get(name, "")


def _to_be_told(service: str, framework: Framework) -> Iterator[Contact]:
    """Whoever answers for a plan or signs it, each once, with the address that the framework has of them."""
    row = framework.service(service) if service else None
    names = [] if row is None else [row.contact, *lines_of(row.manager), *lines_of(row.portfolio)]
    for signature in framework.signatures:
        if not signature.service.strip() or (service and framework.service_name(signature.service) == service):
            names += [signature.name or signature.role, signature.counter_name]
    emails = {folded(person.name): person.email.strip() for person in framework.people if person.name.strip()}
    if row is not None and row.contact.strip():
        emails[folded(row.contact)] = row.email.strip()
    for key, name in {folded(name): name.strip() for name in names if name.strip()}.items():
        yield Contact(name, emails.get(key, ""))
