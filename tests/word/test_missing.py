"""A value that is missing is refused with its place in the template and its way through the data."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from svcdocs.word import Place, RenderError, Template
from tests.word.building import docx, h, p, row, table
from tests.word.contexts import Action, Group, Plan, render

BODY = (
    h("Action plan"), p("{%p for g in groups %}"),
    table(row("Ref", "Owner", header=True), row("{%tr for a in g.actions %}", ""), row("{{ a.ref }}", "{{ a.owner }}"), row("{%tr endfor %}", "")),
    p("End of {{ g.title }}"), p("{%p endfor %}"),
)  # fmt: skip


def test_a_missing_value_is_told_with_its_cell_and_its_way_through_the_data() -> None:
    plan = Plan(groups=(Group("x", (Action(),)), Group("y", (Action(), Action(), Action(owner=None)))))
    with pytest.raises(RenderError) as caught:
        render(docx(*BODY), plan)
    assert caught.value.place == Place("plan.docx", "body", "Action plan", table=1, row=3, cell=2)
    assert caught.value.path == "groups[2].actions[3].owner"
    assert "no value to print" in caught.value.message


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{{ note }}", "note"),
        ("{{ note ~ '!' }}", "note"),
        ("{{ note|length }}", "note"),
        ("{% for g in groups %}{% for a in g.actions %}{{ a.lead.name }}{% endfor %}{% endfor %}", "groups[1].actions[1].lead"),
        ("{% for g in groups %}{% for a in g.actions %}{% if a.lead.name %}x{% endif %}{% endfor %}{% endfor %}", "groups[1].actions[1].lead"),
        ("{% for g in groups %}{{ g.logo }}{% endfor %}", "groups[1].logo"),
        ("{% if 'x' in note %}x{% endif %}", "note"),
    ],
)  # fmt: skip
def test_wherever_it_is_missing_the_way_is_told(text: str, path: str) -> None:
    with pytest.raises(RenderError) as caught:
        render(docx(p(text)), Plan(groups=(Group("x", (Action(),)),)))
    assert caught.value.path == path


def test_a_value_that_may_be_missing_can_be_asked_about() -> None:
    body = docx(p("{{ note or 'Not given' }}{% if note %}{{ note }}{% endif %}{{ 'x' if note is none else note }}"))
    render(body)


@pytest.mark.parametrize(
    ("change", "path"),
    [({"title": 5}, "title"), ({"title": None}, "title"), ({"names": None}, "names"), ({"names": (3.5, None)}, "names[2]"), ({"intro": "x"}, "intro")],
)  # fmt: skip
def test_a_value_of_another_kind_than_promised_is_refused(change: dict[str, Any], path: str) -> None:
    body = docx(p("{{ title }}"), p("{{p intro }}"), p("{%p for n in names %}"), p("{{ n ~ '' }}"), p("{%p endfor %}"))
    with pytest.raises(RenderError) as caught:
        render(body, Plan(**change))
    assert caught.value.path == path


def test_a_flag_is_never_printed_as_a_number() -> None:
    body = docx(p("{% for g in groups %}{% for a in g.actions %}{{ a.number }}{% endfor %}{% endfor %}"))
    with pytest.raises(RenderError, match="is a bool"):
        render(body, Plan(groups=(Group("x", (Action(number=True),)),)))


def test_a_colour_that_is_none_is_refused_with_its_value() -> None:
    body = table(
        row("{%tr for g in groups %}", ""), row("{{ g.title }}{% cellbg g.title %}", ""), row("{%tr endfor %}", "")
    )
    with pytest.raises(RenderError, match="'red' is no colour"):
        render(docx(body), Plan(groups=(Group("red"),)))


def test_nothing_of_one_rendering_is_left_for_the_next_after_an_error() -> None:
    template = Template.compile(docx(p("{{ note }}")), Plan)
    with pytest.raises(RenderError):
        template.render(Plan())
    assert template.render(Plan(note="x")) == Template.compile(docx(p("{{ note }}")), Plan).render(Plan(note="x"))
