"""The council's own terms: its word for aim, council action, team and the like, put in the place of ours.

A council that calls its council actions commitments reads "Commitments" on the tab of the sheet, "a commitment" in a
line of help and "Commitment C1" in a heading. What people typed is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework, OurWord
from svcdocs.model.names import folded, lines_of

OURS: Mapping[str, str] = {
    "aim": "aims",
    "approach": "approaches",
    "council action": "council actions",
    "action": "actions",
    "step": "steps",
    "objective": "objectives",
    "indicator": "indicators",
    "risk": "risks",
    "bid": "bids",
    "service": "services",
    "team": "teams",
    "section": "sections",
    "service plan": "service plans",
    "corporate plan": "corporate plans",
    "portfolio holder": "portfolio holders",
    "corporate manager": "corporate managers",
    "policy officer": "policy officers",
}
"""Our terms, each with its plural: the words the sheet Our words knows as terms."""

COMPOUNDS = frozenset(
    {"action plan", "action plans", "further action", "further actions", "service plan", "service plans"}
)
"""Words in which one of our terms means something else, or a term of its own: they stay, unless that has a word."""

FORMS_OF_OURS = frozenset({*OURS, *OURS.values()})
"""Our terms and their plurals."""

_QUOTED = re.compile(r"(?<!\w)'.*?'(?!\w)|“[^”]*”|‘.*?’(?!\w)", re.DOTALL)
"""What stands in quotation marks; the apostrophe of "the team's" is none."""
_AN = re.compile(r"(?!uni|use|usu|eu|one\b|once\b)[aeiou]|hour|honou?r|heir", re.IGNORECASE)
"""How a word begins before which "an" stands."""


@dataclass(frozen=True)
class Terms:
    """One council's terms. ``theirs`` gives for each of our words, singular or plural, the council's; none of ours."""

    theirs: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    """Names that stay as they are although one of our words stands in them: those the council itself has given."""

    def put_into(self, text: str) -> str:
        """A text of ours with the council's words in it: capitals as ours had them, "a" and "an" as they must be."""
        return self._pattern.sub(self._theirs, text) if self.theirs and text else text

    def told(self, finding: Finding) -> Finding:
        """A finding in the council's words; what it quotes is left as it was typed."""
        if not self.theirs:
            return finding
        return replace(finding, message=self.around_quotes(finding.message), hint=self.around_quotes(finding.hint))

    def around_quotes(self, text: str) -> str:
        """A sentence of ours in the council's words; what it quotes is left as it was typed."""
        pieces, at = [], 0
        for quoted in _QUOTED.finditer(text):
            pieces += [self.put_into(text[at : quoted.start()]), quoted[0]]
            at = quoted.end()
        return "".join((*pieces, self.put_into(text[at:])))

    def changes(self, text: str) -> bool:
        """Whether one of our words in a text has another in this council."""
        return self.put_into(text) != text

    @property
    def is_ours(self) -> bool:
        """Whether the council has no terms of its own."""
        return not self.theirs

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first, so that "council action" is not taken for an "action"; kept names before all of them.
        words = sorted((*self.kept, *self.theirs, *COMPOUNDS), key=len, reverse=True)
        # What goes on to a full stop and a letter is the name of a file: "service-plan.docx".
        return re.compile(rf"(\ban? )?(?<!\w)({'|'.join(map(re.escape, words))})(?!\w|[\w-]*\.\w)", re.IGNORECASE)

    def _theirs(self, found: re.Match[str]) -> str:
        article, ours = found[1] or "", found[2]
        if ours in self.kept or ours.casefold() not in self.theirs:
            return found[0]
        theirs = _in_the_case_of(ours, self.theirs[ours.casefold()])
        if article:
            article = f"{article[0]}n " if _AN.match(theirs) else f"{article[0]} "
        return f"{article}{theirs}"


def terms_of(framework: Framework) -> Terms:
    """The terms of one council, from its sheet Our words, in the language of its documents."""
    theirs: dict[str, str] = {}
    for row in framework.words:
        ours = term_key(row.term)
        one, several = said_in(row, framework.about.language)
        if ours in OURS and one:
            theirs[ours] = one
            theirs[OURS[ours]] = several or _plural(one)
            theirs[_one_or_several(ours)] = one if _leaves_open(one) else f"{one}/{theirs[OURS[ours]]}"
    changed = Terms(theirs)
    names = {name.strip() for name in _names_of(framework)}
    return Terms(theirs, frozenset(name for name in names if term_key(name) not in theirs and changed.changes(name)))


def said_in(row: OurWord, language: str) -> tuple[str, str]:
    """The council's word for one and for several: in the language named where it has a column, else its usual word.

    A column "cy" serves documents in "cy-GB" as well.
    """
    others = {folded(name): word.strip() for name, word in row.others.items()}
    plurals = {folded(name): word.strip() for name, word in row.others_plural.items()}
    spoken = (folded(language), folded(language.partition("-")[0]))
    one = next((name for name in spoken if others.get(name)), "")
    return (others[one], plurals.get(one, "")) if one else (row.singular.strip(), row.plural.strip())


def term_key(typed: str) -> str:
    """A word of ours as it is looked up: "council action", however it was typed or a field is named."""
    return folded(typed.replace("_", " ").replace("-", " "))


def _names_of(framework: Framework) -> Iterator[str]:
    """Every name the council itself has given: of services, teams, people, sections, lists and columns of figures.

    A name that is wholly one of our terms is none: the sheet Risks is called as the council calls its risks.
    """
    for service in framework.services:
        yield from (service.service, service.team, *lines_of(service.also_called))
    for person in framework.people:
        yield from (person.name, person.post)
    for section in framework.sections:
        yield from (section.key, section.heading, framework.heading_of(section))
    yield from (row.heading for row in framework.list_headings)
    yield from (row.heading for row in framework.money_columns)
    yield from (row.who for row in framework.contributors)


def _one_or_several(ours: str) -> str:
    """A term as a heading has it that leaves open how many there are: "approach/es"."""
    return f"{ours}/{OURS[ours].removeprefix(ours)}"


def _plural(one: str) -> str:
    """The plural of a word of which the council has given no other."""
    return one if _leaves_open(one) else f"{one}s"


def _leaves_open(word: str) -> bool:
    """Whether a word says itself that it may be about several: "Portfolio Holder/s", "Approach(es)"."""
    return word.endswith(("/s", "/es", "(s)", "(es)"))


def _in_the_case_of(ours: str, theirs: str) -> str:
    """A word of the council's beginning with a capital where ours does, and in capitals where ours is."""
    if ours.isupper():
        return theirs.upper()
    return theirs[:1].upper() + theirs[1:] if ours[:1].isupper() else theirs
