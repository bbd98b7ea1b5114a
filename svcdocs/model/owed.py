"""What is still to come: words, figures and tables that somebody owes, from whom and by when.

A gap is planned where someone has said so: a text marked as to be added, a cell that reads "To be added by Finance by
21 February 2027", or a workbook that has not come back with the part of the plan that is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from svcdocs.model.as_written import Written, WrittenDate
from svcdocs.model.assignments import PARTS, Assignment
from svcdocs.model.base import Record
from svcdocs.model.continuity import Fate
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Contributor, Framework, Section
from svcdocs.model.homes import HOMES, LISTS, list_of
from svcdocs.model.names import all_folded, folded
from svcdocs.model.promises import TO_BE_ADDED, Promise, promise_in
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.model.teams import names_of, stays_of
from svcdocs.model.terms import terms_of
from svcdocs.model.text import Text
from svcdocs.model.words import Words, words_of

ACCOUNT = "last_year"
"""The part of a plan that says what has become of last year's."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is still to come.

    ``part`` is the field of the plan in which it is missing ("money"; "passages" for words), ``section`` the key of the
    section where it is words. ``who`` and ``when`` are blank where nobody has said. ``record`` and ``field`` are the
    cell that says so; None where a workbook has not come back: ``asked`` is then the framework's row that asks for it,
    if there is one. An ``ACCOUNT`` has neither.
    """

    service: str
    what: str
    who: str
    when: WrittenDate
    part: str = "passages"
    section: str = ""
    record: Record | None = None
    field: str = ""
    asked: Contributor | None = None


def owed_of(cycle: Cycle) -> tuple[Owed, ...]:
    """Everything that is owed to the plans that have come in, plan by plan."""
    return tuple(one for plan in cycle.plans for one in owed_to(cycle, plan))


def owed_to(cycle: Cycle, plan: ServicePlan) -> tuple[Owed, ...]:
    """What is owed to one plan, worked out once: words and cells promised, tables not come back, and an account.

    The account is of what last year's plan had and nobody says the fate of: the service itself owes it.
    """
    found = cast("dict[int, tuple[ServicePlan, tuple[Owed, ...]]]", cycle.kept.setdefault("owed", {}))
    if id(plan) not in found:
        found[id(plan)] = plan, _owed_to(cycle, plan)  # the plan is held as well, so that no other gets its id
    return found[id(plan)][1]


def _owed_to(cycle: Cycle, plan: ServicePlan) -> tuple[Owed, ...]:
    promised = (*_passages(cycle, plan), *_cells(cycle, plan))
    return (
        *promised,
        *_unaccounted(cycle, plan),
        *(one for one in _tables(cycle, plan) if not any(_speaks_of(one, other) for other in promised)),
    )


def by_debtor(owed: Iterable[Owed]) -> dict[str, tuple[Owed, ...]]:
    """What each debtor owes, in order of date; whoever owes something first, first. "" is for those not named."""
    found: dict[str, list[Owed]] = {}
    names: dict[str, str] = {}
    for one in sorted(owed, key=lambda each: each.when.meaning.last or date.max):
        found.setdefault(names.setdefault(folded(one.who), one.who), []).append(one)
    unnamed = found.pop("", [])
    return {who: tuple(ones) for who, ones in (*found.items(), ("", unnamed)) if ones}


def to_be_added(framework: Framework) -> str:
    """The council's word for "to be added"."""
    return opening(words_of(framework))


def opening(words: Words) -> str:
    """The word with which the note of something still to come begins."""
    return words.to_be_added.partition("{")[0].strip(" :")


def is_owed(passage: Passage, ours: str = "") -> bool:
    """Whether a passage is a promise of words still to come. ``ours`` is the council's word for "to be added"."""
    is_marked = folded(passage.kind) in all_folded((TO_BE_ADDED, ours))
    return is_marked or bool(passage.owed_by.strip() or passage.owed_on) or is_promised(passage.text, ours)


