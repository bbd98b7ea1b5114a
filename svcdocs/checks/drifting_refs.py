"""References that drift: codes that look like another, an indicator under two codes, codes in texts lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from svcdocs.checks.names import ALIKE_REF, by_number, called, did_you_mean, elsewhere, said_by_ref
from svcdocs.checks.printed import Cell, printed_cells
from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, is_sheet_unread
from svcdocs.model.as_written import Ref, canonical_ref
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.names import folded
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.wordings import planned

LOOKALIKE = Rule(
    "ref-lookalike",
    "A reference looks like another",
    WARNING,
    WARNING,
    judged=True,
    message="Two references differ only in signs that look alike, such as the letter O and the figure 0.",
    remedy="If both are the same, write them alike; otherwise give one of them another reference.",
    example=Example(
        wrong="Indicators | Ref: ZX10 | Indicator: Homes let\nIndicators | Ref: ZX1O | Indicator: Homes sold",
        right="Indicators | Ref: ZX10 | Indicator: Homes let\nIndicators | Ref: ZX11 | Indicator: Homes sold",
    ),
)
SHARED_ELSEWHERE = Rule(
    "ref-of-shared",
    "A shared indicator stands under another reference",
    WARNING,
    WARNING,
    judged=True,
    message="An indicator is worded as one the council shares between services, and has a reference of its own.",
    remedy="Give it the council's reference, so that the figures of all services come together.",
    example=Example(
        wrong="Framework/Shared indicators | Ref: ZX052 | Name: Complaints answered in ten days\n"
        "Indicators | Ref: ZX25 | Indicator: Complaints answered in ten days",
        right="Framework/Shared indicators | Ref: ZX052 | Name: Complaints answered in ten days\n"
        "Indicators | Ref: ZX052 | Indicator: Complaints answered in ten days",
    ),
)
TEXT_REF = Rule(
    "ref-in-text-unknown",
    "A text cites a reference that nothing has",
    WARNING,
    WARNING,
    judged=True,
    message="A text cites an action, indicator or objective by a reference that nothing in any plan has.",
    remedy="Correct the reference, or take it out.",
    example=Example(
        wrong="Objectives | Ref: HC1 | Objective: Fewer lose their home\n"
        "Objectives | Ref: HC2 | Objective: Warm homes\n"
        "Text | Section: About our service | Text: How we will do it is told under HC77.",
        right="Objectives | Ref: HC1 | Objective: Fewer lose their home\n"
        "Objectives | Ref: HC2 | Objective: Warm homes\n"
        "Text | Section: About our service | Text: How we will do it is told under HC1.",
    ),
)


def references_that_look_alike(cycle: Cycle) -> Iterator[Hit]:
    """A reference that is another once O is read as 0, and l or I as 1: of one plan, or of the council's indicators."""
    shared = {row.ref.canonical: str(row.ref) for row in cycle.framework.shared_indicators if row.ref}
    for plan in cycle.plans:
        seen: dict[str, str] = {}
        for canonical, written in shared.items():
            seen.setdefault(_as_figures(written), canonical)
        names = dict(shared)
        for record in planned(plan):
            written, key = str(record.ref), record.ref.canonical
            if not key or not re.search(r"\d", written):
                continue
            twin = seen.setdefault(_as_figures(written), key)
            if twin != key:
                message = f"{called(record)} has the reference '{in_short(written)}', which looks like '{names[twin]}'."
                yield Hit(LOOKALIKE, message, LOOKALIKE.remedy, plan.service, record, "ref")
            names.setdefault(key, in_short(written))


def shared_indicators_under_another_reference(cycle: Cycle) -> Iterator[Hit]:
    """An indicator that says word for word what a shared one does, and whose reference is another or none."""
    shared: dict[str, list[SharedIndicator]] = {}
    for row in cycle.framework.shared_indicators:
        if row.ref and row.name:
            shared.setdefault(folded(row.name.plain), []).append(row)
    for plan in cycle.plans:
        for indicator in plan.indicators:
            rows = shared.get(folded(indicator.name.plain), []) if indicator.name else []
            if rows and not any(row.ref.canonical == indicator.ref.canonical for row in rows):
                has = f"the reference '{in_short(str(indicator.ref))}'" if indicator.ref else "no reference"
                message = f"{called(indicator)} has {has} here, and {in_short(str(rows[0].ref))} among the shared ones."
                yield Hit(SHARED_ELSEWHERE, message, SHARED_ELSEWHERE.remedy, plan.service, indicator, "ref")


