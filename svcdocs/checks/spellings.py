"""Posts and people written in several ways: one who is nearly the same as another is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.people import known_people, people_named
from svcdocs.checks.rule import NOTE, Example, Hit, Rule
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded

SPELLED = Rule(
    "person-spelled",
    "One post or person is written in several ways",
    NOTE,
    NOTE,
    "service",
    judged=True,
    message="Names that differ in an abbreviation or a letter seem to be those of one post or person.",
    remedy="Use one of them, or ask the policy officer to add the others to the sheet People.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Visit | Lead: Equality and Diversity Officer\n"
        "Actions | Ref: HC1.2 | Action: Train | Lead: E&D Officer\nActions | Ref: HC1.3 | Action: Advise | Lead: E&DO",
        "Actions | Ref: HC1.1 | Action: Visit | Lead: Equality and Diversity Officer\n"
        "Actions | Ref: HC1.2 | Action: Train | Lead: Equality and Diversity Officer\n"
        "Actions | Ref: HC1.3 | Action: Advise | Lead: Equality and Diversity Officer",
    ),
    limit=2,
    counts="ways in which one post or person is written",
)

_Place = tuple[str, Record, str]
_MOST_NAMED = 5
_FEWEST_INITIALS = 3


def posts_spelled_in_several_ways(cycle: Cycle) -> Iterator[Hit]:
    """Names in a plan that stand for one post or person; told once, at the first that is not the fullest.

    Those that the council knows under one row of its sheet People are in order.
    """
    known = known_people(cycle.framework)
    for plan in cycle.plans:
        places: dict[str, _Place] = {}
        for record, field, owners in people_named(cycle, plan):
            for name in owners.names:
                plain = _REMARK.sub("", name).strip()  # what stands in brackets is a remark about somebody
                if plain and not {folded(name), folded(plain)} & known.keys():
                    places.setdefault(folded(plain), (plain, record, field))
        for group in _groups(places):
            if len(group) >= SPELLED.limit_in(cycle.framework):
                fullest = max(group, key=len)
                first = next(places[name] for name in group if name != fullest)
                ways = ", ".join(f"'{in_short(places[name][0])}'" for name in group[:_MOST_NAMED])
                message = f"These seem to be one post or person: {ways}."
                hint = (
                    f"Write '{in_short(places[fullest][0])}' in all of them; or ask the policy officer to add the "
                    "others to the sheet People."
                )
                yield Hit(SPELLED, message, hint, plan.service, first[1], first[2])


def _groups(names: dict[str, _Place]) -> list[list[str]]:
    """The names that are one, in the order of their first; each name in one group.

    Names of the same plain form are one. An abbreviation joins the only name that has its initials.
    """
    by_form: dict[str, list[str]] = {}
    for name in names:
        by_form.setdefault(_form(name), []).append(name)
    by_initials: dict[str, list[str]] = {}
    for form, (first, *_) in by_form.items():
        if " " in form and not _is_short(names[first][0]):
            by_initials.setdefault(_initials(names[first][0]), []).append(form)
    for form, (first, *_) in list(by_form.items()):
        written = names[first][0]
        fulls = by_initials.get(_initials(written), [])
        if _is_short(written) and len(fulls) == 1 and len(_initials(written)) >= _FEWEST_INITIALS:
            by_form[fulls[0]] += by_form.pop(form)
    place = {name: number for number, name in enumerate(names)}
    return [sorted(group, key=place.__getitem__) for group in by_form.values()]


def _form(name: str) -> str:
    """A name without what people write in several ways: "and", plurals, hyphens, full stops, brackets."""
    plain = re.sub(r"\bco-ord", "coord", name.replace("&", " and "))
    words = re.findall(r"[^\W_]+", re.sub(r"'s\b", " ", plain))
    kept = [word for word in words if word not in _SMALL]
    return " ".join(word[:-1] if word.endswith("s") and len(word) > len("bus") else word for word in kept)


def _is_short(written: str) -> bool:
    """Whether a name has an abbreviation in it: "E&DO", "CSPO", "E&D Officer"."""
    return any(_ABBREVIATION.fullmatch(word) for word in written.split())


def _initials(written: str) -> str:
    """The initials of the words of a name, and the letters of those that are abbreviations."""
    words = [word for word in re.findall(r"[^\W\d_][\w&]*", written) if word.casefold() not in _SMALL]
    letters = (word.replace("&", "") if _ABBREVIATION.fullmatch(word) else word[0] for word in words)
    return "".join(letters).casefold()


_SMALL = ("and", "the", "of", "for")
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]*[A-Z]")
_REMARK = re.compile(r"\s*\([^)]*\)")