def is_promised(value: Written | Text, ours: str = "") -> bool:
    """Whether a cell is a promise of what will stand in it. ``ours`` is the council's word for "to be added"."""
    return promise_in(_said(value), ours) is not None


def printed_in(framework: Framework, part: str, service: str) -> Section | None:
    """The section in which a part of a service's plan is printed; None where the framework has none for it."""
    return home_of_list(framework, list_of(part, framework.form_of(service)), service)


def home_of_list(framework: Framework, name: str, service: str) -> Section | None:
    """The section in which one of the lists of HOMES is printed; None where the framework has none for it."""
    homes = (framework.section(home, service) for home in HOMES[name])
    return next((section for section in homes if section is not None), None)


def _passages(cycle: Cycle, plan: ServicePlan) -> Iterator[Owed]:
    ours, above = to_be_added(cycle.framework), ""
    for passage in plan.passages:
        above = passage.section.strip() or above
        if not is_owed(passage, ours):
            continue
        section = cycle.framework.section(above, plan.service)
        promise = promise_in(_said(passage.text), ours)
        typed = promise.what if promise else passage.text.plain.split("\n", 1)[0].strip()
        yield Owed(
            plan.service,
            typed or (cycle.framework.heading_of(section) if section else above),
            passage.owed_by.strip() or (promise.who if promise else ""),
            passage.owed_on or (_when(promise, cycle) if promise else WrittenDate()),
            "passages",
            section.key if section else above,
            passage,
            "text",
        )


def _cells(cycle: Cycle, plan: ServicePlan) -> Iterator[Owed]:
    """The cells of a plan's tables that promise their content."""
    words, terms = words_of(cycle.framework), terms_of(cycle.framework)
    ours = opening(words)
    for part in PARTS.values():
        for record in getattr(plan, part) if part != "passages" else ():
            steps = getattr(record, "steps", ())
            for number, row in enumerate((record, *steps)):
                for field, title, text in _texts(row):
                    promise = promise_in(text, ours)
                    if promise is not None:
                        named = _name(record)
                        named = words.step_of.format(number=number, action=named) if number else named
                        what = _part_of(terms.put_into(title), named, words)
                        what = f"{what}: {promise.what}" if promise.what else what
                        yield Owed(plan.service, what, promise.who, _when(promise, cycle), part, "", row, field)


def _unaccounted(cycle: Cycle, plan: ServicePlan) -> Iterator[Owed]:
    """What has become of the things of last year that are missing: one thing owed, however many these are."""
    pasts = cycle.last_year.of(plan.service) if cycle.last_year else ()
    missing = [past for past in pasts if past.fate is Fate.MISSING]
    words = words_of(cycle.framework)
    if len(missing) == 1:
        name = " ".join(part for part in (missing[0].ref, in_short(missing[0].was)) if part)
        yield Owed(plan.service, words.since_owed.format(what=name), plan.service, WrittenDate(), ACCOUNT)
    elif missing:
        what = words.since_several_owed.format(count=len(missing))
        yield Owed(plan.service, what, plan.service, WrittenDate(), ACCOUNT)


def _when(promise: Promise, cycle: Cycle) -> WrittenDate:
    """The day of a promise, in the council's financial years. Promises are shared, so the day is a new one."""
    return WrittenDate(text=promise.when.text).in_years_from(cycle.framework.financial_years.starts)


def _texts(record: Record) -> Iterator[tuple[str, str, str]]:
    """The cells of a record: the key of each, its heading, and what stands in it."""
    for name, info in type(record).model_fields.items():
        value, title = getattr(record, name), info.title or name
        if isinstance(value, dict):
            for member, cell in value.items():
                yield f"{name} {member}", title.replace("{}", member), _said(cell)
        else:
            yield name, "" if title == "{}" else f"'{title}'", _said(value)  # an entry stands under its own heading


def _said(value: object) -> str:
    """What stands in a cell; nothing for what no cell holds."""
    if isinstance(value, Text):
        return value.blocks[0].plain if len(value.blocks) == 1 else ""
    return str(value) if isinstance(value, Written | str) else ""


