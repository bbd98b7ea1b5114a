"""Objectives that stand at the head of a table: which table is whose, and what its head says."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.documents.formats import behind_label, bracketed, filled, inline, plain
from svcdocs.documents.labels import as_label, in_brackets, label_and_text
from svcdocs.documents.parts import Part
from svcdocs.documents.references import told
from svcdocs.documents.setting import Setting
from svcdocs.documents.supporting import is_left_out
from svcdocs.model.as_written import Ref, Refs
from svcdocs.model.framework import USUAL_FORM
from svcdocs.model.homes import HOMES
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.service_plan import Objective
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.wordings import key_of

OPERATIONAL, IMPROVEMENT = "operational plan", "improvement plan"


class Heads:
    """The objectives that may head the tables of one part of a plan: "operational plan" or "improvement plan".

    Those the plan has for that part come first, then the whole objectives of the service, each in the order given.
    An objective of the part that stands under another of it is no head, but a supporting objective of that one.
    """

    def __init__(self, part: str, setting: Setting) -> None:
        self._setting = setting
        rows = setting.plan.objectives
        here = [row for row in rows if _is_printed_in(row, part, setting)]
        self._under = {id(row): next(iter(self._keys(row.under)), "") for row in rows}
        self._by_key: dict[str, list[Objective]] = {}
        for row in rows:
            self._by_key.setdefault(key_of(row), []).append(row)
        keys = {key_of(row) for row in here}
        tops = {key_of(row) for row in here if self._under[id(row)] not in keys}
        self._supporting = tuple(
            row for row in here if tops & set(self._over(row)) and self._under[id(row)] in keys - {""}
        )
        self.own = tuple(row for row in here if not any(row is part for part in self._supporting))
        others = (row for row in rows if not any(row is one for one in here))
        self.order: tuple[Objective, ...] = (*self.own, *others)

    def of(self, refs: Refs, team: str) -> Objective | None:
        """The head under which a record stands that names objectives: the first it leads to, its team's own first."""
        keys = self._keys(refs)
        for key in keys:
            for up in (key, *self._above(key)):
                found = [head for head in self.own if key_of(head) == up]
                found = found or [head for head in self.own if self._under[id(head)] == up]
                if found:
                    return min(found, key=lambda head: self._distance(head.team, team))
        return next((whole for key in keys for whole in self._wholes(key)), None)

    def supporting(self, head: Objective) -> tuple[Objective, ...]:
        """The supporting objectives that the plan has for a head, whether or not anything measures them."""
        return tuple(row for row in self._supporting if key_of(head) in self._over(row))

    def part_of(self, refs: Refs, head: Objective) -> Objective | None:
        """The part of a head that a record names; None where it names the head itself or the whole of it."""
        itself = self._itself(head)
        named = (row for key in self._keys(refs) for row in self._by_key.get(key, ()))
        return next((row for row in named if row.under and row is not head and key_of(row) not in itself), None)

    def names(self, refs: Refs, head: Objective | None) -> Refs:
        """What a record names besides its head, the whole of that and a part of it."""
        if head is None:
            return refs
        part = self.part_of(refs, head)
        known = self._itself(head) | {key_of(part) if part else ""}
        every = self._setting.cycle.named(self._setting.plan.service, refs)
        kept = [one.written for one in every if known.isdisjoint(self._keys(Ref(text=one.written)))]
        return refs if len(kept) == len(every) else Refs(text="\n".join(kept))

    def _keys(self, refs: Refs | Ref) -> tuple[str, ...]:
        return self._setting.cycle.keys(self._setting.plan.service, refs)

    def _itself(self, head: Objective) -> set[str]:
        """The keys by which a head and the whole that it stands for are named."""
        return {key_of(head), self._under[id(head)]}

    def _wholes(self, key: str) -> Iterator[Objective]:
        rows = self._by_key.get(key, [])
        for row in rows:
            above = (whole for up in reversed(list(self._above(key))) for whole in self._by_key.get(up, ()))
            yield next(above, row)

    def _over(self, row: Objective) -> tuple[str, ...]:
        """The keys of all that an objective stands under, the nearest first."""
        return (self._under[id(row)], *self._above(self._under[id(row)]))

    def _above(self, key: str) -> Iterator[str]:
        """The keys of the wholes of an objective, the nearest first."""
        seen = {key, ""}
        while True:
            up = next((self._under[id(row)] for row in self._by_key.get(key, ()) if row.under), "")
            if up in seen:
                return
            seen.add(up)
            yield up
            key = up

    def _distance(self, own: str, team: str) -> int:
        """How near a head is to a team: its own, one of no team, another's."""
        return 0 if self._setting.team(own) == self._setting.team(team) else 1 if not own.strip() else 2


