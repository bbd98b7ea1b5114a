"""Publication: what no program can leave out of a public edition, because it stands in the middle of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.names import called, did_you_mean
from svcdocs.checks.people import people_named
from svcdocs.checks.printed import Cell, council_cells, printed_cells
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Person
from svcdocs.model.names import folded, lines_of
from svcdocs.model.public_names import public_names
from svcdocs.model.publication import hidden_in, is_published
from svcdocs.model.service_plan import Action, Indicator, Risk, ServicePlan
from svcdocs.model.wordings import planned

_GRADES = "Framework/About | Grades named in public: Director\n"
_TOM = "Framework/People | Name: Tom Fell | Post: Housing Options Manager | Abbreviation: HOM | Grade: "
_DIRECTOR = "\nFramework/People | Name: Joan Ashdown | Post: Director of Homes | Grade: Director"

NAME_IN_TEXT = Rule(
    "public-name-in-text",
    "A text names somebody who is not named in public",
    WARNING,
    WARNING,
    audience="officer",
    judged=True,
    message="A text that is published names a person of a grade that the council does not name in public.",
    remedy="Write the post in place of the name.",
    example=Example(
        wrong=f"{_GRADES}{_TOM}Officer{_DIRECTOR}\nText | Section: About our service | Text: Ask Tom Fell about it.",
        right="Text | Section: About our service | Text: Ask the Housing Options Manager about it.",
    ),
)
GRADE_MISSING = Rule(
    "public-grade-missing",
    "The grade of somebody who is named is not known",
    WARNING,
    WARNING,
    audience="officer",
    message="Only people of some grades are named in public, and the grade of one whom a plan names is not given.",
    remedy="Give the grade on the sheet People; until then the public edition prints the post.",
    example=Example(wrong=f"{_GRADES}{_TOM}{_DIRECTOR}", right=f"{_TOM}Officer"),
)
POST_MISSING = Rule(
    "public-post-missing",
    "Somebody who is not named in public has no post",
    WARNING,
    WARNING,
    audience="officer",
    message="A plan names somebody who is not to be named in public, and the sheet People gives no post to print.",
    remedy="Give the post on the sheet People.",
    example=Example(
        wrong=f"{_GRADES}Framework/People | Name: Tom Fell | Post: | Abbreviation: | Grade: Officer{_DIRECTOR}",
        right=f"{_TOM}Officer",
    ),
)
GRADE_UNKNOWN = Rule(
    "public-grade-unknown",
    "A grade named in public is nobody's",
    WARNING,
    WARNING,
    audience="officer",
    message="The framework names people of a grade in public, and nobody on the sheet People has that grade.",
    remedy="Correct the grade on the sheet About or People.",
    example=Example(
        wrong=f"Framework/About | Grades named in public: Directr{_DIRECTOR}\n{_TOM}Officer",
        right=f"Framework/About | Grades named in public: Director{_DIRECTOR}\n{_TOM}Officer",
    ),
)
ROW_CITED = Rule(
    "public-row-cited",
    "A text refers to a row that is not for publication",
    WARNING,
    WARNING,
    audience="officer",
    judged=True,
    message="A text that is published names the reference of a row whose column Publish says No.",
    remedy="Take the reference out of the text, or let the row be published.",
    example=Example(
        wrong="Actions | Ref: HC1.1 | Publish: No\nText | Section: About our service | Text: The shelter is HC1.1.",
        right="Text | Section: About our service | Text: The shelter comes first.",
    ),
)
EXEMPTION_MISSING = Rule(
    "exemption-missing",
    "A passage is not for publication and does not say why",
    NOTE,
    WARNING,
    message="A passage is marked as not for publication, and nobody has said why.",
    remedy="Say why in the column Exemption, for example which paragraph of the Act applies.",
    example=Example(
        wrong="Text | Section: About our service | Text: We may sell the depot. | Publish: No",
        right="Text | Section: About our service | Text: We may sell the depot. | Publish: No"
        " | Exemption: Paragraph 3: business affairs of the council",
    ),
)


def names_in_texts(cycle: Cycle) -> Iterator[Hit]:
    """A published text that names somebody who stands in public by a post."""
    names = public_names(cycle.framework)
    if not names.is_any:
        return
    cells = [cell for plan in cycle.plans for cell in _published(plan)]
    for cell in (*council_cells(cycle.framework), *cells):
        for person in names.named_in(cell.text):
            message = f"The text names {in_short(person.name)}, who is not named in public."
            post = f" In this text: '{person.post.strip()}'." if person.post.strip() else ""
            yield cell.hit(NAME_IN_TEXT, message, f"{NAME_IN_TEXT.remedy}{post}")


def people_without_a_grade(cycle: Cycle) -> Iterator[Hit]:
    """Somebody whom a plan names, while only people of some grades are named in public, and who has no grade."""
    for person in _named(cycle):
        if not person.grade.strip():
            message = f"{in_short(person.name)} is named in a plan, and no grade says whether in public as well."
            yield Hit(GRADE_MISSING, message, GRADE_MISSING.remedy, "", person, "grade")


def people_without_a_post(cycle: Cycle) -> Iterator[Hit]:
    """Somebody who is to stand in public by a post, and has none."""
    for person in _named(cycle):
        if not person.post.strip():
            message = f"{in_short(person.name)} is not named in public, and has no post to stand there instead."
            yield Hit(POST_MISSING, message, POST_MISSING.remedy, "", person, "post")


def grades_of_nobody(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a grade that is named in public, which nobody has."""
    about, people = cycle.framework.about, cycle.framework.people
    given = {folded(person.grade): person.grade.strip() for person in people if person.grade.strip()}
    for grade in lines_of(about.named_grades):
        if folded(grade) not in given:
            hint = did_you_mean(grade, given.values(), GRADE_UNKNOWN.remedy)
            message = f"Nobody on the sheet People has the grade '{in_short(grade)}'."
            yield Hit(GRADE_UNKNOWN, message, hint, "", about, "named_grades")