def _name(record: Record) -> str:
    """What tells a record from the others of its sheet: its reference, else its words."""
    fields = ("ref", "heading", "title", "what", "name", "cause", "text")
    names = (_said(getattr(record, field, "")) for field in fields)
    return next((in_short(name) for name in names if name and promise_in(name) is None), "")


def _tables(cycle: Cycle, plan: ServicePlan) -> Iterator[Owed]:
    """The tables and texts of workbooks that have not come back, where nobody else has given them."""
    for one in cycle.missing:
        if plan.service not in one.services:
            continue
        for part, section, what in _missing(cycle, plan, one):
            yield Owed(plan.service, what, one.contributor, one.deadline, part, section, asked=one.asked)


def _missing(cycle: Cycle, plan: ServicePlan, one: Assignment) -> Iterator[tuple[str, str, str]]:
    """What a workbook was to bring that the plan has from nobody: its part, its section, and what it is called.

    Nobody owes a bid: it is only what somebody may ask for. What last year's plan had was sent out already.
    """
    words = words_of(cycle.framework)
    names = _part_names(words)
    for part in one.parts:
        if part in ("bids", ACCOUNT):
            continue
        name = names[part]
        if one.team:
            if not _of_team(cycle, getattr(plan, part), one):
                yield part, next(iter(one.sections), "") if part == "passages" else "", _part_of(name, one.team, words)
        elif part == "passages":
            for section in _unwritten(cycle, plan, one):
                heading = cycle.framework.heading_of(section)
                yield part, section.key, words.the_part_of.format(part=name, whole=heading)
        elif not getattr(plan, part):
            home = printed_in(cycle.framework, part, plan.service) if part == "money" else None
            heading = cycle.framework.heading_of(home) if home else ""
            yield part, "", (words.the_part_of if heading else words.the_part).format(part=name, whole=heading)


def _unwritten(cycle: Cycle, plan: ServicePlan, one: Assignment) -> Iterator[Section]:
    """The sections in which somebody was to write and nobody has, unless they are there for a table or may be blank."""
    framework = cycle.framework
    written = [framework.section(passage.section, plan.service) for passage in plan.passages]
    parts = [part for part in (one.parts if one.central else LISTS) if part in LISTS]
    tables = {HOMES[list_of(part, framework.form_of(plan.service))][0] for part in parts}
    for section in framework.sections_of(plan.service):
        is_asked = section.key in one.sections and folded(section.required) != "never"
        if is_asked and folded(section.key) not in tables and not any(section is each for each in written):
            yield section


def _of_team(cycle: Cycle, rows: tuple[Record, ...], assignment: Assignment) -> list[Record]:
    stays = stays_of(cycle.framework, assignment.team)
    names = all_folded((assignment.team, *(name for row in stays for name in names_of(row))))
    return [row for row in rows if folded(getattr(row, "team", "")) in names]


def _speaks_of(table: Owed, promise: Owed) -> bool:
    """Whether somebody has promised already what a workbook was to bring: the same debtor, in the same place."""
    words, other = (set(folded(name).replace("–", " ").split()) for name in (table.who, promise.who))
    homes = HOMES[LISTS[table.part]] if table.part in LISTS else (folded(table.section),)
    is_there = promise.part == table.part if promise.part != "passages" else folded(promise.section) in homes
    return is_there and (words <= other or other <= words)


def _part_of(part: str, whole: str, words: Words) -> str:
    """A part and what it belongs to, as far as the two are known."""
    return words.part_of.format(part=part, whole=whole) if part and whole else part or whole


def _part_names(words: Words) -> dict[str, str]:
    """What each part of a plan is called in a sentence."""
    return {
        "actions": words.part_actions,
        "indicators": words.part_indicators,
        "risks": words.part_risks,
        "passages": words.part_passages,
        "objectives": words.part_objectives,
        "council_actions": words.council_actions,
        "swot": words.part_swot,
        "drivers": words.part_drivers,
        "partners": words.part_partners,
        "posts": words.part_posts,
        "money": words.part_money,
    }
