"""What a council settles once and keeps: its shared indicators, scales, keys, calendar, words and rules."""

from __future__ import annotations

from svcdocs.model.as_written import Ref, WrittenDate
from svcdocs.model.base import Record, column
from svcdocs.model.polarity import polarity_in
from svcdocs.model.text import Text


class SharedIndicator(Record):
    """An indicator the council sets for several services."""

    ref: Ref = column("Ref", "Its reference.", Ref(), example="SX052")
    name: Text = column("Name", "Its wording.", Text())
    unit: str = column("Unit", "What is counted.", example="Percentage")
    good_is: str = column("Good is", "High, Low or Within a range.")
    services: str = column("Services", "Who reports it, one a line. Blank means all of them.")
    scorecard: str = column("Scorecard", "Yes if it stands on the corporate scorecard.")

    @property
    def polarity(self) -> str:
        """Whether high or low is good, as given, else as its wording says; empty where neither does."""
        return self.good_is.strip() or polarity_in(self.name.plain)


class StatusKey(Record):
    """One status an action may have, with its letter and meaning."""

    letter: str = column("Letter", "The letter printed in the status column.", example="A")
    label: str = column("Label", "The word printed beside the letter.", example="At risk")
    meaning: Text = column("Meaning", "What it means, for the key above the action plan.", Text())
    colour: str = column("Colour", "Its colour, as six hexadecimal digits.", example="FFDD00")


class RagRule(Record):
    """How a service decides on a status."""

    rule: Text = column("Rule", "One rule a row, as printed under the key.", Text())


class RiskLevel(Record):
    """One step of the council's scale of likelihood or impact, or one band of scores."""

    axis: str = column("Scale", "Likelihood, Impact, or Band (of likelihood times impact).")
    score: str = column("Score", "The number; for a band, the lowest and the highest score.", example="12-16")
    label: str = column("Label", "The word for it.", example="High")
    meaning: str = column("Meaning", "When to choose it.")
    colour: str = column("Colour", "For a band: its colour, as six hexadecimal digits.")


class CalendarDate(Record):
    """A date in the council's planning year."""

    when: WrittenDate = column("Date", "The day or the month.", WrittenDate(), example="23 February 2027")
    what: str = column("What happens", "The meeting or deadline.", example="Council adopts the corporate plan")
    who: str = column("Who", "Whose date it is.", example="Council")
    step: str = column(
        "Step of the year",
        "Which step this dates, so that the program can say what is next and who is late. Blank: told from the words.",
        example="Workbooks come back",
    )


class GlossaryEntry(Record):
    """An abbreviation and what it stands for."""

    abbreviation: str = column("Abbreviation", "The short form.", example="DFG")
    meaning: str = column("Meaning", "What it stands for.", example="Disabled facilities grant")


class OurWord(Record):
    """A word of ours, and the council's word for it."""

    term: str = column("Our word", "The word as the program has it. Do not change it.", example="council action")
    ours: str = column("As we print it", "For your information.", example="council action, council actions")
    singular: str = column(
        "Your word",
        "The council's word for one, or its own sentence. What stands in {braces} is filled in.",
        example="corporate commitment",
    )
    plural: str = column(
        "Your word for several",
        "The council's word for several.",
        example="corporate commitments",
    )
    others: dict[str, str] = column("In {}", "The word for one in that language.", {})
    others_plural: dict[str, str] = column("In {}, for several", "The word for several in that language.", {})


class RuleSetting(Record):
    """How strictly the council takes one rule."""

    rule: str = column("Check", "The code of the check. Do not change it.", example="date-outside-plan")
    looks_for: str = column(
        "What it finds", "For your information.", example="A date lies outside the years of the plan"
    )
    draft: str = column("In draft", "While plans are written: Error, Warning, Note or Off. Blank: as it is.")
    final: str = column("In final", "When they go for signature: Error, Warning, Note or Off. Blank: as it is.")
    limit: str = column(
        "Your limit",
        "For a check that counts: the number from which it speaks. Blank: as it is.",
        example="25",
    )


class MoneyColumn(Record):
    """One column of figures on the money sheets."""

    heading: str = column("Heading", "The heading of the column.", example="2027/28 original budget")
    year: str = column("Year", "The financial year.", example="2027/28")
    basis: str = column("Basis", "Outturn, Original, Revised or Estimate.", example="Original")
    as_at: WrittenDate = column(
        "As at", "The day on which the figures were right.", WrittenDate(), example="14 January 2027"
    )


class ListHeading(Record):
    """A heading of the SWOT or of the external drivers."""

    sheet: str = column("List", "SWOT or Drivers.")
    heading: str = column("Heading", "The heading, as printed.", example="Strengths")


class CorporateText(Record):
    """A paragraph of the corporate plan that is the council's own."""

    part: str = column(
        "Part", "Foreword, Summary, Challenges, or the part of the plan it belongs to.", example="Foreword"
    )
    text: Text = column("Text", "The paragraphs.", Text())