def objectives_in_section(setting: Setting) -> tuple[Objective, ...]:
    """The objectives that stand in the section on objectives: all but those that head a table of this form."""
    rows = setting.plan.objectives
    parts = (OPERATIONAL, IMPROVEMENT)
    return tuple(row for row in rows if not any(_is_printed_in(row, part, setting) for part in parts))


def head_part(head: Objective, setting: Setting, level: int) -> Part:
    """A head as it is printed: the objective as a heading, and below it the aims and approaches it serves, as cited."""
    words = setting.words
    label, text = label_and_text(head.ref.text, head.text)
    ref = "" if as_label(head.ref.text) else in_brackets(head.ref.text)
    said = "".join(run.text for run in inline(text)) or words.not_given
    heading = words.service_objective.format(text=f"{label} {said}".strip()) + bracketed((ref,))
    aims, approaches, others = _served(head, setting)
    cited = [
        block
        for label, served in ((words.relevant_aims, aims), (words.relevant_approaches, approaches))
        if not is_left_out(served, words)
        for block in behind_label(label, filled(served, words.not_given))
    ]
    also = behind_label(words.also_serves, plain(", ".join(others))) if others else ()
    return Part(heading=heading, level=level, lead=Text(blocks=(*cited, *also)))


def _served(head: Objective, setting: Setting) -> tuple[Text, Text, list[str]]:
    """Aims and approaches as cited, else as named by their references; and what else it serves."""
    wholes = setting.cycle.keys(setting.plan.service, head.under)
    others = (row for row in setting.plan.objectives if row is not head and key_of(row) in wholes)
    own = head.serves or next((row.serves for row in others), head.serves)
    found: dict[str, list[str]] = {"aim": [], "approach": [], "": []}
    for one in setting.cycle.named(setting.plan.service, own):
        level = folded(one.priority.level) if one.priority else ""
        found[level if level in found else ""].append(told(Refs(text=one.written), setting))
    aims = _as_cited(head.aims) or plain(", ".join(found["aim"]))
    approaches = _as_cited(head.approaches) or plain(", ".join(found["approach"]))
    return aims, approaches, found[""]


def _as_cited(text: Text) -> Text:
    """Aims and approaches as they were typed, several as a list: what stands in front of one is its reference."""
    kind = BlockKind.BULLET if len(text.blocks) > 1 else BlockKind.PARAGRAPH
    labels = (Run(text=f"{item.label} " if item.label else "") for item in text.blocks)
    return Text(
        blocks=tuple(
            Block(kind=kind, runs=merged((label, *item.runs))) for label, item in zip(labels, text.blocks, strict=True)
        )
    )


def _is_printed_in(row: Objective, part: str, setting: Setting) -> bool:
    """Whether an objective heads a table of a part, named by its key, its heading or our word for it."""
    if not row.printed_in.strip() or setting.framework.form_of(setting.plan.service) == USUAL_FORM:
        return False
    section = setting.framework.section(part, setting.plan.service)
    called = (*HOMES[part], getattr(setting.words, part.replace(" ", "_")))
    names = all_folded((*called, *((section.key, section.heading) if section else ())))
    return not names.isdisjoint(all_folded(lines_of(row.printed_in)))
