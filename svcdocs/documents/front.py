"""What stands before the plan itself: its names and dates for the cover, and the blocks for those who sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import written
from svcdocs.documents.passages import picture_named
from svcdocs.documents.setting import Setting
from svcdocs.model.framework import About, Signature
from svcdocs.model.names import folded, lines_of
from svcdocs.model.text import paragraph
from svcdocs.model.words import DEFAULT, Words
from svcdocs.word.pictures import Picture
from svcdocs.word.widths import cut_to, width

_LOGO_WIDTH, _LOGO_HEIGHT = 70, 30
_HEAD_WIDTH = 50_000
"""The room at the top of a portrait page (16.6 cm), less a gap, in thousandths of the size of its letters (9 pt)."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A block of the sign-off page for one who signs, or for two who sign side by side."""

    role: str
    """Who signs first, with the portfolio or part of the plan it covers."""
    name: str
    """The name of that person; empty where it is not known yet."""
    is_pair: bool
    """Whether a second person signs beside the first."""
    counter_role: str
    """Who signs beside."""
    counter_name: str
    """The name of that person."""
    signed: str
    """What stands in the boxes for signatures: where the approval stands and its minute; empty before it is given."""
    date: str
    """What stands in the boxes for the date: that of the approval; empty before it is given."""
    note: str
    """Any condition, and where an approval stands that is still a draft; else empty."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A body that approves the plan."""

    body: str
    """The body, and the part of the plan it approves."""
    status: str
    """Where its approval stands, with any condition."""
    date: str
    """The date of the approval."""
    minute: str
    """The minute that records it."""


def period(setting: Setting) -> str:
    """The years of the plan: "2027/28 to 2028/29", or one of them alone, or up to the day it ends on within one."""
    about, framework = setting.framework.about, setting.framework
    years = framework.years_of(setting.plan.service)
    first = years[0] if years else about.first_year.strip()
    last = years[-1] if years else ""
    if about.ends_on and (about.ends_on.meaning.last is None or framework.is_cut_short(last)):
        last = about.ends_on.text.strip()
    return setting.words.period.format(first=first, last=last) if last and last != first else first


def plan_title(setting: Setting) -> str:
    """The title of the plan; a draft says so."""
    title = setting.framework.about.plan_title.strip() or About().plan_title
    return setting.words.draft_title.format(title=title) if setting.draft else title


def document_title(setting: Setting) -> str:
    """The title in the properties of the document, which says of which edition it is."""
    words, edition = setting.words, edition_name(setting)
    title = words.document_title.format(service=setting.plan.service, title=plan_title(setting), period=period(setting))
    return words.edition_title.format(title=title, edition=_within(edition)) if edition else title


def version(setting: Setting) -> str:
    """The version and its date. A draft says that it is one, whatever its version is called."""
    name, date = version_name(setting), version_date(setting)
    return setting.words.version.format(version=name, date=date) if name and date else name or date


def version_name(setting: Setting) -> str:
    """The version without its date, with the edition where there is more than one."""
    words, edition = setting.words, edition_name(setting)
    name = setting.framework.about.version.strip()
    if setting.draft and folded(words.draft) not in folded(name):
        name = " – ".join(part for part in (words.draft, name) if part)
    if edition:
        name = words.edition_version.format(version=name, edition=_within(edition)) if name else edition
    return name


def version_date(setting: Setting) -> str:
    """The date of the version, as it is typed."""
    return setting.framework.about.version_date.text.strip()


def edition_name(setting: Setting) -> str:
    """Which edition of the plan the document is; empty where there is only one."""
    edition, words = setting.edition, setting.words
    return words.public_edition if edition.is_public else words.internal_edition if edition.is_internal else ""


def edition_note(setting: Setting) -> str:
    """The sentence of the cover that says which edition it is, and what stands in one and not in the other."""
    edition, words, name = setting.edition, setting.words, edition_name(setting)
    if not name:
        return ""
    if edition.is_public:
        told = words.edition_left_out if edition.hidden else words.edition_whole
    else:
        told = words.edition_holds if edition.hidden else words.edition_names
    return told.replace("{edition}", name).replace("{count}", str(edition.hidden))


def _within(name: str) -> str:
    """A name as it stands within a line."""
    return name[:1].lower() + name[1:]


def standing(setting: Setting) -> str:
    """Where the plan stands as a whole: a draft, for approval, or approved by all who have to."""
    return stands(tuple(_rows(setting)), setting)


def stands(rows: Sequence[Signature], setting: Setting) -> str:
    """Where a document stands that is approved by the people and bodies of some rows."""
    words = setting.words
    if setting.draft:
        return words.draft
    given = [row for row in rows if row.status.strip() and not _is_draft(row, words)]
    return words.approved if rows and len(given) == len(rows) else words.for_approval


