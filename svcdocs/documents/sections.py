"""A section of the narrative as it is printed: passages, the service's own lists and tables, and what teams wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from svcdocs.documents import council, lists, posts
from svcdocs.documents.bids import BidRow, bid_rows
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.formats import lines
from svcdocs.documents.heads import objectives_in_section
from svcdocs.documents.heat_map import HeatMap, heat_map
from svcdocs.documents.money import MoneyTable, money_note, money_tables
from svcdocs.documents.money_chart import money_chart
from svcdocs.documents.moves import team_heading
from svcdocs.documents.outline import Place
from svcdocs.documents.parts import Part, headed, last_lead, text_part, under, with_leads
from svcdocs.documents.passages import HEADING, owed, parts_of, stands_after
from svcdocs.documents.risks import RiskRow, risk_rows
from svcdocs.documents.setting import Setting
from svcdocs.documents.structure import structure
from svcdocs.model.homes import HOMES, WIDE, has_number
from svcdocs.model.names import folded
from svcdocs.model.owed import Owed
from svcdocs.model.service_plan import Passage, Post
from svcdocs.model.text import Block, BlockKind, Run, Text
from svcdocs.model.words import capitalised

NARRATIVE = tuple(name for name in HOMES if name not in WIDE)
"""The lists that stand among the words of a plan; the others have landscape pages of their own."""

_BRIEF = 170
"""As many characters as stand in two lines."""


@dataclass(frozen=True, slots=True)
class SectionContext:
    """A section, or a part of one."""

    heading: str
    """Its heading."""
    level: int
    """1 for a section, 2 for a part of it, 3 for a part of that."""
    numbered: bool
    """Whether a number stands before its heading: not where the council says so, and for main sections alone."""
    lead_in: Text
    """The council's words under the heading, the same in every plan."""
    not_given: str
    """"Not given" where a section that must not be blank has nothing in it; else empty."""
    before: tuple[Part, ...]
    """What the service wrote, but for what follows; before it the values, where the council's words are about them."""
    lists: tuple[Part, ...]
    """The lists that belong here: aims, council actions, values, drivers, partners, SWOT, objectives, risks."""
    money: tuple[MoneyTable, ...]
    """Tables of money."""
    money_note: Text
    """What holds for all figures; empty where there are none."""
    bids: tuple[BidRow, ...]
    """The table of what the service asks for beyond what it has."""
    bids_heading: str
    """The heading over the bids; empty where the section is about them alone, or has none."""
    bids_level: int
    """The level of that heading; 0 where it has none."""
    risks: tuple[RiskRow, ...]
    """The table of risks; nothing where no scores or controls are given."""
    heat_map: HeatMap
    """The risks on the council's scale; without rows where none is scored on it."""
    drawn: tuple[Drawn, ...]
    """What the program draws from the figures of the section: the teams with their posts, the money."""
    teams: tuple[Part, ...]
    """What is about one team, under its name; with its posts, where posts belong here."""
    after: tuple[Part, ...]
    """What the service wrote to stand behind all that."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it that is the service's own or a list."""
        return not (self.before or self.lists or self.money or self.bids or self.risks or self.teams or self.after)


def parts_below(place: Place, setting: Setting) -> tuple[Part, ...]:
    """The parts of a section as pieces of its own text, each under its heading.

    For sections whose pages have a layout of their own: only what stands in text is taken, see ``is_text``.
    """
    pieces: list[Part] = []
    for part in filter(is_text, place.below):
        found, inner = section(part, setting), parts_below(part, setting)
        empty = found.is_empty and not inner
        if empty and not is_required(part, setting):
            continue
        lead_in = lines([setting.nothing_in(part.section.key)]) if empty else found.lead_in
        pieces.append(headed(found.heading, found.level, lead_in))
        pieces += (*found.before, *found.lists, *found.teams, *found.after, *inner)
    return tuple(pieces)


def is_text(place: Place) -> bool:
    """Whether a section can stand within another: it brings no table along, nor pages of its own."""
    own_pages = {home for name in WIDE for home in HOMES[name]}
    return not {"finance", "bids", "risks"} & set(place.lists) and folded(place.section.key) not in own_pages