def unpublished_rows_in_texts(cycle: Cycle) -> Iterator[Hit]:
    """A published text that names the reference of a row that is not for publication.

    References in cells made for them are left out of a public edition; within a text they stay.
    """
    for plan in cycle.plans:
        hidden = {str(row.ref).strip(): row for row in hidden_in(plan) if isinstance(row, Action | Indicator | Risk)}
        shown = {str(row.ref).strip() for row in planned(plan) if is_published(row)}
        refs = [ref for ref in hidden if _CODE.fullmatch(ref) and ref not in shown]
        if not refs:
            continue
        cited = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, refs))})(?!\w|\.\d)")
        for cell in _published(plan):
            if cell.field != "risk" and (found := cited.search(cell.text)):
                message = f"The text refers to '{found[0]}': {called(hidden[found[0]])} is not for publication."
                yield cell.hit(ROW_CITED, message, ROW_CITED.remedy)


def passages_without_an_exemption(cycle: Cycle) -> Iterator[Hit]:
    """A passage marked as not for publication that does not say why."""
    for plan in cycle.plans:
        for passage in plan.passages:
            if not is_published(passage) and not passage.exemption.strip():
                message = "This passage is not for publication, and nothing says why."
                yield Hit(EXEMPTION_MISSING, message, EXEMPTION_MISSING.remedy, plan.service, passage, "exemption")


_CODE = re.compile(r"[A-Za-z]+[ -]?\d[\w.]*")
"""A reference that a text cannot name by chance: letters and a figure."""


def _published(plan: ServicePlan) -> Iterator[Cell]:
    """The cells of words of a plan that are published."""
    hidden = [*hidden_in(plan)]
    own = {id(row) for row in hidden}
    own |= {id(part) for row in hidden for part in (*getattr(row, "steps", ()), *getattr(row, "rows", ()))}
    return (cell for cell in printed_cells(plan) if id(cell.record) not in own)


def _named(cycle: Cycle) -> Iterator[Person]:
    """Everybody who is not named in public and whom a plan names as one who leads or owns something, each once."""
    names = public_names(cycle.framework)
    given = (one for plan in cycle.plans for one in people_named(cycle, plan)) if names.is_any else ()
    yield from names.named_in("\n".join(owners.text for record, _, owners in given if is_published(record)))