def running_head(setting: Setting) -> str:
    """What stands at the top of a portrait page beside the version: service and title, else the service alone.

    The version has to say that a draft is one, where the title is left out.
    """
    service, title = setting.plan.service, plan_title(setting)
    room = _HEAD_WIDTH - width(version(setting))
    whole = setting.words.short_title.format(service=service, title=title)
    return whole if width(whole) <= room else cut_to(service, max(room, _HEAD_WIDTH // 3))


def logo(setting: Setting) -> Picture | None:
    """The council's logo as the cover prints it, at most 70 by 30 millimetres; None where it has given none."""
    description = paragraph(setting.words.logo.format(council=setting.framework.about.council_name))
    for file in ("logo", "logo.png", "logo.jpg", "logo.jpeg"):
        picture = picture_named(file, description, "", setting)
        if picture is not None:
            scale = min(1.0, _LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
            return Picture(picture.data, picture.description, picture.width * scale, picture.height * scale)
    return None


def holders(setting: Setting) -> tuple[str, ...]:
    """The portfolio holders as the framework names them, each with the area they sign for."""
    areas: dict[str, list[str]] = {}
    for row in _rows(setting):
        if row.area.strip():
            areas.setdefault(folded(row.name), []).append(row.area.strip())
    shown = []
    for name in lines_of(setting.service.portfolio):
        mine = dict.fromkeys(area for area in areas.get(folded(name), ()) if folded(area) not in folded(name))
        shown.append(f"{name} ({', '.join(mine)})" if mine else name)
    return tuple(shown)


def signings(setting: Setting) -> tuple[Signing, ...]:
    """Those who sign, in order."""
    words = setting.words
    return tuple(
        Signing(
            role=words.on_its_own.format(value=role, note=row.area.strip()) if row.area.strip() else role,
            name=row.name.strip(),
            is_pair=bool(row.counter_role.strip() or row.counter_name.strip()),
            counter_role=written(row.counter_role, words.approval),
            counter_name=row.counter_name.strip(),
            signed="" if _is_draft(row, words) else _where_it_stands(row, words, with_date=False),
            date="" if _is_draft(row, words) else row.when.text.strip(),
            note=_note(row, setting),
        )
        for row, role in ((row, written(row.role, words.approval)) for row in _rows(setting))
        if signs(row)
    )


def signed_for(setting: Setting) -> tuple[str, ...]:
    """What each of those who sign is asked to approve, in order: who, and for which area or part of the plan."""
    words = setting.words
    told = []
    for row in _rows(setting):
        if not signs(row):
            continue
        pair = ((row.name, row.role), (row.counter_name, row.counter_role))
        both = [
            words.on_its_own.format(value=name.strip(), note=role.strip()) if name.strip() and role.strip() else said
            for name, role in pair
            if (said := name.strip() or role.strip())
        ]
        area = row.area.strip() or ", ".join(lines_of(row.answers_for)) or words.signers_whole
        who = words.signers_pair.format(one=both[0], other=both[1]) if len(both) > 1 else both[0]
        told.append(words.signers_for.format(who=who, area=area))
    return tuple(told)


def approvals(setting: Setting) -> tuple[Approval, ...]:
    """The bodies whose approval has been given or is under way, in order."""
    words = setting.words
    return tuple(
        Approval(
            body=_body(row, words),
            status=". ".join(part for part in (row.status.strip(), _condition(row, setting)) if part) or words.dash,
            date=written(row.when.text, words.dash),
            minute=written(row.minute, words.dash),
        )
        for row in _rows(setting)
        if not signs(row) and _is_under_way(row)
    )


def bodies_awaited(setting: Setting) -> tuple[str, ...]:
    """The bodies that approve the plan and of whose approval nothing is known yet, in order."""
    rows = (row for row in _rows(setting) if not signs(row) and not _is_under_way(row))
    return tuple(_body(row, setting.words) for row in rows)


def signs(row: Signature) -> bool:
    """Whether a row is one of people who sign, and not a body that approves."""
    return any(field.strip() for field in (row.name, row.counter_name, row.counter_role))


def _body(row: Signature, words: Words) -> str:
    """A body, with the part of the plan it approves."""
    return " – ".join(part.strip() for part in (row.role, row.area) if part.strip()) or words.not_given


def _is_under_way(row: Signature) -> bool:
    return any(said.strip() for said in (row.status, row.subject_to, row.when.text, row.minute))


def _rows(setting: Setting) -> Iterable[Signature]:
    """The rows of this service and of all services, by the order given; rows without one keep their place."""
    framework, service = setting.framework, setting.plan.service
    mine = [row for row in framework.signatures if framework.service_name(row.service) in ("", service)]
    last = 0
    placed: list[tuple[int, int, Signature]] = []
    for place, row in enumerate(mine):
        last = int(row.order) if row.order.strip().isdecimal() else last
        placed.append((last, place, row))
    return [row for *_, row in sorted(placed, key=lambda found: found[:2])]


def _is_draft(row: Signature, words: Words) -> bool:
    """Whether an approval is said to be a draft, so that there is still room to be left for it."""
    return folded(row.status) in (folded(words.draft), folded(DEFAULT.draft))


def _where_it_stands(row: Signature, words: Words, *, with_date: bool) -> str:
    minute = words.minute.format(minute=row.minute.strip()) if row.minute.strip() else ""
    date = row.when.text.strip() if with_date else ""
    return ", ".join(part for part in (row.status.strip(), date, minute) if part)


def _note(row: Signature, setting: Setting) -> str:
    words = setting.words
    draft = _where_it_stands(row, words, with_date=True) if _is_draft(row, words) else ""
    return ". ".join(part for part in (draft, _condition(row, setting)) if part)


def _condition(row: Signature, setting: Setting) -> str:
    condition = row.subject_to.strip()
    return setting.words.subject_to.format(text=condition) if condition else ""
