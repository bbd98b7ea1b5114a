"""The contract: what a context offers to templates is read from its types."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Annotated, Literal, NewType, Optional

import pytest

from svcdocs.word import Field, Template, check
from svcdocs.word.contract import did_you_mean, kind_of, names_of
from svcdocs.word.outline import text_of
from tests.word.building import docx, p
from tests.word.contexts import Action, Group, Plan, Risk

Ref = NewType("Ref", str)


class Colour(enum.StrEnum):
    RED = "red"


class Plain(enum.Enum):
    ONE = 1


@pytest.mark.parametrize(
    ("annotation", "kind", "optional"),
    [
        (str, "text", False), (int, "number", False), (float | None, "number", True), (bool, "yes or no", False),
        (Optional[str], "text", True), (str | int, "number or text", False), (Literal["a", "b"], "text", False),  # noqa: UP045
        (Annotated[str, "x"], "text", False), (Ref, "text", False), (Colour, "text", False),
        (Plain, "value that cannot be printed", False), (dict[str, str], "value that cannot be printed", False),
        (tuple[str, ...], "list of text", False), (list[Action], "list of Action", False), (Action, "Action", False),
        (tuple[tuple[int, ...], ...], "list of list of number", False), (str | Action, "value that cannot be printed", False),
    ],
)  # fmt: skip
def test_the_kind_of_a_value_is_read_from_its_type(annotation: object, kind: str, optional: bool) -> None:  # noqa: FBT001
    found = kind_of(annotation)
    assert (str(found), found.optional) == (kind, optional)


def test_fields_and_annotated_properties_are_offered_and_nothing_else() -> None:
    assert "label" in names_of(Action)
    assert set(names_of(Risk)) == {"title", "score", "level"}


def test_all_names_are_listed_with_kind_and_documentation() -> None:
    fields = {field.path: field for field in Template.compile(docx(p("x")), Plan).fields()}
    assert fields["title"] == Field("title", "text", optional=False, doc="What the plan is called.")
    assert fields["risks[].title"].doc == "What may happen."
    assert fields["groups[].actions[].label"].doc == "Reference and owner."
    assert fields["groups[].actions[].lead"].optional
    assert fields["groups[].actions[].lead.name"].kind == "text"


def test_a_property_and_a_model_are_printed_like_any_field() -> None:
    body = docx(p("{% for g in groups %}{% for a in g.actions %}{{ a.label }}{% endfor %}{% endfor %}{% for r in risks %}{{ r.score }}{{ r.level }}{% endfor %}"))  # fmt: skip
    plan = Plan(groups=(Group("x", (Action(),)),), risks=(Risk(), Risk(score="high")))
    assert text_of(Template.compile(body, Plan).render(plan)) == "A1 Ann3lowhighlow"


def test_a_date_cannot_be_printed() -> None:
    found = check(docx(p("{% for g in groups %}{% for a in g.actions %}{{ a.due }}{% endfor %}{% endfor %}")), Plan)
    assert "only text and numbers" in found[0].message


def test_a_class_without_types_is_no_context() -> None:
    class Loose:
        pass

    with pytest.raises(TypeError, match="neither a dataclass nor a pydantic model"):
        names_of(Loose)


def test_a_context_that_holds_itself_is_listed_once() -> None:
    assert [field.path for field in Template.compile(docx(p("x")), Tree).fields()] == ["name", "children"]


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    children: tuple[Tree, ...] = ()


def test_the_nearest_name_is_offered_or_all_where_none_is_near() -> None:
    assert did_you_mean("ownr", ["owner", "ref"]) == "Did you mean “owner”?"
    assert did_you_mean("zzz", ["owner", "ref"]) == "It offers: owner, ref."


def test_an_error_inside_a_property_of_the_data_is_not_taken_for_a_missing_value() -> None:
    with pytest.raises(TypeError, match="broken") as caught:
        Template.compile(docx(p("{{ bad }}")), Broken).render(Broken())
    assert caught.value.__notes__ == ["while printing {{ bad }} at template.docx, body"]


@dataclass(frozen=True, slots=True)
class Broken:
    @property
    def bad(self) -> str:
        raise TypeError("broken")