def section(place: Place, setting: Setting) -> SectionContext:
    """One section with all that stands in it."""
    plan, level = setting.plan, place.level + 1
    general, _ = by_team(place.passages, setting)
    has_money, has_bids, has_risks = (name in place.lists for name in ("finance", "bids", "risks"))
    over_bids = has_bids and folded(place.section.key) not in HOMES["bids"][:2]
    own = parts_of([p for p in general if not stands_after(p)], setting, level, place.heading)
    lists, lead_in = _lists(place, setting), place.section.lead_in
    first = _said_first(place, lists, own)
    if first:
        lists, lead_in = (), Text(blocks=lead_in.blocks[:-1])
    made = SectionContext(
        heading=place.heading,
        level=place.level,
        numbered=place.level == 1 and has_number(place.section),
        lead_in=lead_in,
        not_given="",
        before=(*first, *own, *text_part(_note(one, setting) for one in place.owed)),
        lists=lists,
        money=money_tables(plan.money, setting, level) if has_money else (),
        money_note=money_note(plan.money, setting) if has_money else Text(),
        bids=bid_rows(plan.bids, setting) if has_bids else (),
        bids_heading=setting.words.bids_heading if over_bids else "",
        bids_level=level if over_bids else 0,
        risks=risk_rows(plan.risks, setting) if has_risks else (),
        heat_map=heat_map(plan.risks, setting) if has_risks else HeatMap(),
        drawn=tuple(_drawn(place, setting)),
        teams=tuple(part for parts in team_texts(place, setting).values() for part in parts),
        after=with_leads(parts_of([p for p in general if stands_after(p)], setting, level, place.heading)),
    )
    follows = made.lists or made.money or made.bids or made.risks or made.teams
    return leading_in(made, is_followed=bool(follows))


def _said_first(place: Place, lists: tuple[Part, ...], own: Sequence[Part]) -> tuple[Part, ...]:
    """The council's values behind the last of its words over them: they come before what the service wrote of them.

    Nothing where the council has no words there, or the service's own lead in to the values.
    """
    words, are_led_in = place.section.lead_in, bool(own and last_lead(own[-1].text)[1])
    if place.lists != ["values"] or not (words and lists) or lists[0].heading or are_led_in:
        return ()
    return (replace(lists[0], lead=Text(blocks=words.blocks[-1:])), *lists[1:])


def _drawn(place: Place, setting: Setting) -> Iterator[Drawn]:
    """The structure of the service where its posts stand, unless it has a picture of its own there; its money."""
    if "workforce" in place.lists and not any(passage.picture.strip() for passage in place.passages):
        yield from filter(None, [structure(setting)])
    if "finance" in place.lists:
        yield from filter(None, [money_chart(setting.plan.money, setting)])


def leading_in(found: SectionContext, *, is_followed: bool) -> SectionContext:
    """A section in which sentences that lead in to something stand on one page with it.

    ``is_followed`` says that a list or table comes behind its text. The council's words may lead in as well.
    """
    if found.lists and (brief := _brief(found)):
        return replace(found, lead_in=Text(), before=(Part(lead=brief),))
    before, (lead_in, lead) = with_leads(found.before, is_followed=is_followed), last_lead(found.lead_in)
    if not lead or not (before or is_followed):
        return replace(found, before=before)
    return replace(found, lead_in=lead_in, before=(Part(lead=lead), *before))


def _brief(found: SectionContext) -> Text:
    """What little stands over the lists of a section, a line or two: a page that ended with it would say nothing."""
    parts = found.before
    said = (*found.lead_in.blocks, *(block for part in parts for block in part.text.blocks))
    is_brief = len(said) == 1 and said[0].kind is BlockKind.PARAGRAPH and len(said[0].plain) <= _BRIEF
    return Text(blocks=said) if is_brief and all(part == Part(text=part.text) for part in parts) else Text()


