"""Teams and services that begin, move, merge or end while the plans run, as readers are told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from svcdocs.documents.formats import block
from svcdocs.documents.parts import Part, text_part, with_leads
from svcdocs.documents.setting import Setting
from svcdocs.model.framework import Service
from svcdocs.model.names import folded
from svcdocs.model.teams import Change, changes_of, home_of, team_called
from svcdocs.model.text import BlockKind


def in_being(setting: Setting) -> str:
    """From when, or until when, there is a service that begins or closes while the plans run; empty for others."""
    row, words = setting.service, setting.words
    changes = changes_of(setting.framework, setting.plan.service)
    begins = any(one is row for change in changes for one in change.after)
    closes = any(one is row for change in changes for one in change.before)
    pattern = (words.from_until if closes else words.from_day) if begins else words.until_day if closes else ""
    since, until = row.belongs_from.text.strip(), row.belongs_until.text.strip()
    return pattern.format(date=since if begins else until, until=until)


def team_heading(name: str, setting: Setting) -> str:
    """The name of a team, with the day from which or until which the service has it, and what it was before."""
    row = team_called(setting.framework, setting.plan.service, name)
    if row is None:
        return name
    said, words = [], setting.words
    for change in changes_of(setting.framework, setting.plan.service):
        if any(one is row for one in change.after):
            said.append(words.team_from.format(date=row.belongs_from.text.strip()))
            said += [words.team_before.format(team=_before(change.before, row, setting))] if change.before else []
        if any(one is row for one in change.before):
            said.append(words.team_until.format(date=row.belongs_until.text.strip()))
    return words.on_its_own.format(value=name, note="; ".join(said)) if said else name


def changes_part(setting: Setting) -> tuple[Part, ...]:
    """What changes in the teams of the service while its plan runs, as a list with a sentence before it; else nothing.

    That the service itself begins or closes stands on the cover.
    """
    changes = changes_of(setting.framework, setting.plan.service)
    told = [sentence for change in changes for sentence in _of_service(change, setting)]
    items = (block(sentence, BlockKind.BULLET) for sentence in told)
    return with_leads(text_part([block(setting.words.changes_lead_in), *items])) if told else ()


def corporate_changes(setting: Setting) -> tuple[str, ...]:
    """What changes in the council's services and teams while its plans run, in order of date, a sentence each."""
    return tuple(_of_council(change, setting) for change in changes_of(setting.framework))


def _of_service(change: Change, setting: Setting) -> Iterator[str]:
    """What a reader of one service's plan is told of a change."""
    words, framework, service = setting.words, setting.framework, setting.plan.service
    left, came = _here(change.before, setting), _here(change.after, setting)
    if left and came:
        yield words.teams_become.format(
            date=came[0].belongs_from.text.strip(),
            before=_listed(_named(change.before, setting, but=service), setting),
            after=_listed(_named(change.after, setting, but=service), setting),
        )
        return
    for row in left:
        until, team = row.belongs_until.text.strip(), row.team
        after = _listed(_placed(change.after, row, setting), setting)
        moves_on = home_of(framework, team, service) != service
        pattern = words.team_ends if not after else words.team_leaves if moves_on else words.team_is_split
        yield pattern.format(team=team, date=until, after=after)
    for row in came:
        day, before = row.belongs_from.text.strip(), _listed(_placed(change.before, row, setting), setting)
        was_service = any(not one.team for one in change.before)
        pattern = words.service_joins if was_service else words.team_joins if before else words.team_begins
        comes_whole = before and not was_service and len(change.after) == 1
        said = (pattern.format(team=row.team, date=day, before=before), words.work_here if comes_whole else "")
        yield " ".join(part for part in said if part)


def _of_council(change: Change, setting: Setting) -> str:
    words = setting.words
    if not change.after:
        row = change.before[0]
        pattern = words.team_of_service_ends if row.team else words.service_closes
        return pattern.format(team=row.team, service=_service(row, setting), date=row.belongs_until.text.strip())
    row, day = change.after[0], change.after[0].belongs_from.text.strip()
    if not change.before:
        pattern = words.team_of_service_begins if row.team else words.service_begins
        return pattern.format(team=row.team, service=_service(row, setting), date=day)
    services = {_service(one, setting) for one in (*change.before, *change.after)}
    but = services.pop() if len(services) == 1 else ""
    if len(change.before) == len(change.after) == 1 and row.team and folded(row.team) == folded(change.before[0].team):
        old = _service(change.before[0], setting)
        return words.team_moves.format(team=row.team, date=day, service=_service(row, setting), before=old)
    before, after = (_listed(_named(rows, setting, but=but), setting) for rows in (change.before, change.after))
    pattern = words.teams_become_in if but and row.team and change.before[0].team else words.teams_become
    return pattern.format(date=day, before=before, after=after, service=but)


def _before(rows: Iterable[Service], row: Service, setting: Setting) -> str:
    """What a team was before, in a heading: where it was, by which name where that was another."""
    return _listed(_placed(rows, row, setting, words_in=True), setting)


def _placed(rows: Iterable[Service], row: Service, setting: Setting, *, words_in: bool = False) -> Iterator[str]:
    """Where a team was or goes: the service; its name there with it where that is another than in ``row``.

    ``words_in`` has it as it follows "until then": "in Housing", "Advice in Housing", "Advice".
    """
    words, here = setting.words, _service(row, setting)
    for one in rows:
        service, same_name = _service(one, setting), folded(one.team) == folded(row.team)
        if not one.team:
            yield words.the_service.format(service=service) if words_in else service
        elif words_in and service == here:
            yield one.team
        elif words_in:
            yield (words.in_service if same_name else words.team_in_service).format(team=one.team, service=service)
        else:
            yield service if same_name else words.service_as_team.format(team=one.team, service=service)


def _named(rows: Iterable[Service], setting: Setting, *, but: str) -> Iterator[str]:
    """Teams by their names, each with its service unless that is ``but``; services by theirs."""
    for row in rows:
        service = _service(row, setting)
        if not row.team:
            yield setting.words.the_service.format(service=service)
        else:
            yield row.team if service == but else setting.words.team_in_service.format(team=row.team, service=service)


def _here(rows: Iterable[Service], setting: Setting) -> list[Service]:
    return [row for row in rows if row.team and _service(row, setting) == setting.plan.service]


def _service(row: Service, setting: Setting) -> str:
    return setting.framework.service_name(row.service)


def _listed(names: Iterable[str], setting: Setting) -> str:
    """Names as a sentence has them: "Arts, Sport and Play"."""
    *most, last = tuple(names) or ("",)
    return setting.words.and_last.format(most=", ".join(most), last=last) if most else last
