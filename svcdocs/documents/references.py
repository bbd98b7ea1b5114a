"""References to the council's priorities and to the plan's own records as they are printed, and what was withdrawn."""

from __future__ import annotations

from svcdocs.documents.formats import bracketed
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Refs, canonical_ref
from svcdocs.model.cycle import Named
from svcdocs.model.framework import Priority
from svcdocs.model.words import Words


def told(refs: Refs, setting: Setting, without: str = "", about: Priority | None = None) -> str:
    """The references of a cell on one line, as written; a former spelling behind the reference in force.

    ``without`` is a reference, in its canonical form, and ``about`` a priority that the reader has before them anyway.
    """
    every = setting.cycle.named(setting.plan.service, refs)
    kept = [one for one in every if not without or canonical_ref(one.written) != without]
    kept = [one for one in kept if about is None or one.priority is not about]
    if len(kept) == len(every) and not any(one.is_former for one in kept):
        return ", ".join(line.strip().rstrip(",") for line in refs.text.split("\n") if line.strip())
    return ", ".join(_told(one, setting.words) for one in kept)


def withdrawal(priority: Priority, words: Words) -> str:
    """In brackets, with a blank before them: when a priority was withdrawn and what took its place; else empty."""
    if not priority.withdrawn_on:
        return ""
    replaced = words.replaced.format(ref=priority.replaced_by.text.strip()) if priority.replaced_by else ""
    return bracketed((words.withdrawn.format(date=priority.withdrawn_on.text.strip()), replaced))


def _told(one: Named, words: Words) -> str:
    if not one.is_former or one.priority is None:
        return one.written
    now = one.priority.ref.text.strip() or " ".join(one.priority.text.plain.split())
    return words.written_as.format(ref=now, written=one.written)