def by_team(passages: Sequence[Passage], setting: Setting) -> tuple[list[Passage], dict[str, list[Passage]]]:
    """Passages about the whole service, and those about one team, as the setting tells teams apart.

    A section that has headings of its own is told under them in the order written: what follows such a heading
    stays under it, whichever team it is about.
    """
    general: list[Passage] = []
    teams: dict[str, list[Passage]] = {}
    headed_before = headed_after = False
    for passage in passages:
        team, after = setting.team(passage.team), stands_after(passage)
        if (headed_after if after else headed_before) or not team:
            general.append(passage)
            is_heading = folded(passage.kind) == HEADING
            headed_after = headed_after or (is_heading and after)
            headed_before = headed_before or (is_heading and not after)
        else:
            teams.setdefault(team, []).append(passage)
    return general, teams


def _lists(place: Place, setting: Setting) -> tuple[Part, ...]:
    """The lists of a section. A heading stands over a list only where the section is not all about it."""
    plan, words = setting.plan, setting.words
    own = {folded(place.section.key), folded(place.heading)}
    found: list[Part] = []
    for name in place.lists:
        at_home = any(folded(home) in own for home in _home(name))
        level = place.level + (1 if at_home else 2)
        title, made = "", tuple[Part, ...]()
        match name:
            case "aims":
                title, made = "", council.aims(setting)
            case "council actions":
                title, made = words.council_actions_heading, council.council_actions(setting, level)
            case "values" if not (at_home and _names_each_value(place, setting)):
                title, made = capitalised(words.values_heading), council.values(setting)
            case "drivers":
                title, made = words.drivers, lists.entries(plan.drivers, "Drivers", setting, level)
            case "swot":
                title, made = words.swot, lists.entries(plan.swot, "SWOT", setting, level)
            case "partners":
                title, made = words.partners, lists.partners(plan.partners)
            case "objectives":
                title, made = words.objectives_heading, lists.objectives(objectives_in_section(setting), setting, level)
            case "risks":
                title, made = words.risks_heading, lists.risk_list(plan.risks, setting)
        found.extend(made if at_home else under(title, place.level + 1, made))
    return tuple(found)


def _names_each_value(place: Place, setting: Setting) -> bool:
    """Whether what the service wrote goes through the council's values one by one, so that they need no list."""
    said = " ".join(folded(passage.text.plain) for passage in place.passages)
    return all(folded(value.text.plain) in said for value in setting.framework.values)


def _note(one: Owed, setting: Setting) -> Block:
    """The note of a table that has not come in: what, from whom and by when."""
    return owed((Run(text=one.what),), one.who, one.when.text.strip(), setting.words)


def _home(name: str) -> tuple[str, ...]:
    """The sections that are about one list alone."""
    return tuple(home for home in HOMES[name] if home not in ("context", "council objectives") or name == "aims")


def team_texts(place: Place, setting: Setting) -> dict[str, tuple[Part, ...]]:
    """By team: its name with its full-time equivalents, its passages, its posts, what it set behind them.

    A team is called what it is called first on the sheet it stands on, and teams keep the order of that sheet.
    """
    _, written = by_team(place.passages, setting)
    rows = setting.plan.posts if "workforce" in place.lists else ()
    staff = posts.by_team(rows, setting)
    names = setting.team_names((*(row.team for row in rows), *(row.team for row in place.passages)))
    return {
        team: tuple(with_leads(_team(names.get(team, ""), written.get(team, ()), staff.get(team, ()), place, setting)))
        for team in dict.fromkeys(("", *names))
        if team in staff or team in written
    }


def _team(
    name: str, passages: Sequence[Passage], staff: Sequence[Post], place: Place, setting: Setting
) -> tuple[Part, ...]:
    level, team = place.level + 1, setting.team(name)
    before, after = ([p for p in passages if stands_after(p) is behind] for behind in (False, True))
    made = (
        *parts_of(before, setting, level + 1, place.heading, team),
        *text_part(posts.post_list(staff, setting.words)),
        *parts_of(after, setting, level + 1, place.heading, team),
    )
    called = team_heading(name, setting)
    heading = posts.heading(called, staff, setting.words) if staff else called
    return under(heading, level, made) or ((headed(heading, level),) if staff else ())


def is_required(place: Place, setting: Setting) -> bool:
    """Whether the framework asks for the section at the stage the cycle is in."""
    asked = folded(place.section.required)
    return asked == "draft" or (asked == "final" and not setting.draft)
