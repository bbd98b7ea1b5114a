"""What a service plan prints in whichever form: its cover, those who sign, and the sections of its narrative."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from svcdocs.documents.front import (
    Approval,
    Signing,
    approvals,
    bodies_awaited,
    document_title,
    edition_note,
    holders,
    logo,
    period,
    plan_title,
    running_head,
    signings,
    standing,
    version,
)
from svcdocs.documents.last_year import LastYearPart, last_year_part
from svcdocs.documents.moves import in_being
from svcdocs.documents.order import Stretch
from svcdocs.documents.sections import SectionContext
from svcdocs.documents.setting import Setting
from svcdocs.documents.signers_page import SignersItem, signers_page
from svcdocs.model.names import lines_of
from svcdocs.model.words import Words
from svcdocs.word.pictures import Picture


@dataclass(frozen=True, slots=True)
class AnyPlan:
    """What every form of service plan prints before its tables."""

    language: str
    """The language of the document, for spelling and screen readers."""
    document_title: str
    """The title in the properties of the document."""
    words: Words
    """The council's words for whatever the template says of its own accord."""
    council: str
    """The council's full name, as typed: for the cover."""
    council_name: str
    """The same for the foot of every page, without a colon behind it."""
    logo: Picture | None
    """The council's logo, where it has given one."""
    service: str
    """The service."""
    plan_title: str
    """The title of the plan, which says so while it is a draft."""
    short_title: str
    """Service and title, for the top of wide pages."""
    running_head: str
    """The same for the top of portrait pages, where the name of the service must do if both are too long."""
    period: str
    """The years of the plan."""
    in_being: str
    """From when or until when there is the service, where it begins or closes while the plans run; else empty."""
    version: str
    """The version and its date."""
    edition: str
    """Which edition it is, where a public and an internal one differ, and what has been left out; else empty."""
    standing: str
    """Where it stands: a draft, for approval, or approved."""
    fingerprint: str
    """What identifies the content, for the foot of every page; empty where nobody has asked for it."""
    holders: tuple[str, ...]
    """The portfolio holders."""
    managers: tuple[str, ...]
    """Who answers for the service."""
    approvals_lead_in: str
    """The words above those who sign."""
    signers: tuple[SignersItem, ...]
    """What those who sign should know before they do: what is asked, main actions, money, risks, what is owed."""
    signings: tuple[Signing, ...]
    """Those who sign."""
    approvals: tuple[Approval, ...]
    """The bodies whose approval has been given or is under way."""
    bodies_awaited: tuple[str, ...]
    """The bodies that have still to approve."""
    sections: tuple[SectionContext, ...]
    """The sections on upright pages in the council's order, each followed by its parts."""
    stretches: tuple[Stretch, ...]
    """The same with the sections on wide pages between them, stretch by stretch in the council's order."""
    last_year: LastYearPart | None
    """What has become of what last year's plan had; nothing where nobody knows."""

    def fields(self) -> dict[str, Any]:
        """What is said here by its names, for the plan of one form to begin with."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


def any_plan(setting: Setting, stretches: tuple[Stretch, ...], fingerprint: str) -> AnyPlan:
    """Lay out what every form of plan has, beside the tables of its own."""
    about, words, title, years = setting.framework.about, setting.words, plan_title(setting), period(setting)
    service = setting.plan.service
    return AnyPlan(
        language=about.language.strip() or "en-GB",
        document_title=document_title(setting),
        words=words,
        council=about.council.strip() or words.not_given,
        council_name=about.council_name or words.not_given,
        logo=logo(setting),
        service=service,
        plan_title=title,
        short_title=words.short_title.format(service=service, title=title),
        running_head=running_head(setting),
        period=years,
        in_being=in_being(setting),
        version=version(setting),
        edition=edition_note(setting),
        standing=standing(setting),
        fingerprint=fingerprint,
        holders=holders(setting),
        managers=lines_of(setting.service.manager),
        approvals_lead_in=about.approvals.strip() or words.approvals,
        signers=signers_page(setting),
        signings=signings(setting),
        approvals=approvals(setting),
        bodies_awaited=bodies_awaited(setting),
        sections=tuple(one for stretch in stretches for one in stretch.sections),
        stretches=stretches,
        last_year=last_year_part(setting),
    )
