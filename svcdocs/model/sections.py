"""The sections of a service plan as the council lays them down: headings, questions, and where each is printed."""

from __future__ import annotations

from svcdocs.model.base import Record, column
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.text import Text


class Section(Record):
    """A section of a service plan: its heading, and what a service is asked to write in it."""

    key: str = column(
        "Section",
        "The name the drop-downs offer. Leave those that are here, which lists are printed in; add rows of your own. "
        "Blank: the row is a heading over the sections that follow, without a number.",
    )
    heading: str = column(
        "Heading",
        "As printed, but without a number: main sections are numbered, parts are not. {year} is the plan's first year.",
    )
    under: str = column("Part of", "For a part of a section: the section it stands in. Blank for a main section.")
    question: str = column("Question", "What the service is asked to write.")
    lead_in: Text = column(
        "Lead-in", "Words printed under the heading in every plan, before the service's own.", Text()
    )
    word_limit: str = column("Word limit", "How many words it may have. Blank: any.")
    required: str = column("Required", "From which stage a blank section is a fault: Draft, Final or Never.")
    numbered: str = column(
        "Numbered",
        "No: printed without a number, as a foreword or an appendix is; the others are numbered on. Blank: Yes, "
        "but No for the action plan and the others with wide pages of their own.",
    )
    forms: str = column("Forms", "The forms of plan that print it, one a line. Blank means all of them.")

    @property
    def is_part_heading(self) -> bool:
        """Whether it is no section, but a heading over those that follow: it has no name by which to write in it."""
        return not self.key.strip() and bool(self.heading.strip())

    def is_of(self, form: str) -> bool:
        """Whether plans of a form print it."""
        named = all_folded(lines_of(self.forms))
        return not named or folded(form) in named
