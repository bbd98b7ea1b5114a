"""What the cover of a document says of it, in the words that become the name of a copy that goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.documents.beside import plan_title as corporate_title
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.front import period, plan_title, standing, stands, version_date, version_name
from svcdocs.documents.setting import setting_of
from svcdocs.model.cycle import Cycle
from svcdocs.model.names import folded
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.words import capitalised

_BETWEEN = " - "


@dataclass(frozen=True, slots=True)
class Cover:
    """Whose or what a document is with its title and years, its version, where it stands, and its date."""

    title: str
    version: str
    status: str
    date: str

    @property
    def marks(self) -> tuple[str, ...]:
        """Version, status and date, without what the title or one before it says already."""
        return tuple(_each_once((self.title, self.version, self.status, self.date)))[1:]


def service_cover(cycle: Cycle, plan: ServicePlan, *, draft: bool) -> Cover:
    """The cover of a service's plan, in the edition for those within the council."""
    setting = setting_of(cycle, plan, {}, draft=draft)
    title = plan_title(setting_of(cycle, plan, {}, draft=False))
    return Cover(
        title=_titled(plan.service, title, period(setting)),
        version=version_name(setting),
        status=standing(setting),
        date=version_date(setting),
    )


def council_cover(title: str, style: Style, *, draft: bool) -> Cover:
    """The cover of a document of the whole council that is called ``title``."""
    setting, framework = style.setting, style.framework
    rows = tuple(row for row in framework.signatures if framework.is_corporate_plan(row.service))
    return Cover(
        title=_titled(title, corporate_title(style), period(setting)),
        version=version_name(setting),
        status=setting.words.draft if draft else stands(rows, setting),
        date=version_date(setting),
    )


def council_titles(style: Style) -> tuple[str, ...]:
    """What the documents beside the corporate plan are called: the summary, the annexes, the report, the data."""
    words, title = style.words, corporate_title(style)
    return (
        words.summary_title.format(title=title),
        words.annex_actions,
        words.annex_indicators,
        words.annex_dependencies,
        words.annex_index,
        words.annex_glossary,
        words.report_title.format(title=title),
        capitalised(words.book_title.format(council="", title=title, period=period(style.setting)).strip(" :")),
    )


def _titled(about: str, title: str, years: str) -> str:
    """What a document is about, its title and its years: "Housing - Service plan 2027/28"."""
    if _says(about, title):
        return about if _says(about, years) else f"{about} {years}"
    return _BETWEEN.join(part for part in (about, " ".join(part for part in (title, years) if part)) if part)


def _each_once(parts: tuple[str, ...]) -> Iterator[str]:
    """The parts that say something which none before them says."""
    for place, part in enumerate(parts):
        if part and not any(_says(before, part) for before in parts[:place]):
            yield part


def _says(whole: str, part: str) -> bool:
    """Whether the words of a part stand in a text, one after the other."""
    return f" {folded(part)} " in f" {folded(whole).replace(':', '').replace(',', '')} "
