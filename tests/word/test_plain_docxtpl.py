"""A template in our language prints the same text in plain docxtpl, with its autoescape on."""

from __future__ import annotations

import pytest

from svcdocs.model.text import parse
from svcdocs.word.outline import text_of
from tests.word.bench_plan import plan as bench_plan
from tests.word.bench_plan import template as bench_template
from tests.word.building import docx, h, p, row, run, table
from tests.word.contexts import Action, Group, Plan, render
from tests.word.plain_docxtpl import render_plain

PLAN = Plan(
    title='R&D <10 "days" AT&T:Y\nsecond line', flag=True, intro=parse("One & <two>\n• three\n1. four"), note="a\tb",
    groups=(Group("Homes", (Action("A1", "Ann", parse("x\ny")), Action("A2", None, number=12))), Group("Roads & more")),
    names=("Ann", "Bob <b>"),
)  # fmt: skip

TEMPLATES = {
    "values": (p("{{ title }} {{ note }}"), p("{{ note or 'none' }} {{ 'yes' if flag else 'no' }} {{ names|length }}")),
    "conditions in a line": (
        p("A{% if flag %}B{% else %}C{% endif %}D{% if not flag %}E{% elif names %}F{% endif %}"),
    ),
    "paragraphs": (p("{%p if flag %}"), p("shown"), p("{%p else %}"), p("hidden"), p("{%p endif %}"), p("end")),
    "blocks": (p("{{p intro }}", style="BodyText"), p("{%p for n in names %}"), p("{{ n }}"), p("{%p endfor %}")),
    "rows": (
        p("{%p for g in groups %}"),
        h("{{ g.title }}"),
        table(
            row("Ref", "Owner"),
            row("{%tr for a in g.actions %}", ""),
            row(
                "{{ a.ref }} {{ a.number }} {{ loop.index }}/{{ loop.length }}",
                "{{ a.owner or 'Not given' }}{% cellbg a.colour %}",
            ),
            row("{%tr endfor %}", ""),
        ),
        p("{%p endfor %}"),
    ),
    "block text in cells": (
        table(
            row("{%tr for g in groups %}", ""),
            row("{%tr for a in g.actions %}", ""),
            row("{{ a.ref }}", "{{p a.steps }}"),
            row("{%tr endfor %}", ""),
            row("{%tr endfor %}", ""),
        ),
    ),
    "columns": (table(row("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"), columns=3),),
    "merged cells": (
        table(row("{%tr for n in names %}", ""), row("{% vm %}Names", "{{ n }}"), row("{%tr endfor %}", "")),
    ),
    "runs": (p(run("A"), run("{%r if flag %}"), run("B", "<w:i/>"), run("{%r endif %}"), run("C")),),
    "torn tags": (p(run("{{ ti"), run("tle", "<w:b/>"), run(" }} {% if fl"), run("ag %}x{% endif %}")),),
    "word's quotation marks": (p("{{ note or ‘none’ }} {{ names|join(“; ”) }}"),),
    "remarks": (p("A{# remark #}B"),),
    "picture": (p("A {{ logo }} B"),),
}


def words(document: bytes) -> list[str]:
    return [line.strip() for line in text_of(document).splitlines() if line.strip()]


@pytest.mark.parametrize("name", TEMPLATES)
def test_docxtpl_prints_the_same_text(name: str) -> None:
    template = docx(*TEMPLATES[name], header=p("{{ title }}"), footer=p("{{ names|join(', ') }}"))
    assert words(render(template, PLAN)) == words(render_plain(template, PLAN))


def test_docxtpl_prints_the_same_text_within_a_line() -> None:
    template = docx(p("A {{r intro }} B"))
    assert words(render(template, PLAN)) != []
    plain = words(render_plain(template, PLAN, in_line={"intro"}))
    assert [line.removeprefix("• ").removeprefix("1. ") for line in words(render(template, PLAN))] == plain


def test_docxtpl_prints_the_same_text_of_a_whole_plan() -> None:
    from svcdocs.word import Template

    plan = bench_plan(12, 8)
    ours = Template.compile(bench_template(), type(plan)).render(plan)
    assert words(ours) == words(render_plain(bench_template(), plan))
