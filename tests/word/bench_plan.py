"""A service plan of realistic size, as data and as a template: what the benchmark renders."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import random
from dataclasses import dataclass

from svcdocs.model.text import Text, parse
from tests.word.building import LANDSCAPE, PORTRAIT, cell, docx, field, h, p, row, section, table

_WORDS = [
    "housing",
    "repairs",
    "service",
    "residents",
    "council",
    "improve",
    "deliver",
    "programme",
    "partner",
    "review",
    "budget",
    "quality",
    "access",
    "digital",
    "neighbourhood",
    "support",
    "outcome",
    "plan",
    "target",
    "performance",
    "R&D",
    "health",
    "&",
    "safety",
    "community",
    "team",
    "manager",
    "energy",
    "waste",
]


@dataclass(frozen=True, slots=True)
class Action:
    ref: str
    objective: str
    status: str
    steps: str
    completion: str
    outcome: str
    leads: str
    others: str
    resources: str
    colour: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    ref: str
    name: str
    unit: str
    last: str
    this: str
    target: str
    next: str
    lead: str
    note: str


@dataclass(frozen=True, slots=True)
class Risk:
    ref: str
    title: str
    likelihood: int
    impact: int
    mitigation: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    role: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    council: str
    service: str
    period: str
    signatures: tuple[Signature, ...]
    sections: tuple[Section, ...]
    strengths: Text
    weaknesses: Text
    opportunities: Text
    threats: Text
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    risks: tuple[Risk, ...]


def plan(actions: int, indicators: int, seed: int = 7) -> Plan:
    """A plan with this many actions in four groups, and this many indicators. The same numbers give the same plan."""
    draw = random.Random(seed)

    def words(count: int) -> str:
        return " ".join(draw.choice(_WORDS) for _ in range(count)).capitalize()

    def action(n: int) -> Action:
        ref = f"SX{n:03}"
        return Action(
            ref, words(8), draw.choice(("New", "Continuing")), f"{words(12)}\n{words(9)}", "31 March 2027", words(10),
            "A O'Neill & B Smith", words(2), "Within <existing> budget", draw.choice(("00703C", "FFDD00", "D4351C")),
        )  # fmt: skip

    def bullets() -> Text:
        return parse("\n".join(f"• {words(8)}" for _ in range(5)))

    made = [action(n) for n in range(1, actions + 1)]
    quarter = -(-actions // 4)
    return Plan(
        "Borough of Example & Sons", "Housing", "2026/27",
        (Signature("Head of service", "A O'Neill"), Signature("Portfolio holder", None)),
        tuple(Section(words(3), tuple(words(60) for _ in range(6))) for _ in range(10)),
        bullets(), bullets(), bullets(), bullets(),
        tuple(Group(words(4), tuple(made[i : i + quarter])) for i in range(0, actions, quarter)),
        tuple(
            Indicator(f"PI{n}", words(6), "%", "81.5", "84", "> 85", "86", "C Jones", words(5))
            for n in range(1, indicators + 1)
        ),
        tuple(Risk(f"R{n}", words(6), draw.randint(1, 5), draw.randint(1, 5), words(12)) for n in range(1, 13)),
    )  # fmt: skip


def template() -> bytes:
    """The template: cover, sign-off, sections, SWOT, action plan, indicators and risks, on portrait and landscape pages."""
    references = (
        '<w:headerReference w:type="default" r:id="rIdheader"/><w:footerReference w:type="default" r:id="rIdfooter"/>'
    )
    swot = [
        ("Strengths", "strengths"),
        ("Weaknesses", "weaknesses"),
        ("Opportunities", "opportunities"),
        ("Threats", "threats"),
    ]
    action = ("ref", "objective", "status", "steps", "completion", "outcome", "leads", "others", "resources")
    indicator = ("ref", "name", "unit", "last", "this", "target", "next", "lead", "note")
    status = cell("{{ a.status }}{% cellbg a.colour %}", 1600)
    return docx(
        p("{{ council }}"), p("{{ service }}: service plan {{ period }}", style="Title"),
        h("Sign-off"),
        _looped("s in signatures", row("{{ s.role }}", "{{ s.name or 'Vacant' }}", width=4000), "Role", "Name", width=4000),
        p("{%p for section in sections %}"), h("{{ section.title }}"),
        p("{%p for text in section.paragraphs %}"), p("{{ text }}", style="BodyText"), p("{%p endfor %}"), p("{%p endfor %}"),
        *(part for title, name in swot for part in (h(title, 2), p(f"{{{{p {name} }}}}", style="BodyText"))),
        section(PORTRAIT, references),
        h("Action plan"), p("{%p for g in groups %}"), h("{{ g.title }}", 2),
        _looped("a in g.actions", row(*(status if name == "status" else cell(f"{{{{ a.{name} }}}}", 1600) for name in action)), *action, width=1600),
        p("{%p endfor %}"),
        h("Performance indicators"),
        _looped("i in indicators", row(*(f"{{{{ i.{name} }}}}" for name in indicator), width=1600), *indicator, width=1600),
        section(LANDSCAPE, references),
        h("Risks"),
        _looped("r in risks", row("{{ r.ref }}", "{{ r.title }}", "{{ r.likelihood }}", "{{ r.impact }}", "{{ r.mitigation }}", width=1800), "Ref", "Risk", "Likelihood", "Impact", "Mitigation", width=1800),
        header=p("{{ service }} service plan", style="Header"),
        footer=p("{{ council }} · {{ period }} · page ", field("PAGE"), style="Footer"),
        end=f"<w:sectPr>{references}{PORTRAIT}</w:sectPr>",
        properties={"title": "{{ service }} service plan {{ period }}"},
    )  # fmt: skip


def _looped(loop: str, body: str, *titles: str, width: int) -> str:
    blanks = [""] * (len(titles) - 1)
    return table(
        row(*(title.capitalize() for title in titles), header=True, width=width),
        row(f"{{%tr for {loop} %}}", *blanks, width=width),
        body,
        row("{%tr endfor %}", *blanks, width=width),
        columns=len(titles),
        width=width,
    )
