"""Documents from plans that nobody would write: nothing is damaged by them, and every word of them is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from svcdocs.commands.printing import Ready, ready
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.corporate_plan import corporate_plan_context
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word.outline import text_of
from tests.inspection.accessibility import accessibility
from tests.inspection.office import converted, shown_by_libreoffice, told_by_microsoft
from tests.inspection.validity import validity
from tests.plans import COUNCIL, MANY_HANDS, TABLES, everything, plans

WORSE = {
    "a very long cell": " ".join(f"word{number}" for number in range(3_600)),
    "a very long word": "unbroken" * 40,
    "control characters": "One \x01two\x0bthree\x0cfour \x1ffive\x7f",
    "what Word marks a field with": "\x13 PAGE \x14 1 \x15",
    "a field's code": 'TOC \\o "1-3" \\h \\z \\u { PAGE } INCLUDETEXT "C:\\\\x.docx"',
    "Word's own XML": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>]]>',
    "an entity of its own": "&lol; &#0; &#x1F; &#xFFFE;",
    "a tag": "{{ 7*7 }} {%p if x %} {#x#} {{",
    "right to left": "שלום עולם مرحبا بالعالم",
    "turned about": "abc\u202edef\u202c\u200fghi\u2066jkl\u2069",
    "emoji": "👏🏽 👩\u200d👩\u200d👧 🇬🇧 ✅",
    "half a character": "before\ud83dafter",
    "no character": "before\ufffe\uffffafter",
    "marks on letters": "Z̸͓̈́a̷l̶g̵o",
    "blanks of every kind": "a\u00a0b\u2003c\u200bd\u2028e\u2029f\ufeffg",
}
"""What no cell of a table of awkward values holds, since no workbook could be written with some of it."""


READABLE = COUNCIL.model_copy(
    update={"services": tuple(row.model_copy(update={"form": "Readable"}) for row in COUNCIL.services)}
)


def spoilt(plan: ServicePlan) -> ServicePlan:
    """A plan with the worst in its sections, actions, risks and lists."""
    worst = list(WORSE.values())
    told = {
        "passages": [{"section": "About our service", "text": text} for text in worst],
        "actions": [
            {"title": text, "ref": f"W{n}", "outcome": worst[-n], "lead": text[:200], "steps": [{"text": text}]}
            for n, text in enumerate(worst, 1)
        ],
        "risks": [{"cause": text, "ref": f"Z{n}", "controls": worst[-n]} for n, text in enumerate(worst, 1)],
        "partners": [{"name": text[:500], "note": worst[-n]} for n, text in enumerate(worst, 1)],
    }
    return ServicePlan.model_validate({"service": plan.service, **told})


@cache
def template(name: str) -> Ready:
    return ready(None, name)


def printed(framework: Framework, plan: ServicePlan) -> Iterator[tuple[str, bytes]]:
    """The plan in the form of its service, and a corporate plan of it alone."""
    cycle = link(framework, [plan])
    kind, laid_out = SERVICE_PLANS[framework.layout_of(plan.service)]
    yield kind, template(kind).print(laid_out(cycle, plan, draft=True, pictures={}))
    context = corporate_plan_context(cycle, consolidate(cycle), draft=True, pictures={})
    yield f"corporate-plan-of-{kind}", template("corporate-plan").print(context)


def said_by(framework: Framework, plan: ServicePlan) -> str:
    """All that the data say, as it was typed; half a character is shown as U+FFFD."""
    typed = "\n".join(_strings([framework.model_dump(), plan.model_dump()]))
    return typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and "runs" in value:
        yield "".join(run["text"] for run in value["runs"])
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    """Documents by name with what their data say: every awkward value, and what is worse, in every form."""
    made: dict[str, tuple[bytes, str]] = {}
    for framework, service in ((COUNCIL, "Housing"), (MANY_HANDS, "Streets"), (READABLE, "Housing")):
        awkward = everything(framework).model_copy(update={"service": service})
        for what, plan in (("awkward", awkward), ("worse", spoilt(awkward))):
            said = said_by(framework, plan)
            made |= {f"{what}-{name}": (data, said) for name, data in printed(framework, plan)}
    return made


NAMES = [
    f"{what}-{of}{kind}"
    for kind in ("service-plan", "service-plan-three-year", "service-plan-readable")
    for what in ("awkward", "worse")
    for of in ("", "corporate-plan-of-")
]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_damages_no_document_and_makes_none_hard_to_read(name: str) -> None:
    data, said = hostile()[name]
    assert validity(data, said) == []
    assert {fault.rule for fault in accessibility(data, hostile=True)} == set()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plan=plans())
def test_nothing_is_found_in_documents_of_plans_nobody_thought_of(plan: ServicePlan) -> None:
    for name, data in printed(COUNCIL, plan):
        assert validity(data, said_by(COUNCIL, plan)) == [], name
        assert accessibility(data, hostile=True) == [], name


def test_every_awkward_value_and_all_that_is_worse_stands_in_a_document() -> None:
    awkward = "\n".join(text_of(data) for name, (data, _) in hostile().items() if name.startswith("awkward"))
    lost = [value for table in TABLES[str] for value in table.values() if not _seen(value) <= _seen(awkward)]
    assert lost == []
    worse = "\n".join(text_of(data) for name, (data, _) in hostile().items() if name.startswith("worse"))
    assert [name for name, value in WORSE.items() if not _seen(value) <= _seen(worse)] == []


def test_microsofts_validator_finds_nothing_in_hostile_documents(tmp_path: Path, needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    for name, (data, _) in hostile().items():
        (tmp_path / f"{name}.docx").write_bytes(data)
        assert told_by_microsoft(validator, tmp_path / f"{name}.docx") == [], name


def test_libreoffice_shows_every_word_of_hostile_documents(tmp_path: Path, needs: Callable[[str], str]) -> None:
    files = []
    for name, (data, _) in hostile().items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(data)
    shown = shown_by_libreoffice(needs, [path for path in files if path.stem.startswith("worse")], tmp_path)
    converted(needs("libreoffice"), "txt:Text (encoded):UTF8", files, tmp_path)
    for path in files:
        words = _seen(text_of(path.read_bytes()))
        # On a page a word of many lines in a cell is read line by line with what stands beside it.
        latin = {word for word in words if word.isascii() and 3 < len(word) < 60} if path.stem in shown else set()
        assert {word for word in latin if word not in shown[path.stem]} == set(), path.name
        read = _seen((tmp_path / f"{path.stem}.txt").read_text(encoding="utf-8-sig"))
        around = {"Page", "of"}  # the footer, which a text file has none of
        assert words - read - around == set(), path.name


def _seen(text: str) -> set[str]:
    """The words of a text, of every script, and its emoji."""
    return set(re.findall(r"\w+|[\U0001f300-\U0001faff]", text.replace("\ud83d", "")))