def references_in_texts(cycle: Cycle) -> Iterator[Hit]:
    """A code in a text that is built as the plan's own references are, and that nothing of any plan has; once a code.

    Only of letters with which at least three of its references begin, and while every sheet is there to look it up.
    """
    everywhere = {record.ref.canonical for plan in cycle.plans for record in planned(plan)}
    everywhere |= {bid.ref.canonical for plan in cycle.plans for bid in plan.bids}
    everywhere |= {row.ref.canonical for row in cycle.framework.priorities}
    everywhere |= {row.ref.canonical for row in cycle.framework.shared_indicators}
    for plan in cycle.plans:
        if _is_partly_seen(cycle, plan):
            continue
        letters = _own_letters(plan)
        lost: dict[str, list[tuple[str, Cell]]] = {}
        for cell in printed_cells(plan):
            for found in _CODE.finditer(cell.text) if letters and cell.is_prose else ():
                key = canonical_ref(found[0])
                if found[1] in letters and _shape(found[0]) in letters[found[1]] and key not in everywhere:
                    lost.setdefault(key, []).append((found[0], cell))
        known, said = [str(record.ref) for record in planned(plan)], said_by_ref(planned(plan))
        for (written, first), *others in lost.values():
            also = elsewhere([(cell.record, cell.field) for _, cell in others if cell is not first])
            message = f"'{written}' is cited here, and there is no such reference.{also}"
            yield first.hit(
                TEXT_REF,
                message,
                did_you_mean(written, by_number(written, known), TEXT_REF.remedy, said, least=ALIKE_REF),
            )


_ENOUGH = 3
_CODE = re.compile(r"(?<![\w.-])([A-Z]{2,4}) ?\d{1,3}(?:\.\d{1,2})*(?![\w-]|\.\d|/\d|,\d)")
_SMALL = re.compile(r"(?<=[A-Z])l+(?=[.\d]|$)|(?<=\d\.)[lO](?=\d|$)")
_LOOKS = str.maketrans({"O": "0", "I": "1", "L": "1", "l": "1"})


def _as_figures(written: str) -> str:
    """A reference in canonical form, with each letter that touches a figure and looks like one read as that figure.

    A letter in brackets, as in B2(i), touches none: it is a numeral.
    """
    typed = _SMALL.sub(_figures, written.strip())
    bare = re.sub(r"(?<=\d)[OIL]+(?![A-Z])|(?<![A-Z])[OIL]+(?=\d)|(?<=[A-Z])O(?=\d)", _figures, typed.upper())
    return canonical_ref(bare if re.search("[A-Z]", bare) else written)


def _figures(found: re.Match[str]) -> str:
    return found[0].translate(_LOOKS)


def _shape(written: str) -> int:
    """How many numbers a reference has: HC1.1 has two."""
    return len(re.findall(r"\d+", written))


def _own_letters(plan: ServicePlan) -> dict[str, set[int]]:
    """The letters with which enough references of a plan begin, and how many numbers stand behind them."""
    refs = [str(record.ref).strip() for record in planned(plan) if _is_code(record.ref)]
    often = Counter(_letters(ref) for ref in refs)
    return {
        letters: {_shape(ref) for ref in refs if _letters(ref) == letters}
        for letters, count in often.items()
        if count >= _ENOUGH
    }


def _is_code(ref: Ref) -> bool:
    return _CODE.fullmatch(ref.text.strip()) is not None


def _letters(ref: str) -> str:
    return re.match(r"[A-Z]*", ref)[0]  # type: ignore[index]  # it always matches


def _is_partly_seen(cycle: Cycle, plan: ServicePlan) -> bool:
    parts = ("objectives", "council_actions", "actions", "indicators", "risks")
    return is_sheet_unread(cycle, plan.service, parts) or bool(cycle.missing) or is_awaited(cycle, plan.service, parts)
