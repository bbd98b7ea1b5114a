"""What the corporate plan and every document beside it print at their front, and on each of their pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_priorities import awaited_sentence
from svcdocs.documents.front import logo, period, version
from svcdocs.documents.setting import setting_of
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.corporate_words import CorporateWords, corporate_words_of
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import About
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word.pictures import Picture


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a document, and what stands at the head and foot of its pages."""

    language: str
    """The language of the document, for spelling and screen readers."""
    document_title: str
    """The title in the properties of the document."""
    words: CorporateWords
    """The council's words."""
    council: str
    """The council's full name, as typed: for the front."""
    council_name: str
    """The same for the foot of every page, without a colon behind it."""
    logo: Picture | None
    """The council's logo, where it has given one."""
    title: str
    """The title of the document, which says so while it is a draft."""
    plan_title: str
    """The title of the corporate plan, without a word on where it stands."""
    period: str
    """The years of the plan."""
    version: str
    """The version and its date."""
    contact: str
    """Whom to ask; empty where the framework names nobody."""
    fingerprint: str
    """What identifies the content, for the foot of every page; empty where nobody has asked for it."""
    draft: bool
    """Whether it is a draft."""
    awaited: tuple[str, ...]
    """A sentence for each service whose return has not come in."""

    def fields(self) -> dict[str, Any]:
        """What is said here by its names, for a document to begin with."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


def style_of(cycle: Cycle, pictures: Mapping[str, bytes] | None, *, draft: bool) -> Style:
    """What every part of a document of the whole council needs, looked up once."""
    setting = setting_of(cycle, ServicePlan(service=""), pictures or {}, draft=draft)
    return Style(setting, corporate_words_of(cycle.framework))


def plan_title(style: Style) -> str:
    """What the corporate plan is called, without a word on where it stands."""
    return style.framework.about.corporate_title.strip() or About().corporate_title


def contact_of(style: Style) -> str:
    """Whom to ask, and how; empty where the framework names nobody."""
    about = style.framework.about
    return ", ".join(one.strip() for one in (about.officer, about.email, about.telephone) if one.strip())


def front_of(style: Style, view: CorporateView, title: str, *, draft: bool = False) -> Front:
    """The front of a document that is called ``title``; ``draft`` says that it is one even where the plan is none."""
    about, words, draft = style.framework.about, style.words, draft or style.setting.draft
    shown = words.draft_title.format(title=title) if draft else title
    years = period(style.setting)
    return Front(
        language=about.language.strip() or "en-GB",
        document_title=words.corporate_document_title.format(council=about.council_name, title=shown, period=years),
        words=words,
        council=about.council.strip() or words.not_given,
        council_name=about.council_name or words.not_given,
        logo=logo(style.setting),
        title=shown,
        plan_title=plan_title(style),
        period=years,
        version=version(style.setting),
        contact=contact_of(style),
        fingerprint="",
        draft=draft,
        awaited=tuple(awaited_sentence(one.service, one.deadline, style) for one in view.awaited),
    )


def hidden(count: int, style: Style) -> str:
    """How many rows are left out of a document since they are not for publication; empty where none is."""
    return style.words.annex_hidden.format(count=count) if count else ""
